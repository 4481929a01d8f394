"""The forms of an application's steps, in the order of the procedure."""

from datetime import timedelta
from typing import Any

from fotfeste.law.periods import Period, end
from fotfeste.letters.wording import day, listed
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.application.events import Outcome
from fotfeste.rulebook.pack import Assessment, Pack
from fotfeste.web.forms import Day, Line, One, Words
from fotfeste.web.step_form import Setting, StepForm, form_for

ArrangeInterviewForm = form_for(
    application.ArrangeInterview,
    on=Day("Hvilken dag?"),
    at=Line("Klokka", required=True, max_length=20, help_text="For eksempel 10.00."),
    place=Line(
        "Hvor?",
        required=True,
        help_text="Adressen, på telefon, eller hjemme hos personen.",
    ),
)


def _day_arranged(setting: Setting) -> dict[str, Any]:
    stage = setting.case.case.stage
    return {"on": stage.on if isinstance(stage, at.Invited) else setting.today}


RecordMissedInterviewForm = form_for(
    application.RecordMissedInterview,
    prefilled=_day_arranged,
    on=Day("Hvilken dag skulle samtalen vært?"),
    reason=Words("Hva skjedde?", required=True, rows=3),
)


class RecordFindingsForm(StepForm):
    """What was found on each criterion of the pack, and for each service wanted."""

    PARTS = ("outcome", "reason", "evidence", "own_view")

    def prepare(self, setting: Setting) -> None:
        """Add outcome, reason, evidence and own view for all that is assessed."""
        file = _file(setting)
        for one in self._assessments():
            known, key = file.finding(*one.key), _part(one)
            self.fields[f"{key}.outcome"] = One(
                "Hva fant dere?",
                [
                    ("met", "Oppfylt"),
                    ("partly", "Delvis oppfylt"),
                    ("not-met", "Ikke oppfylt"),
                ],
                required=False,
                initial=known.outcome if known else None,
            )
            self.fields[f"{key}.reason"] = Words(
                "Grunn", rows=3, initial=known.reason if known else ""
            )
            self.fields[f"{key}.evidence"] = Line(
                "Hvor har dere det fra?",
                initial=known.evidence if known else _talk(file),
                max_length=400,
            )
            self.fields[f"{key}.own_view"] = Words(
                "Hva mener personen selv om dette?",
                rows=2,
                initial=known.own_view if known else "",
            )

    def _assessments(self) -> tuple[Assessment, ...]:
        file = _file(self.setting)
        return self.setting.case.pack.assessments(file.role, file.wants)

    @property
    def groups(self) -> list[tuple[str, str, list[Any]]]:
        """Return a group for all that is assessed, with its question."""
        return [
            (
                f"{one.name}{' (må vurderes)' if one.criterion.required else ''}",
                " ".join(filter(None, (one.criterion.question, one.criterion.note))),
                [self[f"{_part(one)}.{part}"] for part in self.PARTS],
            )
            for one in self._assessments()
        ]

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where there is an outcome, and the other way."""
        data: dict[str, Any] = super().clean() or {}
        for key in map(_part, self._assessments()):
            outcome = data.get(f"{key}.outcome")
            reason = data.get(f"{key}.reason")
            own_view = data.get(f"{key}.own_view")
            if outcome and not reason:
                self.add_error(f"{key}.reason", "Skriv hvorfor.")
            if (reason or own_view) and not outcome:
                self.add_error(f"{key}.outcome", "Velg hva dere fant.")
        return data

    def command(self) -> application.RecordFindings:
        """Return the findings that are filled in."""
        data = self.cleaned_data
        return application.RecordFindings(
            findings=tuple(
                application.Finding(
                    criterion=one.criterion.id,
                    offer=one.offer.id if one.offer else "",
                    **{part: data[f"{_part(one)}.{part}"] for part in self.PARTS},
                )
                for one in self._assessments()
                if data[f"{_part(one)}.outcome"]
            )
        )


def _part(one: Assessment) -> str:
    """Return the beginning of the names of its fields."""
    return ".".join(filter(None, one.key))


GiveDelayNoticeForm = form_for(
    application.GiveDelayNotice,
    reason=Words(
        "Hvorfor tar det tid?",
        required=True,
        rows=4,
        help_text="Søkeren får lese dette i brevet.",
    ),
    expected_on=Day("Når kan søkeren vente svar?"),
)


class ProposeDecisionForm(StepForm):
    """What to decide for each service applied for, and how it was reached."""

    own_view = Words("Hva mener personen selv?", rows=4, help_text="Står i vedtaket.")
    weight = Words(
        "Hva har personens mening fått å si?",
        rows=3,
        help_text="Loven gir den stor vekt. Skriv hvordan dere har tatt hensyn til"
        " den.",
    )
    how_reached = Words("Hvordan kom dere fram til vedtaket?", rows=4)
    took_part = Line("Hvem har vært med?", max_length=400)
    other_support = Words(
        "Hvis alt blir nei: hvilken annen hjelp kan personen få?", rows=3
    )

    def prefilled(self, setting: Setting) -> dict[str, Any]:
        """Return what the interview and the comments have said already."""
        file = _file(setting)
        talk = file.interviews[-1] if file.interviews else None
        words = [talk.own_words] if talk else []
        words += [comment.words for comment in file.comments]
        returned = {
            "own_view": "\n".join(words),
            "how_reached": f"Vi bygger på søknaden og {_talk(file).lower()}.",
            "took_part": talk.took_part if talk else "",
        }
        return returned if talk else {}

    def prepare(self, setting: Setting) -> None:
        """Add outcome, grounds, amount and dates for each service."""
        half_a_year = end(setting.today, Period("6 months"), setting.book.calendar)
        for key in _file(setting).wants:
            self.fields[f"{key}.outcome"] = One(
                "Vedtak", [("grant", "Ja"), ("part", "Delvis ja"), ("refusal", "Nei")]
            )
            self.fields[f"{key}.grounds"] = Words("Begrunnelse", required=True, rows=4)
            self.fields[f"{key}.amount"] = Line(
                "Hvor mye?", help_text="For eksempel én time i uka."
            )
            self.fields[f"{key}.starts_on"] = Day(
                "Fra", required=False, initial=setting.today + timedelta(days=1)
            )
            self.fields[f"{key}.ends_on"] = Day("Til (kan stå åpen)", required=False)
            self.fields[f"{key}.review_on"] = Day(
                "Ny vurdering", required=False, initial=half_a_year
            )

    @property
    def groups(self) -> list[tuple[str, str, list[Any]]]:
        """Return a group for each service, and one for what is common."""
        parts = ("outcome", "grounds", "amount", "starts_on", "ends_on", "review_on")
        common = ("own_view", "weight", "how_reached", "took_part", "other_support")
        services = [
            (
                _name(self.setting.case.pack, key),
                "",
                [self[f"{key}.{part}"] for part in parts],
            )
            for key in _file(self.setting).wants
        ]
        return [*services, ("Om hele vedtaket", "", [self[name] for name in common])]

    def command(self) -> application.ProposeDecision:
        """Return the proposal."""
        data = self.cleaned_data
        return application.ProposeDecision(
            services=tuple(
                application.ServiceProposal(
                    offer=key,
                    outcome=Outcome(data[f"{key}.outcome"]),
                    grounds=data[f"{key}.grounds"],
                    amount=data[f"{key}.amount"],
                    starts_on=data[f"{key}.starts_on"],
                    ends_on=data[f"{key}.ends_on"],
                    review_on=data[f"{key}.review_on"],
                )
                for key in _file(self.setting).wants
            ),
            how_reached=data["how_reached"],
            took_part=data["took_part"],
            own_view=data["own_view"],
            weight=data["weight"],
            other_support=data["other_support"],
        )


ApproveDecisionForm = form_for(application.ApproveDecision)
"""Nothing to fill in: the proposal is shown beside."""

ReturnDecisionForm = form_for(
    application.ReturnDecision,
    comment=Words("Hva må endres?", required=True, rows=4),
)


def _file(setting: Setting) -> at.File:
    file = setting.case.case.file
    if not isinstance(file, at.File):
        raise LookupError("The step is for an application")
    return file


def _talk(file: at.File) -> str:
    if not file.interviews:
        return "Søknaden"
    return f"Samtale {listed([day(talk.on) for talk in file.interviews])}"


def _name(pack: Pack, key: str) -> str:
    offer = pack.offer(key)
    return offer.name if offer else key

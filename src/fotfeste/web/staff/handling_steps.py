"""Who has the case, and what is noted in it: steps alike in every kind of case."""

from typing import Any
from uuid import UUID

from django.utils.text import Truncator

from fotfeste.ledger.log import uuid7
from fotfeste.letters.wording import day
from fotfeste.procedures.handling import commands as do
from fotfeste.procedures.handling.events import Regime
from fotfeste.procedures.handling.stages import UNASSIGNED, Handling
from fotfeste.web.forms import Day, Line, One, Words
from fotfeste.web.staff.colleagues import may_handle, name_of, signature
from fotfeste.web.staff.step import Step
from fotfeste.web.step_form import Setting, StepForm, form_for

REGIMES = [
    (Regime.HEALTH_RECORD, "Journal: om helse og hjelpen som gis"),
    (Regime.CASE_FILE, "Saksmappe: om søknaden, avtaler og hvordan saken går"),
]
"""Where a note belongs; the two are kept under laws of their own."""


class AssignForm(StepForm):
    """Who gets the case; who takes it says that nothing ties them to the person."""

    employee = One("Hvem skal ha saken?", [])
    impartial = One(
        "Tar du saken selv: er du inhabil?",
        [
            ("no", "Nei, jeg er ikke i slekt med personen eller nær på annen måte"),
            ("other", "Saken går til en annen. Da får den ansatte spørsmålet selv"),
        ],
        help_text="Er du i tvil, så la en annen ta saken. Du kan melde deg inhabil.",
    )

    def prefilled(self, setting: Setting) -> dict[str, Any]:
        """Return that one takes the case oneself."""
        return {"employee": str(setting.case.actor.id)}

    def prepare(self, setting: Setting) -> None:
        """Offer who works here."""
        self.fields["employee"].choices = may_handle(setting)  # type: ignore[attr-defined]

    def command(self) -> do.AssignCase:
        """Return the assignment."""
        employee = self.cleaned_data["employee"]
        return do.AssignCase(
            employee=UUID(employee),
            name=name_of(self.setting, employee),
            impartial=self.cleaned_data["impartial"] == "no",
        )


class NoteForm(StepForm):
    """A note, dated when it happened."""

    regime = One("Hvor hører notatet hjemme?", REGIMES, coerce=Regime)
    on = Day("Når skjedde det?")
    title = Line("Hva gjelder det?", help_text="For eksempel telefonsamtale.")
    words = Words("Hva skjedde?", rows=8, required=True)

    def prefilled(self, setting: Setting) -> dict[str, Any]:
        """Return that it happened today."""
        return {"on": setting.today, "regime": Regime.HEALTH_RECORD}

    def command(self) -> do.WriteNote:
        """Return the note, signed by whoever fills in the form."""
        data = self.cleaned_data
        return do.WriteNote(
            note=uuid7(),
            regime=data["regime"],
            on=data["on"],
            title=data["title"],
            words=data["words"],
            signed=signature(self.setting),
        )


class CorrectNoteForm(StepForm):
    """What a note should say instead, and why."""

    note = One("Hvilket notat?", [], coerce=UUID)
    words = Words("Slik skal det stå", rows=8, required=True)
    reason = Words("Hva var galt?", rows=2, required=True)

    def prefilled(self, setting: Setting) -> dict[str, Any]:
        """Return the latest note as it stands."""
        notes = _handling(setting).notes
        if not notes:
            return {}
        return {"note": str(notes[-1].written.note), "words": notes[-1].words}

    def prepare(self, setting: Setting) -> None:
        """Offer the notes, the latest first."""
        self.fields["note"].choices = [  # type: ignore[attr-defined]
            (
                str(one.written.note),
                f"{day(one.written.on)}: {Truncator(one.words).words(12)}",
            )
            for one in reversed(_handling(setting).notes)
        ]

    def command(self) -> do.CorrectNote:
        """Return the correction, signed by whoever fills in the form."""
        data = self.cleaned_data
        return do.CorrectNote(
            note=data["note"],
            words=data["words"],
            reason=data["reason"],
            signed=signature(self.setting),
        )


def _handling(setting: Setting) -> Handling:
    return getattr(setting.case.case.file, "handling", UNASSIGNED)


HANDLING_STEPS: tuple[Step, ...] = (
    Step("notat", do.WriteNote, NoteForm,
        "Skriv et notat", "Lagre notatet",
        "Skriv det så snart du kan, slik det var. Personen kan lese notatet.",
        "hpl § 39", weight="side", group="Notater"),
    Step("rett-notat", do.CorrectNote, CorrectNoteForm,
        "Rett et notat", "Lagre rettingen",
        "Det som sto der før, blir stående bak det nye.", "hpl § 42", weight="side",
        group="Notater"),
    Step("gi-saken", do.AssignCase, AssignForm,
        "Gi saken til noen", "Lagre",
        "Den som er i slekt med personen eller nær på annen måte, kan ikke ha saken.",
        "fvl § 6", weight="side", group="Saken"),
    Step("ikke-nar", do.ConfirmImpartiality, form_for(do.ConfirmImpartiality),
        "Svar at du ikke er inhabil", "Jeg er ikke inhabil",
        "Du har fått saken. Er du ikke i slekt med personen eller nær på annen måte, så"
        " bekreft det her. Er du det, eller er du i tvil, så gi saken fra deg.",
        "fvl § 8"),
    Step("gi-fra-seg", do.GiveBackCase, form_for(
            do.GiveBackCase,
            reason=Words("Hvorfor?", rows=2, required=True),
        ),
        "Gi saken fra deg", "Gi fra deg saken",
        "Da står saken uten saksbehandler til noen tar den.", "fvl § 8", weight="side",
        group="Saken"),
)  # fmt: skip
"""Every step in the handling of a case."""

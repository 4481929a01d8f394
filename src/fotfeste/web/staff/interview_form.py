"""The form of a mapping interview: what was said, who is around, and the answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.utils import ErrorDict

from fotfeste.procedures.application import commands as application
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.interview import InstrumentAnswers, ItemAnswer, NetworkMember
from fotfeste.rulebook.instruments import Instrument
from fotfeste.web.forms import Day, Line, One, Words
from fotfeste.web.staff.network_rows import (
    MOST,
    PARTS,
    fields_of,
    is_told,
    member,
    rows_in,
)
from fotfeste.web.step_form import Setting, StepForm
from fotfeste.web.told_interview import ToldNetwork, told_network

_OLDEST = 120


class Age(forms.IntegerField):
    """An age in years."""

    def __init__(self, label: str, help_text: str) -> None:
        wrong = f"Skriv alderen i hele år, fra 0 til {_OLDEST}."
        super().__init__(
            label=label,
            help_text=help_text,
            required=False,
            min_value=0,
            max_value=_OLDEST,
            widget=forms.NumberInput(attrs={"class": "ds-input ff-short"}),
            error_messages={
                "invalid": wrong, "min_value": wrong, "max_value": wrong,
            },
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """An instrument in the form: folded together until it is wanted.

    fields: one for each item; `is_open` where something is answered or wrong.
    """

    instrument: Instrument
    fields: list[Any]
    is_open: bool


class RecordInterviewForm(StepForm):
    """The mapping interview, in sections; only what must be there is asked for."""

    layout = "staff/_interview_form.html"
    on = Day("Når ble samtalen holdt?")
    took_part = Line("Hvem var med?", required=True, max_length=400)
    own_words = Words(
        "Hva sa personen selv?",
        required=True,
        rows=7,
        help_text="Skriv med personens egne ord.",
    )
    goals = Words("Mål", rows=3, help_text="Hva vil personen? Hva er første skritt?")
    values = Words(
        "Hva er viktig?", rows=3, help_text="Verdier, tro, det som betyr noe."
    )
    resources = Words(
        "Ressurser", rows=3, help_text="Hva får personen til? Hva er bra nå?"
    )
    coping = Words(
        "Mestring",
        rows=3,
        help_text="Hva hjelper når det er vanskelig? Hva har hjulpet før?",
    )
    network = Words(
        "Nettverk", rows=3, help_text="Hvem er rundt personen? Hvem savnes?"
    )
    family = Words(
        "Familie og barn",
        rows=3,
        help_text="Er det barn eller søsken som pårørende? Hva trenger de? Dere skal"
        " finne ut av det (hpl § 10 a).",
    )
    housing = Words(
        "Bolig", rows=3, help_text="Hvor bor personen? Er det trygt, og hvor lenge?"
    )
    economy = Words(
        "Økonomi",
        rows=3,
        help_text="Inntekt, gjeld, regninger, post som ikke er åpnet.",
    )
    work = Words(
        "Arbeid og aktivitet",
        rows=3,
        help_text="Jobb, skole, fritid. Hva fyller dagen?",
    )
    health = Words(
        "Helse", rows=3, help_text="Kropp, sinn, tenner, medisiner, fastlege."
    )
    self_care = Words(
        "Å ta vare på seg selv", rows=3, help_text="Mat, søvn, hygiene, å komme seg ut."
    )
    substance_use = Words(
        "Rusmidler",
        rows=3,
        help_text="Hva, hvor mye, hvor lenge? Hva er godt med det, og hva koster det?",
    )
    gender = One(
        "Hvilken grense skal skjemaene følge?",
        [
            ("woman", "Grensen for kvinner"),
            ("man", "Grensen for menn"),
            ("", "Ikke spurt, eller vil ikke svare"),
        ],
        required=False,
        help_text="Spør personen. Manualene har ulike grenser.",
    )
    age = Age("Alder", "Spør personen. Noen skjemaer har andre grenser for unge.")

    SECTIONS: Mapping[str, tuple[str, ...]] = {
        "Samtalen": ("on", "took_part", "own_words"),
        "Det personen vil og kan": ("goals", "values", "resources", "coping"),
        "De rundt personen": ("network", "family"),
        "Hverdagen": ("housing", "economy", "work"),
        "Helse og egenomsorg": ("health", "self_care"),
        "Rusmidler og skjemaer": ("substance_use", "gender", "age"),
    }

    def prefilled(self, setting: Setting) -> dict[str, Any]:
        """Return the day that was arranged, and the person's name."""
        stage, file = setting.case.case.stage, setting.case.case.file
        on = min(stage.on, setting.today) if isinstance(stage, at.Invited) else None
        name = file.application.application.name if isinstance(file, at.File) else ""
        return {"on": on or setting.today, "took_part": name}

    def prepare(self, setting: Setting) -> None:
        """Add rows for the network, and the items of each instrument that holds."""
        self.is_drawing = "more" in self.data
        given, more = {*self.data, *self.initial}, self.data.get("more")
        self.rows = rows_in(given, wants_more=more == "rows")
        for row in range(self.rows):
            self.fields |= fields_of(row)
        self.instruments = setting.book.instruments_on(self._day(setting))
        for key, instrument in self.instruments.items():
            for item in instrument.items:
                named = f"{item.id}. {item.name}" if instrument.scales else item.name
                points = [(str(n), str(n)) for n in item.points]
                self.fields[f"{key}.{item.id}"] = One(
                    named, [*points, ("", "Ikke besvart")], required=False
                )

    def _day(self, setting: Setting) -> date:
        """Return the day whose instruments are asked: that of the interview."""
        typed = self.data.get("on") or self.initial.get("on")
        try:
            return self.fields["on"].clean(typed) or setting.today
        except forms.ValidationError:
            return setting.today

    def full_clean(self) -> None:
        """Look for nothing wrong while the map is drawn."""
        if self.is_bound and self.is_drawing:
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()

    def is_valid(self) -> bool:
        """Test that it can be carried out: not while the map is drawn."""
        return not self.is_drawing and super().is_valid()

    def clean(self) -> dict[str, Any]:
        """Ask for all of a row where something of it is filled in."""
        data: dict[str, Any] = super().clean() or {}
        for row in range(self.rows):
            given = {part: data.get(f"network.{row}.{part}") for part in PARTS}
            for part, answer in given.items():
                if any(given.values()) and not answer:
                    told = "Skriv hvem det er." if part == "who" else "Velg et svar."
                    if f"network.{row}.{part}" not in self.errors:
                        self.add_error(f"network.{row}.{part}", told)
        return data

    @property
    def groups(self) -> list[tuple[str, str, list[Any]]]:
        """Return every field under its heading: what a list of faults goes by."""
        asked = [
            (heading, "", [self[name] for name in names])
            for heading, names in self.SECTIONS.items()
        ]
        people = [(f"Person {n}", "", fields) for n, fields in self.people]
        answers = [(one.instrument.name, "", one.fields) for one in self.folded]
        return [*asked, *people, *answers]

    @property
    def sections(self) -> list[tuple[str, str, list[Any], str]]:
        """Return each section: its address on the page, heading, fields and kind."""
        kinds = {"De rundt personen": "network", "Rusmidler og skjemaer": "instruments"}
        return [
            (
                f"del-{n}",
                heading,
                [self[name] for name in names],
                kinds.get(heading, ""),
            )
            for n, (heading, names) in enumerate(self.SECTIONS.items(), 1)
        ]

    @property
    def people(self) -> list[tuple[int, list[Any]]]:
        """Return the rows of the network, from 1."""
        return [
            (row + 1, [self[f"network.{row}.{part}"] for part in PARTS])
            for row in range(self.rows)
        ]

    @property
    def folded(self) -> list[Folded]:
        """Return the instruments, each with its items."""
        return [
            Folded(one, fields, any(f.value() or f.errors for f in fields))
            for key, one in self.instruments.items()
            for fields in [[self[f"{key}.{item.id}"] for item in one.items]]
        ]

    @property
    def drawn(self) -> ToldNetwork | None:
        """Return the network so far: those of whom all is told."""
        given = (
            {part: self[f"network.{row}.{part}"].value() for part in PARTS}
            for row in range(self.rows)
        )
        return told_network([member(one) for one in given if is_told(one)])

    @property
    def has_room(self) -> bool:
        """Test that more people can be drawn in."""
        return self.rows < MOST

    def command(self) -> application.RecordInterview:
        """Return the interview; rows and instruments with nothing in are left out."""
        data = self.cleaned_data
        said = {n: data[n] for names in self.SECTIONS.values() for n in names}
        gender, age = said.pop("gender"), said.pop("age")
        return application.RecordInterview(
            **said,
            network_map=tuple(self._members()),
            instruments=tuple(
                InstrumentAnswers(
                    instrument=key, answers=answers, gender=gender, age=age
                )
                for key in self.instruments
                if (answers := self._answers(key))
            ),
        )

    def _members(self) -> Iterable[NetworkMember]:
        for row in range(self.rows):
            given = {p: self.cleaned_data[f"network.{row}.{p}"] for p in PARTS}
            if given["who"]:
                yield member(given)

    def _answers(self, key: str) -> tuple[ItemAnswer, ...]:
        return tuple(
            ItemAnswer(item=item.id, points=int(points))
            for item in self.instruments[key].items
            if (points := self.cleaned_data[f"{key}.{item.id}"])
        )

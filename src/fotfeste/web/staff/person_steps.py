"""Steps on a person's own file that keep people safe: the person, and who visits."""

from typing import Any
from uuid import UUID

from fotfeste.procedures.person import commands as do
from fotfeste.web.forms import Several, Words
from fotfeste.web.staff.colleagues import employees
from fotfeste.web.staff.step import Step
from fotfeste.web.step_form import Setting, StepForm, form_for


class CloseCircleForm(StepForm):
    """Which employees may see the person's cases, and why no others."""

    employees = Several("Hvem skal kunne se sakene?", required=False,
        help_text="Du selv er alltid med.")  # fmt: skip
    reason = Words("Hvorfor?", rows=2, required=True)

    def prefilled(self, setting: Setting) -> dict[str, Any]:
        """Return who may see them now, where the circle is closed already."""
        circle = setting.case.history.known.circle
        return {"employees": [str(one) for one in circle.employees] if circle else []}

    def prepare(self, setting: Setting) -> None:
        """Offer who works here."""
        self.fields["employees"].choices = employees(setting)  # type: ignore[attr-defined]

    def command(self) -> do.CloseCircle:
        """Return the circle."""
        chosen = tuple(UUID(one) for one in self.cleaned_data["employees"])
        return do.CloseCircle(employees=chosen, reason=self.cleaned_data["reason"])


PERSON_STEPS: tuple[Step, ...] = (
    Step("trygt-besok", do.NoteSafety, form_for(
            do.NoteSafety,
            words=Words("Hva må den som besøker personen, vite?", rows=4, required=True,
                help_text="Bare fakta, og bare det som trengs for å gå trygt fram."),
            prefilled=lambda setting: {
                "words": setting.case.history.known.safety.words
                if setting.case.history.known.safety else "",
            },
        ),
        "Før et besøk", "Lagre",
        "Det vises øverst i alle sakene til personen.", weight="side"),
    Step("besok-trygt-na", do.EndSafetyNote, form_for(
            do.EndSafetyNote,
            reason=Words("Hvorfor gjelder det ikke lenger?", rows=2, required=True),
        ),
        "Fjern det som vises før besøk", "Fjern",
        "Det står fortsatt i historikken.", weight="side"),
    Step("lukk-kretsen", do.CloseCircle, CloseCircleForm,
        "La bare noen få se sakene", "Lukk kretsen",
        "For en kollega, en som mange kjenner, eller en som lever skjult. Andre finner"
        " ikke sakene.", "pjl § 22", weight="side"),
    Step("apne-kretsen", do.OpenCircle, form_for(
            do.OpenCircle,
            reason=Words("Hvorfor?", rows=2, required=True),
        ),
        "La alle som arbeider med sakene, se dem", "Åpne kretsen",
        "Fra nå ser enheten sakene som andre saker.", "pjl § 22", weight="side"),
)  # fmt: skip
"""Every such step."""

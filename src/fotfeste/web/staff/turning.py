"""The form that turns a contact into an application."""

from typing import Any

from fotfeste.ledger.log import uuid7
from fotfeste.procedures.application.events import ApplicationContent
from fotfeste.procedures.contact import commands as contact
from fotfeste.procedures.contact import stages as at
from fotfeste.web.citizen.answers import offered
from fotfeste.web.forms import Day, Line, One, Several, Words
from fotfeste.web.step_form import Setting, StepForm


class TurnContactForm(StepForm):
    """What the person applies for; the name and the day are known already."""

    asked_on = Day(
        "Når spurte personen først om dette?",
        help_text="Fristen regnes fra denne dagen.",
    )
    wants = Several("Hva søkes det om?")
    situation = Words("Hva sier personen selv?", rows=6)
    stay = One(
        "Hvor bor personen?",
        [("lives", "Bor i kommunen"), ("stays", "Oppholder seg i kommunen nå")],
    )
    phone = Line("Telefon", kind="tel")
    address = Words("Adresse for brev", rows=3, max_length=400)
    safe_contact = Words("Hva må dere ta hensyn til ved kontakt?", rows=2)

    def prefilled(self, setting: Setting) -> dict[str, Any]:
        """Return the day of the first contact."""
        return {"asked_on": setting.case.received_on}

    def prepare(self, setting: Setting) -> None:
        """Offer what one can apply for today."""
        self.fields["wants"].choices = offered(setting.case.desk)  # type: ignore[attr-defined]

    def command(self) -> contact.TurnContact:
        """Return the application that the contact becomes."""
        data = {k: v for k, v in self.cleaned_data.items() if k != "seen"}
        asked_on = data.pop("asked_on")
        data["wants"] = tuple(data["wants"])
        file = self.setting.case.case.file
        name = file.first.name if isinstance(file, at.File) else ""
        return contact.TurnContact(
            application=uuid7(),
            content=ApplicationContent(name=name, **data),
            asked_on=asked_on,
        )

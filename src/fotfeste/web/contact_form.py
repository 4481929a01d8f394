"""How it is safe to reach a person: the same questions to them and at the desk."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext_lazy as _

from fotfeste.procedures.person import commands as person
from fotfeste.web.choices import AVOID, LANGUAGES
from fotfeste.web.forms import Line, One, Several, Words
from fotfeste.web.step_form import Setting, StepForm


class ContactForm(StepForm):
    """How it is safe to reach one."""

    phone = Line(_("Telefon"), kind="tel", autocomplete="tel")
    email = Line(_("E-post"), kind="email", autocomplete="email")
    avoid = Several(_("Hva skal vi la være?"), required=False)
    words = Words(_("Er det noe annet vi må ta hensyn til?"), rows=3)
    language = One(_("Hvilket språk vil du ha brev på?"), LANGUAGES, initial="nb")

    def prefilled(self, setting: Setting) -> dict[str, Any]:
        """Return what one said last."""
        said = setting.case.history.known.contact
        return asdict(said) if said else {}

    def prepare(self, setting: Setting) -> None:
        """Offer what can be unsafe."""
        del setting
        self.fields["avoid"].choices = AVOID  # type: ignore[attr-defined]

    def command(self) -> person.WishContact:
        """Return how to reach one."""
        data = self.cleaned_data
        return person.WishContact(
            phone=data["phone"],
            email=data["email"],
            avoid=tuple(data["avoid"]),
            words=data["words"],
            language=data["language"],
        )

"""The steps of a case that are the person's own: address, words, command and form."""

from dataclasses import dataclass
from typing import Literal

from fotfeste.procedures.application import commands as application
from fotfeste.procedures.kinds import Command
from fotfeste.web.citizen import step_forms as forms
from fotfeste.web.step_form import StepForm


@dataclass(frozen=True, slots=True)
class CitizenStep:
    """A step on the person's case page: its address, what it is called, and its form.

    law:    the provision that gives the right, shown beside.
    weight: main steps are buttons; side steps are there when needed.
    part:   a template with what one should know first, shown above the form.
    """

    key: str
    command: type[Command]
    form: type[StepForm]
    title: str
    about: str
    button: str
    law: str = ""
    weight: Literal["main", "side"] = "main"
    part: str = ""


CITIZEN_STEPS: tuple[CitizenStep, ...] = (
    CitizenStep("uttalelse", application.CommentOnCase, forms.CommentForm,
         "Si mer om saken",
         "Det du skriver, blir en del av saken. De som vurderer den, leser det.",
         "Send"),
    CitizenStep("klage", application.AppealDecision, forms.AppealForm,
         "Klag på vedtaket",
         "Du kan ringe oss hvis du vil ha hjelp til å skrive.",
         "Send klagen", part="citizen/_appeal_period.html"),
    CitizenStep("trekk", application.WithdrawApplication, forms.WithdrawForm,
         "Trekk søknaden",
         "Da stopper vi saken, og du får ikke noe vedtak."
         " Du kan søke igjen når som helst.",
         "Trekk søknaden", weight="side"),
)  # fmt: skip
"""Every step a person can take in their own case, as the case page lists them."""


def citizen_step_by_key(key: str) -> CitizenStep | None:
    """Return the step with the address, or None."""
    return next((step for step in CITIZEN_STEPS if step.key == key), None)

"""What a step at the desk is: its address, its words, its command and its form."""

from dataclasses import dataclass
from typing import Literal

from fotfeste.procedures.kinds import Command
from fotfeste.web.step_form import StepForm

Group = Literal[
    "Saken",
    "Notater",
    "Opplysninger",
    "Innsyn",
    "Vedtaket",
    "Klagen",
    "Hjelpen",
    "Avslutning",
]
"""Where a side step stands on the case page."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the case page: its address, what it is called, and its form.

    law:    the provision that asks for it, shown beside.
    weight: main steps lead the case on; side steps are there when needed.
    group:  the heading of a side step.
    """

    key: str
    command: type[Command]
    form: type[StepForm]
    title: str
    button: str
    about: str
    law: str = ""
    weight: Literal["main", "side"] = "main"
    group: Group = "Saken"

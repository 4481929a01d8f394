"""What every form of a step has: the case it is filled in from, and its version."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict

from fotfeste.office.open_case import OpenCase
from fotfeste.procedures.kinds import Command
from fotfeste.rulebook.book import Rulebook
from fotfeste.web.forms import Form, Seen

CHANNELS = [
    ("paper", "På papir"),
    ("telephone", "På telefon"),
    ("counter", "I skranken"),
]
"""How something can come from outside the net."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a form is filled in from: the case, the day and the rulebook."""

    case: OpenCase
    today: date
    book: Rulebook


class StepForm(Form):
    """A form for a step; it knows the version of the case on the screen."""

    seen = Seen()

    def __init__(self, data: QueryDict | None, setting: Setting) -> None:
        self.setting = setting
        initial = {"seen": setting.case.history.version, **self.prefilled(setting)}
        super().__init__(data, initial=initial)
        self.prepare(setting)

    def prefilled(self, setting: Setting) -> dict[str, Any]:
        """Return what is known already: nothing is typed twice."""
        del setting
        return {}

    def prepare(self, setting: Setting) -> None:
        """Add the fields that depend on the case."""

    def command(self) -> Command:
        """Return the command that the filled-in form asks for."""
        raise NotImplementedError

    @property
    def groups(self) -> list[tuple[str, str, list[Any]]]:
        """Return the visible fields in groups: heading, explanation and fields."""
        return [("", "", list(self.visible_fields()))]

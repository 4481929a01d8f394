"""What every form of a step has: the case it is filled in from, and its version."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date
from typing import Any

from django.forms import Field, HiddenInput
from django.http import QueryDict

from fotfeste.ledger.log import uuid7
from fotfeste.office.handle import Office
from fotfeste.office.open_case import OpenCase
from fotfeste.procedures.kinds import Command
from fotfeste.rulebook.book import Rulebook
from fotfeste.web.forms import Form, One, Seen
from fotfeste.web.lazy import Text


@dataclass(frozen=True, slots=True)
class Setting:
    """What a form is filled in from: the case, the day, the rulebook and the keys."""

    case: OpenCase
    today: date
    office: Office

    @property
    def book(self) -> Rulebook:
        """Return the rulebook."""
        return self.office.book


Prefill = Callable[[Setting], dict[str, Any]]
Choices = Callable[[Setting], list[tuple[str, str]]]


class StepForm(Form):
    """A form for a step; it knows the version of the case on the screen."""

    seen = Seen()

    def __init__(
        self, data: QueryDict | None, setting: Setting, files: Any = None
    ) -> None:
        self.setting = setting
        initial = {"seen": setting.case.history.version, **self.prefilled(setting)}
        super().__init__(data, files, initial=initial)
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

    def is_done(self) -> bool:
        """Test that what the filled-in form asks is there already: a second click."""
        return False

    @property
    def groups(self) -> Sequence[tuple[Text, str, list[Any]]]:
        """Return the visible fields in groups: heading, explanation and fields."""
        return [("", "", list(self.visible_fields()))]


def form_for(
    command_type: type[Command],
    /,
    *,
    prefilled: Prefill | None = None,
    new_keys: tuple[str, ...] = (),
    choices: dict[str, Choices] | None = None,
    under: Mapping[Text, tuple[str, ...]] | None = None,
    **asked: Field,
) -> type[StepForm]:
    """Return a form that asks for the fields of a command, and gives the command.

    prefilled: what is known already, from the setting.
    new_keys:  fields of the command that get a key of their own when it is given.
    choices:   what can be chosen in a field; where there is one thing, it is chosen.
    under:     headings, and the fields that stand under each.
    """
    _require_complete(command_type, {*asked, *new_keys})

    def command(form: StepForm) -> Command:
        given = {name: _kept(form.cleaned_data[name]) for name in asked}
        given |= {key: uuid7() for key in new_keys}
        return command_type(**given)

    def known(form: StepForm, setting: Setting) -> dict[str, Any]:
        del form
        return prefilled(setting) if prefilled else {}

    def prepare(form: StepForm, setting: Setting) -> None:
        for name, offered in (choices or {}).items():
            _offer(form.fields[name], offered(setting))

    def groups(form: StepForm) -> list[tuple[Text, str, list[Any]]]:
        asked_of = {field.name: field for field in form.visible_fields()}
        found = [
            (heading, "", [asked_of[name] for name in names if name in asked_of])
            for heading, names in (under or {"": tuple(asked_of)}).items()
        ]
        return [group for group in found if group[2]]

    parts: dict[str, Any] = {
        **asked,
        "command": command,
        "prefilled": known,
        "prepare": prepare,
    }
    parts["groups"] = property(groups)
    return type(f"{command_type.__name__}Form", (StepForm,), parts)


def _offer(field: Any, offered: list[tuple[str, str]]) -> None:
    """Let the field offer the choices; where there is one only, tell and do not ask."""
    field.choices = offered
    if len(offered) == 1:
        field.initial = offered[0][0]
        if isinstance(field, One):
            field.widget = HiddenInput()
            field.only = offered[0][1]


def _require_complete(command_type: type[Command], given: set[str]) -> None:
    """Fail when the program starts, not when somebody has filled in the form."""
    parts = {part.name: part.default is MISSING for part in fields(command_type)}
    wrong = (given - set(parts)) | {n for n, must in parts.items() if must} - given
    if wrong:
        raise TypeError(f"The form of {command_type.__name__}: {sorted(wrong)}")


def _kept(answer: Any) -> Any:
    """Return the answer as a command holds it: several as a tuple."""
    return tuple(answer) if isinstance(answer, list) else answer

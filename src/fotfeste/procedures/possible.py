"""What is possible now in a case, asked of `decide` itself."""

import types
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.kinds import PROCEDURES, Case, Command, Kind, decide, kind_of
from fotfeste.procedures.refusal import RefusalCode, Refused

C = TypeVar("C")


def possible(case: Case, here: Circumstances) -> tuple[type[Command], ...]:
    """Return the commands that the case is open to now, in the procedure's order."""
    return tuple(kind for kind, no in weighed(case, here).items() if no is None)


def weighed(case: Case, here: Circumstances) -> dict[type[Command], Refused | None]:
    """Return the case's commands in their order, each with why it is impossible now.

    None: it is possible. A command that lacks something (a reason, a date) is; one that
    the stage does not list, or that is another person's to give, is not.
    """
    return {
        type(question): _why_not(case, question, here)
        for question in _questions(kind_of(case), here.today)
    }


def blank(kind: type[C], on: date = date(2000, 1, 1)) -> C:
    """Return the command or event with nothing filled in, to ask questions with.

    on: what every date in it is.
    """
    hints = get_type_hints(kind)
    assert is_dataclass(kind)  # noqa: S101 - all commands and events are
    return kind(**{f.name: _nothing(hints[f.name], on) for f in fields(kind)})


@lru_cache(maxsize=32)
def _questions(kind: Kind, on: date) -> tuple[Command, ...]:
    """Return the kind's commands with nothing filled in: the same for a whole day."""
    return tuple(blank(command, on) for command in PROCEDURES[kind].commands)


_NEVER = frozenset(
    {
        RefusalCode.NOT_NOW,
        RefusalCode.SAME_PERSON,
        RefusalCode.APPEAL_UNDER_WAY,
        RefusalCode.ASKED_ALREADY,
        RefusalCode.NOTHING_TO_SUSPEND,
        RefusalCode.DISQUALIFIED,
    }
)
"""What nobody can mend by filling in a form."""


def _why_not(case: Case, command: Command, here: Circumstances) -> Refused | None:
    try:
        decide(case, command, here)
    except Refused as refused:
        hopeless = [lack for lack in refused.lacks if lack.code in _NEVER]
        return Refused(*hopeless) if hopeless else None
    return None


def _nothing(kind: Any, on: date) -> Any:
    plain = {str: "", bool: False, int: 0, date: on, UUID: UUID(int=0)}
    if kind in plain:
        return plain[kind]
    origin = get_origin(kind)
    if origin is Literal:
        return get_args(kind)[0]
    if origin in (Union, types.UnionType):
        return None
    if origin is tuple:
        return ()
    if isinstance(kind, type) and is_dataclass(kind):
        return blank(kind, on)
    return next(iter(kind))

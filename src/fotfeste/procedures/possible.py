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
    """Return the commands that the case is open to now, in the procedure's order.

    A command that lacks something (a reason, a date) is possible; one the stage does
    not list, or that is another person's to give, is not.
    """
    return tuple(
        type(question)
        for question in _questions(kind_of(case), here.today)
        if _is_open_to(case, question, here)
    )


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


def _is_open_to(case: Case, command: Command, here: Circumstances) -> bool:
    try:
        decide(case, command, here)
    except Refused as refused:
        never = {
            RefusalCode.NOT_NOW,
            RefusalCode.SAME_PERSON,
            RefusalCode.APPEAL_UNDER_WAY,
            RefusalCode.ASKED_ALREADY,
            RefusalCode.NOTHING_TO_SUSPEND,
            RefusalCode.DISQUALIFIED,
        }
        return not never & {lack.code for lack in refused.lacks}
    return True


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

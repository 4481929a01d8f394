"""The stages of a procedure, found by letting every event happen in every stage."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import product
from typing import Any, Literal, get_args, get_origin, get_type_hints

from fotfeste.procedures.kinds import PROCEDURES, Case, Event, Kind
from fotfeste.procedures.possible import blank
from fotfeste.procedures.refusal import ImpossibleHistoryError


@dataclass(frozen=True, order=True)
class Move:
    """An event that may happen in a stage, and the stage that follows."""

    before: str
    event: str
    after: str

    @property
    def stays(self) -> bool:
        """Test that the case stands where it stood."""
        return self.before == self.after


@lru_cache(maxsize=16)
def moves(kind: Kind) -> tuple[Move, ...]:
    """Return every move of the procedure, in the order of its stages and events."""
    procedure = PROCEDURES[kind]
    events = [(event, one) for event in procedure.events for one in _variants(event)]
    found: dict[Move, None] = {}
    left, seen = [procedure.start], {_mark(procedure.start)}
    while left:
        case = left.pop(0)
        for event, one in events:
            after = _after(kind, case, one)
            if after is None:
                continue
            found[Move(_stage(case), event.__name__, _stage(after))] = None
            if _mark(after) not in seen:
                seen.add(_mark(after))
                left.append(after)
    stages = [stage.__name__ for stage in procedure.stages]
    order = [event.__name__ for event in procedure.events]
    return tuple(
        sorted(
            found,
            key=lambda m: (stages.index(m.before), order.index(m.event), m.after),
        )
    )


def _after(kind: Kind, case: Case, event: Event) -> Case | None:
    try:
        return PROCEDURES[kind].evolve(case, event)
    except ImpossibleHistoryError:
        return None


def _stage(case: Case) -> str:
    return type(case.stage).__name__


def _mark(case: Case) -> tuple[object, ...]:
    """Return what the next moves may depend on: the stage, and its yeses and noes."""
    stage: Any = case.stage
    told = [getattr(stage, f.name) for f in fields(stage)]
    return (_stage(case), *(value for value in told if isinstance(value, bool)))


def _variants(event: type[Event]) -> Iterator[Event]:
    """Yield the event with nothing filled in, for each choice that it has."""
    hints = get_type_hints(event)
    one = blank(event)
    choices = {
        f.name: values for f in fields(event) if (values := _choices(hints[f.name]))
    }
    for chosen in product(*choices.values()):
        changes: dict[str, Any] = dict(zip(choices, chosen, strict=True))
        yield replace(_numbered(one), **changes)


def _choices(kind: Any) -> tuple[object, ...]:
    if kind is bool:
        return (True, False)
    if get_origin(kind) is Literal:
        return get_args(kind)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return tuple(kind)
    return ()


def _numbered(event: Event) -> Event:
    """Return the event about a case's first decision."""
    changes: dict[str, Any] = {"number": 1} if hasattr(event, "number") else {}
    return replace(event, **changes)

"""What in the log of readings is worth a leader's look: worked out, never decided.

A warning accuses nobody. It says what stands in the log, so that somebody asks.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from statistics import median
from uuid import UUID

from fotfeste.law.calendar import Calendar


class Sign(StrEnum):
    """What there is to see."""

    OWN_FILE = "own-file"
    SURNAME = "surname"
    NEIGHBOUR = "neighbour"
    NO_CASE = "no-case"
    MANY = "many"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Seen:
    """A reading: who read about whom, and when (local time)."""

    id: UUID
    person: UUID
    stream: UUID
    employee: UUID
    name: str
    unit: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Warning:
    """Something to ask about: what, who, on which day, and the readings it is seen in.

    person: whom it is about; None where it is about no one in particular.
    usual:  how many people the employee usually reads about in a day.
    """

    sign: Sign
    employee: UUID
    name: str
    day: date
    readings: tuple[Seen, ...]
    person: UUID | None = None
    usual: float = 0

    @property
    def key(self) -> str:
        """Return what it is kept and found by: the same whenever it is worked out."""
        person = self.person or "-"
        return f"{self.day.isoformat()}.{self.sign}.{self.employee}.{person}"

    @property
    def people(self) -> int:
        """Return how many people were read about."""
        return len({seen.person for seen in self.readings})


def many(
    readings: Iterable[Seen],
    before: Mapping[UUID, Collection[int]],
    limit: int,
    times: int,
    floor: int,
) -> list[Warning]:
    """Return the days on which an employee read about many people.

    before: how many people each employee read about on each earlier day they read.
    limit:  more than this is many for anybody.
    times:  more than this many times one's own median is many, from `floor` people on.
    """
    found = []
    for (employee, day), seen in _by_day(readings).items():
        people = len({one.person for one in seen})
        usual = median(before[employee]) if before.get(employee) else 0
        unusual = people >= floor and usual and people > times * usual
        if people > limit or unusual:
            found.append(
                Warning(Sign.MANY, employee, seen[0].name, day, seen, usual=usual)
            )
    return found


def outside_hours(
    readings: Iterable[Seen], opens: time, closes: time, calendar: Calendar
) -> list[Warning]:
    """Return the days on which an employee read before or after the working day.

    On Saturdays, Sundays and public holidays there is none.
    """
    outside = [
        seen
        for seen in readings
        if not calendar.is_working_day(seen.at.date())
        or not opens <= seen.at.time() < closes
    ]
    return [
        Warning(Sign.HOURS, employee, seen[0].name, day, seen)
        for (employee, day), seen in _by_day(outside).items()
    ]


def same_surname(readings: Iterable[Seen], names: Mapping[UUID, str]) -> list[Warning]:
    """Return where an employee read about somebody with their own last name."""
    return _about_one(
        Sign.SURNAME,
        readings,
        lambda seen: (
            bool(surname(seen.name))
            and surname(seen.name) == surname(names.get(seen.person, ""))
        ),
    )


def own_file(
    readings: Iterable[Seen], own: Collection[tuple[UUID, UUID]]
) -> list[Warning]:
    """Return where an employee read about themselves; own: employee and person."""
    return _about_one(
        Sign.OWN_FILE, readings, lambda seen: (seen.employee, seen.person) in own
    )


def near(
    readings: Iterable[Seen], neighbours: Collection[tuple[UUID, UUID]]
) -> list[Warning]:
    """Return where an employee read about a neighbour; given as employee and person."""
    return _about_one(
        Sign.NEIGHBOUR,
        readings,
        lambda seen: (seen.employee, seen.person) in neighbours,
    )


def without_case(
    readings: Iterable[Seen], units: Mapping[UUID, Collection[str]]
) -> list[Warning]:
    """Return where somebody was read about who has no case in the employee's unit.

    units: from person to the units that have, or have done anything in, their cases.
    """
    return _about_one(
        Sign.NO_CASE, readings, lambda seen: seen.unit not in units.get(seen.person, ())
    )


def surname(name: str) -> str:
    """Return the last word of a name, as it is compared; nothing where there is one.

    A double surname counts by its last part.
    """
    words = unicodedata.normalize("NFC", name).replace("-", " ").casefold().split()
    return words[-1] if len(words) > 1 else ""


def _about_one(
    sign: Sign, readings: Iterable[Seen], is_so: Callable[[Seen], bool]
) -> list[Warning]:
    """Return one warning for each employee, person and day where it is so."""
    found: dict[tuple[UUID, date, UUID], list[Seen]] = {}
    for seen in readings:
        if is_so(seen):
            key = (seen.employee, seen.at.date(), seen.person)
            found.setdefault(key, []).append(seen)
    return [
        Warning(sign, employee, seen[0].name, day, tuple(seen), person)
        for (employee, day, person), seen in found.items()
    ]


def _by_day(readings: Iterable[Seen]) -> dict[tuple[UUID, date], tuple[Seen, ...]]:
    found: dict[tuple[UUID, date], tuple[Seen, ...]] = {}
    for seen in readings:
        key = (seen.employee, seen.at.date())
        found[key] = (*found.get(key, ()), seen)
    return found

"""The days on which what the nation says changes."""

from collections.abc import Iterable
from datetime import date, timedelta

from fotfeste.rulebook.book import Dated
from fotfeste.rulebook.national import (
    ActVersion,
    AppealRoutes,
    Holidays,
    IndividualDecisions,
    Names,
    SmallCells,
)
from fotfeste.rulebook.reading import Reading


def days_of_change(reading: Reading) -> list[date]:
    """Return each day on which a national rule or name begins, or is over."""
    acts = reading.of(ActVersion).values()
    versions: list[Dated] = [
        *acts,
        *reading.of(AppealRoutes).values(),
        *reading.of(Holidays).values(),
        *reading.of(IndividualDecisions).values(),
        *reading.of(SmallCells).values(),
        *(
            name
            for names in reading.of(Names).values()
            for thing in names.things
            for name in thing.names
        ),
    ]
    ends = [v.valid_to + timedelta(days=1) for v in versions if v.valid_to]
    late = [t.valid_from for act in acts for t in act.terms if t.valid_from]
    return sorted({*(v.valid_from for v in versions), *ends, *late})


def days_within(version: Dated, changes: Iterable[date]) -> list[date]:
    """Return the version's first day, and the days of change while it is in force."""
    last = version.valid_to or date.max
    return [
        version.valid_from,
        *(day for day in changes if version.valid_from < day <= last),
    ]

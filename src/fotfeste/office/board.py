"""What a leader sees of the cases as a whole: few questions, each of one index."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from fotfeste.office.tally import Counted

SOON = timedelta(days=7)
"""What is due so soon is shown with what is late."""

DUE_SOON, LATE = 1, 2

AGES = (7, 30, 90, 180)
"""The last day of each band of age but the oldest, in days of the calendar."""


@dataclass(frozen=True, slots=True)
class OpenCases:
    """How many open cases there are of a kind, alike in all that the board shows.

    age:     which band of age they are in, the youngest is 0.
    urgency: LATE, DUE_SOON, or 0.
    """

    unit: str
    due_term: str
    assignee: UUID | None
    age: int
    urgency: int
    count: int


@dataclass(frozen=True, slots=True)
class Waits:
    """How long it took, in days of the calendar.

    median: half of them took no longer.
    most:   nine of ten took no longer.
    """

    cases: int
    median: int
    most: int


def open_cases(municipality: str, today: date) -> list[OpenCases]:
    """Return the open cases by all that the board divides them by; call inside a fence.

    One reading of one index, whatever is then shown of it. Of what lies in a person's
    own file it is a message without an answer that is open.
    """
    with connection.cursor() as cursor:
        youngest = [today - timedelta(days=last) for last in AGES]
        cursor.execute(_OPEN, [*youngest, today, today + SOON, municipality])
        return [OpenCases(*row) for row in cursor.fetchall()]


_OPEN = """
SELECT unit, due_term, assignee,
    (received_on < %s)::int + (received_on < %s)::int + (received_on < %s)::int
        + (received_on < %s)::int AS age,
    (due_on < %s)::int + (due_on <= %s)::int AS urgency,
    count(*)
FROM office_case WHERE municipality = %s AND is_open
GROUP BY 1, 2, 3, 4, 5
"""
"""Numbers for what is compared: a hundred thousand rows are sorted into few heaps."""


def summed(cases: Iterable[OpenCases], *fields: str) -> Counter[tuple[object, ...]]:
    """Return how many there are, by the fields that are named."""
    found: Counter[tuple[object, ...]] = Counter()
    for one in cases:
        found[tuple(getattr(one, field) for field in fields)] += one.count
    return found


def counted(
    municipality: str, first: date, last: date
) -> dict[Counted, Counter[tuple[str, str]]]:
    """Return what was counted from month to month, by key and outcome.

    first, last: the first day of the first and of the last month, both inclusive.
    """
    found: dict[Counted, Counter[tuple[str, str]]] = {one: Counter() for one in Counted}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT counted, key, outcome, sum(count) FROM office_tally"
            " WHERE municipality = %s AND month BETWEEN %s AND %s GROUP BY 1, 2, 3",
            [municipality, first, last],
        )
        for what, key, outcome, count in cursor.fetchall():
            found[Counted(what)][key, outcome] = int(count)
    return found


def years(municipality: str) -> list[int]:
    """Return the years in which something was counted, the last first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT extract(year FROM month)::int FROM office_tally"
            " WHERE municipality = %s ORDER BY 1 DESC",
            [municipality],
        )
        return [year for (year,) in cursor.fetchall()]


def waits(counts: Counter[tuple[str, str]], what: str, fewest: int) -> Waits | None:
    """Return how long it took, or None where there are fewer cases than may be shown.

    The very days are counted, so both numbers are exact: days that somebody waited.
    """
    days = sorted((int(n), count) for (key, n), count in counts.items() if key == what)
    cases = sum(count for _, count in days)
    if cases == 0 or cases < fewest:
        return None
    return Waits(cases, _share(days, cases, 50), _share(days, cases, 90))


def _share(days: list[tuple[int, int]], cases: int, percent: int) -> int:
    """Return the fewest days that so many per cent took no longer than."""
    seen = 0
    for took, count in days:
        seen += count
        if seen * 100 >= cases * percent:
            return took
    raise AssertionError("All of them took no longer than the last")

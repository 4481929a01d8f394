"""The cases that lack something, a page at a time, the newest lack first."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from fotfeste.office.closed import SEEN

PAGE = 50


@dataclass(frozen=True, slots=True)
class Lacking:
    """A case that lacks something: no name and no word of anybody.

    seen: whether the employee who asks may open the case.
    """

    stream: UUID
    reference: str
    unit: str
    stage: str
    since: date
    seen: bool


@dataclass(frozen=True, slots=True)
class Before:
    """Where the page before ended: the next one is older."""

    since: date
    reference: str


def lacking_counts(municipality: str, unit: str | None, today: date) -> dict[str, int]:
    """Return how many cases lack each thing today; call inside a fence.

    unit: None for all.
    """
    whose = "AND unit = %(unit)s" if unit else ""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT lack, count(*) FROM office_lack"  # noqa: S608 - the words are ours
            f" WHERE municipality = %(municipality)s AND since <= %(today)s {whose}"
            " GROUP BY lack",
            {"municipality": municipality, "unit": unit, "today": today},
        )
        return dict(cursor.fetchall())


def lacking(
    municipality: str,
    lack: str,
    *,
    unit: str | None,
    today: date,
    asks: UUID,
    before: Before | None = None,
) -> tuple[list[Lacking], Before | None]:
    """Return a page of the cases that lack it today, and where it ended.

    Those that are closed to the employee who asks are there too, so that the list is
    true: without a way in. Reads one page of an index. Call inside a fence.

    asks: the employee's key.
    """
    start = before or Before(date.max, "")
    whose = "AND l.unit = %(unit)s" if unit else ""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT office_case.stream, l.reference, l.unit, stage, since,"  # noqa: S608 - the words are ours
            f" {SEEN} FROM office_lack l JOIN office_case"
            " ON office_case.municipality = l.municipality"
            " AND office_case.stream = l.stream"
            " WHERE l.municipality = %(municipality)s AND lack = %(lack)s"
            f" AND since <= %(today)s {whose}"
            " AND (since, l.reference) < (%(since)s, %(reference)s)"
            " ORDER BY since DESC, l.reference DESC LIMIT %(limit)s",
            {
                "municipality": municipality, "lack": lack, "today": today,
                "unit": unit, "since": start.since, "reference": start.reference,
                "limit": PAGE + 1, "who": asks,
            },
        )  # fmt: skip
        rows = [Lacking(*row) for row in cursor.fetchall()]
    if len(rows) <= PAGE:
        return rows, None
    return rows[:PAGE], Before(rows[PAGE - 1].since, rows[PAGE - 1].reference)

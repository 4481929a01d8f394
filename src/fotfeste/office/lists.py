"""Lists of cases, a page at a time, by the day something is due."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from fotfeste.office.case_row import NOTHING_DUE

PAGE = 50


@dataclass(frozen=True, slots=True)
class ListedCase:
    """One line of a list."""

    stream: UUID
    kind: str
    person: UUID
    reference: str
    stage: str
    received_on: date
    due_on: date | None
    due_term: str


@dataclass(frozen=True, slots=True)
class After:
    """Where the page before ended: the next one begins after it."""

    due_on: date
    reference: str


_COLUMNS = "stream, kind, person, reference, stage, received_on, due_on, due_term"


def worklist(
    municipality: str, unit: str | None, after: After | None = None
) -> tuple[list[ListedCase], After | None]:
    """Return a page of the unit's open cases, soonest due first, and where it ended.

    unit: None for all, in a municipality that has ended: its units are no more.
    Reads one page of an index however many cases there are. Call inside a fence.
    """
    start = after or After(date.min, "")
    whose = "unit = %s" if unit else "true"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM office_case"  # noqa: S608 - the columns are ours
            f" WHERE municipality = %s AND {whose} AND is_open"
            " AND (due_on, reference) > (%s, %s)"
            " ORDER BY due_on, reference LIMIT %s",
            [
                municipality, *([unit] if unit else []), start.due_on, start.reference,
                PAGE + 1,
            ],
        )  # fmt: skip
        rows = cursor.fetchall()
    page = [_listed(row) for row in rows[:PAGE]]
    if len(rows) <= PAGE:
        return page, None
    last = rows[PAGE - 1]
    return page, After(last[6], last[3])


def cases_of(municipality: str, person: UUID) -> list[ListedCase]:
    """Return the person's cases, the latest first. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM office_case"  # noqa: S608 - the columns are ours
            " WHERE municipality = %s AND person = %s"
            " ORDER BY received_on DESC, reference DESC",
            [municipality, person],
        )
        return [_listed(row) for row in cursor.fetchall()]


def find_by_reference(municipality: str, reference: str) -> ListedCase | None:
    """Return the case with the reference, or None. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM office_case"  # noqa: S608 - the columns are ours
            " WHERE municipality = %s AND reference = %s",
            [municipality, reference],
        )
        row = cursor.fetchone()
    return _listed(row) if row else None


def _listed(row: tuple[UUID, str, UUID, str, str, date, date, str]) -> ListedCase:
    stream, kind, person, reference, stage, received_on, due_on, due_term = row
    due = None if due_on == NOTHING_DUE else due_on
    return ListedCase(
        stream, kind, person, reference, stage, received_on, due, due_term
    )

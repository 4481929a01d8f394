"""The log of readings, a page at a time, and what leaders have looked into."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from fotfeste.access.models import Employee, Reading
from fotfeste.access.readings import OF_REVIEW, What
from fotfeste.ledger.log import uuid7

PAGE = 50
_COLUMNS = (
    "municipality", "id", "person", "stream", "employee", "name", "unit", "ground",
    "at", "what", "reason",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which readings are wanted: those of a unit, and perhaps only some of them.

    since, before: the first moment, and the first that is too late.
    with_lists:    also names seen on lists, which are many and say little.
    """

    unit: str
    employee: UUID | None = None
    person: UUID | None = None
    ground: str = ""
    since: datetime | None = None
    before: datetime | None = None
    with_lists: bool = False


@dataclass(frozen=True, slots=True)
class After:
    """Where the page before ended."""

    at: datetime
    id: UUID


@dataclass(frozen=True, slots=True)
class Review:
    """That a leader has looked into a warning, and what they wrote."""

    warning: str
    note: str
    made_by: UUID
    made_at: datetime


def log_page(
    municipality: str, wanted: Wanted, after: After | None = None, size: int = PAGE
) -> tuple[list[Reading], After | None]:
    """Return a page of readings, the latest first, and where it ended.

    Reads one page of an index however long the log is. Call inside a fence.
    """
    which, values = _which(municipality, wanted)
    if after:
        which += " AND (at, id) < (%s, %s)"
        values += [after.at, after.id]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(_COLUMNS)} FROM access_reading"  # noqa: S608 - ours
            f" WHERE {which} ORDER BY at DESC, id DESC LIMIT %s",
            [*values, size + 1],
        )
        rows = [
            Reading(**dict(zip(_COLUMNS, row, strict=True)))
            for row in cursor.fetchall()
        ]
    page = rows[:size]
    more = len(rows) > size
    return page, After(page[-1].at, page[-1].id) if more else None


def people_by_day(
    municipality: str, unit: str, since: datetime, before: datetime
) -> dict[UUID, list[int]]:
    """Return how many people each employee read about on each day they read.

    Call inside a fence.
    """
    found: dict[UUID, list[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT employee, count(DISTINCT person) FROM access_reading"
            " WHERE municipality = %s AND unit = %s AND at >= %s AND at < %s"
            " AND ground <> ALL(%s) AND what <> 'list'"
            " GROUP BY employee, (at AT TIME ZONE 'Europe/Oslo')::date",
            [municipality, unit, since, before, list(OF_REVIEW)],
        )
        for employee, people in cursor.fetchall():
            found.setdefault(employee, []).append(people)
    return found


def note_readings(
    municipality: str,
    employee: Employee,
    read: dict[UUID, UUID],
    ground: str,
    at: datetime,
) -> None:
    """Record that the employee saw who several people are, in one go.

    read: from person to the case they were seen by. Call inside a fence.
    """
    Reading.objects.bulk_create(
        Reading(
            municipality=municipality, id=uuid7(), person=person, stream=stream,
            employee=employee.id, name=employee.name, unit=employee.unit,
            ground=ground, at=at,
        )
        for person, stream in read.items()
    )  # fmt: skip


def review(
    municipality: str, warning: str, employee: UUID, note: str, by: UUID, at: datetime
) -> None:
    """Keep that a leader has looked into a warning about the employee.

    Call inside a fence.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO access_review"
            " (municipality, id, warning, employee, note, made_by, made_at)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s)",
            [municipality, uuid7(), warning, employee, note, by, at],
        )


def reviews(municipality: str, warnings: list[str]) -> dict[str, list[Review]]:
    """Return what was found of the warnings, the first first. Call inside a fence."""
    found: dict[str, list[Review]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT warning, note, made_by, made_at FROM access_review"
            " WHERE municipality = %s AND warning = ANY(%s) ORDER BY made_at, id",
            [municipality, warnings],
        )
        for row in cursor.fetchall():
            found.setdefault(row[0], []).append(Review(*row))
    return found


def _which(
    municipality: str, wanted: Wanted
) -> tuple[str, list[str | UUID | datetime | int]]:
    asked: dict[str, str | UUID | datetime | None] = {
        "municipality = %s": municipality,
        "unit = %s": wanted.unit,
        "employee = %s": wanted.employee,
        "person = %s": wanted.person,
        "ground = %s": wanted.ground or None,
        "at >= %s": wanted.since,
        "at < %s": wanted.before,
        "what <> %s": None if wanted.with_lists else What.LIST,
    }
    some = {words: value for words, value in asked.items() if value is not None}
    return " AND ".join(some), list(some.values())

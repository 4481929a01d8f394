"""The log of readings: every time an employee reads about a person (pjl § 22 a)."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import connection

from fotfeste.access.models import Employee, Reading
from fotfeste.ledger.log import uuid7


class Ground(StrEnum):
    """What an employee's access to a person's file rests on."""

    ASSIGNED = "assigned"
    STAND_IN = "stand-in"
    UNIT = "unit"
    LEADER = "leader"
    REASON = "reason"
    EMERGENCY = "emergency"
    REVIEW = "review"
    EXPORT = "export"
    DISPATCH = "dispatch"


OF_REVIEW = (Ground.REVIEW, Ground.EXPORT)
"""Grounds of readings that a review itself leaves: it warns of no review."""


class What(StrEnum):
    """What was read: a name on a list is little, a case is much."""

    LIST = "list"
    CASE = "case"
    PERSON = "person"
    STEP = "step"
    INTERVIEW = "interview"
    LETTER = "letter"
    DOCUMENT = "document"


def note_reading(
    municipality: str,
    employee: Employee,
    *,
    person: UUID,
    stream: UUID,
    ground: str,
    at: datetime,
    what: str = What.CASE,
    reason: str = "",
) -> None:
    """Record that the employee read the case, and on what ground (pjl § 22 a).

    municipality: whose case it is; after a merger the employee is a successor's.
    reason:       what they said, where they had no part in the person's cases.
    """
    Reading.objects.create(
        municipality=municipality,
        id=uuid7(),
        person=person,
        stream=stream,
        employee=employee.id,
        name=employee.name,
        unit=employee.unit,
        organisation=employee.municipality,
        ground=ground,
        what=what,
        reason=reason,
        at=at,
    )


def note_listed(
    municipality: str,
    employee: Employee,
    listed: Iterable[tuple[UUID, UUID]],
    at: datetime,
    ground: Ground = Ground.UNIT,
) -> None:
    """Record that the employee saw the people's names on a list, once a day for each.

    listed: the person and the case of each line. Call inside a fence.
    """
    rows = [(uuid7(), person, stream) for person, stream in listed]
    if not rows:
        return
    ids, people, streams = zip(*rows, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(
            _LISTED,
            [
                municipality, employee.id, employee.name, employee.unit, ground,
                at, employee.municipality, What.LIST, list(ids), list(people),
                list(streams),
            ],
        )  # fmt: skip


_LISTED = """
    INSERT INTO access_reading (
        municipality, employee, name, unit, ground, at, organisation, what, reason, id,
        person, stream
    )
    SELECT %s, %s, %s, %s, %s, %s, %s, %s, '', r.id, r.person, r.stream
    FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[]) AS r (id, person, stream)
    ON CONFLICT DO NOTHING
"""


MOST_LISTS = 500
"""How many of the times a name stood on a list are told of; of the rest, all are."""


def readings_of(municipality: str, person: UUID) -> list[Reading]:
    """Return who has read about the person, the latest first. Call inside a fence."""
    about = Reading.objects.filter(municipality=municipality, person=person)
    lists = about.filter(what=What.LIST).order_by("-at")[:MOST_LISTS]
    return sorted(
        [*about.exclude(what=What.LIST), *lists], key=lambda one: one.at, reverse=True
    )

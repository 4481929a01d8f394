"""The log of readings: every time an employee opens a person's case."""

from datetime import datetime
from uuid import UUID

from fotfeste.access.models import Employee, Reading
from fotfeste.ledger.log import uuid7

REVIEW, EXPORT = "Gjennomgang av innsynsloggen", "Tok ut innsynsloggen"

OF_REVIEW = (REVIEW, EXPORT)
"""Grounds of readings that a review itself leaves: it warns of no review."""


def note_reading(
    municipality: str,
    employee: Employee,
    *,
    person: UUID,
    stream: UUID,
    ground: str,
    at: datetime,
) -> None:
    """Record that the employee read the case, and on what ground (pjl § 22 a).

    municipality: whose case it is; after a merger the employee is a successor's.
    """
    Reading.objects.create(
        municipality=municipality,
        id=uuid7(),
        person=person,
        stream=stream,
        employee=employee.id,
        name=employee.name,
        unit=employee.unit,
        ground=ground,
        at=at,
    )


def readings_of(municipality: str, person: UUID) -> list[Reading]:
    """Return who has read the person's cases, the latest first."""
    return list(
        Reading.objects.filter(municipality=municipality, person=person).order_by(
            "-at"
        )[:200]
    )

"""What an employee's access to a person's cases rests on: their part in them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from fotfeste.access.models import Employee
from fotfeste.access.policy import Role
from fotfeste.access.readings import Ground
from fotfeste.access.reasons import Why


@dataclass(frozen=True, slots=True)
class Access:
    """The ground on which an employee may look, and the reason where they gave one."""

    ground: Ground
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """What the cases say of an employee's part in them, and why they asked to look."""

    is_closed: bool
    has: bool
    stands_in: bool
    unit_has: bool
    unit_had: bool
    why: str | None
    words: str | None


def access_to(
    municipality: str,
    employee: Employee,
    person: UUID,
    now: datetime,
    stands_in_for: Collection[UUID] = (),
) -> Access | None:
    """Return what the employee's access to the person rests on; None without a reason.

    Whoever has an open case of the person, or whose unit has one, has a part in them;
    so has the unit's leader, after it is closed too. Others say why (hpl § 21,
    pjl § 16). Whom the cases are closed to sees them only where life is at stake.
    Call inside a fence.

    stands_in_for: the colleagues whose cases are the employee's today.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            _PART,
            {
                "municipality": municipality,
                "person": person,
                "employee": employee.id,
                "for": list(stands_in_for),
                "unit": employee.unit,
                # After a merger the successor's employees have all of the old cases.
                "successor": employee.municipality != municipality,
                "now": now,
            },
        )
        part = _Part(*cursor.fetchone())
    reason = None
    if part.why:
        emergency = part.why == Why.EMERGENCY
        ground = Ground.EMERGENCY if emergency else Ground.REASON
        reason = Access(ground, part.words or "")
    if part.is_closed:
        return reason if reason and reason.ground is Ground.EMERGENCY else None
    grounds = {
        Ground.ASSIGNED: part.has,
        Ground.STAND_IN: part.stands_in,
        Ground.UNIT: part.unit_has,
        Ground.LEADER: part.unit_had and employee.role == Role.LEADER,
    }
    held = next((ground for ground, holds in grounds.items() if holds), None)
    return Access(held) if held else reason


_PART = """
    SELECT
        EXISTS (
            SELECT FROM office_closed k
            WHERE k.municipality = %(municipality)s AND k.person = %(person)s
            AND (
                NOT %(employee)s = ANY (k.circle) OR %(employee)s = ANY (k.barred)
            )
        ),
        coalesce(bool_or(c.assignee = %(employee)s AND c.is_open), false),
        coalesce(bool_or(c.assignee = ANY (%(for)s::uuid[]) AND c.is_open), false),
        coalesce(bool_or((c.unit = %(unit)s OR %(successor)s) AND c.is_open), false),
        coalesce(bool_or(c.unit = %(unit)s), false),
        max(r.why), max(r.words)
    FROM (SELECT %(person)s::uuid AS person) p
    LEFT JOIN office_case c
        ON c.municipality = %(municipality)s AND c.person = p.person
    LEFT JOIN LATERAL (
        SELECT why, words FROM access_reason
        WHERE municipality = %(municipality)s AND person = p.person
        AND employee = %(employee)s AND valid_to > %(now)s
        ORDER BY why = 'emergency' DESC, at DESC LIMIT 1
    ) r ON true
"""

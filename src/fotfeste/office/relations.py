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


def access_to(
    municipality: str,
    employee: Employee,
    person: UUID,
    now: datetime,
    stands_in_for: Collection[UUID] = (),
) -> Access | None:
    """Return what the employee's access to the person rests on; None without a reason.

    Whoever has one of the cases, or whose unit has one that is open, has a part in
    them; so has the unit's leader, after it is closed too. Others say why (hpl § 21,
    pjl § 16). Call inside a fence.

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
                "now": now,
            },
        )
        assigned, stand_in, unit, ever, why, words = cursor.fetchone() or _NO_PART
    # After a merger the successor's employees have all of the old cases.
    unit = unit or employee.municipality != municipality
    if assigned:
        return Access(Ground.ASSIGNED)
    if stand_in:
        return Access(Ground.STAND_IN)
    if unit:
        return Access(Ground.UNIT)
    if ever and employee.role == Role.LEADER:
        return Access(Ground.LEADER)
    if why:
        emergency = why == Why.EMERGENCY
        return Access(Ground.EMERGENCY if emergency else Ground.REASON, str(words))
    return None


_NO_PART = (False, False, False, False, None, None)
_PART = """
    SELECT
        coalesce(bool_or(c.assignee = %(employee)s), false),
        coalesce(bool_or(c.assignee = ANY (%(for)s::uuid[])), false),
        coalesce(bool_or(c.unit = %(unit)s AND c.is_open), false),
        coalesce(bool_or(c.unit = %(unit)s), false),
        max(r.why), max(r.words)
    FROM (SELECT %(person)s::uuid AS person) p
    LEFT JOIN office_case c
        ON c.municipality = %(municipality)s AND c.person = p.person
    LEFT JOIN LATERAL (
        SELECT why, words FROM access_reason
        WHERE municipality = %(municipality)s AND person = p.person
        AND employee = %(employee)s AND valid_to > %(now)s
        ORDER BY at DESC LIMIT 1
    ) r ON true
"""

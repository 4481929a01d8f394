"""Leave, and who has a colleague's cases meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db import connection

from fotfeste.access.authorisations import histories
from fotfeste.access.days import Days, cover
from fotfeste.access.employing import lock_staff
from fotfeste.access.models import Employee
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import uuid7


class Refusal(StrEnum):
    """Why a leave is not registered or ended."""

    ENDS_FIRST = "ends-first"
    IN_THE_PAST = "in-the-past"
    SAME_PERSON = "same-person"
    NOT_AUTHORISED = "not-authorised"
    AWAY_ALREADY = "away-already"
    STANDS_IN = "stands-in"
    STAND_IN_AWAY = "stand-in-away"
    STAND_IN_NOT_AUTHORISED = "stand-in-not-authorised"
    NOT_HERE = "not-here"


class LeaveRefusedError(Exception):
    """A leave is not registered or ended; says why, and which other leave it meets."""

    def __init__(self, why: Refusal, other: "Leave | None" = None) -> None:
        super().__init__(why.value)
        self.why = why
        self.other = other


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody is away, and another has their cases. Ended: it no longer counts."""

    id: UUID
    employee: UUID
    stand_in: UUID
    days: Days
    made_by: UUID
    made_at: datetime
    ended_by: UUID | None = None
    ended_at: datetime | None = None


_COLUMNS = (
    "id, employee, stand_in, valid_from, valid_to, made_by, made_at, ended_by, ended_at"
)


def stands_in_for(municipality: str, employee: UUID, today: date) -> list[UUID]:
    """Return the colleagues whose cases are the employee's today.

    Call inside a fence.
    """
    return [
        leave.employee
        for leave in _found(
            municipality, "stand_in = %s AND valid_from <= %s AND %s <= valid_to",
            [employee, today, today],
        )
    ]  # fmt: skip


def away(municipality: str, today: date) -> dict[UUID, Leave]:
    """Return who is away today, each with their leave. Call inside a fence."""
    return {
        leave.employee: leave
        for leave in _found(
            municipality, "valid_from <= %s AND %s <= valid_to", [today, today]
        )
    }


def leaves(municipality: str, since: date) -> list[Leave]:
    """Return the leaves that are not over on the day. Call inside a fence."""
    return _found(municipality, "valid_to >= %s", [since])


def take_leave(
    municipality: str, employee: UUID, stand_in: UUID, days: Days, by: UUID,
    now: datetime, today: date,
) -> UUID:  # fmt: skip
    """Register that the employee is away, and who has their cases meanwhile.

    Raises: LeaveRefusedError - the days are wrong or taken, or the stand-in cannot.
    """
    if days.end < days.first:
        raise LeaveRefusedError(Refusal.ENDS_FIRST)
    if days.end < today:
        raise LeaveRefusedError(Refusal.IN_THE_PAST)
    if employee == stand_in:
        raise LeaveRefusedError(Refusal.SAME_PERSON)
    with fenced(municipality):
        lock_staff(municipality)
        _require_free(employee, stand_in, days, leaves(municipality, today))
        _require_authorised(municipality, employee, stand_in, days, today)
        key = uuid7()
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO access_leave (municipality, id, employee, stand_in,"
                " valid_from, valid_to, made_by, made_at)"
                " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
                [
                    municipality, key, employee, stand_in, days.first, days.end, by, now
                ],
            )  # fmt: skip
    return key


def end_leave(municipality: str, key: UUID, by: UUID, now: datetime) -> None:
    """Let the leave count no more, from now on; one that has not begun is undone.

    Raises: LeaveRefusedError - there is no such leave, or it was ended before.
    """
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE access_leave SET ended_by = %s, ended_at = %s"
            " WHERE municipality = %s AND id = %s AND ended_at IS NULL",
            [by, now, municipality, key],
        )
        if not cursor.rowcount:
            raise LeaveRefusedError(Refusal.NOT_HERE)


def can_stand_in(municipality: str, stand_in: Employee, unit: str, days: Days) -> bool:
    """Test that the employee is authorised in the unit on all the days.

    Call inside a fence.
    """
    found = histories(municipality, [stand_in])[stand_in.id]
    return cover((one.days for one in found if one.given.unit == unit), days)


def _require_free(
    employee: UUID, stand_in: UUID, days: Days, others: Iterable[Leave]
) -> None:
    """Raise where the leave meets another that one of the two has a part in."""
    for other in others:
        if not other.days.meets(days):
            continue
        if other.employee == employee:
            raise LeaveRefusedError(Refusal.AWAY_ALREADY, other)
        if other.stand_in == employee:
            raise LeaveRefusedError(Refusal.STANDS_IN, other)
        if other.employee == stand_in:
            raise LeaveRefusedError(Refusal.STAND_IN_AWAY, other)


def _require_authorised(
    municipality: str, employee: UUID, stand_in: UUID, days: Days, today: date
) -> None:
    """Raise unless the two work in the same unit, the stand-in on all the days."""
    known = {
        one.id: one
        for one in Employee.objects.filter(
            municipality=municipality, id__in=[employee, stand_in]
        )
    }
    if employee not in known or stand_in not in known:
        raise LeaveRefusedError(Refusal.NOT_HERE)
    who = known[employee]
    if Days(who.valid_from, who.valid_to).end < today:
        raise LeaveRefusedError(Refusal.NOT_AUTHORISED)
    # Of the days that are past, nobody has the cases any more.
    left = Days(max(days.first, today), days.last)
    if not can_stand_in(municipality, known[stand_in], who.unit, left):
        raise LeaveRefusedError(Refusal.STAND_IN_NOT_AUTHORISED)


def _found(municipality: str, which: str, values: list[UUID | date]) -> list[Leave]:
    """Return the leaves that still count and are among those asked for."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM access_leave"  # noqa: S608 - the words are ours
            f" WHERE municipality = %s AND ended_at IS NULL AND {which}"
            " ORDER BY valid_from, made_at",
            [municipality, *values],
        )
        return [
            Leave(row[0], row[1], row[2], Days(row[3], row[4]), *row[5:])
            for row in cursor.fetchall()
        ]

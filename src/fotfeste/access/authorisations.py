"""What access an employee was given, by whom and until when: worked out from rows.

Access is given for a time and ended; no row is ever changed. What an employee may do
today stands in `access_employee`, which follows from the rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from uuid import UUID

from django.db import connection

from fotfeste.access.days import Days
from fotfeste.access.models import Employee
from fotfeste.access.policy import SYSTEM_ID
from fotfeste.ledger.log import uuid7


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is stored: access given, or how the row `ends` was ended."""

    id: UUID
    employee: UUID
    ends: UUID | None
    unit: str
    role: str
    valid_from: date
    valid_to: date | None
    made_by: UUID
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Authorisation:
    """Access that was given, and who ended it before its time, where somebody did.

    made_by: SYSTEM_ID where it was given before such rows were kept.
    ended:   who ended it, when, and the last day that was left of it.
    """

    given: Row
    ended: Row | None = None

    @property
    def days(self) -> Days:
        """Return the days it is good for; none where it ended before it began."""
        last = self.ended.valid_to if self.ended else self.given.valid_to
        return Days(self.given.valid_from, last)

    @property
    def is_empty(self) -> bool:
        """Test that it is good for no day at all."""
        return self.days.end < self.days.first


def authorisations(rows: Iterable[Row]) -> list[Authorisation]:
    """Return what was given, in the order of its days; the shortest ending holds."""
    given: dict[UUID, Authorisation] = {}
    for row in sorted(rows, key=lambda row: row.made_at):
        if row.ends is None:
            given[row.id] = Authorisation(row)
        elif row.ends in given:
            known = given[row.ends]
            if Days(row.valid_from, row.valid_to).end < known.days.end:
                given[row.ends] = replace(known, ended=row)
    return sorted(given.values(), key=lambda one: (one.days.first, one.given.made_at))


def standing(found: list[Authorisation], today: date) -> Authorisation:
    """Return the one that holds today; else the next to come, else the last there was.

    found: at least one.
    """
    real = [one for one in found if not one.is_empty]
    now = [one for one in real if one.days.has(today)]
    coming = [one for one in real if today < one.days.first]
    over = sorted(real, key=lambda one: one.days.end)
    return (now[-1:] or coming[:1] or over[-1:] or found[-1:])[0]


_COLUMNS = "id, employee, ends, unit, role, valid_from, valid_to, made_by, made_at"


def rows_of(municipality: str, employee: UUID | None = None) -> dict[UUID, list[Row]]:
    """Return the rows of an employee, or of all, by employee. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM access_authorisation"  # noqa: S608 - ours
            " WHERE municipality = %s AND (%s::uuid IS NULL OR employee = %s)"
            " ORDER BY made_at, id",
            [municipality, employee, employee],
        )
        found: dict[UUID, list[Row]] = {}
        for values in cursor.fetchall():
            row = Row(*values)
            found.setdefault(row.employee, []).append(row)
    return found


def history(municipality: str, employee: Employee) -> list[Authorisation]:
    """Return all access the employee was given. Call inside a fence.

    Who was here before such rows were kept has what stands in their own row.
    """
    rows = rows_of(municipality, employee.id).get(employee.id)
    return authorisations(rows) if rows else [_from_before(employee)]


def histories(
    municipality: str, employees: Iterable[Employee]
) -> dict[UUID, list[Authorisation]]:
    """Return all access each employee was given, in one query. Call inside a fence."""
    rows = rows_of(municipality)
    return {
        one.id: authorisations(rows[one.id]) if one.id in rows else [_from_before(one)]
        for one in employees
    }


def add(municipality: str, rows: Iterable[Row]) -> None:
    """Add the rows. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO access_authorisation (municipality, {_COLUMNS})"  # noqa: S608
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [
                [
                    municipality, row.id, row.employee, row.ends, row.unit, row.role,
                    row.valid_from, row.valid_to, row.made_by, row.made_at,
                ]
                for row in rows
            ],
        )  # fmt: skip


def keep_what_was(municipality: str, employee: Employee) -> list[Authorisation]:
    """Return all access the employee was given, and see that there are rows for it.

    Call inside a fence.
    """
    found = history(municipality, employee)
    if not rows_of(municipality, employee.id):
        add(municipality, [found[0].given])
    return found


def ending(one: Authorisation, last: date, by: UUID, at: datetime) -> Row:
    """Return the row that ends the access after the last day."""
    return replace(
        one.given, id=uuid7(), ends=one.given.id, valid_to=last, made_by=by, made_at=at
    )


def let_stand(municipality: str, employee: Employee, today: date) -> Employee:
    """Let the employee's own row say what holds today. Call inside a fence."""
    now = standing(history(municipality, employee), today)
    stands = {
        "unit": now.given.unit,
        "role": now.given.role,
        "valid_from": now.days.first,
        "valid_to": now.days.last,
    }
    if any(getattr(employee, name) != value for name, value in stands.items()):
        Employee.objects.filter(municipality=municipality, id=employee.id).update(
            **stands
        )
        for name, value in stands.items():
            setattr(employee, name, value)
    return employee


def authorised(municipality: str, key: UUID, today: date) -> Employee | None:
    """Return the employee, if they are authorised today. Call inside a fence.

    Who has access that begins today gets it now, without anybody having to do anything.
    """
    employee = Employee.objects.filter(municipality=municipality, id=key).first()
    if employee is None:
        return None
    if not Days(employee.valid_from, employee.valid_to).has(today):
        employee = let_stand(municipality, employee, today)
    if Days(employee.valid_from, employee.valid_to).has(today):
        return employee
    return None


def _from_before(employee: Employee) -> Authorisation:
    first = employee.valid_from
    at = datetime.combine(first, time(), UTC)
    return Authorisation(
        Row(
            employee.id, employee.id, None, employee.unit, employee.role, first,
            employee.valid_to, SYSTEM_ID, at,
        )
    )  # fmt: skip

"""Giving employees access for a time, changing it and ending it (pjforskr § 13).

Each call locks the municipality's staff: of several who change it at once, each sees
what the one before has done.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db import connection

from fotfeste.access.authorisations import (
    Authorisation,
    Row,
    add,
    ending,
    histories,
    keep_what_was,
    let_stand,
)
from fotfeste.access.days import Days
from fotfeste.access.models import Employee
from fotfeste.access.policy import Role
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.keys import KeyRing
from fotfeste.ledger.log import uuid7

_DAY = timedelta(days=1)

OPERATOR = UUID(int=1)
"""Whoever runs the installation, and gave the first leader access."""


class Refusal(StrEnum):
    """Why access is not given, changed or ended."""

    ENDS_FIRST = "ends-first"
    IN_THE_PAST = "in-the-past"
    TOO_LONG = "too-long"
    KNOWN = "known"
    NOT_HERE = "not-here"
    ENDED_BEFORE = "ended-before"
    ONLY_LEADER = "only-leader"


class StaffRefusedError(Exception):
    """Access is not given, changed or ended; says why, and whom or when it is about."""

    def __init__(self, why: Refusal, about: str = "") -> None:
        super().__init__(why.value)
        self.why = why
        self.about = about


@dataclass(frozen=True, slots=True)
class Access:
    """What is given: the work of a role in a unit, for some days."""

    unit: str
    role: Role
    days: Days


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives access or ends it, when, and the last day on which theirs may end."""

    by: UUID
    at: datetime
    today: date
    latest: date


def invite(
    municipality: str,
    name: str,
    number: str,
    access: Access,
    giver: Giver,
    keys: KeyRing,
) -> UUID:
    """Let somebody be an employee, and return their key.

    number: the national identity number a sign-in will be matched by; only a keyed
            hash of it is kept.
    Raises: StaffRefusedError - the days are wrong, or they are an employee already.
    """
    _require_days(access.days, giver)
    identity = identity_of(municipality, number, keys)
    with fenced(municipality):
        lock_staff(municipality)
        known = _called(municipality, identity)
        if known:
            raise StaffRefusedError(Refusal.KNOWN, known)
        key = uuid7()
        Employee.objects.create(
            municipality=municipality,
            id=key,
            name=name,
            role=access.role,
            unit=access.unit,
            valid_from=access.days.first,
            valid_to=access.days.last,
        )
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE access_employee SET identity = %s"
                " WHERE municipality = %s AND id = %s",
                [identity, municipality, key],
            )
        add(municipality, [_given(key, access, giver)])
    return key


def renew(municipality: str, key: UUID, access: Access, giver: Giver) -> None:
    """Give the employee access anew; what they had ends the day before.

    Raises: StaffRefusedError - the days are wrong, or no leader would be left.
    """
    _require_days(access.days, giver)
    with fenced(municipality):
        lock_staff(municipality)
        employee = _employee(municipality, key)
        had = keep_what_was(municipality, employee)
        last = access.days.first - _DAY
        rows = [
            ending(one, last, giver.by, giver.at)
            for one in had
            if not one.is_empty and one.days.end > last
        ]
        with _still_led(municipality, giver.today, access.days.first):
            add(municipality, [*rows, _given(key, access, giver)])
            let_stand(municipality, employee, giver.today)


def end(municipality: str, key: UUID, last: date | None, giver: Giver) -> None:
    """End the employee's access after the last day; None: now, this very moment.

    Raises: StaffRefusedError - the day is past, or no leader would be left.
    """
    if last is not None and last < giver.today:
        raise StaffRefusedError(Refusal.IN_THE_PAST)
    last = last or giver.today - _DAY
    with fenced(municipality):
        lock_staff(municipality)
        employee = _employee(municipality, key)
        rows = [
            ending(one, last, giver.by, giver.at)
            for one in keep_what_was(municipality, employee)
            if not one.is_empty and one.days.end > last
        ]
        if not rows:
            raise StaffRefusedError(Refusal.ENDED_BEFORE)
        with _still_led(municipality, giver.today, last + _DAY):
            add(municipality, rows)
            let_stand(municipality, employee, giver.today)


def staff(municipality: str, today: date) -> list[tuple[Employee, list[Authorisation]]]:
    """Return all who are or have been employees, each with all access they were given.

    Access that begins today has begun. Call inside a fence.
    """
    employees = list(Employee.objects.filter(municipality=municipality))
    found = histories(municipality, employees)
    for one in employees:
        if not Days(one.valid_from, one.valid_to).has(today):
            let_stand(municipality, one, today)
    named = sorted(employees, key=lambda one: (one.name.casefold(), one.id))
    return [(one, found[one.id]) for one in named]


def begin_due(municipality: str, today: date) -> None:
    """Let access that begins today begin, also for who has not come yet."""
    with fenced(municipality):
        staff(municipality, today)


def identity_of(municipality: str, number: str, keys: KeyRing) -> bytes:
    """Return the keyed hash an employee is found by.

    It is another than that of the same number among the people who are helped, so that
    nobody can see from the tables that one is both.
    """
    return keys.lookup(municipality, f"employee/{number}")


def identities_kept(municipality: str) -> dict[bytes, UUID]:
    """Return the employees by their keyed hash. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT identity, id FROM access_employee"
            " WHERE municipality = %s AND identity IS NOT NULL",
            [municipality],
        )
        return {bytes(identity): employee for identity, employee in cursor.fetchall()}


def _require_days(days: Days, giver: Giver) -> None:
    if days.end < days.first:
        raise StaffRefusedError(Refusal.ENDS_FIRST)
    if days.first < giver.today:
        raise StaffRefusedError(Refusal.IN_THE_PAST)
    if days.end > giver.latest:
        raise StaffRefusedError(Refusal.TOO_LONG, giver.latest.isoformat())


def _led(municipality: str, day: date) -> bool:
    """Test that somebody leads the service on the day."""
    employees = Employee.objects.filter(municipality=municipality)
    return any(
        one.given.role == Role.LEADER and not one.is_empty and one.days.has(day)
        for found in histories(municipality, employees).values()
        for one in found
    )


@contextmanager
def _still_led(municipality: str, *days: date) -> Iterator[None]:
    """Raise where somebody led the service on a day, and nobody does so any more."""
    led = [day for day in days if _led(municipality, day)]
    yield
    for day in led:
        if not _led(municipality, day):
            raise StaffRefusedError(Refusal.ONLY_LEADER, day.isoformat())


def _given(key: UUID, access: Access, giver: Giver) -> Row:
    days = access.days
    return Row(
        uuid7(), key, None, access.unit, access.role, days.first, days.last, giver.by,
        giver.at,
    )  # fmt: skip


def _employee(municipality: str, key: UUID) -> Employee:
    found = Employee.objects.filter(municipality=municipality, id=key).first()
    if found is None:
        raise StaffRefusedError(Refusal.NOT_HERE)
    return found


def _called(municipality: str, identity: bytes) -> str:
    """Return the name of whoever has the identity, or nothing."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM access_employee"
            " WHERE municipality = %s AND identity = %s",
            [municipality, identity],
        )
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def lock_staff(municipality: str) -> None:
    """Wait for whoever changes the municipality's staff or its leave just now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"staff/{municipality}"],
        )

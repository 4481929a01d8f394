"""Made-up people for measuring: citizens, employees, and sessions of both."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from uuid import uuid4

from fotfeste.access.models import Employee
from fotfeste.access.people import Identity
from fotfeste.access.sessions import SessionStore
from fotfeste.demo.fill import staff_of
from fotfeste.law.national_identity_number import is_synthetic
from fotfeste.ledger.fence import fenced
from fotfeste.office import installation
from fotfeste.office.handle import OSLO, Office


def office_now() -> Office:
    """Return the office at this moment."""
    now = datetime.now(UTC)  # noqa: TID251
    return Office(now, installation.rulebook(), installation.keys())


def strangers() -> Iterator[Identity]:
    """Return made-up people without end, none twice, with synthetic numbers."""
    for birth in range(28 * 12 * 60):
        day, month, year = birth % 28 + 1, 81 + birth // 28 % 12, birth // 336
        for last in range(100_00, 99_999, 97):
            number = f"{day:02}{month:02}{year:02}{last:05}"
            if is_synthetic(number):
                yield Identity(f"Prøve Person {number}", number)


def employ_all(municipalities: Sequence[str]) -> None:
    """Give every unit of the municipalities its caseworker and leader."""
    office = office_now()
    today = office.now.astimezone(OSLO).date()
    for made_up in staff_of(office, today):
        if made_up.municipality not in municipalities:
            continue
        with fenced(made_up.municipality):
            Employee.objects.create(
                municipality=made_up.municipality,
                id=made_up.id,
                name=made_up.name,
                role=made_up.role,
                unit=made_up.unit,
                valid_from=date(today.year - 1, 1, 1),
            )


def employee_at(municipality: str, unit: str, role: str = "caseworker") -> Employee:
    """Return the one in the unit with the role."""
    with fenced(municipality):
        return Employee.objects.get(municipality=municipality, unit=unit, role=role)


def citizen_session(identity: Identity) -> str:
    """Return the key of a session that is signed in as the citizen."""
    session = SessionStore()
    session["citizen"] = {"name": identity.name, "number": identity.number}
    session.create()
    return str(session.session_key)


def employee_session(employee: Employee) -> str:
    """Return the key of a session that is signed in as the employee."""
    session = SessionStore()
    session["employee"] = {
        "municipality": employee.municipality,
        "id": str(employee.id),
        "name": employee.name,
    }
    session.create()
    return str(session.session_key)


def mark() -> str:
    """Return a word nobody has written before, so that no text is met twice."""
    return uuid4().hex[:12]

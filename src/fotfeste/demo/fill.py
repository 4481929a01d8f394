"""Fills an empty demo: keys, employees, and cases in every stage."""

from datetime import date, timedelta

from django.db import connections

from fotfeste.access.models import Employee
from fotfeste.demo.further_stories import tell_further
from fotfeste.demo.people import MadeUpEmployee, citizens, employees
from fotfeste.demo.stories import tell_all
from fotfeste.ledger.fence import fenced
from fotfeste.office.handle import OSLO, Office


def is_filled() -> bool:
    """Test that the demo has people already."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM access_employee)")
        row = cursor.fetchone()
    return bool(row and row[0])


def fill(office: Office) -> None:
    """Make keys and people for every municipality one can apply to, with cases."""
    today = office.now.astimezone(OSLO).date()
    served = office.book.served(today)
    staff = staff_of(office, today)
    people = {citizen.key: citizen for citizen in citizens()}
    for municipality in served:
        office.keys.make(municipality)
        until = today + timedelta(days=300)
        _employ([e for e in staff if e.municipality == municipality], today, until)
        tell_all(municipality, people, staff, office)
        tell_further(municipality, people, staff, office)


def staff_of(office: Office, today: date) -> list[MadeUpEmployee]:
    """Return the made-up employees of every municipality one can apply to."""
    units = {}
    for municipality in office.book.served(today):
        pack = office.book.pack(municipality, today)
        deciding = pack.unit(pack.steps.decide)
        others = [unit for unit in pack.units if unit != deciding]
        units[municipality] = {unit.id: unit.name for unit in (deciding, *others)}
    return employees(units)


def _employ(
    staff: list[MadeUpEmployee], today: date, until: date | None = None
) -> None:
    for employee in staff:
        with fenced(employee.municipality):
            Employee.objects.get_or_create(
                municipality=employee.municipality,
                id=employee.id,
                defaults={
                    "name": employee.name,
                    "role": employee.role,
                    "unit": employee.unit,
                    "valid_from": today.replace(year=today.year - 1, day=1),
                    "valid_to": until,
                },
            )

"""Fills an empty demo: keys, employees, and cases in every stage."""

from datetime import date, timedelta

from django.db import connections

from fotfeste.access.models import Employee
from fotfeste.access.policy import Actor, Role
from fotfeste.demo.further_stories import tell_further
from fotfeste.demo.people import MadeUpEmployee, citizens, employees
from fotfeste.demo.stories import tell_all
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.office.handle import OSLO, Office, handle
from fotfeste.office.lists import Wanted, Whose, worklist
from fotfeste.procedures.handling.commands import AssignCase
from fotfeste.procedures.kinds import Kind


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
        _assign(municipality, staff, office)


def _assign(municipality: str, staff: list[MadeUpEmployee], office: Office) -> None:
    """Let every other case have a caseworker of the unit that has it."""
    caseworkers = {
        employee.unit: employee
        for employee in staff
        if employee.municipality == municipality and employee.role == Role.CASEWORKER
    }
    for unit, employee in caseworkers.items():
        wanted = Wanted(viewer=employee.id, unit=unit, whose=Whose.UNASSIGNED)
        with fenced(municipality):
            cases, _ = worklist(municipality, wanted)
        actor = Actor(municipality, Role.CASEWORKER, employee.id, unit)
        for case in [one for one in cases if one.kind != Kind.PERSON][::2]:
            history = log.read(municipality, case.stream, office.keys)
            handle(
                AssignCase(employee=employee.id, name=employee.name, impartial=True),
                actor=actor,
                stream=case.stream,
                seen=history.version if history else 0,
                office=office,
            )


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

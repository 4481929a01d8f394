"""Employees of a test's own municipality, and a leader who gives them access."""

from datetime import date, datetime, timedelta
from uuid import UUID

from tests.ledger.place import Place

from fotfeste.access import employing
from fotfeste.access.days import Days
from fotfeste.access.employing import Access, Giver
from fotfeste.access.models import Employee
from fotfeste.access.policy import Role
from fotfeste.demo.people import synthetic_number
from fotfeste.ledger.fence import fenced
from fotfeste.office.handle import OSLO

TODAY = date(2026, 3, 2)
UNIT = "tjenestekontoret"


def day(days: int) -> date:
    """Return a day so many after today."""
    return TODAY + timedelta(days=days)


def days(first: int, last: int) -> Days:
    """Return the days between two, counted from today."""
    return Days(day(first), day(last))


def at(hour: int = 9, later: int = 0) -> datetime:
    """Return a moment of today or of a later day."""
    return datetime(2026, 3, 2, hour, tzinfo=OSLO) + timedelta(days=later)


class Staff:
    """The employees of a place."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.serial = 100
        self.leader = UUID(int=70)
        self.leader = self.invite("Ola Leder", days(0, 300), role=Role.LEADER)

    def giver(self, later: int = 0) -> Giver:
        """Return the leader, on a day."""
        return Giver(self.leader, at(later=later), day(later), day(365 + later))

    def invite(self, name="Kari", when=None, unit=UNIT, role=Role.CASEWORKER, later=0):
        """Give somebody access, and return their key."""
        self.serial += 1
        return employing.invite(
            self.place.key, name, synthetic_number(self.serial),
            Access(unit, role, when or days(0, 300)), self.giver(later),
            self.place.office.keys,
        )  # fmt: skip

    def row(self, key: UUID) -> Employee:
        """Return the employee's own row."""
        with fenced(self.place.key):
            return Employee.objects.get(municipality=self.place.key, id=key)

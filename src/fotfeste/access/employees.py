"""Who works at a municipality's desk."""

from datetime import date

from fotfeste.access.models import Employee
from fotfeste.ledger.fence import fenced
from fotfeste.rulebook.book import Rulebook


def working(municipality: str, today: date, book: Rulebook) -> list[Employee]:
    """Return who works at the desk on the day, by name: a successor's employees too."""
    found: list[Employee] = []
    for where in dict.fromkeys((book.desk_of(municipality, today), municipality)):
        with fenced(where):
            authorised = Employee.objects.filter(
                municipality=where, valid_from__lte=today
            ).exclude(valid_to__lt=today)
            found += authorised.order_by("name")
    return found

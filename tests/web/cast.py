"""A fixed cast: who is signed in, and where."""

from datetime import date

from django.test import Client

from fotfeste.access.models import Employee
from fotfeste.access.people import Identity
from fotfeste.demo.fill import _employ, staff_of
from fotfeste.demo.people import citizens, employees
from fotfeste.demo.stories import (
    Story,
    apply,
    approve,
    assess,
    begin,
    invite,
    meet,
    propose,
)
from fotfeste.ledger.fence import fenced
from fotfeste.web import who


class _Request:
    def __init__(self, client: Client) -> None:
        self.session = client.session


def citizen(key: str = "nora") -> Client:
    """Return the browser of somebody who has signed in as a citizen."""
    client = Client()
    made_up = next(c for c in citizens() if c.key == key)
    request = _Request(client)
    who.sign_in_citizen(request, Identity(made_up.name, made_up.number))
    return _with_session(client, request)


def employee(
    book, municipality="raelingen", step="decide", role="caseworker"
) -> Client:
    """Return the browser of an employee of the unit that does the step."""
    pack = book.pack(municipality, date(2026, 3, 2))
    unit = pack.unit(pack.unit_for(step))
    made_up = next(
        e for e in employees({municipality: {unit.id: unit.name}}) if e.role == role
    )
    with fenced(municipality):
        known, _ = Employee.objects.get_or_create(
            municipality=municipality, id=made_up.id,
            defaults={
                "name": made_up.name, "role": role, "unit": unit.id,
                "valid_from": date(2020, 1, 1), "valid_to": None,
            },
        )  # fmt: skip
    client = Client()
    request = _Request(client)
    who.sign_in_employee(request, known)
    return _with_session(client, request)


def begun(municipality="eksempel", key="nora", days_ago=10) -> Story:
    """Return the story of somebody there, with the staff that it takes."""
    office = who.office_now()
    staff = staff_of(office, office.now.date())
    _employ([e for e in staff if e.municipality == municipality], date(2020, 1, 1))
    made_up = next(c for c in citizens() if c.key == key)
    return begin(municipality, made_up, staff, office, days_ago)


def notified(municipality="eksempel", key="nora", days_ago=10) -> Story:
    """Return the story of somebody who has had a refusal of one of two."""
    story = begun(municipality, key, days_ago)
    return approve(propose(assess(meet(invite(apply(story)))), "refusal"))


def _with_session(client: Client, request: _Request) -> Client:
    request.session.save()
    client.cookies["fotfeste"] = request.session.session_key
    return client

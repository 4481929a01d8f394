"""Who is at the other end: signing in and out, and the actor a request acts as."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import update_wrapper
from typing import Concatenate, ParamSpec, Protocol
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from fotfeste.access.authorisations import authorised
from fotfeste.access.duties import ALSO_TAKEN_OVER, MAY_ALSO, Duty
from fotfeste.access.leaves import stands_in_for
from fotfeste.access.models import Employee
from fotfeste.access.people import Identity, Party, enrol, find, named
from fotfeste.access.policy import (
    Actor,
    NotAllowedError,
    NotFoundError,
    Relation,
    Role,
    may_give,
)
from fotfeste.ledger.fence import fenced
from fotfeste.office import installation
from fotfeste.office.handle import OSLO, Office
from fotfeste.procedures.kinds import Command
from fotfeste.procedures.person.stages import NOTHING_KNOWN
from fotfeste.web import unsent

P = ParamSpec("P")

NOBODY = Party(UUID(int=2**128 - 1), b"")
"""The party of one whom the municipality does not know: has nothing, sees nothing."""


class Page(Protocol[P]):
    """A view of a municipality's page, as the addresses call it."""

    def __call__(
        self, request: HttpRequest, municipality: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        """Answer the request."""


@dataclass(frozen=True, slots=True)
class Citizen:
    """Somebody at a municipality's citizen pages, and how to act for them.

    party: NOBODY until they have told the municipality something: to look is no trace.
    """

    actor: Actor
    party: Party
    identity: Identity
    office: Office

    @property
    def today(self) -> date:
        """Return the local date in Norway."""
        return self.office.now.astimezone(OSLO).date()

    def enrolled(self) -> Party:
        """Return the party, made known to the municipality if they were not."""
        where, keys = self.actor.municipality, self.office.keys
        party = enrol(where, self.identity, keys)
        named(where, party, self.identity, keys)
        return party

    def known(self) -> "Citizen":
        """Return the same person, made known to the municipality if they were not."""
        party = self.enrolled()
        return replace(self, party=party, actor=replace(self.actor, id=party.id))


@dataclass(frozen=True, slots=True)
class Colleague:
    """An employee at the desk, and how to act for them.

    stands_in_for: the colleagues on leave whose cases are theirs today.
    """

    actor: Actor
    employee: Employee
    office: Office
    stands_in_for: tuple[UUID, ...] = ()

    def may_give(self, kind: type[Command]) -> bool:
        """Test that the employee may give commands of the kind about anybody."""
        book, where = self.office.book, self.actor.municipality
        desk = book.desk_pack(where, self.today)
        relation = Relation(None, NOTHING_KNOWN, desk, self.today)
        return may_give(kind, self.actor, relation)

    def has(self, duty: Duty) -> bool:
        """Test that the employee has the duty here: most only at their own desk."""
        own = self.employee.municipality == self.actor.municipality
        return (own or duty in ALSO_TAKEN_OVER) and self.actor.role in MAY_ALSO[duty]

    def require(self, duty: Duty) -> None:
        """Raise NotAllowedError unless the employee has the duty."""
        if not self.has(duty):
            raise NotAllowedError

    @property
    def today(self) -> date:
        """Return the local date in Norway."""
        return self.office.now.astimezone(OSLO).date()


def office_now() -> Office:
    """Return the office at this moment: here, and in the jobs, the clock is read."""
    now = datetime.now(UTC)  # noqa: TID251
    return Office(now, installation.rulebook(), installation.keys())


def sign_in_citizen(request: HttpRequest, identity: Identity) -> None:
    """Let the session act as the person, in any municipality."""
    request.session.flush()
    request.session["citizen"] = {"name": identity.name, "number": identity.number}


def sign_in_employee(request: HttpRequest, employee: Employee) -> None:
    """Let the session act as the employee, in their own municipality."""
    request.session.flush()
    request.session["employee"] = _in_session(employee)


def _in_session(employee: Employee) -> dict[str, str]:
    return {
        "municipality": employee.municipality,
        "id": str(employee.id),
        "name": employee.name,
        "role": employee.role,
    }


def signed_in_name(request: HttpRequest) -> str:
    """Return the name of whoever is signed in, or nothing."""
    who = request.session.get("citizen") or request.session.get("employee") or {}
    return str(who.get("name", ""))


def citizen_page(
    view: Callable[Concatenate[HttpRequest, Citizen, str, P], HttpResponse],
) -> Page[P]:
    """Let the view be for a citizen who has signed in; others are asked to."""

    def guarded(
        request: HttpRequest, municipality: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        who = request.session.get("citizen")
        if not who or unsent.is_of_another(request):
            return _to_sign_in(request)
        office = office_now()
        if office.book.municipality(municipality).template:
            raise NotFoundError
        identity = Identity(who["name"], who["number"])
        party = find(municipality, identity.number, office.keys) or NOBODY
        actor = Actor(municipality, Role.CITIZEN, party.id)
        citizen = Citizen(actor, party, identity, office)
        return view(request, citizen, municipality, *args, **kwargs)

    update_wrapper(guarded, view)
    return guarded


def desk_page(
    view: Callable[Concatenate[HttpRequest, Colleague, str, P], HttpResponse],
) -> Page[P]:
    """Let the view be for an employee of this municipality, authorised today."""

    def guarded(
        request: HttpRequest, municipality: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        who = request.session.get("employee")
        if not who or who["municipality"] != _desk_of(municipality):
            return _to_sign_in(request)
        if unsent.is_of_another(request):
            return _to_sign_in(request)
        office = office_now()
        employee = _authorised(who["municipality"], UUID(who["id"]), office)
        if employee is None:
            request.session.flush()
            return _to_sign_in(request)
        if who != _in_session(employee):  # their role has changed: so does the menu
            request.session["employee"] = _in_session(employee)
        colleague = _colleague(municipality, employee, office)
        return view(request, colleague, municipality, *args, **kwargs)

    update_wrapper(guarded, view)
    return guarded


def _colleague(municipality: str, employee: Employee, office: Office) -> Colleague:
    """Return the employee at the municipality's desk, with whom they stand in for."""
    actor = Actor(municipality, Role(employee.role), employee.id, employee.unit)
    today = office.now.astimezone(OSLO).date()
    with fenced(employee.municipality):
        absent = stands_in_for(employee.municipality, employee.id, today)
    return Colleague(actor, employee, office, tuple(absent))


def _desk_of(municipality: str) -> str:
    """Return whose employees work at the municipality's desk today: a successor's."""
    office = office_now()
    today = office.now.astimezone(OSLO).date()
    return office.book.desk_of(municipality, today)


def _authorised(municipality: str, key: UUID, office: Office) -> Employee | None:
    today = office.now.astimezone(OSLO).date()
    with fenced(municipality):
        return authorised(municipality, key, today)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for a sign-in; what was typed goes back to the page it came from."""
    if unsent.has_words(request) or unsent.is_of_another(request):
        return unsent.page(request)
    return redirect(f"{reverse('sign-in')}?{urlencode({'til': request.path})}")

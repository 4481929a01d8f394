"""The employees: who has access now, who is to come, and who has had it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.access import employing
from fotfeste.access.authorisations import Authorisation, standing
from fotfeste.access.days import Days
from fotfeste.access.duties import Duty
from fotfeste.access.employing import OPERATOR, Giver, Refusal, StaffRefusedError
from fotfeste.access.leaves import leaves
from fotfeste.access.models import Employee
from fotfeste.access.policy import NotFoundError, Role
from fotfeste.law.periods import end as end_of
from fotfeste.ledger.fence import fenced
from fotfeste.letters.wording import day
from fotfeste.rulebook.pack import Unit
from fotfeste.web.staff.people_forms import AccessForm, EndForm, InviteForm
from fotfeste.web.who import Colleague, desk_page

ROLES = {Role.CASEWORKER: "Saksbehandler", Role.LEADER: "Leder"}
"""What the roles of employees are called."""

REFUSED: dict[Refusal, str] = {
    Refusal.ENDS_FIRST: "Den siste dagen er før den første. Bytt om datoene.",
    Refusal.IN_THE_PAST: "Dagen er over. Tilgang kan ikke gis eller tas bakover i tid.",
    Refusal.TOO_LONG: "Tilgang kan vare til {about}, ikke lenger. Den kan fornyes da.",
    Refusal.KNOWN: "{about} er ansatt her med dette nummeret. Endre tilgangen der.",
    Refusal.NOT_HERE: "Den ansatte finnes ikke her.",
    Refusal.ENDED_BEFORE: "Tilgangen er alt avsluttet.",
    Refusal.ONLY_LEADER: (
        "Da har tjenesten ingen leder {about}. Gi en annen rollen som leder først."
    ),
}
"""Why access is not given, changed or ended, and what one can do."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: an employee, what stands, and what is worth telling."""

    employee: Employee
    unit: str
    role: str
    days: Days
    state: str
    ends_soon: bool
    next: Authorisation | None


@require_safe
@desk_page
def people(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """List who has access now, who is to come, and who has had it."""
    who.require(Duty.EMPLOY)
    with fenced(municipality):
        lines = [
            _line(one, found, who)
            for one, found in employing.staff(municipality, who.today)
        ]
    led = {
        one.employee.unit
        for one in lines
        if one.state == "now" and one.employee.role == Role.LEADER
    }
    headings = (
        ("now", "Har tilgang nå"),
        ("coming", "Begynner senere"),
        ("over", "Har sluttet"),
    )
    return render(
        request,
        "staff/people.html",
        {
            "groups": [
                (heading, [one for one in lines if one.state == state])
                for state, heading in headings
            ],
            "soon": [one for one in lines if one.ends_soon],
            "unled": [unit for unit in _units(who) if unit.id not in led],
        },
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@desk_page
def invite(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Give somebody new access."""
    who.require(Duty.EMPLOY)
    form = InviteForm(
        request.POST if request.method == "POST" else None,
        initial={"first": who.today, "last": _latest(who, who.today)},
    )
    form.offer(_units(who))
    if form.is_valid():
        data = form.cleaned_data
        try:
            key = employing.invite(
                municipality,
                data["name"],
                data["number"],
                form.access(),
                _giver(who, form.access().days.first),
                who.office.keys,
            )
            return redirect("employee", municipality, key)
        except StaffRefusedError as refused:
            form.add_error(None, told(refused))
    return render(request, "staff/invite.html", {"form": form})  # fmt: skip


@require_safe
@desk_page
def employee(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID
) -> HttpResponse:
    """Show all access an employee was given, by whom, and what can be done."""
    return _shown(request, who, key)


@require_http_methods(["POST"])
@desk_page
def change(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID
) -> HttpResponse:
    """Give an employee access anew: for longer, in another role or unit."""
    form = AccessForm(request.POST)
    form.offer(_units(who))
    who.require(Duty.EMPLOY)
    if form.is_valid():
        access = form.access()
        try:
            employing.renew(municipality, key, access, _giver(who, access.days.first))
            return redirect("employee", municipality, key)
        except StaffRefusedError as refused:
            form.add_error(None, told(refused))
    return _shown(request, who, key, changing=form)


@require_http_methods(["POST"])
@desk_page
def end(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID
) -> HttpResponse:
    """End an employee's access: now, or after a day."""
    who.require(Duty.EMPLOY)
    form = EndForm(request.POST)
    if form.is_valid():
        try:
            employing.end(municipality, key, form.last(), _giver(who, who.today))
            return redirect("employee", municipality, key)
        except StaffRefusedError as refused:
            form.add_error(None, told(refused))
    return _shown(request, who, key, ending=form)


def told(refused: StaffRefusedError) -> str:
    """Return in words why access is not given, changed or ended."""
    about = refused.about
    if refused.why in (Refusal.TOO_LONG, Refusal.ONLY_LEADER):
        about = day(date.fromisoformat(about))
    return REFUSED[refused.why].format(about=about)


def _shown(
    request: HttpRequest,
    who: Colleague,
    key: UUID,
    *,
    changing: AccessForm | None = None,
    ending: EndForm | None = None,
) -> HttpResponse:
    who.require(Duty.EMPLOY)
    where = who.actor.municipality
    with fenced(where):
        everybody = employing.staff(where, who.today)
        away = leaves(where, who.today)
    found = {one.id: (one, access) for one, access in everybody}
    if key not in found:
        raise NotFoundError
    names = {one.id: one.name for one, _ in everybody}
    one, access = found[key]
    line = _line(one, access, who)
    form = changing or AccessForm(
        initial={
            "unit": one.unit,
            "role": one.role,
            "first": who.today,
            "last": _latest(who, who.today),
        },
    )
    form.offer(_units(who))
    return render(
        request,
        "staff/employee.html",
        {
            "line": line,
            "history": [_given(one, names, who) for one in reversed(access)],
            "form": form,
            "ending": ending or EndForm(initial={"when": "now"}),
            "failed_to_end": ending is not None,
            "stands_in": [
                (x, names.get(x.employee, "")) for x in away if x.stand_in == key
            ],
            "away": [
                (x, names.get(x.stand_in, "")) for x in away if x.employee == key
            ],
        },
    )  # fmt: skip


def _given(
    one: Authorisation, names: dict[UUID, str], who: Colleague
) -> dict[str, object]:
    """Return a period of access as it is told: what, by whom, and how it ended."""
    units = {unit.id: unit.name for unit in _units(who)}
    by = one.given.made_by
    return {
        "one": one,
        "unit": units.get(one.given.unit, one.given.unit),
        "role": ROLES[Role(one.given.role)],
        "by": names.get(by, "den som drifter systemet" if by == OPERATOR else ""),
        "ended_by": names.get(one.ended.made_by, "") if one.ended else "",
    }


def _line(one: Employee, found: list[Authorisation], who: Colleague) -> Line:
    now = standing(found, who.today)
    if now.days.has(who.today):
        state = "now"
    else:
        state = "coming" if who.today < now.days.first <= now.days.end else "over"
    later = [x for x in found if not x.is_empty and now.days.end < x.days.first]
    control = who.office.book.control(who.today)
    told_from = end_of(who.today, control.told_before, who.office.book.calendar)
    units = {unit.id: unit.name for unit in _units(who)}
    return Line(
        employee=one,
        unit=units.get(now.given.unit, now.given.unit),
        role=ROLES[Role(now.given.role)],
        days=now.days,
        state=state,
        ends_soon=state == "now" and not later and now.days.end <= told_from,
        next=later[0] if later else None,
    )


def _units(who: Colleague) -> list[Unit]:
    return list(who.office.book.desk_pack(who.actor.municipality, who.today).units)


def _latest(who: Colleague, first: date) -> date:
    """Return the last day that access from the day can be given for."""
    book = who.office.book
    return end_of(first, book.control(who.today).authorisation, book.calendar)


def _giver(who: Colleague, first: date) -> Giver:
    first = max(first, who.today)
    return Giver(who.actor.id, who.office.now, who.today, _latest(who, first))

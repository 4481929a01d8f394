"""Leave at the desk: who is away, who has their cases meanwhile, and a form for it."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from fotfeste.access.authorisations import Authorisation
from fotfeste.access.days import Days
from fotfeste.access.duties import Duty
from fotfeste.access.employing import staff
from fotfeste.access.leaves import (
    Leave,
    LeaveRefusedError,
    Refusal,
    end_leave,
    leaves,
    take_leave,
)
from fotfeste.access.models import Employee
from fotfeste.access.policy import NotAllowedError
from fotfeste.ledger.fence import fenced
from fotfeste.letters.wording import day
from fotfeste.web.forms import Day, Form, Pick
from fotfeste.web.who import Colleague, desk_page

REFUSED: dict[Refusal, str] = {
    Refusal.ENDS_FIRST: "Den siste dagen er før den første. Bytt om datoene.",
    Refusal.IN_THE_PAST: "Hele fraværet er over. Velg dager fra i dag av.",
    Refusal.SAME_PERSON: "Ingen kan være sin egen stedfortreder. Velg en kollega.",
    Refusal.NOT_AUTHORISED: "Den som skal være borte, har ikke lenger tilgang.",
    Refusal.AWAY_ALREADY: "{away} er alt registrert borte {days}. Avslutt det først.",
    Refusal.STANDS_IN: (
        "{stand_in} er stedfortreder for {away} {days}. Finn en annen til det først."
    ),
    Refusal.STAND_IN_AWAY: "{away} er selv borte {days}. Velg en annen stedfortreder.",
    Refusal.STAND_IN_NOT_AUTHORISED: (
        "Stedfortrederen må ha tilgang i samme enhet hele tiden. Velg en annen,"
        " eller be lederen om å forlenge tilgangen."
    ),
    Refusal.NOT_HERE: "Fraværet er alt avsluttet, eller personen er ikke ansatt her.",
}
"""Why a leave is not registered, and what one can do."""


class LeaveForm(Form):
    """Who is away, from when to when, and who has the cases meanwhile."""

    employee = Pick("Hvem blir borte?")
    first = Day("Første dag borte")
    last = Day("Siste dag borte")
    stand_in = Pick(
        "Hvem er stedfortreder?",
        help_text="Stedfortrederen får alle sakene i disse dagene. Det må være en i"
        " samme enhet.",
    )

    def offer(self, who: Colleague, colleagues: list[tuple[str, str]]) -> None:
        """Offer the colleagues; who may register only their own leave is not asked."""
        choices = [("", "Velg en ansatt"), *colleagues]
        self.fields["stand_in"].choices = choices  # type: ignore[attr-defined]
        if who.has(Duty.REGISTER_LEAVE):
            self.fields["employee"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["employee"]


@require_http_methods(["GET", "POST"])
@desk_page
def leave(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Show who is away now and later, and register more of it."""
    who.require(Duty.REGISTER_OWN_LEAVE)
    with fenced(municipality):
        everybody = staff(municipality, who.today)
        known = leaves(municipality, who.today)
    form = LeaveForm(
        request.POST if request.method == "POST" else None,
        initial={"employee": str(who.actor.id), "first": who.today},
    )
    form.offer(who, _choices(everybody, who))
    if form.is_valid() and _taken(form, who, {e.id: e.name for e, _ in everybody}):
        return redirect("leave", municipality)
    names = {employee.id: employee.name for employee, _ in everybody}
    return render(
        request,
        "staff/leave.html",
        {
            "form": form,
            "leaves": [
                (one, names.get(one.employee, ""), names.get(one.stand_in, ""),
                 one.days.first <= who.today, _may_end(one, who))
                for one in known
            ],
            "mine": [
                (names.get(one.employee, ""), one.days)
                for one in known
                if one.stand_in == who.actor.id and one.days.has(who.today)
            ],
        },
    )  # fmt: skip


@require_http_methods(["POST"])
@desk_page
def end(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID
) -> HttpResponse:
    """Let a leave count no more: its own, or anybody's where one leads."""
    del request
    who.require(Duty.REGISTER_OWN_LEAVE)
    with fenced(municipality):
        known = {one.id: one for one in leaves(municipality, who.today)}
    if key in known:
        if not _may_end(known[key], who):
            raise NotAllowedError
        with suppress(LeaveRefusedError):  # ended a moment ago: it is as was asked
            end_leave(municipality, key, who.actor.id, who.office.now)
    return redirect("leave", municipality)


def told(refused: LeaveRefusedError, names: dict[UUID, str]) -> str:
    """Return in words why a leave is not registered."""
    other = refused.other
    facts = {}
    if other:
        facts = {
            "away": names.get(other.employee, "Kollegaen"),
            "stand_in": names.get(other.stand_in, "Kollegaen"),
            "days": f"fra {day(other.days.first)} til {day(other.days.end)}",
        }
    return REFUSED[refused.why].format(**facts)


def _taken(form: LeaveForm, who: Colleague, names: dict[UUID, str]) -> bool:
    """Test that the leave is registered; if not, the form tells why."""
    data = form.cleaned_data
    try:
        take_leave(
            who.actor.municipality,
            UUID(data.get("employee") or str(who.actor.id)),
            UUID(data["stand_in"]),
            Days(data["first"], data["last"]),
            who.actor.id,
            who.office.now,
            who.today,
        )
    except LeaveRefusedError as refused:
        form.add_error(None, told(refused, names))
        return False
    return True


def _choices(
    everybody: list[tuple[Employee, list[Authorisation]]], who: Colleague
) -> list[tuple[str, str]]:
    """Return who can be chosen, each with their unit: a caseworker's is their own."""
    pack = who.office.book.desk_pack(who.actor.municipality, who.today)
    units = {unit.id: unit.name for unit in pack.units}
    leads = who.has(Duty.REGISTER_LEAVE)
    return [
        (str(one.id), f"{one.name}, {units.get(one.unit, one.unit)}")
        for one, _ in everybody
        if Days(one.valid_from, one.valid_to).has(who.today)
        and (leads or (one.unit == who.employee.unit and one.id != who.actor.id))
    ]


def _may_end(one: Leave, who: Colleague) -> bool:
    return one.employee == who.actor.id or who.has(Duty.REGISTER_LEAVE)

"""The lists of the desk: what the unit has, what is mine, and finding a case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fotfeste.access.employees import working
from fotfeste.access.people import identities
from fotfeste.access.readings import note_listed
from fotfeste.ledger.fence import fenced
from fotfeste.office.lists import After, ListedCase, Order, Wanted, Whose, worklist
from fotfeste.procedures.application.commands import RegisterApplication
from fotfeste.procedures.kinds import Kind
from fotfeste.web import telling
from fotfeste.web.staff.opening import OPENINGS
from fotfeste.web.who import Colleague, desk_page

VIEWS: dict[Whose, str] = {
    Whose.UNIT: "Enheten",
    Whose.MINE: "Mine",
    Whose.UNASSIGNED: "Ingen har dem",
    Whose.WAITING: "Venter på andre",
    Whose.APPEALS: "Klager",
}
"""The work lists, by what they are called."""
ORDERS = {Order.DUE: "Det som haster, først", Order.NEWEST: "Det nyeste først"}
_EMPTY = {
    Whose.UNIT: "Enheten har ingen åpne saker. Nye søknader kommer hit av seg selv.",
    Whose.MINE: "Du har ingen saker. Se hvilke saker ingen har, og ta en av dem.",
    Whose.UNASSIGNED: "Alle sakene har en saksbehandler.",
    Whose.WAITING: "Ingen saker venter på andre.",
    Whose.APPEALS: "Det er ingen klager.",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a work list, as it is shown."""

    case: ListedCase
    name: str
    stage: str
    clock: str
    late: bool
    assignee: str


@require_safe
@desk_page
def work(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """List cases a page at a time; what is chosen stands in the address."""
    asked = _asked(request, who)
    with fenced(municipality):
        page, after = worklist(municipality, asked, _after(request))
        shown = rows(page, who)
    today = who.today
    desk = who.office.book.desk_pack(municipality, today)
    return render(
        request,
        "staff/work.html",
        {
            "rows": shown,
            "views": [
                (name, _address(replace(asked, whose=whose)), whose is asked.whose)
                for whose, name in VIEWS.items()
            ],
            "asked": asked,
            "kinds": [(k.value, telling.KINDS[k]) for k in Kind if k != Kind.PERSON],
            "orders": [(order.value, name) for order, name in ORDERS.items()],
            "next": _address(asked, after) if after else "",
            "first": _address(asked) if "etter" in request.GET else "",
            "empty": _EMPTY[asked.whose],
            "filtered": bool(asked.kind or asked.urgent or asked.held_by),
            "unit": desk.unit(who.employee.unit),
            **ways_in(who),
        },
    )


def ways_in(who: Colleague) -> dict[str, object]:
    """Return what the employee can open from a list, and whose cases they took over."""
    municipality = who.actor.municipality
    own = who.employee.municipality == municipality
    return {
        "may_register": own and who.may_give(RegisterApplication),
        "openings": [
            (key, opening.title)
            for key, opening in OPENINGS.items()
            if own and who.may_give(opening.command)
        ],
        "taken_over": _taken_over(who, municipality),
    }


def rows(page: Sequence[ListedCase], who: Colleague) -> list[Row]:
    """Return the lines as they are shown; that the names were seen is noted.

    Call inside a fence.
    """
    municipality, today = who.actor.municipality, who.today
    names = identities(municipality, {c.person for c in page}, who.office.keys)
    seen = [(case.person, case.stream) for case in page]
    note_listed(municipality, who.employee, seen, who.office.now)
    colleagues = {
        one.id: one.name for one in working(municipality, today, who.office.book)
    }
    return [
        Row(
            case,
            names[case.person].name if case.person in names else "",
            str(telling.STAGES.get(case.stage, case.stage)),
            str(telling.CLOCKS[case.due_term]),
            case.due_on is not None and case.due_on < today,
            colleagues.get(case.assignee, "") if case.assignee else "",
        )
        for case in page
    ]


def wanted(who: Colleague, whose: Whose) -> Wanted:
    """Return what the employee wants to see, unless they say more."""
    own = who.employee.municipality == who.actor.municipality
    return Wanted(
        viewer=who.actor.id,
        unit=who.employee.unit if own else None,
        whose=whose,
        mine=(who.actor.id, *who.stands_in_for),
    )


def _asked(request: HttpRequest, who: Colleague) -> Wanted:
    """Return what the address asks for; what it cannot mean is left out."""
    given = request.GET
    whose = given.get("vis", "")
    order = given.get("rekkefolge", "")
    kind = given.get("slag", "")
    return replace(
        wanted(who, Whose(whose) if whose in set(Whose) else Whose.UNIT),
        held_by=_uuid(given.get("hos", "")),
        kind=kind if kind in set(Kind) else "",
        urgent=given.get("haster") == "ja",
        order=Order(order) if order in set(Order) else Order.DUE,
    )


def _address(asked: Wanted, after: After | None = None) -> str:
    """Return the query of the list, and of the page after `after`."""
    said = {
        "vis": asked.whose.value,
        "hos": str(asked.held_by) if asked.held_by else "",
        "slag": asked.kind,
        "haster": "ja" if asked.urgent else "",
        "rekkefolge": asked.order.value if asked.order is not Order.DUE else "",
        "etter": f"{after.on.isoformat()}_{after.reference}" if after else "",
    }
    return "?" + urlencode({key: value for key, value in said.items() if value})


def _after(request: HttpRequest) -> After | None:
    """Return where the page before ended, or None for the first page."""
    on, _, reference = request.GET.get("etter", "").replace("\x00", "").partition("_")
    try:
        return After(date.fromisoformat(on), reference)
    except ValueError:
        return None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _taken_over(who: Colleague, municipality: str) -> list[tuple[str, str]]:
    """Return the municipalities whose running cases were handed to this one."""
    book = who.office.book
    return [
        (key, book.municipality(key).identities[-1].name)
        for key in sorted(book.municipalities)
        if key != municipality and book.desk_of(key, who.today) == municipality
    ]

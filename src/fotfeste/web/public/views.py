"""The front page, the service page of a municipality, and help now."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fotfeste.access.policy import NotFoundError
from fotfeste.letters.wording import length, weekday
from fotfeste.office.handle import OSLO
from fotfeste.procedures import time_limits
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.pack import Municipality, Pack
from fotfeste.web.public.linked_data import for_search_engines
from fotfeste.web.who import office_now


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show where to get help, and let the reader choose a municipality."""
    office = office_now()
    today = office.now.astimezone(OSLO).date()
    served = [
        (key, office.book.identity(key, today).name)
        for key in office.book.served(today)
    ]
    return render(
        request,
        "public/front.html",
        {
            "served": sorted(served, key=lambda pair: pair[1]),
            "guidance": office.book.national_guidance(today),
        },
    )


@require_safe
def service(request: HttpRequest, municipality: str) -> HttpResponse:
    """Show all that one may want to know before asking for help."""
    office = office_now()
    today = office.now.astimezone(OSLO).date()
    if municipality not in office.book.served(today):
        return _to_successor(office.book.municipality(municipality))
    pack = office.book.pack(municipality, today)
    governor = office.book.name("county-governor", today)
    return render(
        request,
        "public/service.html",
        {
            "pack": pack,
            "linked": for_search_engines(
                pack,
                office.book.identity(municipality, today),
                request.build_absolute_uri,
                municipality,
            ),
            "guidance": office.book.national_guidance(today),
            "decides": pack.unit(pack.steps.decide),
            "receives": pack.unit(pack.steps.receive),
            "delivers": pack.unit(pack.steps.deliver),
            "law": [_full(str(citation), office.book) for citation in pack.law],
            "due": weekday(time_limits.preliminary_answer(today, office.book).value),
            "governor": _(governor),
            "appeal_period": _appeal_period(pack, today, office.book),
        },
    )


def _to_successor(ended: Municipality) -> HttpResponse:
    if ended.successor is None:
        raise NotFoundError
    return redirect("service", ended.successor)


@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """Show whom to call now, and what to do in an overdose."""
    return render(request, "public/help_now.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Tell how the pages are made for all to use, and what is not there yet."""
    return render(request, "public/accessibility.html")


def _full(citation: str, book: Rulebook) -> str:
    short, place = citation.split(" ", 1)
    return f"{_(book.acts[short].name)} {place}"


def _appeal_period(pack: Pack, today: date, book: Rulebook) -> list[tuple[str, str]]:
    """Return each appeal period that the pack's offers lead to, with its provision."""
    found = {}
    for offer in pack.offers:
        term = book.term(book.appeal_route(offer.basis[0], today).term, today)
        found[_full(term.citation, book)] = length(term.length)
    return [(period, law) for law, period in found.items()]

"""The front page, the service page of a municipality, and help now.

They are sent compressed, as nothing that a reader writes is repeated in them: a length
tells nobody anything (BREACH).
"""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from fotfeste.access.policy import NotFoundError
from fotfeste.letters.wording import length, weekday
from fotfeste.procedures import time_limits
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.pack import Pack
from fotfeste.web.public.here import Here, Today, here, today
from fotfeste.web.public.linked_data import for_search_engines
from fotfeste.web.public.waiting_times import waiting_times


@require_safe
@gzip_page
def front(request: HttpRequest) -> HttpResponse:
    """Show where to get help, and let the reader choose a municipality."""
    now = today()
    served = [(key, now.book.identity(key, now.on).name) for key in _served(now)]
    return render(
        request,
        "public/front.html",
        {
            "served": sorted(served, key=lambda pair: pair[1]),
            "guidance": now.book.national_guidance(now.on),
        },
    )


@require_safe
@gzip_page
def elsewhere(request: HttpRequest) -> HttpResponse:
    """Tell what one can do in a municipality that is not here."""
    return _not_here(request)


@require_safe
@gzip_page
def national(request: HttpRequest, section: str) -> HttpResponse:
    """Show what holds everywhere of one thing, and what it has been called."""
    now = today()
    sections = now.book.national_guidance(now.on).sections
    shown = next((one for one in sections if one.id == section and one.more), None)
    if shown is None:
        raise NotFoundError
    lines = {line.id: line for line in now.book.lines(now.on).lines}
    return render(
        request,
        "public/national.html",
        {
            "section": shown,
            "law": [_full(str(citation), now.book) for citation in shown.cite],
            "names": [now.book.names[key] for key in shown.names],
            "answering": [lines[key] for key in shown.lines],
            "guidance": now.book.national_guidance(now.on),
        },
    )


@require_safe
def service(request: HttpRequest, municipality: str) -> HttpResponse:
    """Show all that one may want to know before asking for help."""
    now = today()
    if municipality not in _served(now):
        ended = now.book.municipalities.get(municipality)
        if ended and ended.successor:
            return redirect("service", ended.successor)
        return _not_here(request, status=404)
    return _service(request, here(municipality))


@gzip_page
def _service(request: HttpRequest, at: Here) -> HttpResponse:
    return render(request, "public/service.html", told_of(request, at))


def told_of(request: HttpRequest, at: Here) -> dict[str, Any]:
    """Return what the service page tells of the municipality on the day."""
    pack, book = at.pack, at.book
    governor = book.name("county-governor", at.on)
    return {
        "pack": pack,
        "linked": for_search_engines(
            pack, at.identity, request.build_absolute_uri, at.municipality
        ),
        "guidance": book.national_guidance(at.on),
        "law": [_full(str(citation), book) for citation in pack.law],
        "due": weekday(time_limits.preliminary_answer(at.on, book).value),
        "governor": _(governor),
        "taken": waiting_times(at.municipality),
        "appeal_period": _appeal_period(pack, at.on, book),
    }


def _served(now: Today) -> list[str]:
    return list(now.book.served(now.on))


def _not_here(request: HttpRequest, status: int = 200) -> HttpResponse:
    now = today()
    guidance = now.book.national_guidance(now.on)
    return render(
        request, "public/elsewhere.html", {"guidance": guidance}, status=status
    )


@require_safe
@gzip_page
def help_now(request: HttpRequest) -> HttpResponse:
    """Show whom to call now, and what to do in an overdose."""
    return render(request, "public/help_now.html")


@require_safe
@gzip_page
def accessibility(request: HttpRequest) -> HttpResponse:
    """Tell how the pages are made for all to use, and what is not there yet."""
    return render(request, "public/accessibility.html")


def _full(citation: str, book: Rulebook) -> str:
    short, place = citation.split(" ", 1)
    return f"{_(book.acts[short].name)} {place}"


def _appeal_period(pack: Pack, on: date, book: Rulebook) -> list[tuple[str, str]]:
    """Return each appeal period that the pack's offers lead to, with its provision."""
    found = {}
    for offer in pack.offers:
        term = book.term(book.appeal_route(offer.basis[0], on).term, on)
        found[_full(term.citation, book)] = length(term.length)
    return [(period, law) for law, period in found.items()]

"""Looking at an edition: as citizens will see it, and what it changes in open cases."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fotfeste.access.policy import NotFoundError
from fotfeste.letters.wording import day
from fotfeste.office import installation
from fotfeste.office.edition_check import book_with
from fotfeste.office.editions import Kept
from fotfeste.office.lists import After
from fotfeste.office.what_if import (
    MOST,
    Change,
    Look,
    What,
    as_if_always,
    look,
)
from fotfeste.rulebook.book import NoRuleInForceError, Rulebook
from fotfeste.web import telling
from fotfeste.web.public.colours import style_sheet
from fotfeste.web.public.here import Here
from fotfeste.web.public.views import told_of
from fotfeste.web.staff.catalogue.door import kept_one, leader_page
from fotfeste.web.staff.catalogue.words import words
from fotfeste.web.staff.steps import STEPS
from fotfeste.web.who import Colleague

_STEPS = {step.command.__qualname__: step.title for step in STEPS}
_BOTH_WAYS = {
    What.OFFER: "offer",
    What.FINDING: "finding",
    What.STEP: "step",
    What.SECOND_PERSON: "second",
}


@require_safe
@leader_page
def preview(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID
) -> HttpResponse:
    """Show the service page as it will be with the edition, on a day one chooses."""
    kept = kept_one(municipality, key)
    then = book_with(who.office.book, kept.edition)
    if then is None:
        return redirect("edition", municipality, key)
    chosen = _chosen(request.GET.get("dag", ""), kept.edition.valid_from)
    return as_citizens_see(request, who, then, chosen, kept)


@require_safe
@leader_page
def colours(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID
) -> HttpResponse:
    """Give the colours that the edition has."""
    del request
    kept = kept_one(municipality, key)
    then = book_with(who.office.book, kept.edition)
    theme = then.pack(municipality, kept.edition.valid_from).theme if then else None
    if theme is None:
        raise NotFoundError
    return HttpResponse(style_sheet(theme), content_type="text/css")


def as_citizens_see(
    request: HttpRequest, who: Colleague, book: Rulebook, on: date, kept: Kept | None
) -> HttpResponse:
    """Return the service page by the rulebook on the day, marked as a preview."""
    where = who.actor.municipality
    try:
        pack, identity = book.pack(where, on), book.identity(where, on)
    except NoRuleInForceError:
        raise NotFoundError from None
    at = Here(replace(who.office, book=book), on, where, identity, pack)
    shown = {**told_of(request, at), "on": on, "kept": kept, "theme": pack.theme}
    return render(request, "staff/catalogue/preview.html", shown)


@require_safe
@leader_page
def what_if(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID
) -> HttpResponse:
    """Tell what the edition changes in open cases: references and changes, no names."""
    kept = kept_one(municipality, key)
    now, on = who.office.book, kept.edition.valid_from
    then = book_with(now, kept.edition)
    if then is None:
        return redirect("edition", municipality, key)
    always = request.GET.get("som") == "nye"
    books = (now, as_if_always(then, municipality, on) if always else then)
    found = look(
        municipality, on, books, who.office.keys, who.actor.id, _after(request)
    )
    return render(
        request,
        "staff/catalogue/what_if.html",
        {"kept": kept, "always": always, **_counted(found)},
    )


@require_safe
@leader_page
def act(
    request: HttpRequest, who: Colleague, municipality: str, law: str
) -> HttpResponse:
    """Tell what an act that lies prepared would change in open cases, from a day."""
    if law not in installation.prepared_acts():
        raise NotFoundError
    on = _chosen(request.GET.get("dag", ""), who.today + timedelta(days=1))
    checked = installation.as_if_in_force(municipality, law, on)
    shown: dict[str, Any] = {"name": who.office.book.acts[law].name, "on": on}
    if checked.rulebook is not None:
        books = (who.office.book, checked.rulebook)
        found = look(
            municipality, on, books, who.office.keys, who.actor.id, _after(request)
        )
        shown |= _counted(found)
    return render(request, "staff/catalogue/act.html", shown)


def _counted(found: Look) -> dict[str, Any]:
    """Return what a page tells of a look: counts, and a line for each change."""
    return {
        "seen": found.seen,
        "rows": [
            (listed, telling.STAGES.get(listed.stage, ""), list(map(told, changes)))
            for listed, changes in found.changed
        ],
        "unchanged": found.seen - len(found.changed),
        "after": found.after,
        "most": MOST,
    }


def told(change: Change) -> str:
    """Return the change as a line."""
    said, about = words()["what_if"], change.about
    if change.what is What.STEP:
        about = _STEPS.get(about, about)
    if change.what is What.CLOCK:
        about = str(telling.CLOCKS.get(about, about))
    name = _BOTH_WAYS.get(change.what)
    if name:
        way = "new" if change.after == "yes" else "gone"
        return str(said[f"{name}_{way}"]).format(about=about)
    before, after = (_shown(value) for value in (change.before, change.after))
    return str(said[change.what]).format(about=about, before=before, after=after)


def _shown(value: str) -> str:
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value or str(words()["what_if"]["none"])


def _chosen(text: str, first: date) -> date:
    try:
        return max(first, date.fromisoformat(text))
    except ValueError:
        return first


def _after(request: HttpRequest) -> After | None:
    due, _, reference = request.GET.get("etter", "").partition("_")
    try:
        return After(date.fromisoformat(due), reference.replace("\x00", ""))
    except ValueError:
        return None

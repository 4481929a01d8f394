"""Finding a case by its number, a person by theirs, or by name and day of birth."""

import re
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from fotfeste.access.people import find as find_person
from fotfeste.access.people import named_so
from fotfeste.law import national_identity_number
from fotfeste.ledger.fence import fenced
from fotfeste.office.lists import ListedCase, cases_of, find_by_reference
from fotfeste.office.relations import access_to
from fotfeste.procedures.kinds import Kind
from fotfeste.web.forms import Day, Form, Line
from fotfeste.web.staff.person import is_seen
from fotfeste.web.staff.work import rows
from fotfeste.web.who import Colleague, desk_page

_REFERENCE = re.compile(r"\d{4}-\d{5,}")


class FindForm(Form):
    """What one knows: a case number, a national identity number, or a name."""

    hva = Line("Saksnummer, fødselsnummer eller navn", required=True)
    fodt = Day(
        "Født",
        required=False,
        first=date(1900, 1, 1),
        help_text="Når du leter etter et navn.",
    )


@require_http_methods(["GET", "POST"])
@desk_page
def find(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Find what the employee has a part in; of the rest nothing is told.

    What is looked for never stands in an address: it can be who somebody is.
    """
    form = FindForm(request.POST if request.method == "POST" else None)
    found: list[ListedCase] = []
    if form.is_valid():
        with fenced(municipality):
            found = _found(form.cleaned_data["hva"], form.cleaned_data["fodt"], who)
        cases = [case for case in found if case.kind != Kind.PERSON]
        if len(cases) == 1:
            return redirect("case", municipality, cases[0].stream)
    with fenced(municipality):
        shown = rows(found, who)
    return render(
        request,
        "staff/find.html",
        {"form": form, "rows": shown, "asked": form.is_bound and form.is_valid()},
    )


def _found(what: str, born: date | None, who: Colleague) -> list[ListedCase]:
    """Return the cases meant, of those the employee has a part in and may see."""
    municipality = who.actor.municipality
    typed = national_identity_number.without_spaces(what)
    if _REFERENCE.fullmatch(typed):
        one = find_by_reference(municipality, typed)
        return _within_reach([one] if one else [], who)
    if typed.isdigit():
        known = find_person(municipality, typed, who.office.keys)
        people = [known.id] if known else []
    else:
        people = named_so(municipality, what, born, who.office.keys)
    return _within_reach(
        [case for person in people for case in cases_of(municipality, person)], who
    )


def _within_reach(cases: list[ListedCase], who: Colleague) -> list[ListedCase]:
    reached: dict[UUID, bool] = {}
    for case in cases:
        if case.person not in reached:
            reached[case.person] = is_within_reach(case.person, who)
    return [c for c in cases if reached[c.person] and is_seen(who, c.person, c)]


def is_within_reach(person: UUID, who: Colleague) -> bool:
    """Test that the employee has a part in the person's cases. Call inside a fence."""
    access = access_to(
        who.actor.municipality, who.employee, person, who.office.now, who.stands_in_for
    )
    return access is not None

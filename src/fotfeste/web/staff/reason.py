"""Looking where one has no part: one says why, and it is told."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from fotfeste.access.duties import Duty
from fotfeste.access.people import find as find_person
from fotfeste.access.people import identities
from fotfeste.access.readings import Ground, note_listed
from fotfeste.access.reasons import Reason, Why, give_reason, reasons, review
from fotfeste.law import national_identity_number
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.office.closed import hidden_from
from fotfeste.office.lists import cases_of, find_by_reference
from fotfeste.procedures.kinds import Kind
from fotfeste.web.forms import Form, Line, One, Words
from fotfeste.web.staff.person import is_seen
from fotfeste.web.who import Colleague, desk_page

WHYS = {
    Why.HELP: "Jeg gir personen hjelp, eller skal gjøre det",
    Why.HANDOVER: "Jeg tar over eller gir over arbeidet",
    Why.COMPLAINT: "Jeg svarer på en klage eller et spørsmål fra personen",
    Why.CONTROL: "Jeg kontrollerer arbeidet vårt, og har fått oppdraget",
    Why.EMERGENCY: "Det er fare for liv eller helse nå",
}
"""Why somebody looks, as they choose it."""


class LookForm(Form):
    """Why one must see the cases of somebody in whose cases one has no part."""

    hvem = Line("Saksnummer eller fødselsnummer", required=True)
    why = One("Hvorfor trenger du å se saken?", [(w.value, t) for w, t in WHYS.items()])
    words = Words("Forklar kort", rows=3, required=True, max_length=1000)


class SeenForm(Form):
    """What a leader notes about a reason."""

    words = Line("Merknad (kan stå tom)")


@require_http_methods(["GET", "POST"])
@desk_page
def look(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Ask why; whoever answers may look for a day, and it is told."""
    form = LookForm(request.POST if request.method == "POST" else None)
    asked_for = _uuid(request.GET.get("sak", ""))
    if asked_for:
        del form.fields["hvem"]
    if form.is_valid():
        why = Why(form.cleaned_data["why"])
        person, stream = _whom(asked_for, form.cleaned_data.get("hvem", ""), why, who)
        if person and stream:
            with fenced(municipality):
                give_reason(
                    municipality,
                    who.employee,
                    person,
                    why,
                    form.cleaned_data["words"],
                    who.office.now,
                )
            return redirect(_to(request) or _page(municipality, person, stream))
        form.add_error(
            None if asked_for else "hvem", "Fant ingen. Se om nummeret er riktig."
        )
    return render(request, "staff/look.html", {"form": form, "asked_for": asked_for})


@require_http_methods(["GET", "POST"])
@desk_page
def given(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Show a leader who has looked where they had no part, and why."""
    who.require(Duty.REVIEW_LOG)
    if request.method == "POST":
        key, form = _uuid(request.POST.get("reason", "")), SeenForm(request.POST)
        if key and form.is_valid():
            words = form.cleaned_data["words"]
            with fenced(municipality):
                review(municipality, key, who.employee, words, who.office.now)
        return redirect("reasons", municipality)
    with fenced(municipality):
        found = reasons(municipality)
        names = _names(found, who)
    return render(
        request,
        "staff/reasons.html",
        {
            "rows": [(one, WHYS[one.why], names.get(one.person, "")) for one in found],
            "form": SeenForm(auto_id=False),
            "own": who.actor.id,
        },
    )


def _names(found: list[Reason], who: Colleague) -> dict[UUID, str]:
    """Return what the people are called; that the leader saw it is noted."""
    municipality = who.actor.municipality
    people = {one.person for one in found}
    people -= hidden_from(municipality, who.actor.id, people)
    seen = [(person, person) for person in people]
    note_listed(municipality, who.employee, seen, who.office.now, Ground.REVIEW)
    known = identities(municipality, people, who.office.keys)
    return {person: identity.name for person, identity in known.items()}


def _whom(
    stream: UUID | None, typed: str, why: Why, who: Colleague
) -> tuple[UUID | None, UUID | None]:
    """Return the person meant, and the case to show of theirs.

    Whom the cases are closed to finds them only where life is at stake: to any other
    question the answer is the same as about somebody who is not known here.
    """
    municipality = who.actor.municipality
    number = national_identity_number.without_spaces(typed)
    with fenced(municipality):
        if stream:
            history = log.read(municipality, stream, who.office.keys)
            cases = cases_of(municipality, history.person) if history else []
            meant = [case for case in cases if case.stream == stream]
        else:
            case = find_by_reference(municipality, number)
            known = None if case else find_person(municipality, number, who.office.keys)
            meant = [case] if case else []
            meant += cases_of(municipality, known.id) if known else []
        if why is not Why.EMERGENCY:
            hidden = hidden_from(municipality, who.actor.id, {c.person for c in meant})
            meant = [
                case
                for case in meant
                if case.person not in hidden and is_seen(who, case.person, case)
            ]
    meant.sort(key=lambda case: case.kind == Kind.PERSON)
    return (meant[0].person, meant[0].stream) if meant else (None, None)


def _page(municipality: str, person: UUID, stream: UUID) -> str:
    return reverse(
        "person" if person == stream else "case", args=[municipality, stream]
    )


def _to(request: HttpRequest) -> str:
    """Return where the employee was on the way to, if that is at this desk."""
    to = request.GET.get("til", "")
    match = request.resolver_match
    desk = reverse("my-day", kwargs=match.kwargs) if match else ""
    safe = url_has_allowed_host_and_scheme(to, allowed_hosts=None)
    return to if safe and desk and to.startswith(desk) else ""


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None

"""What the log warns a leader of, and that a leader has looked into it."""

from datetime import date, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.access.duties import Duty
from fotfeste.access.log_pages import note_readings, review, reviews
from fotfeste.access.models import Employee
from fotfeste.access.people import identities
from fotfeste.access.policy import NotFoundError
from fotfeste.access.readings import Ground
from fotfeste.access.watch import Sign, Warning
from fotfeste.ledger.fence import fenced
from fotfeste.office.closed import hidden_from
from fotfeste.office.log_watch import (
    Watched,
    references_of,
    warning_with,
    warnings,
)
from fotfeste.web.forms import Form, Words
from fotfeste.web.who import Colleague, desk_page

SIGNS: dict[Sign, str] = {
    Sign.OWN_FILE: "Leste om seg selv",
    Sign.SURNAME: "Leste om en med samme etternavn",
    Sign.NEIGHBOUR: "Leste om en i samme gate",
    Sign.NO_CASE: "Leste om en som ikke har sak i enheten",
    Sign.MANY: "Leste om mange på én dag",
    Sign.HOURS: "Leste utenom arbeidstiden",
}
"""What there is to see, in words."""

PAGE = 50
_WEEK = timedelta(days=7)


class ReviewForm(Form):
    """What a leader found."""

    note = Words(
        "Hva fant du ut?",
        rows=4,
        required=True,
        max_length=2000,
        help_text="For eksempel: Tok over saken den dagen, se notatet i saken.",
    )


@require_safe
@desk_page
def log_warnings(
    request: HttpRequest, who: Colleague, municipality: str
) -> HttpResponse:
    """List what there is to ask about in a week of the unit's readings."""
    who.require(Duty.REVIEW_LOG)
    last = min(_day(request.GET.get("til", "")) or who.today, who.today)
    watched = _watched(who, last - _WEEK + timedelta(days=1), last)
    found, is_all = warnings(watched, who.office)
    page = _page(request.GET.get("side", ""))
    shown = found[(page - 1) * PAGE : page * PAGE]
    with fenced(municipality):
        seen = reviews(municipality, [one.key for one in shown])
        references = references_of(
            municipality, {one.readings[0].stream for one in shown}
        )
    return render(
        request,
        "staff/log_warnings.html",
        {
            "warnings": [
                (one, SIGNS[one.sign], seen.get(one.key, []),
                 references.get(one.readings[0].stream, "") if one.person else "")
                for one in shown
            ],
            "watched": watched,
            "is_all": is_all,
            "page": page,
            "more": len(found) > page * PAGE,
            "earlier": watched.first - timedelta(days=1),
            "later": last + _WEEK if last < who.today else None,
        },
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@desk_page
def log_warning(
    request: HttpRequest, who: Colleague, municipality: str, key: str
) -> HttpResponse:
    """Show a warning and whom it is about, and keep what a leader found."""
    who.require(Duty.REVIEW_LOG)
    found = warning_with(key, _watched(who, who.today, who.today), who.office)
    if found is None:
        raise NotFoundError
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with fenced(municipality):
            review(
                municipality,
                key,
                found.employee,
                form.cleaned_data["note"],
                who.actor.id,
                who.office.now,
            )
        back = reverse("log-warnings", args=[municipality])
        return redirect(f"{back}?til={found.day.isoformat()}")
    return _shown(request, who, found, form)  # fmt: skip


def _shown(
    request: HttpRequest, who: Colleague, found: Warning, form: ReviewForm
) -> HttpResponse:
    """Show the warning with names; that the leader saw them is itself recorded."""
    where = who.actor.municipality
    read = {seen.person: seen.stream for seen in found.readings}
    with fenced(where):
        for hidden in hidden_from(where, who.actor.id, read):
            del read[hidden]
        known = identities(where, read, who.office.keys)
        references = references_of(where, {seen.stream for seen in found.readings})
        note_readings(where, who.employee, read, Ground.REVIEW, who.office.now)
        seen_before = reviews(where, [found.key]).get(found.key, [])
    return render(
        request,
        "staff/log_warning.html",
        {
            "warning": found,
            "title": SIGNS[found.sign],
            "rows": [
                (seen, known[seen.person].name if seen.person in known else "",
                 references.get(seen.stream, ""))
                for seen in found.readings
            ],
            "reviews": [(one, _by(one.made_by, who)) for one in seen_before],
            "form": form,
        },
    )  # fmt: skip


def _by(key: UUID, who: Colleague) -> str:
    with fenced(who.employee.municipality):
        found = Employee.objects.filter(
            municipality=who.employee.municipality, id=key
        ).first()
    return found.name if found else "en leder"


def _watched(who: Colleague, first: date, last: date) -> Watched:
    return Watched(
        who.actor.municipality,
        who.employee.municipality,
        who.employee.unit,
        first,
        last,
    )


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year >= 2000 else None


def _page(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) < 5
    return max(int(text), 1) if is_number else 1

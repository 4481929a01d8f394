"""What an employee has begun to write in a step: kept as they type, and given back."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from fotfeste.ledger.fence import fenced
from fotfeste.office import begun
from fotfeste.office.begun import Place
from fotfeste.office.open_case import OpenCase
from fotfeste.web.staff import door
from fotfeste.web.staff.step import Step
from fotfeste.web.staff.steps import step_by_key
from fotfeste.web.step_form import StepForm
from fotfeste.web.who import Colleague, desk_page

MOST = 200_000
"""As many signs as are kept of one form."""

_NOT_WORDS = frozenset({"csrfmiddlewaretoken", "written_by", "seen", "kast"})
"""What travels with a form and was not written in it."""


@require_POST
@desk_page
def keep(
    request: HttpRequest, who: Colleague, municipality: str, stream: UUID, key: str
) -> HttpResponse:
    """Keep what is written so far, or throw it away where one begins again.

    To write keeps one signed in.
    """
    chosen = step_by_key(key)
    if chosen is None:
        raise Http404
    opened = door.opened(who, stream, None, sending=True)
    place = _place(opened, who, chosen)
    request.session.modified = True
    if "kast" in request.POST:
        with fenced(municipality):
            begun.throw_away(place)
        return redirect("step", municipality, stream, key)
    words = {
        name: [str(value) for value in values]
        for name, values in request.POST.lists()
        if name not in _NOT_WORDS and any(values)
    }
    if sum(len(value) for values in words.values() for value in values) > MOST:
        return HttpResponse(status=413)
    safe = who.office.keys.safe(municipality, opened.history.wrapped)
    with fenced(municipality):
        begun.keep(place, words, safe, who.office.now)
    return HttpResponse(status=204)


def refilled(
    form: StepForm, opened: OpenCase, who: Colleague, step: Step
) -> datetime | None:
    """Fill the form with what its writer had begun; return when, or None."""
    place = _place(opened, who, step)
    safe = who.office.keys.safe(place.municipality, opened.history.wrapped)
    with fenced(place.municipality):
        found = begun.begun(place, safe, who.office.now)
    if found is None or not _fill(form, found.words):
        return None
    return found.saved_at


def sent(opened: OpenCase, who: Colleague, step: Step) -> None:
    """Keep what was begun no longer: it has been sent."""
    with fenced(who.actor.municipality):
        begun.throw_away(_place(opened, who, step))


def _fill(form: StepForm, words: Mapping[str, list[str]]) -> bool:
    """Fill in what the form still asks for; tell whether that was anything."""
    known = {name: values for name, values in words.items() if name in form.fields}
    for name, values in known.items():
        several = hasattr(form.fields[name].widget, "allow_multiple_selected") and (
            form.fields[name].widget.allow_multiple_selected
        )
        form.initial[name] = values if several else values[0]
    return bool(known)


def _place(opened: OpenCase, who: Colleague, step: Step) -> Place:
    history = opened.history
    return Place(
        history.municipality, who.actor.id, history.person, history.stream, step.key
    )

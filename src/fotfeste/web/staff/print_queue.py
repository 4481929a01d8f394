"""Letters on paper: who gets one today, the file to print, and that it is sent."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from fotfeste.access.policy import NotFoundError
from fotfeste.access.readings import Ground, What, note_reading
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import uuid7
from fotfeste.letters import archive, dispatch, print_queue
from fotfeste.letters.print_queue import MOST, Queued
from fotfeste.letters.printing import Printed, together
from fotfeste.letters.readdress import as_of_now
from fotfeste.letters.wording import day
from fotfeste.office.closed import hidden_from
from fotfeste.office.handle import OSLO
from fotfeste.office.open_case import open_case
from fotfeste.web.staff.print_done import DoneForm, UndoForm, marked, sound
from fotfeste.web.staff.queue_rows import Row, rows
from fotfeste.web.who import Colleague, desk_page


@require_http_methods(["GET", "POST"])
@desk_page
def queue(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """List what waits for paper; chosen letters become a batch."""
    nothing_chosen = False
    if request.method == "POST":
        batch = uuid7()
        with fenced(municipality):
            own = {one.dispatch.id for one in _waiting(who, municipality)}
            chosen = [key for key in _chosen(request) if key in own]
            taken = print_queue.take(municipality, chosen[:MOST], batch)
        if taken:
            return redirect("print-batch", municipality, batch)
        nothing_chosen = True
    since = print_queue.start_of(who.office.now.astimezone(OSLO))
    with fenced(municipality):
        found = rows(_waiting(who, municipality), who)
        unit = _unit(who, municipality)
        done = rows(
            _open_to(who, print_queue.done_since(municipality, unit, since)), who
        )
    failed = [row for row in found if row.queued.dispatch.state == "failed"]
    paper = [row for row in found if row.waits]
    return render(
        request,
        "staff/print_queue.html",
        {
            "ready": [r for r in paper if not r.printed and not r.is_for_hand],
            "by_hand": [r for r in paper if not r.printed and r.is_for_hand],
            "printed": _by_batch([r for r in paper if r.printed]),
            "failed": failed,
            "done": done,
            "most": MOST,
            "nothing_chosen": nothing_chosen,
        },
        status=409 if nothing_chosen else 200,
    )


@require_http_methods(["GET", "POST"])
@desk_page
def batch(
    request: HttpRequest, who: Colleague, municipality: str, batch: UUID
) -> HttpResponse:
    """Show the letters of a batch, to print them and then say that they are sent."""
    found = _batch(who, municipality, batch)
    sent = request.method == "POST"
    form = DoneForm(request.POST if sent else None, initial={"on": who.today})
    chosen, beaten = set(_chosen(request)), []
    if form.is_valid() and sound(form, found, chosen, who):
        beaten = marked(form, found, chosen, who)
        if not beaten:
            return redirect("print-queue", municipality)
        found = _batch(who, municipality, batch)
    return render(
        request,
        "staff/print_batch.html",
        {
            "batch": batch,
            "rows": found,
            "left": [row for row in found if row.waits],
            "printed": all(row.printed for row in found),
            "beaten": beaten,
            "ticked": chosen if sent else {row.key for row in found},
            "form": form,
        },
        status=409 if beaten else 200,
    )


@require_safe
@desk_page
def batch_pdf(
    request: HttpRequest, who: Colleague, municipality: str, batch: UUID
) -> HttpResponse:
    """Hand over the batch as one PDF, a page for the window before each letter."""
    del request
    sender = who.office.book.current_identity(municipality, who.today).name
    with fenced(municipality):
        made = [
            (row, part)
            for row in _batch(who, municipality, batch)
            if row.waits and (part := _printed(row, who))
        ]
    if not made:
        return redirect("print-batch", municipality, batch)
    body = together(
        [part for _, part in made],
        title=f"Brev til utskrift {day(who.today)}",
        sender=sender,
    )
    found = [row for row, _ in made]
    with fenced(municipality):
        for stream, person in {
            (r.queued.dispatch.stream, r.queued.dispatch.person) for r in found
        }:
            note_reading(
                municipality,
                who.employee,
                person=person,
                stream=stream,
                ground=Ground.DISPATCH,
                what=What.LETTER,
                at=who.office.now,
            )
        keys = [row.key for row in found]
        digest = sha256(body).digest()
        print_queue.note_printed(
            municipality, keys, digest, who.employee, who.office.now
        )
    return HttpResponse(
        body,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="brev-{who.today}.pdf"'},
    )


@require_http_methods(["GET", "POST"])
@desk_page
def undo(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID
) -> HttpResponse:
    """Take back, on the same day, that a letter is in the post."""
    with fenced(municipality):
        found = rows([_one(who, municipality, key)], who)
    row = found[0]
    form = UndoForm(request.POST if request.method == "POST" else None)
    if row.may_undo and form.is_valid():
        safe = who.office.keys.safe(municipality, row.queued.wrapped)
        sealed = safe.seal(
            form.cleaned_data["reason"].encode(),
            dispatch.note_place(municipality, key),
        )
        with fenced(municipality):
            print_queue.undo(
                municipality, row.queued, sealed, who.employee, who.office.now
            )
        return redirect("print-queue", municipality)
    return render(request, "staff/print_undo.html", {"row": row, "form": form})


@require_POST
@desk_page
def to_paper(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID
) -> HttpResponse:
    """Send on paper what did not get through digitally."""
    del request
    with fenced(municipality):
        queued = _one(who, municipality, key)
        print_queue.to_paper(municipality, queued, who.employee, who.office.now)
    return redirect("print-queue", municipality)


def _printed(row: Row, who: Colleague) -> Printed | None:
    """Return a letter as it is printed now, for one who may see its case. In a fence.

    None: it is to nobody any more.
    """
    one, where = row.queued.dispatch, who.actor.municipality
    opened = open_case(who.actor, one.stream, who.office)
    envelope = as_of_now(one, row.envelope, opened.history, who.office)
    if envelope is None:
        return None
    print_queue.hold_back(where, one.id, envelope.hold)
    [kept] = [
        letter
        for letter in archive.letters_of(where, [one.stream])
        if letter.event == one.event and letter.kind == one.kind
    ]
    party, keys = row.queued.party, who.office.keys
    return Printed(
        envelope,
        archive.letter_text(where, kept, party, keys),
        archive.letter_bundle(where, kept, party, keys),
    )


def _batch(who: Colleague, municipality: str, key: UUID) -> list[Row]:
    """Return the letters of the batch; there must be one that is the unit's."""
    with fenced(municipality):
        unit = _unit(who, municipality)
        found = rows(_open_to(who, print_queue.in_batch(municipality, unit, key)), who)
    if not found:
        raise NotFoundError
    return found


def _by_batch(printed: list[Row]) -> list[dict[str, Any]]:
    """Return the batches that are printed and not done, with who printed and when."""
    batches: dict[UUID, list[Row]] = {}
    for row in printed:
        if row.queued.dispatch.batch:
            batches.setdefault(row.queued.dispatch.batch, []).append(row)
    return [
        {"key": key, "rows": of, "by": of[0].printed} for key, of in batches.items()
    ]


def _one(who: Colleague, municipality: str, key: UUID) -> Queued:
    found = print_queue.one(municipality, _unit(who, municipality), key)
    if found is None or not _open_to(who, [found]):
        raise NotFoundError
    return found


def _waiting(who: Colleague, municipality: str) -> list[Queued]:
    return _open_to(who, print_queue.waiting(municipality, _unit(who, municipality)))


def _open_to(who: Colleague, found: list[Queued]) -> list[Queued]:
    """Return the letters about people whose cases are not closed to the employee."""
    where, people = who.actor.municipality, {one.dispatch.person for one in found}
    hidden = hidden_from(where, who.actor.id, people)
    return [one for one in found if one.dispatch.person not in hidden]


def _unit(who: Colleague, municipality: str) -> str | None:
    """Return whose letters one sends: the unit's; all, where it has been taken over."""
    own = who.employee.municipality == municipality
    return who.employee.unit if own else None


def _chosen(request: HttpRequest) -> list[UUID]:
    """Return the letters that are ticked; what is no key is left out."""
    found = []
    for text in request.POST.getlist("brev"):
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found

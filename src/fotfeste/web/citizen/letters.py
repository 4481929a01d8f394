"""The letters of my case, as pages and as PDF; opening a decision is recorded."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fotfeste.access.policy import NotFoundError
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import ConflictError
from fotfeste.letters import archive
from fotfeste.letters.archive import KeptLetter
from fotfeste.letters.content import LetterKind
from fotfeste.office.handle import handle
from fotfeste.office.open_case import open_case
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.refusal import Refused
from fotfeste.web.who import Citizen, citizen_page

LETTER_TITLES = {
    LetterKind.ACKNOWLEDGEMENT: "Vi har fått søknaden din",
    LetterKind.INVITATION: "Innkalling til samtale",
    LetterKind.DELAY_NOTICE: "Saken tar lengre tid",
    LetterKind.DECISION: "Vedtak",
    LetterKind.REOPENED: "Saken behandles på nytt",
    LetterKind.APPEAL_ACKNOWLEDGEMENT: "Vi har fått klagen din",
    LetterKind.DISMISSAL: "Klagen er avvist",
    LetterKind.FORWARDING: "Oversending av klage",
    LetterKind.FORWARDING_COPY: "Klagen er sendt videre (kopi til deg)",
}


def as_pdf(body: bytes, kept: KeptLetter) -> HttpResponse:
    """Return the PDF under a name that says nothing about what it concerns."""
    name = f"brev-{kept.on}.pdf"
    return HttpResponse(
        body,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


@require_safe
@citizen_page
def letter(
    request: HttpRequest,
    who: Citizen,
    municipality: str,
    stream: UUID,
    event: UUID,
    kind: str,
) -> HttpResponse:
    """Show a letter as a page; the opening of a decision is recorded."""
    kept = _kept(who, municipality, stream, event, kind)
    with fenced(municipality):
        shown = archive.letter_text(municipality, kept, who.party, who.office.keys)
    if kept.kind is LetterKind.DECISION:
        _note_opening(who, stream)
    return render(
        request,
        "letters/letter.html",
        {"letter": shown, "kept": kept, "stream": stream},
    )


@require_safe
@citizen_page
def letter_pdf(
    request: HttpRequest,
    who: Citizen,
    municipality: str,
    stream: UUID,
    event: UUID,
    kind: str,
) -> HttpResponse:
    """Hand over a letter as PDF; the opening of a decision is recorded."""
    kept = _kept(who, municipality, stream, event, kind)
    with fenced(municipality):
        body = archive.letter_pdf(municipality, kept, who.party, who.office.keys)
    if kept.kind is LetterKind.DECISION:
        _note_opening(who, stream)
    return as_pdf(body, kept)


def _kept(
    who: Citizen, municipality: str, stream: UUID, event: UUID, kind: str
) -> KeptLetter:
    open_case(who.actor, stream, who.office)
    with fenced(municipality):
        kept = archive.letters_of(municipality, [stream])
    for one in kept:
        if one.event == event and one.kind == kind and one.to_party:
            return one
    raise NotFoundError


def _note_opening(who: Citizen, stream: UUID) -> None:
    """Record that the decision was opened; the letter is shown whatever comes of it."""
    case = open_case(who.actor, stream, who.office)
    if do.OpenDecision not in case.steps:
        return
    try:
        handle(
            do.OpenDecision(),
            actor=who.actor,
            stream=stream,
            seen=case.history.version,
            office=who.office,
        )
    except (Refused, ConflictError):
        return

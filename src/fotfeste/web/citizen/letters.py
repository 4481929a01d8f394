"""The letters of my case, as pages and as PDF; opening a decision is recorded."""

import mimetypes
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from fotfeste.access.people import Party
from fotfeste.access.policy import NotFoundError
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import ConflictError
from fotfeste.letters import archive
from fotfeste.letters.archive import KeptLetter
from fotfeste.letters.content import OF_DECISION, LetterKind
from fotfeste.office import attachments
from fotfeste.office.attachments import Attachment
from fotfeste.office.handle import handle
from fotfeste.office.open_case import open_case
from fotfeste.procedures.documents.stages import NOT_ASKED, Access
from fotfeste.procedures.refusal import Refused
from fotfeste.procedures.remedy import commands as do
from fotfeste.procedures.remedy.events import DecisionMadeAvailable
from fotfeste.web.who import Citizen, citizen_page

LETTER_TITLES = {
    LetterKind.ACKNOWLEDGEMENT: _("Vi har fått søknaden din"),
    LetterKind.INVITATION: _("Innkalling til samtale"),
    LetterKind.DELAY_NOTICE: _("Saken tar lengre tid"),
    LetterKind.DECISION: _("Vedtak"),
    LetterKind.REOPENED: _("Saken behandles på nytt"),
    LetterKind.APPEAL_ACKNOWLEDGEMENT: _("Vi har fått klagen din"),
    LetterKind.DISMISSAL: _("Klagen er avvist"),
    LetterKind.FORWARDING: _("Oversending av klage"),
    LetterKind.FORWARDING_COPY: _("Klagen er sendt videre (kopi til deg)"),
    LetterKind.PASSED_ON: _("Søknaden er sendt videre"),
    LetterKind.CASE_DISMISSED: _("Søknaden er avvist"),
    LetterKind.CLOSED: _("Saken er lukket"),
    LetterKind.DISCLOSED: _("Vi har varslet noen"),
    LetterKind.REMINDER: _("Du har et vedtak du ikke har lest"),
    LetterKind.TAKEN_UP: _("Saken er tatt opp igjen"),
    LetterKind.REVERSAL: _("Vedtaket vurderes på nytt"),
    LetterKind.INFORMATION_REQUEST: _("Spørsmål om opplysninger"),
    LetterKind.INFORMATION_REMINDER: _("Påminnelse om opplysninger"),
    LetterKind.PRESENTED: _("Opplysninger om deg"),
    LetterKind.DOCUMENTS: _("Dokumentene i saken"),
    LetterKind.ACCESS_REFUSED: _("Nei til å se noe i saken"),
    LetterKind.GROUNDS: _("Begrunnelse"),
    LetterKind.SUSPENSION: _("Svar på om vedtaket skal vente"),
    LetterKind.CORRECTION: _("Retting av vedtaket"),
    LetterKind.SUPERVISION: _("Anmodning om tilsyn"),
    LetterKind.MENDING: _("Klagen mangler noe"),
    LetterKind.APPEAL_DELAY_NOTICE: _("Klagen tar lengre tid"),
    LetterKind.COSTS: _("Svar på krav om utgifter"),
    LetterKind.ADVANCE_NOTICE: _("Varsel om endring"),
    LetterKind.CHANGE_DROPPED: _("Hjelpen går som før"),
    LetterKind.CHANGE: _("Vedtak om endring"),
    LetterKind.RESTORED: _("Endringen er falt bort"),
    LetterKind.CARE_ENDED: _("Hjelpen er avsluttet"),
    LetterKind.REPORT_RECEIVED: _("Vi har fått meldingen din"),
    LetterKind.FEEDBACK: _("Svar på meldingen din"),
}


def as_pdf(body: bytes, kept: KeptLetter) -> HttpResponse:
    """Return the PDF under a name that says nothing about what it concerns."""
    name = f"brev-{kept.on}.pdf"
    return HttpResponse(
        body,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


def as_file(kept: Attachment) -> HttpResponse:
    """Return a filed document, to be saved: nothing in it runs in the browser."""
    ending = mimetypes.guess_extension(kept.media_type) or ""
    return HttpResponse(
        kept.content,
        content_type=kept.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="dokument{ending}"',
            "Content-Security-Policy": "sandbox",
            "X-Content-Type-Options": "nosniff",
        },
    )


@require_safe
@citizen_page
def document(
    request: HttpRequest,
    who: Citizen,
    municipality: str,
    stream: UUID,
    document: UUID,
) -> HttpResponse:
    """Hand over a document that is filed in one's case."""
    case = open_case(who.actor, stream, who.office)
    access: Access = getattr(case.case.file, "access", NOT_ASKED)
    seen = {one.document for one in access.open_to_party}
    if not case.may_see_documents or document not in seen:
        raise NotFoundError
    return as_file(attachments.open_kept(case.history, document, who.office.keys))


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
    kept, whose = _kept(who, municipality, stream, event, kind)
    with fenced(municipality):
        shown = archive.letter_text(municipality, kept, whose, who.office.keys)
    if kept.kind in OF_DECISION.values():
        _note_opening(who, stream, kept)
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
    kept, whose = _kept(who, municipality, stream, event, kind)
    with fenced(municipality):
        body = archive.letter_pdf(municipality, kept, whose, who.office.keys)
    if kept.kind in OF_DECISION.values():
        _note_opening(who, stream, kept)
    return as_pdf(body, kept)


def _kept(
    who: Citizen, municipality: str, stream: UUID, event: UUID, kind: str
) -> tuple[KeptLetter, Party]:
    """Return the letter, and whose key it is sealed under."""
    case = open_case(who.actor, stream, who.office)
    if not case.may_read:
        raise NotFoundError
    with fenced(municipality):
        kept = archive.letters_of(municipality, [stream])
    for one in kept:
        of_documents = one.kind is LetterKind.DOCUMENTS
        if of_documents and not case.may_see_documents:
            continue
        if one.event == event and one.kind == kind and one.to_party:
            return one, Party(case.history.person, case.history.wrapped)
    raise NotFoundError


def _note_opening(who: Citizen, stream: UUID, kept: KeptLetter) -> None:
    """Record that the decision was opened; the letter is shown whatever comes of it."""
    case = open_case(who.actor, stream, who.office)
    told = {record.id: record.event for record in case.history.records}
    event = told.get(kept.event)
    if not isinstance(event, DecisionMadeAvailable):
        return
    try:
        handle(
            do.OpenDecision(number=event.number),
            actor=who.actor,
            stream=stream,
            seen=case.history.version,
            office=who.office,
        )
    except (Refused, ConflictError, NotFoundError):
        return

"""Pictures and papers that go with an application: kept with the draft, then sent."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fotfeste.access.people import Party
from fotfeste.ledger.log import uuid7
from fotfeste.office import attachments, drafts
from fotfeste.office.drafts import Draft, DraftDocument
from fotfeste.procedures.documents.commands import SendDocument
from fotfeste.web.attached import EXAMPLE, FILE, TITLE, Attached
from fotfeste.web.forms import Form, Line
from fotfeste.web.who import Citizen, citizen_page

MOST = 10
"""How many files can go with one application."""

_TOO_MANY = _(
    "Du har lagt ved ti filer, og det er så mange vi kan ta imot nå. Du kan sende flere"
    " når søknaden er sendt."
)


class AttachForm(Form):
    """One file, and what it is."""

    title = Line(TITLE, required=True, help_text=EXAMPLE)
    file = Attached(FILE)


@require_http_methods(["GET", "POST"])
@citizen_page
def attach(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """Take in one file at a time, and show those that are in."""
    office = who.office
    draft = drafts.load(municipality, who.party, office.keys, office.now)
    if draft is None:
        return redirect("apply", municipality)
    if "remove" in request.POST:
        _remove(request.POST["remove"], draft, who, municipality)
        return redirect("attach", municipality)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = AttachForm(*data)
    if form.is_valid() and len(draft.documents) >= MOST:
        form.add_error(None, _TOO_MANY)
    if form.is_valid():
        _keep(form, draft, who, municipality)
        return redirect("attach", municipality)
    return render(
        request, "citizen/attach.html", {"form": form, "documents": draft.documents}
    )


def sent_with(draft: Draft, who: Citizen, whom: Party) -> tuple[SendDocument, ...]:
    """Return the files of the draft as they are sent with the application.

    whom: whose case it becomes; a file is sealed under the key of that person.
    """
    return tuple(
        SendDocument(
            document=_sealed_for(one.document, who, whom),
            title=one.title,
            digest=one.digest,
            scanned=one.scanned,
        )
        for one in draft.documents
    )


def _sealed_for(document: UUID, who: Citizen, whom: Party) -> UUID:
    """Return the key of the file, sealed again where the case is another person's."""
    municipality, office = who.actor.municipality, who.office
    if whom == who.party:
        return document
    content = attachments.open_draft(municipality, document, who.party, office.keys)
    again = uuid7()
    attachments.keep(
        municipality, again, content, party=whom, at=office.now, keys=office.keys
    )
    return again


def _keep(form: AttachForm, draft: Draft, who: Citizen, municipality: str) -> None:
    """Keep the file with the draft; the same file again is the same file."""
    taken, document = form.cleaned_data["file"], uuid7()
    if taken.digest in {one.digest for one in draft.documents}:
        return
    party, office = who.enrolled(), who.office
    attachments.keep(
        municipality,
        document,
        taken.content,
        party=party,
        at=office.now,
        keys=office.keys,
        draft=draft.stream,
    )
    draft.documents.append(
        DraftDocument(document, form.cleaned_data["title"], taken.digest, taken.scanned)
    )
    drafts.save(municipality, party, draft, office.keys, office.now)


def _remove(key: str, draft: Draft, who: Citizen, municipality: str) -> None:
    """Take one file out of the draft; one that is not there is let be."""
    gone = [one for one in draft.documents if str(one.document) == key]
    for one in gone:
        draft.documents.remove(one)
        drafts.save(
            municipality, who.enrolled(), draft, who.office.keys, who.office.now
        )
        attachments.discard(municipality, UUID(key), draft.stream)

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
        _remove(request.POST["remove"], who, municipality)
        return redirect("attach", municipality)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = AttachForm(*data)
    if form.is_valid():
        if _keep(form, who, municipality):
            return redirect("attach", municipality)
        form.add_error(None, _TOO_MANY)
    return render(
        request, "citizen/attach.html", {"form": form, "documents": draft.documents}
    )


def sent_with(draft: Draft, who: Citizen, whom: Party) -> tuple[SendDocument, ...]:
    """Return the files of the draft as they are sent with the application.

    whom: whose case it becomes. A file is sealed under the key of that person: for
          another, it is sealed again, and the first goes with the draft.
    """
    municipality = who.actor.municipality
    keys = [one.document for one in draft.documents]
    if whom == who.party:
        there = attachments.let_go(municipality, draft.stream, keys)
        sealed = {key: key for key in keys if key in there}
    else:
        sealed = {key: _sealed_again(key, who, whom) for key in keys}
    return tuple(
        SendDocument(
            document=sealed[one.document],
            title=one.title,
            digest=one.digest,
            scanned=one.scanned,
        )
        for one in draft.documents
        if one.document in sealed
    )


def _sealed_again(document: UUID, who: Citizen, whom: Party) -> UUID:
    municipality, office = who.actor.municipality, who.office
    content = attachments.open_draft(municipality, document, who.party, office.keys)
    again = uuid7()
    attachments.keep(
        municipality, again, content, party=whom, at=office.now, keys=office.keys
    )
    return again


def _keep(form: AttachForm, who: Citizen, municipality: str) -> bool:
    """Test that the file is kept with the draft; the same file again is the same file.

    The draft is read again and held: another page may have written in it meanwhile.
    """
    taken, document = form.cleaned_data["file"], uuid7()
    party, office = who.enrolled(), who.office
    with drafts.held(municipality, party, office.keys, office.now) as draft:
        if taken.digest in {one.digest for one in draft.documents}:
            return True
        if len(draft.documents) >= MOST:
            return False
        attachments.keep(
            municipality,
            document,
            taken.content,
            party=party,
            at=office.now,
            keys=office.keys,
            draft=draft.stream,
        )
        title = form.cleaned_data["title"]
        draft.documents.append(
            DraftDocument(document, title, taken.digest, taken.scanned)
        )
    return True


def _remove(key: str, who: Citizen, municipality: str) -> None:
    """Take one file out of the draft; one that is not there is let be."""
    party, office = who.enrolled(), who.office
    with drafts.held(municipality, party, office.keys, office.now) as draft:
        for one in [one for one in draft.documents if str(one.document) == key]:
            draft.documents.remove(one)
            attachments.discard(municipality, one.document, draft.stream)

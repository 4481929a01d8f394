"""Everything about oneself: to read, and for other programs (GDPR art. 15, 20)."""

import io
import json
import mimetypes
import zipfile
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from fotfeste.access.people import Party
from fotfeste.access.readings import readings_of
from fotfeste.ledger import codec
from fotfeste.ledger.fence import fenced
from fotfeste.letters import archive
from fotfeste.letters.compose.documents import for_party
from fotfeste.office import attachments
from fotfeste.office.lists import cases_of
from fotfeste.office.open_case import OpenCase, open_case
from fotfeste.procedures.documents.stages import NOT_ASKED, Access
from fotfeste.web import telling
from fotfeste.web.citizen.letters import LETTER_TITLES
from fotfeste.web.shell import written_in
from fotfeste.web.told_of_readings import visits
from fotfeste.web.who import Citizen, citizen_page

FORMAT = "fotfeste-1"
"""The form of the file for programs; a new form gets a new name."""


@require_safe
@citizen_page
def everything(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """Hand over all that is kept about the person and open to them, as one file."""
    with fenced(municipality):
        listed = cases_of(municipality, who.party.id)
        readings = readings_of(municipality, who.party.id)
    cases = [open_case(who.actor, row.stream, who.office) for row in listed]
    read = [
        {
            "at": one.at.isoformat(),
            "name": one.name,
            "unit": one.unit,
            "organisation": one.organisation,
            "what": one.what,
            "ground": one.ground,
            "reason": one.reason,
        }
        for one in readings
    ]
    data = {
        "format": FORMAT,
        "municipality": municipality,
        "made_at": who.office.now.isoformat(),
        "person": asdict(who.identity),
        "cases": [_told(case) for case in cases],
        "readings": read,
    }
    page = render_to_string(
        "citizen/everything.html",
        {
            "language": written_in(),
            "name": who.identity.name,
            "made_at": who.office.now,
            "cases": [(case, telling.timeline_for_party(case)) for case in cases],
            "visits": visits(readings),
        },
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("les-meg.html", page)
        file.writestr(
            "opplysninger.json", json.dumps(data, ensure_ascii=False, indent=1)
        )
        for case in cases:
            for name, body in (*_letters(case, who), *_documents(case, who)):
                file.writestr(name, body)
    return HttpResponse(
        packed.getvalue(),
        content_type="application/zip",
        headers={"Content-Disposition": 'attachment; filename="opplysninger.zip"'},
    )


def _told(case: OpenCase) -> dict[str, Any]:
    """Return what has happened in the case, as it is stored; nothing kept from them."""
    shown = [r for r in for_party(case.history.records) if telling.is_for_party(r)]
    return {
        "reference": case.history.reference,
        "kind": case.history.kind,
        "events": [
            {
                "on": record.occurred_on.isoformat(),
                "recorded_at": record.recorded_at.isoformat(),
                "name": name,
                "content": json.loads(content),
            }
            for record in shown
            for name, content in [codec.encode(record.event)]
        ],
    }


def _letters(case: OpenCase, who: Citizen) -> list[tuple[str, bytes]]:
    """Return each letter to the person, under a name that sorts by its day."""
    history = case.history
    party = Party(history.person, history.wrapped)
    with fenced(history.municipality):
        kept = [
            one
            for one in archive.letters_of(history.municipality, [history.stream])
            if one.to_party
        ]
        return [
            (
                f"brev/{one.on}-{history.reference}-{n}-{LETTER_TITLES[one.kind]}.pdf",
                archive.letter_pdf(history.municipality, one, party, who.office.keys),
            )
            for n, one in enumerate(kept, 1)
        ]


def _documents(case: OpenCase, who: Citizen) -> list[tuple[str, bytes]]:
    """Return each paper that is filed in the case and open to the person."""
    access: Access = getattr(case.case.file, "access", NOT_ASKED)
    found = []
    for n, one in enumerate(access.open_to_party, 1):
        kept = attachments.open_kept(case.history, one.document, who.office.keys)
        ending = mimetypes.guess_extension(kept.media_type) or ""
        name = f"dokumenter/{one.on}-{case.history.reference}-{n}{ending}"
        found.append((name, kept.content))
    return found

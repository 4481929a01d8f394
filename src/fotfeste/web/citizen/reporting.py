"""Reporting that one worries about somebody close (hol § 10-1)."""

from typing import Any

from django.forms import HiddenInput, UUIDField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fotfeste.ledger.log import ConflictError, uuid7
from fotfeste.office.handle import handle
from fotfeste.procedures.refusal import Refused
from fotfeste.procedures.report.commands import SubmitReport
from fotfeste.web import refusals
from fotfeste.web.forms import Form, Line, Words
from fotfeste.web.who import Citizen, citizen_page


class ReportForm(Form):
    """Whom one worries about, and why."""

    stream = UUIDField(widget=HiddenInput)
    about = Line(
        _("Hvem er du bekymret for?"), help_text=_("Navn og hvor personen holder til.")
    )
    tie = Line(
        _("Hva er dere for hverandre?"), help_text=_("For eksempel mor, venn, nabo.")
    )
    words = Words(
        _("Hva er du bekymret for?"),
        required=True,
        rows=8,
        help_text=_("Skriv med dine egne ord."),
    )


@require_http_methods(["GET", "POST"])
@citizen_page
def report(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """Let somebody report that they worry; the case is theirs, and theirs alone."""
    post = request.POST if request.method == "POST" else None
    form = ReportForm(post, initial={"stream": uuid7()})
    if form.is_valid():
        data: dict[str, Any] = dict(form.cleaned_data)
        stream, known = data.pop("stream"), who.known()
        try:
            handle(
                SubmitReport(reporter=who.identity.name, **data),
                actor=known.actor,
                stream=stream,
                seen=0,
                office=who.office,
                party=known.party,
            )
        except ConflictError:
            pass  # the same report was sent before: the case is there
        except Refused as no:
            pack = who.office.book.pack(municipality, who.today)
            for text in refusals.told(no, pack):
                form.add_error(None, text)
        if not form.errors:
            return redirect("my-case", municipality, stream)
    return render(request, "citizen/report.html", {"form": form})

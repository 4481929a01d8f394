"""The application on paper: made from the very questions of the page."""

from typing import Any

from django.forms import Field
from django.http import HttpRequest, HttpResponse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fotfeste.letters.paper_form import PaperForm, PaperQuestion, as_pdf
from fotfeste.rulebook.pack import Pack
from fotfeste.web.choices import AVOID
from fotfeste.web.citizen.questions import OWN, QUESTIONS, Consents, Wants, Whom
from fotfeste.web.forms import Words
from fotfeste.web.public.here import here
from fotfeste.web.shell import written_in


@require_safe
def paper(request: HttpRequest, municipality: str) -> HttpResponse:
    """Give the application to be printed, filled in by hand, and sent or handed in."""
    del request
    at = here(municipality)
    return HttpResponse(
        as_pdf(form(at.pack, at.identity.name)),
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="soknad.pdf"'},
    )


def form(pack: Pack, name: str) -> PaperForm:
    """Return the form with the questions of the page, and what the pack offers."""
    unit = pack.unit(pack.steps.receive)
    where = (unit.address or unit.name).replace("\n", ", ")
    who = (
        PaperQuestion(_("Navn"), "", (), 1),
        PaperQuestion(
            _("Fødselsnummer"), _("Kan stå tomt hvis du ikke vet det."), (), 1
        ),
    )
    signed = PaperQuestion(_("Dato og underskrift"), "", (), 1)
    questions = [
        _on_paper(asked.form, field_name, field, pack)
        for asked in QUESTIONS
        for field_name, field in asked.form.base_fields.items()
    ]
    return PaperForm(
        title=_("Søknad om hjelp"),
        sender=name,
        language=written_in(),
        page=_("side"),
        lead=(
            _(
                "Du kan hoppe over det du ikke vil svare på. Vi hjelper deg gjerne å"
                " fylle ut. Haster det? Ring 113 ved fare for liv, eller legevakten på"
                " 116117."
            ),
        ),
        questions=(*who, *questions, signed),
        close=(
            _("Send skjemaet til {address}. Du kan også levere det der.").format(
                address=where
            ),
            _("Du får brev om at søknaden er kommet, og når du får svar."),
        ),
    )


def _on_paper(asked: type, name: str, field: Field, pack: Pack) -> PaperQuestion:
    options: list[Any] = list(getattr(field, "choices", []))
    if asked is Whom and name == "whom":
        options = list(OWN)
    if asked is Wants:
        options = [(o.id, f"{_(o.name)}. {_(o.what)}") for o in pack.offers if o.apply]
    if asked is Consents:
        options = [(one, one) for one in pack.collect_from]
    if name == "avoid":
        options = list(AVOID)
    rows = int(field.widget.attrs.get("rows", 3)) if isinstance(field, Words) else 1
    return PaperQuestion(
        str(field.label),
        str(field.help_text),
        tuple(strip_tags(str(label)) for _key, label in options),
        0 if options else rows,
    )

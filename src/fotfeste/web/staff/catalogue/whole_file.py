"""The whole file of an edition, typed or sent."""

from typing import Any
from uuid import UUID

from django.forms import FileField, FileInput
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from fotfeste.office import edition_text
from fotfeste.office.edition_check import LONGEST, judged
from fotfeste.rulebook.editions import Edition
from fotfeste.web.forms import Form, Seen, Words
from fotfeste.web.staff.catalogue.door import leader_page
from fotfeste.web.staff.catalogue.pages import NOT_A_FILE, uploaded
from fotfeste.web.staff.catalogue.saving import draft, status, written
from fotfeste.web.staff.catalogue.words import in_norwegian
from fotfeste.web.who import Colleague


class FileForm(Form):
    """The whole file, typed or sent."""

    seen = Seen()
    text = Words(
        "Filen",
        rows=30,
        max_length=LONGEST,
        error_messages={"max_length": "Filen er for lang."},
    )
    file = FileField(
        label="Eller les inn en fil",
        required=False,
        help_text="Den tar plassen til det som står over.",
        widget=FileInput(attrs={"class": "ds-input", "accept": ".yaml"}),
        error_messages={"empty": "Filen er tom."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs |= {
            "class": "ds-input ff-code",
            "spellcheck": "false",
        }


@require_http_methods(["GET", "POST"])
@leader_page
def whole_file(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID
) -> HttpResponse:
    """Show the file as it is, and save it as it is typed."""
    kept = draft(municipality, key)
    before = {"seen": kept.version, "text": kept.edition.text}
    form = FileForm(request.POST or None, request.FILES or None, initial=before)
    if form.is_valid():
        text = _typed(form)
        day = (edition_text.day_in(text) if text else None) or kept.edition.valid_from
        if text is not None:
            edition = Edition(municipality, day, text)
            kept = written(form, who, kept, edition) or kept
            if not form.errors and not judged(kept.edition).problems:
                return redirect("edition", municipality, key)
            if not form.errors:
                form = FileForm(initial={"seen": kept.version, "text": text})
    return render(
        request,
        "staff/catalogue/file.html",
        {
            "form": form,
            "kept": kept,
            "saved": request.method == "POST" and not form.errors,
            "faults": in_norwegian(judged(kept.edition).problems),
        },
        status=status(form),
    )


def _typed(form: FileForm) -> str | None:
    """Return the text that was sent or typed; None where the file cannot be read."""
    if not form.cleaned_data["file"]:
        text: str = form.cleaned_data["text"]
        return text if text.endswith("\n") else f"{text}\n"
    sent = uploaded(form.cleaned_data["file"])
    if sent is None:
        form.add_error("file", NOT_A_FILE)
    return sent

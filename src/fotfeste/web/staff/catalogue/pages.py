"""The catalogue: which versions there are, and a new one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.forms import FileField, FileInput
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.access.models import Employee
from fotfeste.access.policy import NotFoundError, Role
from fotfeste.ledger.fence import fenced
from fotfeste.office import edition_text, editions, installation
from fotfeste.office.edition_check import LONGEST, EditionRefusedError
from fotfeste.office.editions import Kept, State
from fotfeste.rulebook.editions import Edition
from fotfeste.web.forms import Day, Form
from fotfeste.web.staff.catalogue.door import by, leader_page, refusal
from fotfeste.web.staff.catalogue.looking import as_citizens_see
from fotfeste.web.staff.catalogue.words import words
from fotfeste.web.who import Colleague


class BeginForm(Form):
    """A new edition: from when, and perhaps the file it is to be."""

    valid_from = Day(
        "Fra hvilken dag skal den gjelde?",
        help_text="Tidligst i morgen. Saker som har kommet før den dagen, beholder"
        " reglene sine.",
    )
    file = FileField(
        label="Les inn en fil",
        required=False,
        help_text="La det stå tomt om dere vil begynne med det som gjelder nå.",
        widget=FileInput(attrs={"class": "ds-input", "accept": ".yaml"}),
        error_messages={"empty": "Filen er tom."},
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A version in the list: from when to when, where it stands, and who made it."""

    valid_from: date
    state: str
    title: str
    who: str
    kept: Kept | None
    now: bool


@require_http_methods(["GET", "POST"])
@leader_page
def catalogue(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """List the versions of the pack, and begin a new one."""
    sent = request.method == "POST"
    form = BeginForm(*([request.POST, request.FILES] if sent else []))
    if sent and form.is_valid():
        begun = _begun(form, who, municipality)
        if begun:
            return redirect("edition", municipality, begun.id)
    return render(
        request,
        "staff/catalogue/catalogue.html",
        {
            "form": form,
            "rows": sorted(
                _rows(municipality, who.today),
                key=lambda row: (row.valid_from, row.state),
                reverse=True,
            ),
            "acts": [
                (law, who.office.book.acts[law].name)
                for law in installation.prepared_acts()
            ],
            "alone": _leaders(municipality, who.today) < 2,
        },
    )


@require_safe
@leader_page
def version(
    request: HttpRequest, who: Colleague, municipality: str, day: str
) -> HttpResponse:
    """Show the page that citizens see on the day."""
    on = _day(day)
    return as_citizens_see(request, who, who.office.book, on, None)


@require_safe
@leader_page
def version_file(
    request: HttpRequest, who: Colleague, municipality: str, day: str
) -> HttpResponse:
    """Give the file of the version that begins on the day."""
    del request, who
    on = _day(day)
    for one in edition_text.versions(municipality):
        if one.valid_from == on:
            return as_file(one)
    raise NotFoundError


def as_file(edition: Edition) -> HttpResponse:
    """Return the edition as the file that lies in a rulebook's folder."""
    response = HttpResponse(
        edition.text, content_type="application/yaml; charset=utf-8"
    )
    response["Content-Disposition"] = (
        f'attachment; filename="{edition.valid_from}.yaml"'
    )
    return response


def uploaded(file: object) -> str | None:
    """Return the text of a file that was sent; None where it is too large or none."""
    content = file.read(4 * LONGEST + 1) if hasattr(file, "read") else b""
    if len(content) > 4 * LONGEST:
        return None
    try:
        text: str = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else text.replace("\r\n", "\n")


NOT_A_FILE = (
    "Filen kan ikke leses. Den må være tekst, lagret som UTF-8, og ikke for stor."
)


def _begun(form: BeginForm, who: Colleague, municipality: str) -> Kept | None:
    day: date = form.cleaned_data["valid_from"]
    sent = form.cleaned_data["file"]
    edition: Edition | None
    if sent:
        text = uploaded(sent)
        if text is None:
            form.add_error("file", NOT_A_FILE)
            return None
        edition = Edition(municipality, day, text)
    else:
        edition = edition_text.beginning(municipality, day, who.today)
    if edition is None:
        form.add_error("valid_from", "Kommunen har ikke noe som gjelder da.")
        return None
    try:
        return editions.begin(edition, by(who))
    except EditionRefusedError as no:
        form.add_error("valid_from", refusal(no))
        return None


def _rows(municipality: str, today: date) -> Iterator[Row]:
    states, kept = words()["states"], editions.all_of(municipality)
    running = edition_text.version_on(municipality, today)
    now = running.valid_from if running else None
    approved = {k.edition.valid_from for k in kept if k.state is State.APPROVED}
    for one in kept:
        last = one.trail[-1]
        is_now = one.state is State.APPROVED and one.edition.valid_from == now
        yield Row(
            one.edition.valid_from, one.state, states[one.state], last.name, one, is_now
        )
    for file in edition_text.versions(municipality):
        if file.valid_from not in approved:
            day = file.valid_from
            yield Row(day, "file", states["file"], "", None, day == now)


def _leaders(municipality: str, today: date) -> int:
    with fenced(municipality):
        found = Employee.objects.filter(
            municipality=municipality, role=Role.LEADER, valid_from__lte=today
        )
        return sum(1 for one in found if one.valid_to is None or one.valid_to >= today)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotFoundError from None

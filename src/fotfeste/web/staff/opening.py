"""Opening a case at the desk: a contact, a report of worry, a service, a person."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.forms import HiddenInput, UUIDField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from fotfeste.access.people import Identity, Party, enrol, identities
from fotfeste.access.policy import NotAllowedError
from fotfeste.law.periods import Period, end
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import ConflictError, uuid7
from fotfeste.office.handle import handle
from fotfeste.procedures.care.commands import OpenCare
from fotfeste.procedures.contact.commands import MakeContact
from fotfeste.procedures.kinds import Command
from fotfeste.procedures.refusal import Refused
from fotfeste.procedures.report.commands import RegisterReport
from fotfeste.rulebook.pack import Pack
from fotfeste.web import refusals
from fotfeste.web.forms import Day, Form, IdentityNumber, Line, One, Words
from fotfeste.web.staff import door
from fotfeste.web.staff.other_steps import PLACES
from fotfeste.web.who import Colleague, desk_page


class OpeningForm(Form):
    """A form that opens a case; its key is made with it, so that twice is once."""

    stream = UUIDField(widget=HiddenInput)

    def offer(self, pack: Pack) -> None:
        """Offer what depends on the pack."""

    def command(self, name: str) -> Command:
        """Return the command; `name` is the person's where they are known already."""
        raise NotImplementedError


class _Named(OpeningForm):
    name = Line("Navn", required=True)
    number = IdentityNumber(
        "Fødselsnummer",
        help_text="11 sifre. La feltet stå tomt hvis du ikke vet det.",
        max_length=20,
    )


class MakeContactForm(_Named):
    """That somebody was in touch, if they let it be kept."""

    agreed = One(
        "Er det greit for personen at dere skriver ned kontakten?",
        [("yes", "Ja"), ("no", "Nei. Da lagrer vi ingenting.")],
    )
    on = Day("Når var det?")
    place = One("Hvor?", PLACES)
    note = Words("Hva vil personen at vi skriver ned?", rows=4)

    field_order = ("agreed", "name", "number", "on", "place", "note")

    def command(self, name: str) -> MakeContact:
        """Return the contact."""
        del name
        data = self.cleaned_data
        return MakeContact(
            name=data["name"],
            place=data["place"],
            note=data["note"],
            on=data["on"],
            agreed=data["agreed"] == "yes",
        )


class RegisterReportForm(_Named):
    """A report of worry that came outside the net; the name is the reporter's."""

    address = Words("Adressen til den som melder", rows=3, max_length=400)
    about = Line("Hvem gjelder bekymringen?")
    tie = Line("Hva er de for hverandre?", help_text="For eksempel mor, venn, nabo.")
    words = Words("Hva er den som melder, bekymret for?", required=True, rows=6)
    arrived_on = Day("Når kom meldingen?")

    def command(self, name: str) -> RegisterReport:
        """Return the report."""
        del name
        data = self.cleaned_data
        return RegisterReport(
            reporter=data["name"],
            address=data["address"],
            about=data["about"],
            tie=data["tie"],
            words=data["words"],
            arrived_on=data["arrived_on"],
        )


class OpenCareForm(OpeningForm):
    """A service that needs no decision."""

    offer_key = One("Hva skal personen få?", [])
    amount = Line("Hvor mye?", help_text="For eksempel én samtale i uka.")
    starts_on = Day("Fra")
    ends_on = Day("Til (kan stå åpen)", required=False)
    review_on = Day("Når skal behovet vurderes igjen?")

    def offer(self, pack: Pack) -> None:
        """Offer what the pack says needs no decision."""
        free = [(o.id, o.name) for o in pack.offers if not o.decision]
        self.fields["offer_key"].choices = free  # type: ignore[attr-defined]

    def command(self, name: str) -> OpenCare:
        """Return the service."""
        data = self.cleaned_data
        return OpenCare(
            offer=data["offer_key"],
            amount=data["amount"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            review_on=data["review_on"],
            party=name,
        )


@dataclass(frozen=True, slots=True)
class Opening:
    """A page that opens a case: its command, form and words."""

    command: type[Command]
    form: type[OpeningForm]
    title: str
    button: str
    about: str


OPENINGS: dict[str, Opening] = {
    "ny-kontakt": Opening(
        MakeContact,
        MakeContactForm,
        "Ny kontakt",
        "Lagre kontakten",
        "For råd og kontakt uten søknad. Vil ikke personen at noe skrives ned, skal"
        " ingenting lagres. Fornavn er nok.",
    ),
    "ny-melding": Opening(
        RegisterReport,
        RegisterReportForm,
        "Ny melding om bekymring",
        "Registrer meldingen",
        "For pårørende som er bekymret. Den som melder, får svar når dere er ferdige"
        " (hol § 10-1).",
    ),
}
"""What can be opened from the work list, by address."""

NEW_CARE = Opening(
    OpenCare,
    OpenCareForm,
    "Hjelp uten vedtak",
    "Start",
    "Bare for hjelp som ikke krever vedtak. Alt annet må det søkes om (pbrl § 2-7).",
)


@require_http_methods(["GET", "POST"])
@desk_page
def opening(
    request: HttpRequest, who: Colleague, municipality: str, key: str
) -> HttpResponse:
    """Open a case about somebody, known or not."""
    chosen = OPENINGS.get(key)
    if chosen is None:
        raise Http404
    return _opened(request, who, chosen, None, "")


@require_http_methods(["GET", "POST"])
@desk_page
def new_care(
    request: HttpRequest, who: Colleague, municipality: str, person: UUID
) -> HttpResponse:
    """Give a person a service that needs no decision."""
    sending = request.method == "POST"
    _, known = door.opened_person(who, person, sending=sending)
    with fenced(municipality):
        found = identities(municipality, [person], who.office.keys)
    return _opened(request, who, NEW_CARE, known, found[person].name)


def _opened(
    request: HttpRequest,
    who: Colleague,
    chosen: Opening,
    known: Party | None,
    name: str,
) -> HttpResponse:
    pack = who.office.book.desk_pack(who.actor.municipality, who.today)
    own = who.employee.municipality == who.actor.municipality
    if not own or not who.may_give(chosen.command):
        raise NotAllowedError
    form = chosen.form(
        request.POST if request.method == "POST" else None,
        initial={
            "stream": uuid7(),
            "on": who.today,
            "arrived_on": who.today,
            "starts_on": who.today,
            "review_on": end(who.today, Period("6 months"), who.office.book.calendar),
        },
    )
    form.offer(pack)
    if form.is_valid() and _carried_out(form, who, known, name, pack):
        return redirect("case", who.actor.municipality, form.cleaned_data["stream"])
    return render(
        request, "staff/opening.html", {"form": form, "opening": chosen, "name": name}
    )


def _carried_out(
    form: OpeningForm, who: Colleague, known: Party | None, name: str, pack: Pack
) -> bool:
    """Test that the case is opened; if not, the form has the reasons."""
    data: dict[str, Any] = form.cleaned_data
    if data.get("agreed") == "no":
        form.add_error("agreed", refusals.texts()["record-not-wanted"])
        return False
    where, keys = who.actor.municipality, who.office.keys
    whom = known or enrol(where, Identity(data["name"], data["number"]), keys)
    door.tell_of_registering(who, whom.id)
    try:
        handle(
            form.command(name),
            actor=who.actor,
            stream=data["stream"],
            seen=0,
            office=who.office,
            party=whom,
        )
    except Refused as no:
        for text in refusals.told(no, pack):
            form.add_error(None, text)
        return False
    except ConflictError:
        pass  # the same form was sent before: the case is there
    return True

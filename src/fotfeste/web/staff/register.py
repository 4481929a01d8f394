"""Registering an application that came on paper, by telephone or at the counter."""

from uuid import UUID

from django.forms import HiddenInput, UUIDField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from fotfeste.access.people import Identity, enrol
from fotfeste.access.policy import NotAllowedError
from fotfeste.ledger.log import ConflictError, uuid7
from fotfeste.office.handle import handle
from fotfeste.procedures.application.commands import (
    RegisterApplication,
)
from fotfeste.procedures.application.events import ApplicationContent
from fotfeste.procedures.refusal import Refused
from fotfeste.web import refusals
from fotfeste.web.choices import AVOID
from fotfeste.web.citizen.answers import offered
from fotfeste.web.forms import Day, Form, IdentityNumber, Line, One, Several, Words
from fotfeste.web.staff import door
from fotfeste.web.staff.channels import REFERRED
from fotfeste.web.who import Colleague, desk_page


class RegisterApplicationForm(Form):
    """An application on paper, by telephone or at the counter."""

    stream = UUIDField(widget=HiddenInput)
    channel = One("Hvordan kom søknaden?", REFERRED)
    sender = Line(
        "Hvis den er henvist: fra hvem?", help_text="For eksempel fastlegen eller NAV."
    )
    arrived_on = Day(
        "Hvilken dag kom den?", help_text="Fristen regnes fra denne dagen."
    )
    name = Line("Navn", required=True)
    number = IdentityNumber(
        "Fødselsnummer",
        help_text="11 sifre. La feltet stå tomt hvis du ikke vet det.",
        max_length=20,
    )
    role = One(
        "Hvem søker?",
        [
            ("self", "Personen selv"),
            ("kin", "En pårørende, for egen del"),
        ],
        initial="self",
    )
    wants = Several("Hva søkes det om?")
    situation = Words("Hva skriver eller sier personen?", rows=6)
    wishes = Words("Hva ønsker personen?", rows=3)
    urgent = Words("Er det noe som haster?", rows=3)
    stay = One(
        "Hvor bor personen?",
        [("lives", "Bor i kommunen"), ("stays", "Oppholder seg i kommunen nå")],
    )
    phone = Line("Telefon", kind="tel")
    address = Words("Adresse for brev", rows=3, max_length=400)
    avoid = Several("Hva er ikke trygt ved kontakt?", required=False)
    safe_contact = Words("Hva må dere ellers ta hensyn til ved kontakt?", rows=2)
    children = Words("Er det barn hjemme?", rows=2)
    interpreter = Line("Tolk til hvilket språk?")
    adaptation = Words("Hva må dere ellers legge til rette for?", rows=2)
    protected = One(
        "Er adressen sperret?", [("no", "Nei"), ("yes", "Ja")], initial="no"
    )
    helper = Line(
        "Hvem hjalp til med søknaden?",
        help_text="Den som hjelper, trenger ikke fullmakt.",
    )
    confirmed = One(
        "Har personen selv sagt ja til søknaden?",
        [("yes", "Ja"), ("no", "Nei, vi må spørre først")],
        initial="yes",
    )
    first_unit = Line(
        "Kom den først til feil enhet? Hvilken?",
        help_text="Dagen den kom dit, er dagen den kom til kommunen.",
    )


@require_http_methods(["GET", "POST"])
@desk_page
def register(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Register an application that came on paper, by telephone or at the counter."""
    today = who.today
    own = who.employee.municipality == municipality
    if not own or not who.may_give(RegisterApplication):
        raise NotAllowedError
    pack = who.office.book.pack(municipality, today)
    form = RegisterApplicationForm(
        request.POST if request.method == "POST" else None,
        initial={"arrived_on": today, "stream": uuid7()},
    )
    form.fields["wants"].choices = offered(pack)  # type: ignore[attr-defined]
    form.fields["avoid"].choices = AVOID  # type: ignore[attr-defined]
    if form.is_valid():
        stream = _registered(form, who, municipality)
        if stream:
            return redirect("case", municipality, stream)
    return render(request, "staff/register.html", {"form": form, "today": today})


def _registered(
    form: RegisterApplicationForm, who: Colleague, municipality: str
) -> UUID | None:
    data = dict(form.cleaned_data)
    number, channel = data.pop("number"), data.pop("channel")
    arrived_on, stream = data.pop("arrived_on"), data.pop("stream")
    confirmed, first_unit = data.pop("confirmed") == "yes", data.pop("first_unit")
    data["wants"], data["avoid"] = tuple(data["wants"]), tuple(data["avoid"])
    data["protected"] = data["protected"] == "yes"
    today = who.today
    if arrived_on > today:
        form.add_error("arrived_on", "Datoen er ikke kommet ennå.")
        return None
    command = RegisterApplication(
        application=ApplicationContent(**data),
        channel=channel,
        arrived_on=arrived_on,
        confirmed=confirmed,
        first_unit=first_unit,
    )
    person = enrol(municipality, Identity(data["name"], number), who.office.keys)
    door.tell_of_registering(who, person.id)
    try:
        handle(
            command,
            actor=who.actor,
            stream=stream,
            seen=0,
            office=who.office,
            party=person,
        )
    except Refused as no:
        pack = who.office.book.pack(municipality, today)
        for text in refusals.told(no, pack):
            form.add_error(None, text)
        return None
    except ConflictError:
        pass  # the same form was sent before: the case is there
    return UUID(str(stream))

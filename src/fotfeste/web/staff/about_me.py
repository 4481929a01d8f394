"""What the desk holds about the employee who is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from fotfeste.access.policy import NotAllowedError
from fotfeste.access.streets import keep_street, street_of, streets_kept
from fotfeste.ledger.fence import fenced
from fotfeste.web.forms import Form, Line
from fotfeste.web.staff.people import ROLES
from fotfeste.web.who import Colleague, desk_page


class StreetForm(Form):
    """Where the employee lives."""

    address = Line(
        "Adressen din",
        autocomplete="street-address",
        help_text="For eksempel: Storgata 5, 2008 Fjerdingby. La feltet stå tomt for å"
        " slette det du har sagt før.",
    )

    def clean_address(self) -> str:
        """Return the street as it is compared; nothing to forget it."""
        address: str = self.cleaned_data["address"]
        street = street_of(address)
        if address.strip() and not street:
            self.add_error("address", "Skriv gate, husnummer, postnummer og poststed.")
        return street


@require_http_methods(["GET", "POST"])
@desk_page
def about_me(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Show one's own access, and let one say which street one lives in."""
    if who.employee.municipality != municipality:
        raise NotAllowedError
    form = StreetForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with fenced(municipality):
            keep_street(
                municipality,
                who.actor.id,
                form.cleaned_data["address"],
                who.office.keys,
            )
        return redirect("about-me", municipality)
    with fenced(municipality):
        is_kept = who.actor.id in streets_kept(municipality)
    units = {
        unit.id: unit.name
        for unit in who.office.book.desk_pack(municipality, who.today).units
    }
    return render(
        request,
        "staff/about_me.html",
        {
            "form": form,
            "is_kept": is_kept,
            "employee": who.employee,
            "role": ROLES[who.actor.role],
            "unit": units.get(who.employee.unit, who.employee.unit),
        },
    )

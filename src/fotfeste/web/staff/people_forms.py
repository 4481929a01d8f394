"""The forms by which a leader gives access, changes it and ends it."""

from datetime import date
from typing import Any

from fotfeste.access.days import Days
from fotfeste.access.employing import Access
from fotfeste.access.policy import Role
from fotfeste.rulebook.pack import Unit
from fotfeste.web.forms import Day, Form, IdentityNumber, Line, One

_ROLES = [
    (Role.CASEWORKER, "Saksbehandler"),
    (Role.LEADER, "Leder: kan også godkjenne vedtak, gi tilgang og se innsynsloggen"),
]


class AccessForm(Form):
    """Access in a unit and a role, from a day to a day."""

    unit = One("Hvilken enhet?", [])
    role = One("Hvilken rolle?", _ROLES, initial=Role.CASEWORKER)
    first = Day("Fra og med")
    last = Day("Til og med", help_text="Høyst ett år om gangen. Da fornyer du den.")

    def offer(self, units: list[Unit]) -> None:
        """Offer the units of the municipality."""
        choices = [(unit.id, unit.name) for unit in units]
        self.fields["unit"].choices = choices  # type: ignore[attr-defined]

    def access(self) -> Access:
        """Return what is to be given."""
        data: dict[str, Any] = self.cleaned_data
        days = Days(data["first"], data["last"])
        return Access(data["unit"], Role(data["role"]), days)


class InviteForm(AccessForm):
    """Somebody new, and the access they get."""

    name = Line("Navn", required=True)
    number = IdentityNumber(
        "Fødselsnummer",
        required=True,
        max_length=20,
        help_text="Innloggingen kjenner igjen den ansatte på nummeret. Vi lagrer bare"
        " et fingeravtrykk av det, aldri selve nummeret.",
    )
    field_order = ("name", "number", "unit", "role", "first", "last")


class EndForm(Form):
    """When access ends: at once, or after a day."""

    when = One(
        "Når slutter tilgangen?",
        [("now", "Nå, med en gang"), ("after", "Etter en bestemt dag")],
    )
    on = Day("Siste dag med tilgang", required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the day where it is needed."""
        data: dict[str, Any] = super().clean() or {}
        lacks = not data.get("on") and "on" not in self.errors
        if data.get("when") == "after" and lacks:
            self.add_error("on", "Velg den siste dagen.")
        return data

    def last(self) -> date | None:
        """Return the last day, or None where access ends now."""
        after = self.cleaned_data["when"] == "after"
        return self.cleaned_data["on"] if after else None

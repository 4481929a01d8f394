"""Saying that letters are sent: what must be true of it, and who was first."""

from uuid import UUID

from fotfeste.ledger.fence import fenced
from fotfeste.letters import print_queue
from fotfeste.office.handle import OSLO
from fotfeste.web.forms import Day, Form, One, Words
from fotfeste.web.staff.queue_rows import Row
from fotfeste.web.who import Colleague


class DoneForm(Form):
    """That the letters are on their way."""

    how = One(
        "Hva er gjort?",
        [
            ("posted", "Lagt i posten"),
            ("handed", "Gitt for hånd, hentet, eller levert på en annen trygg måte"),
        ],
    )
    on = Day("Når?")


class UndoForm(Form):
    """That a letter was marked by mistake."""

    reason = Words("Hvorfor?", rows=2, required=True, max_length=500)


def sound(form: DoneForm, found: list[Row], chosen: set[UUID], who: Colleague) -> bool:
    """Test that what is said to be done can be; tells the form what is wrong."""
    how, on = form.cleaned_data["how"], form.cleaned_data["on"]
    picked = [row for row in found if row.key in chosen]
    if not picked:
        form.add_error(None, "Velg minst ett brev.")
    if on > who.today:
        form.add_error("on", "Dagen har ikke vært ennå.")
    for row in picked:
        name = row.name
        if on < row.queued.dispatch.made_at.astimezone(OSLO).date():
            form.add_error("on", f"Brevet til {name} var ikke laget den dagen.")
        if how == "posted" and row.is_for_hand:
            form.add_error("how", f"Brevet til {name} skal ikke i posten.")
        elif how == "posted" and not row.printed:
            form.add_error(None, f"Brevet til {name} er ikke skrevet ut ennå.")
    return not form.errors


def marked(
    form: DoneForm, found: list[Row], chosen: set[UUID], who: Colleague
) -> list[str]:
    """Mark the chosen letters; return to whom those are that another has marked."""
    beaten = []
    with fenced(who.actor.municipality):
        for row in found:
            if row.key in chosen and not print_queue.note_done(
                who.actor.municipality,
                row.key,
                form.cleaned_data["how"],
                form.cleaned_data["on"],
                who.employee,
                who.office.now,
            ):
                beaten.append(f"{row.name} ({row.how})")
    return beaten

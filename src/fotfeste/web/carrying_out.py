"""Carrying out what a form asks; where that is refused, the form tells why."""

from collections.abc import Callable

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import transaction

from fotfeste.access.people import Party
from fotfeste.access.policy import Actor
from fotfeste.ledger.log import ConflictError
from fotfeste.office.handle import Office, handle
from fotfeste.office.open_case import OpenCase
from fotfeste.procedures.kinds import Command
from fotfeste.procedures.refusal import Refused
from fotfeste.web import refusals
from fotfeste.web.forms import Form


def carried_out(
    form: Form,
    command: Callable[[], Command],
    opened: OpenCase,
    actor: Actor,
    office: Office,
    party: Party | None = None,
) -> bool:
    """Test that the command was carried out; if not, the form has the reasons.

    command: what the form asks for. What making it keeps (a file) is kept when it is
             carried out, and not otherwise.
    party:   whom the case is about, where the command may be the first of it.
    """
    try:
        with transaction.atomic():
            handle(
                command(),
                actor=actor,
                stream=opened.history.stream,
                seen=form.cleaned_data["seen"],
                office=office,
                party=party,
            )
    except Refused as no:
        for text in refusals.told(no, opened.pack):
            form.add_error(None, text)
        return False
    except ConflictError:
        form.add_error(None, refusals.conflict())
        form.show_version(opened.history.version)
        return False
    return True


def status_of(form: Form) -> int:
    """Return how a page with the form is answered: 409 to one who was slower."""
    return 409 if form.has_error(NON_FIELD_ERRORS, "conflict") else 200

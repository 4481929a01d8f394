"""Saving a draft as it is written; what cannot be saved is told, and is not lost."""

from uuid import UUID

from fotfeste.access.policy import NotFoundError
from fotfeste.ledger.log import ConflictError
from fotfeste.office import editions
from fotfeste.office.edition_check import EditionRefusedError
from fotfeste.office.editions import Kept, State
from fotfeste.rulebook.editions import Edition
from fotfeste.web.forms import Form
from fotfeste.web.staff.catalogue.door import by, kept_one, refusal
from fotfeste.web.staff.catalogue.edition import conflict
from fotfeste.web.who import Colleague


def written(form: Form, who: Colleague, kept: Kept, edition: Edition) -> Kept | None:
    """Return the draft as it is now; None where it could not be: the form tells why."""
    try:
        if form.cleaned_data["seen"] != kept.version:
            raise ConflictError
        return editions.write(kept, edition, by(who))
    except EditionRefusedError as no:
        form.add_error(None, refusal(no))
    except ConflictError:
        form.add_error(None, conflict())
        now = editions.one(kept.edition.municipality, kept.id)
        form.show_version(now.version if now else kept.version)
    return None


def draft(municipality: str, key: UUID) -> Kept:
    """Return the draft.

    Raises: NotFoundError - there is none, or it is no draft any more.
    """
    kept = kept_one(municipality, key)
    if kept.state is not State.DRAFT:
        raise NotFoundError
    return kept


def status(form: Form) -> int:
    """Return how a page with the form is answered: 409 to one who was slower."""
    return 409 if form.has_error("__all__", "conflict") else 200

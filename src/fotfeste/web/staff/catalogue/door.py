"""The door to the catalogue: leaders of the municipality's own, and one edition."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from fotfeste.access.duties import Duty
from fotfeste.access.policy import NotFoundError
from fotfeste.office import editions
from fotfeste.office.edition_check import EditionRefusedError
from fotfeste.office.editions import By, Kept
from fotfeste.web.staff.catalogue.words import words
from fotfeste.web.who import Colleague, Page, desk_page

P = ParamSpec("P")


def leader_page(
    view: Callable[Concatenate[HttpRequest, Colleague, str, P], HttpResponse],
) -> Page[P]:
    """Let the view be for a leader of this very municipality, authorised today."""

    def guarded(
        request: HttpRequest,
        who: Colleague,
        municipality: str,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> HttpResponse:
        who.require(Duty.RUN_CATALOGUE)
        return view(request, who, municipality, *args, **kwargs)

    update_wrapper(guarded, view)
    return desk_page(guarded)


def kept_one(municipality: str, key: UUID) -> Kept:
    """Return the edition.

    Raises: NotFoundError - the municipality has no such edition.
    """
    kept = editions.one(municipality, key)
    if kept is None:
        raise NotFoundError
    return kept


def by(who: Colleague) -> By:
    """Return who does something with an edition now."""
    return By(who.employee.id, who.employee.name, who.office.now)


def refusal(no: EditionRefusedError) -> str:
    """Return why it cannot be done, in words."""
    return str(words()["refused"][no.lack]).format(**no.facts)

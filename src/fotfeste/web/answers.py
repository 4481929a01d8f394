"""The three ways to say no, as pages: not found, not allowed, and too old a form."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fotfeste.access.policy import NotAllowedError, NotFoundError
from fotfeste.ledger.log import ErasedError
from fotfeste.office.handle import OSLO
from fotfeste.rulebook.book import NoRuleInForceError
from fotfeste.web import unsent
from fotfeste.web.staff.door import ReasonNeededError
from fotfeste.web.who import office_now

Next = Callable[[HttpRequest], HttpResponse]


class Answers:
    """Turns the refusals of access into pages that say what one can do."""

    def __init__(self, get_response: Next) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; pages about people are never kept by anybody on the way."""
        response = self._next(request)
        if request.session.accessed and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response

    def process_exception(
        self, request: HttpRequest, error: Exception
    ) -> HttpResponse | None:
        """Return the page for a refusal of access; None for what is a fault."""
        if isinstance(error, NotFoundError | ErasedError) or (
            isinstance(error, NoRuleInForceError) and _names_nobody_served(request)
        ):
            return render(request, "404.html", status=404)
        if isinstance(error, ReasonNeededError) and request.resolver_match:
            municipality = request.resolver_match.kwargs["municipality"]
            asked = urlencode({"sak": error.stream, "til": request.path})
            return redirect(f"{reverse('look', args=[municipality])}?{asked}")
        if isinstance(error, NotAllowedError):
            return render(request, "403.html", status=403)
        return None


def _names_nobody_served(request: HttpRequest) -> bool:
    """Test that the address names a municipality one cannot apply to today.

    A rule that is lacking anywhere else is a fault of ours, and is told as one.
    """
    match = request.resolver_match
    if match is None or "municipality" not in match.kwargs:
        return False
    office = office_now()
    today = office.now.astimezone(OSLO).date()
    return match.kwargs["municipality"] not in office.book.served(today)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose security mark is too old: nothing was sent, try again."""
    del reason
    match = request.resolver_match
    to_somebody = match is not None and "municipality" in match.kwargs
    if to_somebody and unsent.has_words(request) and unsent.is_from_here(request):
        return unsent.page(request, must_sign_in=not unsent.written_by(request))
    return render(request, "403_csrf.html", status=403)

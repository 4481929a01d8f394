"""Signing in where no sign-in service is connected yet, and having done so again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fotfeste.web.who import Citizen, Colleague, citizen_page, desk_page


def not_connected(request: HttpRequest) -> HttpResponse:
    """Tell that one cannot sign in here yet, and how to get help all the same."""
    return render(request, "not_connected.html", status=503)


@require_safe
@citizen_page
def signed_in(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """Lead a citizen back to the page that holds what they typed."""
    return render(request, "signed_in_again.html")


@require_safe
@desk_page
def signed_in_at_desk(
    request: HttpRequest, who: Colleague, municipality: str
) -> HttpResponse:
    """Lead an employee back to the page that holds what they typed."""
    return render(request, "signed_in_again.html")

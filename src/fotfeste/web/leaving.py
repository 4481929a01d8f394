"""Leaving at once: signed out, and on to a page that says nothing (weather)."""

from contextlib import suppress

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

ELSEWHERE = "https://www.yr.no/"
"""Where one who leaves at once comes to: what anybody may have been looking at."""


@require_safe
@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out whoever is here, and lead away; whatever fails, lead away.

    What was typed in an application is kept as a draft already; the rest is let go.
    """
    with suppress(Error):
        request.session.flush()
    answer = HttpResponseRedirect(ELSEWHERE, headers={"Referrer-Policy": "no-referrer"})
    answer.delete_cookie(settings.SESSION_COOKIE_NAME)
    return answer

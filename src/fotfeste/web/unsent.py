"""What was typed but not taken in: it goes back into the page, and is kept nowhere."""

from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

_WRITTEN_BY = "written_by"
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field


def written_by(request: HttpRequest) -> str:
    """Return a mark of whoever is signed in, which travels with what they write.

    Nobody can see from it who they are; empty where nobody is signed in.
    """
    citizen = request.session.get("citizen")
    employee = request.session.get("employee")
    if citizen:
        who = f"citizen {citizen['number']} {citizen['name']}"
    elif employee:
        who = f"employee {employee['municipality']} {employee['id']}"
    else:
        return ""
    return salted_hmac("fotfeste form", who, algorithm="sha256").hexdigest()


def is_of_another(request: HttpRequest) -> bool:
    """Test that the form was filled in by somebody else than who is signed in."""
    mark, here = request.POST.get(_WRITTEN_BY, ""), written_by(request)
    return bool(mark and here) and not constant_time_compare(mark, here)


def has_words(request: HttpRequest) -> bool:
    """Test that something was filled in."""
    return any(name not in (_WRITTEN_BY, _TOKEN) for name in request.POST)


def is_from_here(request: HttpRequest) -> bool:
    """Test that the form was on a page of ours: nobody else's words are sent again."""
    origin = urlsplit(request.headers.get("Origin", ""))
    return origin.netloc == request.get_host()


def page(request: HttpRequest, *, must_sign_in: bool = True) -> HttpResponse:
    """Return a page that holds what was typed, and can send it once more.

    Only for a form that was on a page of ours.
    """
    of_another = is_of_another(request)
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != _TOKEN
    ]
    return render(
        request,
        "unsent.html",
        {
            "kept": kept,
            "of_another": of_another,
            "must_sign_in": must_sign_in or of_another,
            "sign_in": _sign_in(request),
        },
        status=403,
    )


def _sign_in(request: HttpRequest) -> str:
    """Return where to sign in again, beside the page that holds what was typed."""
    match = request.resolver_match
    municipality = match.kwargs["municipality"] if match else ""
    desk = request.path.startswith(reverse("my-day", args=[municipality]))
    back = reverse("signed-in-at-desk" if desk else "signed-in", args=[municipality])
    return f"{reverse('sign-in')}?{urlencode({'til': back})}"

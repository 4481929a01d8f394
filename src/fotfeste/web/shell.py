"""What every page shows around its content: help, the municipality, who is here."""

from typing import Any

from django.conf import settings
from django.db import Error
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, override

from fotfeste.access.policy import Role
from fotfeste.office.handle import OSLO
from fotfeste.web.staff.rooms import rooms_for
from fotfeste.web.unsent import written_by
from fotfeste.web.who import office_now, signed_in_name

NORWEGIAN, SAMI = "nb", "se"


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the help lines, the municipality and the name of whoever is signed in.

    Reads the rulebook in memory and the session: a page that informs asks no database.
    """
    office = office_now()
    today = office.now.astimezone(OSLO).date()
    match = getattr(request, "resolver_match", None)
    key = str(match.kwargs.get("municipality", "")) if match else ""
    known = key in office.book.served(today)
    lines = office.book.lines(today).lines
    return {
        "today": today,
        "lines": lines,
        "urgent_lines": [line for line in lines if line.urgent],
        "substance_line": next(x for x in lines if x.id == "substance-line"),
        "municipality": key if known else None,
        "municipality_name": office.book.identity(key, today).name if known else "",
        "theme": office.book.pack(key, today).theme if known else None,
        "language": written_in(),
        "languages": _languages(request),
        **_who(request),
    }


def written_in() -> str:
    """Return the language the page is written in; what is lacking comes in bokmål."""
    language = get_language() or NORWEGIAN
    return NORWEGIAN if language == SAMI else language


def _languages(request: HttpRequest) -> list[tuple[str, str, str, bool]]:
    """Return the languages: code, own name, this page's address in it, whether on.

    A page that is the same in all of them, or is not there, has none.
    """
    match = getattr(request, "resolver_match", None)
    if match is None or not match.view_name:
        return []
    found = []
    for code, name in settings.LANGUAGES:
        with override(code):
            address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        found.append((code, name, address, code == get_language()))
    return found if len({address for _, _, address, _ in found}) > 1 else []


def _who(request: HttpRequest) -> dict[str, Any]:
    """Return who is here: nobody while the database is down, so that help is shown."""
    try:
        employee = request.session.get("employee", {})
        rooms = rooms_for(Role(employee["role"])) if "role" in employee else []
        return {
            "signed_in": signed_in_name(request),
            "written_by": written_by(request),
            "at_desk": bool(employee),
            "own_desk": employee.get("municipality"),
            "rooms": [room for room in rooms if not room.leads],
            "leads": [room for room in rooms if room.leads],
        }
    except Error:
        return {}

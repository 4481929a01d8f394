"""What every page shows around its content: help, the municipality, who is here."""

from typing import Any

from django.db import Error
from django.http import HttpRequest

from fotfeste.office.handle import OSLO
from fotfeste.web.unsent import written_by
from fotfeste.web.who import office_now, signed_in_name


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
        **_who(request),
    }


def _who(request: HttpRequest) -> dict[str, Any]:
    """Return who is here: nobody while the database is down, so that help is shown."""
    try:
        return {
            "signed_in": signed_in_name(request),
            "written_by": written_by(request),
            "at_desk": "employee" in request.session,
            "own_desk": request.session.get("employee", {}).get("municipality"),
        }
    except Error:
        return {}

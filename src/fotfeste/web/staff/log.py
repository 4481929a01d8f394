"""The log of readings for those who lead: filtered, a page at a time, and as a file."""

import csv
from datetime import date, datetime, time, timedelta
from io import StringIO
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fotfeste.access.duties import Duty
from fotfeste.access.log_pages import After, Wanted, log_page, note_readings
from fotfeste.access.models import Employee, Reading
from fotfeste.access.people import identities
from fotfeste.access.readings import Ground, What
from fotfeste.ledger.fence import fenced
from fotfeste.office.closed import hidden_from
from fotfeste.office.handle import OSLO
from fotfeste.office.lists import find_by_reference
from fotfeste.office.log_watch import references_of
from fotfeste.web.forms import Day, Form, Line, Pick
from fotfeste.web.who import Colleague, desk_page

MOST_LINES = 20_000
"""As many readings as are taken out in one file."""


GROUNDS: dict[str, str] = {
    Ground.ASSIGNED: "Har saken",
    Ground.STAND_IN: "Vikar for den som har saken",
    Ground.UNIT: "Saken ligger hos enheten",
    Ground.LEADER: "Leder enheten som hadde saken",
    Ground.REASON: "Hadde ikke del i saken, og sa hvorfor",
    Ground.EMERGENCY: "Nød",
    Ground.DISPATCH: "Skrev ut et brev som skal sendes",
    Ground.REVIEW: "Gjennomgang av innsynsloggen",
    Ground.EXPORT: "Tok ut innsynsloggen",
}
"""What a reading rests on, as the desk is told."""

WHATS: dict[str, str] = {
    What.LIST: "Navn på en liste",
    What.CASE: "Saken",
    What.PERSON: "Personens side",
    What.INTERVIEW: "Samtalen",
    What.STEP: "Et steg i saken",
    What.LETTER: "Et brev",
    What.DOCUMENT: "Et dokument",
}
"""What was read, as the desk is told."""


class LogForm(Form):
    """Which readings are wanted; nothing filled in means all of the unit's."""

    ansatt = Pick("Ansatt", required=False)
    sak = Line("Saksnummer til personen", max_length=20)
    fra = Day("Fra og med", required=False)
    til = Day("Til og med", required=False)
    grunn = Pick("Grunn", required=False, choices=[("", "Alle"), *GROUNDS.items()])
    lister = Pick(
        "Navn på lister",
        required=False,
        choices=[("", "Vis ikke"), ("ja", "Vis også når et navn sto på en liste")],
    )

    def offer(self, colleagues: list[tuple[str, str]]) -> None:
        """Offer the employees."""
        self.fields["ansatt"].choices = [("", "Alle"), *colleagues]  # type: ignore[attr-defined]


@require_safe
@desk_page
def log(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Show a page of the unit's readings; whom they are about only when asked for."""
    who.require(Duty.REVIEW_LOG)
    form = _form(request, who)
    wanted = _wanted(form, who)
    named = request.GET.get("navn") == "1"
    lines, after = [], None
    if wanted:
        with fenced(municipality):
            rows, after = log_page(municipality, wanted, _after(request.GET))
            lines = _lines(municipality, rows, who, Ground.REVIEW if named else "")
    asked = {
        name: v for name, v in request.GET.items() if name not in ("etter", "navn")
    }
    here = {name: v for name, v in request.GET.items() if name != "navn"}
    return render(
        request,
        "staff/log.html",
        {
            "form": form,
            "rows": lines,
            "named": named,
            "first": "etter" not in request.GET,
            "filtered": any(asked.values()),
            "here": urlencode(here),
            "asked": urlencode(asked),
            "next": urlencode(asked | {"etter": f"{after.at.isoformat()}_{after.id}"})
            if after
            else "",
        },
    )


@require_safe
@desk_page
def log_file(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Hand over the readings as a file for a spreadsheet; that is recorded too."""
    who.require(Duty.REVIEW_LOG)
    form = _form(request, who)
    wanted = _wanted(form, who)
    if wanted is None:
        return render(request, "staff/log.html", {"form": form}, status=400)
    with fenced(municipality):
        rows, more = log_page(municipality, wanted, size=MOST_LINES)
        if more:
            form.add_error(
                None, "Det er for mange linjer til én fil. Velg færre dager."
            )
            return render(request, "staff/log.html", {"form": form}, status=400)
        lines = _lines(municipality, rows, who, "")
        read = {row.person: row.stream for row in rows}
        note_readings(municipality, who.employee, read, Ground.EXPORT, who.office.now)
    answer = HttpResponse(_as_csv(lines), content_type="text/csv; charset=utf-8")
    name = f"innsynslogg-{municipality}-{who.today.isoformat()}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _form(request: HttpRequest, who: Colleague) -> LogForm:
    employer = who.employee.municipality
    with fenced(employer):
        known = Employee.objects.filter(
            municipality=employer, unit=who.employee.unit
        ).order_by("name")
        colleagues = [(str(one.id), one.name) for one in known]
    form = LogForm(request.GET)
    form.offer(colleagues)
    return form


def _wanted(form: LogForm, who: Colleague) -> Wanted | None:
    """Return which readings are wanted, or None where the form tells what is wrong."""
    if not form.is_valid():
        return None
    data = form.cleaned_data
    person = None
    if data["sak"]:
        with fenced(who.actor.municipality):
            found = find_by_reference(who.actor.municipality, data["sak"])
        if found is None:
            form.add_error("sak", "Fant ingen sak. Nummeret ser slik ut: 2026-00012.")
            return None
        person = found.person
    return Wanted(
        unit=who.employee.unit,
        employee=UUID(data["ansatt"]) if data["ansatt"] else None,
        person=person,
        ground=data["grunn"],
        with_lists=data["lister"] == "ja",
        since=_begins(data["fra"]),
        before=_begins(data["til"], 1),
    )


def _begins(day: date | None, later: int = 0) -> datetime | None:
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=later), time(), OSLO)


def _after(query: QueryDict) -> After | None:
    """Return where the page before ended, or None for the first page."""
    at, _, key = query.get("etter", "").replace("\x00", "").partition("_")
    try:
        moment = datetime.fromisoformat(at.replace(" ", "+"))
        return After(moment, UUID(key)) if moment.tzinfo else None
    except ValueError:
        return None


def _lines(
    municipality: str, rows: list[Reading], who: Colleague, ground: str
) -> list[dict[str, Any]]:
    """Return the readings as they are shown.

    ground: on which the leader sees who they are about, which is recorded; else nobody
            is named. Call inside a fence.
    """
    references = references_of(municipality, {row.stream for row in rows})
    known = {}
    if ground:
        people = {row.person: row.stream for row in rows}
        for hidden in hidden_from(municipality, who.actor.id, people):
            del people[hidden]
        known = identities(municipality, people, who.office.keys)
        note_readings(municipality, who.employee, people, ground, who.office.now)
    return [
        {
            "reading": row,
            "reference": references.get(row.stream, ""),
            "what": WHATS.get(row.what, row.what),
            "ground": GROUNDS.get(row.ground, row.ground),
            "name": known[row.person].name if row.person in known else "",
        }
        for row in rows
    ]


def _as_csv(lines: list[dict[str, Any]]) -> str:
    """Return the lines as a spreadsheet in Norwegian reads them."""
    written = StringIO("\ufeff")
    written.seek(0, 2)
    table = csv.writer(written, delimiter=";")
    table.writerow(["Når", "Hvem", "Enhet", "Sak", "Hva", "Grunn", "Forklart"])
    for line in lines:
        row = line["reading"]
        at = row.at.astimezone(OSLO)
        read = [line["reference"], line["what"], line["ground"], row.reason]
        cells = [row.name, row.unit, *read]
        table.writerow([f"{at:%Y-%m-%d %H:%M:%S}", *map(_harmless, cells)])
    return written.getvalue()


def _harmless(cell: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell[:1] in set("=+-@\t\r") else cell

"""The leader's board: what is late, how long it takes, who has what, what came."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fotfeste.access.duties import Duty
from fotfeste.access.employees import working
from fotfeste.ledger.fence import fenced
from fotfeste.office import board as boards
from fotfeste.office.board import LATE, OpenCases, Waits
from fotfeste.office.small_cells import Suppressed, suppressed
from fotfeste.office.tally import WAITS, Counted
from fotfeste.procedures.appeal.events import Outcome as InstanceOutcome
from fotfeste.procedures.application.events import Outcome
from fotfeste.rulebook.pack import Pack
from fotfeste.web import telling
from fotfeste.web.who import Colleague, desk_page

MESSAGE = "message.answer"
"""The clock of what is no case, but a message from a person."""

AGE_NAMES = (
    "Inntil en uke",
    "Inntil 30 dager",
    "Inntil 90 dager",
    "Inntil 180 dager",
    "Mer enn 180 dager",
)

WAIT_NAMES = {
    "interview": "Fra søknad til samtale",
    "decision": "Fra søknad til vedtak",
    "start": "Fra ja til hjelpen starter",
    "appeal": "Fra klage til den er sendt videre",
}
RESULT_NAMES = {
    "received": "Klager som kom inn",
    "reversed": "Vi ga medhold",
    "partly": "Vi ga delvis medhold, og sendte resten videre",
    "upheld": "Vi sto på vedtaket, og sendte klagen videre",
    "dismissed": "Vi avviste klagen",
    "withdrawn": "Klagen ble trukket",
}
INSTANCE_NAMES: dict[str, str] = {
    InstanceOutcome.UPHELD: "Vedtaket ble stående",
    InstanceOutcome.CHANGED: "Vedtaket ble endret",
    InstanceOutcome.SET_ASIDE: "Vedtaket ble opphevet",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, with the numbers that its bars are drawn of."""

    title: str
    count: int
    late: int = 0
    soon: int = 0
    under: str = ""


@require_safe
@desk_page
def board(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Show the leader the cases as a whole; nobody they are about is in it."""
    who.require(Duty.OVERSEE)
    today, book = who.today, who.office.book
    desk = book.desk_pack(municipality, today)
    fewest = book.fewest_shown(today)
    with fenced(municipality):
        found = boards.open_cases(municipality, today)
        years = boards.years(municipality)
        year = _year(request, years, today)
        counts = boards.counted(municipality, *_months(year, today))
    names = {one.id: one.name for one in working(municipality, today, book)}
    cases = [one for one in found if one.due_term != MESSAGE]
    clocks = _clocks(found, desk)
    return render(
        request,
        "staff/board.html",
        {
            "open": sum(one.count for one in cases),
            "late": sum(one.count for one in found if one.urgency == LATE),
            "clocks": clocks,
            "most": max((row.count for row in clocks), default=0),
            "ages": _ages(cases),
            "loads": _loads(cases, names),
            "waits": [
                (WAIT_NAMES[what], boards.waits(counts[Counted.WAITED], what, fewest))
                for what in WAITS
            ],
            "longest": _longest(counts[Counted.WAITED], fewest),
            "services": _services(counts[Counted.DECISION], desk, fewest),
            "results": _results(counts[Counted.APPEAL], RESULT_NAMES, fewest),
            "instance": _results(counts[Counted.INSTANCE], INSTANCE_NAMES, fewest),
            "year": year,
            "years": sorted({*years, today.year}, reverse=True),
            "until": _months(year, today)[1],
            "whole": bool(year != today.year or today.month > 1),
            "fewest": fewest,
        },
    )


def _year(request: HttpRequest, years: Iterable[int], today: date) -> int:
    """Return the year that was asked for, where there is one such; else this year."""
    asked = request.GET.get("aar", "")
    return next((year for year in years if str(year) == asked), today.year)


def _months(year: int, today: date) -> tuple[date, date]:
    """Return the first and the last month that are counted: only those that are over.

    What is hidden could else be found by looking again the day after.
    """
    first, last = date(year, 1, 1), date(year, 12, 1)
    if year < today.year:
        return first, last
    before = today.month - 1
    return first, date(year, before, 1) if before else date(year - 1, 12, 1)


def _clocks(found: list[OpenCases], desk: Pack) -> list[Row]:
    """Return what is late or soon late, by unit and clock, most late first."""
    pressing = [one for one in found if one.urgency]
    late = boards.summed(
        (one for one in pressing if one.urgency == LATE), "unit", "due_term"
    )
    both = boards.summed(pressing, "unit", "due_term")
    units = {unit.id: unit.name for unit in desk.units}
    rows = [
        Row(
            str(telling.CLOCKS[str(term)]),
            count,
            late[unit, term],
            count - late[unit, term],
            units.get(str(unit), str(unit)),
        )
        for (unit, term), count in both.items()
    ]
    return sorted(rows, key=lambda row: (-row.late, -row.count, row.title))


def _ages(cases: list[OpenCases]) -> list[Row]:
    ages = boards.summed(cases, "age")
    return [Row(name, ages[(n,)]) for n, name in enumerate(AGE_NAMES)]


def _loads(cases: list[OpenCases], names: dict[UUID, str]) -> list[Row]:
    """Return who has how many open cases: nobody's first, then the most."""
    late = boards.summed((one for one in cases if one.urgency == LATE), "assignee")
    loads = boards.summed(cases, "assignee")
    nobody: tuple[object, ...] = (None,)
    rows = [
        Row(names.get(who, "En som har sluttet"), count, late[(who,)])
        for (who,), count in loads.items()
        if isinstance(who, UUID)
    ]
    rows.sort(key=lambda row: (-row.count, row.title))
    return [Row("Ingen", loads[nobody], late[nobody]), *rows]


def _longest(counts: Counter[tuple[str, str]], fewest: int) -> int:
    found = [boards.waits(counts, what, fewest) for what in WAITS]
    return max((one.most for one in found if isinstance(one, Waits)), default=0)


def _services(
    counts: Counter[tuple[str, str]], desk: Pack, fewest: int
) -> dict[str, object]:
    """Return yes, partly and no for each service, with small numbers hidden."""
    offers = sorted({key for key, _ in counts})
    names = [found.name if (found := desk.offer(key)) else key for key in offers]
    seen = suppressed(
        [[counts[key, outcome] for outcome in Outcome] for key in offers], fewest
    )
    rows = zip(names, seen.cells, seen.row_sums, strict=True)
    return {"rows": list(rows), "seen": seen, "most": _most(seen)}


def _most(seen: Suppressed) -> int:
    """Return the largest number that is shown beside a bar."""
    return max((cell or 0 for row in seen.cells for cell in row), default=0)


def _results(
    counts: Counter[tuple[str, str]], names: Mapping[str, str], fewest: int
) -> dict[str, object]:
    """Return what came of appeals. What is small is hidden, and they have no sum.

    Nor does anything else on the page add them up: how many waited is not told.
    """
    told = [counts["", outcome] for outcome in names]
    shown = [None if 0 < count < fewest else count for count in told]
    most = max((count or 0 for count in shown), default=0)
    return {
        "rows": list(zip(names.values(), shown, strict=True)),
        "any": any(told),
        "most": most,
    }

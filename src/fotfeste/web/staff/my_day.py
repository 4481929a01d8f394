"""My day: what the law asks of me now, whom I meet, and who waits for an answer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fotfeste.access.policy import NotFoundError, Role
from fotfeste.access.reasons import reasons
from fotfeste.ledger.fence import fenced
from fotfeste.office.lists import (
    ListedCase,
    Whose,
    meeting_on,
    worklist,
    writing_to,
)
from fotfeste.office.open_case import OpenCase, open_case
from fotfeste.procedures.application import stages as application
from fotfeste.procedures.care import stages as care
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.handling import commands as handling
from fotfeste.web import telling
from fotfeste.web.staff.next_step import answering
from fotfeste.web.staff.step import Step
from fotfeste.web.staff.work import Row, rows, wanted, ways_in
from fotfeste.web.who import Colleague, desk_page

MOST = 15
"""How many cases a day begins with; the rest are on the list."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done in a case, by when, why, and the one step that does it."""

    row: Row
    clock: Clock | None
    asks: str
    step: Step | None
    given: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """Somebody to meet today: who, when and where."""

    row: Row
    at: str
    place: str


@require_safe
@desk_page
def my_day(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Show what is to be done, in the order of its last day."""
    mine, free = wanted(who, Whose.MINE), wanted(who, Whose.UNASSIGNED)
    with fenced(municipality):
        cases, more = worklist(municipality, mine, most=MOST)
        writing = rows(writing_to(municipality, mine), who)
        unassigned, more_free = worklist(municipality, free, most=MOST)
        meetings = list(_meetings(meeting_on(municipality, who.today, mine), who))
        tasks = list(_tasks(cases, who))
        to_take = rows(unassigned, who)
        asked_for = (
            reasons(municipality, only_new=True)
            if who.actor.role is Role.LEADER
            else []
        )
    return render(
        request,
        "staff/my_day.html",
        {
            "tasks": tasks,
            "given": [task for task in tasks if task.given],
            "writing": writing,
            "meetings": meetings,
            "unassigned": to_take,
            "more": bool(more),
            "more_free": bool(more_free),
            "reasons": asked_for,
            **ways_in(who),
        },
    )


def _tasks(cases: list[ListedCase], who: Colleague) -> Iterator[Task]:
    for row in rows(cases, who):
        opened = _opened(row.case, who)
        if opened is None:
            continue
        clock = next(iter(opened.clocks), None)
        asks = str(telling.CLOCKS[clock.term]) if clock else row.stage
        yield Task(
            replace(row, late=clock is not None and clock.act_by < who.today),
            clock,
            asks,
            answering(opened, clock, who.today),
            handling.ConfirmImpartiality in opened.steps,
        )


def _meetings(cases: list[ListedCase], who: Colleague) -> Iterator[Meeting]:
    for row in rows(cases, who):
        opened = _opened(row.case, who)
        if opened is not None:
            for at, place in _agreed(opened, who):
                yield Meeting(row, at, place)


def _agreed(opened: OpenCase, who: Colleague) -> list[tuple[str, str]]:
    """Return the hour and place of what is agreed for today, the earliest first."""
    match opened.case:
        case application.Case(file=application.File(invited=invited)) if invited:
            agreed = [(invited.on, invited.at, invited.place)]
        case care.Case(file=care.File(appointments=appointments)):
            agreed = [(one.day, one.at, one.place) for one in appointments]
        case _:
            agreed = []
    return sorted((at, place) for on, at, place in agreed if on == who.today)


def _opened(case: ListedCase, who: Colleague) -> OpenCase | None:
    """Return the case opened for its clock and step; the list has noted the reading."""
    try:
        return open_case(who.actor, case.stream, who.office)
    except NotFoundError:
        return None

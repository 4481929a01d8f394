"""What a list shows of a case, worked out from the case and nothing else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.procedures.appeal import stages as appeal
from fotfeste.procedures.application import stages as application
from fotfeste.procedures.care import stages as care
from fotfeste.procedures.contact import stages as contact
from fotfeste.procedures.kinds import Case, Kind, clocks, governed_from, received_on
from fotfeste.procedures.lacks import Lack, lacks
from fotfeste.procedures.person import stages as person
from fotfeste.procedures.report import stages as report
from fotfeste.procedures.waiting import WaitsFor, is_urgent, meetings, waits_for
from fotfeste.rulebook.book import NoRuleInForceError, Rulebook
from fotfeste.rulebook.pack import Pack, StepName

NOTHING_DUE = date(9999, 12, 31)

STEP_OF: dict[type, StepName] = {
    application.NotOpened: "receive",
    application.Unconfirmed: "receive",
    application.Received: "interview",
    application.Invited: "interview",
    application.Mapped: "decide",
    application.Proposed: "decide",
    application.Decided: "decide",
    application.Notified: "decide",
    application.Withdrawn: "receive",
    application.Passed: "receive",
    application.Dismissed: "decide",
    application.Closed: "receive",
    appeal.NotOpened: "appeal",
    appeal.Late: "appeal",
    appeal.Defective: "appeal",
    appeal.UnderReview: "appeal",
    appeal.Upheld: "appeal",
    appeal.Forwarded: "appeal",
    appeal.Reversed: "appeal",
    appeal.Dismissed: "appeal",
    appeal.Withdrawn: "appeal",
    appeal.Concluded: "appeal",
    care.NotOpened: "deliver",
    care.Granted: "deliver",
    care.Running: "deliver",
    care.Noticed: "decide",
    care.ChangeWaiting: "decide",
    care.Changing: "deliver",
    care.Ended: "deliver",
    contact.NotOpened: "deliver",
    contact.InContact: "deliver",
    contact.Turned: "deliver",
    contact.Ended: "deliver",
    report.NotOpened: "receive",
    report.UnderInvestigation: "decide",
    report.Investigated: "decide",
    report.Concluded: "decide",
    person.NotOpened: "receive",
    person.Known: "receive",
}
"""Which of the pack's steps a case waits for, and so which unit has it."""

OPEN_WHILE_DUE = (
    application.Notified,
    application.Withdrawn,
    application.Passed,
    application.Dismissed,
    application.Closed,
    appeal.Reversed,
    appeal.Dismissed,
    appeal.Withdrawn,
    appeal.Concluded,
    care.Ended,
    contact.Turned,
    contact.Ended,
    report.Concluded,
    person.Known,
)
"""Stages in which nothing is left to do, unless something beside is asked for."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """The clear part of a case in lists: no name, no word.

    due_on:   the working day the soonest clock goes by, or NOTHING_DUE.
    meets_on: the days somebody is to meet the person.
    lacks:    what an inspection would miss, or will.
    """

    stage: str
    unit: str
    is_open: bool
    received_on: date
    due_on: date
    due_term: str
    assignee: UUID | None
    waits_for: WaitsFor
    is_urgent: bool
    meets_on: tuple[date, ...]
    lacks: tuple[Lack, ...]


def case_row(
    kind: Kind,
    case: Case,
    known: person.File,
    municipality: str,
    book: Rulebook,
    today: date,
) -> CaseRow:
    """Return the case's row in lists, with the unit that has it today.

    known: what holds for the person in every case.
    """
    running = clocks(case, municipality, book)
    pack = _desk(case, municipality, book, today)
    is_open = bool(running) or not isinstance(case.stage, OPEN_WHILE_DUE)
    return CaseRow(
        stage=stage_name(kind, case),
        unit=pack.unit_for(STEP_OF[type(case.stage)]),
        is_open=is_open,
        received_on=received_on(case),
        due_on=running[0].act_by if running else NOTHING_DUE,
        due_term=running[0].term if running else "",
        assignee=None
        if isinstance(case, person.Case)
        else case.opened.handling.assignee,
        waits_for=waits_for(case),
        is_urgent=is_urgent(case),
        meets_on=meetings(case),
        lacks=lacks(case, known, running, book, is_open=is_open),
    )


def _desk(case: Case, municipality: str, book: Rulebook, today: date) -> Pack:
    """Return the pack whose units do the steps today, or those of the case's day."""
    try:
        return book.desk_pack(municipality, today)
    except NoRuleInForceError:
        return book.pack(municipality, governed_from(case))


def stage_name(kind: Kind, case: Case) -> str:
    """Return the stored name of where the case stands."""
    return f"{kind}.{type(case.stage).__name__}"

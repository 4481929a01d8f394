"""What a list shows of a case, worked out from the case and nothing else."""

from dataclasses import dataclass
from datetime import date

from fotfeste.procedures.appeal import stages as appeal
from fotfeste.procedures.application import stages as application
from fotfeste.procedures.kinds import Case, Kind, clocks, governed_from, received_on
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.pack import StepName

NOTHING_DUE = date(9999, 12, 31)

STEP_OF: dict[type, StepName] = {
    application.NotOpened: "receive",
    application.Received: "interview",
    application.Invited: "interview",
    application.Mapped: "decide",
    application.Proposed: "decide",
    application.Decided: "decide",
    application.Notified: "deliver",
    application.Withdrawn: "receive",
    appeal.NotOpened: "appeal",
    appeal.Late: "appeal",
    appeal.UnderReview: "appeal",
    appeal.Upheld: "appeal",
    appeal.Forwarded: "appeal",
    appeal.Reversed: "appeal",
    appeal.Dismissed: "appeal",
    appeal.Concluded: "appeal",
}
"""Which of the pack's steps a case waits for, and so which unit has it."""

_ENDED = (
    application.Withdrawn,
    appeal.Reversed,
    appeal.Dismissed,
    appeal.Concluded,
)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """The clear part of a case in lists: no name, no word.

    due_on: the working day the soonest clock goes by, or NOTHING_DUE.
    """

    stage: str
    unit: str
    is_open: bool
    received_on: date
    due_on: date
    due_term: str


def case_row(kind: Kind, case: Case, municipality: str, book: Rulebook) -> CaseRow:
    """Return the case's row in lists."""
    arrived = received_on(case)
    running = clocks(case, municipality, book)
    ended = isinstance(case.stage, _ENDED) or (
        isinstance(case.stage, application.Notified) and not running
    )
    pack = book.pack(municipality, governed_from(case))
    return CaseRow(
        stage=stage_name(kind, case),
        unit=pack.unit_for(STEP_OF[type(case.stage)]),
        is_open=not ended,
        received_on=arrived,
        due_on=running[0].act_by if running else NOTHING_DUE,
        due_term=running[0].term if running else "",
    )


def stage_name(kind: Kind, case: Case) -> str:
    """Return the stored name of where the case stands."""
    return f"{kind}.{type(case.stage).__name__}"

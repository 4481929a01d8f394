"""Whom a case waits for, and the days somebody meets in it."""

from datetime import date
from enum import StrEnum

from fotfeste.procedures.appeal import stages as appeal
from fotfeste.procedures.application import stages as application
from fotfeste.procedures.care import stages as care
from fotfeste.procedures.kinds import Case


class WaitsFor(StrEnum):
    """Who has the next move in a case."""

    US = "us"
    PARTY = "party"
    OTHERS = "others"


def waits_for(case: Case) -> WaitsFor:
    """Return who has the next move; a clock tells when it is ours again."""
    match case:
        case application.Case():
            return _application(case)
        case appeal.Case(appeal.Forwarded()):
            return WaitsFor.OTHERS
        case appeal.Case(appeal.Defective()):
            return WaitsFor.PARTY
        case care.Case(care.Noticed(answered=False)):
            return WaitsFor.PARTY
        case _:
            return WaitsFor.US


def _application(case: application.Case) -> WaitsFor:
    file, stage = case.opened, case.stage
    if isinstance(stage, application.Unconfirmed | application.Invited):
        return WaitsFor.PARTY
    if file.information.in_state("waiting"):
        return WaitsFor.OTHERS
    if isinstance(stage, application.Notified) or file.comment_by:
        return WaitsFor.PARTY
    return WaitsFor.US


def is_urgent(case: Case) -> bool:
    """Test that the person has said that it cannot wait."""
    applied = isinstance(case, application.Case) and case.file
    return bool(applied and applied.application.application.urgent)


def meetings(case: Case) -> tuple[date, ...]:
    """Return the days somebody is to meet the person in the case, soonest first."""
    match case:
        case application.Case(application.Invited(on=day)):
            return (day,)
        case care.Case(file=care.File(appointments=agreed)):
            return tuple(sorted({one.day for one in agreed}))
        case _:
            return ()

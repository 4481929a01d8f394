"""What the law requires when next of kin report that they worry."""

from fotfeste.procedures import time_limits
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.refusal import RefusalCode, require
from fotfeste.procedures.report import commands as do
from fotfeste.procedures.report import events as did
from fotfeste.procedures.report import stages as at
from fotfeste.rulebook.book import Rulebook

LAW = "hol § 10-1"


def received(
    command: do.SubmitReport | do.RegisterReport, here: Circumstances
) -> did.ReportReceived:
    """Return the report; the municipality must look into it (hol § 10-1)."""
    registered = isinstance(command, do.RegisterReport)
    on = here.today
    if isinstance(command, do.RegisterReport):
        on = command.arrived_on
    require(on <= here.today, RefusalCode.ARRIVED_LATER_THAN_TODAY, day=str(on))
    require(command.reporter, RefusalCode.NAME_MISSING, LAW)
    require(command.words, RefusalCode.OWN_WORDS_MISSING, LAW)
    return did.ReportReceived(
        reporter=command.reporter,
        address=command.address,
        about=command.about,
        tie=command.tie,
        words=command.words,
        posted=registered,
        on=on,
    )


def investigated(
    command: do.RecordInvestigation, here: Circumstances
) -> did.ReportInvestigated:
    """Return what was found, and that §§ 10-2 and 10-3 were considered."""
    require(command.assessment, RefusalCode.REASON_MISSING, LAW)
    return did.ReportInvestigated(
        assessment=command.assessment, result=command.result, on=here.today
    )


def feedback(command: do.GiveFeedback, here: Circumstances) -> did.FeedbackGiven:
    """Return the feedback: that it is done, and nothing of the other's own affairs."""
    require(command.words, RefusalCode.REASON_MISSING, LAW)
    return did.FeedbackGiven(words=command.words, on=here.today)


def clocks(case: at.Case, book: Rulebook) -> tuple[Clock, ...]:
    """Return the clock of the feedback."""
    if not isinstance(case.stage, at.UnderInvestigation | at.Investigated):
        return ()
    due = time_limits.of_term("kin.report-feedback", case.opened.received_on, book)
    return (time_limits.clock("kin.report-feedback", due, book),)

"""What the law requires before each step of an appeal."""

from datetime import date

from fotfeste.law.citation import Citation
from fotfeste.law.finding import Finding
from fotfeste.procedures import time_limits
from fotfeste.procedures.appeal import commands as do
from fotfeste.procedures.appeal import events as did
from fotfeste.procedures.appeal import stages as at
from fotfeste.procedures.channel import by_post
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.documents import rules as documents
from fotfeste.procedures.refusal import RefusalCode, Refused, require
from fotfeste.procedures.remedy import rules as remedy
from fotfeste.rulebook.book import Rulebook

DISMISSAL = Citation("fvl § 33 andre ledd")
UNSETTLED = at.Late | at.Defective | at.UnderReview | at.Upheld
"""Stages in which the municipality has the appeal."""

CHANGED = at.Reversed | at.Concluded | at.Upheld | at.Forwarded | at.Withdrawn
"""Stages in which a decision can have been changed, wholly or partly."""


def received(command: do.OpenAppeal, here: Circumstances) -> did.AppealReceived:
    """Return the appeal, found in time or late.

    Law: fvl § 30: in time when it left the party's hands on the last day or before.
    """
    return did.AppealReceived(
        case=command.case,
        name=command.name,
        decided_on=command.decided_on,
        appeal_by=command.appeal_by,
        body=command.body,
        received_on=command.received_on,
        sent_on=command.sent_on,
        channel=command.channel,
        dissatisfied_with=command.dissatisfied_with,
        change_wanted=command.change_wanted,
        why_late=command.why_late,
        in_time=command.sent_on <= command.appeal_by,
        number=command.number,
        title=command.title,
        parts=command.parts,
    )


def admitted(
    command: do.AdmitLateAppeal, file: at.File, here: Circumstances
) -> did.LateAppealAdmitted:
    """Return that the late appeal is taken up, unless a year has passed.

    Law: fvl § 31 first paragraph (a person finds the grounds), third (one year).
    """
    require(command.reason, RefusalCode.REASON_MISSING, "fvl § 31 første ledd")
    latest = time_limits.latest_appeal(file.received.decided_on, here.book)
    if file.received.sent_on > latest.value:
        raise Refused.because(
            RefusalCode.APPEAL_AFTER_ONE_YEAR,
            *latest.basis[:1],
            latest=str(latest.value),
        )
    return did.LateAppealAdmitted(reason=command.reason)


def dismissed(
    command: do.DismissAppeal, case: at.Case, here: Circumstances
) -> did.AppealDismissed:
    """Return the dismissal, which can itself be appealed.

    Law: fvl §§ 31, 32 third paragraph, 33 second paragraph; three weeks of § 29, as it
    rests on fvl itself. What can be mended is not dismissed before its day is past.
    """
    require(command.reason, RefusalCode.REASON_MISSING, "fvl § 31 første ledd")
    if isinstance(case.stage, at.Defective):
        require(
            here.today > case.stage.mend_by,
            RefusalCode.MENDING_PERIOD_RUNNING,
            "fvl § 32 tredje ledd",
            day=str(case.stage.mend_by),
        )
    received = case.opened.received
    reaches_on = remedy.arrival(here, posted=by_post(received.channel))
    last_day = time_limits.appeal(reaches_on, [DISMISSAL], here.book, None)
    route = here.book.appeal_route(DISMISSAL, here.today)
    return did.AppealDismissed(
        case=received.case,
        reason=command.reason,
        on=here.today,
        appeal_by=last_day.value,
        basis=(str(DISMISSAL), *(str(citation) for citation in last_day.basis)),
        body=here.book.name(route.body, here.today),
    )


def mending(command: do.AskForMending, here: Circumstances) -> did.MendingAskedFor:
    """Return what the appeal lacks, and by when to mend it (fvl § 32, pbrl § 7-3)."""
    law = "fvl § 32 tredje ledd"
    require(command.defects, RefusalCode.REASON_MISSING, law)
    require(command.mend_by > here.today, RefusalCode.DAY_NOT_AHEAD, law)
    return did.MendingAskedFor(
        defects=command.defects, mend_by=here.for_party(command.mend_by), on=here.today
    )


def delay_notice(
    command: do.GiveAppealDelayNotice, here: Circumstances
) -> did.AppealDelayNoticeGiven:
    """Return why the appeal takes time, and when to expect it (fvl § 11 a)."""
    law = "fvl § 11 a andre ledd"
    require(command.reason, RefusalCode.REASON_MISSING, law)
    require(command.expected_on > here.today, RefusalCode.EXPECTED_DATE_NOT_AHEAD, law)
    return did.AppealDelayNoticeGiven(
        reason=command.reason, expected_on=command.expected_on, on=here.today
    )


def partly_reversed(
    command: do.ReversePart, file: at.File, here: Circumstances
) -> did.DecisionPartlyReversed:
    """Return that a part is reversed, and the rest goes on (fvl § 33)."""
    require(command.reason, RefusalCode.REASON_MISSING, "fvl § 33 andre ledd")
    require(command.statement, RefusalCode.STATEMENT_MISSING, "fvl § 33 fjerde ledd")
    return did.DecisionPartlyReversed(
        case=file.received.case,
        number=file.received.number,
        reason=command.reason,
        statement=command.statement,
        on=here.today,
    )


def costs_claimed(
    command: do.ClaimCosts, stage: at.Stage, file: at.File, here: Circumstances
) -> did.CostsClaimed:
    """Return the claim; whether it is in time is for whoever decides it.

    Law: fvl § 36: within three weeks from when the new decision reached the party.
    Whoever made that decision decides: the appellate instance where it changed it.
    """
    if file.reversed_on is None or file.claimed:
        raise Refused.because(RefusalCode.NOT_NOW)
    require(command.claim, RefusalCode.REASON_MISSING, "fvl § 36 første ledd")
    changed_above = isinstance(stage, at.Concluded) and (
        stage.outcome is did.Outcome.CHANGED
    )
    return did.CostsClaimed(
        claim=command.claim,
        decided_by=file.received.body if changed_above else "",
        on=here.today,
    )


def costs_decided(
    command: do.DecideCosts, file: at.File, here: Circumstances
) -> did.CostsDecided:
    """Return what is covered, and why (fvl § 36)."""
    if file.claimed is None or file.claimed.decided_by:
        raise Refused.because(RefusalCode.NOT_NOW)
    require(command.reason, RefusalCode.REASON_MISSING, "fvl § 36 første ledd")
    return did.CostsDecided(
        covered=command.covered, reason=command.reason, on=here.today
    )


def recorded(
    command: do.RecordOutcome, case: at.Case, stage: at.Forwarded, here: Circumstances
) -> did.OutcomeRecorded:
    """Return what the appellate instance came to (fvl § 34)."""
    if not stage.on <= command.decided_on <= here.today:
        raise Refused.because(
            RefusalCode.OUTCOME_BEFORE_FORWARDING, forwarded=str(stage.on)
        )
    require(command.summary, RefusalCode.REASON_MISSING, "fvl § 34")
    return did.OutcomeRecorded(
        case=case.opened.received.case,
        number=case.opened.received.number,
        outcome=command.outcome,
        decided_on=command.decided_on,
        summary=command.summary,
    )


def court_from(case: at.Case, book: Rulebook) -> Finding[date] | None:
    """Return after which day one can go to court though the appeal is not decided.

    Law: fvl § 27 b: six months from when the appeal was first made. None when it is
         decided, dismissed or withdrawn.
    """
    if isinstance(case.stage, UNSETTLED | at.Forwarded):
        return time_limits.of_term("lawsuit", case.opened.received.sent_on, book)
    return None


def clocks(case: at.Case, book: Rulebook) -> tuple[Clock, ...]:
    """Return what is to be done in the appeal.

    Law: the law gives an appeal no number of days (fvl § 33: as soon as it is ready);
    the month of fvl § 11 a holds for this enquiry as for any other, and after a notice
    the day it gave. How long it takes to send an appeal on is a practice beside.
    """
    if case.file is None:
        return ()
    found = remedy.clocks(case.file.decisions, book)
    found.extend(documents.clocks(case.file.access, book))
    match case.stage:
        case at.Late() | at.UnderReview() | at.Upheld():
            arrived = case.file.received_on
            due = time_limits.preliminary_answer(arrived, book)
            if case.file.expected_on:
                due = Finding(case.file.expected_on, due.basis)
            found.append(time_limits.clock("appeal-handling", due, book))
            forward = time_limits.of_term("appeal.forward", arrived, book)
            found.append(time_limits.clock("appeal.forward", forward, book))
        case at.Defective(mend_by=day):
            due = Finding(day, (Citation("fvl § 32 tredje ledd"),))
            found.append(time_limits.clock("appeal.mend", due, book))
        case _:
            pass
    if case.file.claimed and not case.file.claimed.decided_by:
        due = time_limits.preliminary_answer(case.file.claimed.on, book)
        found.append(time_limits.clock("costs", due, book))
    return tuple(sorted(found, key=lambda clock: clock.act_by))

"""What the law requires before each step of an appeal."""

from fotfeste.law.citation import Citation
from fotfeste.law.periods import end
from fotfeste.procedures import time_limits
from fotfeste.procedures.appeal import commands as do
from fotfeste.procedures.appeal import events as did
from fotfeste.procedures.appeal import stages as at
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.refusal import RefusalCode, Refused
from fotfeste.rulebook.book import Rulebook

DISMISSAL = Citation("fvl § 33 andre ledd")


def require_text(text: str, code: RefusalCode, *basis: str) -> None:
    """Refuse unless something was written."""
    if not text.strip():
        raise Refused.because(code, *basis)


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
        received_on=here.today,
        sent_on=command.sent_on,
        channel=command.channel,
        dissatisfied_with=command.dissatisfied_with,
        change_wanted=command.change_wanted,
        why_late=command.why_late,
        in_time=command.sent_on <= command.appeal_by,
    )


def admitted(
    command: do.AdmitLateAppeal, file: did.AppealReceived, here: Circumstances
) -> did.LateAppealAdmitted:
    """Return that the late appeal is taken up, unless a year has passed.

    Law: fvl § 31 first paragraph (a person finds the grounds), third (one year).
    """
    require_text(command.reason, RefusalCode.REASON_MISSING, "fvl § 31 første ledd")
    latest = time_limits.latest_appeal(file.decided_on, here.book)
    if file.sent_on > latest.value:
        raise Refused.because(
            RefusalCode.APPEAL_AFTER_ONE_YEAR,
            *latest.basis[:1],
            latest=str(latest.value),
        )
    return did.LateAppealAdmitted(reason=command.reason)


def dismissed(
    command: do.DismissAppeal, file: did.AppealReceived, here: Circumstances
) -> did.AppealDismissed:
    """Return the dismissal, which can itself be appealed.

    Law: fvl §§ 31, 33 second paragraph; three weeks of § 29, as it rests on fvl itself.
    """
    require_text(command.reason, RefusalCode.REASON_MISSING, "fvl § 31 første ledd")
    reaches_on = here.today
    if file.channel != "online":
        post = here.book.term("delivery.post", here.today).length
        reaches_on = end(here.today, post, here.book.calendar)
    last_day = time_limits.appeal(reaches_on, [DISMISSAL], here.book, None)
    route = here.book.appeal_route(DISMISSAL, here.today)
    return did.AppealDismissed(
        case=file.case,
        reason=command.reason,
        on=here.today,
        appeal_by=last_day.value,
        basis=(str(DISMISSAL), *(str(citation) for citation in last_day.basis)),
        body=here.book.name(route.body, here.today),
    )


def recorded(
    command: do.RecordOutcome, case: at.Case, stage: at.Forwarded, here: Circumstances
) -> did.OutcomeRecorded:
    """Return what the appellate instance came to (fvl § 34)."""
    if not stage.on <= command.decided_on <= here.today:
        raise Refused.because(
            RefusalCode.OUTCOME_BEFORE_FORWARDING, forwarded=str(stage.on)
        )
    require_text(command.summary, RefusalCode.REASON_MISSING, "fvl § 34")
    return did.OutcomeRecorded(
        case=case.opened.case,
        outcome=command.outcome,
        decided_on=command.decided_on,
        summary=command.summary,
    )


def clocks(case: at.Case, book: Rulebook) -> tuple[Clock, ...]:
    """Return what is to be done in the appeal.

    Law: the law gives an appeal no number of days (fvl § 33: as soon as it is ready);
    the month of fvl § 11 a holds for this enquiry as for any other.
    """
    if isinstance(case.stage, at.Late | at.UnderReview | at.Upheld):
        due = time_limits.preliminary_answer(case.opened.received_on, book)
        return (time_limits.clock("appeal-handling", due, book),)
    return ()

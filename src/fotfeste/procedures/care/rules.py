"""What the law requires of a service that is given, changed or ended."""

from collections.abc import Iterator
from datetime import date

from fotfeste.law.citation import Citation
from fotfeste.law.finding import Finding
from fotfeste.procedures import time_limits
from fotfeste.procedures.care import commands as do
from fotfeste.procedures.care import events as did
from fotfeste.procedures.care import stages as at
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.documents import rules as documents
from fotfeste.procedures.refusal import Lack, RefusalCode, Refused, require
from fotfeste.procedures.remedy import rules as remedy
from fotfeste.rulebook.book import Rulebook

HEARD = "fvl § 16 første ledd"


def granted(command: do.GrantCare, here: Circumstances) -> did.CareGranted:
    """Return the service as the decision says it (hol § 3-2, fvl § 23)."""
    return did.CareGranted(
        application=command.application,
        offer=command.offer,
        name=command.name,
        basis=command.basis,
        amount=command.amount,
        starts_on=command.starts_on,
        ends_on=command.ends_on,
        review_on=command.review_on,
        party=command.party,
        address=command.address,
        posted=command.posted,
        on=here.today,
    )


def opened(command: do.OpenCare, here: Circumstances) -> did.CareGranted:
    """Return a service that is given without a decision, where the law needs none.

    Law: pbrl § 2-7: help under the provisions it lists that is expected to last longer
    than two weeks needs an individual decision. What a pack says needs one, needs one.
    """
    offer = here.desk().offer(command.offer)
    if offer is None:
        raise Refused.because(RefusalCode.NOT_OFFERED, "hol § 3-2", offer=command.offer)
    needs = here.book.needs_decision(
        offer.basis[0], command.starts_on, command.ends_on, here.today
    )
    require(
        not (needs.value or offer.decision),
        RefusalCode.DECISION_NEEDED,
        *map(str, needs.basis),
        offer=command.offer,
    )
    require(command.party, RefusalCode.NAME_MISSING)
    require(command.review_on > here.today, RefusalCode.REVIEW_DATE_PASSED, "hol § 4-1")
    require(
        command.ends_on is None or command.starts_on <= command.ends_on,
        RefusalCode.PERIOD_BACKWARDS,
    )
    return did.CareGranted(
        application=None,
        offer=offer.id,
        name=offer.name,
        basis=tuple(str(citation) for citation in offer.basis),
        amount=command.amount,
        starts_on=command.starts_on,
        ends_on=command.ends_on,
        review_on=command.review_on,
        party=command.party,
        address=command.address,
        posted=True,
        on=here.today,
    )


def started(
    command: do.StartCare, file: at.File, here: Circumstances
) -> did.CareStarted:
    """Return that the service is given, from the day it was granted from."""
    require(
        file.grant.starts_on <= command.on,
        RefusalCode.BEFORE_START,
        "fvl § 23",
        day=str(file.grant.starts_on),
    )
    last = file.grant.ends_on
    require(last is None or command.on <= last, RefusalCode.PERIOD_BACKWARDS)
    require(command.on <= here.today, RefusalCode.DAY_NOT_YET)
    return did.CareStarted(on=command.on)


def planned(command: do.MakePlan, here: Circumstances) -> did.PlanMade:
    """Return the plan, made with the person and the network (pbrl § 3-1)."""
    require(command.own_words, RefusalCode.OWN_WORDS_MISSING, "pbrl § 3-1")
    require(command.goals, RefusalCode.REASON_MISSING, "pbrl § 3-1")
    require(command.took_part, RefusalCode.TOOK_PART_MISSING, "pbrl § 3-1")
    return did.PlanMade(
        own_words=command.own_words,
        goals=command.goals,
        measures=command.measures,
        took_part=command.took_part,
        on=here.today,
    )


def appointment(
    command: do.MakeAppointment, here: Circumstances
) -> did.AppointmentMade:
    """Return the day and the place that were agreed."""
    require(command.day >= here.today, RefusalCode.INTERVIEW_IN_THE_PAST)
    require(command.place, RefusalCode.REASON_MISSING)
    return did.AppointmentMade(
        appointment=command.appointment,
        day=command.day,
        at=command.at,
        place=command.place,
        on=here.today,
    )


def reviewed(command: do.ReviewNeed, here: Circumstances) -> did.NeedReviewed:
    """Return that the need was assessed again, with the next day (hol § 4-1)."""
    require(command.own_words, RefusalCode.OWN_WORDS_MISSING, "pbrl § 3-1")
    require(command.assessment, RefusalCode.REASON_MISSING, "hol § 4-1")
    require(command.review_on > here.today, RefusalCode.REVIEW_DATE_PASSED, "hol § 4-1")
    return did.NeedReviewed(
        own_words=command.own_words,
        assessment=command.assessment,
        review_on=command.review_on,
        on=here.today,
    )


def notice(
    command: do.GiveAdvanceNotice, here: Circumstances
) -> did.AdvanceNoticeGiven:
    """Return the notice of a change to come, with a day to comment by (fvl § 16)."""
    require(command.proposal, RefusalCode.REASON_MISSING, HEARD)
    require(command.reason, RefusalCode.REASON_MISSING, HEARD)
    require(command.comment_by > here.today, RefusalCode.DAY_NOT_AHEAD, HEARD)
    return did.AdvanceNoticeGiven(
        what=command.what,
        proposal=command.proposal,
        reason=command.reason,
        comment_by=here.for_party(command.comment_by),
        on=here.today,
    )


def change(
    command: do.ProposeChange, stage: at.Noticed, file: at.File, here: Circumstances
) -> did.Change:
    """Return what is decided, with all it needs, or refuse with all that is missing.

    Law: fvl § 16 (heard first, about this very thing), §§ 23-25, pbrl § 3-1; § 42 and
    hol § 4-1: it takes effect when it can no longer be appealed, unless it cannot wait
    and the decision says why.
    """
    lacks = [*_change_missing(command, stage, file, here)]
    if lacks:
        raise Refused(*lacks)
    return did.Change(
        what=command.what,
        amount=command.amount,
        grounds=command.grounds,
        own_view=command.own_view,
        from_on=command.from_on,
        necessity=command.necessity,
        basis=file.grant.basis,
    )


def effective(on: date, stage: at.Changing, file: at.File, here: Circumstances) -> None:
    """Refuse to put a change into effect before its day, untold, or suspended.

    Law: fvl §§ 27, 42. What can wait, waits until it can no longer be appealed, as that
    day is now. A decision of the application's own is told of there.
    """
    if stage.number:
        decision = file.decisions.named(stage.number)
        if decision is None or on < decision.told.on:
            raise Refused.because(RefusalCode.NOT_TOLD_YET, "fvl § 27")
        require(decision.suspension != "granted", RefusalCode.SUSPENDED, "fvl § 42")
        require(decision.waiting_on is None, RefusalCode.SUSPENSION_ASKED, "fvl § 42")
        last = decision.appeal_by or decision.told.appeal_by
        require(
            stage.change.necessity or last < on,
            RefusalCode.EFFECT_BEFORE_APPEAL,
            "fvl § 42 første ledd",
            day=str(last),
        )
    require(
        stage.change.from_on <= on,
        RefusalCode.BEFORE_START,
        "fvl § 23",
        day=str(stage.change.from_on),
    )
    require(on <= here.today, RefusalCode.DAY_NOT_YET)


def ended(
    command: do.EndCare, stage: at.Stage, file: at.File, here: Circumstances
) -> did.CareEnded:
    """Return that the service has ended, on a ground that lets it.

    Law: without the person's wish it ends by a decision, heard, told (fvl §§ 16, 27),
    when its period is over, when they stay elsewhere (hol § 3-1), or by death.
    """
    require(command.on <= here.today, RefusalCode.DAY_NOT_YET)
    match command.ending, stage:
        case did.Ending.DECISION, at.Changing() if stage.change.what == "end":
            effective(command.on, stage, file, here)
        case did.Ending.DECISION, _:
            raise Refused.because(RefusalCode.DECISION_NEEDED, HEARD, "fvl § 23")
        case did.Ending.PERIOD, _:
            last = file.grant.ends_on
            require(
                last is not None and last <= command.on,
                RefusalCode.PERIOD_NOT_OVER,
                HEARD,
            )
        case did.Ending.WISH | did.Ending.MOVED, _:
            require(command.reason, RefusalCode.REASON_MISSING, "pbrl § 4-1")
        case _:
            pass
    return did.CareEnded(ending=command.ending, reason=command.reason, on=command.on)


def clocks(case: at.Case, book: Rulebook) -> tuple[Clock, ...]:
    """Return what is to be done in the service, each with its last day."""
    if case.file is None:
        return ()
    found = [
        *_stage_clocks(case.stage, case.file, book),
        *remedy.clocks(case.file.decisions, book),
        *documents.clocks(case.file.access, book),
    ]
    return tuple(sorted(found, key=lambda clock: clock.act_by))


def _stage_clocks(stage: at.Stage, file: at.File, book: Rulebook) -> Iterator[Clock]:
    reviewed = (Citation("hol § 4-1"),)
    match stage:
        case at.Granted():
            due = Finding(file.grant.starts_on, (Citation("fvl § 23"),))
            yield time_limits.clock("care-start", due, book)
        case at.Running():
            yield time_limits.clock("review", Finding(file.review_on, reviewed), book)
            if file.grant.ends_on:
                last = Finding(file.grant.ends_on, reviewed)
                yield time_limits.clock("care-end", last, book)
        case at.Noticed(notice=notice) | at.ChangeWaiting(notice=notice):
            due = Finding(notice.comment_by, (Citation(HEARD),))
            yield time_limits.clock("party.heard", due, book)
        case at.Changing(change=change):
            due = Finding(change.from_on, (Citation("fvl § 23"),))
            yield time_limits.clock("change-effect", due, book)
        case _:
            pass


def _change_missing(
    command: do.ProposeChange, stage: at.Noticed, file: at.File, here: Circumstances
) -> Iterator[Lack]:
    heard = (Citation(HEARD),)
    if command.what != stage.notice.what:
        yield Lack(RefusalCode.NOT_NOTICED, heard)
    if not stage.answered and here.today <= stage.notice.comment_by:
        facts = {"day": str(stage.notice.comment_by)}
        yield Lack(RefusalCode.COMMENT_PERIOD_RUNNING, heard, facts)
    if not command.grounds.strip():
        grounds = (Citation("fvl § 24 første ledd"), Citation("fvl § 25"))
        yield Lack(RefusalCode.GROUNDS_MISSING, grounds, {"offer": file.grant.offer})
    if not command.own_view.strip():
        yield Lack(RefusalCode.OWN_VIEW_MISSING, (Citation("pbrl § 3-1"),))
    if command.what == "change" and not command.amount.strip():
        written = (Citation("fvl § 23"),)
        yield Lack(RefusalCode.AMOUNT_MISSING, written, {"offer": file.grant.offer})
    last = _appeal_over(file, here)
    if command.from_on <= last and not command.necessity.strip():
        suspended = (Citation("fvl § 42 første ledd"),)
        yield Lack(RefusalCode.EFFECT_BEFORE_APPEAL, suspended, {"day": str(last)})


def _appeal_over(file: at.File, here: Circumstances) -> date:
    """Return the last day of the appeal period, were the decision made today."""
    reached_on = remedy.arrival(here, posted=file.grant.posted)
    bases = [Citation(text) for text in file.grant.basis[:1]]
    return time_limits.appeal(reached_on, bases, here.book, here.desk()).value

"""What the law requires of appeals, of grounds asked for, and of waiting."""

from dataclasses import dataclass
from datetime import date

from fotfeste.law.citation import Citation
from fotfeste.law.finding import Finding
from fotfeste.law.periods import end
from fotfeste.procedures import time_limits
from fotfeste.procedures.channel import Channel
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.refusal import RefusalCode, Refused, require
from fotfeste.procedures.remedy import commands as do
from fotfeste.procedures.remedy import events as did
from fotfeste.procedures.remedy import stages as at
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.pack import Pack


@dataclass(frozen=True, slots=True)
class About:
    """What a remedy must know of the case it is in.

    posted: whether the party gets letters on paper.
    """

    name: str
    posted: bool
    pack: Pack


def made_available(
    command: do.MakeDecisionAvailable,
    decision: at.Decision,
    here: Circumstances,
    about: About,
) -> did.DecisionMadeAvailable:
    """Return the notice that starts the appeal period, with its last day.

    Law:   fvl § 27, eforv § 11 (available and notified); pbrl § 7-5, fvl § 29.
    Which: the law in force on the day the decision is made available.
    """
    last_day = _period(decision, command.on, here.book, about)
    route = here.book.appeal_route(Citation(decision.bases[0]), command.on)
    return did.DecisionMadeAvailable(
        on=command.on,
        appeal_by=last_day.value,
        basis=tuple(str(citation) for citation in last_day.basis),
        body=here.book.name(route.body, command.on),
        number=decision.number,
        posted=about.posted,
    )


def reminded(decision: at.Decision, here: Circumstances) -> did.ReminderGiven:
    """Return that the party is told once more, on paper, of what is not opened.

    Law: eforv § 8: when a week has passed. The appeal period is not moved by it.
    """
    notice = decision.told
    if notice.posted or decision.opened_on or decision.reminded_on:
        raise Refused.because(RefusalCode.NOT_NOW)
    due = time_limits.of_term("unopened", notice.on, here.book).value
    require(due <= here.today, RefusalCode.BEFORE_START, "eforv § 8", day=str(due))
    return did.ReminderGiven(number=decision.number, on=here.today)


def grounds_asked_for(
    command: do.AskForGrounds, decision: at.Decision, here: Circumstances
) -> did.GroundsAskedFor:
    """Return that the party asks why; once at a time.

    Law: fvl § 24 second paragraph: before the appeal period is over. One who asks later
    is answered too, which we do for all; it does not open the period again.
    """
    law = "fvl § 24 andre ledd"
    require(decision.asked_on is None, RefusalCode.ASKED_ALREADY, law)
    return did.GroundsAskedFor(
        number=decision.number,
        words=command.words,
        on=here.today,
        in_time=_in_time(decision, here.today),
    )


def grounds_given(
    command: do.GiveGrounds, decision: at.Decision, here: Circumstances, about: About
) -> did.GroundsGiven:
    """Return the grounds; of one who asked in time a new full appeal period runs.

    Law: fvl § 24 second paragraph, § 25; § 29 third paragraph. The act interrupts the
    period where no grounds were given. We always give some; that fuller ones interrupt
    it too is a practice, to the party's good.
    """
    law = "fvl § 24 andre ledd"
    if decision.asked_on is None:
        raise Refused.because(RefusalCode.NOT_NOW)
    offer = decision.title
    require(command.grounds, RefusalCode.GROUNDS_MISSING, law, "fvl § 25", offer=offer)
    reaches = arrival(here, posted=about.posted)
    basis, last = decision.told.basis, _last(decision)
    if decision.asked_on <= last:
        renewed = _period(decision, reaches, here.book, about)
        basis = tuple(str(citation) for citation in renewed.basis)
        last = renewed.value
    return did.GroundsGiven(
        number=decision.number,
        grounds=command.grounds,
        on=reaches,
        appeal_by=last,
        basis=basis,
    )


def appealed(
    command: do.AppealDecision | do.RegisterAppeal,
    decision: at.Decision,
    here: Circumstances,
    about: About,
) -> did.DecisionAppealed:
    """Return the appeal against the named decision; one at a time.

    Law: fvl §§ 28, 32, pbrl §§ 7-2, 7-3. A late appeal is taken in: whether it is heard
    is for a person to say (fvl § 31).
    """
    sent_on, arrived_on = here.today, here.today
    channel: Channel = "online"
    if isinstance(command, do.RegisterAppeal):
        sent_on, channel = command.sent_on, command.channel
        arrived_on = command.arrived_on or sent_on
    require(decision.appeal is None, RefusalCode.APPEAL_UNDER_WAY, "fvl § 33")
    require(command.dissatisfied_with, RefusalCode.APPEAL_EMPTY, "fvl § 32")
    for day in (sent_on, arrived_on):
        require(day <= here.today, RefusalCode.ARRIVED_LATER_THAN_TODAY, day=str(day))
    require(sent_on <= arrived_on, RefusalCode.PERIOD_BACKWARDS)
    require(
        decision.decided_on <= sent_on,
        RefusalCode.BEFORE_START,
        day=str(decision.decided_on),
    )
    for part in command.parts:
        require(
            part in decision.parts, RefusalCode.NOT_IN_DECISION, "fvl § 32", part=part
        )
    return did.DecisionAppealed(
        appeal=command.appeal,
        sent_on=sent_on,
        channel=channel,
        dissatisfied_with=command.dissatisfied_with,
        change_wanted=command.change_wanted,
        why_late=command.why_late,
        decided_on=decision.decided_on,
        appeal_by=_appeal_by(decision, sent_on),
        body=decision.told.body,
        name=about.name,
        number=decision.number,
        title=decision.title,
        parts=command.parts,
        received_on=arrived_on,
    )


def suspension_asked_for(
    command: do.AskForSuspension, decision: at.Decision, here: Circumstances
) -> did.SuspensionAskedFor:
    """Return that the party asks the decision to wait; once at a time.

    Law: fvl § 42 first paragraph: while an appeal can be made or is not decided.
    """
    law = "fvl § 42 første ledd"
    open_to = decision.appeal is not None or _in_time(decision, here.today)
    require(open_to, RefusalCode.NOTHING_TO_SUSPEND, law)
    require(decision.waiting_on is None, RefusalCode.ASKED_ALREADY, law)
    require(command.words, RefusalCode.REASON_MISSING, law)
    return did.SuspensionAskedFor(
        number=decision.number, words=command.words, on=here.today
    )


def suspension_decided(
    command: do.DecideSuspension, decision: at.Decision, here: Circumstances
) -> did.SuspensionDecided:
    """Return whether the decision waits, with the reason (fvl § 42)."""
    if decision.waiting_on is None:
        raise Refused.because(RefusalCode.NOT_NOW)
    require(command.reason, RefusalCode.REASON_MISSING, "fvl § 42 første ledd")
    return did.SuspensionDecided(
        number=decision.number,
        granted=command.granted,
        reason=command.reason,
        on=here.today,
    )


def corrected(
    command: do.CorrectDecision, decision: at.Decision, here: Circumstances
) -> did.DecisionCorrected:
    """Return the correction of a plain error, which changes nothing decided."""
    require(command.was, RefusalCode.REASON_MISSING)
    require(command.corrected, RefusalCode.REASON_MISSING)
    return did.DecisionCorrected(
        number=decision.number,
        was=command.was,
        corrected=command.corrected,
        on=here.today,
    )


def supervision(
    command: do.AskForSupervision, here: Circumstances
) -> did.SupervisionAskedFor:
    """Return the request, which goes to the supervising authority (pbrl § 7-4)."""
    require(command.words, RefusalCode.REASON_MISSING, "pbrl § 7-4")
    return did.SupervisionAskedFor(
        words=command.words,
        on=here.today,
        body=here.book.name("county-governor", here.today),
    )


def arrival(here: Circumstances, *, posted: bool) -> date:
    """Return the day that what is sent today reaches the party."""
    if not posted:
        return here.today
    post = here.book.term("delivery.post", here.today).length
    return end(here.today, post, here.book.calendar)


def clocks(decisions: at.Decisions, book: Rulebook) -> list[Clock]:
    """Return what the party waits for: grounds, an answer, a letter not opened.

    Law: eforv § 8: what is not opened within a week is told of again.
    """
    found = []
    for decision in decisions.made:
        notice = decision.notice
        unread = decision.opened_on is None and decision.reminded_on is None
        if notice and unread and not notice.posted:
            due = time_limits.of_term("unopened", notice.on, book)
            found.append(time_limits.clock("unopened", due, book))
        if decision.asked_on:
            due = time_limits.preliminary_answer(decision.asked_on, book)
            found.append(time_limits.clock("grounds.asked-for", due, book))
        if decision.waiting_on:
            due = time_limits.of_term("suspension.answer", decision.waiting_on, book)
            found.append(time_limits.clock("suspension.answer", due, book))
    return found


def _appeal_by(decision: at.Decision, sent_on: date) -> date:
    """Return the last day in time; while grounds are waited for there is none past.

    Law: fvl § 29 third paragraph: a request for grounds interrupts the period.
    """
    last = _last(decision)
    interrupted = decision.asked_on is not None and decision.asked_on <= last
    return max(last, sent_on) if interrupted else last


def _in_time(decision: at.Decision, today: date) -> bool:
    return today <= _appeal_by(decision, today)


def _last(decision: at.Decision) -> date:
    return decision.appeal_by or decision.told.appeal_by


def _period(
    decision: at.Decision, reached_on: date, book: Rulebook, about: About
) -> Finding[date]:
    bases = [Citation(text) for text in decision.bases]
    return time_limits.appeal(reached_on, bases, book, about.pack)

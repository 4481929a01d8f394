"""The procedure of an application, on one page: what is not listed is refused."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from typing import Any, Literal
from uuid import UUID

from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application import rules
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.channel import Channel, by_post
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.documents import commands as documents_do
from fotfeste.procedures.documents import decide as documents
from fotfeste.procedures.documents import rules as documents_rules
from fotfeste.procedures.documents.events import DocumentsAskedFor
from fotfeste.procedures.information import commands as information_do
from fotfeste.procedures.information import decide as information
from fotfeste.procedures.interview import InstrumentAnswers
from fotfeste.procedures.refusal import RefusalCode, Refused, require
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import decide as remedy
from fotfeste.procedures.remedy.rules import About
from fotfeste.procedures.remedy.stages import DecisionKind
from fotfeste.rulebook.book import NoRuleInForceError, Rulebook

ALWAYS = (
    information_do.Disclosure
    | information_do.RecordInformation
    | information_do.EndRequest
)
"""What can be told and filed at any stage: a duty to warn, and answers that come."""


def decide(  # noqa: C901, PLR0912 - the whole procedure at a glance
    case: at.Case, command: do.Command, here: Circumstances
) -> list[did.Event]:
    """Return what happens, or raise Refused with the reason and its provision."""
    match case.stage, command:
        case at.NotOpened(), do.SubmitApplication():
            return _submitted(command, here)
        case at.NotOpened(), do.RegisterApplication():
            return _registered(command, here)
        case at.NotOpened(), _:
            raise Refused.because(RefusalCode.NOT_NOW)
        case at.Unconfirmed(), do.ConfirmApplication(how=how):
            return [did.ApplicationConfirmed(how=how, on=here.today)]
        case at.Unconfirmed() | at.Received(), do.PassApplication():
            return [rules.passed(command, here)]
        case at.Received() | at.Invited(), do.ArrangeInterview():
            return _arranged(command, here)
        case at.Received() | at.Invited() | at.Mapped(), do.RecordInterview():
            return _interviewed(command, here)
        case _, do.CorrectInterview():
            return _corrected(command, case.opened)
        case at.Invited(), do.RecordMissedInterview(on=day, reason=reason):
            require(day <= here.today, RefusalCode.INTERVIEW_NOT_HELD_YET)
            require(reason, RefusalCode.REASON_MISSING)
            return [did.InterviewMissed(on=day, reason=reason)]
        case at.Invited(), do.CancelInterview(reason=reason):
            return [did.InterviewCancelled(reason=reason, on=here.today)]
        case at.Received() | at.Invited() | at.Mapped(), do.RecordFindings():
            return [*rules.findings(command, case.opened, here)]
        case at.Undecided(), do.CommentOnCase(words=words):
            require(words, RefusalCode.OWN_WORDS_MISSING)
            return [did.CommentReceived(words=words)]
        case at.Undecided(), do.GiveDelayNotice():
            return [rules.delay_notice(command, case.opened, here)]
        case at.Mapped(), do.ProposeDecision():
            return _proposed(command, case.opened, here)
        case at.Proposed(decision=decision), do.ApproveDecision():
            return _approved(decision, case.opened, here)
        case at.Proposed(), do.ReturnDecision(comment=comment):
            require(comment, RefusalCode.COMMENT_MISSING)
            return [did.DecisionReturned(comment=comment)]
        case at.Undecided(), do.DismissApplication(reason=reason):
            law = [str(citation) for citation in rules.GROUNDS]
            require(reason, RefusalCode.GROUNDS_MISSING, *law, offer="avvisningen")
            return [did.ApplicationDismissed(reason=reason, on=here.today)]
        case at.Undecided(), do.CloseCase():
            return [rules.closed(command, case.opened, here)]
        case at.Undecided(), do.WithdrawApplication(reason=reason):
            return [did.ApplicationWithdrawn(reason=reason)]
        case at.Notified(), do.ReverseDecision():
            return [rules.reversal(command, here)]
        case at.Withdrawn() | at.Closed(), do.ReopenCase(reason=reason):
            require(reason, RefusalCode.REASON_MISSING)
            return [_reopened(reason, here, "taken-up")]
        case _:
            return _beside(case, command, here)


def _submitted(command: do.SubmitApplication, here: Circumstances) -> list[did.Event]:
    sent = [documents_rules.received(one, here) for one in command.documents]
    return [*_received(command.application, "online", here.today, here), *sent]


def _beside(case: at.Case, command: do.Command, here: Circumstances) -> list[did.Event]:
    """Return what happens on the tracks beside the stages, or refuse."""
    file = case.opened
    if isinstance(command, remedy_do.ReopenDecision):
        return _won(case, command, here)
    if isinstance(command, remedy_do.Command):
        return [*remedy.decide(file.decisions, command, here, _about(case, here))]
    looked_at = (
        at.Undecided | at.Decided | at.Notified
    )  # where somebody sees what is sent
    if isinstance(command, documents_do.SendDocument) and not isinstance(
        case.stage, looked_at
    ):
        raise Refused.because(RefusalCode.NOT_NOW)
    if isinstance(command, documents_do.Command):
        return [*documents.decide(file.access, command, here)]
    undecided = isinstance(case.stage, at.Received | at.Invited | at.Mapped)
    if isinstance(command, ALWAYS) or (
        isinstance(command, information_do.Command) and undecided
    ):
        return [*information.decide(file.information, command, here)]
    raise Refused.because(RefusalCode.NOT_NOW)


def _about(case: at.Case, here: Circumstances) -> About:
    """Return what a remedy must know of this case."""
    received = case.opened.application
    return About(
        received.application.name,
        by_post(received.channel),
        here.pack(received.received_on),
    )


def _won(
    case: at.Case, command: remedy_do.ReopenDecision, here: Circumstances
) -> list[did.Event]:
    """Return what follows when an appeal against one of the decisions is won."""
    decision = case.opened.decisions.named(command.number)
    match case.stage, decision and decision.kind:
        case _, DecisionKind.ACCESS:
            return [DocumentsAskedFor(which=command.reason, on=here.today)]
        case at.Notified() | at.Dismissed() | at.Closed(), _ if decision:
            return [_reopened(command.reason, here, "appeal")]
        case _ if decision:
            return []  # it is being decided again already
        case _:
            raise Refused.because(RefusalCode.NOT_NOW)


def _reopened(
    reason: str, here: Circumstances, cause: Literal["appeal", "taken-up"]
) -> did.CaseReopened:
    return did.CaseReopened(on=here.today, reason=reason, cause=cause)


def _registered(
    command: do.RegisterApplication, here: Circumstances
) -> list[did.Event]:
    """Return what came outside the net, with how and where it came."""
    content = command.application
    rules.require_application(content, command.arrived_on, here)
    sent = command.channel != "referral" or content.sender
    require(sent, RefusalCode.SENDER_MISSING, "fvl § 11")
    helped = command.confirmed or content.helper
    require(helped, RefusalCode.HELPER_MISSING, "fvl § 12")
    return [
        did.ApplicationReceived(
            application=content,
            channel=command.channel,
            received_on=command.arrived_on,
            confirmed=command.confirmed,
            first_unit=command.first_unit,
            first_on=command.first_on,
        )
    ]


def _received(
    application: did.ApplicationContent,
    channel: Channel,
    received_on: date,
    here: Circumstances,
) -> list[did.Event]:
    rules.require_application(application, received_on, here)
    return [
        did.ApplicationReceived(
            application=application, channel=channel, received_on=received_on
        )
    ]


def _arranged(command: do.ArrangeInterview, here: Circumstances) -> list[did.Event]:
    require(command.on >= here.today, RefusalCode.INTERVIEW_IN_THE_PAST)
    return [did.InterviewArranged(on=command.on, at=command.at, place=command.place)]


def _interviewed(command: do.RecordInterview, here: Circumstances) -> list[did.Event]:
    require(command.on <= here.today, RefusalCode.INTERVIEW_NOT_HELD_YET)
    require(command.own_words, RefusalCode.OWN_WORDS_MISSING, "pbrl § 3-1")
    for member in command.network_map:
        require(member.who, RefusalCode.SOURCE_MISSING)
    said: dict[str, Any] = {f.name: getattr(command, f.name) for f in fields(command)}
    said["instruments"] = _answered(command.instruments, command.on, here.book)
    return [did.InterviewHeld(**said)]


def _answered(
    instruments: Iterable[InstrumentAnswers], on: date, book: Rulebook
) -> tuple[InstrumentAnswers, ...]:
    """Return the answers with the edition that holds on the day of the interview.

    Refused where the instrument has no such answer: nothing is stored that cannot be
    scored by its manual.
    """
    found: list[InstrumentAnswers] = []
    for given in (one for one in instruments if one.answers):
        once = given.instrument not in {one.instrument for one in found}
        try:
            edition = book.instrument(given.instrument, on)
        except NoRuleInForceError as error:
            raise Refused.because(
                RefusalCode.UNKNOWN_INSTRUMENT,
                instrument=given.instrument,
                day=str(on),
            ) from error
        for answer in given.answers:
            require(
                once
                and edition.accepts(answer.item, answer.points)
                and len(given.points) == len(given.answers),
                RefusalCode.UNKNOWN_ANSWER,
                instrument=edition.name,
                item=answer.item,
            )
        found.append(replace(given, edition=edition.valid_from))
    return tuple(found)


def _corrected(command: do.CorrectInterview, file: at.File) -> list[did.Event]:
    require(file.interviews, RefusalCode.NOT_NOW)
    there = 1 <= command.interview <= len(file.interviews)
    require(there, RefusalCode.NOT_THERE)
    require(command.words, RefusalCode.OWN_WORDS_MISSING, "hpl § 42")
    return [
        did.InterviewCorrected(
            interview=command.interview, part=command.part, words=command.words
        )
    ]


def _proposed(
    command: do.ProposeDecision, file: at.File, here: Circumstances
) -> list[did.Event]:
    decision = rules.proposed_decision(command, file, here)
    if here.pack(file.received_on).second_person:
        return [did.DecisionProposed(decision=decision, by=here.by)]
    return [_made(decision, here, proposer=here.by)]


def _approved(
    decision: did.Decision, file: at.File, here: Circumstances
) -> list[did.Event]:
    proposed = file.proposed
    proposer = proposed.by if proposed else here.by
    require(proposer != here.by, RefusalCode.SAME_PERSON)
    require(
        not file.said_since, RefusalCode.COMMENT_SINCE_PROPOSAL, "fvl § 17 første ledd"
    )
    for service in decision.services:
        review = service.review_on
        ahead = review is None or review > here.today
        offer = service.offer
        require(ahead, RefusalCode.REVIEW_DATE_PASSED, "hol § 4-1", offer=offer)
    return [_made(decision, here, proposer=proposer)]


def _made(
    decision: did.Decision, here: Circumstances, *, proposer: UUID
) -> did.DecisionMade:
    return did.DecisionMade(
        decision=decision,
        decided_on=here.today,
        proposed_by=proposer,
        approved_by=None if proposer == here.by else here.by,
    )

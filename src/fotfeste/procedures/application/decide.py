"""The procedure of an application, on one page: what is not listed is refused."""

from datetime import date
from uuid import UUID

from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application import rules
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.refusal import RefusalCode, Refused


def decide(  # noqa: C901, PLR0912 - the whole procedure at a glance
    case: at.Case, command: do.Command, here: Circumstances
) -> list[did.Event]:
    """Return what happens, or raise Refused with the reason and its provision."""
    match case.stage, command:
        case at.NotOpened(), do.SubmitApplication():
            return _received(command.application, "online", here.today, here)
        case at.NotOpened(), do.RegisterApplication(channel=channel, arrived_on=day):
            return _received(command.application, channel, day, here)
        case at.Received() | at.Invited(), do.ArrangeInterview():
            return _arranged(command, here)
        case at.Received() | at.Invited() | at.Mapped(), do.RecordInterview():
            return _interviewed(command, here)
        case at.Invited(), do.RecordMissedInterview(on=day, reason=reason):
            rules.require(day <= here.today, RefusalCode.INTERVIEW_NOT_HELD_YET)
            rules.require(reason, RefusalCode.REASON_MISSING)
            return [did.InterviewMissed(on=day, reason=reason)]
        case at.Received() | at.Invited() | at.Mapped(), do.RecordFindings():
            return [*rules.findings(command, case.opened, here)]
        case at.Undecided(), do.CommentOnCase(words=words):
            rules.require(words, RefusalCode.OWN_WORDS_MISSING)
            return [did.CommentReceived(words=words)]
        case at.Undecided(), do.GiveDelayNotice():
            return [rules.delay_notice(command, case.opened, here)]
        case at.Mapped(), do.ProposeDecision():
            return _proposed(command, case.opened, here)
        case at.Proposed(decision=decision, by=proposer), do.ApproveDecision():
            rules.require(proposer != here.by, RefusalCode.SAME_PERSON)
            return [_made(decision, here, proposer=proposer)]
        case at.Proposed(), do.ReturnDecision(comment=comment):
            rules.require(comment, RefusalCode.COMMENT_MISSING)
            return [did.DecisionReturned(comment=comment)]
        case at.Decided() as stage, do.MakeDecisionAvailable():
            return [rules.made_available(command, stage, case.opened, here)]
        case at.Notified(), do.OpenDecision():
            first = case.opened.opened_on is None
            return [did.DecisionOpened(on=here.today)] if first else []
        case at.Notified() as stage, do.AppealDecision():
            return _appealed(command, case, stage, here, (here.today, "online"))
        case at.Notified() as stage, do.RegisterAppeal(sent_on=day, channel=channel):
            return _appealed(command, case, stage, here, (day, channel))
        case at.Notified(), do.EndAppeal(appeal=appeal):
            return [did.AppealEnded(appeal=appeal)]
        case at.Notified(), do.ReopenCase(reason=reason):
            return [did.CaseReopened(on=here.today, reason=reason)]
        case at.Undecided(), do.WithdrawApplication(reason=reason):
            return [did.ApplicationWithdrawn(reason=reason)]
        case _:
            raise Refused.because(RefusalCode.NOT_NOW)


def _received(
    application: did.ApplicationContent,
    channel: did.Channel,
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
    rules.require(command.on >= here.today, RefusalCode.INTERVIEW_IN_THE_PAST)
    return [did.InterviewArranged(on=command.on, at=command.at, place=command.place)]


def _interviewed(command: do.RecordInterview, here: Circumstances) -> list[did.Event]:
    rules.require(command.on <= here.today, RefusalCode.INTERVIEW_NOT_HELD_YET)
    rules.require(command.own_words, RefusalCode.OWN_WORDS_MISSING, "pbrl § 3-1")
    return [
        did.InterviewHeld(
            on=command.on,
            took_part=command.took_part,
            own_words=command.own_words,
            goals=command.goals,
            values=command.values,
            resources=command.resources,
            coping=command.coping,
            network=command.network,
        )
    ]


def _proposed(
    command: do.ProposeDecision, file: at.File, here: Circumstances
) -> list[did.Event]:
    decision = rules.proposed_decision(command, file, here)
    if here.pack(file.received_on).second_person:
        return [did.DecisionProposed(decision=decision, by=here.by)]
    return [_made(decision, here, proposer=here.by)]


def _appealed(
    command: do.AppealDecision | do.RegisterAppeal,
    case: at.Case,
    stage: at.Notified,
    here: Circumstances,
    sent: tuple[date, did.Channel],
) -> list[did.Event]:
    sent_on, channel = sent
    return [
        rules.appealed(command, case, stage, here, sent_on=sent_on, channel=channel)
    ]


def _made(
    decision: did.Decision, here: Circumstances, *, proposer: UUID
) -> did.DecisionMade:
    return did.DecisionMade(
        decision=decision,
        decided_on=here.today,
        proposed_by=proposer,
        approved_by=None if proposer == here.by else here.by,
    )

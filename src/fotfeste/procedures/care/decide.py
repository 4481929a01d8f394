"""A service that is given, on one page: what is not listed is refused."""

from uuid import UUID

from fotfeste.procedures.care import commands as do
from fotfeste.procedures.care import events as did
from fotfeste.procedures.care import rules
from fotfeste.procedures.care import stages as at
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.documents import commands as documents_do
from fotfeste.procedures.documents import decide as documents
from fotfeste.procedures.documents.events import DocumentsAskedFor
from fotfeste.procedures.information.commands import Disclosure
from fotfeste.procedures.information.rules import disclosed
from fotfeste.procedures.refusal import (
    RefusalCode,
    Refused,
    require,
    require_known,
)
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import decide as remedy
from fotfeste.procedures.remedy.rules import About
from fotfeste.procedures.remedy.stages import DecisionKind


def decide(  # noqa: C901, PLR0912 - the whole procedure at a glance
    case: at.Case, command: do.Command, here: Circumstances
) -> list[did.Event]:
    """Return what happens, or raise Refused with the reason and its provision."""
    if isinstance(command, remedy_do.Command):
        return [*_remedy(case, command, here)]
    if isinstance(command, documents_do.SendDocument) and isinstance(
        case.stage, at.Ended
    ):
        raise Refused.because(RefusalCode.NOT_NOW)
    if isinstance(command, documents_do.Command) and case.file:
        return [*documents.decide(case.file.access, command, here)]
    if isinstance(command, Disclosure) and case.file:
        return [disclosed(command, here)]
    match case.stage, command:
        case _, do.GrantCare():
            return [rules.granted(command, here)]
        case at.Granted() | at.Given(), do.WithdrawGrant(grounds=grounds, from_on=day):
            return [did.GrantWithdrawn(grounds=grounds, from_on=day, on=here.today)]
        case _, do.WithdrawGrant():
            return []  # nothing was granted, or it has ended
        case at.NotOpened(), do.OpenCare():
            return [rules.opened(command, here)]
        case at.Granted(), do.StartCare():
            return [rules.started(command, case.opened, here)]
        case at.Granted() | at.Given(), do.MakePlan():
            return [rules.planned(command, here)]
        case at.Granted() | at.Given(), do.MakeAppointment():
            return [rules.appointment(command, here)]
        case at.Granted() | at.Given(), do.CancelAppointment():
            key = command.appointment
            require_known(key, {a.appointment for a in case.opened.appointments})
            cancelled = did.AppointmentCancelled(
                appointment=key, reason=command.reason, on=here.today
            )
            return [cancelled]
        case at.Running(), do.ReviewNeed():
            return [rules.reviewed(command, here)]
        case at.Running(), do.GiveAdvanceNotice():
            return [rules.notice(command, here)]
        case at.Granted() | at.Given() as stage, do.EndCare():
            return [rules.ended(command, stage, case.opened, here)]
        case _:
            return _changed(case, command, here)


def _changed(
    case: at.Case, command: do.Command, here: Circumstances
) -> list[did.Event]:
    """Return what happens on the way from a notice to a change in effect, or refuse."""
    match case.stage, command:
        case at.Noticed(), do.AnswerNotice(words=words):
            require(words, RefusalCode.OWN_WORDS_MISSING)
            return [did.NoticeAnswered(words=words, on=here.today)]
        case at.Noticed(), do.DropChange(reason=reason):
            require(reason, RefusalCode.REASON_MISSING)
            return [did.ChangeDropped(reason=reason, on=here.today)]
        case at.Noticed() as stage, do.ProposeChange():
            return _proposed(command, stage, case.opened, here)
        case at.ChangeWaiting(change=change, by=by), do.ApproveChange():
            require(by != here.by, RefusalCode.SAME_PERSON)
            return [_decided(change, here, proposer=by)]
        case at.ChangeWaiting(), do.ReturnChange(comment=comment):
            require(comment, RefusalCode.COMMENT_MISSING)
            return [did.ChangeReturned(comment=comment)]
        case at.Changing() as stage, do.EffectChange(on=day) if (
            stage.change.what == "change"
        ):
            rules.effective(day, stage, case.opened, here)
            return [did.ChangeEffected(on=day)]
        case _:
            raise Refused.because(RefusalCode.NOT_NOW)


def _remedy(
    case: at.Case, command: remedy_do.Command, here: Circumstances
) -> list[did.Event]:
    if case.file is None:
        raise Refused.because(RefusalCode.NOT_NOW)
    if isinstance(command, remedy_do.ReopenDecision):
        return _reopened(case.stage, case.file, command, here)
    grant = case.file.grant
    about = About(grant.party, grant.posted, here.desk())
    return [*remedy.decide(case.file.decisions, command, here, about)]


def _reopened(
    stage: at.Stage,
    file: at.File,
    command: remedy_do.ReopenDecision,
    here: Circumstances,
) -> list[did.Event]:
    """Return what follows when an appeal against one of the decisions is won."""
    decision = file.decisions.named(command.number)
    if decision is None:
        raise Refused.because(RefusalCode.NOT_NOW)
    if decision.kind is DecisionKind.ACCESS:
        return [DocumentsAskedFor(which=command.reason, on=here.today)]
    if isinstance(stage, at.Ended) and stage.ending is not did.Ending.DECISION:
        return []  # it has ended for another reason, which stands
    return [did.CareRestored(reason=command.reason, on=here.today)]


def _proposed(
    command: do.ProposeChange, stage: at.Noticed, file: at.File, here: Circumstances
) -> list[did.Event]:
    change = rules.change(command, stage, file, here)
    if here.desk().second_person:
        return [did.ChangeProposed(change=change, by=here.by)]
    return [_decided(change, here, proposer=here.by)]


def _decided(
    change: did.Change, here: Circumstances, *, proposer: UUID
) -> did.ChangeDecided:
    return did.ChangeDecided(
        change=change,
        decided_on=here.today,
        proposed_by=proposer,
        approved_by=None if proposer == here.by else here.by,
    )

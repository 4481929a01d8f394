"""The procedure of an appeal, on one page: what is not listed is refused."""

from fotfeste.procedures.appeal import commands as do
from fotfeste.procedures.appeal import events as did
from fotfeste.procedures.appeal import rules
from fotfeste.procedures.appeal import stages as at
from fotfeste.procedures.channel import by_post
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.documents import commands as documents_do
from fotfeste.procedures.documents import decide as documents
from fotfeste.procedures.documents.events import DocumentsAskedFor
from fotfeste.procedures.refusal import RefusalCode, Refused, require
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import decide as remedy
from fotfeste.procedures.remedy.rules import About
from fotfeste.procedures.remedy.stages import DecisionKind


def decide(  # noqa: C901 - the whole procedure at a glance
    case: at.Case, command: do.Command, here: Circumstances
) -> list[did.Event]:
    """Return what happens, or raise Refused with the reason and its provision."""
    match case.stage, command:
        case at.NotOpened(), do.OpenAppeal():
            return [rules.received(command, here)]
        case at.NotOpened(), _:
            raise Refused.because(RefusalCode.NOT_NOW)
        case at.Late() | at.UnderReview(), do.AskForMending():
            return [rules.mending(command, here)]
        case at.Defective(), do.MendAppeal(words=words):
            require(words, RefusalCode.OWN_WORDS_MISSING, "fvl § 32 tredje ledd")
            return [did.AppealMended(words=words, on=here.today)]
        case at.Late(), do.AdmitLateAppeal():
            return [rules.admitted(command, case.opened, here)]
        case at.Late() | at.Defective(), do.DismissAppeal():
            return [rules.dismissed(command, case, here)]
        case at.UnderReview(), do.UpholdDecision(statement=statement):
            require(statement, RefusalCode.STATEMENT_MISSING, "fvl § 33 fjerde ledd")
            return [did.DecisionUpheld(statement=statement)]
        case at.UnderReview(), do.ReverseDecision(reason=reason):
            return [_reversed(reason, case.opened, here)]
        case at.UnderReview(), do.ReversePart():
            return [rules.partly_reversed(command, case.opened, here)]
        case at.Upheld(), do.ForwardAppeal():
            body = here.book.name("county-governor", here.today)
            return [did.AppealForwarded(on=here.today, body=body)]
        case at.Forwarded() as stage, do.RecordOutcome():
            return [rules.recorded(command, case, stage, here)]
        case _:
            return _beside(case, command, here)


def _beside(case: at.Case, command: do.Command, here: Circumstances) -> list[did.Event]:
    """Return what can happen whatever the municipality is doing with the appeal."""
    match command:
        case do.CommentOnAppeal(words=words) if isinstance(case.stage, rules.UNSETTLED):
            require(words, RefusalCode.OWN_WORDS_MISSING)
            return [did.AppealCommented(words=words, on=here.today)]
        case do.GiveAppealDelayNotice() if isinstance(case.stage, rules.UNSETTLED):
            return [rules.delay_notice(command, here)]
        case do.WithdrawAppeal(reason=reason) if isinstance(
            case.stage, rules.UNSETTLED | at.Forwarded
        ):
            origin = case.opened.received.case
            return [did.AppealWithdrawn(case=origin, reason=reason, on=here.today)]
        case do.ClaimCosts() if isinstance(case.stage, rules.CHANGED):
            return [rules.costs_claimed(command, case.stage, case.opened, here)]
        case do.DecideCosts() if isinstance(case.stage, rules.CHANGED):
            return [rules.costs_decided(command, case.opened, here)]
        case _:
            pass
    if isinstance(command, remedy_do.ReopenDecision):
        return _won(case, command, here)
    if isinstance(command, documents_do.SendDocument) and not isinstance(
        case.stage, rules.UNSETTLED | at.Forwarded
    ):
        raise Refused.because(RefusalCode.NOT_NOW)
    if isinstance(command, documents_do.Command):
        return [*documents.decide(case.opened.access, command, here)]
    if isinstance(command, remedy_do.Command):
        received = case.opened.received
        pack = here.pack(received.decided_on)
        about = About(received.name, by_post(received.channel), pack)
        return [*remedy.decide(case.opened.decisions, command, here, about)]
    raise Refused.because(RefusalCode.NOT_NOW)


def _won(
    case: at.Case, command: remedy_do.ReopenDecision, here: Circumstances
) -> list[did.Event]:
    """Return what follows when an appeal against one of the decisions here is won."""
    decision = case.opened.decisions.named(command.number)
    match case.stage, decision and decision.kind:
        case _, DecisionKind.ACCESS:
            return [DocumentsAskedFor(which=command.reason, on=here.today)]
        case at.Dismissed(), DecisionKind.DISMISSAL:
            return [did.LateAppealAdmitted(reason=command.reason)]
        case _, DecisionKind.COSTS:
            again = did.CostsClaimed(claim=command.reason, decided_by="", on=here.today)
            return [again]
        case _ if decision:
            return []  # the appeal goes on already
        case _:
            raise Refused.because(RefusalCode.NOT_NOW)


def _reversed(reason: str, file: at.File, here: Circumstances) -> did.DecisionReversed:
    require(reason, RefusalCode.REASON_MISSING, "fvl § 33 andre ledd")
    return did.DecisionReversed(
        case=file.received.case,
        number=file.received.number,
        reason=reason,
        on=here.today,
    )

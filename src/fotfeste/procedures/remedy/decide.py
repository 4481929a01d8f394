"""What can be done about a decision, on one page: what is not listed is refused."""

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.refusal import RefusalCode, Refused
from fotfeste.procedures.remedy import commands as do
from fotfeste.procedures.remedy import events as did
from fotfeste.procedures.remedy import rules
from fotfeste.procedures.remedy import stages as at
from fotfeste.procedures.remedy.rules import About


def decide(  # noqa: C901, PLR0912 - the whole procedure at a glance
    decisions: at.Decisions, command: do.Command, here: Circumstances, about: About
) -> list[did.Event]:
    """Return what happens, or raise Refused with the reason and its provision.

    `ReopenDecision` is for the case itself to decide: what follows depends on it.
    """
    match command:
        case do.MakeDecisionAvailable() if decisions.pending:
            return [rules.made_available(command, decisions.pending, here, about)]
        case do.EndAppeal(appeal=appeal):
            return [did.AppealEnded(appeal=appeal)]
        case do.SettleAppeal(appeal=appeal):
            return [did.AppealSettled(appeal=appeal)]
        case do.AskForSupervision():
            return [rules.supervision(command, here)]
        case do.MakeDecisionAvailable() | do.ReopenDecision():
            raise Refused.because(RefusalCode.NOT_NOW)
        case _:
            pass
    decision = decisions.named(command.number)
    if decision is None:
        raise Refused.because(RefusalCode.NOT_NOW)
    match command:
        case do.OpenDecision():
            opened = did.DecisionOpened(on=here.today, number=decision.number)
            return [] if decision.opened_on else [opened]
        case do.GiveReminder():
            return [rules.reminded(decision, here)]
        case do.AskForGrounds():
            return [rules.grounds_asked_for(command, decision, here)]
        case do.GiveGrounds():
            return [rules.grounds_given(command, decision, here, about)]
        case do.AppealDecision() | do.RegisterAppeal():
            return [rules.appealed(command, decision, here, about)]
        case do.AskForSuspension():
            return [rules.suspension_asked_for(command, decision, here)]
        case do.DecideSuspension():
            return [rules.suspension_decided(command, decision, here)]
        case do.CorrectDecision():
            return [rules.corrected(command, decision, here)]

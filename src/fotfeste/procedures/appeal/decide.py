"""The procedure of an appeal, on one page: what is not listed is refused."""

from fotfeste.procedures.appeal import commands as do
from fotfeste.procedures.appeal import events as did
from fotfeste.procedures.appeal import rules
from fotfeste.procedures.appeal import stages as at
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.refusal import RefusalCode, Refused


def decide(case: at.Case, command: do.Command, here: Circumstances) -> list[did.Event]:
    """Return what happens, or raise Refused with the reason and its provision."""
    match case.stage, command:
        case at.NotOpened(), do.OpenAppeal():
            return [rules.received(command, here)]
        case at.Late(), do.AdmitLateAppeal():
            return [rules.admitted(command, case.opened, here)]
        case at.Late(), do.DismissAppeal():
            return [rules.dismissed(command, case.opened, here)]
        case at.UnderReview(), do.UpholdDecision(statement=statement):
            rules.require_text(
                statement, RefusalCode.STATEMENT_MISSING, "fvl § 33 fjerde ledd"
            )
            return [did.DecisionUpheld(statement=statement)]
        case at.UnderReview(), do.ReverseDecision(reason=reason):
            rules.require_text(
                reason, RefusalCode.REASON_MISSING, "fvl § 33 andre ledd"
            )
            return [
                did.DecisionReversed(
                    case=case.opened.case, reason=reason, on=here.today
                )
            ]
        case at.Upheld(), do.ForwardAppeal():
            body = here.book.name("county-governor", here.today)
            return [did.AppealForwarded(on=here.today, body=body)]
        case at.Forwarded() as stage, do.RecordOutcome():
            return [rules.recorded(command, case, stage, here)]
        case _:
            raise Refused.because(RefusalCode.NOT_NOW)

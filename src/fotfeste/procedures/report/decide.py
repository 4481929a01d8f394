"""A report of worry, on one page: what is not listed is refused."""

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.refusal import RefusalCode, Refused
from fotfeste.procedures.report import commands as do
from fotfeste.procedures.report import events as did
from fotfeste.procedures.report import rules
from fotfeste.procedures.report import stages as at


def decide(case: at.Case, command: do.Command, here: Circumstances) -> list[did.Event]:
    """Return what happens, or raise Refused with the reason and its provision."""
    match case.stage, command:
        case at.NotOpened(), do.SubmitReport() | do.RegisterReport():
            return [rules.received(command, here)]
        case at.UnderInvestigation(), do.RecordInvestigation():
            return [rules.investigated(command, here)]
        case at.Investigated(), do.GiveFeedback():
            return [rules.feedback(command, here)]
        case _:
            raise Refused.because(RefusalCode.NOT_NOW)

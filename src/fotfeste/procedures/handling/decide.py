"""The handling of a case, on one page: what is not listed is refused."""

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.handling import commands as do
from fotfeste.procedures.handling import events as did
from fotfeste.procedures.handling import rules
from fotfeste.procedures.handling import stages as at
from fotfeste.procedures.refusal import RefusalCode, Refused, require, require_known


def decide(
    handling: at.Handling, command: do.Command, here: Circumstances
) -> list[did.Event]:
    """Return what happens, or raise Refused with the reason and its provision."""
    mine = handling.assigned is not None and handling.assignee == here.by
    match handling.assigned, command:
        case _, do.WriteNote():
            return [rules.note(command, here)]
        case _, do.CorrectNote(note=key):
            require_known(key, {one.written.note for one in handling.notes})
            return rules.correction(handling, command, here)
        case did.CaseAssigned(impartial=True), do.AssignCase() if _has_it(
            handling, command
        ):
            return []
        case _, do.AssignCase():
            return [rules.assignment(command, here)]
        case did.CaseAssigned(impartial=False), do.ConfirmImpartiality() if mine:
            return [did.ImpartialityConfirmed(on=here.today)]
        case did.CaseAssigned(), do.GiveBackCase(reason=reason) if mine:
            require(reason, RefusalCode.REASON_MISSING)
            return [did.CaseGivenBack(reason=reason, on=here.today)]
        case _:
            raise Refused.because(RefusalCode.NOT_NOW)


def _has_it(handling: at.Handling, command: do.AssignCase) -> bool:
    return handling.assignee == command.employee

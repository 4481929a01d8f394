"""A low-threshold contact, on one page: what is not listed is refused."""

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.contact import commands as do
from fotfeste.procedures.contact import events as did
from fotfeste.procedures.contact import rules
from fotfeste.procedures.contact import stages as at
from fotfeste.procedures.information.commands import Disclosure
from fotfeste.procedures.information.rules import disclosed
from fotfeste.procedures.refusal import RefusalCode, Refused


def decide(case: at.Case, command: do.Command, here: Circumstances) -> list[did.Event]:
    """Return what happens, or raise Refused with the reason and its provision."""
    if isinstance(command, Disclosure) and case.file:
        return [disclosed(command, here)]
    match case.stage, command:
        case at.NotOpened(), do.MakeContact():
            return [rules.made(command, here)]
        case at.InContact() | at.Ended(), do.NoteContact():
            return [rules.noted(command, case.opened, here)]
        case at.InContact(), do.TurnContact():
            return [rules.turned(command, case.opened, here)]
        case at.InContact(), do.EndContact(reason=reason):
            return [did.ContactEnded(on=here.today, reason=reason)]
        case _:
            raise Refused.because(RefusalCode.NOT_NOW)

"""Asking and telling others, on one page: what is not listed is refused."""

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.information import commands as do
from fotfeste.procedures.information import events as did
from fotfeste.procedures.information import rules
from fotfeste.procedures.information import stages as at


def decide(
    track: at.Information, command: do.Command, here: Circumstances
) -> list[did.Event]:
    """Return what happens, or raise Refused with the reason and its provision."""
    match command:
        case do.RequestInformation():
            return [rules.requested(command, here)]
        case do.RemindSource():
            return [rules.reminded(command, track, here)]
        case do.RecordInformation():
            return [rules.received(command, track, here)]
        case do.PresentInformation():
            return [rules.presented(command, track, here)]
        case do.OmitPresentation():
            return [rules.omitted(command, track, here)]
        case do.EndRequest():
            return [rules.ended(command, track, here)]
        case do.WarnForChildren() | do.WarnInPregnancy() | do.WarnInEmergency():
            return [rules.disclosed(command, here)]
        case do.AgreeCooperation():
            return [rules.cooperation(command, track, here)]

"""The kinds of case, side by side: how to replay, decide and watch each."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import reduce

from fotfeste.procedures.appeal import commands as appeal_commands
from fotfeste.procedures.appeal import decide as appeal_decide
from fotfeste.procedures.appeal import events as appeal_events
from fotfeste.procedures.appeal import rules as appeal_rules
from fotfeste.procedures.appeal import stages as appeal_stages
from fotfeste.procedures.application import commands as application_commands
from fotfeste.procedures.application import decide as application_decide
from fotfeste.procedures.application import events as application_events
from fotfeste.procedures.application import rules as application_rules
from fotfeste.procedures.application import stages as application_stages
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.refusal import ImpossibleHistoryError, RefusalCode, Refused
from fotfeste.rulebook.book import Rulebook

Command = application_commands.Command | appeal_commands.Command
Event = application_events.Event | appeal_events.Event
Case = application_stages.Case | appeal_stages.Case


class Kind(StrEnum):
    """The kinds of case, as stored and as shown in addresses."""

    APPLICATION = "application"
    APPEAL = "appeal"


STARTS: dict[Kind, Case] = {
    Kind.APPLICATION: application_stages.START,
    Kind.APPEAL: appeal_stages.START,
}


def kind_of(command: Command) -> Kind:
    """Return the kind of case the command is for."""
    return kind_for(type(command))


def kind_for(command: type[Command]) -> Kind:
    """Return the kind of case that commands of the type are for."""
    if issubclass(command, application_commands.Command):
        return Kind.APPLICATION
    return Kind.APPEAL


def evolve(case: Case, event: Event) -> Case:
    """Return the case after one more event of its own kind."""
    if isinstance(case, application_stages.Case):
        if isinstance(event, application_events.Event):
            return application_stages.evolve(case, event)
    elif isinstance(event, appeal_events.Event):
        return appeal_stages.evolve(case, event)
    raise ImpossibleHistoryError.of(event, case)


def replay(kind: Kind, history: Iterable[Event]) -> Case:
    """Return the case that the events make."""
    return reduce(evolve, history, STARTS[kind])


def decide(case: Case, command: Command, here: Circumstances) -> list[Event]:
    """Return what happens, or raise Refused with the reason and its provision."""
    if isinstance(case, application_stages.Case):
        if isinstance(command, application_commands.Command):
            return [*application_decide.decide(case, command, here)]
    elif isinstance(command, appeal_commands.Command):
        return [*appeal_decide.decide(case, command, here)]
    raise Refused.because(RefusalCode.NOT_NOW)


def clocks(case: Case, municipality: str, book: Rulebook) -> tuple[Clock, ...]:
    """Return what is to be done in the case, each with its last day, soonest first."""
    if isinstance(case, application_stages.Case):
        return application_rules.clocks(case, municipality, book)
    return appeal_rules.clocks(case, book)


def received_on(case: Case) -> date:
    """Return the day an opened case arrived."""
    return case.opened.received_on


def governed_from(case: Case) -> date:
    """Return the day whose pack governs the case: it keeps the pack it began with.

    An appeal is governed by the pack of the day of the decision.
    """
    if isinstance(case, appeal_stages.Case):
        return case.opened.decided_on
    return case.opened.received_on

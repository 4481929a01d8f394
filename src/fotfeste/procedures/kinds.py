"""The kinds of case, side by side: how to replay, decide and watch each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import reduce
from typing import Any, get_args

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
from fotfeste.procedures.care import commands as care_commands
from fotfeste.procedures.care import decide as care_decide
from fotfeste.procedures.care import events as care_events
from fotfeste.procedures.care import rules as care_rules
from fotfeste.procedures.care import stages as care_stages
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.contact import commands as contact_commands
from fotfeste.procedures.contact import decide as contact_decide
from fotfeste.procedures.contact import events as contact_events
from fotfeste.procedures.contact import rules as contact_rules
from fotfeste.procedures.contact import stages as contact_stages
from fotfeste.procedures.handling import commands as handling_commands
from fotfeste.procedures.handling import decide as handling_decide
from fotfeste.procedures.handling import events as handling_events
from fotfeste.procedures.handling import stages as handling_stages
from fotfeste.procedures.person import commands as person_commands
from fotfeste.procedures.person import decide as person_decide
from fotfeste.procedures.person import events as person_events
from fotfeste.procedures.person import rules as person_rules
from fotfeste.procedures.person import stages as person_stages
from fotfeste.procedures.refusal import ImpossibleHistoryError, RefusalCode, Refused
from fotfeste.procedures.report import commands as report_commands
from fotfeste.procedures.report import decide as report_decide
from fotfeste.procedures.report import events as report_events
from fotfeste.procedures.report import rules as report_rules
from fotfeste.procedures.report import stages as report_stages
from fotfeste.rulebook.book import NoRuleInForceError, Rulebook
from fotfeste.rulebook.pack import Pack

Command = (
    application_commands.Command
    | appeal_commands.Command
    | care_commands.Command
    | contact_commands.Command
    | report_commands.Command
    | person_commands.Command
    | handling_commands.Command
)
Event = (
    application_events.Event
    | appeal_events.Event
    | care_events.Event
    | contact_events.Event
    | report_events.Event
    | person_events.Event
    | handling_events.Event
)
Case = (
    application_stages.Case
    | appeal_stages.Case
    | care_stages.Case
    | contact_stages.Case
    | report_stages.Case
    | person_stages.Case
)


class Kind(StrEnum):
    """The kinds of case, as stored and as shown in addresses."""

    APPLICATION = "application"
    APPEAL = "appeal"
    CARE = "care"
    CONTACT = "contact"
    REPORT = "report"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Procedure:
    """One kind of case: where it begins, its words, and the questions one can ask.

    clocks: takes the case, the municipality's key and the rulebook.
    """

    start: Case
    stages: tuple[type, ...]
    commands: tuple[type[Command], ...]
    events: tuple[type[Event], ...]
    evolve: Callable[[Any, Any], Case]
    decide: Callable[[Any, Any, Circumstances], list[Any]]
    clocks: Callable[[Any, str, Rulebook], tuple[Clock, ...]]


def _procedure(
    stages: Any,
    commands: Any,
    events: Any,
    decide: Callable[[Any, Any, Circumstances], list[Any]],
    clocks: Callable[[Any, str, Rulebook], tuple[Clock, ...]],
    *,
    handled: bool = True,
) -> Procedure:
    """Return the procedure; `handled` where somebody has the case and notes in it."""
    return Procedure(
        stages.START,
        get_args(stages.Stage),
        get_args(commands.Command)
        + (get_args(handling_commands.Command) if handled else ()),
        get_args(events.Event) + (get_args(handling_events.Event) if handled else ()),
        stages.evolve,
        decide,
        clocks,
    )


PROCEDURES: dict[Kind, Procedure] = {
    Kind.APPLICATION: _procedure(
        application_stages,
        application_commands,
        application_events,
        application_decide.decide,
        application_rules.clocks,
    ),
    Kind.APPEAL: _procedure(
        appeal_stages,
        appeal_commands,
        appeal_events,
        appeal_decide.decide,
        lambda case, _, book: appeal_rules.clocks(case, book),
    ),
    Kind.CARE: _procedure(
        care_stages,
        care_commands,
        care_events,
        care_decide.decide,
        lambda case, _, book: care_rules.clocks(case, book),
    ),
    Kind.CONTACT: _procedure(
        contact_stages,
        contact_commands,
        contact_events,
        contact_decide.decide,
        lambda case, _, book: contact_rules.clocks(case),
    ),
    Kind.REPORT: _procedure(
        report_stages,
        report_commands,
        report_events,
        report_decide.decide,
        lambda case, _, book: report_rules.clocks(case, book),
    ),
    Kind.PERSON: _procedure(
        person_stages,
        person_commands,
        person_events,
        person_decide.decide,
        lambda case, _, book: person_rules.clocks(case, book),
        handled=False,
    ),
}

_KIND_OF = {type(procedure.start): kind for kind, procedure in PROCEDURES.items()}


def kind_of(case: Case) -> Kind:
    """Return the kind that the case is of."""
    return _KIND_OF[type(case)]


def kinds_for(command: type[Command]) -> tuple[Kind, ...]:
    """Return the kinds of case that commands of the type are for."""
    return tuple(k for k, p in PROCEDURES.items() if command in p.commands)


def evolve(case: Case, event: Event) -> Case:
    """Return the case after one more event of its own kind."""
    procedure = PROCEDURES[kind_of(case)]
    if not isinstance(event, procedure.events):
        raise ImpossibleHistoryError.of(event, case)
    if isinstance(event, handling_events.Event):
        return _handled(case, event)
    return procedure.evolve(case, event)


def _handled(case: Case, event: handling_events.Event) -> Case:
    """Return the case after something about its handling: alike in every kind."""
    if isinstance(case, person_stages.Case):
        raise ImpossibleHistoryError.of(event, case)
    handling = handling_stages.evolve(case.opened.handling, event)
    return replace(case, file=replace(case.opened, handling=handling))  # type: ignore[arg-type]


def replay(kind: Kind, history: Iterable[Event]) -> Case:
    """Return the case that the events make."""
    return reduce(evolve, history, PROCEDURES[kind].start)


def decide(case: Case, command: Command, here: Circumstances) -> list[Event]:
    """Return what happens, or raise Refused with the reason and its provision.

    Law: fvl § 6: who is disqualified does nothing in the person's cases, but may let
    go of one.
    """
    procedure = PROCEDURES[kind_of(case)]
    if not isinstance(command, procedure.commands):
        raise Refused.because(RefusalCode.NOT_NOW)
    try:
        lets_go = isinstance(command, handling_commands.GiveBackCase)
        if here.person.is_disqualified(here.by) and not lets_go:
            raise Refused.because(RefusalCode.DISQUALIFIED, "fvl § 6")
        if isinstance(command, handling_commands.Command):
            return [*_decided_of_handling(case, command, here)]
        return procedure.decide(case, command, here)
    except Refused as no:
        day = here.today if case.file is None else governed_from(case)
        raise no.standing(here.book, day) from None


def _decided_of_handling(
    case: Case, command: handling_commands.Command, here: Circumstances
) -> list[handling_events.Event]:
    if isinstance(case, person_stages.Case) or case.file is None:
        raise Refused.because(RefusalCode.NOT_NOW)
    return handling_decide.decide(case.file.handling, command, here)


def clocks(case: Case, municipality: str, book: Rulebook) -> tuple[Clock, ...]:
    """Return what is to be done in the case, each with its last day, soonest first."""
    return PROCEDURES[kind_of(case)].clocks(case, municipality, book)


def received_on(case: Case) -> date:
    """Return the day an opened case arrived."""
    return case.opened.received_on


def governed_from(case: Case) -> date:
    """Return the day whose pack governs the case: it keeps the pack it began with.

    An appeal is governed by the pack of the day of the decision.
    """
    if isinstance(case, appeal_stages.Case):
        return case.opened.received.decided_on
    return case.opened.received_on


def governing_pack(case: Case, municipality: str, book: Rulebook, today: date) -> Pack:
    """Return the pack that governs the case; where none did, that of today's desk."""
    try:
        return book.desk_pack(municipality, governed_from(case))
    except NoRuleInForceError:
        return book.desk_pack(municipality, today)

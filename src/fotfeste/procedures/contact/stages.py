"""Where a low-threshold contact stands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from uuid import UUID

from fotfeste.procedures.contact import events as did
from fotfeste.procedures.handling.stages import UNASSIGNED, Handling
from fotfeste.procedures.information.events import InformationDisclosed
from fotfeste.procedures.refusal import ImpossibleHistoryError


@dataclass(frozen=True, slots=True)
class NotOpened:
    """Nothing has happened (ingen sak)."""


@dataclass(frozen=True, slots=True)
class InContact:
    """There is contact (kontakt)."""


@dataclass(frozen=True, slots=True)
class Turned:
    """The contact became an application (kontakt)."""

    application: UUID


@dataclass(frozen=True, slots=True)
class Ended:
    """The contact is over (avslutning)."""


Stage = NotOpened | InContact | Turned | Ended


@dataclass(frozen=True, slots=True)
class File:
    """What the person lets us keep (saksmappe)."""

    first: did.ContactMade
    later: tuple[did.ContactNoted, ...] = ()
    handling: Handling = UNASSIGNED

    @property
    def received_on(self) -> date:
        """Return the day of the first contact."""
        return self.first.on


@dataclass(frozen=True, slots=True)
class Case:
    """A low-threshold contact (sak).

    file: None before it is opened.
    """

    stage: Stage
    file: File | None

    @property
    def opened(self) -> File:
        """Return the file of a contact that has been made."""
        if self.file is None:
            raise ImpossibleHistoryError("There was never any contact")
        return self.file


START = Case(NotOpened(), None)


def replay(history: Iterable[did.Event]) -> Case:
    """Return the contact that the events make."""
    return reduce(evolve, history, START)


def evolve(case: Case, event: did.Event) -> Case:
    """Return the contact after one more event. Decides nothing, refuses nothing."""
    match case.stage, event:
        case NotOpened(), did.ContactMade():
            return Case(InContact(), File(event))
        case InContact() | Ended(), did.ContactNoted():
            later = (*case.opened.later, event)
            return Case(InContact(), replace(case.opened, later=later))
        case InContact(), did.ContactTurned(application=application):
            return Case(Turned(application), case.file)
        case InContact() | Turned() | Ended(), InformationDisclosed():
            return case
        case InContact(), did.ContactEnded():
            return Case(Ended(), case.file)
        case _:
            raise ImpossibleHistoryError.of(event, case.stage)

"""Where a report of worry stands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from fotfeste.procedures.handling.stages import UNASSIGNED, Handling
from fotfeste.procedures.refusal import ImpossibleHistoryError
from fotfeste.procedures.report import events as did


@dataclass(frozen=True, slots=True)
class NotOpened:
    """Nothing has happened (ingen sak)."""


@dataclass(frozen=True, slots=True)
class UnderInvestigation:
    """The municipality looks into it (melding)."""


@dataclass(frozen=True, slots=True)
class Investigated:
    """It is looked into; whoever reported is to be told (melding)."""

    result: did.Result


@dataclass(frozen=True, slots=True)
class Concluded:
    """Whoever reported has been told (tilbakemelding)."""


Stage = NotOpened | UnderInvestigation | Investigated | Concluded


@dataclass(frozen=True, slots=True)
class File:
    """What was reported, and what was found (saksmappe)."""

    report: did.ReportReceived
    investigated: did.ReportInvestigated | None = None
    handling: Handling = UNASSIGNED

    @property
    def received_on(self) -> date:
        """Return the day the report came."""
        return self.report.on


@dataclass(frozen=True, slots=True)
class Case:
    """A report of worry (sak).

    file: None before it is opened.
    """

    stage: Stage
    file: File | None

    @property
    def opened(self) -> File:
        """Return the file of a report that has come."""
        if self.file is None:
            raise ImpossibleHistoryError("There was never a report")
        return self.file


START = Case(NotOpened(), None)


def replay(history: Iterable[did.Event]) -> Case:
    """Return the report that the events make."""
    return reduce(evolve, history, START)


def evolve(case: Case, event: did.Event) -> Case:
    """Return the report after one more event. Decides nothing, refuses nothing."""
    match case.stage, event:
        case NotOpened(), did.ReportReceived():
            return Case(UnderInvestigation(), File(event))
        case UnderInvestigation(), did.ReportInvestigated(result=result):
            return Case(Investigated(result), replace(case.opened, investigated=event))
        case Investigated(), did.FeedbackGiven():
            return Case(Concluded(), case.file)
        case _:
            raise ImpossibleHistoryError.of(event, case.stage)

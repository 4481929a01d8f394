"""Where an appeal stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fotfeste.procedures.appeal import events as did
from fotfeste.procedures.refusal import ImpossibleHistoryError


@dataclass(frozen=True, slots=True)
class NotOpened:
    """Nothing has happened (ingen sak)."""


@dataclass(frozen=True, slots=True)
class Late:
    """The appeal came late; a person says whether it is heard (for sen klage)."""


@dataclass(frozen=True, slots=True)
class UnderReview:
    """The municipality looks at its own decision again (klagebehandling)."""


@dataclass(frozen=True, slots=True)
class Upheld:
    """The decision stands; the appeal is to be forwarded (opprettholdt vedtak)."""

    statement: str


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The appellate instance has the appeal (oversendt klage)."""

    on: date
    statement: str


@dataclass(frozen=True, slots=True)
class Reversed:
    """The decision was reversed; the case is open again (omgjort vedtak)."""


@dataclass(frozen=True, slots=True)
class Dismissed:
    """The appeal was too late and was dismissed (avvisning)."""


@dataclass(frozen=True, slots=True)
class Concluded:
    """The appellate instance has decided (avgjort klage)."""

    outcome: did.Outcome


Stage = (
    NotOpened
    | Late
    | UnderReview
    | Upheld
    | Forwarded
    | Reversed
    | Dismissed
    | Concluded
)


@dataclass(frozen=True, slots=True)
class Case:
    """An appeal: where it stands, and what came in (sak).

    file: None before it is opened.
    """

    stage: Stage
    file: did.AppealReceived | None

    @property
    def opened(self) -> did.AppealReceived:
        """Return what came in, of an appeal that has been opened."""
        if self.file is None:
            raise ImpossibleHistoryError("The appeal was never opened")
        return self.file


START = Case(NotOpened(), None)


def replay(history: Iterable[did.Event]) -> Case:
    """Return the appeal that the events make."""
    case = START
    for event in history:
        case = evolve(case, event)
    return case


def evolve(case: Case, event: did.Event) -> Case:
    """Return the appeal after one more event. Decides nothing, refuses nothing."""
    match case.stage, event:
        case NotOpened(), did.AppealReceived(in_time=in_time):
            return Case(UnderReview() if in_time else Late(), event)
        case Late(), did.LateAppealAdmitted():
            return Case(UnderReview(), case.file)
        case Late(), did.AppealDismissed():
            return Case(Dismissed(), case.file)
        case UnderReview(), did.DecisionUpheld(statement=statement):
            return Case(Upheld(statement), case.file)
        case UnderReview(), did.DecisionReversed():
            return Case(Reversed(), case.file)
        case Upheld(statement), did.AppealForwarded(on=day):
            return Case(Forwarded(day, statement), case.file)
        case Forwarded(), did.OutcomeRecorded(outcome=outcome):
            return Case(Concluded(outcome), case.file)
        case _:
            raise ImpossibleHistoryError.of(event, case.stage)

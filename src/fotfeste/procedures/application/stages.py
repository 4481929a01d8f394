"""Where an application stands, and the file that lies beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from fotfeste.procedures.application import events as did
from fotfeste.procedures.refusal import ImpossibleHistoryError


@dataclass(frozen=True, slots=True)
class NotOpened:
    """Nothing has happened (ingen sak)."""


class Undecided:
    """What the stages before a decision have in common (ikke avgjort)."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Received(Undecided):
    """The application has come in; the interview is not arranged (mottatt søknad)."""


@dataclass(frozen=True, slots=True)
class Invited(Undecided):
    """A mapping interview is arranged (avtalt kartleggingssamtale)."""

    on: date


@dataclass(frozen=True, slots=True)
class Mapped(Undecided):
    """The mapping interview is held; the need is assessed (kartlagt)."""

    held_on: date


@dataclass(frozen=True, slots=True)
class Proposed(Undecided):
    """A decision waits for another to approve it (forslag til vedtak)."""

    held_on: date
    decision: did.Decision
    by: UUID


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision is made; the letter is on its way (vedtak)."""

    held_on: date
    decision: did.Decision
    on: date


@dataclass(frozen=True, slots=True)
class Notified:
    """The party can read the decision (underrettet om vedtaket)."""

    held_on: date
    decision: did.Decision
    decided_on: date
    notice: did.DecisionMadeAvailable


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The party has withdrawn the application (trukket søknad)."""


Stage = (
    NotOpened | Received | Invited | Mapped | Proposed | Decided | Notified | Withdrawn
)


@dataclass(frozen=True, slots=True)
class File:
    """What lies beside the stage and is never lost between stages (saksmappe).

    findings:    the latest for each criterion, by its key.
    expected_on: when a decision was last said to be expected.
    appeal:      the case of the appeal against the decision that stands.
    reopened_on: when it was last opened again; the clocks run from then.
    """

    application: did.ApplicationReceived
    interviews: tuple[did.InterviewHeld, ...] = ()
    findings: tuple[did.FindingRecorded, ...] = ()
    comments: tuple[did.CommentReceived, ...] = ()
    expected_on: date | None = None
    returned: did.DecisionReturned | None = None
    opened_on: date | None = None
    appeal: UUID | None = None
    reopened_on: date | None = None

    @property
    def received_on(self) -> date:
        """Return the day the application arrived."""
        return self.application.received_on

    @property
    def waiting_since(self) -> date:
        """Return the day from which the party waits for a decision."""
        return self.reopened_on or self.received_on

    @property
    def wants(self) -> tuple[str, ...]:
        """Return the keys of the offers applied for."""
        return self.application.application.wants

    def finding(self, criterion: str) -> did.FindingRecorded | None:
        """Return the latest finding for the criterion, or None."""
        return next((f for f in self.findings if f.criterion == criterion), None)


@dataclass(frozen=True, slots=True)
class Case:
    """An application: where it stands, and its file (sak).

    file: None before it is opened.
    """

    stage: Stage
    file: File | None

    @property
    def opened(self) -> File:
        """Return the file of a case that has been opened."""
        if self.file is None:
            raise ImpossibleHistoryError("The case was never opened")
        return self.file


START = Case(NotOpened(), None)


def replay(history: Iterable[did.Event]) -> Case:
    """Return the case that the events make."""
    case = START
    for event in history:
        case = evolve(case, event)
    return case


def evolve(case: Case, event: did.Event) -> Case:
    """Return the case after one more event. Decides nothing, refuses nothing."""
    if isinstance(event, did.ApplicationReceived):
        if case != START:
            raise ImpossibleHistoryError.of(event, case.stage)
        return Case(Received(), File(event))
    return Case(_stage(case.stage, event), _file(case.opened, event))


def _stage(stage: Stage, event: did.Event) -> Stage:  # noqa: C901, PLR0912
    match stage, event:
        case Received() | Invited(), did.InterviewArranged(on=day):
            return Invited(day)
        case Received() | Invited(), did.InterviewHeld(on=day):
            return Mapped(day)
        case Mapped(), did.InterviewHeld(on=day):
            return Mapped(day)
        case Invited(), did.InterviewMissed():
            return Received()
        case Mapped(held_on), did.DecisionProposed(decision=decision, by=by):
            return Proposed(held_on, decision, by)
        case Proposed(held_on), did.DecisionReturned():
            return Mapped(held_on)
        case Proposed(held_on) | Mapped(held_on), did.DecisionMade(
            decision=decision, decided_on=day
        ):
            return Decided(held_on, decision, day)
        case Decided(held_on, decision, day), did.DecisionMadeAvailable():
            return Notified(held_on, decision, day, event)
        case Notified(held_on), did.CaseReopened():
            return Mapped(held_on)
        case Undecided(), did.ApplicationWithdrawn():
            return Withdrawn()
        case Notified(), (
            did.DecisionOpened() | did.DecisionAppealed() | did.AppealEnded()
        ):
            return stage
        case Undecided(), did.CommentReceived() | did.DelayNoticeGiven():
            return stage
        case Received() | Invited() | Mapped(), did.FindingRecorded():
            return stage
        case _:
            raise ImpossibleHistoryError.of(event, stage)


def _file(file: File, event: did.Event) -> File:  # noqa: C901 - a line for each
    match event:
        case did.InterviewHeld():
            return replace(file, interviews=(*file.interviews, event))
        case did.FindingRecorded(criterion=key):
            others = tuple(f for f in file.findings if f.criterion != key)
            return replace(file, findings=(*others, event))
        case did.CommentReceived():
            return replace(file, comments=(*file.comments, event))
        case did.DelayNoticeGiven(expected_on=day):
            return replace(file, expected_on=day)
        case did.DecisionReturned():
            return replace(file, returned=event)
        case did.DecisionProposed() | did.DecisionMade():
            return replace(file, returned=None)
        case did.DecisionOpened(on=day):
            return replace(file, opened_on=file.opened_on or day)
        case did.DecisionAppealed(appeal=appeal):
            return replace(file, appeal=appeal)
        case did.AppealEnded():
            return replace(file, appeal=None)
        case did.CaseReopened(on=day):
            return replace(
                file, reopened_on=day, expected_on=None, opened_on=None, appeal=None
            )
        case _:
            return file

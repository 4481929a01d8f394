"""Where an application stands, and the file that lies beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from fotfeste.procedures.application import events as did
from fotfeste.procedures.documents import events as documents_did
from fotfeste.procedures.documents import stages as documents
from fotfeste.procedures.documents.stages import NOT_ASKED, Access
from fotfeste.procedures.handling.stages import UNASSIGNED, Handling
from fotfeste.procedures.information import events as information_did
from fotfeste.procedures.information import stages as information
from fotfeste.procedures.information.stages import NOTHING_ASKED, Information
from fotfeste.procedures.refusal import ImpossibleHistoryError
from fotfeste.procedures.remedy import events as remedy_did
from fotfeste.procedures.remedy import stages as remedy
from fotfeste.procedures.remedy.stages import (
    NONE_MADE,
    Decision,
    DecisionKind,
    Decisions,
)
from fotfeste.rulebook.pack import Assessment, Pack


@dataclass(frozen=True, slots=True)
class NotOpened:
    """Nothing has happened (ingen sak)."""


class Undecided:
    """What the stages before a decision have in common (ikke avgjort)."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Unconfirmed(Undecided):
    """A helper has filled it in; the person has not said yes (søknad)."""


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


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision is made; the letter is on its way (vedtak).

    number: which of the case's decisions it is.
    """

    held_on: date
    decision: did.Decision
    number: int


@dataclass(frozen=True, slots=True)
class Notified:
    """The party can read the decision (underrettet om vedtaket)."""

    held_on: date
    decision: did.Decision


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The party has withdrawn the application (trukket søknad)."""


@dataclass(frozen=True, slots=True)
class Passed:
    """It was for somebody else, who has it now (oversendt søknad)."""


@dataclass(frozen=True, slots=True)
class Dismissed:
    """The case was dismissed without deciding on it (avvisning)."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The case was closed without a decision (avslutning)."""

    closing: did.Closing


Stage = (
    NotOpened
    | Unconfirmed
    | Received
    | Invited
    | Mapped
    | Proposed
    | Decided
    | Notified
    | Withdrawn
    | Passed
    | Dismissed
    | Closed
)


@dataclass(frozen=True, slots=True)
class File:
    """What lies beside the stage and is never lost between stages (saksmappe).

    proposed:    the decision that waits for another; None where none does.
    said_since:  whether the party has said something since it was proposed.
    findings:    the latest for each criterion, and for each service where it is so.
    invited:     the interview that is arranged; None where none is.
    missed:      how many arranged interviews the person did not come to.
    comment_by:  last day the party is waited for; None when nobody is.
    expected_on: when a decision was last said to be expected.
    reopened_on: when it was last opened again; the clocks run from then.
    to_good:     it was opened again without hearing the party: only to their good.
    decided:     the latest decision on the services.
    """

    application: did.ApplicationReceived
    interviews: tuple[did.InterviewHeld, ...] = ()
    findings: tuple[did.FindingRecorded, ...] = ()
    comments: tuple[did.CommentReceived, ...] = ()
    invited: did.InterviewArranged | None = None
    missed: int = 0
    comment_by: date | None = None
    expected_on: date | None = None
    proposed: did.DecisionProposed | None = None
    said_since: bool = False
    returned: did.DecisionReturned | None = None
    reopened_on: date | None = None
    to_good: bool = False
    decided: did.Decision | None = None
    information: Information = NOTHING_ASKED
    access: Access = NOT_ASKED
    decisions: Decisions = NONE_MADE
    handling: Handling = UNASSIGNED

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

    @property
    def role(self) -> did.Role:
        """Return for whose own sake it is applied: the person's, or next of kin's."""
        return self.application.application.role

    @property
    def latest(self) -> Decision | None:
        """Return the latest decision the party has been told of, or None."""
        return self.decisions.named(0)

    def finding(self, criterion: str, offer: str = "") -> did.FindingRecorded | None:
        """Return the latest finding for the criterion, or None."""
        key = criterion, offer
        return next((f for f in self.findings if f.key == key), None)

    def unassessed(self, pack: Pack) -> tuple[Assessment, ...]:
        """Return what must be assessed before a decision and has not been."""
        return tuple(
            one
            for one in pack.assessments(self.role, self.wants)
            if one.criterion.required and self.finding(*one.key) is None
        )


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
_BESIDE = (
    information_did.Event
    | documents_did.Event
    | remedy_did.Event
    | did.InterviewCorrected
)
"""What happens on the tracks beside the stages."""


def replay(history: Iterable[did.Event]) -> Case:
    """Return the case that the events make."""
    return reduce(evolve, history, START)


def evolve(case: Case, event: did.Event) -> Case:
    """Return the case after one more event. Decides nothing, refuses nothing."""
    if isinstance(event, did.ApplicationReceived):
        if case != START:
            raise ImpossibleHistoryError.of(event, case.stage)
        return Case(Received() if event.confirmed else Unconfirmed(), File(event))
    file = case.opened
    return Case(_stage(case.stage, event, file), _file(file, event))


def _stage(stage: Stage, event: did.Event, file: File) -> Stage:  # noqa: C901, PLR0912
    match stage, event:
        case Unconfirmed(), did.ApplicationConfirmed():
            return Received()
        case Received() | Invited(), did.InterviewArranged(on=day):
            return Invited(day)
        case Received() | Invited() | Mapped(), did.InterviewHeld(on=day):
            return Mapped(day)
        case Invited(), did.InterviewMissed() | did.InterviewCancelled():
            return Received()
        case Mapped(held_on), did.DecisionProposed(decision=decision):
            return Proposed(held_on, decision)
        case Proposed(held_on), did.DecisionReturned():
            return Mapped(held_on)
        case Proposed(held_on) | Mapped(held_on), did.DecisionMade(decision=decision):
            return Decided(held_on, decision, len(file.decisions.made) + 1)
        case Decided(held_on, decision, number), remedy_did.DecisionMadeAvailable(
            number=told
        ) if told == number:
            return Notified(held_on, decision)
        case Notified(held_on), did.CaseReopened():
            return Mapped(held_on)
        case Withdrawn() | Closed() | Dismissed(), did.CaseReopened():
            return Received()
        case Undecided(), did.ApplicationWithdrawn():
            return Withdrawn()
        case Undecided(), did.ApplicationPassed():
            return Passed()
        case Undecided(), did.ApplicationDismissed():
            return Dismissed()
        case Undecided(), did.CaseClosed(closing=closing):
            return Closed(closing)
        case Undecided(), did.CommentReceived() | did.DelayNoticeGiven():
            return stage
        case Received() | Invited() | Mapped(), did.FindingRecorded():
            return stage
        case NotOpened(), _:
            raise ImpossibleHistoryError.of(event, stage)
        case _ if isinstance(event, _BESIDE):
            return stage
        case _:
            raise ImpossibleHistoryError.of(event, stage)


def _file(file: File, event: did.Event) -> File:  # noqa: C901, PLR0912
    if isinstance(event, information_did.Event):
        return _informed(file, event)
    if isinstance(event, documents_did.Event):
        return _asked(file, event)
    if isinstance(event, remedy_did.Event):
        return replace(file, decisions=remedy.evolve(file.decisions, event))
    match event:
        case did.InterviewArranged():
            return replace(file, invited=event)
        case did.InterviewHeld():
            held = (*file.interviews, event)
            return replace(file, interviews=held, invited=None)
        case did.InterviewCorrected():
            return replace(file, said_since=file.proposed is not None)
        case did.InterviewMissed():
            return replace(file, missed=file.missed + 1, invited=None)
        case did.InterviewCancelled():
            return replace(file, invited=None)
        case did.FindingRecorded(key=key):
            others = tuple(f for f in file.findings if f.key != key)
            return replace(file, findings=(*others, event))
        case did.CommentReceived():
            said = (*file.comments, event)
            return replace(
                file,
                comments=said,
                comment_by=None,
                said_since=file.proposed is not None,
                to_good=False,
            )
        case did.DelayNoticeGiven(expected_on=day):
            return replace(file, expected_on=day)
        case did.DecisionReturned():
            return replace(file, returned=event, proposed=None, said_since=False)
        case did.DecisionProposed():
            return replace(file, returned=None, proposed=event, said_since=False)
        case did.DecisionMade():
            return _decided(file, event)
        case did.ApplicationDismissed() | did.CaseClosed():
            return _not_decided(file, event)
        case did.CaseReopened(on=day, comment_by=comment_by):
            return replace(
                file,
                reopened_on=day,
                expected_on=None,
                comment_by=comment_by,
                to_good=event.cause == "own-initiative" and comment_by is None,
                missed=0,
                proposed=None,
                said_since=False,
            )
        case _:
            return file


def _decided(file: File, event: did.DecisionMade) -> File:
    """Return the file with a decision on the services."""
    services = event.decision.services
    decisions = file.decisions.with_one_more(
        DecisionKind.SERVICES,
        "Vedtak om tjenester",
        event.decided_on,
        tuple(service.basis[0] for service in services),
        tuple(service.offer for service in services),
        grounds=(service.grounds for service in services),
    )
    return replace(
        file,
        decisions=decisions,
        decided=event.decision,
        returned=None,
        proposed=None,
    )


def _not_decided(file: File, event: did.ApplicationDismissed | did.CaseClosed) -> File:
    """Return the file with a decision not to decide, unless death closed the case."""
    bases = ("fvl § 2 tredje ledd", "pbrl § 7-2")
    decisions, why = file.decisions, (event.reason,)
    if isinstance(event, did.ApplicationDismissed):
        kind, title = DecisionKind.DISMISSAL, "Avvisning av søknaden"
        decisions = decisions.with_one_more(kind, title, event.on, bases, grounds=why)
    elif event.closing != "death":
        kind, title = DecisionKind.CLOSING, "Saken ble lukket"
        decisions = decisions.with_one_more(kind, title, event.on, bases, grounds=why)
    return replace(file, decisions=decisions, returned=None, proposed=None)


def _informed(file: File, event: information_did.Event) -> File:
    """Return the file after the event; what is shown to the party waits for them."""
    file = replace(file, information=information.evolve(file.information, event))
    if isinstance(event, information_did.InformationPresented):
        latest = max(file.comment_by or event.comment_by, event.comment_by)
        return replace(file, comment_by=latest)
    return file


def _asked(file: File, event: documents_did.Event) -> File:
    """Return the file after the event; a refusal is a decision that can be appealed."""
    file = replace(
        file,
        access=documents.evolve(file.access, event),
        decisions=file.decisions.with_refusal(event),
    )
    if isinstance(event, documents_did.DocumentReceived):
        return replace(file, said_since=file.proposed is not None)
    return file

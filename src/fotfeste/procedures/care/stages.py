"""Where a service that is given stands, and the file that lies beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from uuid import UUID

from fotfeste.procedures.care import events as did
from fotfeste.procedures.documents import events as documents_did
from fotfeste.procedures.documents import stages as documents
from fotfeste.procedures.documents.stages import NOT_ASKED, Access
from fotfeste.procedures.handling.stages import UNASSIGNED, Handling
from fotfeste.procedures.information.events import InformationDisclosed
from fotfeste.procedures.refusal import ImpossibleHistoryError
from fotfeste.procedures.remedy import events as remedy_did
from fotfeste.procedures.remedy import stages as remedy
from fotfeste.procedures.remedy.stages import NONE_MADE, DecisionKind, Decisions


@dataclass(frozen=True, slots=True)
class NotOpened:
    """Nothing has happened (ingen sak)."""


@dataclass(frozen=True, slots=True)
class Granted:
    """The service is granted and has not started (innvilget tjeneste)."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the stages of a service that is given have in common (tjeneste)."""

    since: date


@dataclass(frozen=True, slots=True)
class Running(Given):
    """The service is given (tjeneste)."""


@dataclass(frozen=True, slots=True)
class Noticed(Given):
    """A change is announced; the party can comment (forhåndsvarsel)."""

    notice: did.AdvanceNoticeGiven
    answered: bool = False


@dataclass(frozen=True, slots=True)
class ChangeWaiting(Given):
    """A change waits for another to approve it (endring)."""

    notice: did.AdvanceNoticeGiven
    change: did.Change
    by: UUID


@dataclass(frozen=True, slots=True)
class Changing(Given):
    """A change is decided and not yet in effect (endring).

    number: which of the decisions here; 0 is one in the application.
    """

    change: did.Change
    number: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The service has ended (avslutning)."""

    since: date
    ending: did.Ending


Stage = NotOpened | Granted | Running | Noticed | ChangeWaiting | Changing | Ended


@dataclass(frozen=True, slots=True)
class File:
    """What lies beside the stage and is never lost between stages (saksmappe).

    before:     the amount before a change in effect, for when it falls away.
    noticed_on: when a change was last announced.
    """

    grant: did.CareGranted
    amount: str
    review_on: date
    before: str = ""
    noticed_on: date | None = None
    plan: did.PlanMade | None = None
    appointments: tuple[did.AppointmentMade, ...] = ()
    answers: tuple[did.NoticeAnswered, ...] = ()
    decisions: Decisions = NONE_MADE
    access: Access = NOT_ASKED
    handling: Handling = UNASSIGNED

    @property
    def received_on(self) -> date:
        """Return the day the service was granted."""
        return self.grant.on


@dataclass(frozen=True, slots=True)
class Case:
    """A service that is given: where it stands, and its file (sak).

    file: None before it is opened.
    """

    stage: Stage
    file: File | None

    @property
    def opened(self) -> File:
        """Return the file of a service that has been granted."""
        if self.file is None:
            raise ImpossibleHistoryError("The service was never granted")
        return self.file


START = Case(NotOpened(), None)


def replay(history: Iterable[did.Event]) -> Case:
    """Return the case that the events make."""
    return reduce(evolve, history, START)


def evolve(case: Case, event: did.Event) -> Case:
    """Return the case after one more event. Decides nothing, refuses nothing."""
    if isinstance(event, did.CareGranted) and case.file is None:
        return Case(Granted(), File(event, event.amount, event.review_on))
    if isinstance(event, documents_did.Event):
        return Case(case.stage, _documents(case.opened, event))
    if isinstance(event, InformationDisclosed) and case.file:
        return case
    if isinstance(event, remedy_did.Event):
        decisions = remedy.evolve(case.opened.decisions, event)
        return Case(case.stage, replace(case.opened, decisions=decisions))
    stage, file = case.stage, case.opened
    return Case(_stage(stage, event, file), _file(stage, event, file))


def _stage(  # noqa: C901, PLR0912
    stage: Stage, event: did.Event, file: File
) -> Stage:
    match stage, event:
        case Granted() | Ended(), did.CareGranted():
            return Granted()
        case Given(since), did.CareGranted():
            return Running(since)
        case Granted(), did.GrantWithdrawn(on=day):
            return Ended(day, did.Ending.DECISION)
        case Given(since), did.GrantWithdrawn():
            return Changing(since, _ending(event, file), 0)
        case Granted(), did.CareStarted(on=day):
            return Running(day)
        case Running(since), did.AdvanceNoticeGiven():
            return Noticed(since, event)
        case Noticed(since, notice), did.NoticeAnswered():
            return Noticed(since, notice, answered=True)
        case Noticed(since), did.ChangeDropped():
            return Running(since)
        case Noticed(since, notice), did.ChangeProposed(change=change, by=by):
            return ChangeWaiting(since, notice, change, by)
        case ChangeWaiting(since, notice), did.ChangeReturned():
            return Noticed(since, notice, answered=True)
        case Noticed(since) | ChangeWaiting(since), did.ChangeDecided(change=change):
            return Changing(since, change, len(file.decisions.made) + 1)
        case Changing(since), did.ChangeEffected():
            return Running(since)
        case Granted(), did.CareRestored():
            return stage
        case Given(since) | Ended(since), did.CareRestored():
            return Running(since)
        case Granted(), did.CareEnded(on=day, ending=ending):
            return Ended(day, ending)
        case Given(since), did.CareEnded(ending=ending):
            return Ended(since, ending)
        case Granted() | Given(), (
            did.PlanMade()
            | did.AppointmentMade()
            | did.AppointmentCancelled()
            | did.NeedReviewed()
        ):
            return stage
        case _:
            raise ImpossibleHistoryError.of(event, stage)


def _file(  # noqa: C901 - a line for each
    stage: Stage, event: did.Event, file: File
) -> File:
    match event:
        case did.CareGranted():
            return replace(
                file, grant=event, amount=event.amount, review_on=event.review_on
            )
        case did.PlanMade():
            return replace(file, plan=event)
        case did.AppointmentMade():
            return replace(file, appointments=(*file.appointments, event))
        case did.AppointmentCancelled(appointment=key):
            kept = tuple(a for a in file.appointments if a.appointment != key)
            return replace(file, appointments=kept)
        case did.NeedReviewed(review_on=day):
            return replace(file, review_on=day)
        case did.NoticeAnswered():
            return replace(file, answers=(*file.answers, event))
        case did.AdvanceNoticeGiven(on=day):
            return replace(file, answers=(), noticed_on=day)
        case did.ChangeDecided(change=change, decided_on=day):
            title = "Endring av tjenesten" if change.what == "change" else "Avslutning"
            kind = DecisionKind.CHANGE
            made = file.decisions.with_one_more(
                kind,
                title,
                day,
                change.basis,
                (file.grant.offer,),
                grounds=(change.grounds,),
            )
            return replace(file, decisions=made)
        case did.ChangeEffected() if isinstance(stage, Changing):
            return replace(file, before=file.amount, amount=stage.change.amount)
        case did.CareRestored() if not isinstance(stage, Changing | Ended):
            return replace(file, amount=file.before or file.amount, before="")
        case _:
            return file


def _ending(event: did.GrantWithdrawn, file: File) -> did.Change:
    """Return the change that a new decision in the application makes here."""
    return did.Change(
        what="end",
        amount="",
        grounds=event.grounds,
        own_view="",
        from_on=event.from_on,
        necessity="",
        basis=file.grant.basis,
    )


def _documents(file: File, event: documents_did.Event) -> File:
    """Return the file after the event; a refusal is a decision that can be appealed."""
    return replace(
        file,
        access=documents.evolve(file.access, event),
        decisions=file.decisions.with_refusal(event),
    )

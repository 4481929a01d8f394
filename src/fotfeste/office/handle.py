"""The one door through which a case changes."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from fotfeste.access.people import Party
from fotfeste.access.policy import (
    SYSTEM_ID,
    Actor,
    NotAllowedError,
    NotFoundError,
    Relation,
    Role,
    in_capacity,
    may_give,
    may_see,
)
from fotfeste.ledger import log
from fotfeste.ledger.keys import KeyRing
from fotfeste.office import closed, representation
from fotfeste.office.case_row import case_row
from fotfeste.office.tally import Tally, tallied
from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.application import events as application
from fotfeste.procedures.application import stages as application_stages
from fotfeste.procedures.care import events as care
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.consequences import Consequence, consequences
from fotfeste.procedures.documents import events as documents
from fotfeste.procedures.information import events as information
from fotfeste.procedures.kinds import (
    PROCEDURES,
    Case,
    Command,
    Event,
    Kind,
    decide,
    evolve,
    kind_of,
    kinds_for,
    replay,
)
from fotfeste.procedures.person import events as person
from fotfeste.procedures.person.stages import NOTHING_KNOWN
from fotfeste.procedures.person.stages import File as PersonFile
from fotfeste.procedures.remedy import events as remedy
from fotfeste.procedures.report import events as report
from fotfeste.rulebook.book import Rulebook

OSLO = ZoneInfo("Europe/Oslo")
RESERVED = frozenset({SYSTEM_ID, UUID(int=2**128 - 1)})
"""Keys that stand for the system and for nobody; no case has one."""

FOLLOWED: frozenset[type[Event]] = frozenset(
    {
        application.ApplicationReceived,
        application.ApplicationPassed,
        application.ApplicationDismissed,
        application.CaseClosed,
        application.InterviewArranged,
        application.DelayNoticeGiven,
        application.DecisionMade,
        application.CaseReopened,
        information.InformationRequested,
        information.SourceReminded,
        information.InformationPresented,
        information.InformationDisclosed,
        documents.DocumentsGiven,
        documents.AccessRefused,
        remedy.DecisionMadeAvailable,
        remedy.ReminderGiven,
        remedy.GroundsGiven,
        remedy.SuspensionDecided,
        remedy.DecisionCorrected,
        remedy.SupervisionAskedFor,
        appeal.AppealReceived,
        appeal.MendingAskedFor,
        appeal.AppealDelayNoticeGiven,
        appeal.AppealDismissed,
        appeal.AppealForwarded,
        appeal.CostsDecided,
        care.AdvanceNoticeGiven,
        care.ChangeDropped,
        care.ChangeDecided,
        care.CareRestored,
        care.CareEnded,
        report.ReportReceived,
        report.FeedbackGiven,
        person.ConsentAskedFor,
        person.MessageAnswered,
        person.MessageSent,
    }
)
"""Events that a follower of the log does something about; each becomes a job."""


@dataclass(frozen=True, slots=True)
class Office:
    """What every command needs: the clock, the rulebook and the keys, as arguments.

    now: aware; the rules see its date in Norway.
    """

    now: datetime
    book: Rulebook
    keys: KeyRing


@dataclass(frozen=True, slots=True)
class Handled:
    """What came of a command: the case's version after it, and its reference."""

    version: int
    reference: str


def handle(
    command: Command,
    *,
    actor: Actor,
    stream: UUID,
    seen: int,
    office: Office,
    party: Party | None = None,
) -> Handled:
    """Carry out a command, all or nothing, with all it causes in other cases.

    seen:   the version the actor was looking at; 0 opens the case.
    party:  whom the case is about; only when it is opened.
    Raises: NotAllowedError - the actor may not.
            NotFoundError   - there is no such case for the actor.
            Refused         - the law or the procedure says no.
            ConflictError   - the case has changed since `seen`.
    """
    history = _history(command, actor, stream, seen, office)
    whom = Party(history.person, history.wrapped) if history else party
    if history:
        case, known = replay(history.kind, history.events), history.known
    else:
        case, known = _opening(command, actor, stream, whom, office)
    if whom:
        actor = in_capacity(actor, whom.id)
    here = Circumstances(
        office.now.astimezone(OSLO).date(),
        actor.id,
        actor.municipality,
        office.book,
        known,
        whom.id if whom else None,
    )
    _require_allowed(command, actor, case, whom, here)
    if history and history.version != seen:
        raise log.ConflictError
    assert whom  # noqa: S101 - _require_allowed lets nobody open a case about nobody
    events = decide(case, command, here)
    if not events:
        return Handled(seen, history.reference if history else "")
    caused = _caused(stream, case, events)
    is_person = isinstance(events[0], PROCEDURES[Kind.PERSON].events)
    with transaction.atomic() if caused or is_person else nullcontext():
        handled = _record(
            events,
            case,
            actor=actor,
            stream=stream,
            seen=seen,
            office=office,
            whom=whom,
            known=known,
        )
        if is_person:
            _note_about(actor.municipality, whom.id, case, events)
        for consequence in caused:
            _carry_out(consequence.command, consequence.stream, actor, whom, office)
    return handled


def _note_about(
    municipality: str, whom: UUID, case: Case, events: Sequence[Event]
) -> None:
    """Note what lists need of a person's own file: who acts, and who is kept out."""
    representation.note(municipality, whom, events)
    closed.note(municipality, whom, case, events)


def _history(
    command: Command, actor: Actor, stream: UUID, seen: int, office: Office
) -> log.History | None:
    """Return what has happened, or None for a case that is to be opened.

    A new case is not looked for: the log itself refuses to open one twice.
    """
    if seen == 0:
        return None
    history = log.read(actor.municipality, stream, office.keys)
    if history is None:
        raise NotFoundError
    if not isinstance(command, PROCEDURES[history.kind].commands):
        raise NotFoundError
    return history


def _opening(
    command: Command, actor: Actor, stream: UUID, whom: Party | None, office: Office
) -> tuple[Case, PersonFile]:
    """Return the empty case that the command opens, and what is known of the person.

    A person's own file is the case whose key is the person's; no other case has it.
    """
    kind = kinds_for(type(command))[0]
    if whom and (stream == whom.id) is not (kind is Kind.PERSON):
        raise NotFoundError
    if stream in RESERVED:
        raise NotFoundError
    known = NOTHING_KNOWN
    if whom and actor.id != whom.id and actor.role is not Role.SYSTEM:
        known = log.known_of(actor.municipality, whom.id, office.keys)
    return PROCEDURES[kind].start, known


def _caused(stream: UUID, case: Case, events: Sequence[Event]) -> list[Consequence]:
    found: list[Consequence] = []
    for event in events:
        case = evolve(case, event)
        found.extend(consequences(stream, event, case))
    return found


def _require_allowed(
    command: Command,
    actor: Actor,
    case: Case,
    whom: Party | None,
    here: Circumstances,
) -> None:
    relation = Relation(whom.id if whom else None, here.person, here.desk(), here.today)
    if whom is None or not may_give(type(command), actor, relation):
        if actor.role in (Role.CITIZEN, Role.REPRESENTATIVE) and case.file:
            raise NotFoundError
        raise NotAllowedError(type(command).__name__)
    decided = isinstance(case.stage, application_stages.Notified)
    if (
        actor.at_desk
        and case.file
        and not may_see(actor, relation, kind_of(case), decided=decided)
    ):
        raise NotFoundError


def _record(
    events: Sequence[Event],
    case: Case,
    *,
    actor: Actor,
    stream: UUID,
    seen: int,
    office: Office,
    whom: Party,
    known: PersonFile,
) -> Handled:
    """Append the events, with what lists show and count, and the jobs that follow."""
    today = office.now.astimezone(OSLO).date()
    after, counted = case, list[Tally]()
    for event in events:
        counted.extend(tallied(after, event))
        after = evolve(after, event)
    kind = kind_of(after)
    row = case_row(kind, after, known, actor.municipality, office.book, today)
    rows = log.sealed(
        events,
        municipality=actor.municipality,
        stream=stream,
        seen=seen,
        wrapped=whom.wrapped,
        keys=office.keys,
        today=today,
    )
    followed = [
        seen + number
        for number, event in enumerate(events, start=1)
        if type(event) in FOLLOWED
    ]
    rulebook = office.book.fingerprint(actor.municipality)
    with connection.cursor() as cursor:
        cursor.execute(
            _RECORD,
            [
                actor.municipality, stream, seen, kind, whom.id, office.now, today.year,
                actor.id, actor.role, actor.unit, rulebook, rows.ids, rows.names,
                rows.days, rows.contents, row.stage, row.unit, row.is_open,
                row.received_on, row.due_on, row.due_term, row.assignee, row.waits_for,
                row.is_urgent, list(row.meets_on),
                [lack.what for lack in row.lacks], [lack.since for lack in row.lacks],
                [one.month for one in counted], [one.what for one in counted],
                [one.key for one in counted], [one.outcome for one in counted],
                followed,
            ],
        )  # fmt: skip
        recorded = cursor.fetchone()
    if recorded is None:
        raise log.ConflictError
    return Handled(*recorded)


_RECORD = """SELECT version, reference FROM office_record(
    %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s::uuid[], %s::text[], %s::date[],
    %s::bytea[], %s, %s, %s, %s, %s, %s, %s::uuid, %s, %s, %s::date[],
    %s::text[], %s::date[], %s::date[], %s::text[], %s::text[], %s::text[],
    %s::integer[]
)"""


def _carry_out(
    command: Command, stream: UUID, cause: Actor, whom: Party, office: Office
) -> None:
    """Carry out what another case has caused, as the system, on what stands now."""
    system = Actor(cause.municipality, Role.SYSTEM, SYSTEM_ID)
    history = log.read(cause.municipality, stream, office.keys)
    handle(
        command,
        actor=system,
        stream=stream,
        seen=history.version if history else 0,
        office=office,
        party=whom,
    )

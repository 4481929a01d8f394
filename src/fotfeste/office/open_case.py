"""Opening a case to look at it: one door, one question of access."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.access.people import Party
from fotfeste.access.policy import (
    Actor,
    NotFoundError,
    Relation,
    Role,
    in_capacity,
    letters_scopes,
    may_give,
    may_read,
    may_see,
)
from fotfeste.ledger import log
from fotfeste.office.handle import OSLO, Office
from fotfeste.procedures.application import stages as application
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.kinds import (
    Case,
    Command,
    Kind,
    clocks,
    governing_pack,
    received_on,
    replay,
)
from fotfeste.procedures.person.events import Scope
from fotfeste.procedures.possible import weighed
from fotfeste.procedures.refusal import Refused
from fotfeste.rulebook.pack import Pack


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case as somebody sees it: its history, its stage, and what they may do.

    actor: in which capacity they see it.
    pack:  the pack that governs the case.
    may_read, may_see_documents: letters; what is said, found and filed.
    desk:  the pack whose units do the steps today.
    steps: what the actor can do now.
    impossible: what the case is closed to, and why.
    """

    actor: Actor
    history: log.History
    case: Case
    pack: Pack
    desk: Pack
    clocks: tuple[Clock, ...]
    steps: tuple[type[Command], ...]
    impossible: Mapping[type[Command], Refused]
    may_read: bool
    may_see_documents: bool

    @property
    def received_on(self) -> date:
        """Return the day the case arrived."""
        return received_on(self.case)


def open_case(
    actor: Actor, stream: UUID, office: Office, *, in_emergency: bool = False
) -> OpenCase:
    """Return the case, for one who may see it.

    in_emergency: life is at stake, and whoever opens it has said so: then an employee
                  sees what is not theirs to see, and can change nothing in it.
    Raises: NotFoundError - there is none, or none for this actor: the same answer.
    """
    history = log.read(actor.municipality, stream, office.keys)
    if history is None or (in_emergency and not actor.at_desk):
        raise NotFoundError
    return _seen(
        in_capacity(actor, history.person), history, office, in_emergency=in_emergency
    )


def open_person(actor: Actor, party: Party, office: Office) -> OpenCase:
    """Return the person's own file, which may be empty, for one who may see it.

    Raises: NotFoundError - it is not this actor's to see.
    """
    history = log.read(actor.municipality, party.id, office.keys) or log.History(
        actor.municipality, party.id, Kind.PERSON, party.id, "", party.wrapped, ()
    )
    return _seen(in_capacity(actor, party.id), history, office)


def _seen(
    actor: Actor, history: log.History, office: Office, *, in_emergency: bool = False
) -> OpenCase:
    """Return the case as the actor sees it."""
    case = replay(history.kind, history.events)
    here = Circumstances(
        office.now.astimezone(OSLO).date(),
        actor.id,
        actor.municipality,
        office.book,
        history.known,
        history.person,
    )
    relation = Relation(history.person, history.known, here.desk(), here.today)
    decided = isinstance(case.stage, application.Notified)
    sees = may_see(actor, relation, history.kind, decided=decided)
    if not sees and not in_emergency:
        raise NotFoundError
    asked = {} if actor.role is Role.SYSTEM else weighed(case, here)
    open_to = (kind for kind, no in asked.items() if no is None and sees)
    return OpenCase(
        actor,
        history,
        case,
        governing_pack(case, here.municipality, here.book, here.today)
        if case.file
        else relation.desk,
        relation.desk,
        clocks(case, actor.municipality, office.book),
        tuple(kind for kind in open_to if may_give(kind, actor, relation)),
        {kind: no for kind, no in asked.items() if no is not None},
        may_read(actor, relation, *letters_scopes(history.kind)),
        may_read(actor, relation, Scope.DOCUMENTS),
    )

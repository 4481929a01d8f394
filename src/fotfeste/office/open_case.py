"""Opening a case to look at it: one door, one question of access."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.access.policy import Actor, NotFoundError, Role, may_give, may_see
from fotfeste.ledger import log
from fotfeste.office.handle import OSLO, Office
from fotfeste.procedures.application import stages as application
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.kinds import (
    Case,
    Command,
    clocks,
    governed_from,
    received_on,
    replay,
)
from fotfeste.procedures.possible import possible
from fotfeste.rulebook.pack import Pack


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case as somebody sees it: its history, its stage, and what they may do."""

    history: log.History
    case: Case
    pack: Pack
    clocks: tuple[Clock, ...]
    steps: tuple[type[Command], ...]

    @property
    def received_on(self) -> date:
        """Return the day the case arrived."""
        return received_on(self.case)


def open_case(actor: Actor, stream: UUID, office: Office) -> OpenCase:
    """Return the case, for one who may see it.

    Raises: NotFoundError - there is none, or none for this actor: the same answer.
    """
    history = log.read(actor.municipality, stream, office.keys)
    if history is None:
        raise NotFoundError
    case = replay(history.kind, history.events)
    pack = office.book.pack(actor.municipality, governed_from(case))
    decided = isinstance(case.stage, application.Notified)
    if not may_see(actor, history.person, pack, decided=decided):
        raise NotFoundError
    return OpenCase(
        history,
        case,
        pack,
        clocks(case, actor.municipality, office.book),
        _steps(actor, history, case, pack, office),
    )


def _steps(
    actor: Actor, history: log.History, case: Case, pack: Pack, office: Office
) -> tuple[type[Command], ...]:
    """Return what the case is open to and the actor may give."""
    if actor.role is Role.SYSTEM:
        return ()
    today = office.now.astimezone(OSLO).date()
    here = Circumstances(today, actor.id, actor.municipality, office.book)
    return tuple(
        kind
        for kind in possible(case, here)
        if may_give(kind, actor, history.person, pack)
    )

"""Given what has happened, when somebody wants something, then this comes of it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import pytest

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.kinds import Command, Event, Kind, decide, replay
from fotfeste.procedures.person import events as person
from fotfeste.procedures.person import stages as person_stages
from fotfeste.procedures.refusal import RefusalCode, Refused
from fotfeste.rulebook.book import Rulebook

KARI = UUID(int=1)
OLA = UUID(int=2)


@dataclass(frozen=True)
class Spec:
    """A case so far, and the circumstances of the next command."""

    kind: Kind
    here: Circumstances
    history: tuple[Event, ...] = ()
    came: tuple[Event, ...] | None = None
    no: Refused | None = None

    def given(self, *events: Event) -> "Spec":
        return replace(self, history=(*self.history, *events))

    def on(self, today: date) -> "Spec":
        return replace(self, here=replace(self.here, today=today))

    def by(self, who: UUID) -> "Spec":
        return replace(self, here=replace(self.here, by=who))

    def knowing(self, *about: person.Event) -> "Spec":
        """Let this be what holds for the person in every case."""
        file = person_stages.replay(about).opened
        return replace(self, here=replace(self.here, person=file))

    def when(self, command: Command) -> "Spec":
        case = replay(self.kind, self.history)
        try:
            came = tuple(decide(case, command, self.here))
        except Refused as no:
            return replace(self, came=None, no=no)
        replay(self.kind, (*self.history, *came))
        return replace(self, history=(*self.history, *came), came=came, no=None)

    def then(self, *events: Event) -> "Spec":
        assert self.no is None, self.no
        assert self.came == events
        return self

    def then_some(self, *kinds: type[Event]) -> "Spec":
        assert self.no is None, self.no
        assert tuple(type(event) for event in self.came or ()) == kinds
        return self

    def then_refused(self, *codes: RefusalCode) -> "Spec":
        assert self.no is not None, f"not refused: {self.came}"
        assert {lack.code for lack in self.no.lacks} == set(codes)
        return self

    @property
    def case(self):
        return replay(self.kind, self.history)


def spec(book: Rulebook, kind: Kind, municipality: str = "raelingen") -> Spec:
    return Spec(kind, Circumstances(date(2026, 3, 2), KARI, municipality, book))


__all__ = ["KARI", "OLA", "Spec", "pytest", "spec"]

"""What others were asked, and how far it has come."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from uuid import UUID

from fotfeste.procedures.information import events as did

State = Literal["waiting", "answered", "settled"]
"""answered: the party is to be shown it; settled: nothing more is to be done."""


@dataclass(frozen=True, slots=True)
class Request:
    """What one source was asked (innhenting av opplysninger)."""

    key: UUID
    source: str
    state: State
    due_on: date
    answer: str = ""
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class Information:
    """All that others were asked and told in a case (opplysninger).

    shared: who was asked, reminded or let in, and when: each takes a consent that day.
    """

    requests: tuple[Request, ...] = ()
    cooperating: tuple[str, ...] = ()
    shared: tuple[tuple[str, date], ...] = ()

    def source_of(self, request: UUID) -> str:
        """Return who was asked; nobody where there is no such request."""
        return next((r.source for r in self.requests if r.key == request), "")

    def in_state(self, *states: State) -> tuple[Request, ...]:
        """Return the requests in one of the states."""
        return tuple(r for r in self.requests if r.state in states)


NOTHING_ASKED = Information()


def evolve(information: Information, event: did.Event) -> Information:
    """Return the track after one more event. Decides nothing, refuses nothing."""
    match event:
        case did.InformationRequested(request=key, source=source, due_on=due):
            one = Request(key, source, "waiting", due)
            asked = replace(information, requests=(*information.requests, one))
            return _sharing(asked, source, event.on)
        case did.SourceReminded(request=key, due_on=due):
            asked = _with(information, key, due_on=due)
            return _sharing(asked, information.source_of(key), event.on)
        case did.InformationReceived(request=key, answer=answer, on=day):
            return _with(
                information, key, state="answered", answer=answer, answered_on=day
            )
        case (
            did.InformationPresented(request=key) | did.PresentationOmitted(request=key)
        ):
            return _with(information, key, state="settled")
        case did.RequestEnded(request=key):
            return _with(information, key, state="settled")
        case did.CooperationAgreed(service=service):
            both = (*information.cooperating, service)
            shared = replace(information, cooperating=both)
            return _sharing(shared, service, event.on)
        case did.InformationDisclosed():
            return information


def _sharing(information: Information, source: str, on: date) -> Information:
    return replace(information, shared=(*information.shared, (source, on)))


def _with(information: Information, key: UUID, **changes: object) -> Information:
    return replace(
        information,
        requests=tuple(
            replace(r, **changes) if r.key == key else r  # type: ignore[arg-type]
            for r in information.requests
        ),
    )

"""What has happened to decisions after they were made.

number: which of the case's decisions, the first is 1.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.procedures.channel import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMadeAvailable:
    """The party can read the decision, and the appeal period runs (klagefrist).

    on:        the day it was available and the notice sent, or reached the party.
    appeal_by: last day in time, inclusive; always a working day.
    basis:     the provisions that day rests on, the governing one first.
    body:      what the appellate instance was called that day.
    posted:    whether the letter went on paper.
    """

    on: date
    appeal_by: date
    basis: tuple[str, ...]
    body: str
    number: int = 1
    posted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderGiven:
    """The party was told once more of a decision not opened (ny underretning)."""

    number: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionOpened:
    """The party opened the decision; nothing depends on it (åpnet vedtak)."""

    on: date
    number: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundsAskedFor:
    """The party asked for the grounds (begrunnelse).

    in_time: whether the appeal period was running; then the request interrupts it.
    """

    number: int
    words: str
    on: date
    in_time: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundsGiven:
    """The party was given the grounds (begrunnelse).

    on:        the day they reached the party.
    appeal_by: last day to appeal, inclusive: new where the request was in time.
    """

    number: int
    grounds: str
    on: date
    appeal_by: date
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionAppealed:
    """The party appealed the decision; the appeal is a case of its own (klage).

    sent_on: the day it left the party's hands; decides whether it is in time.
    parts:   the services it is about; empty means all.
    """

    appeal: UUID
    sent_on: date
    channel: Channel
    dissatisfied_with: str
    change_wanted: str
    why_late: str
    decided_on: date
    appeal_by: date
    body: str
    name: str
    number: int = 1
    title: str = ""
    parts: tuple[str, ...] = ()
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealEnded:
    """The appeal is over, so that the decision can be appealed again (klage)."""

    appeal: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealSettled:
    """The appeal is decided, and the decision stands; nothing waits for it (klage)."""

    appeal: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionAskedFor:
    """The party asked that the decision waits for the appeal (utsatt iverksetting)."""

    number: int
    words: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionDecided:
    """It was decided whether the decision waits (utsatt iverksetting)."""

    number: int
    granted: bool
    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCorrected:
    """A plain error in the decision was corrected; its content stands (retting)."""

    number: int
    was: str
    corrected: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionAskedFor:
    """The party asked that a breach of duty is looked into (tilsyn).

    body: what the supervising authority was called that day.
    """

    words: str
    on: date
    body: str


Event = (
    DecisionMadeAvailable
    | ReminderGiven
    | DecisionOpened
    | GroundsAskedFor
    | GroundsGiven
    | DecisionAppealed
    | AppealEnded
    | AppealSettled
    | SuspensionAskedFor
    | SuspensionDecided
    | DecisionCorrected
    | SupervisionAskedFor
)

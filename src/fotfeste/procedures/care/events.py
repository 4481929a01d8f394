"""What has happened in a service that is given."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from fotfeste.procedures.documents.events import Event as DocumentsEvent
from fotfeste.procedures.information.events import InformationDisclosed
from fotfeste.procedures.remedy.events import Event as RemedyEvent


class Ending(StrEnum):
    """Why a service ended (avslutning)."""

    DECISION = "decision"
    PERIOD = "period"
    WISH = "wish"
    MOVED = "moved"
    DEATH = "death"


@dataclass(frozen=True, slots=True, kw_only=True)
class CareGranted:
    """A service is to be given, by a decision or where none is needed (tjeneste).

    application: the case of the decision; None where no decision is needed.
    starts_on:   first day.
    ends_on:     last day, inclusive; None for the time being.
    review_on:   when the need is assessed again.
    posted:      whether the party gets letters on paper.
    """

    application: UUID | None
    offer: str
    name: str
    basis: tuple[str, ...]
    amount: str
    starts_on: date
    ends_on: date | None
    review_on: date
    party: str
    address: str
    posted: bool
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CareStarted:
    """The service was given for the first time (tjeneste)."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMade:
    """What the service is to lead to was agreed with the person (plan)."""

    own_words: str
    goals: str
    measures: str
    took_part: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentMade:
    """A day and a place were agreed (avtale)."""

    appointment: UUID
    day: date
    at: str
    place: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentCancelled:
    """The agreed day does not suit (avtale)."""

    appointment: UUID
    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedReviewed:
    """The need was assessed again, and the service goes on (ny vurdering).

    review_on: when it is assessed the next time.
    """

    own_words: str
    assessment: str
    review_on: date
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceNoticeGiven:
    """The party was told beforehand of a change, and can comment (forhåndsvarsel).

    comment_by: last day the municipality waits for, inclusive.
    """

    what: Literal["change", "end"]
    proposal: str
    reason: str
    comment_by: date
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeAnswered:
    """The party said what they think of it (uttalelse)."""

    words: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDropped:
    """The service goes on as it was; nothing is changed (forhåndsvarsel)."""

    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is decided about a running service (endring).

    from_on:   first day it holds.
    necessity: why it cannot wait until the appeal period is over; empty if it waits.
    """

    what: Literal["change", "end"]
    amount: str
    grounds: str
    own_view: str
    from_on: date
    necessity: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeProposed:
    """Somebody proposed a change that another must approve (endring)."""

    change: Change
    by: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeReturned:
    """The proposed change was sent back with a comment (retur)."""

    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDecided:
    """The change was decided; it can be appealed (endring)."""

    change: Change
    decided_on: date
    proposed_by: UUID
    approved_by: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEffected:
    """The change was put into effect (endring)."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantWithdrawn:
    """The decision was made again, and the service is no longer granted (tjeneste).

    from_on: first day without it, when the new decision can no longer be appealed.
    """

    grounds: str
    from_on: date
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CareRestored:
    """The change fell away after an appeal; the service is as before (tjeneste)."""

    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CareEnded:
    """The service has ended, and why (avslutning)."""

    ending: Ending
    reason: str
    on: date


Event = (
    CareGranted
    | CareStarted
    | PlanMade
    | AppointmentMade
    | AppointmentCancelled
    | NeedReviewed
    | AdvanceNoticeGiven
    | NoticeAnswered
    | ChangeDropped
    | ChangeProposed
    | ChangeReturned
    | ChangeDecided
    | ChangeEffected
    | GrantWithdrawn
    | CareRestored
    | CareEnded
    | InformationDisclosed
    | DocumentsEvent
    | RemedyEvent
)

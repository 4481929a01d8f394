"""What has happened about information from others and to others."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRequested:
    """A source was asked, on the person's consent (innhenting av opplysninger).

    due_on: when the source was asked to have answered.
    """

    request: UUID
    source: str
    what: str
    why: str
    due_on: date
    consent: UUID
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReminded:
    """The source was asked again (purring)."""

    request: UUID
    due_on: date
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationReceived:
    """The source has answered (innhenting av opplysninger)."""

    request: UUID
    answer: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationPresented:
    """The party was shown what had come in, and can comment (foreleggelse).

    comment_by: last day the municipality waits for, inclusive.
    """

    request: UUID
    comment_by: date
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentationOmitted:
    """The party is not shown what came in, for a reason the law has (foreleggelse)."""

    request: UUID
    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEnded:
    """The answer is no longer waited for (innhenting av opplysninger)."""

    request: UUID
    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationDisclosed:
    """Somebody was told without consent, on a ground the law names (varsling).

    basis:  the provision that gave the ground.
    silent: why the party is not told of it; empty where they are.
    """

    ground: Literal["children", "pregnancy", "emergency"]
    basis: str
    recipient: str
    what: str
    why: str
    on: date
    silent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperationAgreed:
    """Another service works on the case too, on the person's consent (samarbeid)."""

    service: str
    consent: UUID
    on: date


Event = (
    InformationRequested
    | SourceReminded
    | InformationReceived
    | InformationPresented
    | PresentationOmitted
    | RequestEnded
    | InformationDisclosed
    | CooperationAgreed
)

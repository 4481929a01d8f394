"""What has happened in an application."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

Channel = Literal["online", "paper", "telephone", "counter"]


class Outcome(StrEnum):
    """What was decided for one service (utfall)."""

    GRANT = "grant"
    PART = "part"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationContent:
    """What the applicant said, in their own words (søknad).

    wants: keys of the offers applied for; at least one.
    stay:  whether they live in the municipality or are staying there.
    """

    name: str
    wants: tuple[str, ...]
    situation: str
    stay: Literal["lives", "stays"]
    wishes: str = ""
    urgent: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    safe_contact: str = ""
    interpreter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDecision:
    """What was decided for one service, with all the letter must say (vedtak).

    basis:     the provisions it was decided under, the governing one first.
    starts_on: first day; None for a refusal.
    ends_on:   last day, inclusive; None for the time being.
    review_on: when the need is assessed again; None only for a refusal.
    """

    offer: str
    name: str
    outcome: Outcome
    basis: tuple[str, ...]
    grounds: str
    amount: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    review_on: date | None = None
    price: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision on each requested service, and how it was reached (vedtak).

    own_view:      what the person means, and what weight it was given.
    other_support: what one can get instead when everything is refused.
    """

    services: tuple[ServiceDecision, ...]
    how_reached: str
    took_part: str
    own_view: str
    other_support: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationReceived:
    """An application came in (søknad).

    received_on: the day it arrived; the month of fvl § 11 a runs from it.
    """

    application: ApplicationContent
    channel: Channel
    received_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewArranged:
    """The person was invited to a mapping interview (kartleggingssamtale)."""

    on: date
    at: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewHeld:
    """The mapping interview was held, and what came of it (kartleggingssamtale)."""

    on: date
    took_part: str
    own_words: str
    goals: str = ""
    values: str = ""
    resources: str = ""
    coping: str = ""
    network: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewMissed:
    """The mapping interview did not take place (kartleggingssamtale)."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRecorded:
    """A criterion was assessed, with reason and evidence (funn)."""

    criterion: str
    name: str
    outcome: Literal["met", "partly", "not-met"]
    reason: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentReceived:
    """The party commented on the case (uttalelse)."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayNoticeGiven:
    """The party was told why it takes time, and when to expect it (forsinkelse).

    due_on: the last day the notice could be given.
    """

    reason: str
    expected_on: date
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionProposed:
    """Somebody proposed a decision that another must approve (forslag til vedtak)."""

    decision: Decision
    by: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReturned:
    """The proposed decision was sent back with a comment (retur)."""

    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMade:
    """The decision was made (vedtak)."""

    decision: Decision
    decided_on: date
    proposed_by: UUID
    approved_by: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMadeAvailable:
    """The party can read the decision, and the appeal period runs (klagefrist).

    on:        the day it was available and the notice sent, or reached the party.
    appeal_by: last day in time, inclusive; always a working day.
    basis:     the provisions that day rests on, the governing one first.
    body:      what the appellate instance was called that day.
    """

    on: date
    appeal_by: date
    basis: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionOpened:
    """The party opened the decision; nothing depends on it (åpnet vedtak)."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionAppealed:
    """The party appealed the decision; the appeal is a case of its own (klage).

    sent_on: the day it left the party's hands; decides whether it is in time.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealEnded:
    """The appeal was dismissed, so that the dismissal can be appealed (klage)."""

    appeal: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReopened:
    """The case was opened again after an appeal (gjenåpning)."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationWithdrawn:
    """The party withdrew the application (trukket søknad)."""

    reason: str


Event = (
    ApplicationReceived
    | InterviewArranged
    | InterviewHeld
    | InterviewMissed
    | FindingRecorded
    | CommentReceived
    | DelayNoticeGiven
    | DecisionProposed
    | DecisionReturned
    | DecisionMade
    | DecisionMadeAvailable
    | DecisionOpened
    | DecisionAppealed
    | AppealEnded
    | CaseReopened
    | ApplicationWithdrawn
)

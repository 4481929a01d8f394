"""What has happened in an application."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from fotfeste.procedures.channel import Channel
from fotfeste.procedures.documents.events import Event as DocumentsEvent
from fotfeste.procedures.information.events import Event as InformationEvent
from fotfeste.procedures.interview import InterviewContent, Part
from fotfeste.procedures.person.events import Avoid
from fotfeste.procedures.remedy.events import Event as RemedyEvent

Role = Literal["self", "kin"]
"""For whose own sake somebody applies: their own need, or that of next of kin."""

Closing = Literal["death", "moved", "no-contact"]
"""Why a case is closed without a decision and without being withdrawn."""


class Outcome(StrEnum):
    """What was decided for one service (utfall)."""

    GRANT = "grant"
    PART = "part"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationContent:
    """What the applicant said, in their own words (søknad).

    wants:     keys of the offers applied for; at least one.
    stay:      whether they live in the municipality or are staying there.
    role:      "kin" where next of kin apply for support of their own.
    helper:    who helped to fill it in; needs no power of attorney.
    sender:    the service that referred, where one did.
    protected: whether the address is protected and must not be shown.
    avoid:     what is not safe when the municipality makes contact.
    children:  about children in the home.
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
    role: Role = "self"
    helper: str = ""
    sender: str = ""
    protected: bool = False
    avoid: tuple[Avoid, ...] = ()
    adaptation: str = ""
    children: str = ""


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

    own_view:      what the person means.
    weight:        what that had to say for the decision.
    other_support: what one can get instead when everything is refused.
    """

    services: tuple[ServiceDecision, ...]
    how_reached: str
    took_part: str
    own_view: str
    other_support: str = ""
    weight: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationReceived:
    """An application came in (søknad).

    received_on: the day it arrived; the month of fvl § 11 a runs from it.
    confirmed:   false while a helper has filled it in and the person has not said yes.
    first_unit:  who in the municipality got it first, where that was the wrong unit.
    first_on:    the day of the first low-threshold contact, where there was one.
    """

    application: ApplicationContent
    channel: Channel
    received_on: date
    confirmed: bool = True
    first_unit: str = ""
    first_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationConfirmed:
    """The person said yes to what a helper had filled in (søknad)."""

    how: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationPassed:
    """It was for somebody else, and was passed on; the sender is told (søknad)."""

    recipient: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDismissed:
    """The case was dismissed without deciding on it; can be appealed (avvisning)."""

    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed:
    """The case was closed without a decision (avslutning)."""

    closing: Closing
    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewArranged:
    """The person was invited to a mapping interview (kartleggingssamtale)."""

    on: date
    at: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewHeld(InterviewContent):
    """The mapping interview was held, and what came of it (kartleggingssamtale)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewCorrected:
    """The person said that something in an interview is not right (retting).

    What was written stands; the correction stands beside it (hpl § 42).
    interview: which of the case's interviews, from 1.
    """

    interview: int
    part: Part
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewMissed:
    """The mapping interview did not take place (kartleggingssamtale)."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewCancelled:
    """The person told beforehand that the time does not suit (kartleggingssamtale)."""

    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRecorded:
    """A criterion was assessed, with reason and evidence (funn).

    offer:    the service it is about; empty when it is about the person.
    own_view: what the person means about it, in their words.
    """

    criterion: str
    name: str
    outcome: Literal["met", "partly", "not-met"]
    reason: str
    evidence: str
    offer: str = ""
    own_view: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Return what was assessed: the criterion, and the service it is about."""
        return self.criterion, self.offer


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
class CaseReopened:
    """The case was opened again (gjenåpning).

    cause:      an appeal, the municipality's own initiative, or a case taken up again.
    comment_by: last day the party is waited for, inclusive, where they are heard.
    """

    on: date
    reason: str
    cause: Literal["appeal", "own-initiative", "taken-up"] = "appeal"
    comment_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationWithdrawn:
    """The party withdrew the application (trukket søknad)."""

    reason: str


Event = (
    ApplicationReceived
    | ApplicationConfirmed
    | ApplicationPassed
    | ApplicationDismissed
    | CaseClosed
    | InterviewArranged
    | InterviewHeld
    | InterviewCorrected
    | InterviewMissed
    | InterviewCancelled
    | FindingRecorded
    | CommentReceived
    | DelayNoticeGiven
    | DecisionProposed
    | DecisionReturned
    | DecisionMade
    | CaseReopened
    | ApplicationWithdrawn
    | InformationEvent
    | DocumentsEvent
    | RemedyEvent
)

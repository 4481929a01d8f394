"""What somebody may want in an application."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from fotfeste.procedures.application.events import ApplicationContent, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitApplication:
    """Apply, by the person (søknad)."""

    application: ApplicationContent


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterApplication:
    """Register an application that came outside the net (søknad).

    arrived_on: the day it came; today or before.
    """

    application: ApplicationContent
    channel: Literal["paper", "telephone", "counter"]
    arrived_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeInterview:
    """Invite to a mapping interview (kartleggingssamtale)."""

    on: date
    at: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInterview:
    """Write down the mapping interview, in the person's words (kartleggingssamtale)."""

    on: date
    took_part: str
    own_words: str
    goals: str = ""
    values: str = ""
    resources: str = ""
    coping: str = ""
    network: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMissedInterview:
    """Write down that the mapping interview did not happen (kartleggingssamtale)."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found on a criterion, with reason and evidence (funn)."""

    criterion: str
    outcome: Literal["met", "partly", "not-met"]
    reason: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFindings:
    """Assess one or more criteria (funn)."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentOnCase:
    """Comment on the case, by the party (uttalelse)."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveDelayNotice:
    """Tell the party why it takes time and when to expect it (forsinkelse)."""

    reason: str
    expected_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceProposal:
    """What is proposed for one service (forslag til vedtak)."""

    offer: str
    outcome: Outcome
    grounds: str
    amount: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeDecision:
    """Propose what to decide for each requested service (forslag til vedtak)."""

    services: tuple[ServiceProposal, ...]
    how_reached: str
    took_part: str
    own_view: str
    other_support: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveDecision:
    """Approve what another has proposed (godkjenning av vedtak)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnDecision:
    """Send back what another has proposed, with a comment (retur)."""

    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeDecisionAvailable:
    """Let the party read the decision; starts the appeal period (klagefrist)."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDecision:
    """Open the decision, by the party (åpnet vedtak)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealDecision:
    """Appeal the decision, by the party (klage).

    appeal: the key the appeal's own case will have.
    """

    appeal: UUID
    dissatisfied_with: str
    change_wanted: str
    why_late: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAppeal:
    """Register an appeal that came outside the net (klage).

    sent_on: the day it was posted, told or handed in; today or before.
    """

    appeal: UUID
    channel: Literal["paper", "telephone", "counter"]
    sent_on: date
    dissatisfied_with: str
    change_wanted: str
    why_late: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAppeal:
    """Let go of an appeal that was dismissed; caused by the dismissal (klage)."""

    appeal: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenCase:
    """Open the case again after an appeal (gjenåpning)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawApplication:
    """Withdraw the application, by the party (trukket søknad)."""

    reason: str = ""


Command = (
    SubmitApplication
    | RegisterApplication
    | ArrangeInterview
    | RecordInterview
    | RecordMissedInterview
    | RecordFindings
    | CommentOnCase
    | GiveDelayNotice
    | ProposeDecision
    | ApproveDecision
    | ReturnDecision
    | MakeDecisionAvailable
    | OpenDecision
    | AppealDecision
    | RegisterAppeal
    | EndAppeal
    | ReopenCase
    | WithdrawApplication
)

"""What somebody may want in an appeal."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.procedures.appeal.events import Channel, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAppeal:
    """Open the case of an appeal; caused by the appeal in the application (klage)."""

    case: UUID
    name: str
    decided_on: date
    appeal_by: date
    body: str
    sent_on: date
    channel: Channel
    dissatisfied_with: str
    change_wanted: str
    why_late: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmitLateAppeal:
    """Take up a late appeal all the same, with the reason (klage)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissAppeal:
    """Dismiss a late appeal, with the reason (avvisning)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpholdDecision:
    """Uphold the decision, with a statement on the appeal (opprettholdt vedtak)."""

    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseDecision:
    """Reverse the decision, with the reason; opens the case again (omgjort vedtak)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardAppeal:
    """Send the appeal on, with all documents (klage)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOutcome:
    """Record what the appellate instance came to (utfall).

    decided_on: the day of its decision; today or before, not before the forwarding.
    """

    outcome: Outcome
    decided_on: date
    summary: str


Command = (
    OpenAppeal
    | AdmitLateAppeal
    | DismissAppeal
    | UpholdDecision
    | ReverseDecision
    | ForwardAppeal
    | RecordOutcome
)

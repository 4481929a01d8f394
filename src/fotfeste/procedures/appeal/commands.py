"""What somebody may want in an appeal."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.procedures.appeal.events import Outcome
from fotfeste.procedures.channel import Channel
from fotfeste.procedures.documents.commands import Command as DocumentsCommand
from fotfeste.procedures.remedy.commands import Command as RemedyCommand


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
    number: int
    title: str
    parts: tuple[str, ...]
    received_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForMending:
    """Ask the party to mend what the appeal lacks, by a day (retting av klage)."""

    defects: str
    mend_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MendAppeal:
    """Mend what the appeal lacks (retting av klage)."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentOnAppeal:
    """Say more about the appeal, by the party (uttalelse)."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAppealDelayNotice:
    """Tell the party why the appeal takes time (forsinkelse)."""

    reason: str
    expected_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawAppeal:
    """Withdraw the appeal, by the party (trukket klage)."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmitLateAppeal:
    """Take up a late appeal all the same, with the reason (klage)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissAppeal:
    """Dismiss an appeal that is late or not mended, with the reason (avvisning)."""

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
class ReversePart:
    """Reverse a part and uphold the rest, with a statement (omgjort vedtak)."""

    reason: str
    statement: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCosts:
    """Claim what it cost to have the decision changed (sakskostnader)."""

    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideCosts:
    """Decide the claim, with the reason (sakskostnader).

    covered: what is covered; empty when nothing is.
    """

    reason: str
    covered: str = ""


Command = (
    OpenAppeal
    | AskForMending
    | MendAppeal
    | CommentOnAppeal
    | GiveAppealDelayNotice
    | WithdrawAppeal
    | AdmitLateAppeal
    | DismissAppeal
    | UpholdDecision
    | ReverseDecision
    | ReversePart
    | ForwardAppeal
    | RecordOutcome
    | ClaimCosts
    | DecideCosts
    | DocumentsCommand
    | RemedyCommand
)

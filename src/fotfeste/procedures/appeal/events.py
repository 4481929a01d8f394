"""What has happened in an appeal."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from fotfeste.procedures.channel import Channel
from fotfeste.procedures.documents.events import Event as DocumentsEvent
from fotfeste.procedures.remedy.events import Event as RemedyEvent


class Outcome(StrEnum):
    """What the appellate instance came to (utfall)."""

    UPHELD = "upheld"
    CHANGED = "changed"
    SET_ASIDE = "set-aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealReceived:
    """An appeal came in, and was found in time or late (klage).

    case:        the application or service whose decision is appealed.
    number:      which of its decisions, and `title` what it is called.
    parts:       the services it is about; empty means all.
    received_on: the day the municipality had it.
    sent_on:     the day it left the party's hands; decides timeliness (fvl § 30).
    appeal_by:   last day in time, inclusive (klagefrist).
    in_time:     what was found then; never worked out again.
    """

    case: UUID
    name: str
    decided_on: date
    appeal_by: date
    body: str
    received_on: date
    sent_on: date
    channel: Channel
    dissatisfied_with: str
    change_wanted: str
    why_late: str
    in_time: bool
    number: int = 1
    title: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MendingAskedFor:
    """The party was asked to mend what the appeal lacks (retting av klage).

    mend_by: last day, inclusive.
    """

    defects: str
    mend_by: date
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealMended:
    """The party has mended what the appeal lacked (retting av klage)."""

    words: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealCommented:
    """The party said more about the appeal (uttalelse)."""

    words: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealDelayNoticeGiven:
    """The party was told why the appeal takes time (forsinkelse)."""

    reason: str
    expected_on: date
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealWithdrawn:
    """The party withdrew the appeal (trukket klage)."""

    case: UUID
    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LateAppealAdmitted:
    """A late appeal was taken up all the same, with the reason (klage)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealDismissed:
    """A late appeal was dismissed, which can itself be appealed (avvisning)."""

    case: UUID
    reason: str
    on: date
    appeal_by: date
    basis: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionUpheld:
    """The municipality upheld its decision, with a statement (opprettholdt vedtak)."""

    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReversed:
    """The municipality reversed its decision (omgjort vedtak)."""

    case: UUID
    reason: str
    on: date
    number: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPartlyReversed:
    """The municipality reversed a part, and upheld the rest (omgjort vedtak)."""

    case: UUID
    reason: str
    statement: str
    on: date
    number: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealForwarded:
    """The appeal went to the appellate instance, with a copy to the party (klage)."""

    on: date
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRecorded:
    """The appellate instance has decided the appeal (utfall)."""

    case: UUID
    outcome: Outcome
    decided_on: date
    summary: str
    number: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsClaimed:
    """The party claims what it cost to have the decision changed (sakskostnader).

    decided_by: who decides the claim: whoever changed the decision; empty is us.
    """

    claim: str
    decided_by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsDecided:
    """The claim was decided, which can be appealed (sakskostnader)."""

    covered: str
    reason: str
    on: date


Event = (
    AppealReceived
    | MendingAskedFor
    | AppealMended
    | AppealCommented
    | AppealDelayNoticeGiven
    | AppealWithdrawn
    | LateAppealAdmitted
    | AppealDismissed
    | DecisionUpheld
    | DecisionReversed
    | DecisionPartlyReversed
    | AppealForwarded
    | OutcomeRecorded
    | CostsClaimed
    | CostsDecided
    | DocumentsEvent
    | RemedyEvent
)

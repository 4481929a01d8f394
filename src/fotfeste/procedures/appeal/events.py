"""What has happened in an appeal."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

Channel = Literal["online", "paper", "telephone", "counter"]


class Outcome(StrEnum):
    """What the appellate instance came to (utfall)."""

    UPHELD = "upheld"
    CHANGED = "changed"
    SET_ASIDE = "set-aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealReceived:
    """An appeal came in, and was found in time or late (klage).

    case:        the application whose decision is appealed.
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


Event = (
    AppealReceived
    | LateAppealAdmitted
    | AppealDismissed
    | DecisionUpheld
    | DecisionReversed
    | AppealForwarded
    | OutcomeRecorded
)

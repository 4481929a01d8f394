"""What somebody may want about a decision that is made.

number: which of the case's decisions; 0 is the latest the party has been told of.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeDecisionAvailable:
    """Let the party read the decision; starts the appeal period (klagefrist)."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDecision:
    """Open the decision, by the party (åpnet vedtak)."""

    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveReminder:
    """Tell the party once more of a decision not opened (ny underretning)."""

    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForGrounds:
    """Ask for the grounds, or for fuller ones, by the party (begrunnelse)."""

    words: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveGrounds:
    """Give the grounds that were asked for (begrunnelse)."""

    grounds: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealDecision:
    """Appeal the decision or a part of it, by the party (klage).

    appeal: the key the appeal's own case will have.
    """

    appeal: UUID
    dissatisfied_with: str
    change_wanted: str
    why_late: str = ""
    parts: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAppeal:
    """Register an appeal that came outside the net, or was told (klage).

    sent_on:    the day it was posted, told or handed in; today or before.
    arrived_on: the day the municipality had it; None where it is the same day.
    """

    appeal: UUID
    channel: Literal["paper", "telephone", "counter"]
    sent_on: date
    dissatisfied_with: str
    change_wanted: str
    why_late: str = ""
    parts: tuple[str, ...] = ()
    arrived_on: date | None = None
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAppeal:
    """Let go of an appeal that is over; caused by its end (klage)."""

    appeal: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleAppeal:
    """Note that the decision stands after the appeal; caused by its result (klage)."""

    appeal: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenDecision:
    """Decide again what was appealed; caused by the appeal's result (gjenåpning)."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForSuspension:
    """Ask that the decision waits for the appeal (utsatt iverksetting)."""

    words: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideSuspension:
    """Decide whether the decision waits for the appeal (utsatt iverksetting)."""

    granted: bool
    reason: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectDecision:
    """Correct a plain error in a decision that is sent (retting)."""

    was: str
    corrected: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForSupervision:
    """Ask that a breach of duty is looked into, by the party (tilsyn)."""

    words: str


Command = (
    MakeDecisionAvailable
    | GiveReminder
    | OpenDecision
    | AskForGrounds
    | GiveGrounds
    | AppealDecision
    | RegisterAppeal
    | EndAppeal
    | SettleAppeal
    | ReopenDecision
    | AskForSuspension
    | DecideSuspension
    | CorrectDecision
    | AskForSupervision
)

"""What somebody may want about a report of worry."""

from dataclasses import dataclass
from datetime import date

from fotfeste.procedures.report.events import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitReport:
    """Report that one worries about somebody close (melding)."""

    reporter: str
    about: str
    tie: str
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterReport:
    """Register a report that came outside the net (melding)."""

    reporter: str
    about: str
    tie: str
    words: str
    arrived_on: date
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInvestigation:
    """Record what the municipality found and considered (melding)."""

    assessment: str
    result: Result


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveFeedback:
    """Tell whoever reported that it is done (tilbakemelding)."""

    words: str


Command = SubmitReport | RegisterReport | RecordInvestigation | GiveFeedback

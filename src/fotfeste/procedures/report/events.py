"""What has happened about a report of worry."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Result = Literal["help-offered", "coercion-considered", "nothing-further"]
"""What the investigation led to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReceived:
    """Next of kin reported that they worry (melding).

    reporter: who reported; the case is theirs, and nobody else sees it from outside.
    about:    whom they worry about.
    tie:      what they are to each other.
    posted:   whether the reporter gets letters on paper.
    """

    reporter: str
    address: str
    about: str
    tie: str
    words: str
    posted: bool
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportInvestigated:
    """The municipality has looked into it, and considered what to do (melding)."""

    assessment: str
    result: Result
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackGiven:
    """Whoever reported was told that it is done (tilbakemelding)."""

    words: str
    on: date


Event = ReportReceived | ReportInvestigated | FeedbackGiven

"""What has happened about a person, whatever the case."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

Ground = Literal["written", "lawyer", "guardian", "future-power"]
"""What a representative's right to act rests on (fvl § 12, vergemålsloven)."""

Language = Literal["nb", "nn", "en"]
"""A language that letters are written in, by BCP 47."""

Tie = Literal["party", "kin", "colleague", "other"]
"""Why an employee is disqualified (fvl § 6)."""


Avoid = Literal["letters", "voicemail", "messages", "name"]
"""What can be unsafe: letters home, voicemail, messages, saying who calls."""


class Scope(StrEnum):
    """What a representative may do (fullmakt)."""

    APPLY = "apply"
    LETTERS = "letters"
    DOCUMENTS = "documents"
    ATTEND = "attend"
    APPEAL = "appeal"


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerOfAttorneyGiven:
    """Somebody may act for the person, within what was given (fullmakt).

    representative: whom the municipality knows them as.
    valid_to:       last day, inclusive; None until it is revoked.
    copies:         whether the party gets a copy of what the representative gets.
    mandate:        what a guardian's mandate says; empty for others.
    """

    power: UUID
    representative: UUID
    name: str
    address: str
    ground: Ground
    scopes: tuple[Scope, ...]
    valid_from: date
    valid_to: date | None
    copies: bool
    mandate: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerOfAttorneyRevoked:
    """Somebody may no longer act for the person, from now on (fullmakt)."""

    power: UUID
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven:
    """The person lets one source tell, or one recipient know (samtykke).

    source:   from whom, or to whom.
    fields:   about what.
    valid_to: last day, inclusive.
    """

    consent: UUID
    source: str
    purpose: str
    fields: str
    valid_from: date
    valid_to: date
    how: Literal["online", "written", "oral"]
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAskedFor:
    """The municipality asked for a consent, and said what follows from a no (samtykke).

    valid_to: how long the consent would hold; last day, inclusive.
    needed:   why sound help cannot be given without it; empty where it can.
    """

    consent: UUID
    source: str
    purpose: str
    fields: str
    valid_to: date
    needed: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRefused:
    """The person said no to what the municipality asked (samtykke)."""

    consent: UUID
    source: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWithdrawn:
    """The person has taken a consent back, from now on (samtykke)."""

    consent: UUID
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeDisqualified:
    """An employee cannot act in the person's cases (inhabil ansatt)."""

    employee: UUID
    tie: Tie
    explanation: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DisqualificationEnded:
    """What disqualified the employee was a mistake, or is over (inhabilitet)."""

    employee: UUID
    explanation: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWished:
    """The person said how it is safe to reach them (kontakt).

    avoid:    what is not safe.
    words:    what else one must know of.
    language: of the letters to them.
    """

    phone: str
    email: str
    avoid: tuple[Avoid, ...]
    words: str
    on: date
    language: Language = "nb"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageReceived:
    """The person wrote to the service (beskjed)."""

    message: UUID
    words: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageAnswered:
    """The person was answered (beskjed)."""

    message: UUID
    words: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSettled:
    """What the person wrote needed no answer (beskjed)."""

    message: UUID
    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSent:
    """The service wrote to the person (beskjed)."""

    words: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyNoted:
    """What one must know before one visits the person (trygghet ved hjemmebesøk)."""

    words: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyNoteEnded:
    """What was noted before visits no longer holds (trygghet ved hjemmebesøk)."""

    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleClosed:
    """Only the employees named may see the person's cases (lukket krets).

    employees: by key; whoever closed the circle is one of them.
    """

    employees: tuple[UUID, ...]
    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleOpened:
    """Whoever has to do with the person may see their cases again (lukket krets)."""

    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessBarred:
    """The person keeps an employee from their cases (sperring).

    Law: pjl § 17, hpl § 29.
    """

    employee: UUID
    name: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BarLifted:
    """The person lets the employee see their cases again (sperring)."""

    employee: UUID
    on: date


Event = (
    PowerOfAttorneyGiven
    | PowerOfAttorneyRevoked
    | ConsentGiven
    | ConsentAskedFor
    | ConsentRefused
    | ConsentWithdrawn
    | ContactWished
    | MessageReceived
    | MessageAnswered
    | MessageSettled
    | MessageSent
    | EmployeeDisqualified
    | DisqualificationEnded
    | SafetyNoted
    | SafetyNoteEnded
    | CircleClosed
    | CircleOpened
    | AccessBarred
    | BarLifted
)

"""What somebody may want about a person, whatever the case."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from fotfeste.procedures.person.events import Avoid, Ground, Language, Scope, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class GivePowerOfAttorney:
    """Let somebody act for the person (fullmakt).

    born_on:     the representative's birth date where it is known.
    is_employee: whether they work where the case is handled.
    """

    power: UUID
    representative: UUID
    name: str
    ground: Ground
    scopes: tuple[Scope, ...]
    valid_from: date
    valid_to: date | None = None
    address: str = ""
    copies: bool = True
    mandate: str = ""
    born_on: date | None = None
    is_employee: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokePowerOfAttorney:
    """Let somebody no longer act for the person (fullmakt)."""

    power: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveConsent:
    """Let one source tell, or one recipient know (samtykke)."""

    consent: UUID
    source: str
    purpose: str
    fields: str
    valid_to: date
    how: Literal["online", "written", "oral"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForConsent:
    """Ask the person to let one source tell, or one recipient know (samtykke).

    needed: why sound help cannot be given without it; empty where help does not depend
            on it, which is nearly always.
    """

    consent: UUID
    source: str
    purpose: str
    fields: str
    valid_to: date
    needed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConsent:
    """Say yes or no to what the municipality has asked (samtykke)."""

    consent: UUID
    answer: Literal["yes", "no"]
    how: Literal["online", "written", "oral"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawConsent:
    """Take a consent back (samtykke)."""

    consent: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DisqualifyEmployee:
    """Record that an employee cannot act in the person's cases (inhabil ansatt)."""

    employee: UUID
    tie: Tie
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDisqualification:
    """Record that an employee can act again, and why (inhabilitet)."""

    employee: UUID
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WishContact:
    """Say how it is safe to reach one, and in which language (kontakt)."""

    phone: str
    email: str
    avoid: tuple[Avoid, ...]
    words: str
    language: Language = "nb"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteMessage:
    """Ask or tell the service something, by the person (beskjed)."""

    message: UUID
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMessage:
    """Answer what the person wrote (beskjed)."""

    message: UUID
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleMessage:
    """Record that what the person wrote needs no answer, and why (beskjed)."""

    message: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMessage:
    """Write to the person, without having been asked (beskjed)."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSafety:
    """Say what one must know before one visits (trygghet ved hjemmebesøk)."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSafetyNote:
    """Say that the note no longer holds (trygghet ved hjemmebesøk)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCircle:
    """Let only the employees named see the person's cases (lukket krets)."""

    employees: tuple[UUID, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCircle:
    """Let whoever has to do with the person see their cases again (lukket krets)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarAccess:
    """Keep an employee from one's cases (sperring)."""

    employee: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftBar:
    """Let an employee see one's cases again (sperring)."""

    employee: UUID


Command = (
    GivePowerOfAttorney
    | RevokePowerOfAttorney
    | GiveConsent
    | AskForConsent
    | AnswerConsent
    | WithdrawConsent
    | WishContact
    | WriteMessage
    | AnswerMessage
    | SettleMessage
    | SendMessage
    | DisqualifyEmployee
    | EndDisqualification
    | NoteSafety
    | EndSafetyNote
    | CloseCircle
    | OpenCircle
    | BarAccess
    | LiftBar
)

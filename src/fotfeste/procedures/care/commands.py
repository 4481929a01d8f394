"""What somebody may want in a service that is given."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from fotfeste.procedures.care.events import Ending
from fotfeste.procedures.documents.commands import Command as DocumentsCommand
from fotfeste.procedures.information.commands import Disclosure
from fotfeste.procedures.remedy.commands import Command as RemedyCommand


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantCare:
    """Let a service be given; caused by the decision that grants it (tjeneste)."""

    application: UUID
    offer: str
    name: str
    basis: tuple[str, ...]
    amount: str
    starts_on: date
    ends_on: date | None
    review_on: date
    party: str
    address: str
    posted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawGrant:
    """Let a service be granted no longer; caused by a new decision (tjeneste).

    from_on: first day without it.
    """

    grounds: str
    from_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCare:
    """Give a service that needs no decision (tjeneste)."""

    offer: str
    amount: str
    starts_on: date
    ends_on: date | None
    review_on: date
    party: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCare:
    """Record that the service has started (tjeneste)."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MakePlan:
    """Agree with the person on what the service is to lead to (plan)."""

    own_words: str
    goals: str
    measures: str
    took_part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeAppointment:
    """Agree on a day and a place (avtale)."""

    appointment: UUID
    day: date
    at: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelAppointment:
    """Tell that the agreed day does not suit (avtale)."""

    appointment: UUID
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewNeed:
    """Assess the need again, and go on (ny vurdering)."""

    own_words: str
    assessment: str
    review_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAdvanceNotice:
    """Tell of a change beforehand, with a day to comment by (forhåndsvarsel)."""

    what: Literal["change", "end"]
    proposal: str
    reason: str
    comment_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerNotice:
    """Say what one thinks of the change, by the party (uttalelse)."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DropChange:
    """Let the service go on as it was, with the reason (forhåndsvarsel)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeChange:
    """Propose what to decide about the running service (endring)."""

    what: Literal["change", "end"]
    grounds: str
    own_view: str
    from_on: date
    amount: str = ""
    necessity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveChange:
    """Approve what another has proposed (endring)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnChange:
    """Send back what another has proposed, with a comment (retur)."""

    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectChange:
    """Put the change into effect (endring)."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCare:
    """End the service, with why (avslutning)."""

    ending: Ending
    on: date
    reason: str = ""


Command = (
    GrantCare
    | WithdrawGrant
    | OpenCare
    | StartCare
    | MakePlan
    | MakeAppointment
    | CancelAppointment
    | ReviewNeed
    | GiveAdvanceNotice
    | AnswerNotice
    | DropChange
    | ProposeChange
    | ApproveChange
    | ReturnChange
    | EffectChange
    | EndCare
    | Disclosure
    | DocumentsCommand
    | RemedyCommand
)

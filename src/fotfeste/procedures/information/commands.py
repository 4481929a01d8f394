"""What somebody may want to ask others, or tell others."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestInformation:
    """Ask a source, on the person's consent (innhenting av opplysninger)."""

    request: UUID
    source: str
    what: str
    why: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindSource:
    """Ask the source again, with a new day (purring)."""

    request: UUID
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInformation:
    """File what the source has answered (innhenting av opplysninger)."""

    request: UUID
    answer: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentInformation:
    """Show the party what has come in, with a day to comment by (foreleggelse)."""

    request: UUID
    comment_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OmitPresentation:
    """Record why the party is not shown what has come in (foreleggelse)."""

    request: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndRequest:
    """Wait no longer for the answer, with the reason (innhenting av opplysninger)."""

    request: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WarnForChildren:
    """Tell child protection without consent, for a child's sake (varsling)."""

    recipient: str
    what: str
    why: str
    silent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarnInPregnancy:
    """Tell the municipality's service without consent, in a pregnancy (varsling)."""

    recipient: str
    what: str
    why: str
    silent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarnInEmergency:
    """Tell those who save lives without consent, in an emergency (varsling)."""

    recipient: str
    what: str
    why: str
    silent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeCooperation:
    """Let another service work on the case too, on consent (samarbeid)."""

    service: str


Disclosure = WarnForChildren | WarnInPregnancy | WarnInEmergency
"""What can be told without consent, in any case and at any stage."""

Command = (
    RequestInformation
    | RemindSource
    | RecordInformation
    | PresentInformation
    | OmitPresentation
    | EndRequest
    | WarnForChildren
    | WarnInPregnancy
    | WarnInEmergency
    | AgreeCooperation
)

"""What somebody may want in an application."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from fotfeste.procedures.application.events import (
    ApplicationContent,
    Closing,
    Outcome,
)
from fotfeste.procedures.documents.commands import Command as DocumentsCommand
from fotfeste.procedures.documents.commands import SendDocument
from fotfeste.procedures.information.commands import Command as InformationCommand
from fotfeste.procedures.interview import InterviewContent, Part
from fotfeste.procedures.remedy.commands import Command as RemedyCommand


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitApplication:
    """Apply, by the person (søknad).

    documents: what goes with the application; it is sent with it, or nothing is.
    """

    application: ApplicationContent
    documents: tuple[SendDocument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterApplication:
    """Register an application that came outside the net (søknad).

    arrived_on: the day it came to the municipality; today or before.
    confirmed:  false where a helper filled it in and the person has not said yes.
    first_unit: who got it first, where that was the wrong unit.
    first_on:   the day of the first low-threshold contact, where there was one.
    """

    application: ApplicationContent
    channel: Literal["paper", "telephone", "counter", "referral", "contact"]
    arrived_on: date
    confirmed: bool = True
    first_unit: str = ""
    first_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmApplication:
    """Say yes to what a helper has filled in (søknad).

    how: how the person said it, where the desk records it.
    """

    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassApplication:
    """Pass on what was for somebody else, and tell the sender (søknad).

    inside: whether it is another unit of the municipality; else the person agrees.
    agreed: how the person said that it may be sent.
    """

    recipient: str
    inside: bool
    agreed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissApplication:
    """Dismiss the case without deciding on it, with the reason (avvisning)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase:
    """Close the case without a decision (avslutning)."""

    closing: Closing
    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeInterview:
    """Invite to a mapping interview (kartleggingssamtale)."""

    on: date
    at: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInterview(InterviewContent):
    """Write down the mapping interview, in the person's words (kartleggingssamtale)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectInterview:
    """Say what is not right in an interview, by the party (retting).

    interview: which of the case's interviews, from 1.
    """

    interview: int
    part: Part
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMissedInterview:
    """Write down that the mapping interview did not happen (kartleggingssamtale)."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelInterview:
    """Tell that the time does not suit, by the party (kartleggingssamtale)."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found on a criterion, with reason and evidence (funn).

    offer:    the service it is about; empty when it is about the person.
    own_view: what the person means about it, in their words.
    """

    criterion: str
    outcome: Literal["met", "partly", "not-met"]
    reason: str
    evidence: str
    offer: str = ""
    own_view: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFindings:
    """Assess one or more criteria (funn)."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentOnCase:
    """Comment on the case, by the party (uttalelse)."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveDelayNotice:
    """Tell the party why it takes time and when to expect it (forsinkelse)."""

    reason: str
    expected_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceProposal:
    """What is proposed for one service (forslag til vedtak)."""

    offer: str
    outcome: Outcome
    grounds: str
    amount: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeDecision:
    """Propose what to decide for each requested service (forslag til vedtak)."""

    services: tuple[ServiceProposal, ...]
    how_reached: str
    took_part: str
    own_view: str
    weight: str
    other_support: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveDecision:
    """Approve what another has proposed (godkjenning av vedtak)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnDecision:
    """Send back what another has proposed, with a comment (retur)."""

    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseDecision:
    """Take one's own decision up again, without an appeal (omgjøring).

    comment_by: last day the party's view is waited for; None where it is only to
    their good.
    """

    reason: str
    comment_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenCase:
    """Take up a case that was closed or withdrawn (gjenåpning)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawApplication:
    """Withdraw the application, by the party (trukket søknad)."""

    reason: str = ""


Command = (
    SubmitApplication
    | RegisterApplication
    | ConfirmApplication
    | PassApplication
    | DismissApplication
    | CloseCase
    | ArrangeInterview
    | RecordInterview
    | CorrectInterview
    | RecordMissedInterview
    | CancelInterview
    | RecordFindings
    | CommentOnCase
    | GiveDelayNotice
    | ProposeDecision
    | ApproveDecision
    | ReturnDecision
    | ReverseDecision
    | ReopenCase
    | WithdrawApplication
    | InformationCommand
    | DocumentsCommand
    | RemedyCommand
)

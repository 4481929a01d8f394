"""Events as bytes and back. A stored name is for ever; a class may be renamed."""

from datetime import date
from functools import lru_cache

import msgspec

from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.application import events as application
from fotfeste.procedures.kinds import Event

NAMES: dict[type[Event], str] = {
    application.ApplicationReceived: "application.received",
    application.InterviewArranged: "application.interview-arranged",
    application.InterviewHeld: "application.interview-held",
    application.InterviewMissed: "application.interview-missed",
    application.FindingRecorded: "application.finding-recorded",
    application.CommentReceived: "application.comment-received",
    application.DelayNoticeGiven: "application.delay-notice-given",
    application.DecisionProposed: "application.decision-proposed",
    application.DecisionReturned: "application.decision-returned",
    application.DecisionMade: "application.decision-made",
    application.DecisionMadeAvailable: "application.decision-made-available",
    application.DecisionOpened: "application.decision-opened",
    application.DecisionAppealed: "application.decision-appealed",
    application.AppealEnded: "application.appeal-ended",
    application.CaseReopened: "application.case-reopened",
    application.ApplicationWithdrawn: "application.withdrawn",
    appeal.AppealReceived: "appeal.received",
    appeal.LateAppealAdmitted: "appeal.late-admitted",
    appeal.AppealDismissed: "appeal.dismissed",
    appeal.DecisionUpheld: "appeal.decision-upheld",
    appeal.DecisionReversed: "appeal.decision-reversed",
    appeal.AppealForwarded: "appeal.forwarded",
    appeal.OutcomeRecorded: "appeal.outcome-recorded",
}
_TYPES = {name: kind for kind, name in NAMES.items()}
_encoder = msgspec.json.Encoder(order="deterministic")


class UnknownEventError(Exception):
    """The log holds an event that this version of the program does not know."""


def encode(event: Event) -> tuple[str, bytes]:
    """Return the stored name of the event and its content as canonical JSON."""
    return NAMES[type(event)], _encoder.encode(event)


def decode(name: str, content: bytes) -> Event:
    """Return the event that was stored.

    Raises: UnknownEventError - no such name; the log is newer than the program.
    """
    if name not in _TYPES:
        raise UnknownEventError(f"No event is stored as «{name}» in this version")
    return _decoder(name).decode(content)


def occurred_on(event: Event, today: date) -> date:
    """Return the day the event happened, which may be before it was recorded."""
    match event:
        case application.ApplicationReceived(received_on=day):
            return day
        case application.InterviewHeld(on=day) | application.InterviewMissed(on=day):
            return day
        case application.DecisionAppealed(sent_on=day):
            return day
        case appeal.OutcomeRecorded(decided_on=day):
            return day
        case _:
            return today


@lru_cache
def _decoder(name: str) -> msgspec.json.Decoder[Event]:
    return msgspec.json.Decoder(_TYPES[name])

"""Events as bytes and back. A stored name is for ever; a class may be renamed."""

from datetime import date
from functools import lru_cache

import msgspec

from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.application import events as application
from fotfeste.procedures.care import events as care
from fotfeste.procedures.contact import events as contact
from fotfeste.procedures.documents import events as documents
from fotfeste.procedures.handling import events as handling
from fotfeste.procedures.information import events as information
from fotfeste.procedures.kinds import Event
from fotfeste.procedures.person import events as person
from fotfeste.procedures.remedy import events as remedy
from fotfeste.procedures.report import events as report

NAMES: dict[type[Event], str] = {
    application.ApplicationReceived: "application.received",
    application.ApplicationConfirmed: "application.confirmed",
    application.ApplicationPassed: "application.passed-on",
    application.ApplicationDismissed: "application.dismissed",
    application.CaseClosed: "application.closed",
    application.InterviewArranged: "application.interview-arranged",
    application.InterviewHeld: "application.interview-held",
    application.InterviewCorrected: "application.interview-corrected",
    application.InterviewMissed: "application.interview-missed",
    application.InterviewCancelled: "application.interview-cancelled",
    application.FindingRecorded: "application.finding-recorded",
    application.CommentReceived: "application.comment-received",
    application.DelayNoticeGiven: "application.delay-notice-given",
    application.DecisionProposed: "application.decision-proposed",
    application.DecisionReturned: "application.decision-returned",
    application.DecisionMade: "application.decision-made",
    application.CaseReopened: "application.case-reopened",
    application.ApplicationWithdrawn: "application.withdrawn",
    information.InformationRequested: "information.requested",
    information.SourceReminded: "information.source-reminded",
    information.InformationReceived: "information.received",
    information.InformationPresented: "information.presented",
    information.PresentationOmitted: "information.presentation-omitted",
    information.RequestEnded: "information.request-ended",
    information.InformationDisclosed: "information.disclosed",
    information.CooperationAgreed: "information.cooperation-agreed",
    documents.DocumentsAskedFor: "documents.asked-for",
    documents.DocumentsGiven: "documents.given",
    documents.DocumentFiled: "documents.filed",
    documents.DocumentReceived: "documents.received",
    documents.AccessRefused: "documents.access-refused",
    remedy.DecisionMadeAvailable: "application.decision-made-available",
    remedy.ReminderGiven: "remedy.reminder-given",
    remedy.DecisionOpened: "application.decision-opened",
    remedy.GroundsAskedFor: "remedy.grounds-asked-for",
    remedy.GroundsGiven: "remedy.grounds-given",
    remedy.DecisionAppealed: "application.decision-appealed",
    remedy.AppealEnded: "application.appeal-ended",
    remedy.AppealSettled: "remedy.appeal-settled",
    remedy.SuspensionAskedFor: "remedy.suspension-asked-for",
    remedy.SuspensionDecided: "remedy.suspension-decided",
    remedy.DecisionCorrected: "remedy.decision-corrected",
    remedy.SupervisionAskedFor: "remedy.supervision-asked-for",
    appeal.AppealReceived: "appeal.received",
    appeal.MendingAskedFor: "appeal.mending-asked-for",
    appeal.AppealMended: "appeal.mended",
    appeal.AppealCommented: "appeal.commented",
    appeal.AppealDelayNoticeGiven: "appeal.delay-notice-given",
    appeal.AppealWithdrawn: "appeal.withdrawn",
    appeal.LateAppealAdmitted: "appeal.late-admitted",
    appeal.AppealDismissed: "appeal.dismissed",
    appeal.DecisionUpheld: "appeal.decision-upheld",
    appeal.DecisionReversed: "appeal.decision-reversed",
    appeal.DecisionPartlyReversed: "appeal.decision-partly-reversed",
    appeal.AppealForwarded: "appeal.forwarded",
    appeal.OutcomeRecorded: "appeal.outcome-recorded",
    appeal.CostsClaimed: "appeal.costs-claimed",
    appeal.CostsDecided: "appeal.costs-decided",
    care.CareGranted: "care.granted",
    care.CareStarted: "care.started",
    care.PlanMade: "care.plan-made",
    care.AppointmentMade: "care.appointment-made",
    care.AppointmentCancelled: "care.appointment-cancelled",
    care.NeedReviewed: "care.need-reviewed",
    care.AdvanceNoticeGiven: "care.advance-notice-given",
    care.NoticeAnswered: "care.notice-answered",
    care.ChangeDropped: "care.change-dropped",
    care.ChangeProposed: "care.change-proposed",
    care.ChangeReturned: "care.change-returned",
    care.ChangeDecided: "care.change-decided",
    care.ChangeEffected: "care.change-effected",
    care.GrantWithdrawn: "care.grant-withdrawn",
    care.CareRestored: "care.restored",
    care.CareEnded: "care.ended",
    contact.ContactMade: "contact.made",
    contact.ContactNoted: "contact.noted",
    contact.ContactTurned: "contact.turned",
    contact.ContactEnded: "contact.ended",
    report.ReportReceived: "report.received",
    report.ReportInvestigated: "report.investigated",
    report.FeedbackGiven: "report.feedback-given",
    person.PowerOfAttorneyGiven: "person.power-given",
    person.PowerOfAttorneyRevoked: "person.power-revoked",
    person.ConsentGiven: "person.consent-given",
    person.ConsentAskedFor: "person.consent-asked-for",
    person.ConsentRefused: "person.consent-refused",
    person.ContactWished: "person.contact-wished",
    person.MessageReceived: "person.message-received",
    person.MessageAnswered: "person.message-answered",
    person.MessageSettled: "person.message-settled",
    person.MessageSent: "person.message-sent",
    person.ConsentWithdrawn: "person.consent-withdrawn",
    person.EmployeeDisqualified: "person.employee-disqualified",
    person.DisqualificationEnded: "person.disqualification-ended",
    person.SafetyNoted: "person.safety-noted",
    person.SafetyNoteEnded: "person.safety-note-ended",
    person.CircleClosed: "person.circle-closed",
    person.CircleOpened: "person.circle-opened",
    person.AccessBarred: "person.access-barred",
    person.BarLifted: "person.bar-lifted",
    handling.CaseAssigned: "handling.case-assigned",
    handling.ImpartialityConfirmed: "handling.impartiality-confirmed",
    handling.CaseGivenBack: "handling.case-given-back",
    handling.NoteWritten: "handling.note-written",
    handling.NoteCorrected: "handling.note-corrected",
}
_DAY_OF: dict[type[Event], str] = {
    application.ApplicationReceived: "received_on",
    application.InterviewHeld: "on",
    application.InterviewMissed: "on",
    application.CaseClosed: "on",
    information.InformationReceived: "on",
    remedy.DecisionAppealed: "sent_on",
    appeal.OutcomeRecorded: "decided_on",
    care.CareStarted: "on",
    care.ChangeEffected: "on",
    care.CareEnded: "on",
    contact.ContactMade: "on",
    contact.ContactNoted: "on",
    report.ReportReceived: "on",
}
"""Events that can have happened before they are recorded, and where they say when."""

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
    field = _DAY_OF.get(type(event))
    day: date = getattr(event, field) if field else today
    return day


@lru_cache
def _decoder(name: str) -> msgspec.json.Decoder[Event]:
    return msgspec.json.Decoder(_TYPES[name])

"""The documents of a case in a bundle: what was said and found, as it was written."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from msgspec import Struct

from fotfeste.ledger.log import Recorded
from fotfeste.letters.compose.decision import assessed
from fotfeste.letters.compose.interview import corrected_part, drawn_and_answered
from fotfeste.letters.content import Letter, Paragraph, Section
from fotfeste.letters.wording import Texts, day
from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.application import events as application
from fotfeste.procedures.care import events as care
from fotfeste.procedures.documents import events as case_documents
from fotfeste.procedures.information import events as information
from fotfeste.procedures.kinds import Event
from fotfeste.procedures.remedy import events as remedy
from fotfeste.rulebook.book import Rulebook

DOCUMENTS: dict[type[Event], tuple[str, tuple[str, ...]]] = {
    application.InterviewArranged: ("invitation", ("on", "at", "place")),
    application.InterviewHeld: (
        "interview",
        (
            "took_part", "own_words", "goals", "values", "resources", "coping",
            "network", "family", "housing", "economy", "work", "health", "self_care",
            "substance_use",
        ),
    ),
    application.InterviewCorrected: ("interview_corrected", ("words",)),
    application.CommentReceived: ("comment", ("words",)),
    application.DelayNoticeGiven: ("delay", ("reason", "expected_on")),
    application.CaseReopened: ("reopened", ("reason", "comment_by")),
    application.ApplicationDismissed: ("dismissed", ("reason",)),
    information.InformationRequested: ("request", ("source", "what", "why")),
    information.InformationReceived: ("answer", ("answer",)),
    information.InformationDisclosed: ("disclosed", ("recipient", "what", "why")),
    case_documents.DocumentFiled: ("filed", ("title",)),
    case_documents.DocumentReceived: ("sent_in", ("title",)),
    care.PlanMade: ("plan", ("own_words", "goals", "measures", "took_part")),
    care.NeedReviewed: ("review", ("own_words", "assessment", "review_on")),
    care.AdvanceNoticeGiven: ("notice", ("proposal", "reason", "comment_by")),
    care.NoticeAnswered: ("comment", ("words",)),
    remedy.GroundsAskedFor: ("grounds_asked", ("words",)),
    remedy.GroundsGiven: ("grounds", ("grounds",)),
    remedy.SuspensionAskedFor: ("suspension_asked", ("words",)),
    remedy.SuspensionDecided: ("suspension", ("reason",)),
    remedy.DecisionCorrected: ("corrected", ("was", "corrected")),
    appeal.AppealReceived: (
        "appeal",
        ("dissatisfied_with", "change_wanted", "why_late"),
    ),
    appeal.MendingAskedFor: ("mending", ("defects", "mend_by")),
    appeal.DecisionUpheld: ("statement", ("statement",)),
    appeal.AppealMended: ("mended", ("words",)),
    appeal.AppealCommented: ("comment", ("words",)),
    appeal.LateAppealAdmitted: ("admitted", ("reason",)),
    appeal.DecisionPartlyReversed: ("partly", ("reason", "statement")),
    appeal.AppealDismissed: ("appeal_dismissed", ("reason",)),
    appeal.AppealDelayNoticeGiven: ("delay", ("reason", "expected_on")),
}  # fmt: skip
"""What of each event is a document: its title, and the fields in order.

The application, the findings and the decisions have forms of their own. What employees
write to each other on the way (a proposal sent back) is no document of the case's
(fvl § 18 a).
"""


class Document(Struct, frozen=True):
    """One document of the bundle: a title with its day, and sections."""

    title: str
    sections: tuple[Section, ...]


def for_party(records: Sequence[Recorded]) -> list[Recorded]:
    """Return what the party is shown of what has happened.

    Law: fvl § 17 second paragraph (what is not put to them), §§ 18 a-19 (a document
    filed as exempt), pbrl § 3-6 third paragraph (a warning they are not told of).
    What is kept from them is in the full bundle.
    """
    omitted = {
        record.event.request
        for record in records
        if isinstance(record.event, information.PresentationOmitted)
    }
    return [record for record in records if not _is_kept_from(record.event, omitted)]


def _is_kept_from(event: Event, omitted: set[UUID]) -> bool:
    match event:
        case information.InformationReceived(request=request):
            return request in omitted
        case information.InformationDisclosed(silent=silent):
            return bool(silent)
        case case_documents.DocumentFiled(exempt=exempt):
            return bool(exempt)
        case _:
            return False


def documents(
    records: Sequence[Recorded],
    decisions: Sequence[Letter],
    texts: Texts,
    book: Rulebook,
) -> tuple[Document, ...]:
    """Return the documents of a case in the order they came.

    decisions: the decision letters in order; each takes its decision's place.
    """
    letters = iter(decisions)
    found: list[Document] = []
    findings: list[application.FindingRecorded] = []
    for record in records:
        match record.event:
            case application.FindingRecorded() as finding:
                findings.append(finding)
            case remedy.DecisionMadeAvailable():
                if findings:
                    found.append(_findings(findings, texts, record))
                    findings = []
                letter = next(letters, None)
                if letter:
                    title = f"{letter.title}, {day(letter.on)}"
                    found.append(Document(title, letter.sections))
            case application.ApplicationReceived() as received:
                sections = _application(received, texts)
                found.append(_titled("application", record, sections, texts))
            case event:
                title, fields = DOCUMENTS.get(type(event), ("", ()))
                sections = _sections(event, fields, texts)
                if isinstance(event, application.InterviewHeld):
                    sections += drawn_and_answered(event, texts, book)
                if isinstance(event, application.InterviewCorrected):
                    sections = (corrected_part(event, texts), *sections)
                if sections:
                    found.append(_titled(title, record, sections, texts))
    return tuple(document for document in found if document.sections)


def _application(
    received: application.ApplicationReceived, texts: Texts
) -> tuple[Section, ...]:
    """Return all that was said in the application; a protected address is left out."""
    said = received.application
    fields = ["situation", "wishes", "urgent", "phone", "email", "safe_contact"]
    fields += ["interpreter", "adaptation", "children", "helper", "sender"]
    if not said.protected:
        fields.append("address")
    wants = Section(
        "wants", texts("documents.wants"), (Paragraph(", ".join(said.wants)),)
    )
    return (wants, *_sections(said, tuple(fields), texts))


def _sections(
    said: object, fields: tuple[str, ...], texts: Texts
) -> tuple[Section, ...]:
    values = [(field, getattr(said, field)) for field in fields]
    return tuple(
        Section(field, texts(f"documents.{field}"), (Paragraph(_words(value)),))
        for field, value in values
        if value
    )


def _words(value: date | str) -> str:
    return day(value) if isinstance(value, date) else value


def _titled(
    title: str, record: Recorded, sections: tuple[Section, ...], texts: Texts
) -> Document:
    named = texts(f"documents.titles.{title}")
    return Document(f"{named}, {day(record.occurred_on)}", sections)


def _findings(
    findings: Sequence[application.FindingRecorded], texts: Texts, record: Recorded
) -> Document:
    title = texts("documents.titles.findings")
    latest = {finding.key: finding for finding in findings}
    table = assessed(tuple(latest.values()), texts)
    section = Section("findings", title, (table,))
    return Document(f"{title}, {day(record.occurred_on)}", (section,))

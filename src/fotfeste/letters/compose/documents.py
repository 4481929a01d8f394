"""The documents of a case in the bundle: what was said and found, as it was written."""

from collections.abc import Sequence

from msgspec import Struct

from fotfeste.ledger.log import Recorded
from fotfeste.letters.content import Block, Facts, Letter, Paragraph, Section, Table
from fotfeste.letters.wording import Texts, day
from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.application import events as application


class Document(Struct, frozen=True):
    """One document of the bundle: a title with its day, and sections."""

    title: str
    sections: tuple[Section, ...]


def documents(
    records: Sequence[Recorded], decisions: Sequence[Letter], texts: Texts
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
            case application.DecisionMadeAvailable():
                found.append(_findings(findings, texts, record))
                letter = next(letters, None)
                if letter:
                    title = f"{texts('documents.decision')}, {day(letter.on)}"
                    found.append(Document(title, letter.sections))
            case _:
                sections = _sections(record, texts)
                if sections:
                    found.append(_titled(record, sections, texts))
    return tuple(found)


def _sections(record: Recorded, texts: Texts) -> tuple[Section, ...]:
    match record.event:
        case application.ApplicationReceived(application=said):
            pairs = [
                ("words", said.situation),
                ("wishes", said.wishes),
                ("urgent", said.urgent),
            ]
        case application.InterviewHeld() as held:
            pairs = [
                ("took_part", held.took_part),
                ("words", held.own_words),
                ("goals", held.goals),
                ("values", held.values),
                ("resources", held.resources),
                ("coping", held.coping),
                ("network", held.network),
            ]
        case application.CommentReceived(words=words):
            pairs = [("words", words)]
        case appeal.AppealReceived() as received:
            pairs = [
                ("dissatisfied", received.dissatisfied_with),
                ("change", received.change_wanted),
                ("why_late", received.why_late),
            ]
        case _:
            return ()
    return tuple(
        Section(key, texts(f"documents.{key}"), (Paragraph(text),))
        for key, text in pairs
        if text
    )


def _titled(record: Recorded, sections: tuple[Section, ...], texts: Texts) -> Document:
    names = {
        application.ApplicationReceived: "application",
        application.InterviewHeld: "interview",
        application.CommentReceived: "comment",
        appeal.AppealReceived: "appeal",
    }
    title = texts(f"documents.{names[type(record.event)]}")
    return Document(f"{title}, {day(record.occurred_on)}", sections)


def _findings(
    findings: Sequence[application.FindingRecorded], texts: Texts, record: Recorded
) -> Document:
    title = texts("documents.findings")
    latest = {finding.criterion: finding for finding in findings}
    table: Block = Table(
        texts("decision.caption_assessment"),
        tuple(
            texts(f"decision.head_{head}")
            for head in ("criterion", "finding", "reason", "evidence")
        ),
        tuple(
            (f.name, texts(f"decision.finding_{f.outcome}"), f.reason, f.evidence)
            for f in latest.values()
        ),
    )
    return Document(
        f"{title}, {day(record.occurred_on)}", (Section("findings", title, (table,)),)
    )


__all__ = ["Document", "Facts", "documents"]

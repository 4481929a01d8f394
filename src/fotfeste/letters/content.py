"""What a letter is made of: sections with a heading, in whatever form it is shown."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from fotfeste.procedures.remedy.stages import DecisionKind


class LetterKind(StrEnum):
    """The kinds of letter."""

    ACKNOWLEDGEMENT = "acknowledgement"
    INVITATION = "invitation"
    DELAY_NOTICE = "delay-notice"
    DECISION = "decision"
    REOPENED = "reopened"
    APPEAL_ACKNOWLEDGEMENT = "appeal-acknowledgement"
    DISMISSAL = "dismissal"
    FORWARDING = "forwarding"
    FORWARDING_COPY = "forwarding-copy"
    PASSED_ON = "passed-on"
    CASE_DISMISSED = "case-dismissed"
    CLOSED = "closed"
    DISCLOSED = "disclosed"
    REMINDER = "reminder"
    TAKEN_UP = "taken-up"
    REVERSAL = "reversal"
    INFORMATION_REQUEST = "information-request"
    INFORMATION_REMINDER = "information-reminder"
    PRESENTED = "presented"
    DOCUMENTS = "documents"
    ACCESS_REFUSED = "access-refused"
    GROUNDS = "grounds"
    SUSPENSION = "suspension"
    CORRECTION = "correction"
    SUPERVISION = "supervision"
    MENDING = "mending"
    APPEAL_DELAY_NOTICE = "appeal-delay-notice"
    COSTS = "costs"
    ADVANCE_NOTICE = "advance-notice"
    CHANGE_DROPPED = "change-dropped"
    CHANGE = "change"
    RESTORED = "restored"
    CARE_ENDED = "care-ended"
    REPORT_RECEIVED = "report-received"
    FEEDBACK = "feedback"


OF_DECISION = {
    DecisionKind.SERVICES: LetterKind.DECISION,
    DecisionKind.DISMISSAL: LetterKind.CASE_DISMISSED,
    DecisionKind.CLOSING: LetterKind.CLOSED,
    DecisionKind.ACCESS: LetterKind.ACCESS_REFUSED,
    DecisionKind.CHANGE: LetterKind.CHANGE,
    DecisionKind.COSTS: LetterKind.COSTS,
}
"""The letter that tells of each kind of decision."""


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """A paragraph; `strong` for what must not be missed."""

    text: str
    strong: bool = False


class Points(Struct, frozen=True, tag="points"):
    """A list of points."""

    items: tuple[str, ...]


class Numbered(Struct, frozen=True, tag="numbered"):
    """A list whose numbers are referred to."""

    items: tuple[str, ...]


class Facts(Struct, frozen=True, tag="facts"):
    """Labels with values, such as a reference and a date."""

    rows: tuple[tuple[str, str], ...]


class Table(Struct, frozen=True, tag="table"):
    """A table: a caption, a row of headers, and rows that begin with a header."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Points | Numbered | Facts | Table


class Section(Struct, frozen=True):
    """A part of a letter, by a key that completeness is checked on."""

    id: str
    heading: str
    blocks: tuple[Block, ...]


class Letter(Struct, frozen=True, kw_only=True):
    """A letter, the same whether it is read as a page or as a PDF.

    language: BCP 47, such as nb.
    copies:   who else gets it.
    """

    kind: LetterKind
    language: str
    title: str
    sender: str
    unit: str
    contact: tuple[str, ...]
    recipient: tuple[str, ...]
    on: date
    reference: str
    sections: tuple[Section, ...]
    signed: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    labels: dict[str, str] = {}


REQUIRED: dict[LetterKind, tuple[str, ...]] = {
    LetterKind.ACKNOWLEDGEMENT: (
        "received", "next", "when", "rights", "emergency",
    ),
    LetterKind.INVITATION: ("interview", "about", "change"),
    LetterKind.DELAY_NOTICE: ("reason", "expected", "rights"),
    LetterKind.DECISION: (
        "applied-for", "decided", "grounds", "assessment", "own-view", "how-reached",
        "rules", "appeal", "suspended", "documents", "help", "costs",
    ),
    LetterKind.REOPENED: ("reopened", "next"),
    LetterKind.APPEAL_ACKNOWLEDGEMENT: ("received", "next", "rights"),
    LetterKind.DISMISSAL: ("dismissed", "grounds", "appeal", "help"),
    LetterKind.FORWARDING: ("appeal", "time", "statement", "documents"),
    LetterKind.FORWARDING_COPY: ("forwarded", "statement", "documents", "next"),
    LetterKind.PASSED_ON: ("passed", "next"),
    LetterKind.CASE_DISMISSED: ("dismissed", "grounds", "appeal", "help"),
    LetterKind.CLOSED: ("closed", "next", "appeal", "help"),
    LetterKind.DISCLOSED: ("disclosed", "next"),
    LetterKind.REMINDER: ("waiting",),
    LetterKind.TAKEN_UP: ("again", "next"),
    LetterKind.REVERSAL: ("reversal", "comment", "next"),
    LetterKind.INFORMATION_REQUEST: ("question", "consent", "answer"),
    LetterKind.INFORMATION_REMINDER: ("question", "answer"),
    LetterKind.PRESENTED: ("received", "comment"),
    LetterKind.DOCUMENTS: ("documents",),
    LetterKind.ACCESS_REFUSED: ("refused", "grounds", "appeal", "help"),
    LetterKind.GROUNDS: ("grounds", "appeal"),
    LetterKind.SUSPENSION: ("decided", "grounds"),
    LetterKind.CORRECTION: ("corrected", "stands"),
    LetterKind.SUPERVISION: ("request",),
    LetterKind.MENDING: ("defects", "mend"),
    LetterKind.APPEAL_DELAY_NOTICE: ("reason", "expected"),
    LetterKind.COSTS: ("decided", "grounds", "appeal"),
    LetterKind.ADVANCE_NOTICE: ("proposal", "comment", "rights"),
    LetterKind.CHANGE_DROPPED: ("dropped",),
    LetterKind.CHANGE: (
        "decided", "grounds", "own-view", "rules", "appeal", "suspended", "documents",
        "help", "costs",
    ),
    LetterKind.RESTORED: ("restored",),
    LetterKind.CARE_ENDED: ("ended", "next"),
    LetterKind.REPORT_RECEIVED: ("received", "next", "secrecy"),
    LetterKind.FEEDBACK: ("feedback", "next"),
}  # fmt: skip
"""The sections a letter cannot be made without (domain facts, letter checklists)."""


class IncompleteLetterError(Exception):
    """A letter lacks something it must say; names the sections."""


def complete(letter: Letter) -> Letter:
    """Return the letter if every required section is there and says something.

    Raises: IncompleteLetterError - names what is missing.
    """
    said = {section.id for section in letter.sections if _says_something(section)}
    missing = [key for key in REQUIRED[letter.kind] if key not in said]
    if missing:
        raise IncompleteLetterError(
            f"A letter of kind {letter.kind} lacks {', '.join(missing)}"
        )
    return letter


def _says_something(section: Section) -> bool:
    return any(_words(block).strip() for block in section.blocks)


def _words(block: Block) -> str:
    match block:
        case Paragraph(text=text):
            return text
        case Points(items=items) | Numbered(items=items):
            return " ".join(items)
        case Facts(rows=rows) | Table(rows=rows):
            return " ".join(cell for row in rows for cell in row)

"""A refusal: the law or the procedure says no, and says why."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from fotfeste.law.citation import Citation
from fotfeste.rulebook.book import Rulebook


class RefusalCode(StrEnum):
    """Why something is impossible. A code is never used again for something else."""

    NOT_NOW = "not-now"
    NAME_MISSING = "name-missing"
    NOTHING_APPLIED_FOR = "nothing-applied-for"
    NOT_OFFERED = "not-offered"
    OFFER_TWICE = "offer-twice"
    NO_SERVICE_THEN = "no-service-then"
    ARRIVED_LATER_THAN_TODAY = "arrived-later-than-today"
    INTERVIEW_IN_THE_PAST = "interview-in-the-past"
    INTERVIEW_NOT_HELD_YET = "interview-not-held-yet"
    OWN_WORDS_MISSING = "own-words-missing"
    UNKNOWN_CRITERION = "unknown-criterion"
    REASON_MISSING = "reason-missing"
    FINDING_MISSING = "finding-missing"
    EXPECTED_DATE_NOT_AHEAD = "expected-date-not-ahead"
    SERVICE_UNDECIDED = "service-undecided"
    SERVICE_NOT_APPLIED_FOR = "service-not-applied-for"
    GROUNDS_MISSING = "grounds-missing"
    AMOUNT_MISSING = "amount-missing"
    START_MISSING = "start-missing"
    REVIEW_DATE_MISSING = "review-date-missing"
    REVIEW_DATE_PASSED = "review-date-passed"
    PERIOD_BACKWARDS = "period-backwards"
    HOW_REACHED_MISSING = "how-reached-missing"
    TOOK_PART_MISSING = "took-part-missing"
    OWN_VIEW_MISSING = "own-view-missing"
    OTHER_SUPPORT_MISSING = "other-support-missing"
    SAME_PERSON = "same-person"
    COMMENT_MISSING = "comment-missing"
    APPEAL_EMPTY = "appeal-empty"
    APPEAL_UNDER_WAY = "appeal-under-way"
    APPEAL_AFTER_ONE_YEAR = "appeal-after-one-year"
    STATEMENT_MISSING = "statement-missing"
    OUTCOME_BEFORE_FORWARDING = "outcome-before-forwarding"
    NOT_THERE = "not-there"
    SENDER_MISSING = "sender-missing"
    HELPER_MISSING = "helper-missing"
    SOURCE_MISSING = "source-missing"
    WEIGHT_MISSING = "weight-missing"
    NOT_TRIED_ENOUGH = "not-tried-enough"
    DAY_NOT_YET = "day-not-yet"
    DAY_NOT_AHEAD = "day-not-ahead"
    REPRESENTATIVE_IS_EMPLOYEE = "representative-is-employee"
    REPRESENTATIVE_IS_PARTY = "representative-is-party"
    REPRESENTATIVE_UNDER_AGE = "representative-under-age"
    SCOPE_MISSING = "scope-missing"
    MANDATE_MISSING = "mandate-missing"
    CONSENT_UNCLEAR = "consent-unclear"
    CONSENT_MISSING = "consent-missing"
    DISQUALIFIED = "disqualified"
    NOT_PRESENTED = "not-presented"
    COMMENT_PERIOD_RUNNING = "comment-period-running"
    PROVISION_UNCLEAR = "provision-unclear"
    ASKED_ALREADY = "asked-already"
    COMMENT_SINCE_PROPOSAL = "comment-since-proposal"
    UNKNOWN_INSTRUMENT = "unknown-instrument"
    UNKNOWN_ANSWER = "unknown-answer"
    NOT_IN_DECISION = "not-in-decision"
    NOTHING_TO_SUSPEND = "nothing-to-suspend"
    DECISION_NEEDED = "decision-needed"
    BEFORE_START = "before-start"
    PERIOD_NOT_OVER = "period-not-over"
    NOT_NOTICED = "not-noticed"
    NOT_TOLD_YET = "not-told-yet"
    SUSPENDED = "suspended"
    SUSPENSION_ASKED = "suspension-asked"
    EFFECT_BEFORE_APPEAL = "effect-before-appeal"
    RECORD_NOT_WANTED = "record-not-wanted"
    ANSWER_MISSING = "answer-missing"
    MENDING_PERIOD_RUNNING = "mending-period-running"
    IMPARTIALITY_UNSAID = "impartiality-unsaid"
    NOTE_EMPTY = "note-empty"
    CLOSED_TO = "closed-to"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing or wrong: its code, the law, and the facts."""

    code: RefusalCode
    basis: tuple[Citation, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)


class Refused(Exception):  # noqa: N818 - an answer, not an error
    """The law or the procedure says no; everything that stands in the way at once."""

    def __init__(self, *lacks: Lack) -> None:
        super().__init__(", ".join(lack.code for lack in lacks))
        self.lacks = lacks

    def standing(self, book: Rulebook, on: date) -> "Refused":
        """Return the refusal by the law of the day, where an act has been replaced."""
        return Refused(
            *(
                replace(lack, basis=tuple(book.standing(c, on) for c in lack.basis))
                for lack in self.lacks
            )
        )

    @classmethod
    def because(cls, code: RefusalCode, *basis: str, **facts: str) -> "Refused":
        """Return the refusal for one reason, with its provisions and facts."""
        return cls(Lack(code, tuple(Citation(text) for text in basis), facts))


def require(fact: object, code: RefusalCode, *basis: str, **facts: str) -> None:
    """Refuse unless the fact is there (a word, a date, a claim that is true)."""
    if not (fact.strip() if isinstance(fact, str) else fact):
        raise Refused.because(code, *basis, **facts)


def require_known(key: UUID, there: Collection[UUID]) -> None:
    """Refuse unless the key names something that is there."""
    if not there:
        raise Refused.because(RefusalCode.NOT_NOW)
    if key not in there:
        raise Refused.because(RefusalCode.NOT_THERE)


class ImpossibleHistoryError(Exception):
    """An event cannot follow what stands before it: the log or the code is broken."""

    @classmethod
    def of(cls, event: object, before: object) -> "ImpossibleHistoryError":
        """Return the error by the names of the types: no word of a person in a log."""
        return cls(f"{type(event).__name__} after {type(before).__name__}")

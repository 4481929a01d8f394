"""What a case ought to have and does not, as an inspection would look for it (tilsyn).

What the procedures make impossible is looked for too: a history can have been brought
in from another system, and a rule can have been wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.law.citation import Citation
from fotfeste.procedures import time_limits
from fotfeste.procedures.appeal import stages as appeal
from fotfeste.procedures.application import stages as application
from fotfeste.procedures.application.events import Outcome
from fotfeste.procedures.care import stages as care
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.kinds import Case
from fotfeste.procedures.person import stages as person
from fotfeste.procedures.remedy.stages import Decisions
from fotfeste.rulebook.book import Rulebook


class Missing(StrEnum):
    """What a case can lack, in the order it is shown."""

    INTERVIEW = "interview"
    CONSENT = "consent"
    GROUNDS = "grounds"
    REVIEW_DATE = "review-date"
    REVIEW = "review"
    PLAN = "plan"
    ANSWER = "answer"
    DELAY_NOTICE = "delay-notice"
    HANDLER = "handler"


LAW: dict[Missing, tuple[Citation, ...]] = {
    Missing.INTERVIEW: (Citation("fvl § 17 første ledd"), Citation("pbrl § 3-1")),
    Missing.CONSENT: (Citation("hpl § 22"), Citation("fvl § 13 a nr. 1")),
    Missing.GROUNDS: (Citation("fvl § 24 første ledd"), Citation("fvl § 25")),
    Missing.REVIEW_DATE: (Citation("hol § 4-1"),),
    Missing.REVIEW: (Citation("hol § 4-1"),),
    Missing.PLAN: (Citation("pbrl § 3-1"), Citation("hol § 4-1")),
    Missing.ANSWER: (Citation("fvl § 11 a første ledd"),),
    Missing.DELAY_NOTICE: (Citation("fvl § 11 a tredje ledd"),),
    Missing.HANDLER: (Citation("hol § 4-1"),),
}
"""What each rests on. That somebody has the case is how we see to that it is sound."""

_OVERDUE: dict[str, Missing] = {
    "mapping-interview": Missing.INTERVIEW,
    "review": Missing.REVIEW,
    "message.answer": Missing.ANSWER,
    "kin.report-feedback": Missing.ANSWER,
    "preliminary-answer": Missing.DELAY_NOTICE,
    "new-notice": Missing.DELAY_NOTICE,
    "appeal-handling": Missing.DELAY_NOTICE,
}
"""What a case lacks from the day after the clock of the term has run out."""


@dataclass(frozen=True, slots=True)
class Lack:
    """That a case lacks something (mangel).

    since: the first day it is so, which may be ahead.
    """

    what: Missing
    since: date


def lacks(
    case: Case,
    known: person.File,
    running: tuple[Clock, ...],
    book: Rulebook,
    *,
    is_open: bool,
) -> tuple[Lack, ...]:
    """Return what the case lacks, and what it will lack if nothing is done.

    What depends on the day has the day it begins, so that nothing has to be worked out
    again at night. Of several of a kind it is the one that came first.

    known:   what holds for the person in every case: their consents.
    running: the case's clocks.
    is_open: whether something is left to do in the case.
    """
    if case.file is None:
        return ()
    found: dict[Missing, date] = {}
    for what, since in _found(case, known, running, book, is_open=is_open):
        found[what] = min(since, found.get(what, since))
    return tuple(Lack(what, found[what]) for what in Missing if what in found)


def _found(
    case: Case,
    known: person.File,
    running: tuple[Clock, ...],
    book: Rulebook,
    *,
    is_open: bool,
) -> Iterator[tuple[Missing, date]]:
    for clock in running:
        if clock.term in _OVERDUE:
            yield _OVERDUE[clock.term], _after(clock)
    match case:
        case application.Case():
            yield from _of_application(case.opened, known, book)
        case care.Case():
            yield from _of_care(case)
        case appeal.Case():
            yield from _without_grounds(case.opened.decisions)
        case _:
            pass
    if isinstance(case, person.Case) or not is_open:
        return
    if case.opened.handling.assigned is None:
        yield Missing.HANDLER, case.opened.received_on


def _of_application(
    file: application.File, known: person.File, book: Rulebook
) -> Iterator[tuple[Missing, date]]:
    yield from _without_grounds(file.decisions)
    for source, day in file.information.shared:
        if not known.consented_to(source, day):
            yield Missing.CONSENT, day
    services = [one for one in file.decisions.made if one.kind == "services"]
    if file.decided is None or not services:
        return
    if not any(held.own_words.strip() for held in file.interviews):
        yield Missing.INTERVIEW, services[0].decided_on
    for service in file.decided.services:
        if service.outcome is not Outcome.REFUSAL and service.review_on is None:
            yield Missing.REVIEW_DATE, services[-1].decided_on
    yield from _decided_late(file, services[0].decided_on, book)


def _decided_late(
    file: application.File, decided_on: date, book: Rulebook
) -> Iterator[tuple[Missing, date]]:
    """Yield that the first decision came late, and the party was never told why.

    Of a case opened again the file no longer says what was told the first time.
    """
    if file.reopened_on or file.expected_on:
        return
    due = time_limits.preliminary_answer(file.received_on, book).value
    if decided_on > due:
        yield Missing.DELAY_NOTICE, due + timedelta(days=1)


def _of_care(case: care.Case) -> Iterator[tuple[Missing, date]]:
    yield from _without_grounds(case.opened.decisions)
    if not isinstance(case.stage, care.Given):
        return
    plan = case.opened.plan
    if plan is None or not plan.goals.strip():
        yield Missing.PLAN, case.stage.since
    if not isinstance(case.stage, care.Running):
        # The clock of the review rests while a change is under way; the need does not.
        yield Missing.REVIEW, case.opened.review_on + timedelta(days=1)


def _without_grounds(decisions: Decisions) -> Iterator[tuple[Missing, date]]:
    for decision in decisions.made:
        if not decision.reasoned:
            yield Missing.GROUNDS, decision.decided_on


def _after(clock: Clock) -> date:
    return clock.due.value + timedelta(days=1)

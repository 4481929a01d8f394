"""Worked examples, counted by the very functions the procedures use."""

from datetime import date

from fotfeste.law.citation import Citation
from fotfeste.law.finding import Finding
from fotfeste.law.periods import end
from fotfeste.procedures import time_limits
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.scenarios import Scenario

SERVICE = Citation("hol § 3-2")


def counted(scenario: Scenario, book: Rulebook) -> Finding[date]:
    """Return the last day of a worked example, and the provisions it rests on.

    Raises: LookupError - the rulebook has no such rule or promise on the day.
    """
    start, key = scenario.start, scenario.municipality
    pack = book.pack(key, start) if key else None
    match scenario.term:
        case "appeal":
            bases = [scenario.basis or SERVICE]
            return time_limits.appeal(start, bases, book, pack)
        case "preliminary-answer":
            return time_limits.preliminary_answer(start, book)
        case "mapping-interview" if pack:
            return time_limits.mapping_interview(start, book, pack)
        case "decision-after-mapping" if pack:
            return time_limits.decision_after_mapping(start, book, pack)
    term = book.term(scenario.term, start)
    return Finding(
        end(start, term.length, book.calendar),
        (term.citation,),
        {"start": start, "period": term.length},
    )

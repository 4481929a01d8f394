"""What is counted of cases, by the month it happened: nobody is in it, and no case."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.appeal import stages as appeals
from fotfeste.procedures.application import events as application
from fotfeste.procedures.application import stages as applications
from fotfeste.procedures.care import events as care
from fotfeste.procedures.care import stages as cares
from fotfeste.procedures.kinds import PROCEDURES, Case, Event, Kind, evolve


class Counted(StrEnum):
    """What is counted.

    DECISION: what was decided for a service; the key is the service.
    APPEAL:   what we came to in an appeal; no key.
    INSTANCE: what the appellate instance came to; no key.
    WAITED:   the days of the calendar somebody waited; the key is for what.
    """

    DECISION = "decision"
    APPEAL = "appeal"
    INSTANCE = "instance"
    WAITED = "waited"


WAITS = ("interview", "decision", "start", "appeal")
"""What somebody waits for: from the application, the grant, or the appeal."""

OWN_RESULTS = ("received", "upheld", "partly", "reversed", "dismissed", "withdrawn")
"""What can be said of an appeal, besides what the appellate instance says."""


@dataclass(frozen=True, slots=True, order=True)
class Tally:
    """One that is counted, with nothing that tells which one.

    month:   the first day of the month it happened.
    outcome: what came of it; of a wait the number of days.
    """

    month: date
    what: Counted
    key: str
    outcome: str


def tallied(case: Case, event: Event) -> Iterator[Tally]:
    """Yield what is to be counted of the event, in the case as it was before it."""
    match case, event:
        case applications.Case(), application.InterviewHeld(on=day):
            if not case.opened.interviews:
                yield _waited("interview", case.opened.received_on, day)
        case applications.Case(), application.DecisionMade(decided_on=day):
            if case.opened.decided is None:
                yield _waited("decision", case.opened.received_on, day)
            for service in event.decision.services:
                yield _tally(day, Counted.DECISION, service.offer, service.outcome)
        case cares.Case(cares.Granted()), care.CareStarted(on=day):
            yield _waited("start", case.opened.grant.on, day)
        case appeals.Case(), _:
            yield from _of_appeal(case, event)
        case _:
            return


def tallies(kind: Kind, history: Iterable[Event]) -> Counter[Tally]:
    """Return all that is counted of a case."""
    case, found = PROCEDURES[kind].start, Counter[Tally]()
    for event in history:
        found.update(tallied(case, event))
        case = evolve(case, event)
    return found


def _of_appeal(case: appeals.Case, event: Event) -> Iterator[Tally]:
    result = ""
    match event:
        case appeal.AppealReceived(received_on=day):
            result = "received"
        case appeal.AppealForwarded(on=day):
            yield _waited("appeal", case.opened.received_on, day)
            result = "partly" if case.opened.reversed_on else "upheld"
        case appeal.DecisionReversed(on=day):
            result = "reversed"
        case appeal.AppealDismissed(on=day):
            result = "dismissed"
        case appeal.AppealWithdrawn(on=day):
            result = "withdrawn"
        case appeal.OutcomeRecorded(decided_on=day, outcome=outcome):
            yield _tally(day, Counted.INSTANCE, "", outcome)
        case _:
            return
    if result:
        yield _tally(day, Counted.APPEAL, "", result)


def _waited(what: str, since: date, until: date) -> Tally:
    """Return the wait; what was written down in the wrong order took no time."""
    days = max((until - since).days, 0)
    return _tally(until, Counted.WAITED, what, str(days))


def _tally(day: date, what: Counted, key: str, outcome: str) -> Tally:
    return Tally(day.replace(day=1), what, key, str(outcome))

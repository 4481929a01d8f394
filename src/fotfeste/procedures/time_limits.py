"""Every time limit of the procedures, as the rulebook gives it (frister).

The very functions that `fotfeste deadline` asks. The authority's own duties are not
extended over weekends and holidays; the periods of citizens are (domstolloven § 149).
"""

from collections.abc import Sequence
from datetime import date

from fotfeste.law.citation import Citation
from fotfeste.law.finding import Finding
from fotfeste.law.periods import Period, Unit, end, longest
from fotfeste.procedures.clock import Clock
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.pack import Pack


class NoPromiseError(LookupError):
    """The municipality has promised no such period."""


def appeal(
    reached_on: date, bases: Sequence[Citation], book: Rulebook, pack: Pack | None
) -> Finding[date]:
    """Return the last day on which an appeal is in time (klagefrist).

    Law:    pbrl § 7-5 or fvl § 29, by the decision's legal basis; domstolloven
            §§ 148-149. Of several bases the longest counts, and of law and promise too.
    Which:  the law in force on the day the decision was made available.
    In:     reached_on - local date; bases - at least one provision decided on.
    Out:    last day, inclusive; always a working day.
    Raises: NoRuleInForceError - nothing is known for the day or the basis.
    """
    terms = [
        book.term(book.appeal_route(basis, reached_on).term, reached_on)
        for basis in bases
    ]
    promise = pack.promise("appeal") if pack else None
    promised = [promise.value] if promise else []
    lengths = [term.length for term in terms]
    period = longest(reached_on, [*lengths, *promised], book.calendar)
    law = next((term.citation for term in terms if term.length == period), None)
    last = end(reached_on, period, book.calendar)
    moved = book.calendar.working_day_on_or_after(last)
    basis = [law or terms[0].citation, _counting(period, book, reached_on)]
    if moved != last:
        basis.append(book.term("counting.extension", reached_on).citation)
    return Finding(
        moved,
        tuple(basis),
        {"reached_on": reached_on, "period": period, "before_extension": last},
    )


def preliminary_answer(received_on: date, book: Rulebook) -> Finding[date]:
    """Return the last day for a decision or a preliminary answer (foreløpig svar).

    Law:   fvl § 11 a third paragraph; domstolloven § 148.
    Which: the law in force on the day the application was received.
    Out:   last day, inclusive; not moved when it is a Saturday or holiday.
    """
    term = book.term("preliminary-answer", received_on)
    return Finding(
        end(received_on, term.length, book.calendar),
        (term.citation, _counting(term.length, book, received_on)),
        {"received_on": received_on, "period": term.length},
    )


def mapping_interview(received_on: date, book: Rulebook, pack: Pack) -> Finding[date]:
    """Return the day by which the municipality promises a mapping interview.

    Raises: NoPromiseError - the municipality promises none.
    """
    return _promised("mapping-interview", received_on, book, pack)


def decision_after_mapping(held_on: date, book: Rulebook, pack: Pack) -> Finding[date]:
    """Return the day by which a decision is promised after the mapping interview.

    Raises: NoPromiseError - the municipality promises none.
    """
    return _promised("decision-after-mapping", held_on, book, pack)


def latest_appeal(decided_on: date, book: Rulebook) -> Finding[date]:
    """Return the last day on which even a late appeal can be taken up.

    Law: fvl § 31 third paragraph: one year after the decision.
    """
    term = book.term("appeal.latest", decided_on)
    return Finding(
        end(decided_on, term.length, book.calendar),
        (term.citation, _counting(term.length, book, decided_on)),
        {"decided_on": decided_on, "period": term.length},
    )


def of_term(term: str, start: date, book: Rulebook) -> Finding[date]:
    """Return the last day of the term's period, for what the municipality is to do.

    Which: the law or practice in force on the start day.
    Out:   last day, inclusive; not moved when it is a Saturday or holiday.
    """
    rule = book.term(term, start)
    basis = (rule.citation, _counting(rule.length, book, start))
    return Finding(
        end(start, rule.length, book.calendar),
        () if rule.practice else basis,
        {"start": start, "period": rule.length},
    )


def clock(term: str, due: Finding[date], book: Rulebook) -> Clock:
    """Return the clock that a desk goes by: its day is a working day."""
    return Clock(term, due, book.calendar.working_day_on_or_before(due.value))


def _promised(key: str, start: date, book: Rulebook, pack: Pack) -> Finding[date]:
    promise = pack.promise(key)
    if promise is None:
        raise NoPromiseError(f"The pack promises no «{key}»")
    return Finding(
        end(start, promise.value, book.calendar),
        (),
        {"start": start, "period": promise.value, "promise": promise.text},
    )


def _counting(period: Period, book: Rulebook, on: date) -> Citation:
    in_days = period.unit in (Unit.DAYS, Unit.WORKING_DAYS)
    key = "counting.days" if in_days else "counting.weeks-and-months"
    return book.term(key, on).citation

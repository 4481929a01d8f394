"""The law is the floor: a pack may promise more, never less (X-05)."""

from collections.abc import Iterator
from datetime import date, timedelta

from fotfeste.law.calendar import Calendar
from fotfeste.law.periods import Period, end, longest
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.changes import days_of_change, days_within
from fotfeste.rulebook.documents import Problem
from fotfeste.rulebook.pack import Pack, Published
from fotfeste.rulebook.reading import Reading

_FOUR_YEARS = 4 * 365 + 1


def promises(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    """Yield the promises of time to appeal that are no more than the law gives."""
    changes = days_of_change(reading)
    for file, pack in reading.of(Pack).items():
        for n, promise in enumerate(pack.promises):
            if promise.id != "appeal":
                continue
            if fault := _less(book, pack, promise.value, days_within(pack, changes)):
                yield reading.documents[file].problem(
                    ("promises", n, "value"),
                    fault,
                    "Promise more, or take it away; a printed shorter period belongs"
                    " under published",
                )


def notes(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    """Yield the published periods that give people less than the law does."""
    changes = days_of_change(reading)
    for file, pack in reading.of(Pack).items():
        for n, published in enumerate(pack.published):
            law = _law_that_gives_more(
                book, pack, published, days_within(pack, changes)
            )
            if law is not None:
                to = "to appeal" if published.term == "appeal" else "to answer"
                yield reading.documents[file].problem(
                    ("published", n, "value"),
                    f"Note: the published text says {published.value} {to}"
                    f" ({published.where}); the law gives {law}",
                    "The law's counts; ask the municipality to mend its text",
                )


def _less(book: Rulebook, pack: Pack, promised: Period, days: list[date]) -> str | None:
    """Return how the promise falls short of the law on one of the days, or None."""
    for day, law in _laws_for_appeals(book, pack, days):
        shortest, most = _differences(promised, law, day, book.calendar)
        if most <= 0:
            return f"The promised {promised} to appeal is no more than the law's {law}"
        if shortest < 0:
            return (
                f"The promised {promised} to appeal can end {-shortest} days before"
                f" the law's {law}"
            )
    return None


def _law_that_gives_more(
    book: Rulebook, pack: Pack, published: Published, days: list[date]
) -> Period | None:
    """Return the law's period, where a person has more by it than by the page."""
    if published.term == "appeal":
        for day, law in _laws_for_appeals(book, pack, days):
            if _differences(published.value, law, day, book.calendar)[0] < 0:
                return law
        return None
    # The municipality's time to answer: here the longer is the worse.
    for term in book.terms():
        if term.id == "preliminary-answer" and any(
            term.valid_from <= day <= (term.valid_to or date.max) for day in days
        ):
            start = max(term.valid_from, pack.valid_from)
            if _differences(published.value, term.length, start, book.calendar)[1] > 0:
                return term.length
    return None


def _differences(
    period: Period, law: Period, start: date, calendar: Calendar
) -> tuple[int, int]:
    """Return by how many days the period ends after the law's, at least and at most.

    Months and leap years differ, so every day of a whole cycle is tried as the first.
    """
    days = [start + timedelta(days=n) for n in range(_FOUR_YEARS)]
    differences = [
        (end(day, period, calendar) - end(day, law, calendar)).days for day in days
    ]
    return min(differences), max(differences)


def _laws_for_appeals(
    book: Rulebook, pack: Pack, days: list[date]
) -> Iterator[tuple[date, Period]]:
    """Yield the law's longest period for the pack's offers, on each day it changes."""
    known: Period | None = None
    for day in days:
        law = longest(
            day,
            [
                book.term(book.appeal_route(offer.basis[0], day).term, day).length
                for offer in pack.offers
            ],
            book.calendar,
        )
        if law != known:
            yield day, law
        known = law

"""Which offers take an individual decision: the law is the floor (pbrl § 2-7)."""

from collections.abc import Iterator
from datetime import date

from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.changes import days_of_change, days_within
from fotfeste.rulebook.documents import Problem
from fotfeste.rulebook.national import IndividualDecisions
from fotfeste.rulebook.pack import Offer, Pack
from fotfeste.rulebook.reading import Reading


def undecided(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    """Yield notes of offers without a decision, where the law asks for one.

    The other way is no fault: a municipality may decide where the law asks for nothing.
    """
    first = min(one.valid_from for one in reading.of(IndividualDecisions).values())
    changes = days_of_change(reading)
    for file, pack in reading.of(Pack).items():
        days = [day for day in days_within(pack, changes) if day >= first]
        for n, offer in enumerate(pack.offers):
            if not offer.decision and (law := _law(book, offer, days)):
                yield reading.documents[file].problem(
                    ("offers", n, "decision"),
                    f"Note: «{offer.id}» is given without a decision; {law} asks for"
                    " one unless it is short",
                    "Write decision: true, or see to it that it never lasts so long",
                )


def _law(book: Rulebook, offer: Offer, days: list[date]) -> str | None:
    """Return the provision that asks for a decision on one of the days, or None."""
    for day in days:
        for basis in offer.basis:
            needs = book.needs_decision(basis, day, None, day)
            if needs.value:
                return needs.because()
    return None

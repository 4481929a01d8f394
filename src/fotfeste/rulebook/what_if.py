"""What an act changes in the terms on the day it is in force."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fotfeste.rulebook.book import NoRuleInForceError, Rulebook, TermInForce


@dataclass(frozen=True, slots=True)
class Change:
    """A term as it is, and as it would be; None where it is not there."""

    term: str
    before: TermInForce | None
    after: TermInForce | None


def changes(before: Rulebook, after: Rulebook, on: date) -> Iterator[Change]:
    """Yield the terms that are other in the one rulebook than in the other, by id."""
    keys = {term.id for book in (before, after) for term in book.terms()}
    for key in sorted(keys):
        change = Change(key, _term(before, key, on), _term(after, key, on))
        if _said(change.before) != _said(change.after):
            yield change


def _term(book: Rulebook, key: str, on: date) -> TermInForce | None:
    try:
        return book.term(key, on)
    except NoRuleInForceError:
        return None


def _said(term: TermInForce | None) -> tuple[object, ...] | None:
    if term is None:
        return None
    return term.citation, term.period, term.text, term.practice

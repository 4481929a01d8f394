"""The rulebook as the reference tells it: rules, examples and offers by their §."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from scripts.reference.source import ROOT

from fotfeste.law.citation import Citation
from fotfeste.law.periods import Period
from fotfeste.procedures.worked_examples import counted
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.check import check
from fotfeste.rulebook.national import ActVersion, Holidays, PreparedAct, Term
from fotfeste.rulebook.reading import Reading, folder_of, read
from fotfeste.rulebook.scenarios import Scenario, Scenarios

Place = tuple[str, str]
"""An act's short name, and the number of a paragraph."""


@dataclass(frozen=True)
class Rule:
    """A term with where it was read, and when it holds."""

    id: str
    citation: Citation
    text: str
    period: Period | None
    practice: str | None
    note: str | None
    valid_from: date | None
    valid_to: date | None
    source: str
    checked: date


@dataclass
class Paragraph:
    """All that the rulebook has about one §."""

    rules: list[Rule] = field(default_factory=list)
    examples: list[Scenario] = field(default_factory=list)
    offers: set[str] = field(default_factory=set)
    holidays: list[str] = field(default_factory=list)


@dataclass
class Library:
    """The rulebook, and what it has about each §.

    promised: the examples of promises, which rest on no law.
    """

    book: Rulebook
    prepared: dict[str, PreparedAct]
    sources: dict[str, str]
    paragraphs: dict[Place, Paragraph]
    promised: list[Scenario]

    def rule(self, term: str, on: date) -> Rule | None:
        """Return the rule with the id that holds on the day, or None."""
        for paragraph in self.paragraphs.values():
            for rule in paragraph.rules:
                begun = rule.valid_from is not None and rule.valid_from <= on
                ended = rule.valid_to is not None and rule.valid_to < on
                if rule.id == term and begun and not ended:
                    return rule
        return None

    def places_of(self, term: str) -> set[Place]:
        """Return where the term has stood, stands or will stand."""
        return {
            place
            for place, paragraph in self.paragraphs.items()
            if any(rule.id == term for rule in paragraph.rules)
        }

    @property
    def terms(self) -> frozenset[str]:
        """Return the id of every term."""
        rules = (rule for p in self.paragraphs.values() for rule in p.rules)
        return frozenset(rule.id for rule in rules)

    @property
    def checked(self) -> date:
        """Return the day on which something was last read: the reference is of then."""
        rules = (rule for p in self.paragraphs.values() for rule in p.rules)
        return max(rule.checked for rule in rules)


@lru_cache(maxsize=1)
def library() -> Library:
    """Return the rulebook of the repository."""
    folder = ROOT / "rulebook"
    texts = {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob("*.yaml"))
    }
    reading, book = read(texts), _sound(texts, {})
    made = Library(
        book,
        {act.law: act for act in reading.of(PreparedAct).values()},
        {v.law: v.source for v in reading.of(ActVersion).values()},
        {},
        [],
    )
    made.sources |= {law: act.source for law, act in made.prepared.items()}
    for rule in _rules(reading):
        _at(made, rule.citation).rules.append(rule)
    _add_examples(made, reading, texts)
    _add_offers(made)
    for entry in (e for h in reading.of(Holidays).values() for e in h.holidays):
        _at(made, entry.cite).holidays.append(entry.name)
    return made


def place_of(citation: Citation) -> Place:
    """Return the act and the § of a provision."""
    return (citation.law, citation.paragraph)


def in_order(place: Place) -> tuple[str, list[tuple[int, str]]]:
    """Return what places are sorted by: the act, and the § as people count."""
    parts = re.findall(r"(\d+)|([a-z])", place[1])
    return (place[0], [(int(number or 0), letter) for number, letter in parts])


def without_vaguer(citations: Iterable[Citation]) -> list[Citation]:
    """Return the provisions but those that another one stands inside."""
    found = set(citations)
    return sorted(
        one for one in found if not any(one.covers(o) and one != o for o in found)
    )


def _sound(texts: dict[str, str], in_force: dict[str, date]) -> Rulebook:
    checked = check(texts, in_force)
    if checked.rulebook is None:
        raise SystemExit("\n".join(map(str, checked.problems)))
    return checked.rulebook


def _at(library: Library, citation: Citation) -> Paragraph:
    return library.paragraphs.setdefault(place_of(citation), Paragraph())


def _rules(reading: Reading) -> Iterator[Rule]:
    for act in reading.of(ActVersion).values():
        for term in act.terms:
            first = term.valid_from or act.valid_from
            yield _rule(act, term, first, act.valid_to)
    for prepared in reading.of(PreparedAct).values():
        for term in prepared.terms:
            yield _rule(prepared, term, prepared.in_force, None)


def _rule(
    act: ActVersion | PreparedAct, term: Term, first: date | None, last: date | None
) -> Rule:
    return Rule(
        term.id,
        Citation(f"{act.law} {term.cite}"),
        term.text,
        term.value,
        term.practice,
        term.note,
        first,
        last,
        act.source,
        act.checked,
    )


def _add_examples(library: Library, reading: Reading, texts: dict[str, str]) -> None:
    """File each example under what it rests on; a way of counting has only its own."""
    acts = {folder_of(f): v.law for f, v in reading.of(ActVersion).items()}
    for file, examples in reading.of(Scenarios).items():
        book = _sound(texts, examples.assuming)
        for scenario in examples.scenarios:
            basis = counted(scenario, book).basis
            if not basis:
                library.promised.append(scenario)
            own = [c for c in basis[1:] if c.law == acts.get(folder_of(file))]
            for citation in (*basis[:1], *own):
                _at(library, citation).examples.append(scenario)


def _add_offers(library: Library) -> None:
    book = library.book
    for key, packs in book.packs.items():
        if book.municipality(key).made_up:
            continue
        for pack in packs:
            for offer in pack.offers:
                for citation in offer.basis[:1]:
                    _at(library, citation).offers.add(offer.name)

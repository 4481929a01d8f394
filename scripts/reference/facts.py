"""What a piece of the procedures rests on: provisions, terms, refusals, events."""

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from scripts.reference.source import (
    PROCEDURES,
    Module,
    constants,
    functions,
    in_procedures,
    locals_of,
    without_docstring,
)

from fotfeste.law.citation import Citation

_CODE = "fotfeste.procedures.refusal.RefusalCode."
_DOCSTRING_LAWS = {"domstolloven": "dl", "vergemålsloven": "vgml"}
_SHORT = frozenset({
    "fvl", "hol", "pbrl", "sotjl", "bosl", "hpl", "tannhl", "pjl", "dl", "eforv",
    "vgml", "nfvl",
})  # fmt: skip
_BY_CHAPTER = frozenset({"hol", "pbrl"})
_NUMBER = r"\d+(?:-\d+)?(?: [a-d]\b(?!-))?"
_LISTED = re.compile(
    rf"§+ (?:{_NUMBER}(?: \w+ paragraph)?(?:, (?=\d)| and (?=\d)|-(?=\d))?)+"
)


@dataclass
class Facts:
    """What was found in a piece of code.

    builds: full names of the events and commands that are made.
    refers: full names of functions and constants of the procedures that are named.
    """

    citations: set[Citation] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    builds: set[str] = field(default_factory=set)
    refers: set[str] = field(default_factory=set)

    def add(self, other: "Facts") -> None:
        """Take in what was found elsewhere."""
        self.citations |= other.citations
        self.terms |= other.terms
        self.codes |= other.codes
        self.builds |= other.builds
        self.refers |= other.refers


def facts_of(
    nodes: Iterable[ast.AST],
    module: Module,
    terms: frozenset[str],
    local: frozenset[str] = frozenset(),
) -> Facts:
    """Return what the nodes name.

    terms: the ids that the rulebook has.
    local: names that the function keeps for itself, whatever the module has.
    """
    found = Facts()
    for node in (inner for outer in nodes for inner in ast.walk(outer)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if node.value in terms:
                found.terms.add(node.value)
            if citation := _citation(node.value):
                found.citations.add(citation)
        elif isinstance(node, ast.Name | ast.Attribute):
            own = isinstance(node, ast.Name) and node.id in local
            meant = "" if own else module.meant(node)
            if meant.startswith(_CODE):
                found.codes.add(meant.removeprefix(_CODE))
            elif meant.startswith(PROCEDURES):
                found.refers.add(meant)
        if isinstance(node, ast.Call) and _is_made(module.meant(node.func)):
            found.builds.add(module.meant(node.func))
    return found


@lru_cache(maxsize=1)
def definitions(terms: frozenset[str]) -> dict[str, Facts]:
    """Return what each function and constant of the procedures names, by full name."""
    found = {}
    for module in in_procedures():
        for name, value in constants(module):
            found[name] = facts_of([value], module, terms)
        for name, function in functions(module):
            body, local = without_docstring(function), locals_of(function)
            facts = facts_of(body, module, terms, local)
            facts.citations |= cited_in(ast.get_docstring(function) or "")
            found[name] = facts
    return found


def cited_in(docstring: str) -> set[Citation]:
    """Return the provisions that a docstring names, to the paragraph.

    >>> sorted(cited_in("Law: fvl §§ 23-25, pbrl § 3-1."))
    ['fvl § 23', 'fvl § 24', 'fvl § 25', 'pbrl § 3-1']
    """
    found: set[Citation] = set()
    law = ""
    before = ""
    words = " ".join(docstring.split()).replace("act of 2025 §", "nfvl §")
    for word in re.finditer(rf"\b[a-zæøå]+\b(?= §)|{_LISTED.pattern}", words):
        if not word[0].startswith("§"):
            if word[0] in _laws():
                before = law if law not in _BY_CHAPTER else before
                law = _DOCSTRING_LAWS.get(word[0], word[0])
            continue
        for number in _numbers(word[0]):
            # «pbrl § 3-1; § 42»: a plain number goes back to the act before.
            by_number = law in _BY_CHAPTER and "-" not in number
            of = before if by_number else law
            if of:
                found.add(Citation(f"{of} § {number}"))
    return found


def _laws() -> frozenset[str]:
    return _SHORT | frozenset(_DOCSTRING_LAWS)


def _numbers(listed: str) -> list[str]:
    several = listed.startswith("§§")
    numbers: list[str] = []
    for number in re.findall(_NUMBER, listed):
        first, _, last = number.partition("-")
        if several and last.isdecimal() and int(last) > int(first) > 10:
            numbers += [str(n) for n in range(int(first), int(last) + 1)]
        else:
            numbers.append(number)
    return numbers


def _citation(text: str) -> Citation | None:
    if "§" not in text:
        return None
    try:
        return Citation(text)
    except ValueError:
        return None


def _is_made(name: str) -> bool:
    return name.startswith(PROCEDURES) and name.split(".")[-2] in ("commands", "events")

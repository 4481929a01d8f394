"""Which part of the program uses a provision: by its place, or by a term's id."""

import ast
from collections.abc import Iterator
from functools import lru_cache

from scripts.reference.acts import Library, Place, library, place_of
from scripts.reference.facts import Facts, cited_in, definitions, facts_of
from scripts.reference.source import (
    PROCEDURES,
    functions,
    modules,
    without_docstring,
)
from scripts.reference.steps import Step, reached, steps

_OUTSIDE = ("letters", "web", "jobs", "access", "ledger", "office")

Use = tuple[str, str]
"""A package, and the full name of the command; empty for what no command does."""


@lru_cache(maxsize=1)
def all_steps() -> dict[str, Step]:
    """Return the step of every command, by its full name."""
    return steps(library().terms)


@lru_cache(maxsize=1)
def uses() -> dict[Place, set[Use]]:
    """Return every use of every provision that the program names."""
    known, found = library(), dict[Place, set[Use]]()
    for command, step in all_steps().items():
        _file(found, known, step.facts, (_package(command), command))
    for name, facts in definitions(known.terms).items():
        if name.endswith(".rules.clocks"):
            _file(found, known, reached(facts, known.terms), (_package(name), ""))
    for name, facts in definitions(known.terms).items():
        places = _places(known, facts)
        for place in places - found.keys():
            found.setdefault(place, set()).add((_package(name), ""))
        if name in _EVERYWHERE:
            _file(found, known, facts, (_package(name), ""))
    for package, facts in _outside(known):
        _file(found, known, facts, (package, ""))
    return found


_EVERYWHERE = (f"{PROCEDURES}kinds.decide", f"{PROCEDURES}consequences.consequences")


def _package(name: str) -> str:
    return name.removeprefix(PROCEDURES).split(".")[0]


def _file(found: dict[Place, set[Use]], known: Library, facts: Facts, use: Use) -> None:
    for place in _places(known, facts):
        found.setdefault(place, set()).add(use)


def _places(known: Library, facts: Facts) -> set[Place]:
    places = {place_of(citation) for citation in facts.citations}
    return places.union(*(known.places_of(term) for term in facts.terms))


def _outside(known: Library) -> Iterator[tuple[str, Facts]]:
    """Yield what the rest of the program names: a term only where it asks for it."""
    for module in modules().values():
        package = module.name.split(".")[1] if "." in module.name else ""
        if package not in _OUTSIDE:
            continue
        for _, function in functions(module):
            facts = facts_of(without_docstring(function), module, frozenset())
            facts.citations |= cited_in(ast.get_docstring(function) or "")
            facts.terms |= _asked(function) & known.terms
            yield package, facts


def _asked(function: ast.FunctionDef) -> set[str]:
    return {
        node.args[0].value
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "term"
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }

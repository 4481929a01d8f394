"""The page of the clocks: what must be done by a day, and what answers it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from scripts.reference import markdown as md
from scripts.reference.act_pages import anchor
from scripts.reference.acts import library, place_of, without_vaguer
from scripts.reference.commands import COMMANDS
from scripts.reference.facts import Facts, definitions, facts_of
from scripts.reference.source import (
    PROCEDURES,
    Function,
    Module,
    functions,
    in_procedures,
    locals_of,
)
from scripts.reference.wording import command_name, heads, package_of, t, texts

from fotfeste.law.norwegian import day, weekday

_CLOCK = f"{PROCEDURES}time_limits.clock"
_LIMITS = f"{PROCEDURES}time_limits."
_TERMS = {"preliminary_answer": "preliminary-answer"}
_PROMISES = {
    "mapping_interview": "mapping-interview",
    "decision_after_mapping": "decision-after-mapping",
}


@dataclass(frozen=True)
class Given:
    """A clock as the code gives it: its name, its package, and what its day is."""

    term: str
    package: str
    facts: Facts


def clock_page() -> dict[str, str]:
    """Return the page, by its file."""
    rows = [_row(given) for given in given_clocks().values()]
    return {
        "clocks.md": md.page(
            t("clocks.title"),
            md.prose(t("clocks.lead")),
            md.table(heads("clocks.head"), rows),
            md.heading(t("clocks.party")),
            md.prose(t("clocks.party_lead")),
            md.table(heads("clocks.party_head"), _listed("party_terms")),
            md.heading(t("clocks.beside")),
            md.prose(t("clocks.beside_lead")),
            md.table(heads("clocks.party_head"), _listed("beside_terms")),
            md.heading(t("clocks.promises")),
            md.prose(t("clocks.promises_lead")),
            md.points(_promises()),
            md.heading(t("clocks.examples"), 3),
            md.points(_examples()),
        )
    }


@lru_cache(maxsize=1)
def given_clocks() -> dict[str, Given]:
    """Return every clock that the procedures can give, by its term."""
    found: dict[str, Given] = {}
    for module in in_procedures():
        for _, function in functions(module):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and module.meant(node.func) == _CLOCK:
                    for term in _named(node.args[0], function):
                        facts = _behind(node, function, module)
                        package = module.name.split(".")[2]
                        found.setdefault(term, Given(term, package, facts))
    return found


def clock_name(term: str) -> str:
    """Return what the clock is called, or its term where it has no name yet."""
    known: dict[str, dict[str, str]] = texts()["clock_names"]
    return known.get(term, {}).get("name", term)


def _named(node: ast.expr, function: Function) -> list[str]:
    """Return the terms that the expression can be: written out, or one of several."""
    if isinstance(node, ast.Name):
        values = [value for _, value in _assigned(node.id, function)]
        return [term for value in values for term in _named(value, function)]
    return [
        inner.value
        for inner in ast.walk(node)
        if isinstance(inner, ast.Constant)
        and isinstance(inner.value, str)
        and not isinstance(node, ast.Compare)
    ]


def _behind(call: ast.Call, function: Function, module: Module) -> Facts:
    """Return what the day rests on: its expression, and the names it is made from."""
    terms, local = library().terms, locals_of(function)
    facts, left = Facts(), [(call.lineno, call.args[1])]
    while left:
        line, value = left.pop()
        facts.add(facts_of([value], module, terms, local))
        for name in (n.id for n in ast.walk(value) if isinstance(n, ast.Name)):
            left += [one for one in _assigned(name, function) if one[0] < line][-1:]
    known = definitions(terms)
    for name in sorted(facts.refers & known.keys()):
        if name.startswith(f"{module.name}."):
            facts.add(known[name])
    return facts


def _assigned(name: str, function: Function) -> list[tuple[int, ast.expr]]:
    return sorted(
        (
            (node.lineno, node.value)
            for node in ast.walk(function)
            if isinstance(node, ast.Assign)
            and any(isinstance(x, ast.Name) and x.id == name for x in node.targets)
        ),
        key=lambda one: one[0],
    )


def _row(given: Given) -> list[str]:
    known = texts()["clock_names"].get(given.term, {})
    by_name = {c.__name__: c for c in COMMANDS.values()}
    preferred = {
        c.__name__: c for c in COMMANDS.values() if package_of(c) == given.package
    }
    answers = [
        f"{command_name(command)} {md.code(name)}"
        for name in known.get("answered_by", [])
        if (command := preferred.get(name) or by_name.get(name))
    ]
    package = md.link(t(f"packages.{given.package}"), f"procedures/{given.package}.md")
    last, basis = _basis(given.facts)
    return [
        f"{clock_name(given.term)} {md.code(given.term)} ({package})",
        known.get("starts", ""),
        known.get("last", last),
        basis,
        ", ".join(answers),
    ]


def _basis(facts: Facts) -> tuple[str, str]:
    """Return the length of the period, and whether it is law, practice or promise."""
    limits = [
        name.removeprefix(_LIMITS) for name in facts.refers if name.startswith(_LIMITS)
    ]
    if any(limit in _PROMISES for limit in limits):
        return t("clocks.promised"), t("clocks.promise")
    terms = [_TERMS[limit] for limit in limits if limit in _TERMS] + sorted(facts.terms)
    for rule in filter(None, (library().rule(x, library().checked) for x in terms)):
        length = rule.period.in_norwegian() if rule.period else t("clocks.day")
        place = md.link(str(rule.citation), anchor(place_of(rule.citation)))
        if rule.practice:
            return length, t("clocks.practice", cite=place, why=rule.practice.strip())
        return length, t("clocks.law", cite=place)
    if facts.citations:
        exact = without_vaguer(facts.citations)
        places = [md.link(str(c), anchor(place_of(c))) for c in exact]
        return t("clocks.day"), t("clocks.own", cite=", ".join(places))
    return t("clocks.day"), t("clocks.free")


def _listed(terms: str) -> Iterator[list[str]]:
    for term, name in texts()[terms].items():
        rule = library().rule(term, library().checked)
        if rule and rule.period:
            place = md.link(str(rule.citation), anchor(place_of(rule.citation)))
            yield [name, rule.period.in_norwegian(), f"{rule.text.strip()} ({place})"]


def _promises() -> Iterator[str]:
    book = library().book
    for key, packs in sorted(book.packs.items()):
        if book.municipality(key).made_up or book.municipality(key).template:
            continue
        for pack in packs:
            for promise in pack.promises:
                yield t(
                    "clocks.promise_line",
                    municipality=book.identity(key, pack.valid_from).name,
                    start=day(pack.valid_from),
                    period=promise.value.in_norwegian(),
                    text=promise.text.strip(),
                )


def _examples() -> Iterator[str]:
    for scenario in sorted(library().promised, key=lambda s: (s.start, s.last_day)):
        yield t(
            "act.example",
            start=f"{weekday(scenario.start)} ({clock_name(scenario.term)})",
            last_day=weekday(scenario.last_day),
            why=scenario.why.strip(),
        )

"""The page of the refusals: code, text, provisions, and where each is said."""

import ast
from dataclasses import dataclass, field
from functools import lru_cache

from scripts.reference import markdown as md
from scripts.reference.act_pages import anchor
from scripts.reference.acts import Rule, library, place_of, without_vaguer
from scripts.reference.facts import cited_in, definitions, facts_of
from scripts.reference.source import (
    PROCEDURES,
    Function,
    Module,
    functions,
    in_procedures,
    modules,
)
from scripts.reference.wording import heads, refusal, t

from fotfeste.law.citation import Citation
from fotfeste.procedures.refusal import RefusalCode

_CODE = f"{PROCEDURES}refusal.RefusalCode."
_LIMITS = f"{PROCEDURES}time_limits."
_COUNTING = frozenset({"counting.days", "counting.weeks-and-months"})
_ASKS = "possible"
"""The module that only asks what is possible, and refuses nothing itself."""


@dataclass
class Said:
    """The provisions a refusal is said with, and the functions that say it."""

    basis: set[Citation] = field(default_factory=set)
    where: set[tuple[str, str]] = field(default_factory=set)


def refusal_page() -> dict[str, str]:
    """Return the page, by its file."""
    found = said()
    rows = [_row(code, found.get(code.name, Said())) for code in sorted(RefusalCode)]
    return {
        "refusals.md": md.page(
            t("refusals.title"),
            md.prose(t("refusals.lead")),
            md.table(heads("refusals.head"), rows),
        )
    }


def said() -> dict[str, Said]:
    """Return where each code is said and with which provisions, by the code's name."""
    found: dict[str, Said] = {}
    for module in in_procedures():
        if module.name.endswith(f".{_ASKS}"):
            continue
        for name, function in functions(module):
            for node in ast.walk(function):
                if not isinstance(node, ast.Call):
                    continue
                for code in _codes(node, module):
                    one = found.setdefault(code, Said())
                    one.where.add((module.name, name.rpartition(".")[2]))
                    one.basis |= _basis(node, function, module)
    return found


def _codes(call: ast.Call, module: Module) -> list[str]:
    meant = [module.meant(argument) for argument in call.args]
    return [name.removeprefix(_CODE) for name in meant if name.startswith(_CODE)]


def _basis(call: ast.Call, function: Function, module: Module) -> set[Citation]:
    """Return the provisions that are handed over, also by a name or a constant."""
    terms = library().terms
    rest = [a for a in call.args if not module.meant(a).startswith(_CODE)]
    named = {n.id for a in rest for n in ast.walk(a) if isinstance(n, ast.Name)}
    made = [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        and any(isinstance(x, ast.Name) and x.id in named for x in node.targets)
        and not any(isinstance(n, ast.Compare) for n in ast.walk(node.value))
    ]
    facts = facts_of([*rest, *made], module, terms)
    known = definitions(terms)
    for name in facts.refers & known.keys():
        if name.rpartition(".")[2].isupper():
            facts.citations |= known[name].citations
        elif name.startswith(_LIMITS):
            terms_of = known[name].terms - _COUNTING
            facts.citations |= {r.citation for x in terms_of if (r := _rule(x))}
    asked = {n.attr for m in made for n in ast.walk(m) if isinstance(n, ast.Attribute)}
    return facts.citations.union(*(_of_book().get(name, set()) for name in asked))


def _rule(term: str) -> Rule | None:
    return library().rule(term, library().checked)


@lru_cache(maxsize=1)
def _of_book() -> dict[str, set[Citation]]:
    """Return the provisions that the questions to the rulebook name, by their names."""
    found = functions(modules()["fotfeste.rulebook.book"])
    return {
        name.rpartition(".")[2]: cited_in(ast.get_docstring(node) or "")
        for name, node in found
    }


def _row(code: RefusalCode, one: Said) -> list[str]:
    exact = without_vaguer(one.basis)
    basis = [md.link(str(c), anchor(place_of(c))) for c in exact]
    where = [
        md.link(
            f"{module.removeprefix(PROCEDURES)}.{function}",
            f"../../{modules()[module].path}",
        )
        for module, function in sorted(one.where)
    ]
    return [
        f'<a id="{code}"></a>{md.code(code)}',
        refusal(code),
        ", ".join(basis),
        ", ".join(where),
    ]

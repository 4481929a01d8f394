"""From a command to all that it leads to: the procedures followed call by call."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from typing import get_args

from scripts.reference.facts import Facts, definitions, facts_of
from scripts.reference.source import (
    PROCEDURES,
    Function,
    Module,
    constants,
    functions,
    in_procedures,
    locals_of,
)


@dataclass
class Branch:
    """One case of a `match`, or one `if`: what it is about, and what it does.

    about: full names of the commands, events and stages that it names.
    local: names that its function keeps for itself.
    """

    module: Module
    function: str
    about: set[str]
    body: list[ast.stmt]
    local: frozenset[str]

    @property
    def package(self) -> str:
        """Return the package of the procedures that it stands in."""
        return self.module.name.removeprefix(PROCEDURES).split(".")[0]

    def facts(self, terms: frozenset[str]) -> Facts:
        """Return what it does."""
        return facts_of(self.body, self.module, terms, self.local)


@dataclass
class Step:
    """What a command rests on and leads to, and the stages in which it is given.

    stages: by the package of the procedure; none means any that is opened.
    """

    facts: Facts = field(default_factory=Facts)
    stages: dict[str, set[str]] = field(default_factory=dict)
    where: set[str] = field(default_factory=set)


def steps(terms: frozenset[str]) -> dict[str, Step]:
    """Return each command's step, by the full name of the command."""
    found: dict[str, Step] = {}
    whole: dict[str, Step] = {}
    for branch in branches():
        for command in _kind(branch.about, "commands"):
            is_whole = command.endswith(".Command")
            step = (whole if is_whole else found).setdefault(command, Step())
            if branch.module.name.endswith(".decide"):
                held = step.stages.setdefault(branch.package, set())
                held |= _kind(branch.about, "stages")
            if not is_whole:
                step.where.add(branch.function)
                step.facts.add(reached(branch.facts(terms), terms, command))
    for command, step in found.items():
        of_all = whole.get(f"{command.rpartition('.')[0]}.Command", Step())
        step.stages = of_all.stages | step.stages
    return found


def reached(begun: Facts, terms: frozenset[str], command: str = "") -> Facts:
    """Return the facts and all that they lead to, call by call.

    command: of a table by command, only its own line is followed, and nothing of the
    page on which its package decides about all of them.
    """
    known, own = definitions(terms), _by_command(terms)
    found, left = Facts(), [begun]
    page = f"{command.rpartition('.commands.')[0]}.decide.decide"
    seen, made = {page}, set[str]()
    while left:
        facts = left.pop()
        found.add(facts)
        for name in sorted(facts.refers - seen):
            seen.add(name)
            if name in own:
                left += [line for key, line in own[name].items() if key == command]
            elif name in known:
                left.append(known[name])
        for event in sorted(facts.builds - made):
            made.add(event)
            left += _caused(event, terms)
    return found


@lru_cache(maxsize=1)
def branches() -> tuple[Branch, ...]:
    """Return every branch of the procedures that names a command, event or stage."""
    return tuple(
        Branch(module, name, about, body, locals_of(function))
        for module in in_procedures()
        for name, function in functions(module)
        for tests, body in _tests(function)
        if (about := _about(tests, module, function))
    )


def _tests(function: Function) -> Iterator[tuple[list[ast.AST], list[ast.stmt]]]:
    for node in ast.walk(function):
        if isinstance(node, ast.If):
            for test in _either(node.test):
                yield [test], node.body
        elif isinstance(node, ast.Match):
            for case in node.cases:
                guard = [case.guard] if case.guard else []
                yield [case.pattern, *guard], case.body


def _either(test: ast.expr) -> list[ast.expr]:
    """Return the tests of which one is enough."""
    match test:
        case ast.BoolOp(op=ast.Or(), values=values):
            return values
        case _:
            return [test]


def _about(tests: Iterable[ast.AST], module: Module, function: Function) -> set[str]:
    local = {
        target.id: node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    named: set[str] = set()
    for node in (inner for test in tests for inner in ast.walk(test)):
        named.add(module.meant(node))
        if isinstance(node, ast.Name) and node.id in local:
            named |= {module.meant(inner) for inner in ast.walk(local[node.id])}
    meant = {one for name in named for one in _members(name)}
    return {name for name in meant if _part(name) in ("commands", "events", "stages")}


def _members(name: str) -> set[str]:
    """Return the classes that a union of several stands for, or the name itself.

    The union of all of a package keeps its name: it is what the package is given.
    """
    package, _, last = name.rpartition(".")
    if last in ("Command", "Event", "Stage") or not package.startswith("fotfeste."):
        return {name}
    try:
        value = getattr(import_module(package), last, None)
    except ModuleNotFoundError:
        return {name}
    members = get_args(value)
    return {f"{m.__module__}.{m.__qualname__}" for m in members} or {name}


def _kind(names: Iterable[str], part: str) -> set[str]:
    return {name for name in names if _part(name) == part}


def _part(name: str) -> str:
    parts = name.split(".")
    is_class = parts[-1][:1].isupper() and not parts[-1].isupper()
    return parts[-2] if is_class and len(parts) > 2 else ""


def _caused(event: str, terms: frozenset[str]) -> Iterator[Facts]:
    """Yield what becomes of the event in the file of its case."""
    for branch in branches():
        if branch.module.name.endswith(".stages") and event in branch.about:
            yield branch.facts(terms)


@lru_cache(maxsize=1)
def _by_command(terms: frozenset[str]) -> dict[str, dict[str, Facts]]:
    """Return the tables that have a line for each command, by their full name."""
    found: dict[str, dict[str, Facts]] = {}
    for module in in_procedures():
        for name, value in constants(module):
            keys = value.keys if isinstance(value, ast.Dict) else []
            named = [module.meant(key) for key in keys if key is not None]
            if named and all(_part(key) == "commands" for key in named):
                assert isinstance(value, ast.Dict)  # noqa: S101 - it has keys
                lines = zip(named, value.values, strict=True)
                found[name] = {k: facts_of([v], module, terms) for k, v in lines}
    return found

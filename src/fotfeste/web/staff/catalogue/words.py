"""The words of the catalogue, and what the check of the rulebook says in Norwegian."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from fotfeste.law.periods import Period
from fotfeste.rulebook.documents import Problem
from fotfeste.rulebook.yaml_source import Path

_PERIOD = re.compile(r"\b\d{1,3} (?:working-day|day|week|month|year)s?\b")


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """Return the words of the catalogue by their kind."""
    return _read("catalogue.nb.yaml")


def label(*names: str) -> str:
    """Return what the field is called, by its own name or a thing's and its own."""
    return str(words()["fields"][".".join(names)]["label"])


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that a leader reads: where, what is wrong and what to do.

    path: what it is about; empty where it is about the whole file.
    said: whether we have it in Norwegian; if not, it is the check's own English.
    """

    path: Path
    line: int
    what: str
    todo: str
    said: bool = True


def in_norwegian(problems: Iterable[Problem]) -> list[Fault]:
    """Return what the check says, in the order it says it."""
    return [_fault(problem) for problem in problems]


def _fault(problem: Problem) -> Fault:
    what = _said("what", problem.what)
    todo = _said("todo", problem.todo)
    if what is None:
        return Fault(problem.path, problem.line, problem.what, problem.todo, said=False)
    return Fault(problem.path, problem.line, what, todo or "")


def _said(kind: str, text: str) -> str | None:
    for pattern, norwegian in _patterns()[kind]:
        found = pattern.fullmatch(text)
        if found:
            told = norwegian.format(*(part or "" for part in found.groups()))
            return _PERIOD.sub(lambda one: Period(one[0]).in_norwegian(), told)
    return None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    return {
        kind: [
            (re.compile(pattern, re.DOTALL), said) for pattern, said in pairs.items()
        ]
        for kind, pairs in _read("faults.nb.yaml").items()
    }


def _read(name: str) -> dict[str, Any]:
    source = files("fotfeste.web").joinpath("texts", name)
    found: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return found

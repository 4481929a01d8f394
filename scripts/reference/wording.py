"""The words of the reference: ours, and those the program already has."""

import ast
import inspect
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from scripts.reference.source import SOURCE, Module, modules

from fotfeste.procedures.kinds import Kind

TEXTS = Path(__file__).with_name("texts.yaml")
_TITLE = 3
"""Where a step of the pages has its title: after key, command and form."""


@lru_cache(maxsize=1)
def texts() -> dict[str, Any]:
    """Return all our own texts."""
    read: dict[str, Any] = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    return read


def t(key: str, **values: str) -> str:
    """Return the text with the key, filled in."""
    text: Any = texts()
    for part in key.split("."):
        text = text[part]
    return str(text).format(**values)


def heads(key: str) -> list[str]:
    """Return the head of a table."""
    section, _, name = key.partition(".")
    found: list[str] = texts()[section][name]
    return found


def refusal(code: str) -> str:
    """Return what the program says to the code, or that nothing is written yet."""
    return _refusals().get(code, t("refusals.missing"))


def full_name(kind: type) -> str:
    """Return the full name of a class."""
    return f"{kind.__module__}.{kind.__name__}"


def package_of(kind: type) -> str:
    """Return the package of the procedures that the class belongs to."""
    return kind.__module__.split(".")[-2]


def term_of(kind: type) -> str:
    """Return the Norwegian term in parentheses at the end of the docstring."""
    first = (inspect.getdoc(kind) or "").split("\n\n")[0]
    found = re.search(r"\(([^()]+)\)\.$", first)
    return found[1] if found else ""


def command_name(kind: type) -> str:
    """Return what the pages call the step, or else what we do, or else its term."""
    ours: str | None = texts()["command_names"].get(kind.__name__)
    told = _step_titles().get(full_name(kind)) or ours
    return _upper(told or term_of(kind) or kind.__name__)


def event_name(kind: type) -> str:
    """Return what the timeline says of the event, or else its term."""
    return _upper(_told().get(full_name(kind)) or term_of(kind) or kind.__name__)


def event_label(kind: type) -> str:
    """Return what an arrow says: with the event's own name where no text tells it."""
    told = full_name(kind) in _told()
    return event_name(kind) if told else f"{event_name(kind)} ({kind.__name__})"


def stage_label(kind: Kind, stage: type) -> str:
    """Return what a box says: with the stage's own name where no list tells it."""
    told = f"{kind}.{stage.__name__}" in _stages()
    name = stage_name(kind, stage)
    return name if told else f"{name} ({stage.__name__})"


def stage_name(kind: Kind, stage: type) -> str:
    """Return what the lists call the stage, or else its term."""
    listed = _stages().get(f"{kind}.{stage.__name__}")
    return _upper(listed or term_of(stage) or stage.__name__)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=1)
def _refusals() -> dict[str, str]:
    file = SOURCE / "web" / "texts" / "refusals.nb.yaml"
    read: dict[str, str] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


def _pages() -> list[Module]:
    return [m for name, m in modules().items() if name.startswith("fotfeste.web")]


@lru_cache(maxsize=1)
def _step_titles() -> dict[str, str]:
    """Return the titles of the steps of the pages, those of the desk first."""
    found: dict[str, str] = {}
    for module in sorted(_pages(), key=lambda m: ".citizen." in m.name):
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call) or len(node.args) <= 1:
                continue
            command = module.meant(node.args[1])
            titles = [k.value for k in node.keywords if k.arg == "title"]
            titles += node.args[_TITLE : _TITLE + 1]
            if ".commands." in command and titles:
                found.setdefault(command, _spoken(titles[0]))
    return found


@lru_cache(maxsize=1)
def _told() -> dict[str, str]:
    """Return the title that the timeline gives each event, the shortest of several."""
    found: dict[str, str] = {}
    for module in _pages():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.match_case):
                title = _title(node.body)
                for inner in ast.walk(node.pattern):
                    if isinstance(inner, ast.MatchClass) and title:
                        event = module.meant(inner.cls)
                        found[event] = min(title, found.get(event, title), key=len)
    return found


def _title(body: list[ast.stmt]) -> str:
    last = body[-1]
    if isinstance(last, ast.Return) and isinstance(last.value, ast.Tuple):
        return _spoken(last.value.elts[0]) if last.value.elts else ""
    return ""


@lru_cache(maxsize=1)
def _stages() -> dict[str, str]:
    """Return the words of the stages in lists, by kind and stage."""
    found: dict[str, str] = {}
    for module in _pages():
        for node in module.tree.body:
            if not isinstance(node, ast.Assign | ast.AnnAssign):
                continue
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            listed = isinstance(target, ast.Name) and target.id == "STAGES"
            if listed and isinstance(node.value, ast.Dict):
                found |= _words_of(node.value)
    return found


def _words_of(table: ast.Dict) -> dict[str, str]:
    return {
        key.value: _spoken(value)
        for key, value in zip(table.keys, table.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }


def _spoken(text: ast.expr) -> str:
    """Return the text as it is written, with «…» for what is filled in."""
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        return text.value
    if isinstance(text, ast.JoinedStr):
        return "".join(_spoken(v) or "…" for v in text.values)
    return ""

"""YAML that remembers its lines, so that every fault can be pointed at."""

from collections.abc import Hashable
from datetime import date
from typing import Any

import yaml

Path = tuple[str | int, ...]


class SourceFaultError(ValueError):
    """The text is not YAML as we use it; says on which line and why."""

    def __init__(self, line: int, what: str, todo: str) -> None:
        super().__init__(what)
        self.line, self.what, self.todo = line, what, todo


def parse(text: str) -> tuple[Any, dict[Path, int]]:
    """Return the data of a YAML text, and the line (from 1) of every part of it.

    Plain values only: no tags, anchors or merge keys, which a jurist cannot read.
    Raises: SourceFaultError - not YAML, a key given twice, a date that does not exist.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise SourceFaultError(
            mark.line + 1 if mark else 1,
            f"This is not YAML: {error.problem or error.context}",
            "Mend the indentation, quotes or colon on this line",
        ) from error
    except yaml.YAMLError as error:
        raise SourceFaultError(
            1, f"This is not text that YAML allows: {error}", "Save it as UTF-8"
        ) from error
    lines: dict[Path, int] = {}
    return (None if node is None else _plain(node, (), lines)), lines


def _plain(node: yaml.Node, path: Path, lines: dict[Path, int]) -> Any:
    lines[path] = node.start_mark.line + 1
    match node:
        case yaml.MappingNode():
            return _mapping(node, path, lines)
        case yaml.SequenceNode():
            return [
                _plain(item, (*path, number), lines)
                for number, item in enumerate(node.value)
            ]
        case _:
            return _scalar(node)


def _mapping(node: yaml.MappingNode, path: Path, lines: dict[Path, int]) -> Any:
    plain: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = _scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
        line = key_node.start_mark.line + 1
        if not isinstance(key, str):
            raise SourceFaultError(line, "A key must be a word", "Write it as a word")
        if key in plain:
            raise SourceFaultError(
                line, f"«{key}» stands here twice", "Keep one of the two"
            )
        plain[key] = _plain(value_node, (*path, key), lines)
        lines[(*path, key)] = line
    return plain


def _scalar(node: yaml.Node) -> Hashable:
    try:
        value: Hashable = yaml.SafeLoader("").construct_object(node, deep=True)
    except ValueError as error:
        raise SourceFaultError(
            node.start_mark.line + 1,
            f"«{node.value}» does not exist: {error}",
            "Write a day that is in the calendar, as year-month-day",
        ) from error
    except yaml.YAMLError as error:
        raise SourceFaultError(
            node.start_mark.line + 1,
            f"«{node.value}» is not a plain value",
            "Write text, a number, a date, true, false or null",
        ) from error
    if value is None or isinstance(value, str | int | float | date):
        return value
    raise SourceFaultError(
        node.start_mark.line + 1,
        f"«{node.value}» is not a plain value",
        "Put text in quotes",
    )

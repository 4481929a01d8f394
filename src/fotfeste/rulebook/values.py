"""What no value in any file may be: a text without words, an id used twice."""

from collections.abc import Iterator
from typing import Any

from fotfeste.rulebook.documents import Document, Problem
from fotfeste.rulebook.yaml_source import Path


def rubbish(document: Document) -> Iterator[Problem]:
    """Yield the values of a file that can be right nowhere."""
    yield from _rubbish_in(document, document.data, ())


def _rubbish_in(document: Document, value: Any, path: Path) -> Iterator[Problem]:
    match value:
        case dict():
            for key, part in value.items():
                yield from _rubbish_in(document, part, (*path, key))
        case list():
            yield from _ids_twice(document, value, path)
            for n, part in enumerate(value):
                yield from _rubbish_in(document, part, (*path, n))
        case str() if not any(letter.isalnum() for letter in value):
            yield document.problem(
                path, "There are no words here", "Write them, or take the line away"
            )


def _ids_twice(document: Document, items: list[Any], path: Path) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, item in enumerate(items):
        key = item.get("id") if isinstance(item, dict) else None
        if isinstance(key, str):
            if key in seen:
                yield document.problem(
                    (*path, n, "id"), f"«{key}» stands here twice", "Keep one of them"
                )
            seen.add(key)

"""The texts of the rulebook, the letters, the refusals and the reference."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from scripts.spelling.plain import plain
from scripts.spelling.text import Language, Text

_LETTERS = "src/fotfeste/letters/texts/"
_RULEBOOK = "rulebook/"
_GLOSSARY = "docs/glossary.yaml"
_PATTERNS = (
    f"{_RULEBOOK}**/*.yaml",
    f"{_LETTERS}*.yaml",
    "src/fotfeste/web/texts/*.yaml",
    "scripts/reference/texts.yaml",
    _GLOSSARY,
)
_FOR_PROGRAMS = {
    "id", "value", "longer_than", "answered_by", "theme", "en", "authorisation",
    "told_before",
}  # fmt: skip
"""What a program reads though it looks like words, and words that are English."""
_IDENTIFIER = re.compile(r"[a-z0-9_]+(?:[-./][a-z0-9_]+)*")

Way = tuple[str, ...]


def in_yaml(root: Path) -> Iterator[Text]:
    """Yield every text of our YAML files."""
    for pattern in _PATTERNS:
        for file in sorted(root.glob(pattern)):
            yield from _texts(file, file.relative_to(root).as_posix())


def _texts(file: Path, name: str) -> Iterator[Text]:
    spoken: Language = "nn" if "nn" in file.name.split(".") else "nb"
    for path, value in _values(yaml.safe_load(file.read_text(encoding="utf-8"))):
        key = path[-1]
        if name == _GLOSSARY and key not in {"nb", "nn"}:
            continue
        searched = key.startswith(("words[", "nn["))
        if name.startswith(_RULEBOOK) and not searched and _IDENTIFIER.fullmatch(value):
            continue
        language: Language = "nn" if key.split("[")[0] == "nn" else spoken
        yield Text(name, ".".join(path), language, plain(value), _pages(name, path))


def _pages(name: str, path: Way) -> tuple[str, ...]:
    if name == _GLOSSARY:
        return ()
    return (f"{name}: {path[0]}" if name.startswith(_LETTERS) else name,)


def _values(data: Any, path: Way = ()) -> Iterator[tuple[Way, str]]:
    """Yield what is text in the data, and the way to it."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in _FOR_PROGRAMS:
                yield from _values(value, (*path, str(key)))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _values(value, (*path[:-1], f"{path[-1]}[{number}]"))
    elif isinstance(data, str):
        yield path, data

"""Rulebook files as data with lines, and the problems that are found in them."""

from dataclasses import dataclass, field
from typing import Any

from fotfeste.rulebook.yaml_source import Path

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a rulebook file: where, what is wrong, and what to do.

    path: what it is about in the file, with all that the file builds on.
    """

    file: str
    line: int
    what: str
    todo: str
    path: Path = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}. {self.todo}."


@dataclass(frozen=True, slots=True)
class Document:
    """The data of a file, and from which file and line each part of it comes."""

    file: str
    data: Any
    places: dict[Path, Place]

    def place(self, path: Path) -> Place:
        """Return where the part stands, or else the nearest part around it."""
        for length in range(len(path), -1, -1):
            found = self.places.get(path[:length])
            if found:
                return found
        return (self.file, 1)

    def problem(self, path: Path, what: str, todo: str) -> Problem:
        """Return the problem at the part of the document."""
        return Problem(*self.place(path), what, todo, path)


def has_ids(value: Any) -> bool:
    """Test that the value is a list of things that each have an `id`."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(
            isinstance(item, dict) and isinstance(item.get("id"), str) for item in value
        )
    )

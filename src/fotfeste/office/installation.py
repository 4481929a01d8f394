"""What this installation has on disk: the rulebook and the master keys."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from fotfeste.ledger.keys import KeyRing
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.check import Checked, check


class UnsoundRulebookError(Exception):
    """The rulebook has faults; nothing starts on it."""


def texts_in(folder: Path) -> dict[str, str]:
    """Return the texts of a rulebook folder by their path in it.

    A file that is no UTF-8 is read with marks in place of what is not, so that the
    check can say where; `.yml` and JSON are read too, so that it can refuse them.
    """
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8", "replace")
        for file in _files(folder)
    }


def checked(folder: Path, in_force: Mapping[str, date] | None = None) -> Checked:
    """Return what the check says of a folder, as if prepared acts were in force."""
    return check(texts_in(folder), in_force)


@lru_cache(maxsize=4)
def rulebook_in(folder: Path) -> Rulebook:
    """Return the folder's rulebook, read once.

    Raises: UnsoundRulebookError - with every fault, its file, line and what to do.
    """
    result = checked(folder)
    if result.rulebook is None:
        faults = "\n".join(str(problem) for problem in result.problems)
        raise UnsoundRulebookError(f"The rulebook in {folder} has faults:\n{faults}")
    return result.rulebook


def rulebook() -> Rulebook:
    """Return this installation's rulebook."""
    return rulebook_in(Path(settings.FOTFESTE_RULEBOOK))


def keys() -> KeyRing:
    """Return this installation's master keys."""
    return _keys(Path(settings.FOTFESTE_KEYS))


@lru_cache(maxsize=4)
def _keys(folder: Path) -> KeyRing:
    return KeyRing(folder)


def _files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix in {".yaml", ".yml", ".json"}:
            yield file

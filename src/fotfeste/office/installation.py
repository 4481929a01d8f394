"""What this installation has: the rulebook with its editions, and the master keys."""

import logging
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from fotfeste.ledger.keys import KeyRing
from fotfeste.office import approved
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.check import Checked, check
from fotfeste.rulebook.documents import Problem
from fotfeste.rulebook.editions import Edition, about, laid_over
from fotfeste.rulebook.national import PreparedAct
from fotfeste.rulebook.reading import digest, read

_log = logging.getLogger(__name__)


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
    result = check(_texts(folder))
    if result.rulebook is None:
        raise _unsound(f"The rulebook in {folder}", result.problems)
    return result.rulebook


def rulebook() -> Rulebook:
    """Return this installation's rulebook: its folder, and the editions known of.

    It is in memory: to ask for it asks no database. `learn_editions` renews it.
    """
    folder = _folder()
    known = _learnt.get(folder)
    return known[1] if known else rulebook_in(folder)


def folder_texts() -> Mapping[str, str]:
    """Return the texts of this installation's folder, as read when it started."""
    return _texts(_folder())


def learn_editions(*, strict: bool = False) -> bool:
    """Look for editions approved or withdrawn elsewhere; return whether there were any.

    What is known is put in place whole, or not at all. A municipality whose editions
    have faults keeps what it had, and the fault is logged.
    strict: stop at a fault, as one does when one starts.
    Raises: UnsoundRulebookError - only when strict; names the municipality.
    """
    folder = _folder()
    stamp = approved.stamp()
    known = _learnt.get(folder)
    if known and known[0] == stamp:
        return False
    before = known[1] if known else rulebook_in(folder)
    book = rulebook_in(folder)
    for municipality, editions in approved.editions().items():
        fault = None
        if before.editions.get(municipality) != _fingerprint(editions):
            result = laid(municipality, editions)
            if result.rulebook is not None:
                book = with_editions(book, municipality, editions, result.rulebook)
                continue
            fault = _unsound(f"The editions of «{municipality}»", result.problems)
        if fault and strict:
            raise fault
        if fault:
            _log.error("%s", fault)
        if packs := before.packs.get(municipality):
            kept = before.editions.get(municipality, "")
            book = book.with_packs(municipality, packs, kept)
    _learnt[folder] = (stamp, book)
    return True


def laid(municipality: str, editions: list[Edition]) -> Checked:
    """Return what the check says of a municipality's editions laid over the folder.

    A page that looks at an edition asks several times, and the next page again.
    """
    return _laid(_folder(), municipality, tuple(editions))


def prepared_acts() -> list[str]:
    """Return the short names of the acts that lie prepared, and are not in force."""
    found = read(
        {f: t for f, t in folder_texts().items() if f.endswith("/prepared.yaml")}
    )
    acts = found.of(PreparedAct).values()
    return [act.law for act in acts if act.in_force is None]


def as_if_in_force(municipality: str, law: str, day: date) -> Checked:
    """Return the check of what a municipality rests on, as if an act were in force.

    Raises: NoPreparedActError - no such act lies prepared.
    """
    editions = approved.of(municipality)
    texts = laid_over(about_it(municipality, editions), editions)
    return check(texts, {law: day}, [edition.file for edition in editions])


@lru_cache(maxsize=16)
def _laid(folder: Path, municipality: str, editions: tuple[Edition, ...]) -> Checked:
    texts = about(laid_over(_texts(folder), editions), municipality)
    return check(texts, editions=[edition.file for edition in editions])


def about_it(municipality: str, editions: list[Edition]) -> dict[str, str]:
    """Return the files that the municipality's editions rest on."""
    whole = laid_over(_texts(_folder()), editions)
    return about(whole, municipality)


def with_editions(
    book: Rulebook, municipality: str, editions: list[Edition], own: Rulebook
) -> Rulebook:
    """Return the whole rulebook with one municipality's packs as in its own."""
    packs = own.packs[municipality]
    return book.with_packs(municipality, packs, _fingerprint(editions))


def keys() -> KeyRing:
    """Return this installation's master keys."""
    return _keys(Path(settings.FOTFESTE_KEYS))


_learnt: dict[Path, tuple[str, Rulebook]] = {}


def _fingerprint(editions: list[Edition]) -> str:
    return digest({e.file: e.text for e in editions}) if editions else ""


def _folder() -> Path:
    return Path(settings.FOTFESTE_RULEBOOK)


@lru_cache(maxsize=4)
def _texts(folder: Path) -> dict[str, str]:
    return texts_in(folder)


@lru_cache(maxsize=4)
def _keys(folder: Path) -> KeyRing:
    return KeyRing(folder)


def _unsound(what: str, problems: list[Problem]) -> UnsoundRulebookError:
    faults = "\n".join(str(problem) for problem in problems)
    return UnsoundRulebookError(f"{what} has faults:\n{faults}")


def _files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix in {".yaml", ".yml", ".json"}:
            yield file

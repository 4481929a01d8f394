"""Editions: versions of a pack made at a desk, laid over the files of the folder."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from fotfeste.rulebook.pack import Pack
from fotfeste.rulebook.reading import Reading, folder_of

_EXTENDS = re.compile(r"^extends:\s*['\"]?([a-z-]+)/", re.MULTILINE)
_SUCCESSOR = re.compile(r"^successor:\s*['\"]?([a-z-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of a municipality's pack: the text of the file, and its first day."""

    municipality: str
    valid_from: date
    text: str

    @property
    def file(self) -> str:
        """Return where the file would lie in the folder."""
        return f"municipalities/{self.municipality}/{self.valid_from}.yaml"


def laid_over(texts: Mapping[str, str], editions: Iterable[Edition]) -> dict[str, str]:
    """Return the texts of a folder with the editions in it."""
    return {**texts, **{edition.file: edition.text for edition in editions}}


def about(texts: Mapping[str, str], municipality: str) -> dict[str, str]:
    """Return the files that a check of one municipality rests on, and no others.

    They are the nation's, its own, and those of the folders its files build on or lead
    to; so a check takes as long with 357 municipalities as with one. Worked examples
    are left out: they speak of several municipalities, and change nothing.
    """
    folders: set[str] = set()
    asked = {municipality}
    while asked:
        folders |= asked
        named = [
            found
            for file, text in texts.items()
            if file.startswith("municipalities/") and folder_of(file) in asked
            for found in (*_EXTENDS.findall(text), *_SUCCESSOR.findall(text))
        ]
        asked = set(named) - folders
    return {
        file: text
        for file, text in texts.items()
        if not file.endswith("/scenarios.yaml")
        and (not file.startswith("municipalities/") or folder_of(file) in folders)
    }


def take_over(reading: Reading, editions: Collection[str]) -> None:
    """Let each edition hold from its day, and end the version before it.

    A version also ends where a later one begins that was there before the edition.
    """
    folders: dict[str, list[tuple[str, Pack]]] = {}
    for file, pack in reading.of(Pack).items():
        folders.setdefault(folder_of(file), []).append((file, pack))
    for versions in folders.values():
        versions.sort(key=lambda version: version[1].valid_from)
        for (file, pack), (next_file, later) in pairwise(versions):
            last = later.valid_from - timedelta(days=1)
            if {file, next_file} & set(editions) and (
                pack.valid_to is None or pack.valid_to > last
            ):
                reading.parts[file] = msgspec.structs.replace(pack, valid_to=last)

"""Which words are right: those of the Hunspell dictionaries, and the project's own.

The dictionaries are GPL: they are fetched to check our texts, and are shipped nowhere.
"""

import gc
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Protocol

from scripts.spelling.text import ROOT, Language
from spylls.hunspell import Dictionary  # type: ignore[import-untyped]

OWN = Path(__file__).parent
_FETCHED = ROOT / "frontend" / "node_modules"
_SUGGESTED = 4
_LINKS = ("", "s", "e")
"""What stands between the parts of a compound: barneverns- og helsenemnda."""


class Hunspell(Protocol):
    """What we ask of a dictionary."""

    def lookup(self, word: str, /) -> bool:
        """Whether the word is right."""

    def suggest(self, word: str, /) -> Iterable[str]:
        """Yield what may have been meant. Takes seconds."""


@dataclass
class Speller:
    """One language: its dictionary, our own words, and which of those are needed."""

    dictionary: Hunspell
    own: frozenset[str]
    needed: set[str] = field(default_factory=set)

    def knows(self, word: str) -> bool:
        """Whether the word, or each part of a hyphenated one, is right."""
        if word.endswith("-"):
            stem = word[:-1]
            return any(self._right(stem.removesuffix(one) or stem) for one in _LINKS)
        if self._right(word):
            return True
        first, hyphen, rest = word.partition("-")
        return bool(hyphen) and self.knows(f"{first}-") and self.knows(rest)

    def meant(self, word: str) -> list[str]:
        """Return what may have been meant."""
        return list(islice(self.dictionary.suggest(word), _SUGGESTED))

    def _right(self, word: str) -> bool:
        if self.dictionary.lookup(word):
            return True
        # As in Hunspell: a word may be capitalised, a name keeps its capital.
        forms = {word}
        if word in {word.upper(), word.capitalize()}:
            forms.add(word.lower())
        found = forms & self.own
        self.needed |= found
        return bool(found)


def own_files(language: Language, folder: Path = OWN) -> list[Path]:
    """Return the lists of the language: the one for both, and its own."""
    return [folder / "words.txt", folder / f"words.{language}.txt"]


def own_words(file: Path) -> list[str]:
    """Return the words of a list, as they stand."""
    return file.read_text(encoding="utf-8").splitlines()


def speller(language: Language) -> Speller:
    """Return the language with its dictionary, which takes seconds to read."""
    words = {word for file in own_files(language) for word in own_words(file)}
    gc.disable()  # No word of 300,000 is garbage, and looking for it takes seconds.
    read = Dictionary.from_files(str(_FETCHED / f"dictionary-{language}" / "index"))
    gc.enable()
    return Speller(read, frozenset(words))

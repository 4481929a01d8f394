"""Dates and lists as Norwegian words, and the catalogue of texts for a language."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

_MONTHS = {
    "nb": (
        "januar", "februar", "mars", "april", "mai", "juni", "juli", "august",
        "september", "oktober", "november", "desember",
    )
}  # fmt: skip
_DAYS = {"nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")}
_AND = {"nb": "og"}


def day(on: date, language: str = "nb") -> str:
    """Return the date in words: «27. februar 2026»."""
    return f"{on.day}. {_MONTHS[language][on.month - 1]} {on.year}"


def weekday(on: date, language: str = "nb") -> str:
    """Return the date with its day of the week: «fredag 27. februar 2026»."""
    return f"{_DAYS[language][on.weekday()]} {day(on, language)}"


def moment(at: datetime, language: str = "nb") -> str:
    """Return the local time in words: «27. februar 2026 klokka 14.05»."""
    return f"{day(at.date(), language)} klokka {at:%H.%M}"


def listed(words: Sequence[str], language: str = "nb") -> str:
    """Return the words as one enumeration: «a, b og c»."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {_AND[language]} {words[-1]}"


class Texts:
    """The texts of letters in one language; a missing one is an error at once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = _catalogue(language)

    def __call__(self, key: str, **values: str) -> str:
        """Return the text with the key, filled in."""
        text: Any = self._texts
        for part in key.split("."):
            text = text[part]
        return str(text).format(**values)

    def sections(self, key: str) -> list[dict[str, Any]]:
        """Return the sections of a plain letter: id, heading and paragraphs."""
        sections: list[dict[str, Any]] = self._texts["plain"][key]["sections"]
        return sections


@lru_cache
def _catalogue(language: str) -> dict[str, Any]:
    text = (
        files("fotfeste.letters")
        .joinpath("texts", f"{language}.yaml")
        .read_text(encoding="utf-8")
    )
    catalogue: dict[str, Any] = yaml.safe_load(text)
    return catalogue

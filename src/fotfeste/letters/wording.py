"""Dates and lists in words, and the texts of letters, in the language that is on."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from fotfeste.law import norwegian
from fotfeste.law.periods import Period, Unit

NORWEGIAN = "nb"


def day(on: date) -> str:
    """Return the date in words: «27. februar 2026»."""
    if get_language() == NORWEGIAN:
        return norwegian.day(on)
    return date_format(on, pgettext("a date as Django writes formats", "j. F Y"))


def weekday(on: date) -> str:
    """Return the date with its day of the week: «fredag 27. februar 2026»."""
    if get_language() == NORWEGIAN:
        return norwegian.weekday(on)
    return date_format(on, pgettext("a date as Django writes formats", "l j. F Y"))


def moment(at: datetime) -> str:
    """Return the local time in words: «27. februar 2026 klokka 14.05»."""
    return _("{day} klokka {time}").format(day=day(at.date()), time=f"{at:%H.%M}")


def length(period: Period) -> str:
    """Return the period in words: «fire uker», «én måned»."""
    if get_language() == NORWEGIAN:
        return period.in_norwegian()
    n = period.amount
    said = {
        Unit.DAYS: ngettext("{n} dag", "{n} dager", n),
        Unit.WORKING_DAYS: ngettext("{n} virkedag", "{n} virkedager", n),
        Unit.WEEKS: ngettext("{n} uke", "{n} uker", n),
        Unit.MONTHS: ngettext("{n} måned", "{n} måneder", n),
        Unit.YEARS: ngettext("{n} år", "{n} år", n),
    }
    return said[period.unit].format(n=n)


def in_language(text: str) -> str:
    """Return a text of the rulebook in the language that is on, where there is one."""
    return _(text) if text else ""


def listed(words: Sequence[str]) -> str:
    """Return the words as one enumeration: «a, b og c»."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} og {last}").format(first=", ".join(words[:-1]), last=words[-1])


class Texts:
    """The texts of letters by their key; a missing one is an error at once."""

    def __call__(self, key: str, **values: str) -> str:
        """Return the text with the key in the language that is on, filled in."""
        text: Any = catalogue()
        for part in key.split("."):
            text = text[part]
        return _(str(text)).format(**values)

    def sections(self, key: str) -> list[dict[str, Any]]:
        """Return the sections of a plain letter: id, heading and paragraphs."""
        return [
            {name: _said(part) for name, part in section.items()}
            for section in catalogue()["plain"][key]["sections"]
        ]


def _said(part: Any) -> Any:
    """Return the text in the language that is on, or each of the texts."""
    return _(part) if isinstance(part, str) else [_(text) for text in part]


@lru_cache(maxsize=1)
def catalogue() -> dict[str, Any]:
    """Return the texts of all letters in bokmål, from which the others are made."""
    source = files("fotfeste.letters").joinpath("texts", "nb.yaml")
    read: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return read

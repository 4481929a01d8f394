"""Dates and lists in Norwegian (bokmål) words."""

from collections.abc import Sequence
from datetime import date

_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august",
    "september", "oktober", "november", "desember",
)  # fmt: skip
_DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def day(on: date) -> str:
    """Return the date in words: «27. februar 2026»."""
    return f"{on.day}. {_MONTHS[on.month - 1]} {on.year}"


def weekday(on: date) -> str:
    """Return the date with its day of the week: «fredag 27. februar 2026»."""
    return f"{_DAYS[on.weekday()]} {day(on)}"


def listed(words: Sequence[str]) -> str:
    """Return the words as one enumeration: «a, b og c»."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} og {words[-1]}"

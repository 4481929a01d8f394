"""National identity numbers (fødselsnummer, D-nummer and the synthetic series).

Source: the Norwegian Tax Administration's description of the number and of the control
digits from 2032. Neither age nor sex is ever read from a number: from 2032 they are not
in it, and until then the register knows better.
"""

from datetime import date
from enum import StrEnum

_WEIGHTS_1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_WEIGHTS_2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_MONTH_OFFSETS = ((80, "tenor"), (65, "nhn"), (40, "dolly"), (0, None))


class NumberFault(StrEnum):
    """Why a text is not a national identity number."""

    LENGTH = "length"
    DATE = "date"
    CONTROL_DIGITS = "control-digits"


def fault(number: str) -> NumberFault | None:
    """Return what is wrong with the number, or None when it is well formed.

    Well formed is all that can be known here: only the register knows who has it.
    """
    if len(number) != 11 or not (number.isascii() and number.isdigit()):
        return NumberFault.LENGTH
    if not _has_date(number):
        return NumberFault.DATE
    if not _has_control_digits([int(digit) for digit in number]):
        return NumberFault.CONTROL_DIGITS
    return None


def is_synthetic(number: str) -> bool:
    """Test that the number belongs to a series made for tests, never to a person."""
    return fault(number) is None and _series(int(number[2:4])) is not None


def without_spaces(text: str) -> str:
    """Return what was typed without the spaces people put in to read it."""
    return "".join(text.split())


def beginnings(born: date) -> tuple[str, ...]:
    """Return the six digits that numbers of those born on the day begin with.

    They are what a D-number, and each series for tests, makes of the date. Nothing is
    read from a number here: the century and the sex are not asked.
    """
    return tuple(
        f"{born.day + day:02}{born.month + month:02}{born:%y}"
        for day in (0, 40)
        for month, _ in _MONTH_OFFSETS
    )


def _series(month: int) -> str | None:
    return next(name for offset, name in _MONTH_OFFSETS if month > offset)


def _has_date(number: str) -> bool:
    day, month, year = int(number[:2]), int(number[2:4]), int(number[4:6])
    if month == 0:
        return False
    month -= next(offset for offset, _ in _MONTH_OFFSETS if month > offset)
    day -= 40 if day > 40 else 0
    # The century is not asked: 29 February is a date when any century has it.
    return any(_is_date(century + year, month, day) for century in (1900, 2000))


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _has_control_digits(digits: list[int]) -> bool:
    first = sum(w * d for w, d in zip(_WEIGHTS_1, digits, strict=False)) % 11
    second = sum(w * d for w, d in zip(_WEIGHTS_2, digits, strict=False)) % 11
    # From 2032 the first digit may leave a rest of 0 to 3; the second leaves none.
    return (first + digits[9]) % 11 in range(4) and (second + digits[10]) % 11 == 0

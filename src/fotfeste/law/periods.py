"""Periods of time, and on which day they end (domstolloven §§ 148-149)."""

import calendar as _months
import re
from datetime import date, timedelta
from enum import StrEnum

from fotfeste.law.calendar import Calendar


class Unit(StrEnum):
    """The units in which the law counts."""

    DAYS = "days"
    WORKING_DAYS = "working-days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_NORWEGIAN = {
    Unit.DAYS: ("dag", "dager"),
    Unit.WORKING_DAYS: ("arbeidsdag", "arbeidsdager"),
    Unit.WEEKS: ("uke", "uker"),
    Unit.MONTHS: ("måned", "måneder"),
    Unit.YEARS: ("år", "år"),
}
_NUMBERS = ("null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti")
_WRITTEN = re.compile(r"(\d+) (working-day|day|week|month|year)s?", re.ASCII)


class Period(str):
    """A length of time as a whole number and a unit (frist), such as «4 weeks».

    Raises: ValueError - not a whole number and a unit that is known.

    >>> Period("1 week") == Period("1 weeks"), Period("4 weeks").amount
    (True, 4)
    """

    __slots__ = ()

    def __new__(cls, text: str) -> "Period":
        """Return the period that the text writes."""
        match = _WRITTEN.fullmatch(text)
        if not match or not 0 < int(match[1]) < 1000:
            units = ", ".join(unit.value for unit in Unit)
            raise ValueError(
                f"«{text}» is not a period. Write a whole number from 1 to 999"
                f" and a unit ({units}), such as «4 weeks»"
            )
        return super().__new__(cls, f"{int(match[1])} {match[2]}s")

    @property
    def amount(self) -> int:
        """Return how many."""
        return int(self.partition(" ")[0])

    @property
    def unit(self) -> Unit:
        """Return of what."""
        return Unit(self.partition(" ")[2])

    def in_norwegian(self) -> str:
        """Return the period in words: «fire uker», «én måned», «14 dager»."""
        one, many = _NORWEGIAN[self.unit]
        if self.amount == 1:
            return "ett år" if self.unit is Unit.YEARS else f"én {one}"
        written = self.amount < len(_NUMBERS)
        number = _NUMBERS[self.amount] if written else str(self.amount)
        return f"{number} {many}"


def end(start: date, period: Period, calendar: Calendar) -> date:
    """Return the day on which the period ends, before any extension.

    Law: domstolloven § 148: days leave out the day of start; weeks, months and years
         end on the day with the same name or number, or on the month's last day.
    In:  start - local date on which the period begins to run.
    Out: last day, inclusive; may be a holiday.
    """
    match period.unit:
        case Unit.DAYS:
            return start + timedelta(days=period.amount)
        case Unit.WORKING_DAYS:
            return calendar.working_days_after(start, period.amount)
        case Unit.WEEKS:
            return start + timedelta(weeks=period.amount)
        case Unit.MONTHS:
            return _months_after(start, period.amount)
        case Unit.YEARS:
            return _months_after(start, 12 * period.amount)


def longest(start: date, periods: list[Period], calendar: Calendar) -> Period:
    """Return the period that ends last when all begin on the same day."""
    return max(periods, key=lambda period: end(start, period, calendar))


def _months_after(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = _months.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))

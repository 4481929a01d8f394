"""Holidays and working days (helligdager og virkedager)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

_SATURDAY, _SUNDAY = 5, 6


def easter(year: int) -> date:
    """Return Easter Sunday (første påskedag) of a year.

    Source: the Gregorian computus of Meeus, Jones and Butcher (lov-1995-02-24-12 § 2:
    the first Sunday after the first full moon on or after 21 March).

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off by law: a fixed day of the year, or a distance from Easter Sunday.

    valid_from, valid_to: the first and the last day on which the law names it.
    """

    name: str
    fixed: tuple[int, int] | None = None
    after_easter: int | None = None
    valid_from: date = date.min
    valid_to: date = date.max

    def on(self, year: int) -> date:
        """Return the date of the holiday in a year."""
        if self.fixed is not None:
            return date(year, *self.fixed)
        return easter(year) + timedelta(days=self.after_easter or 0)

    def is_law_on(self, day: date) -> bool:
        """Test that the law names the holiday on the day."""
        return self.valid_from <= day <= self.valid_to


@dataclass(frozen=True)
class Calendar:
    """The holidays the law names, and when it names them, besides all Sundays."""

    holidays: tuple[Holiday, ...]
    _years: dict[int, frozenset[date]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def is_holiday(self, day: date) -> bool:
        """Test that the day is a Sunday, a holiday or a day made equal to one."""
        return day.weekday() == _SUNDAY or day in self._holidays_of(day.year)

    def is_working_day(self, day: date) -> bool:
        """Test that the day is neither a Saturday nor a holiday (virkedag)."""
        return day.weekday() != _SATURDAY and not self.is_holiday(day)

    def working_day_on_or_after(self, day: date) -> date:
        """Return the day, or the nearest working day after it (domstolloven § 149)."""
        return next(d for d in _days(day, 1) if self.is_working_day(d))

    def working_day_on_or_before(self, day: date) -> date:
        """Return the day, or the nearest working day before it."""
        return next(d for d in _days(day, -1) if self.is_working_day(d))

    def working_days_after(self, day: date, amount: int) -> date:
        """Return the working day that comes as number `amount` after the day."""
        for _ in range(amount):
            day = self.working_day_on_or_after(day + timedelta(days=1))
        return day

    def _holidays_of(self, year: int) -> frozenset[date]:
        if year not in self._years:
            self._years[year] = frozenset(
                h.on(year) for h in self.holidays if h.is_law_on(h.on(year))
            )
        return self._years[year]


def _days(start: date, step: int) -> Iterable[date]:
    day = start
    while True:
        yield day
        day += timedelta(days=step)

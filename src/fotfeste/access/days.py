"""Days from one to another, both included: periods of access and of leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """From a day to a day, both included; no last day: until further notice."""

    first: date
    last: date | None

    @property
    def end(self) -> date:
        """Return the last day, or the last there is."""
        return self.last or date.max

    def has(self, day: date) -> bool:
        """Test that the day is one of them."""
        return self.first <= day <= self.end

    def meets(self, other: "Days") -> bool:
        """Test that some day is in both."""
        return self.first <= other.end and other.first <= self.end


def cover(periods: Iterable[Days], wanted: Days) -> bool:
    """Test that every day of the wanted ones is in one of the periods."""
    next_day = wanted.first
    for period in sorted(periods, key=lambda period: period.first):
        if period.first <= next_day <= period.end:
            if period.end >= wanted.end:
                return True
            next_day = period.end + _DAY
    return False

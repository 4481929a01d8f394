"""A clock: something that is to be done by a day, and why (frist)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.law.finding import Finding


@dataclass(frozen=True, slots=True)
class Clock:
    """What has to be done by when (frist).

    term:   the rulebook's id of the rule or promise.
    due:    the last day, with its legal basis; never moved for the authority's duties.
    act_by: the last working day that is not after `due`: what a desk goes by.
    """

    term: str
    due: Finding[date]
    act_by: date

    @property
    def is_law(self) -> bool:
        """Test that the law sets the clock, and not a promise."""
        return bool(self.due.basis)

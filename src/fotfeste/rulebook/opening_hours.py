"""When a help line is open, and when it opens next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct

from fotfeste.law.calendar import Calendar

Clock = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SUNDAY = 6


class Hours(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Some hours of some days of the week; closed on public holidays.

    opens, closes: local time as hours and minutes, the last not included.
    """

    days: list[Weekday]
    opens: Clock
    closes: Clock


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether it is open now; if not, when it opens: None where nobody knows."""

    now: bool
    day: date | None = None
    at: time | None = None


def opening(hours: Sequence[Hours], moment: datetime, calendar: Calendar) -> Opening:
    """Return whether it is open at the local moment, or when it is open next.

    Looks two weeks ahead: no line is closed for longer.
    """
    for later in range(15):
        day = moment.date() + timedelta(days=later)
        if calendar.is_holiday(day) and day.weekday() != _SUNDAY:
            continue
        today = [one for one in hours if _WEEKDAYS[day.weekday()] in one.days]
        for one in sorted(today, key=lambda one: one.opens):
            opens, closes = (
                time.fromisoformat(one.opens),
                time.fromisoformat(one.closes),
            )
            if later == 0 and opens <= moment.time() < closes:
                return Opening(now=True)
            if later or moment.time() < opens:
                return Opening(now=False, day=day, at=opens)
    return Opening(now=False)

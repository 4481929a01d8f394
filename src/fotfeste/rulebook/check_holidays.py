"""The check of holidays: each falls on a day of every year, and the list never ends."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from fotfeste.rulebook.documents import Problem
from fotfeste.rulebook.national import HolidayEntry, Holidays
from fotfeste.rulebook.reading import Reading

_MONTH_DAY = re.compile("[0-9]{2}-[0-9]{2}")
_NEAR_EASTER = range(-60, 101)


def holidays(reading: Reading) -> Iterator[Problem]:
    """Yield the holidays that fall on no day, and what holds only for a while."""
    files = reading.of(Holidays)
    for file, version in files.items():
        for n, entry in enumerate(version.holidays):
            if fault := _fault(entry):
                key, what, todo = fault
                yield reading.documents[file].problem(("holidays", n, key), what, todo)
    if files:
        file, version = list(files.items())[-1]
        if version.valid_to is not None:
            yield reading.documents[file].problem(
                ("valid_to",),
                f"No day is a holiday from {version.valid_to + timedelta(days=1)}",
                "Add the file that holds then, or take valid_to away",
            )


def _fault(entry: HolidayEntry) -> tuple[str, str, str] | None:
    """Return at which key the entry is at fault, what is wrong, and what to do."""
    if (entry.date is None) == (entry.after_easter is None):
        return (
            "name",
            f"«{entry.name}» needs either a date or a distance from Easter",
            "Write date: 05-17, or after_easter: 39",
        )
    if entry.date is not None and not _is_in_every_year(entry.date):
        return (
            "date",
            f"«{entry.date}» is no day that every year has",
            "Write month-day, such as 05-17",
        )
    if entry.after_easter is not None and entry.after_easter not in _NEAR_EASTER:
        return (
            "after_easter",
            f"{entry.after_easter} days from Easter Sunday is too far to follow it",
            f"Write from {_NEAR_EASTER[0]} to {_NEAR_EASTER[-1]} days, or a date",
        )
    return None


def _is_in_every_year(month_day: str) -> bool:
    if not _MONTH_DAY.fullmatch(month_day):
        return False
    try:
        date.fromisoformat(f"2001-{month_day}")
    except ValueError:
        return False
    return True

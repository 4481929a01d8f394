"""When somebody answers: hours, breaks, weekends and public holidays."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from fotfeste.rulebook.opening_hours import Hours, Opening, opening


def at(*moment):
    return datetime(*moment, tzinfo=ZoneInfo("Europe/Oslo"))


OPEN = Opening(now=True)
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]
LINE = [
    Hours(days=WEEKDAYS, opens="11:00", closes="14:30"),
    Hours(days=WEEKDAYS, opens="15:00", closes="18:00"),
]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (at(2026, 11, 23, 10, 59), Opening(False, date(2026, 11, 23), time(11))),
        (at(2026, 11, 23, 11, 0), OPEN),
        (at(2026, 11, 23, 14, 29), OPEN),
        (at(2026, 11, 23, 14, 30), Opening(False, date(2026, 11, 23), time(15))),
        (at(2026, 11, 23, 18, 0), Opening(False, date(2026, 11, 24), time(11))),
        (at(2026, 11, 21, 12, 0), Opening(False, date(2026, 11, 23), time(11))),
        (at(2026, 12, 24, 18, 1), Opening(False, date(2026, 12, 28), time(11))),
    ],
)
def test_it_is_open_in_its_hours_and_not_on_holidays(book, moment, expected):
    assert opening(LINE, moment, book.calendar) == expected


def test_a_line_that_is_open_on_sundays_is_open_on_sundays(book):
    hours = [Hours(days=["sun"], opens="10:00", closes="12:00")]
    assert opening(hours, at(2026, 11, 22, 10), book.calendar) == OPEN


def test_where_nobody_knows_nothing_is_promised(book):
    assert opening([], at(2026, 11, 22, 10), book.calendar) == Opening(False)

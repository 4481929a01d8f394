"""Holidays and working days, held against another's list of holidays."""

from datetime import date, timedelta
from timeit import timeit

import holidays
import pytest
from dateutil import easter as others_easter
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.law.calendar import Calendar, Holiday, easter

OTHERS = holidays.Norway(years=range(1995, 2101))
DAYS = st.dates(date(1995, 1, 1), date(2100, 12, 31))
SATURDAY, SUNDAY = 5, 6


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2019, 4, 21),
        (2026, 4, 5),
        (2027, 3, 28),
        (2028, 4, 16),
        (2029, 4, 1),
        (2030, 4, 21),
        (2285, 3, 22),
        (2038, 4, 25),
    ],
)
def test_easter_is_on_the_day_the_almanac_says(year, month, day):
    assert easter(year) == date(year, month, day)


@given(st.integers(1583, 9998))
def test_easter_is_a_sunday_in_its_five_weeks(year):
    assert easter(year).weekday() == SUNDAY
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


def test_every_day_of_a_century_is_a_holiday_where_others_say_so(calendar):
    first = date(1995, 1, 1)
    days = [first + timedelta(n) for n in range((date(2101, 1, 1) - first).days)]
    others = {day for day in days if day in OTHERS or day.weekday() == SUNDAY}
    ours = {day for day in days if calendar.is_holiday(day)}
    assert sorted(ours ^ others) == []


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 12, 24),
        date(2026, 12, 31),
        date(2026, 4, 4),
        date(2026, 5, 23),
    ],
    ids=["Christmas Eve", "New Year's Eve", "Easter Saturday", "Whit Saturday"],
)
def test_the_days_before_feasts_are_no_holidays(calendar, day):
    assert not calendar.is_holiday(day)


@given(DAYS)
def test_a_working_day_is_neither_saturday_nor_holiday(calendar, day):
    free = day.weekday() == SATURDAY or calendar.is_holiday(day)
    assert calendar.is_working_day(day) is not free


@given(DAYS)
def test_the_nearest_working_day_passes_over_no_other(calendar, day):
    later = calendar.working_day_on_or_after(day)
    earlier = calendar.working_day_on_or_before(day)
    assert earlier <= day <= later
    assert calendar.is_working_day(earlier)
    assert calendar.is_working_day(later)
    for n in range(1, (later - earlier).days):
        passed = earlier + timedelta(n)
        assert passed == day or not calendar.is_working_day(passed)
    assert (earlier == day == later) is calendar.is_working_day(day)


@given(DAYS, st.integers(0, 60))
def test_working_days_are_counted_one_by_one(calendar, day, amount):
    last = calendar.working_days_after(day, amount)
    between = (day + timedelta(n + 1) for n in range((last - day).days))
    assert sum(map(calendar.is_working_day, between)) == amount


def test_a_holiday_is_one_from_its_first_to_its_last_day_by_law():
    mayday = Holiday("a", (5, 1), None, date(2020, 5, 1), date(2022, 5, 1))
    calendar = Calendar((mayday,))
    years = [year for year in range(2017, 2026) if year != 2022]
    assert date(2022, 5, 1).weekday() == SUNDAY
    assert [y for y in years if calendar.is_holiday(date(y, 5, 1))] == [2020, 2021]


def test_one_law_takes_over_from_another_in_the_middle_of_a_year():
    before = Holiday("a", None, 1, date.min, date(2026, 4, 30))
    after = Holiday("a", (6, 16), None, date(2026, 5, 1), date.max)
    calendar = Calendar((before, after))
    found = [
        day
        for day in (date(2025, 12, 31) + timedelta(n) for n in range(1, 800))
        if calendar.is_holiday(day) and day.weekday() != SUNDAY
    ]
    assert found == [date(2026, 4, 6), date(2026, 6, 16), date(2027, 6, 16)]


def test_asking_for_a_holiday_is_quick(calendar):
    day, times = date(2026, 5, 18), 20_000
    assert timeit(lambda: calendar.is_holiday(day), number=times) / times < 5e-6


def test_a_holiday_is_law_on_its_last_day_and_not_the_day_after():
    holiday = Holiday("til og med", fixed=(5, 1), valid_to=date(2026, 5, 1))
    assert holiday.is_law_on(date(2026, 5, 1))
    assert not holiday.is_law_on(date(2026, 5, 2))


def test_easter_sunday_is_no_days_after_itself():
    assert Holiday("første påskedag", after_easter=0).on(2026) == date(2026, 4, 5)


def test_easter_is_what_another_reckoning_says_in_every_year_of_the_calendar():
    for year in range(1583, 4100):
        assert easter(year) == others_easter.easter(year)

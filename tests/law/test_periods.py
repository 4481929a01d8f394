"""Periods and the days on which they end (domstolloven §§ 148-149)."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.law.periods import Period, Unit, end, longest

DAYS = st.dates(date(1995, 1, 1), date(2100, 12, 31))
AMOUNTS = st.integers(1, 999)
PERIODS = st.builds("{} {}".format, st.integers(1, 60), st.sampled_from(Unit)).map(
    Period
)

# Start, period, its end by § 148, and the next working day by § 149.
COUNTED = [
    ("2026-03-05", "4 weeks", "2026-04-02", "2026-04-07"),
    ("2026-04-03", "4 weeks", "2026-05-01", "2026-05-04"),
    ("2026-11-27", "4 weeks", "2026-12-25", "2026-12-28"),
    ("2026-12-03", "4 weeks", "2026-12-31", "2026-12-31"),
    ("2026-04-26", "3 weeks", "2026-05-17", "2026-05-18"),
    ("2027-02-25", "4 weeks", "2027-03-25", "2027-03-30"),
    ("2026-01-31", "1 month", "2026-02-28", "2026-03-02"),
    ("2027-01-31", "1 month", "2027-02-28", "2027-03-01"),
    ("2028-01-31", "1 month", "2028-02-29", "2028-02-29"),
    ("2026-03-27", "10 working-days", "2026-04-15", "2026-04-15"),
    ("2026-12-18", "10 working-days", "2027-01-05", "2027-01-05"),
    ("2028-02-29", "1 year", "2029-02-28", "2029-02-28"),
    ("2026-11-30", "3 months", "2027-02-28", "2027-03-01"),
    ("2026-12-15", "1 month", "2027-01-15", "2027-01-15"),
    ("2026-03-05", "1 day", "2026-03-06", "2026-03-06"),
]


@pytest.mark.parametrize(("start", "period", "ends", "moved"), COUNTED)
def test_a_period_ends_on_the_day_that_was_counted_by_hand(
    calendar, start, period, ends, moved
):
    last = end(date.fromisoformat(start), Period(period), calendar)
    assert last.isoformat() == ends
    assert calendar.working_day_on_or_after(last).isoformat() == moved


def test_the_authority_is_warned_before_the_weekend(calendar):
    last = end(date(2026, 1, 31), Period("1 month"), calendar)
    assert calendar.working_day_on_or_before(last) == date(2026, 2, 27)


@given(DAYS, AMOUNTS)
def test_days_leave_out_the_day_of_start(calendar, start, amount):
    last = end(start, Period(f"{amount} days"), calendar)
    assert (last - start).days == amount


@given(DAYS, AMOUNTS)
def test_weeks_end_on_the_day_with_the_same_name(calendar, start, amount):
    last = end(start, Period(f"{amount} weeks"), calendar)
    assert last.weekday() == start.weekday()
    assert (last - start).days == 7 * amount


@given(DAYS, AMOUNTS)
def test_months_end_on_the_same_number_or_the_months_last_day(calendar, start, amount):
    last = end(start, Period(f"{amount} months"), calendar)
    months = 12 * (last.year - start.year) + last.month - start.month
    assert months == amount
    assert last.day == min(start.day, monthrange(last.year, last.month)[1])


@given(DAYS, st.integers(1, 83))
def test_a_year_is_twelve_months(calendar, start, amount):
    years, months = Period(f"{amount} years"), Period(f"{12 * amount} months")
    assert end(start, years, calendar) == end(start, months, calendar)


@given(DAYS, PERIODS)
def test_a_period_ends_after_it_begins(calendar, start, period):
    assert end(start, period, calendar) > start


@given(DAYS, PERIODS)
def test_who_begins_later_never_ends_earlier(calendar, start, period):
    next_day = start + timedelta(days=1)
    assert end(start, period, calendar) <= end(next_day, period, calendar)


@given(DAYS, PERIODS)
def test_one_more_is_longer(calendar, start, period):
    more = Period(f"{period.amount + 1} {period.unit}")
    assert end(start, period, calendar) < end(start, more, calendar)


@given(DAYS, st.lists(PERIODS, min_size=1, max_size=4))
def test_the_longest_ends_last(calendar, start, periods):
    last = end(start, longest(start, periods, calendar), calendar)
    assert last == max(end(start, period, calendar) for period in periods)


@given(AMOUNTS, st.sampled_from(Unit))
def test_a_period_is_what_was_written(amount, unit):
    period = Period(f"{amount} {unit}")
    assert (period.amount, period.unit) == (amount, unit)
    assert Period(period) == period


@pytest.mark.parametrize(
    "text",
    [
        *("", "weeks", "4", "0 weeks", "-1 days", "1000 days", "4 fortnights"),
        *("1.5 weeks", "4  weeks", " 4 weeks", "4 weeks ", "4 Weeks", "four weeks"),
        *("4 weekss", "٤ weeks"),
    ],
)
def test_what_is_no_period_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match="such as «4 weeks»"):
        Period(text)


@pytest.mark.parametrize(
    ("text", "norwegian"),
    [
        ("1 day", "én dag"),
        ("2 days", "to dager"),
        ("14 days", "14 dager"),
        ("10 working-days", "ti arbeidsdager"),
        ("1 week", "én uke"),
        ("4 weeks", "fire uker"),
        ("1 month", "én måned"),
        ("1 year", "ett år"),
        ("3 years", "tre år"),
    ],
)
def test_a_period_is_said_in_norwegian(text, norwegian):
    assert Period(text).in_norwegian() == norwegian


def test_eleven_is_the_first_amount_that_is_written_in_digits():
    assert Period("10 days").in_norwegian() == "ti dager"
    assert Period("11 days").in_norwegian() == "11 dager"

"""What is worth a leader's look, and what is not."""

from datetime import date, datetime, time
from uuid import UUID

import pytest

from fotfeste.access.watch import (
    Seen,
    many,
    outside_hours,
    own_file,
    same_surname,
    surname,
    without_case,
)
from fotfeste.office.handle import OSLO

KARI, OLA = UUID(int=1), UUID(int=2)
OPENS, CLOSES = time(7), time(18)


def seen(person=1, *, employee=KARI, name="Kari Saksbehandler", on=2, hour=9, minute=0):
    at = datetime(2026, 3, on, hour, minute, tzinfo=OSLO)
    key = UUID(int=person * 1000 + on * 10 + hour)
    return Seen(key, UUID(int=100 + person), key, employee, name, "tho", at)


def of_people(n, **more):
    return [seen(person, **more) for person in range(n)]


@pytest.mark.parametrize(
    ("people", "before", "told"),
    [
        (25, [], False),
        (26, [], True),
        (26, [26, 26, 26], True),
        (10, [3, 3, 3], True),
        (10, [3, 4, 9], False),
        (9, [1, 1, 1], False),
        (10, [], False),
        (12, [4, 4], False),
    ],
)
def test_many_is_more_than_a_limit_or_than_ones_own_usual(people, before, told):
    found = many(of_people(people), {KARI: before}, 25, 3, 10)
    assert bool(found) is told
    if told:
        assert found[0].people == people


def test_many_readings_of_few_people_are_not_many():
    readings = [seen(1, minute=n % 60) for n in range(100)]
    assert many(readings, {}, 25, 3, 10) == []


def test_many_are_counted_for_each_employee_and_day():
    readings = of_people(20) + of_people(20, on=3) + of_people(20, employee=OLA)
    assert many(readings, {}, 25, 3, 10) == []


@pytest.mark.parametrize(
    ("on", "hour", "minute", "told"),
    [
        (2, 6, 59, True),
        (2, 7, 0, False),
        (2, 17, 59, False),
        (2, 18, 0, True),
        (1, 12, 0, True),
        (7, 12, 0, True),
    ],
)
def test_outside_hours_is_before_after_and_on_days_off(book, on, hour, minute, told):
    one = seen(on=on, hour=hour, minute=minute)
    assert bool(outside_hours([one], OPENS, CLOSES, book.calendar)) is told


def test_a_public_holiday_has_no_hours(book):
    at = datetime(2026, 4, 3, 12, tzinfo=OSLO)
    good_friday = Seen(KARI, OLA, OLA, KARI, "Kari", "tho", at)
    [warning] = outside_hours([good_friday], OPENS, CLOSES, book.calendar)
    assert warning.day == date(2026, 4, 3)


def test_a_day_outside_hours_is_one_warning(book):
    readings = [seen(1, hour=20), seen(2, hour=21), seen(1, hour=9)]
    [warning] = outside_hours(readings, OPENS, CLOSES, book.calendar)
    assert (warning.people, len(warning.readings)) == (2, 2)


@pytest.mark.parametrize(
    ("employee", "person", "told"),
    [
        ("Kari Nordmann", "Ola Nordmann", True),
        ("Kari NORDMANN", "Ola nordmann", True),
        ("Kari Hansen-Nordmann", "Ola Nordmann", True),
        ("Kari Nordmann", "Ola Nordli", False),
        ("Kari Nordmann", "Nordmann Ola", False),
        ("Kari", "Kari", False),
        ("Kari Nordmann", "", False),
        ("Kari \u00c5s", "Ola A\u030as", True),
    ],
)
def test_the_same_surname_is_seen(employee, person, told):
    one = seen(name=employee)
    assert bool(same_surname([one], {one.person: person})) is told


def test_a_person_without_a_name_has_nobodys_surname():
    assert same_surname([seen()], {}) == []
    assert surname("Kari") == surname("") == surname("   ") == ""


def test_ones_own_file_is_seen():
    one = seen()
    assert own_file([one], {(KARI, one.person)})[0].person == one.person
    assert own_file([one], {(OLA, one.person)}) == []


def test_who_has_no_case_in_the_unit_is_seen():
    one = seen()
    assert without_case([one], {}) and without_case([one], {one.person: {"rt"}})
    assert without_case([one], {one.person: {"rt", "tho"}}) == []


def test_about_one_person_a_day_is_one_warning_with_a_key_that_stays():
    readings = [seen(1), seen(1, hour=10), seen(2), seen(1, on=3)]
    found = without_case(readings, {})
    assert len(found) == 3
    assert len({one.key for one in found}) == 3
    assert [one.key for one in found] == [w.key for w in without_case(readings, {})]

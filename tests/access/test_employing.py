"""Access is given for a time, changed without being overwritten, and ended at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import connection, connections
from tests.access.employed import TODAY, UNIT, Staff, day, days

from fotfeste.access import employing
from fotfeste.access.authorisations import (
    Authorisation,
    Row,
    authorisations,
    authorised,
    history,
    standing,
)
from fotfeste.access.days import Days, cover
from fotfeste.access.employing import Access, Refusal, StaffRefusedError
from fotfeste.access.models import Employee
from fotfeste.access.policy import SYSTEM_ID, Role
from fotfeste.demo.people import synthetic_number
from fotfeste.ledger.fence import fenced

CASEWORKER = Role.CASEWORKER


@pytest.fixture
def staff(place):
    return Staff(place)


def may_come(staff, key, on):
    with fenced(staff.place.key):
        return authorised(staff.place.key, key, on)


def given(staff, key):
    with fenced(staff.place.key):
        return history(staff.place.key, staff.row(key))


def row(key, first, last, ends=None, minute=0, role="caseworker"):
    at = datetime(2026, 1, 1, 0, minute, tzinfo=UTC)
    return Row(
        UUID(int=key), UUID(int=9), UUID(int=ends) if ends else None, UNIT, role,
        day(first), day(last), UUID(int=8), at,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("periods", "wanted", "covered"),
    [
        ([(0, 9)], (0, 9), True),
        ([(0, 4), (5, 9)], (0, 9), True),
        ([(5, 9), (0, 7)], (2, 9), True),
        ([(0, 3), (5, 9)], (0, 9), False),
        ([(1, 9)], (0, 9), False),
        ([(0, 8)], (0, 9), False),
        ([], (0, 0), False),
        ([(0, 9), (2, 3)], (1, 9), True),
    ],
)
def test_periods_cover_days_without_a_gap(periods, wanted, covered):
    assert cover([days(*one) for one in periods], days(*wanted)) is covered


def test_access_without_a_last_day_covers_every_day():
    assert cover([Days(TODAY, None)], days(0, 4000))
    assert Days(TODAY, None).meets(days(4000, 4001))


def test_of_several_endings_the_shortest_holds():
    rows = [row(1, 0, 100), row(2, 0, 50, 1, 1), row(3, 0, 70, 1, 2)]
    [one] = authorisations(rows)
    assert one.days == days(0, 50)
    assert one.ended == rows[1]


def test_what_stands_is_now_then_next_then_last():
    before, now, later = row(1, -9, -5), row(2, -2, 2), row(3, 5, 9)
    every = authorisations([later, now, before])
    assert standing(every, TODAY).given == now
    assert standing(every, day(3)).given == later
    assert standing(every, day(10)).given == later
    assert standing([Authorisation(before)], TODAY).given == before
    undone = authorisations([now, later, row(4, 5, 4, 3, 1)])
    assert standing(undone, day(6)).given == now


def test_who_is_invited_may_come_on_their_days_and_no_others(staff):
    key = staff.invite(when=days(3, 10))
    assert [bool(may_come(staff, key, day(n))) for n in (2, 3, 10, 11)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_it_is_kept_who_gave_access_and_when(staff):
    [one] = given(staff, staff.invite())
    assert (one.given.made_by, one.given.made_at) == (
        staff.leader, staff.giver().at,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ((3, 2), Refusal.ENDS_FIRST),
        ((-1, 9), Refusal.IN_THE_PAST),
        ((0, 366), Refusal.TOO_LONG),
    ],
)
def test_the_days_must_be_possible(staff, when, why):
    with pytest.raises(StaffRefusedError) as refused:
        staff.invite(when=days(*when))
    assert refused.value.why is why
    with pytest.raises(StaffRefusedError) as refused:
        employing.renew(
            staff.place.key, staff.leader, Access(UNIT, Role.LEADER, days(*when)),
            staff.giver(),
        )  # fmt: skip
    assert refused.value.why is why


def test_nobody_is_employed_twice_under_the_same_number(staff):
    staff.invite("Kari Nordmann")
    staff.serial -= 1
    with pytest.raises(StaffRefusedError) as refused:
        staff.invite("Karianne")
    assert (refused.value.why, refused.value.about) == (Refusal.KNOWN, "Kari Nordmann")


def test_the_number_is_kept_as_a_hash_that_no_person_has(staff):
    staff.invite()
    number = synthetic_number(staff.serial)
    with fenced(staff.place.key), connection.cursor() as cursor:
        cursor.execute("SELECT identity FROM access_employee WHERE name = 'Kari'")
        kept = bytes(cursor.fetchone()[0])
    keys, where = staff.place.office.keys, staff.place.key
    assert kept == employing.identity_of(where, number, keys)
    assert kept != keys.lookup(where, number)
    assert number.encode() not in kept


def test_a_change_ends_what_was_and_overwrites_nothing(staff):
    key = staff.invite(when=days(0, 100))
    employing.renew(
        staff.place.key, key, Access("rustjenesten", CASEWORKER, days(50, 200)),
        staff.giver(),
    )  # fmt: skip
    first, second = given(staff, key)
    assert first.given.valid_to == day(100)
    assert (first.days, second.days) == (days(0, 49), days(50, 200))
    assert may_come(staff, key, day(49)).unit == UNIT
    assert may_come(staff, key, day(50)).unit == "rustjenesten"
    assert staff.row(key).valid_to == day(200)


def test_access_that_begins_today_begins_for_everybody_at_once(staff):
    key = staff.invite(when=days(0, 100))
    leader = Access(UNIT, Role.LEADER, days(50, 200))
    employing.renew(staff.place.key, key, leader, staff.giver())
    employing.begin_due(staff.place.key, day(50))
    assert staff.row(key).role == "leader"


def test_access_ends_this_very_moment(staff):
    key = staff.invite(when=days(-0, 100))
    assert may_come(staff, key, TODAY)
    employing.end(staff.place.key, key, None, staff.giver())
    assert may_come(staff, key, TODAY) is None
    [one] = given(staff, key)
    assert one.ended.made_by == staff.leader


def test_access_ends_after_a_day_with_what_was_to_come(staff):
    key = staff.invite(when=days(0, 20))
    access = Access(UNIT, CASEWORKER, days(10, 200))
    employing.renew(staff.place.key, key, access, staff.giver())
    employing.end(staff.place.key, key, day(5), staff.giver())
    assert [bool(may_come(staff, key, day(n))) for n in (5, 6, 12)] == [
        True, False, False,
    ]  # fmt: skip


def test_access_is_not_ended_in_the_past_or_twice(staff):
    key = staff.invite()
    with pytest.raises(StaffRefusedError) as refused:
        employing.end(staff.place.key, key, day(-1), staff.giver())
    assert refused.value.why is Refusal.IN_THE_PAST
    employing.end(staff.place.key, key, None, staff.giver())
    with pytest.raises(StaffRefusedError) as refused:
        employing.end(staff.place.key, key, None, staff.giver())
    assert refused.value.why is Refusal.ENDED_BEFORE


def test_who_has_left_can_be_given_access_again(staff):
    key = staff.invite()
    employing.end(staff.place.key, key, None, staff.giver())
    access = Access(UNIT, CASEWORKER, days(0, 30))
    employing.renew(staff.place.key, key, access, staff.giver())
    assert may_come(staff, key, TODAY)
    assert len(given(staff, key)) == 2


@pytest.mark.parametrize("last", [None, day(7)])
def test_the_only_leader_is_not_ended(staff, last):
    with pytest.raises(StaffRefusedError) as refused:
        employing.end(staff.place.key, staff.leader, last, staff.giver())
    assert refused.value.why is Refusal.ONLY_LEADER
    assert may_come(staff, staff.leader, day(10))


@pytest.mark.parametrize("first", [0, 30])
def test_the_only_leader_is_not_made_a_caseworker(staff, first):
    access = Access(UNIT, CASEWORKER, days(first, 200))
    with pytest.raises(StaffRefusedError) as refused:
        employing.renew(staff.place.key, staff.leader, access, staff.giver())
    assert refused.value.why is Refusal.ONLY_LEADER


def test_one_of_two_leaders_may_leave(staff):
    staff.invite("Berit", role=Role.LEADER)
    employing.end(staff.place.key, staff.leader, None, staff.giver())
    assert may_come(staff, staff.leader, TODAY) is None


def test_of_two_leaders_who_end_each_other_one_is_left(staff):
    other = staff.invite("Berit", role=Role.LEADER)

    def end(key):
        try:
            employing.end(staff.place.key, key, None, staff.giver())
        except StaffRefusedError as refused:
            return refused.why
        finally:
            connections.close_all()
        return "ended"

    with ThreadPoolExecutor(2) as both:
        told = list(both.map(end, [staff.leader, other]))
    assert sorted(told) == ["ended", Refusal.ONLY_LEADER]


def test_who_was_here_before_such_rows_were_kept_is_ended_like_others(staff):
    key = UUID(int=71)
    with fenced(staff.place.key):
        Employee.objects.create(
            municipality=staff.place.key, id=key, name="Marit", role="caseworker",
            unit=UNIT, valid_from=day(-400), valid_to=None,
        )  # fmt: skip
    assert may_come(staff, key, TODAY)
    assert given(staff, key)[0].given.made_by == SYSTEM_ID
    employing.end(staff.place.key, key, None, staff.giver())
    assert may_come(staff, key, TODAY) is None
    [one] = given(staff, key)
    assert one.given.made_by == SYSTEM_ID
    assert one.ended.made_by == staff.leader


def test_nobody_unknown_is_ended_or_renewed(staff):
    with pytest.raises(StaffRefusedError) as refused:
        employing.end(staff.place.key, UUID(int=99), None, staff.giver())
    assert refused.value.why is Refusal.NOT_HERE


def test_an_employee_elsewhere_is_nobody_here(staff, book):
    key = staff.invite()
    with fenced("raelingen"):
        assert authorised(staff.place.key, key, TODAY) is None
        assert authorised("raelingen", key, TODAY) is None

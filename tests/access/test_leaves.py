"""Leave: a stand-in has all of a colleague's cases for a period."""

from uuid import UUID

import pytest
from tests.access.employed import TODAY, Staff, at, day, days

from fotfeste.access import employing
from fotfeste.access.leaves import (
    LeaveRefusedError,
    Refusal,
    away,
    end_leave,
    leaves,
    stands_in_for,
    take_leave,
)
from fotfeste.ledger.fence import fenced


@pytest.fixture
def staff(place):
    return Staff(place)


@pytest.fixture
def kari(staff):
    return staff.invite("Kari")


@pytest.fixture
def ali(staff):
    return staff.invite("Ali")


def leave(staff, who, stand_in, first, last):
    return take_leave(
        staff.place.key, who, stand_in, days(first, last), who, at(), TODAY
    )


def refused(staff, who, stand_in, first, last):
    with pytest.raises(LeaveRefusedError) as no:
        leave(staff, who, stand_in, first, last)
    return no.value.why


def cases_of(staff, who, on):
    with fenced(staff.place.key):
        return stands_in_for(staff.place.key, who, on)


def test_a_stand_in_has_the_cases_on_the_days_and_no_others(staff, kari, ali):
    leave(staff, kari, ali, 2, 4)
    assert [cases_of(staff, ali, day(n)) for n in (1, 2, 4, 5)] == [
        [], [kari], [kari], [],
    ]  # fmt: skip
    assert cases_of(staff, kari, day(3)) == []


def test_it_is_seen_who_is_away(staff, kari, ali):
    leave(staff, kari, ali, 0, 4)
    with fenced(staff.place.key):
        assert away(staff.place.key, TODAY)[kari].stand_in == ali
        assert away(staff.place.key, day(5)) == {}


def test_one_can_stand_in_for_several(staff, kari, ali):
    marit = staff.invite("Marit")
    leave(staff, kari, ali, 0, 4)
    leave(staff, marit, ali, 2, 6)
    assert set(cases_of(staff, ali, day(3))) == {kari, marit}


def test_a_leave_that_is_ended_counts_no_more(staff, kari, ali):
    key = leave(staff, kari, ali, 0, 4)
    end_leave(staff.place.key, key, kari, at(10))
    assert cases_of(staff, ali, TODAY) == []
    with fenced(staff.place.key):
        assert leaves(staff.place.key, TODAY) == []
    leave(staff, kari, ali, 0, 4)
    with pytest.raises(LeaveRefusedError) as no:
        end_leave(staff.place.key, key, kari, at(11))
    assert no.value.why is Refusal.NOT_HERE


@pytest.mark.parametrize(
    ("when", "why"),
    [((3, 2), Refusal.ENDS_FIRST), ((-5, -1), Refusal.IN_THE_PAST)],
)
def test_the_days_must_be_possible(staff, kari, ali, when, why):
    assert refused(staff, kari, ali, *when) is why


def test_leave_that_began_yesterday_can_be_registered_today(staff, kari, ali):
    leave(staff, kari, ali, -1, 2)
    assert cases_of(staff, ali, TODAY) == [kari]


def test_nobody_stands_in_for_themselves(staff, kari):
    assert refused(staff, kari, kari, 0, 4) is Refusal.SAME_PERSON


@pytest.mark.parametrize("when", [(0, 2), (2, 9), (3, 3), (4, 9), (-3, 20)])
def test_leave_does_not_overlap_leave(staff, kari, ali, when):
    leave(staff, kari, ali, 2, 4)
    assert refused(staff, kari, ali, *when) is Refusal.AWAY_ALREADY


def test_leave_may_follow_upon_leave(staff, kari, ali):
    leave(staff, kari, ali, 2, 4)
    leave(staff, kari, ali, 5, 9)
    assert cases_of(staff, ali, day(5)) == [kari]


def test_who_is_away_does_not_stand_in(staff, kari, ali):
    marit = staff.invite("Marit")
    leave(staff, ali, marit, 2, 4)
    assert refused(staff, kari, ali, 4, 9) is Refusal.STAND_IN_AWAY


def test_who_stands_in_does_not_go_away_without_another(staff, kari, ali):
    marit = staff.invite("Marit")
    leave(staff, kari, ali, 2, 4)
    assert refused(staff, ali, marit, 4, 9) is Refusal.STANDS_IN


@pytest.mark.parametrize("last", [0, 3])
def test_the_stand_in_is_authorised_on_all_the_days(staff, kari, last):
    short = staff.invite("Marit", days(0, last))
    assert refused(staff, kari, short, 0, 4) is Refusal.STAND_IN_NOT_AUTHORISED


def test_the_stand_in_is_of_the_same_unit(staff, kari):
    other = staff.invite("Marit", unit="rustjenesten")
    assert refused(staff, kari, other, 0, 4) is Refusal.STAND_IN_NOT_AUTHORISED


def test_who_has_left_does_not_stand_in(staff, kari, ali):
    employing.end(staff.place.key, ali, None, staff.giver())
    assert refused(staff, kari, ali, 0, 4) is Refusal.STAND_IN_NOT_AUTHORISED


def test_who_has_left_takes_no_leave(staff, kari, ali):
    employing.end(staff.place.key, kari, None, staff.giver())
    assert refused(staff, kari, ali, 0, 4) is Refusal.NOT_AUTHORISED


def test_who_is_not_here_has_no_part_in_it(staff, kari):
    assert refused(staff, kari, UUID(int=99), 0, 4) is Refusal.NOT_HERE
    assert refused(staff, UUID(int=99), kari, 0, 4) is Refusal.NOT_HERE


def test_leave_elsewhere_is_not_seen_here(staff, kari, ali):
    leave(staff, kari, ali, 0, 4)
    with fenced("raelingen"):
        assert stands_in_for(staff.place.key, ali, TODAY) == []
        assert away(staff.place.key, TODAY) == {}

"""What is counted in the same breath is what the log says when it is counted again."""

from collections import Counter
from dataclasses import replace
from datetime import date

import hypothesis.strategies as st
from django.db import connections
from hypothesis import given
from tests.ledger.decided import decided
from tests.office.test_rebuild import owner, rebuild
from tests.procedures.events import APPEALED, MADE, NOTIFIED, RECEIVED

from fotfeste.office.board import waits
from fotfeste.office.recount import Recount
from fotfeste.office.tally import Counted, Tally, tallies
from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.kinds import Kind

MARCH = date(2026, 3, 1)
AGAIN = (
    appeal.DecisionPartlyReversed(
        case=APPEALED.case, reason="Ja", statement="Nei", on=date(2026, 3, 25)
    ),
    appeal.AppealForwarded(on=date(2026, 3, 27), body="Statsforvalteren"),
    appeal.OutcomeRecorded(
        case=APPEALED.case,
        outcome=appeal.Outcome.UPHELD,
        decided_on=date(2026, 5, 4),
        summary="Står",
    ),
)


def held(place):
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT month, counted, key, outcome, count FROM office_tally"
            " WHERE municipality = %s",
            [place.key],
        )
        return Counter({Tally(*row[:4]): row[4] for row in cursor.fetchall()})


def test_an_application_is_counted_by_service_and_by_what_was_waited():
    assert tallies(Kind.APPLICATION, NOTIFIED) == Counter(
        [
            Tally(date(2026, 2, 1), Counted.WAITED, "interview", "8"),
            Tally(MARCH, Counted.WAITED, "decision", "28"),
            Tally(MARCH, Counted.DECISION, "samtaler", "grant"),
            Tally(MARCH, Counted.DECISION, "hap", "refusal"),
        ]
    )


def test_an_appeal_is_counted_by_what_we_and_others_came_to():
    assert tallies(Kind.APPEAL, (APPEALED, *AGAIN)) == Counter(
        [
            Tally(MARCH, Counted.APPEAL, "", "received"),
            Tally(MARCH, Counted.APPEAL, "", "partly"),
            Tally(MARCH, Counted.WAITED, "appeal", "7"),
            Tally(date(2026, 5, 1), Counted.INSTANCE, "", "upheld"),
        ]
    )


def test_what_was_decided_before_it_came_in_took_no_time():
    early = replace(MADE, decided_on=date(2026, 1, 1))
    found = tallies(Kind.APPLICATION, (*NOTIFIED[:-2], early))
    assert Tally(date(2026, 1, 1), Counted.WAITED, "decision", "0") in found


def test_nothing_is_counted_of_an_application_that_has_only_come_in():
    assert not tallies(Kind.APPLICATION, (RECEIVED,))


def test_what_is_counted_at_once_is_what_the_log_says(place, monkeypatch):
    for serial in range(3):
        decided(place, serial)
    place.apply(place.party(7))
    counted = held(place)
    assert counted[Tally(MARCH, Counted.DECISION, "samtaler", "grant")] == 3
    assert rebuild(place, monkeypatch) == []
    assert held(place) == counted


def test_a_number_that_was_touched_is_told_and_mended(place, monkeypatch):
    decided(place)
    right = held(place)
    owner(
        "UPDATE office_tally SET count = 9 WHERE municipality = %s AND outcome = 'grant'",
        place.key,
    )
    owner(
        "INSERT INTO office_tally VALUES (%s, '2026-01-01', 'appeal', '', 'received', 4)",
        place.key,
    )
    assert rebuild(place, monkeypatch) == [
        f"{place.key} count of 2026-01 appeal  received: was 4, is 0",
        f"{place.key} count of 2026-03 decision samtaler grant: was 9, is 1",
    ]
    assert held(place) == right


def test_who_is_erased_is_still_counted(place):
    decided(place)
    counted = held(place)
    assert list(Recount(erased=True).kept(place.key)) == []
    assert held(place) == counted


def test_a_lack_that_was_touched_is_told_and_mended(place, monkeypatch):
    place.apply()
    owner("DELETE FROM office_lack WHERE municipality = %s", place.key)
    assert rebuild(place, monkeypatch) == [
        f"{place.key} 2026-00001: lacks was nothing, is delay-notice, handler"
    ]
    assert rebuild(place, monkeypatch) == []


@given(st.lists(st.integers(0, 400), min_size=1, max_size=60))
def test_half_and_nine_of_ten_are_counted_as_one_would_by_hand(days):
    counts = Counter(("decision", str(one)) for one in days)
    found = waits(counts, "decision", 1)
    in_order = sorted(days)
    assert found.cases == len(days)
    assert found.median == in_order[(len(days) + 1) // 2 - 1]
    assert found.most == in_order[-(-len(days) * 9 // 10) - 1]
    assert waits(counts, "decision", len(days) + 1) is None

"""Verify finds any row that was changed, removed, added or moved, and names it."""

from contextlib import contextmanager

import pytest
from django.db import connections
from tests.ledger.decided import decided

from fotfeste.ledger.verify import verify


@contextmanager
def tampering():
    """Do as one who owns the server could, with the guards taken down."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE ledger_event DISABLE TRIGGER ALL")
        cursor.execute("ALTER TABLE ledger_stream DISABLE TRIGGER ALL")
        try:
            yield cursor
        finally:
            cursor.execute("ALTER TABLE ledger_event ENABLE TRIGGER ALL")
            cursor.execute("ALTER TABLE ledger_stream ENABLE TRIGGER ALL")


def faults(place):
    return [f for f in verify()[1] if f.municipality == place.key]


@pytest.fixture
def stream(place):
    _, key, version = decided(place)
    assert version > 8
    assert faults(place) == []
    return key


CHANGES = {
    "name": "'x'",
    "content": "content || '\\x00'::bytea",
    "occurred_on": "occurred_on - 1",
    "recorded_at": "recorded_at + interval '1 microsecond'",
    "actor": "gen_random_uuid()",
    "role": "'leader'",
    "unit": "'x'",
    "rulebook": "'x'",
    "id": "gen_random_uuid()",
    "previous": "'\\x00'::bytea",
    "hash": "'\\x00'::bytea",
}


@pytest.mark.parametrize("column", CHANGES)
def test_a_changed_value_is_found_and_named(place, stream, column):
    with tampering() as cursor:
        cursor.execute(
            f"UPDATE ledger_event SET {column} = {CHANGES[column]}"
            " WHERE stream = %s AND version = 3",
            [stream],
        )
    found = faults(place)
    assert any(f.version == 3 and f.stream == stream for f in found), found
    assert "2026-00001" in str(found[0])


@pytest.mark.parametrize("column", ["kind", "person", "number"])
def test_a_changed_case_is_found(place, stream, column):
    new = {"kind": "'appeal'", "person": "gen_random_uuid()", "number": "99"}[column]
    with tampering() as cursor:
        cursor.execute(
            f"UPDATE ledger_stream SET {column} = {new} WHERE stream = %s", [stream]
        )
    assert faults(place)


def test_a_removed_row_in_the_middle_is_found(place, stream):
    with tampering() as cursor:
        cursor.execute(
            "DELETE FROM ledger_event WHERE stream = %s AND version = 4", [stream]
        )
    assert any("missing before it: 4" in f.what for f in faults(place))


def test_removed_rows_at_the_end_are_found(place, stream):
    with tampering() as cursor:
        cursor.execute(
            "DELETE FROM ledger_event WHERE stream = %s AND version > 8", [stream]
        )
    assert any("missing at the end: 9" in f.what for f in faults(place))


def test_an_added_row_is_found(place, stream):
    with tampering() as cursor:
        cursor.execute(
            "INSERT INTO ledger_event SELECT municipality, stream, 99, id, name,"
            " occurred_on, recorded_at, actor, role, unit, rulebook, content, previous,"
            " hash FROM ledger_event WHERE stream = %s AND version = 2",
            [stream],
        )
    assert any(f.version == 99 for f in faults(place))


def test_reordered_rows_are_found(place, stream):
    with tampering() as cursor:
        for was, now in ((2, 1002), (3, 2), (1002, 3)):
            cursor.execute(
                "UPDATE ledger_event SET version = %s WHERE stream = %s AND version = %s",
                [now, stream, was],
            )
    assert {2, 3} <= {f.version for f in faults(place)}


def test_a_whole_case_that_is_gone_is_found(place, stream):
    place.apply()
    with tampering() as cursor:
        cursor.execute("DELETE FROM ledger_event WHERE stream = %s", [stream])
        cursor.execute("DELETE FROM ledger_stream WHERE stream = %s", [stream])
    assert any(
        "2026-00001" in str(f) and "missing case" in f.what for f in faults(place)
    )


def test_events_whose_case_is_gone_are_found(place, stream):
    with tampering() as cursor:
        cursor.execute("DELETE FROM ledger_stream WHERE stream = %s", [stream])
    assert any("without a row" in f.what for f in faults(place))


def test_the_last_case_cannot_vanish_with_the_counter_left(place, stream):
    last, handled = place.apply()
    with tampering() as cursor:
        cursor.execute("DELETE FROM ledger_event WHERE stream = %s", [last])
        cursor.execute("DELETE FROM ledger_stream WHERE stream = %s", [last])
    assert any(handled.reference in str(f) for f in faults(place))

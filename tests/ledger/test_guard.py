"""The log cannot be changed, and each municipality sees only its own."""

import pytest
from django.db import connection, connections
from django.db.utils import DatabaseError
from tests.ledger.decided import decided
from tests.ledger.place import Place

from fotfeste.ledger.fence import fenced

FENCED = (
    "ledger_stream", "ledger_event", "ledger_counter", "ledger_data_key", "office_case",
    "office_draft", "office_waiting", "office_closed", "access_person",
    "access_employee", "access_reading", "access_reason", "access_reason_review",
    "access_authorisation", "access_leave", "access_review", "letters_letter",
    "letters_notice", "office_representation", "office_attachment",
    "letters_dispatch", "letters_dispatch_mark",
    "office_begun", "office_edition", "office_lack", "office_tally",
)  # fmt: skip


def test_the_program_runs_as_a_role_that_owns_nothing(committed):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolbypassrls,"
            " EXISTS (SELECT FROM pg_class WHERE relowner = r.oid)"
            " FROM pg_roles r WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("fotfeste_runtime", False, False, False)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ledger_event SET name = 'x'",
        "DELETE FROM ledger_event",
        "TRUNCATE ledger_event",
        "DELETE FROM ledger_stream",
        "UPDATE ledger_stream SET person = gen_random_uuid()",
        "UPDATE letters_letter SET pdf = ''",
        "DELETE FROM letters_letter",
        "DELETE FROM letters_dispatch",
        "UPDATE letters_dispatch SET envelope = ''",
        "UPDATE letters_dispatch_mark SET name = ''",
        "DELETE FROM letters_dispatch_mark",
        "DELETE FROM access_reading",
        "UPDATE access_reading SET ground = ''",
        "UPDATE access_authorisation SET role = 'leader'",
        "DELETE FROM access_authorisation",
        "UPDATE access_leave SET stand_in = employee",
        "DELETE FROM access_leave",
        "UPDATE access_review SET note = ''",
        "DELETE FROM access_review",
        "DELETE FROM ledger_data_key",
        "ALTER TABLE ledger_event DISABLE TRIGGER ALL",
        "DROP POLICY fence ON ledger_event",
    ],
)
def test_the_program_may_not_change_what_has_happened(place, change):
    place.apply()
    with pytest.raises(DatabaseError), fenced(place.key):
        connection.cursor().execute(change)


@pytest.mark.parametrize(
    "change", ["UPDATE ledger_event SET name = 'x'", "DELETE FROM ledger_event"]
)
def test_not_even_the_owner_changes_an_event_by_accident(place, change):
    place.apply()
    with pytest.raises(DatabaseError, match="append-only"):
        connections["owner"].cursor().execute(change)


def test_every_table_with_a_municipality_is_fenced(committed):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.columns"
            " WHERE column_name = 'municipality' AND table_schema = 'public'"
        )
        named = {name for (name,) in cursor.fetchall()}
        cursor.execute(
            "SELECT relname FROM pg_class c WHERE relrowsecurity"
            " AND EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid)"
        )
        assert named == {name for (name,) in cursor.fetchall()} == set(FENCED)


@pytest.mark.parametrize("table", FENCED)
def test_the_municipality_is_part_of_every_key(committed, table):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.attname FROM pg_index i JOIN pg_attribute a"
            " ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]"
            " WHERE i.indrelid = %s::regclass AND (i.indisprimary OR i.indisunique)",
            [table],
        )
        assert {name for (name,) in cursor.fetchall()} == {"municipality"}


@pytest.mark.parametrize("table", FENCED)
def test_a_query_without_a_filter_shows_one_municipality_or_none(place, book, table):
    decided(place)
    other = Place("raelingen", book)
    other.apply()
    query = f"SELECT DISTINCT municipality FROM {table}"
    with connection.cursor() as cursor:
        cursor.execute(query)
        assert cursor.fetchall() == [], "no fence, no rows"
    for key in (place.key, "raelingen"):
        with fenced(key), connection.cursor() as cursor:
            cursor.execute(query)
            assert {name for (name,) in cursor.fetchall()} <= {key}
    with connection.cursor() as cursor:
        cursor.execute(query)
        assert cursor.fetchall() == [], "the fence ends with its transaction"


def test_nobody_writes_into_another_municipality(place):
    with pytest.raises(DatabaseError, match="row-level security"), fenced(place.key):
        connection.cursor().execute(
            "INSERT INTO ledger_counter VALUES ('raelingen', 2026, 7)"
        )

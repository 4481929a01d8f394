"""To destroy a person's data key is to erase them; the chain still holds."""

import pytest
from django.db import connection, connections

from fotfeste.access.erasure import erase
from fotfeste.access.people import find, identities
from fotfeste.demo.people import synthetic_number
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import ErasedError
from fotfeste.ledger.verify import verify


def test_nothing_about_the_person_can_be_read_and_nothing_is_missing(place):
    party = place.party()
    stream, _ = place.apply(party)
    with connections["owner"].cursor() as cursor:
        cursor.execute("DELETE FROM ledger_data_key WHERE person = %s", [party.id])
    with pytest.raises(ErasedError, match="2026-00001"):
        log.read(place.key, stream, place.office.keys)
    with fenced(place.key):
        assert identities(place.key, [party.id], place.office.keys) == {}
    assert [f for f in verify()[1] if f.municipality == place.key] == []


def test_no_name_number_or_word_stands_in_clear_in_any_table(place):
    party = place.party()
    stream, _ = place.apply(party)
    place.comment(stream, party, 1, "Ganske hemmelige ord")
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables"
            " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT t::text FROM {table} t")
            text = "\n".join(row for (row,) in cursor.fetchall())
            for secret in ("Ganske hemmelige", "Nora Testdatter", "røyker mer"):
                assert secret not in text, table
                assert secret.encode().hex() not in text, table
    connection.close()


def test_one_who_is_erased_is_found_by_nobody_and_may_come_again(place):
    party = place.party()
    stream, _ = place.apply(party)
    assert erase(place.key, party.id)
    assert not erase(place.key, party.id)
    number = synthetic_number(0)
    assert find(place.key, number, place.office.keys) is None
    with fenced(place.key), connection.cursor() as cursor:
        cursor.execute("SELECT is_open FROM office_case WHERE stream = %s", [stream])
        assert cursor.fetchone() == (False,)
    again = place.party()
    assert again.id != party.id
    assert place.apply(again)[1].reference == "2026-00002"
    assert [f for f in verify()[1] if f.municipality == place.key] == []

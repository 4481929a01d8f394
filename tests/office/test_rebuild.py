"""The lists can be thrown away and made again from the log."""

from django.db import connections
from tests.ledger.decided import decided

from fotfeste.office import installation
from fotfeste.office import rebuild as rebuilding


def rebuild(place, monkeypatch):
    monkeypatch.setattr(installation, "rulebook", lambda: place.office.book)
    return rebuilding.rebuild(place.office.now.date(), place.key)[1]


def owner(sql, *values):
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


def rows(place):
    return owner(
        "SELECT * FROM office_case WHERE municipality = %s ORDER BY stream", place.key
    )


def test_nothing_differs_when_nothing_was_touched(place, monkeypatch):
    decided(place)
    place.apply()
    assert rebuild(place, monkeypatch) == []


def test_what_was_touched_is_told_and_mended(place, monkeypatch):
    decided(place)
    place.apply()
    before = rows(place)
    owner(
        "UPDATE office_case SET due_on = due_on + 1, stage = 'x' WHERE municipality = %s",
        place.key,
    )
    told = rebuild(place, monkeypatch)
    assert len(told) == 6
    assert any("stage was x, is application.Received" in line for line in told)
    assert rows(place) == before


def test_a_row_that_is_gone_comes_back(place, monkeypatch):
    decided(place)
    before = rows(place)
    owner("DELETE FROM office_case WHERE municipality = %s", place.key)
    assert rebuild(place, monkeypatch) == [
        f"{place.key} 2026-00001: was not in the list",
        f"{place.key} 2026-00002: was not in the list",
    ]
    assert rows(place) == before


def test_an_invented_row_is_told_and_taken_away(place, monkeypatch):
    place.apply()
    owner(
        "INSERT INTO office_case SELECT municipality, gen_random_uuid(), kind, person,"
        " '2026-00077', version, stage, unit, is_open, received_on, due_on, due_term"
        " FROM office_case WHERE municipality = %s",
        place.key,
    )
    told = rebuild(place, monkeypatch)
    assert told == [f"{place.key} 2026-00077: was in the list, but is not in the log"]
    assert len(rows(place)) == 1

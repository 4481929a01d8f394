"""The leader's board and the inspection: who sees them, and that they tell the truth."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from tests.web.cast import begun, citizen, employee, notified
from tests.web.test_citizen import applied

from fotfeste.ledger.fence import fenced
from fotfeste.office import board as boards
from fotfeste.office import inspection
from fotfeste.office.tally import OWN_RESULTS, WAITS
from fotfeste.procedures.appeal.events import Outcome
from fotfeste.procedures.lacks import Missing
from fotfeste.web.staff.board import (
    AGE_NAMES,
    INSTANCE_NAMES,
    RESULT_NAMES,
    WAIT_NAMES,
)
from fotfeste.web.staff.inspection import LACKS
from fotfeste.web.who import office_now

pytestmark = pytest.mark.django_db
PAGES = ("/raelingen/arbeid/tavla/", "/raelingen/arbeid/tilsyn/")


def leader(book, place="raelingen"):
    return employee(book, place, role="leader")


def written(place, sql, values=()):
    with fenced(place), connection.cursor() as cursor:
        cursor.execute(sql, values)


def tallies(place, counted, key, outcome, count, year=2025):
    written(
        place,
        "INSERT INTO office_tally VALUES (%s, %s, %s, %s, %s, %s)",
        [place, f"{year}-03-01", counted, key, outcome, count],
    )


@pytest.mark.parametrize("page", PAGES)
def test_only_a_leader_sees_it(book, page):
    assert leader(book).get(page).status_code == 200
    assert employee(book).get(page).status_code == 403
    assert employee(book, "enebakk", role="leader").get(page).status_code == 302
    assert citizen().get(page).status_code == 302
    assert leader(book).post(page).status_code == 405


def test_a_caseworker_does_not_find_it_in_the_menu(book):
    assert "Tavla" not in employee(book).get("/raelingen/arbeid/").content.decode()
    assert "Tavla" in leader(book).get("/raelingen/arbeid/").content.decode()


def test_everything_has_a_name():
    assert set(LACKS) == set(Missing)
    assert len(AGE_NAMES) == len(boards.AGES) + 1
    assert set(RESULT_NAMES) == set(OWN_RESULTS)
    assert set(INSTANCE_NAMES) == set(Outcome)
    assert set(WAIT_NAMES) == set(WAITS)


def test_a_case_that_nobody_has_is_one_click_away(book):
    stream = applied(citizen())
    client = leader(book)
    text = client.get(f"{PAGES[1]}?mangel=handler").content.decode()
    assert f"/raelingen/arbeid/sak/{stream}/" in text
    assert "hol § 4-1" in text
    assert "Nora Testdatter" not in text, "nobody is named in a list"
    assert client.get(f"/raelingen/arbeid/sak/{stream}/").status_code == 200


def test_a_list_of_another_unit_or_of_nonsense_is_as_sound(book):
    client = leader(book)
    for query in ("mangel=x", "enhet=x", "etter=x", "etter=2026-01-01_'%00", "mangel="):
        assert client.get(f"{PAGES[1]}?{query}").status_code == 200
    assert client.get(f"{PAGES[0]}?aar=x").status_code == 200


def test_where_nothing_lacks_it_says_so(book):
    text = leader(book, "nordre-follo").get("/nordre-follo/arbeid/tilsyn/")
    assert "Ingenting mangler." in text.content.decode()


def test_a_case_that_is_closed_to_the_leader_is_told_without_a_way_in(book):
    stream = applied(citizen())
    client = leader(book)
    written(
        "raelingen",
        "INSERT INTO office_closed SELECT municipality, person, ARRAY[%s]::uuid[], '{}'"
        " FROM office_case WHERE stream = %s",
        [uuid4(), stream],
    )
    text = client.get(f"{PAGES[1]}?mangel=handler").content.decode()
    assert f"/arbeid/sak/{stream}/" not in text
    assert "Saken er lukket for deg." in text


def test_what_begins_later_is_not_told_before_its_day(book):
    applied(citizen())
    today = office_now().now.date()
    with fenced("raelingen"):
        now = inspection.lacking_counts("raelingen", None, today)
        later = inspection.lacking_counts("raelingen", None, today + timedelta(days=60))
    assert now.get("delay-notice", 0) < later["delay-notice"]


def test_the_pages_of_a_list_have_each_case_once(book):
    written(
        "enebakk",
        "INSERT INTO office_lack SELECT 'enebakk', gen_random_uuid(), 'plan',"
        " DATE '2026-01-01' + n / 3, 'u', '2026-' || n FROM generate_series(1, 120) n",
    )
    written(
        "enebakk",
        "INSERT INTO office_case (municipality, stream, kind, person, reference, version,"
        " stage, unit, is_open, received_on, due_on, due_term)"
        " SELECT municipality, stream, 'care', gen_random_uuid(), reference, 1,"
        " 'care.Running', unit, false, since, since, '' FROM office_lack"
        " WHERE municipality = 'enebakk' AND lack = 'plan'",
    )
    today, seen, before = office_now().now.date(), [], None
    with fenced("enebakk"):
        while True:
            page, before = inspection.lacking(
                "enebakk", "plan", unit=None, today=today, asks=uuid4(), before=before
            )
            seen += [one.reference for one in page]
            if before is None:
                break
    assert len(seen) == len(set(seen)) == 120


def test_the_board_counts_open_cases_once_in_each_division(book):
    begun()
    notified(key="jonas")
    with fenced("eksempel"):
        cases = boards.open_cases("eksempel", office_now().now.date())
        whole = sum(one.count for one in cases)
    for fields in (("unit", "due_term"), ("age",), ("assignee",)):
        assert sum(boards.summed(cases, *fields).values()) == whole


@pytest.mark.parametrize(
    ("days", "age"), [(0, 0), (7, 0), (8, 1), (30, 1), (31, 2), (90, 2), (181, 4)]
)
def test_the_last_day_of_an_age_belongs_to_it(book, days, age):
    today = office_now().now.date()
    written(
        "enebakk",
        "INSERT INTO office_case (municipality, stream, kind, person, reference, version,"
        " stage, unit, is_open, received_on, due_on, due_term) VALUES ('enebakk',"
        " gen_random_uuid(), 'care', gen_random_uuid(), 'x', 1, 'care.Running', 'u',"
        " true, %s, %s, '')",
        [today - timedelta(days=days), today - timedelta(days=1)],
    )
    with fenced("enebakk"):
        (one,) = (c for c in boards.open_cases("enebakk", today) if c.unit == "u")
    assert (one.age, one.urgency) == (age, boards.LATE)


def test_small_numbers_are_hidden_on_the_board(book):
    for outcome, count in (("grant", 40), ("part", 12), ("refusal", 2)):
        tallies("raelingen", "decision", "samtaler", outcome, count)
        tallies("raelingen", "decision", "hap", outcome, count + 7)
    text = leader(book).get(f"{PAGES[0]}?aar=2025").content.decode()
    table = text.split('aria-labelledby="vedtak"')[1].split("</table>")[0]
    numbers = re.findall(r'data-label="(?:Ja|Delvis ja|Nei|I alt)">(\w+)', table)
    assert len(numbers) == 12
    assert "2" not in numbers
    assert numbers.count("skjult") >= 4


def test_waits_are_the_days_that_were_waited(book):
    for days, count in ((10, 5), (20, 4), (90, 1)):
        tallies("raelingen", "waited", "decision", str(days), count)
    text = leader(book).get(f"{PAGES[0]}?aar=2025").content.decode()
    table = text.split('aria-labelledby="ventetid"')[1].split("</table>")[0]
    assert "10 dager" in table and "20 dager" in table and "90" not in table
    assert table.count("For få saker") == len(WAITS) - 1


@pytest.mark.parametrize("what", ["board", "inspection"])
def test_a_page_asks_few_questions(book, what, django_assert_max_num_queries):
    client = leader(book)
    page = PAGES[0] if what == "board" else PAGES[1]
    client.get(page)
    with django_assert_max_num_queries(19):
        client.get(page)

"""The log of readings for leaders: their unit's, filtered, paged, warned of, reviewed."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from tests.web.cast import citizen, employee
from tests.web.test_citizen import applied
from tests.web.test_leave import colleague, text_of
from tests.web.test_staff import today

from fotfeste.access import employing
from fotfeste.access.days import Days
from fotfeste.access.log_pages import PAGE, Wanted, log_page
from fotfeste.access.models import Employee, Reading
from fotfeste.access.people import Identity, enrol, find
from fotfeste.access.policy import Role
from fotfeste.access.readings import Ground, note_reading
from fotfeste.access.watch import Sign
from fotfeste.demo.people import citizens, synthetic_number
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import uuid7
from fotfeste.office import installation
from fotfeste.office.handle import OSLO
from fotfeste.office.log_watch import Watched, warnings
from fotfeste.web.staff.log_warnings import SIGNS
from fotfeste.web.who import office_now

pytestmark = pytest.mark.django_db
LOG = "/raelingen/arbeid/innsynslogg/"
WARNINGS = f"{LOG}varsler/"
UNIT = "tjenestekontoret"


@pytest.fixture
def ola(book):
    return employee(book, role="leader")


@pytest.fixture
def kari(book):
    return employee(book)


@pytest.fixture
def case(kari):
    stream = applied(citizen())
    kari.get(f"/raelingen/arbeid/sak/{stream}/")
    return stream


def workday(hour=10):
    """Return a moment of the last working day before today."""
    day = today() - timedelta(days=1)
    while not installation.rulebook().calendar.is_working_day(day):
        day -= timedelta(days=1)
    return datetime(day.year, day.month, day.day, hour, tzinfo=OSLO)


def read(person, at=None, who=None, ground="Saken ligger hos enheten", stream=None):
    with fenced("raelingen"):
        note_reading(
            "raelingen", who or colleague("Kari Saksbehandler"), person=person,
            stream=stream or uuid7(), ground=ground, at=at or workday(),
        )  # fmt: skip


def somebody(name="Per Prøvesen", number=""):
    return enrol("raelingen", Identity(name, number), installation.keys()).id


def signs():
    watched = Watched(
        "raelingen", "raelingen", UNIT, today() - timedelta(days=6), today()
    )
    found, is_all = warnings(watched, office_now())
    assert is_all
    return found


def readings(ground):
    with fenced("raelingen"):
        return list(Reading.objects.filter(ground=ground))


def test_a_leader_sees_who_has_read_and_no_name_before_asking(ola, case):
    text = text_of(ola.get(LOG))
    assert "Kari Saksbehandler" in text and "Saken ligger hos enheten" in text
    assert "Nora Testdatter" not in text
    assert readings(Ground.REVIEW) == []


def test_that_a_leader_sees_the_names_is_itself_in_the_log(ola, case):
    assert "Nora Testdatter" in text_of(ola.get(LOG, {"navn": "1"}))
    [noted] = readings(Ground.REVIEW)
    assert noted.name == "Ola Leder"
    shown = text_of(citizen().get("/raelingen/mine-saker/hvem-har-lest/"))
    assert "Kontrollerte hvem som har lest" in shown


def test_only_the_leaders_own_unit_is_seen(book, ola, case):
    other = employee(book, step="deliver", role="leader")
    assert "Ingen har lest noe" in text_of(other.get(LOG))


def test_the_log_is_filtered(ola, kari, case):
    person = somebody()
    read(person, ground=Ground.ASSIGNED)
    key = str(colleague("Kari Saksbehandler").id)
    with fenced("raelingen"), connection.cursor() as cursor:
        cursor.execute("SELECT reference FROM office_case WHERE stream = %s", [case])
        [reference] = cursor.fetchone()
    brev, saken = "Har saken", "Saken ligger hos enheten"
    for asked, here, not_here in (
        ({"grunn": Ground.ASSIGNED.value}, brev, saken),
        ({"sak": reference}, saken, brev),
        ({"fra": today()}, saken, brev),
        ({"til": today() - timedelta(days=1)}, brev, saken),
        ({"ansatt": key}, brev, "Ola Leder, "),
    ):
        text = text_of(ola.get(LOG, asked)).partition("<tbody>")[2]
        assert here in text and not_here not in text, asked


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"sak": "2026-99999"}, "Fant ingen sak."),
        ({"fra": "i går"}, "Datoen finnes ikke."),
        ({"ansatt": "ingen"}, "Velg fra listen."),
        ({"etter": "x_y"}, "Ingen har lest noe"),
        ({"etter": "2026-01-01_x"}, "Ingen har lest noe"),
        ({"sak": "\x00'; --"}, "Fant ingen sak."),
    ],
)
def test_what_is_asked_wrongly_is_told(ola, asked, told):
    answer = ola.get(LOG, asked)
    assert answer.status_code == 200 and told in text_of(answer)


def test_pages_follow_each_other_without_gap_or_repetition(ola, kari):
    person, at = somebody(), workday()
    for n in range(2 * PAGE + 7):
        read(person, at + timedelta(seconds=n // 3))
    wanted, found, after = Wanted(UNIT), [], None
    with fenced("raelingen"):
        while True:
            page, after = log_page("raelingen", wanted, after)
            found += [one.id for one in page]
            if after is None:
                break
    assert len(found) == len(set(found)) == 2 * PAGE + 7
    text = text_of(ola.get(LOG))
    address = text.partition('href="?etter=')[2].partition('"')[0]
    second = text_of(ola.get(f"{LOG}?etter={address}"))
    assert "Til begynnelsen" in second and "Neste side" in second


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(UNIT),
        Wanted(UNIT, employee=uuid7()),
        Wanted(UNIT, person=uuid7()),
        Wanted(UNIT, ground="Arbeidet med saken"),
        Wanted(UNIT, since=datetime(2026, 1, 1, tzinfo=OSLO)),
    ],
)
def test_every_page_is_found_by_an_index(wanted, ola):
    with fenced("raelingen"), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        with connection.execute_wrapper(_explained) as _:
            log_page("raelingen", wanted)
    assert "Index" in _PLAN[-1] and "Seq Scan" not in _PLAN[-1]


_PLAN: list[str] = []


def _explained(execute, sql, params, many, context):
    with connection.connection.cursor() as asked:
        asked.execute(f"EXPLAIN {sql}", params)
        _PLAN.append("\n".join(line for (line,) in asked.fetchall()))
    return execute(sql, params, many, context)


def test_the_file_has_every_line_and_no_name_and_is_recorded(ola, case):
    answer = ola.get(f"{LOG}fil/")
    text = answer.content.decode("utf-8-sig")
    assert answer["Content-Type"].startswith("text/csv")
    assert text.splitlines()[0] == "Når;Hvem;Enhet;Sak;Hva;Grunn;Forklart"
    assert "Kari Saksbehandler" in text and "Nora" not in text
    assert len(readings(Ground.EXPORT)) == 1


def test_no_cell_of_the_file_is_a_formula(ola, case):
    read(somebody(), ground="=HYPERLINK(1)")
    assert ";'=HYPERLINK(1)" in ola.get(f"{LOG}fil/").content.decode()


def test_a_file_of_too_much_is_refused(ola, case, monkeypatch):
    read(somebody())
    monkeypatch.setattr("fotfeste.web.staff.log.MOST_LINES", 1)
    answer = ola.get(f"{LOG}fil/")
    assert answer.status_code == 400 and "for mange linjer" in text_of(answer)
    assert readings(Ground.EXPORT) == []


def test_nothing_is_warned_of_in_ordinary_work(book, kari):
    stream = applied(citizen())
    known = find("raelingen", citizens()[0].number, installation.keys())
    read(known.id, stream=stream)
    assert signs() == []


def test_each_sign_is_seen_where_it_is(kari):
    read(somebody("Nils Saksbehandler"), workday(9))
    read(somebody("Kari Saksbehandler"), workday(9))
    read(somebody("Per Prøvesen"), workday(20))
    for _ in range(26):
        read(somebody("Per Prøvesen"), workday(11))
    # A neighbour is seen where the employee has said where they live: test_about_me.
    assert {one.sign for one in signs()} == set(Sign) - {Sign.NEIGHBOUR}


def test_who_reads_about_themselves_is_found_by_number_under_any_name(ola):
    number, office = synthetic_number(301), office_now()
    leader = colleague("Ola Leder", role="leader")
    key = employing.invite(
        "raelingen", "Siri Ansatt", number,
        employing.Access(UNIT, Role.CASEWORKER, Days(today(), today())),
        employing.Giver(leader.id, office.now, today(), today()), office.keys,
    )  # fmt: skip
    with fenced("raelingen"):
        siri = Employee.objects.get(municipality="raelingen", id=key)
    read(somebody("Noe Helt Annet", number), who=siri)
    assert Sign.OWN_FILE in {one.sign for one in signs()}


def test_a_review_is_no_sign(ola, case):
    person = somebody("Nils Leder")
    leader = colleague("Ola Leder", role="leader")
    read(person, workday(22), who=leader, ground=Ground.REVIEW)
    read(person, workday(22), who=leader, ground=Ground.EXPORT)
    assert [one for one in signs() if one.person == person] == []
    assert {one.sign for one in signs()} <= {Sign.HOURS}


def test_a_leader_looks_into_a_warning_and_that_is_kept(ola, kari):
    read(somebody("Nils Saksbehandler"))
    listed = text_of(ola.get(WARNINGS))
    assert SIGNS[Sign.SURNAME] in listed and "Nils" not in listed
    key = next(one.key for one in signs() if one.sign is Sign.SURNAME)
    page = f"{WARNINGS}{key}/"
    text = text_of(ola.get(page))
    assert "Nils Saksbehandler" in text and "Ingen har sett på dette" in text
    assert len(readings(Ground.REVIEW)) == 1
    assert "Skriv noe her." in text_of(ola.post(page, {"note": " "}))
    assert ola.post(page, {"note": "Ikke i slekt."}).status_code == 302
    assert "Ikke i slekt." in text_of(ola.get(page))
    with fenced("raelingen"), connection.cursor() as cursor:
        cursor.execute("SELECT warning, note, made_by FROM access_review")
        assert cursor.fetchall() == [
            (key, "Ikke i slekt.", colleague("Ola Leder", role="leader").id)
        ]


@pytest.mark.parametrize("key", ["x", "2026-01-01.own-file.x.y", "2026-02-30.x", "."])
def test_a_warning_that_is_none_is_not_found(ola, key):
    assert ola.get(f"{WARNINGS}{key}/").status_code == 404
    assert ola.post(f"{WARNINGS}{key}/", {"note": "x"}).status_code == 404


@pytest.mark.parametrize("asked", [{"til": "x"}, {"til": "0001-01-01"}, {"side": "-1"}])
def test_a_forged_week_is_this_one(ola, asked):
    assert ola.get(WARNINGS, asked).status_code == 200


def test_a_week_without_anything_says_so(ola):
    assert "Ingenting å spørre om" in text_of(ola.get(WARNINGS, {"til": "2020-01-01"}))


@pytest.mark.parametrize("address", [LOG, f"{LOG}fil/", WARNINGS, f"{WARNINGS}x/"])
def test_the_log_is_for_leaders_of_the_place(book, kari, ola, address):
    assert kari.get(address).status_code == 403
    assert citizen().get(address).status_code == 302
    assert employee(book, "enebakk", role="leader").get(address).status_code == 302


def test_another_municipality_has_another_log(book, case):
    leader = employee(book, "enebakk", role="leader")
    assert "Ingen har lest noe" in text_of(leader.get("/enebakk/arbeid/innsynslogg/"))


def test_every_sign_has_words():
    assert set(SIGNS) == set(Sign)

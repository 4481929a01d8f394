"""The desk: my day, the lists, finding, and who may look where they have no part."""

import re
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.urls import URLPattern, reverse
from tests.web.cast import begun, citizen, employee, notified
from tests.web.test_citizen import applied

from fotfeste.access.readings import Ground, What
from fotfeste.access.reasons import Why
from fotfeste.demo.stories import apply, invite
from fotfeste.ledger.fence import fenced
from fotfeste.office import lists
from fotfeste.office.lists import Whose
from fotfeste.procedures.person.commands import WishContact
from fotfeste.web import desk_urls, telling, who
from fotfeste.web.staff.next_step import ANSWERED_BY
from fotfeste.web.staff.steps import STEPS
from fotfeste.web.staff.work import VIEWS
from fotfeste.web.who import office_now

pytestmark = pytest.mark.django_db


def readings(municipality="raelingen"):
    return asked(
        municipality,
        "SELECT what, ground, reason FROM access_reading WHERE municipality = %s"
        " ORDER BY at, id",
        municipality,
    )


def asked(municipality, sql, *values):
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def case():
    return f"/raelingen/arbeid/sak/{applied(citizen())}/"


def take(client, case, who=0):
    form = client.get(f"{case}gi-saken/").content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', form)[1]
    keys = re.findall(r'name="employee" value="([^"]+)"', form)
    return client.post(
        f"{case}gi-saken/", {"seen": seen, "employee": keys[who], "impartial": "no"}
    )


def test_every_clock_has_what_answers_it():
    assert set(ANSWERED_BY) == set(telling.CLOCKS) - {""}


def test_every_list_has_a_name():
    assert set(VIEWS) == set(Whose)


def test_my_day_is_empty_until_i_take_a_case(book, case):
    client = employee(book)
    day = client.get("/raelingen/arbeid/").content.decode()
    assert "Ingenting haster." in day and "Saker som ingen har" in day
    assert "Nora Testdatter" in day
    assert take(client, case).status_code == 302
    mine = client.get("/raelingen/arbeid/").content.decode()
    assert "Ingenting haster." not in mine
    assert "fvl § 11 a tredje ledd" in mine
    assert "Avtal samtale" in mine


def test_who_takes_a_case_must_say_that_they_are_not_disqualified(book, case):
    client = employee(book)
    form = client.get(f"{case}gi-saken/").content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', form)[1]
    me = re.search(r'name="employee" value="([^"]+)"', form)[1]
    sent = client.post(
        f"{case}gi-saken/", {"seen": seen, "employee": me, "impartial": "other"}
    )
    assert "fvl § 8" in sent.content.decode()


@pytest.mark.parametrize("whose", Whose)
def test_each_list_holds_what_it_says(book, case, whose):
    client = employee(book)
    shown = {
        Whose.UNIT: True,
        Whose.MINE: False,
        Whose.UNASSIGNED: True,
        Whose.WAITING: False,
        Whose.APPEALS: False,
    }
    page = client.get("/raelingen/arbeid/saker/", {"vis": whose.value})
    assert ("Nora Testdatter" in page.content.decode()) is shown[whose]
    take(client, case)
    page = client.get("/raelingen/arbeid/saker/", {"vis": whose.value})
    after = shown | {Whose.MINE: True, Whose.UNASSIGNED: False}
    assert ("Nora Testdatter" in page.content.decode()) is after[whose]


def test_a_case_that_waits_for_the_person_is_on_the_list_of_those(book):
    story = begun()
    invite(apply(story))
    page = employee(book, "eksempel").get("/eksempel/arbeid/saker/?vis=waiting")
    assert story.citizen.name in page.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "vis=x&slag=y&rekkefolge=z",
        "slag=appeal",
        "haster=ja",
        "rekkefolge=newest&etter=2026-01-01_x",
        "etter=%00",
    ],
)
def test_a_forged_address_is_a_list_all_the_same(book, case, query):
    assert employee(book).get(f"/raelingen/arbeid/saker/?{query}").status_code == 200


def test_the_newest_can_stand_first_and_pages_follow_each_other(book):
    first, second = begun(), begun(key="jonas", days_ago=4)
    apply(first), apply(second)
    wanted = lists.Wanted(viewer=UUID(int=1), unit=None, order=lists.Order.NEWEST)
    with fenced("eksempel"):
        page, after = lists.worklist("eksempel", wanted, most=1)
        rest, end = lists.worklist("eksempel", wanted, after, most=1)
    assert [page[0].stream, rest[0].stream] == [second.stream, first.stream]
    assert end is None


def test_a_person_is_found_by_number_and_by_name_and_day(book, case):
    client = employee(book)
    number = citizen().session["citizen"]["number"]
    day = int(number[:2]) - (40 if int(number[:2]) > 40 else 0)
    born = f"19{number[4:6]}-{int(number[2:4]) - 80:02}-{day:02}"
    found = lambda **asked: client.post("/raelingen/arbeid/finn/", asked)  # noqa: E731
    assert found(hva=number).url == case
    assert found(hva="nora TESTDATTER").url == case
    assert found(hva="Testdatter", fodt=born).url == case
    assert "Fant ingen" in found(hva="Testdatter", fodt="1950-01-01").content.decode()
    assert "Fant ingen" in found(hva="Nor").content.decode()
    elsewhere = employee(book, "enebakk")
    page = elsewhere.post("/enebakk/arbeid/finn/", {"hva": number})
    assert "Fant ingen" in page.content.decode()


def test_what_is_looked_for_never_stands_in_an_address(book, case):
    page = employee(book).get("/raelingen/arbeid/finn/?hva=Nora").content.decode()
    assert "Nora Testdatter" not in page


# --- Who has a part, and who has not --------------------------------------------------


@pytest.fixture
def closed():
    """A case that is over, in which nobody at the desk has a part any more."""
    story = notified("eksempel")
    asked("eksempel", "UPDATE office_case SET is_open = false")
    return f"/eksempel/arbeid/sak/{story.stream}/"


def test_who_has_no_part_says_why_and_the_leader_and_the_person_see_it(book, closed):
    client = employee(book, "eksempel")
    sent = client.get(closed)
    assert sent.status_code == 302 and "/arbeid/grunn/" in sent.url
    assert not any(what == What.CASE for what, *_ in readings("eksempel"))
    asked = client.get(sent.url).content.decode()
    assert "Hvorfor må du se saken?" in asked
    empty = client.post(sent.url, {"why": Why.COMPLAINT, "words": " "})
    assert "Skriv noe her" in empty.content.decode()
    given = client.post(
        sent.url, {"why": Why.COMPLAINT, "words": "Hun ringte om vedtaket."}
    )
    assert given.url == closed
    assert client.get(closed).status_code == 200
    assert readings("eksempel")[-1] == (
        What.CASE, Ground.REASON, "Hun ringte om vedtaket.",
    )  # fmt: skip
    leader = employee(book, "eksempel", role="leader")
    assert (
        "sett en sak uten å ha del i den"
        in leader.get("/eksempel/arbeid/").content.decode()
    )
    page = leader.get("/eksempel/arbeid/grunner/").content.decode()
    assert "Hun ringte om vedtaket." in page
    key = re.search(r'name="reason" value="([^"]+)"', page)[1]
    leader.post("/eksempel/arbeid/grunner/", {"reason": key, "words": ""})
    assert "sett en sak uten" not in leader.get("/eksempel/arbeid/").content.decode()
    seen = citizen().get("/eksempel/mine-saker/hvem-har-lest/").content.decode()
    assert "Hun ringte om vedtaket." in seen


def test_nobody_reviews_their_own_reason(book, closed):
    leader = employee(book, "eksempel", role="leader", step="receive")
    asked("eksempel", "UPDATE office_case SET unit = 'ingen', assignee = NULL")
    leader.post(leader.get(closed).url, {"why": Why.CONTROL, "words": "Kontroll."})
    page = leader.get("/eksempel/arbeid/grunner/").content.decode()
    assert "Det var deg" in page and 'name="reason"' not in page


def test_only_a_leader_sees_the_reasons(book):
    assert employee(book).get("/raelingen/arbeid/grunner/").status_code == 403


def test_a_reason_holds_for_a_day(book, closed, monkeypatch):
    client = employee(book, "eksempel")
    client.post(client.get(closed).url, {"why": Why.HELP, "words": "Hjelp."})
    assert client.get(closed).status_code == 200
    later = replace(office_now(), now=office_now().now + timedelta(hours=25))
    monkeypatch.setattr(who, "office_now", lambda: later)
    assert client.get(closed).status_code == 302


def test_the_assignee_has_a_part_while_the_case_is_open(book, case):
    client = employee(book)
    take(client, case)
    assert client.get(case).status_code == 200
    assert readings()[-1][:2] == (What.CASE, Ground.ASSIGNED)
    asked("raelingen", "UPDATE office_case SET is_open = false")
    assert client.get(case).status_code == 302


def test_a_reason_gives_no_lasting_part(book, closed):
    client = employee(book, "eksempel")
    client.post(client.get(closed).url, {"why": Why.HELP, "words": "Hjelp."})
    assert client.get(f"{closed}gi-saken/").status_code == 403


def test_who_registers_anew_about_somebody_is_told_of(book, closed):
    delivers = employee(book, "eksempel", step="deliver")
    number = citizen().session["citizen"]["number"]
    form = delivers.get("/eksempel/arbeid/ny-kontakt/").content.decode()
    stream = re.search(r'name="stream" value="([^"]+)"', form)[1]
    delivers.post(
        "/eksempel/arbeid/ny-kontakt/",
        {
            "stream": stream, "agreed": "yes", "name": "Xx Yy", "number": number,
            "on": office_now().now.date().isoformat(), "place": "advice", "note": "",
        },
    )  # fmt: skip
    leader = employee(book, "eksempel", role="leader")
    shown = leader.get("/eksempel/arbeid/grunner/").content.decode()
    assert "Registrerte en ny sak om personen." in shown


def close_circle(book, case):
    """Let a leader close the circle around the person, and only the leader be in it."""
    leader = employee(book, role="leader")
    person = re.search(
        r"/arbeid/person/([0-9a-f-]+)/", leader.get(case).content.decode()
    )
    page = f"/raelingen/arbeid/person/{person[1]}/lukk-kretsen/"
    form = leader.get(page).content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', form)[1]
    sent = leader.post(page, {"seen": seen, "reason": "Kollega av oss."})
    assert sent.status_code == 302
    return leader, person[1]


def test_a_closed_circle_hides_the_cases_from_lists_search_and_pages(book, case):
    caseworker = employee(book)
    assert caseworker.get(case).status_code == 200
    leader, person = close_circle(book, case)
    assert caseworker.get(case).status_code == 404
    assert caseworker.get(f"/raelingen/arbeid/person/{person}/").status_code == 404
    delivers = employee(book, step="deliver")
    helps = f"/raelingen/arbeid/person/{person}/ny-hjelp/"
    assert delivers.get(helps).status_code == 404
    for page in ("", "saker/"):
        shown = caseworker.get(f"/raelingen/arbeid/{page}").content.decode()
        assert "Nora Testdatter" not in shown
    found = caseworker.post("/raelingen/arbeid/finn/", {"hva": "Nora Testdatter"})
    assert "Fant ingen" in found.content.decode()
    assert leader.get(case).status_code == 200
    step = caseworker.post(f"{case}notat/", {"seen": "1"})
    assert step.status_code == 404


def test_in_an_emergency_one_can_look_and_change_nothing(book, case):
    caseworker = employee(book)
    number = re.search(r"20\d\d-\d{5}", caseworker.get(case).content.decode())[0]
    close_circle(book, case)
    sent = caseworker.post(
        "/raelingen/arbeid/grunn/",
        {"hvem": number, "why": Why.HELP, "words": "Jeg er nysgjerrig."},
    )
    unknown = caseworker.post(
        "/raelingen/arbeid/grunn/",
        {"hvem": "2026-99999", "why": Why.HELP, "words": "Jeg er nysgjerrig."},
    )
    for answer in (sent, unknown):
        assert "Fant ingen. Se om nummeret er riktig." in answer.content.decode()
    sent = caseworker.post(
        "/raelingen/arbeid/grunn/",
        {"hvem": number, "why": Why.EMERGENCY, "words": "Hun har ringt 113."},
    )
    assert sent.url == case
    page = caseworker.get(case)
    assert page.status_code == 200
    assert "avtal-samtale" not in page.content.decode()
    written = caseworker.post(
        f"{case}notat/",
        {"seen": "1", "regime": "case-file", "on": "2026-01-02", "words": "Et notat"},
    )
    assert written.status_code == 404
    seen = [row for row in readings() if row[1] == Ground.EMERGENCY]
    assert seen[0] == (What.CASE, Ground.EMERGENCY, "Hun har ringt 113.")


def test_the_person_keeps_an_employee_out_and_lets_them_in_again(book, case):
    caseworker, nora = employee(book), citizen()
    page = "/raelingen/mine-saker/fullmakter/steng-ute/"
    form = nora.get(page).content.decode()
    keys = dict(re.findall(r'name="employee" value="([^"]+)"[^>]*>\s*([^<]+)<', form))
    me = caseworker.session["employee"]["id"]
    assert me in (keys or re.findall(r'name="employee" value="([^"]+)"', form))
    seen = re.search(r'name="seen" value="(\d+)"', form)[1]
    assert nora.post(page, {"seen": seen, "employee": me}).status_code == 302
    assert caseworker.get(case).status_code == 404
    back = "/raelingen/mine-saker/fullmakter/slipp-inn/"
    form = nora.get(back).content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', form)[1]
    assert nora.post(back, {"seen": seen, "employee": me}).status_code == 302
    assert caseworker.get(case).status_code == 200


def test_what_is_not_safe_is_seen_first_in_every_case_of_the_person(book):
    story = notified("eksempel")
    story.person(
        WishContact(
            phone="41111111", email="", avoid=("name",), language="nb",
            words="Mannen er hjemme etter fire.",
        ),
        stream=story.party.id,
    )  # fmt: skip
    client = employee(book, "eksempel")
    with fenced("eksempel"):
        found = lists.cases_of("eksempel", story.party.id)
    seen = [c for c in found if c.kind in ("application", "care")]
    assert {c.kind for c in seen} == {"application", "care"}
    for one in seen:
        text = client.get(f"/eksempel/arbeid/sak/{one.stream}/").content.decode()
        assert "Mannen er hjemme etter fire." in text, one.kind
        assert "Ikke trygt" in text and "41111111" in text


# --- Every page that shows somebody's data has a row in the log of readings ------------


def test_a_name_on_a_list_is_noted_once_a_day(book, case):
    client = employee(book)
    for _ in range(3):
        client.get("/raelingen/arbeid/saker/")
        client.get("/raelingen/arbeid/")
    assert [what for what, *_ in readings()] == [What.LIST]


def test_every_page_of_the_desk_that_names_somebody_is_noted(book, case):
    """Visit every address of the desk; who sees the name leaves a row of their own."""
    client = employee(book, role="leader")
    text = client.get(case).content.decode()
    person = re.search(r"/arbeid/person/([0-9a-f-]+)/", text)[1]
    stream = case.rstrip("/").rsplit("/", 1)[1]
    letter = re.search(r"/brev/([0-9a-f-]+)/([a-z-]+)\.pdf", text)
    known = {"person": person, "stream": stream}
    if letter:
        known |= {"event": letter[1], "kind": letter[2]}
    for pattern in _patterns():
        address = _address(pattern, known)
        if address is None:
            continue
        before = len(readings())
        response = client.get(address)
        body = b"".join(response) if response.streaming else response.content
        shows = b"Nora" in body or body.startswith(b"%PDF")
        # A name on a list is noted once a day, so it may have been before.
        lists = not {"person", "stream"} & set(pattern.pattern.converters)
        seen = lists and What.LIST in {what for what, *_ in readings()}
        noted = len(readings()) > before or seen
        assert not shows or noted, f"{address} shows a name and notes nothing"


def _patterns():
    [inside] = desk_urls.urlpatterns
    return [one for one in inside.url_patterns if isinstance(one, URLPattern)]


def _address(pattern, known):
    """Return the address of the page with what is known, or None where it lacks."""
    keys = pattern.pattern.converters
    given = dict(known)
    if "key" in keys:
        uuid = type(keys["key"]).__name__ == "UUIDConverter"
        given["key"] = known["person"] if uuid else STEPS[0].key
    if set(keys) - set(given):
        return None
    kwargs = {"municipality": "raelingen", **{key: given[key] for key in keys}}
    return reverse(pattern.name, kwargs=kwargs)


def test_the_log_of_readings_cannot_be_changed_by_the_program(book, case):
    employee(book).get(case)
    for change in (
        "UPDATE access_reading SET ground = ''",
        "DELETE FROM access_reading",
        "DELETE FROM access_reason",
    ):
        with pytest.raises(Exception, match="permission denied"), fenced("raelingen"):
            connection.cursor().execute(change)

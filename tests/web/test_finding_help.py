"""Finding help without being known: the guide, the search, the way out, help now."""

import re

import pytest
from django.db import Error
from django.test import Client
from tests.web.cast import citizen

from fotfeste.access.sessions import SessionStore
from fotfeste.web.leaving import ELSEWHERE

pytestmark = pytest.mark.django_db
ASKED = ["hasj", "spill", "gravid", "sønnen min drikker", "hasjj", "penger"]
NASTY = [
    "",
    " ",
    "\x00",
    "x" * 5_000,
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "محمد",
    "🙂",
    "%_\\",
]


def shown(page, client=None):
    answer = (client or Client()).get(page)
    assert answer.status_code == 200, page
    return answer.content.decode()


@pytest.mark.parametrize("page", ["/veien-til-hjelp/", "/raelingen/veien-til-hjelp/"])
def test_the_guide_is_one_page_that_sends_nothing(page):
    text = shown(page)
    form = re.search(r'<form class="ff-guide"[^>]*>', text)[0]
    assert "action" not in form and "method" not in form
    assert 'type="submit"' not in text.split("ff-guide")[1].split("</form>")[0]
    assert 'href="tel:113"' in text


def test_the_guide_leads_to_what_this_municipality_has():
    here, country = shown("/raelingen/veien-til-hjelp/"), shown("/veien-til-hjelp/")
    assert "Støtte til pårørende" in here and 'href="/raelingen/sok/"' in here
    assert "Et sted å være" not in here, "Rælingen's pack has no such house"
    assert "Et sted å være" in shown("/enebakk/veien-til-hjelp/")
    assert "Støtte til pårørende" not in country and "/#kommuner" in country


def test_every_door_leads_to_a_page_and_a_place_on_it():
    for address in set(
        re.findall(r'href="(/[^"]*)"', shown("/enebakk/veien-til-hjelp/"))
    ):
        page, _, place = address.partition("#")
        if page.startswith("/static/"):
            continue
        answer = Client().get(page)
        assert answer.status_code in (200, 302), address
        if place and answer.status_code == 200:
            assert f'id="{place}"' in answer.content.decode(), address


def test_every_answer_has_its_rule_and_every_rule_its_answer():
    rules = shown("/veien-til-hjelp.css")
    for answer in re.findall(
        r'type="radio"[^>]*id="([^"]+)"', shown("/veien-til-hjelp/")
    ):
        assert f":has(#{answer}:checked)" in rules
    assert rules.count("display: none") == len(rules.splitlines())


def test_no_page_that_informs_sets_a_cookie_or_asks_the_database(
    django_assert_num_queries,
):
    client = Client()
    with django_assert_num_queries(0):
        for page in (
            "/", "/hjelp-na/", "/raelingen/", "/raelingen/veien-til-hjelp/",
            "/tilgjengelighet/",
        ):  # fmt: skip
            shown(page, client)
        client.post("/raelingen/finn/", {"words": "hasj"})
    assert not client.cookies


@pytest.mark.parametrize("asked", ASKED)
def test_everyday_words_find_something(asked):
    text = Client().post("/raelingen/finn/", {"words": asked}).content.decode()
    assert f"Dette fant vi om «{asked}»" in text


def test_what_is_searched_for_is_never_in_an_address():
    assert 'method="post"' in shown("/raelingen/").split("ff-search")[1][:60]


@pytest.mark.parametrize("asked", NASTY)
def test_a_search_takes_anything(asked):
    answer = Client(enforce_csrf_checks=True).post("/raelingen/finn/", {"words": asked})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_who_finds_nothing_is_shown_the_way_on():
    text = Client().post("/raelingen/finn/", {"words": "fugl"}).content.decode()
    assert "Vi fant ikke noe om «fugl»" in text
    assert 'href="/raelingen/veien-til-hjelp/"' in text


@pytest.mark.parametrize("page", ["/", "/hjelp-na/", "/raelingen/", "/finnes-ikke/"])
def test_one_can_leave_from_every_page(page):
    text = Client().get(page).content.decode()
    assert 'href="/forlat/"' in text and "data-leave" in text


def test_who_leaves_is_signed_out_and_elsewhere_knows_nothing():
    client = citizen()
    assert client.get("/raelingen/mine-saker/").status_code == 200
    answer = client.get("/forlat/")
    assert answer.url == ELSEWHERE
    assert answer["Referrer-Policy"] == "no-referrer"
    assert client.get("/raelingen/mine-saker/").status_code == 302


def test_without_a_database_help_now_is_there_and_one_can_leave(monkeypatch):
    client = citizen()

    def down(self):
        raise Error("The database is down")

    monkeypatch.setattr(SessionStore, "load", down)
    monkeypatch.setattr(SessionStore, "delete", down)
    assert 'href="tel:113"' in shown("/hjelp-na/", client)
    assert "RUSinfo" in shown("/raelingen/", client)
    assert client.get("/forlat/").url == ELSEWHERE

"""What holds in the whole country, in a municipality that is here and one that is not."""

from datetime import date

import pytest
from django.test import Client
from tests.web.cast import begun

from fotfeste.demo.stories import apply, approve, assess, invite, meet, propose
from fotfeste.jobs.followers import count_waiting
from fotfeste.office import waiting
from fotfeste.web.public import waiting_times
from fotfeste.web.public.colours import style_sheet
from fotfeste.web.who import office_now


def shown(page):
    return Client().get(page).content.decode()


def pages(book):
    sections = book.national_guidance(date(2026, 11, 22)).sections
    return [section for section in sections if section.more]


def test_004_each_thing_has_its_page_and_the_front_page_leads_there(book):
    front = shown("/")
    ids = {section.id for section in pages(book)}
    assert {"treatment", "lar", "choice", "pregnant", "youth", "kin"} <= ids
    for section in pages(book):
        assert f'href="/nasjonalt/{section.id}/"' in front
        page = shown(f"/nasjonalt/{section.id}/")
        for text in (section.title, *section.more):
            assert text in page


def test_004_what_has_changed_its_name_is_told_with_the_days():
    page = shown("/nasjonalt/treatment/")
    assert (
        "Pakkeforløp for rusbehandling, fra 1. januar 2019 til 31. desember 2022"
        in page
    )
    assert "Nasjonalt pasientforløp for rusbehandling, fra 1. januar 2023" in page
    assert "Fritt behandlingsvalg" in shown("/nasjonalt/choice/")
    assert "ational patient pathway" in shown("/en/nasjonalt/treatment/")


@pytest.mark.parametrize("page", ["/nasjonalt/measures/", "/nasjonalt/romferd/"])
def test_what_has_no_page_is_not_found(page):
    assert Client().get(page).status_code == 404


@pytest.mark.parametrize(
    ("page", "status"), [("/andre-kommuner/", 200), ("/tromso/", 404)]
)
def test_a_municipality_that_is_not_here_gets_the_national_help(page, status):
    answer = Client().get(page)
    assert answer.status_code == status
    text = answer.content.decode()
    assert "Du har like stor rett til hjelp" in text
    assert "/veien-til-hjelp/" in text and "Er du gravid?" in text


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pregnant", "Når du er gravid"),
        ("my son drinks", "Ring Pårørendetelefonen"),
        ("sonen min drikk", "Ring Pårørendetelefonen"),
        ("gambling", "Hjelpelinjen"),
        ("husleige", "bolig"),
    ],
)
def test_a_search_understands_nynorsk_and_english_words(words, found):
    page = Client().post("/eksempel/finn/", {"words": words}).content.decode()
    assert found.casefold() in page.casefold()


def test_a_municipality_has_its_own_colours_and_mark(book):
    page = shown("/eksempel/")
    assert 'href="/eksempel/farger.css"' in page
    theme = book.pack("eksempel", date(2026, 11, 22)).theme
    for shape in theme.logo:
        assert f'd="{shape.path}"' in page
    sheet = Client().get("/eksempel/farger.css")
    assert sheet["Content-Type"] == "text/css"
    assert sheet.content.decode() == style_sheet(theme)
    assert theme.accent in sheet.content.decode()
    assert "farger.css" not in shown("/raelingen/")
    assert Client().get("/raelingen/farger.css").status_code == 404


def test_the_page_is_compressed_where_nothing_the_reader_wrote_is_in_it():
    browser = Client(headers={"accept-encoding": "gzip"})
    assert browser.get("/raelingen/")["Content-Encoding"] == "gzip"
    asked = browser.post("/raelingen/finn/", {"words": "hasj"})
    assert "Content-Encoding" not in asked


def decided(days: list[int]) -> None:
    """Let applications that came in so many days ago have been decided."""
    for number, ago in enumerate(days):
        story = begun("eksempel", ("nora", "jonas")[number % 2], days_ago=ago)
        approve(propose(assess(meet(invite(apply(story)))), "grant"))


@pytest.mark.django_db
def test_how_long_it_took_is_told_when_enough_have_been_decided(monkeypatch):
    decided([3, 10])
    monkeypatch.setattr(waiting, "FEWEST", 3)
    count_waiting(int(office_now().now.timestamp()))
    assert waiting.waiting("eksempel") is None, "two could point at one"
    monkeypatch.setattr(waiting, "FEWEST", 2)
    count_waiting(int(office_now().now.timestamp()))
    found = waiting.waiting("eksempel")
    assert found and found.cases == 2
    assert 0 <= found.median <= found.most
    waiting_times._known.clear()
    assert "Slik har det vært det siste året" not in shown("/eksempel/")
    waiting_times._known["eksempel"] = (float("inf"), found)
    page = shown("/eksempel/")
    assert f"ni av ti innen {found.most} dager" in page
    waiting_times._known.clear()

"""What is begun in a step is kept as it is typed, and only its writer gets it back."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from tests.web.cast import citizen, employee
from tests.web.test_citizen import applied

from fotfeste.ledger.fence import fenced
from fotfeste.office import begun
from fotfeste.web import who
from fotfeste.web.who import office_now

pytestmark = pytest.mark.django_db
WORDS = "Hun ringte, og gråt. \u0645\u062d\u0645\u062f"


@pytest.fixture
def step():
    return f"/raelingen/arbeid/sak/{applied(citizen())}/notat/"


def kept():
    with fenced("raelingen"), connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM office_begun")
        return [bytes(sealed) for (sealed,) in cursor.fetchall()]


def readings():
    with fenced("raelingen"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM access_reading")
        return cursor.fetchone()[0]


def test_what_is_written_is_kept_sealed_and_given_back(book, step):
    kari = employee(book)
    answer = kari.post(f"{step}utkast/", {"words": WORDS, "title": "Telefon"})
    assert answer.status_code == 204
    [sealed] = kept()
    assert WORDS.encode() not in sealed
    page = kari.get(step).content.decode()
    assert WORDS in page and "Du begynte på dette" in page


def test_only_the_writer_gets_it_back(book, step):
    employee(book).post(f"{step}utkast/", {"words": WORDS})
    page = employee(book, role="leader").get(step).content.decode()
    assert WORDS not in page and "Du begynte på dette" not in page


def test_to_keep_shows_nothing_and_is_no_reading(book, step):
    kari = employee(book)
    before = readings()
    kari.post(f"{step}utkast/", {"words": WORDS})
    assert readings() == before


def test_what_is_sent_is_kept_no_longer(book, step):
    kari = employee(book)
    kari.post(f"{step}utkast/", {"words": WORDS})
    form = kari.get(step).content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', form)[1]
    day = re.search(r'name="on" value="([^"]+)"', form)[1]
    sent = kari.post(
        step, {"seen": seen, "regime": "case-file", "on": day, "words": WORDS}
    )
    assert sent.status_code == 302
    assert kept() == []
    assert WORDS in kari.get(sent.url).content.decode()


def test_one_can_begin_again(book, step):
    kari = employee(book)
    kari.post(f"{step}utkast/", {"words": WORDS})
    assert kari.post(f"{step}utkast/", {"kast": "ja"}).url == step
    assert kept() == []


def test_the_latest_words_stand(book, step):
    kari = employee(book)
    for words in ("Først", "Så", WORDS):
        kari.post(f"{step}utkast/", {"words": words})
    assert len(kept()) == 1
    assert WORDS in kari.get(step).content.decode()


def test_too_much_is_refused_and_what_was_kept_stands(book, step):
    kari = employee(book)
    kari.post(f"{step}utkast/", {"words": WORDS})
    assert kari.post(f"{step}utkast/", {"words": "x" * 200_001}).status_code == 413
    assert WORDS in kari.get(step).content.decode()


def test_after_a_fortnight_it_is_gone(book, step, monkeypatch):
    kari = employee(book)
    kari.post(f"{step}utkast/", {"words": WORDS})
    later = replace(office_now(), now=office_now().now + timedelta(days=15))
    monkeypatch.setattr(who, "office_now", lambda: later)
    assert WORDS not in kari.get(step).content.decode()
    with fenced("raelingen"):
        begun.discard_old("raelingen", later.now)
    assert kept() == []


def test_who_may_not_see_the_case_keeps_nothing(book, step):
    assert (
        employee(book, step="deliver")
        .post(f"{step}utkast/", {"words": WORDS})
        .status_code
        == 404
    )
    elsewhere = employee(book, "enebakk").post(f"{step}utkast/", {"words": WORDS})
    assert elsewhere.status_code in (302, 403)
    assert kept() == []

"""An employee says which street they live in, or not; neighbours are then seen."""

from dataclasses import replace

import pytest
from django.db import connection
from tests.web.cast import begun, citizen, employee
from tests.web.test_leave import text_of
from tests.web.test_log_review import LOG, read, signs, workday

from fotfeste.access.watch import Sign
from fotfeste.demo import stories
from fotfeste.ledger.fence import fenced
from fotfeste.procedures.application import commands as do

pytestmark = pytest.mark.django_db
PAGE = "/raelingen/arbeid/om-meg/"


@pytest.fixture
def kari(book):
    return employee(book)


def kept():
    with fenced("raelingen"), connection.cursor() as cursor:
        cursor.execute("SELECT street FROM access_employee WHERE street IS NOT NULL")
        return [bytes(street) for (street,) in cursor.fetchall()]


def test_only_a_hash_of_the_street_is_kept_and_it_can_be_forgotten(kari):
    assert "Du har ikke sagt hvor du bor" in text_of(kari.get(PAGE))
    assert (
        kari.post(PAGE, {"address": "Storgata 5, 2008 Fjerdingby"}).status_code == 302
    )
    [hashed] = kept()
    assert len(hashed) == 32 and b"storgata" not in hashed
    text = text_of(kari.get(PAGE))
    assert "Du har sagt hvor du bor" in text and "Storgata 5, 2008 F" in text
    kari.post(PAGE, {"address": ""})
    assert kept() == []


def test_half_an_address_is_told_of(kari):
    answer = kari.post(PAGE, {"address": "Storgata"})
    assert answer.status_code == 200 and "husnummer" in text_of(answer)
    assert kept() == []


def applied_from(address, protected):
    """Let somebody apply with an address; return who, and the case."""
    story = begun("raelingen")
    said = replace(stories._said(story), address=address, protected=protected)
    story.person(do.SubmitApplication(application=said))
    return story.party.id, story.stream


@pytest.mark.parametrize(
    ("said", "protected", "told"),
    [
        ("Storgaten 12\n2008 Fjerdingby", False, True),
        ("Lillegata 12\n2008 Fjerdingby", False, False),
        ("Storgaten 12\n1930 Aurskog", False, False),
        ("Storgaten 12\n2008 Fjerdingby", True, False),
        ("", False, False),
    ],
)
def test_who_reads_about_a_neighbour_is_seen(book, kari, said, protected, told):
    person, stream = applied_from(said, protected)
    read(person, workday(), stream=stream)
    assert Sign.NEIGHBOUR not in {one.sign for one in signs()}
    kari.post(PAGE, {"address": "Storgata 5, 2008 Fjerdingby"})
    found = [one for one in signs() if one.sign is Sign.NEIGHBOUR]
    assert bool(found) is told
    if told:
        ola = employee(book, role="leader")
        assert "Leste om en i samme gate" in text_of(ola.get(f"{LOG}varsler/"))


def test_the_page_is_for_employees_at_their_own_desk(book):
    assert citizen().get(PAGE).status_code == 302
    assert employee(book, "enebakk").get(PAGE).status_code == 302

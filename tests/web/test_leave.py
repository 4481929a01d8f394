"""Leave at the desk: registered, ended, refused in words, and nobody else's business."""

import re
from datetime import date, timedelta

import pytest
from tests.web.cast import citizen, employee
from tests.web.test_staff import today

from fotfeste.access.leaves import Refusal, stands_in_for
from fotfeste.access.models import Employee
from fotfeste.ledger.fence import fenced
from fotfeste.web.staff.leave import REFUSED

pytestmark = pytest.mark.django_db
PAGE = "/raelingen/arbeid/fravaer/"


def colleague(name, municipality="raelingen", role="caseworker"):
    with fenced(municipality):
        return Employee.objects.get(municipality=municipality, name=name, role=role)


@pytest.fixture
def kari(book):
    return employee(book)


@pytest.fixture
def ola(book):
    return employee(book, role="leader")


@pytest.fixture
def ali(kari, book):
    kept = colleague("Kari Saksbehandler")
    with fenced("raelingen"):
        return Employee.objects.create(
            municipality="raelingen", id="00000000-0000-4000-8000-0000000000a1",
            name="Ali Kontakt", role="caseworker", unit=kept.unit,
            valid_from=date(2020, 1, 1), valid_to=None,
        )  # fmt: skip


def leave(stand_in, first=0, last=3, **more):
    begins = today() + timedelta(days=first)
    ends = today() + timedelta(days=last)
    return {"first": begins, "last": ends, "stand_in": str(stand_in)} | more


def text_of(answer):
    return answer.content.decode()


def test_an_empty_page_says_what_to_do(kari):
    text = text_of(kari.get(PAGE))
    assert "Ingen er registrert borte." in text
    assert "velg en stedfortreder" in text


def test_one_registers_ones_own_and_the_stand_in_gets_the_cases(kari, ali):
    assert kari.post(PAGE, leave(ali.id)).status_code == 302
    text = text_of(kari.get(PAGE))
    assert "Borte nå" in text and "Ali Kontakt" in text
    with fenced("raelingen"):
        assert stands_in_for("raelingen", ali.id, today()) == [
            colleague("Kari Saksbehandler").id
        ]


def test_a_caseworker_registers_nobody_elses(kari, ola, ali):
    leader = colleague("Ola Leder", role="leader")
    kari.post(PAGE, leave(ali.id, employee=str(leader.id)))
    with fenced("raelingen"):
        away = stands_in_for("raelingen", ali.id, today())
    assert away == [colleague("Kari Saksbehandler").id], "the field is not theirs"
    assert 'name="employee"' not in text_of(kari.get(PAGE))


def test_a_leader_registers_anybodys_and_ends_it(kari, ola, ali):
    away = colleague("Kari Saksbehandler")
    assert ola.post(PAGE, leave(ali.id, employee=str(away.id))).status_code == 302
    text = text_of(ola.get(PAGE))
    end = re.search(r'action="([^"]+fravaer/[^"]+)"', text)[1]
    assert ola.post(end).status_code == 302
    assert "Ingen er registrert borte." in text_of(ola.get(PAGE))
    assert ola.post(end).status_code == 302, "twice is once"


def test_a_caseworker_ends_nobody_elses(kari, ola, ali):
    leader = colleague("Ola Leder", role="leader")
    ola.post(PAGE, leave(ali.id, employee=str(leader.id)))
    end = re.search(r'action="([^"]+fravaer/[^"]+)"', text_of(ola.get(PAGE)))[1]
    assert "Angre" not in text_of(kari.get(PAGE))
    assert kari.post(end).status_code == 403


def test_a_leave_that_overlaps_is_refused_with_names_and_days(kari, ali):
    kari.post(PAGE, leave(ali.id))
    answer = kari.post(PAGE, leave(ali.id, 2, 8))
    assert answer.status_code == 200
    assert "Kari Saksbehandler er alt registrert borte fra" in text_of(answer)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"first": "2026-02-30"}, "Datoen finnes ikke."),
        ({"first": ""}, "Velg en dato."),
        ({"stand_in": ""}, "Velg fra listen."),
        ({"stand_in": "x'; --"}, "Velg fra listen."),
        ({"first": "2099-12-31"}, "Bytt om datoene."),
    ],
)
def test_what_is_filled_in_wrongly_is_told(kari, ali, sent, told):
    answer = kari.post(PAGE, leave(ali.id) | sent)
    assert answer.status_code == 200
    assert told in text_of(answer)


def test_every_refusal_has_words():
    assert set(REFUSED) == set(Refusal)


def test_leave_is_for_employees_of_the_place(book, kari, ali):
    kari.post(PAGE, leave(ali.id))
    assert citizen().get(PAGE).status_code == 302
    assert employee(book, "enebakk").get(PAGE).status_code == 302
    text = text_of(employee(book, "enebakk").get("/enebakk/arbeid/fravaer/"))
    assert "Ingen er registrert borte." in text

"""Employees at the desk: given access, changed, ended; by leaders and nobody else."""

from datetime import timedelta

import pytest
from tests.web.cast import citizen, employee
from tests.web.test_leave import colleague, leave
from tests.web.test_staff import today

from fotfeste.access.employing import Refusal
from fotfeste.access.models import Employee
from fotfeste.access.policy import Role
from fotfeste.demo.people import synthetic_number
from fotfeste.ledger.fence import fenced
from fotfeste.web.staff.people import REFUSED, ROLES

pytestmark = pytest.mark.django_db
PAGE = "/raelingen/arbeid/ansatte/"
UNIT = "tjenestekontoret"


def later(days):
    return today() + timedelta(days=days)


def invitation(**more):
    return {
        "name": "Anne Nyansatt", "number": synthetic_number(300), "unit": UNIT,
        "role": "caseworker", "first": today(), "last": later(300),
    } | more  # fmt: skip


def text_of(answer):
    return answer.content.decode()


@pytest.fixture
def ola(book):
    return employee(book, role="leader")


@pytest.fixture
def kari(book):
    return employee(book)


@pytest.fixture
def anne(ola):
    """Return the address of somebody a leader has just given access."""
    return ola.post(f"{PAGE}ny/", invitation()).url


def test_a_leader_gives_access_and_it_is_told_who_gave_it(ola, anne):
    text = text_of(ola.get(anne))
    assert "Anne Nyansatt" in text
    assert "Gitt av Ola Leder" in text
    assert "Anne Nyansatt" in text_of(ola.get(PAGE))
    assert synthetic_number(300) not in text


def test_access_that_ends_stops_the_session_at_once(ola, kari):
    assert kari.get("/raelingen/arbeid/").status_code == 200
    page = f"{PAGE}{colleague('Kari Saksbehandler').id}/"
    assert ola.post(f"{page}slutt/", {"when": "now"}).status_code == 302
    refused = kari.get("/raelingen/arbeid/")
    assert refused.status_code == 302 and "/logg-inn/" in refused.url
    assert "employee" not in kari.session
    text = text_of(ola.get(page))
    assert "Har ikke tilgang lenger." in text and "Endret av Ola Leder" in text


def test_access_that_is_changed_holds_in_the_same_session(book, ola, kari):
    page = f"{PAGE}{colleague('Kari Saksbehandler').id}/"
    assert kari.get(PAGE).status_code == 403
    given = invitation(role="leader")
    assert ola.post(f"{page}endre/", given).status_code == 302
    assert kari.get(PAGE).status_code == 200
    assert "Innsynslogg" in text_of(kari.get("/raelingen/arbeid/")), "so is the menu"
    assert ola.post(f"{page}endre/", invitation()).status_code == 302
    assert kari.get(PAGE).status_code == 403, "what was given is given back"


def test_what_was_given_stays_to_be_seen(ola, anne):
    ola.post(f"{anne}endre/", invitation(role="leader", first=later(5)))
    text = text_of(ola.get(anne))
    assert "Saksbehandler i" in text and "Leder i" in text
    assert "Gjaldt til og med" in text


def test_the_only_leader_neither_leaves_nor_steps_down(ola):
    page = f"{PAGE}{colleague('Ola Leder', role='leader').id}/"
    for answer in (
        ola.post(f"{page}slutt/", {"when": "now"}),
        ola.post(f"{page}slutt/", {"when": "after", "on": later(3)}),
        ola.post(f"{page}endre/", invitation()),
    ):
        assert answer.status_code == 200
        assert "ingen leder" in text_of(answer)
    assert ola.get(PAGE).status_code == 200


def test_access_that_soon_ends_is_told(ola, anne, book):
    ola.post(f"{anne}endre/", invitation(last=later(10)))
    assert "går ut" in text_of(ola.get(PAGE))
    assert "Tilgangen går snart ut." in text_of(ola.get(anne))


def test_access_without_a_last_day_is_told(ola, kari):
    assert "Ingen siste dag" in text_of(ola.get(PAGE))


def test_who_leaves_while_standing_in_for_somebody_is_told_of(ola, kari, anne):
    key = anne.rstrip("/").rpartition("/")[2]
    kari.post("/raelingen/arbeid/fravaer/", leave(key))
    text = text_of(ola.get(anne))
    assert "Er stedfortreder for Kari Saksbehandler" in text


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"number": "12345678901"}, "ikke et fødselsnummer"),
        ({"number": ""}, "Skriv noe her."),
        ({"name": ""}, "Skriv noe her."),
        ({"unit": "romstasjonen"}, "Velg ett av svarene"),
        ({"role": "system"}, "Velg ett av svarene"),
        ({"role": "citizen"}, "Velg ett av svarene"),
        ({"last": ""}, "Velg en dato."),
        ({"last": "2099-01-01"}, "ikke lenger"),
        ({"first": "2020-01-01"}, "bakover i tid"),
    ],
)
def test_what_is_filled_in_wrongly_is_told(ola, sent, told):
    answer = ola.post(f"{PAGE}ny/", invitation(**sent))
    assert answer.status_code == 200
    assert told in text_of(answer)
    with fenced("raelingen"):
        assert not Employee.objects.filter(name="Anne Nyansatt").exists()


def test_nobody_is_employed_twice(ola, anne):
    answer = ola.post(f"{PAGE}ny/", invitation(name="Anne En Gang Til"))
    assert "Anne Nyansatt er ansatt her" in text_of(answer)


def test_the_last_day_is_asked_for_where_it_is_needed(ola, anne):
    answer = ola.post(f"{anne}slutt/", {"when": "after"})
    assert "Velg den siste dagen." in text_of(answer)


def test_a_caseworker_neither_sees_nor_gives_nor_ends_access(ola, kari, anne):
    for address in (PAGE, f"{PAGE}ny/", anne):
        assert kari.get(address).status_code == 403
    assert kari.post(f"{PAGE}ny/", invitation()).status_code == 403
    assert kari.post(f"{anne}endre/", invitation()).status_code == 403
    assert kari.post(f"{anne}slutt/", {"when": "now"}).status_code == 403
    assert "Ansatte" not in text_of(kari.get("/raelingen/arbeid/"))
    assert "Ansatte" in text_of(ola.get("/raelingen/arbeid/"))


def test_a_leader_elsewhere_finds_nobody_here(book, ola, anne):
    leader = employee(book, "enebakk", role="leader")
    key = anne.rstrip("/").rpartition("/")[2]
    there = f"/enebakk/arbeid/ansatte/{key}/"
    assert leader.get(PAGE).status_code == 302
    assert leader.get(there).status_code == 404
    told = leader.post(f"{there}slutt/", {"when": "now"})
    assert told.status_code == 404
    assert citizen().get(PAGE).status_code == 302
    with fenced("raelingen"):
        assert Employee.objects.get(name="Anne Nyansatt").valid_to > today()


def test_every_refusal_and_every_role_of_the_desk_has_words():
    assert set(REFUSED) == set(Refusal)
    assert set(ROLES) == {Role.CASEWORKER, Role.LEADER}

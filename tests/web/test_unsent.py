"""Nothing typed is lost: not when the session has ended, nor when a page is too old."""

import html
import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from tests.web.cast import citizen, employee
from tests.web.test_citizen import applied, shown

pytestmark = pytest.mark.django_db

PAGE = "/raelingen/sok/situasjon/"
WORDS = 'Linje 1\nLinje "2" <b>'


def kept(response):
    """Return what the page would send again."""
    text = response.content.decode()
    main = text[text.index("<main") :]
    pairs = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', main)
    return {name: html.unescape(value) for name, value in pairs}


def filled_in(client, page=PAGE, **typed):
    """Return what the form on the page sends when it is filled in."""
    mark = re.search(r'name="written_by" value="([0-9a-f]{64})"', shown(page, client))
    return {"written_by": mark[1], **typed}


def test_what_was_typed_when_the_session_had_ended_can_be_sent_again():
    form = filled_in(citizen(), situation=WORDS)
    response = Client().post(PAGE, form)
    assert response.status_code == 403
    text = response.content.decode()
    assert "Du er blitt logget ut" in text and "Send på nytt" in text
    assert "/logg-inn/?til=%2Fraelingen%2Flogget-inn%2F" in text
    assert response["Cache-Control"] == "no-store"
    again = kept(response)
    assert again.pop("csrfmiddlewaretoken")
    assert again == form
    assert citizen().post(PAGE, again).status_code == 302
    assert "Linje &quot;2&quot; &lt;b&gt;" in shown(PAGE)


def test_nothing_of_it_is_stored():
    before = Session.objects.count()
    response = Client().post(PAGE, {"situation": WORDS})
    assert response.status_code == 403
    assert Session.objects.count() == before
    assert "fotfeste" not in response.cookies


def test_an_employee_is_led_back_to_the_desk(book):
    case = f"/raelingen/arbeid/sak/{applied(citizen())}/"
    response = Client().post(f"{case}forsinkelse/", {"reason": "Sykdom", "seen": 1})
    assert response.status_code == 403
    assert "til=%2Fraelingen%2Farbeid%2Flogget-inn%2F" in response.content.decode()
    assert kept(response)["reason"] == "Sykdom"
    back = employee(book).get("/raelingen/arbeid/logget-inn/").content.decode()
    assert "Gå tilbake dit" in back
    assert "Gå tilbake dit" in shown("/raelingen/logget-inn/")


def test_where_nothing_was_typed_one_is_asked_to_sign_in():
    mark = filled_in(citizen())
    response = Client().post("/raelingen/sok/kontroller/", mark)
    assert response.url == "/logg-inn/?til=%2Fraelingen%2Fsok%2Fkontroller%2F"


@pytest.mark.parametrize("page", [PAGE, "/raelingen/sok/kontroller/"])
def test_what_one_person_typed_is_not_sent_as_another(page):
    form = filled_in(citizen("nora"), situation="Noras ord")
    per = citizen("per")
    response = per.post(page, form)
    assert response.status_code == 403
    assert "ikke lenger logget inn som den du var" in response.content.decode()
    assert "Noras ord" not in shown(PAGE, per)
    assert citizen("nora").post(PAGE, kept(response)).status_code == 302
    assert "Noras ord" in shown(PAGE, citizen("nora"))


def test_what_a_citizen_typed_is_not_sent_as_an_employee(book):
    form = filled_in(citizen(), situation="Noras ord")
    response = employee(book).post(PAGE, form)
    assert response.status_code == 403
    assert "ikke lenger logget inn som den du var" in response.content.decode()


def test_a_page_that_is_too_old_can_be_sent_again():
    form = filled_in(citizen(), situation=WORDS)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = citizen().cookies
    response = strict.post(PAGE, form, headers={"Origin": "http://testserver"})
    assert response.status_code == 403
    assert "Siden var for gammel" in response.content.decode()
    assert strict.post(PAGE, kept(response)).status_code == 302
    assert "Linje 1" in shown(PAGE)


@pytest.mark.parametrize("origin", ["https://et-annet-sted.no", "null", ""])
def test_what_comes_from_elsewhere_is_not_offered_to_be_sent(origin):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = citizen().cookies
    response = strict.post(PAGE, {"situation": "Lurt"}, headers={"Origin": origin})
    assert response.status_code == 403
    text = response.content.decode()
    assert "Lurt" not in text and "Send på nytt" not in text

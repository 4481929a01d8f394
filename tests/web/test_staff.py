"""The desk: works, wrong role, other municipality, stale version, bad input."""

import re
from datetime import timedelta

import pytest
from tests.web.cast import begun, citizen, employee
from tests.web.test_citizen import applied

from fotfeste.access.policy import STEP
from fotfeste.demo.stories import apply, approve, assess, invite, meet, propose
from fotfeste.office.handle import OSLO
from fotfeste.web.staff.steps import STEPS
from fotfeste.web.who import office_now

pytestmark = pytest.mark.django_db


def today():
    return office_now().now.astimezone(OSLO).date()


@pytest.fixture
def case():
    return f"/raelingen/arbeid/sak/{applied(citizen())}/"


def test_the_work_list_shows_the_case_with_its_day(book, case):
    text = employee(book).get("/raelingen/arbeid/").content.decode()
    assert "Nora Testdatter" in text
    assert "Vedtak eller brev om forsinkelse må sendes" in text


def test_an_empty_list_says_what_to_do(book):
    text = employee(book, "enebakk").get("/enebakk/arbeid/").content.decode()
    assert "Ingenting haster." in text


def test_a_case_is_found_by_its_number(book, case):
    client = employee(book)
    number = re.search(r"20\d\d-\d{5}", client.get(case).content.decode())[0]
    found = client.post("/raelingen/arbeid/finn/", {"hva": number})
    assert found.url == case
    nothing = client.post("/raelingen/arbeid/finn/", {"hva": "x"}).content.decode()
    assert "Fant ingen" in nothing


@pytest.mark.parametrize("after", ["x", "2026-13-01_x", "_", "2026-01-01_' OR 1=1"])
def test_a_forged_page_is_the_first_or_empty(book, after):
    assert employee(book).get("/raelingen/arbeid/", {"etter": after}).status_code == 200


def test_the_case_page_says_what_is_due_and_what_is_possible(book, case):
    text = employee(book).get(case).content.decode()
    assert "fvl § 11 a tredje ledd" in text
    for title in ("Avtal samtale", "Skriv inn samtalen", "Gi beskjed om forsinkelse"):
        assert title in text
    assert "foresla-vedtak" not in text
    assert "Ikke nå: saken står på «Mottatt»." in text


def test_the_case_says_for_whom_it_waits_also_where_side_steps_are_possible(book):
    story = begun()
    propose(assess(meet(invite(apply(story)))))
    client = employee(book, "eksempel")
    page = f"/eksempel/arbeid/sak/{story.stream}/"
    text = client.get(page).content.decode()
    assert "Gi beskjed om forsinkelse" in text
    assert "En leder må godkjenne det." in text
    leader = employee(book, "eksempel", role="leader").get(page).content.decode()
    assert "Godkjenn vedtaket" in leader and "venter på at en leder" not in leader
    approve(story)
    decided = client.get(page).content.decode()
    assert "Registrer klage" in decided
    assert "Personen har fått vedtaket. Klagefristen er" in decided


def test_every_reading_is_noted_and_the_person_sees_it(book, case):
    employee(book).get(case)
    text = citizen().get("/raelingen/mine-saker/hvem-har-lest/").content.decode()
    assert "Kari Saksbehandler" in text
    assert "Tjenestekontoret for helse og omsorg (THO)" in text


def test_a_unit_that_only_delivers_does_not_see_an_undecided_case(book, case):
    client = employee(book, step="deliver")
    assert client.get(case).status_code == 404
    assert client.get(f"{case}avtal-samtale/").status_code == 404
    assert client.get("/raelingen/arbeid/ny-soknad/").status_code == 403


def test_an_employee_of_another_municipality_is_asked_to_sign_in(book, case):
    assert employee(book, "enebakk").get(case).status_code == 302


def test_a_citizen_is_asked_to_sign_in(case):
    assert citizen().get(case).status_code == 302
    assert citizen().get("/raelingen/arbeid/").status_code == 302


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_a_step_that_is_not_possible_now_leads_back_to_the_case(book, case, step):
    client = employee(book, step=STEP.get(step.command, "decide"), role="leader")
    if client.get(case).status_code == 404:
        client = employee(book, step="decide", role="leader")
        assert client.get(f"{case}{step.key}/").status_code == 403
        return
    response = client.get(f"{case}{step.key}/")
    if response.status_code == 302:
        assert response.url == case
    else:
        assert "<h1" in response.content.decode()
    posted = client.post(f"{case}{step.key}/", {"seen": 1})
    assert posted.status_code in (200, 302)


def test_a_step_nobody_knows_is_not_found(book, case):
    assert employee(book).get(f"{case}romferd/").status_code == 404


def test_two_who_act_on_the_same_version_the_slower_is_told_and_loses_nothing(
    book, case
):
    day = (today() + timedelta(days=2)).isoformat()
    form = {"on": day, "at": "10.00", "place": "Hos oss", "seen": 1}
    assert employee(book).post(f"{case}avtal-samtale/", form).status_code == 302
    slower = employee(book, role="leader").post(
        f"{case}avtal-samtale/", {**form, "place": "Et annet sted"}
    )
    text = slower.content.decode()
    assert slower.status_code == 409
    assert "Noen andre har gjort noe" in text and "Et annet sted" in text
    assert "Samtale ble avtalt" in text, "what changed is shown"


def test_a_refusal_is_shown_with_its_provision(book, case):
    client = employee(book)
    client.post(
        f"{case}skriv-samtale/",
        {"on": today().isoformat(), "took_part": "Nora", "own_words": "Jeg", "seen": 1},
    )
    form = {"seen": 2, "own_view": "Ja", "how_reached": "Ja", "took_part": "Nora"}
    for key in ("samtaler", "hap"):
        form |= {
            f"{key}.outcome": "grant",
            f"{key}.grounds": "Fordi",
            f"{key}.amount": "",
        }
    text = client.post(f"{case}foresla-vedtak/", form).content.decode()
    assert "Vilkåret «Helse» er ikke vurdert" in text
    assert "fvl § 17 første ledd" in text
    assert "Det står ikke hvor mye hjelp det gis av «Samtaler med en fagperson»" in text


def test_an_application_on_paper_is_registered_once(book):
    client = employee(book, step="receive")
    page = client.get("/raelingen/arbeid/ny-soknad/").content.decode()
    stream = re.search(r'name="stream" value="([0-9a-f-]+)"', page)[1]
    form = {
        "stream": stream, "channel": "paper", "arrived_on": today().isoformat(),
        "name": "Knut Papirsøker", "number": "", "wants": ["samtaler"], "stay": "lives",
        "role": "self", "protected": "no", "confirmed": "yes",
    }  # fmt: skip
    first = client.post("/raelingen/arbeid/ny-soknad/", form)
    second = client.post("/raelingen/arbeid/ny-soknad/", form)
    assert first.url == second.url == f"/raelingen/arbeid/sak/{stream}/"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"number": "12345678901"}, "ikke et fødselsnummer"),
        ({"arrived_on": "2098-01-01"}, "Datoen er ikke kommet ennå."),
        ({"arrived_on": "2026-02-30"}, "Datoen finnes ikke."),
        ({"arrived_on": "1999-01-01"}, "ingen regler for 1. januar 1999"),
        ({"wants": []}, "Velg minst én ting."),
        ({"stream": "x"}, "stream"),
    ],
)
def test_a_poor_registration_is_told_and_nothing_is_lost(book, change, told):
    form = {
        "stream": "0190d3b2-0000-7000-8000-000000000001", "channel": "paper",
        "arrived_on": today().isoformat(), "name": "Knut Papirsøker", "number": "",
        "wants": ["samtaler"], "stay": "lives",
        "role": "self", "protected": "no", "confirmed": "yes", **change,
    }  # fmt: skip
    response = employee(book, step="receive").post("/raelingen/arbeid/ny-soknad/", form)
    assert response.status_code == 200
    text = response.content.decode()
    assert told in text and "Knut Papirsøker" in text


def test_an_authorisation_that_has_ended_ends_the_session(book, case):
    from datetime import date

    from fotfeste.access.models import Employee
    from fotfeste.ledger.fence import fenced

    client = employee(book)
    with fenced("raelingen"):
        Employee.objects.filter(municipality="raelingen").update(
            valid_to=date(2026, 1, 1)
        )
    assert client.get(case).status_code == 302
    assert client.get("/raelingen/arbeid/").status_code == 302


def test_working_in_a_case_is_a_reading_too(book, case):
    employee(book).get(f"{case}avtal-samtale/")
    text = citizen().get("/raelingen/mine-saker/hvem-har-lest/").content.decode()
    assert "Arbeidet med saken" in text


def test_the_person_page_lists_what_the_unit_may_see_and_nothing_else(book):
    story = apply(begun("enebakk", "jonas"))
    page = f"/enebakk/arbeid/person/{story.party.id}/"
    case = f"/enebakk/arbeid/sak/{story.stream}/"
    assert case in employee(book, "enebakk").get(page).content.decode()
    deliverer = employee(book, "enebakk", step="deliver")
    assert deliverer.get(case).status_code == 404
    assert case not in deliverer.get(page).content.decode()


def test_each_service_applied_for_is_assessed_with_what_the_person_means(book, case):
    client = employee(book)
    client.post(
        f"{case}skriv-samtale/",
        {"on": today().isoformat(), "took_part": "Nora", "own_words": "Jeg", "seen": 1},
    )
    page = client.get(f"{case}vurder/").content.decode()
    sound = "necessary-and-sound"
    for offer in ("samtaler", "hap"):
        assert f'name="{sound}.{offer}.outcome"' in page
    assert f'name="{sound}.outcome"' not in page
    form = {
        "seen": 2,
        f"{sound}.samtaler.outcome": "met",
        f"{sound}.samtaler.reason": "Samtaler er nok nå",
        f"{sound}.samtaler.own_view": "Jeg vil ha samtaler",
        f"{sound}.hap.own_view": "Kanskje siden",
    }
    again = client.post(f"{case}vurder/", form).content.decode()
    assert "Velg hva dere fant." in again and "Kanskje siden" in again
    del form[f"{sound}.hap.own_view"]
    assert client.post(f"{case}vurder/", form).status_code == 302
    text = client.get(case).content.decode()
    assert "Vurdert: Nødvendig og forsvarlig: Samtaler med en fagperson" in text
    assert "Jeg vil ha samtaler" in client.get(f"{case}vurder/").content.decode()

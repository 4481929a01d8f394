"""The citizen's pages: works, wrong person, other municipality, stale, bad input."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from tests.web.cast import begun, citizen, employee, notified

from fotfeste.access.models import Person
from fotfeste.demo.further_stories import ask_the_doctor
from fotfeste.demo.stories import apply, assess, invite, meet, propose
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import uuid7
from fotfeste.letters import wording
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.web import who
from fotfeste.web.citizen.steps import CITIZEN_STEPS

pytestmark = pytest.mark.django_db
ANSWERS = {
    "hvem": {"whom": "self", "helper": ""},
    "hjelp": {"wants": ["samtaler", "hap"]},
    "situasjon": {"situation": "Jeg vil ha hjelp. محمد 🙂 <script>alert(1)</script>"},
    "onsker": {"wishes": ""},
    "haster": {"urgent": ""},
    "bosted": {"stay": "stays"},
    "kontakt": {"phone": "99 99 99 99", "email": "", "address": "", "safe_contact": ""},
    "barn": {"children": ""},
    "tilrettelegging": {"interpreter": "", "adaptation": ""},
    "samtykke": {"consents": []},
}


def shown(page, client=None):
    return (client or citizen()).get(page).content.decode()


def filled_in(client):
    for key, answer in ANSWERS.items():
        response = client.post(f"/raelingen/sok/{key}/", answer)
        assert response.status_code == 302, response.content.decode()
    return response


def applied(client):
    filled_in(client)
    sent = client.post("/raelingen/sok/kontroller/")
    return re.search(r"mine-saker/([0-9a-f-]{36})/", sent.url)[1]


def test_applying_leads_from_question_to_question_to_a_receipt():
    client = citizen()
    assert filled_in(client).url == "/raelingen/sok/kontroller/"
    shown = client.get("/raelingen/sok/kontroller/").content.decode()
    assert "Samtaler med en fagperson, Hasjavvenning (HAP)" in shown
    assert "&lt;script&gt;" in shown and "<script>alert" not in shown
    stream = applied(citizen("jonas"))
    receipt = citizen("jonas").get(f"/raelingen/mine-saker/{stream}/kvittering/")
    assert re.search(r"20\d\d-\d{5}", receipt.content.decode())


@pytest.mark.parametrize(
    ("key", "answer", "told"),
    [
        ("hjelp", {}, "Velg minst én ting."),
        ("hjelp", {"wants": ["romferd"]}, "Velg fra listen."),
        ("bosted", {}, "Velg ett av svarene."),
        ("situasjon", {"situation": "x" * 10_001}, "Kort den ned til 10 000 tegn."),
        ("tilrettelegging", {"interpreter": "x" * 201}, "Kort den ned til 200 tegn."),
    ],
)
def test_bad_input_is_told_at_the_field_and_at_the_top_and_nothing_is_lost(
    key, answer, told
):
    response = citizen().post(f"/raelingen/sok/{key}/", answer)
    text = response.content.decode()
    assert response.status_code == 200
    assert text.count(told) >= 2, text
    assert 'role="alert"' in text
    for value in answer.values():
        if isinstance(value, str) and "\x00" not in value:
            assert value in text


def test_every_question_is_a_question():
    client = citizen()
    filled_in(client)
    for key in ANSWERS:
        page = shown(f"/raelingen/sok/{key}/", client)
        asked = re.search(r"<(?:legend|label[^>]*)>([^<]+)</", page)[1]
        assert asked.endswith("?"), asked
    review = shown("/raelingen/sok/kontroller/", client)
    assert "svaret på: Hvordan kan vi nå deg?" in review


def test_the_draft_is_there_on_another_machine_and_can_be_thrown_away():
    citizen().post("/raelingen/sok/situasjon/", {"situation": "Halvferdig"})
    elsewhere = citizen()
    assert "Halvferdig" in elsewhere.get("/raelingen/sok/situasjon/").content.decode()
    elsewhere.post("/raelingen/sok/slett/")
    assert (
        "Halvferdig" not in citizen().get("/raelingen/sok/situasjon/").content.decode()
    )


def test_sent_twice_it_is_one_application():
    client = citizen()
    filled_in(client)
    first = client.post("/raelingen/sok/kontroller/")
    again = client.post("/raelingen/sok/kontroller/")
    assert again.url == first.url, "both clicks lead to the receipt"
    listed = client.get("/raelingen/mine-saker/").content.decode()
    assert listed.count("<article") == 1


def test_an_application_that_lacks_an_answer_says_which():
    client = citizen()
    client.post("/raelingen/sok/situasjon/", {"situation": "Hei"})
    response = client.post("/raelingen/sok/kontroller/")
    assert response.status_code == 200
    assert "Du har ikke valgt hva du søker om" in response.content.decode()


def test_another_person_gets_the_answer_for_what_is_not_there():
    stream = applied(citizen())
    stranger = citizen("per")
    for page in ("", "kvittering/", "uttalelse/", "klage/", "trekk/"):
        for key in (stream, uuid7()):
            assert (
                stranger.get(f"/raelingen/mine-saker/{key}/{page}").status_code == 404
            )


def test_the_case_is_not_there_in_another_municipality():
    stream = applied(citizen())
    assert citizen().get(f"/enebakk/mine-saker/{stream}/").status_code == 404


def test_one_who_has_not_signed_in_is_asked_to_and_comes_back():
    response = Client().get("/raelingen/mine-saker/")
    assert response.url == "/logg-inn/?til=%2Fraelingen%2Fmine-saker%2F"


def test_an_employee_is_no_citizen(book):
    assert employee(book).get("/raelingen/mine-saker/").status_code == 302


def test_the_party_says_more_and_withdraws():
    client = citizen()
    stream = applied(client)
    case = f"/raelingen/mine-saker/{stream}/"
    empty = client.post(f"{case}uttalelse/", {"words": "", "seen": 1})
    assert "Skriv noe her." in empty.content.decode()
    assert (
        client.post(f"{case}uttalelse/", {"words": "Hør", "seen": 1}).status_code == 302
    )
    stale = client.post(f"{case}uttalelse/", {"words": "Nytt", "seen": 1})
    text = stale.content.decode()
    assert stale.status_code == 409
    assert "Noen andre har gjort noe" in text and "Nytt" in text
    assert 'name="seen" value="2"' in text, "sent again, it is about what stands now"
    assert client.post(f"{case}trekk/", {"reason": "", "seen": 2}).status_code == 302
    assert "Du har trukket søknaden" in client.get(case).content.decode()


@pytest.mark.parametrize("step", CITIZEN_STEPS, ids=lambda step: step.key)
def test_the_case_page_leads_to_exactly_the_steps_that_are_possible(step):
    client = citizen()
    case = f"/raelingen/mine-saker/{applied(client)}/"
    listed = f'href="{case}{step.key}/"' in client.get(case).content.decode()
    response = client.get(f"{case}{step.key}/")
    assert listed is (response.status_code == 200)
    if listed:
        text = response.content.decode()
        assert str(step.about) in text and str(step.button) in text
    else:
        assert response.url == case


def test_a_step_nobody_knows_is_not_found():
    client = citizen()
    case = f"/raelingen/mine-saker/{applied(client)}/"
    assert client.get(f"{case}romferd/").status_code == 404


def test_what_was_sent_twice_by_a_double_click_is_done_once():
    client = citizen()
    case = f"/raelingen/mine-saker/{applied(client)}/"
    for _ in range(2):
        assert client.post(f"{case}trekk/", {"reason": "", "seen": 1}).url == case


def test_what_one_wrote_is_not_lost_when_another_was_first():
    story = notified()
    page = f"/eksempel/mine-saker/{story.stream}/klage/"
    seen = int(re.search(r'name="seen" value="(\d+)"', shown(page))[1])
    story.desk(
        remedy_do.RegisterAppeal(
            appeal=uuid7(), channel="telephone", sent_on=story.today,
            dissatisfied_with="Sagt på telefon", change_wanted="",
        ),
        "receive",
    )  # fmt: skip
    form = {"seen": seen, "number": 1, "dissatisfied_with": "Skrevet her"}
    slower = citizen().post(page, form)
    assert slower.status_code == 409
    assert "Skrevet her" in slower.content.decode()
    again = citizen().post(page, {**form, "seen": seen + 1})
    assert again.status_code == 200
    assert "Det er alt en klage" in again.content.decode()
    assert citizen().get(page).url == page.removesuffix("klage/")


@pytest.mark.parametrize("seen", ["", "x", "-1", "99999999"])
def test_a_forged_version_changes_nothing(seen):
    client = citizen()
    stream = applied(client)
    case = f"/raelingen/mine-saker/{stream}/"
    response = client.post(f"{case}uttalelse/", {"words": "Hei", "seen": seen})
    assert response.status_code == 200


def test_csrf_is_required():
    stream = applied(citizen())
    client = citizen()
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    response = strict.post(f"/raelingen/mine-saker/{stream}/trekk/", {"seen": 1})
    assert response.status_code == 403
    assert "Ingenting ble sendt" in response.content.decode()


def test_a_page_about_a_person_is_kept_by_nobody_on_the_way():
    response = citizen().get("/raelingen/mine-saker/")
    assert response["Cache-Control"] == "no-store"


def test_the_session_says_nothing_to_one_who_reads_the_database():
    from django.contrib.sessions.models import Session

    client = citizen()
    stored = Session.objects.get(pk=client.cookies["fotfeste"].value).session_data
    assert "Nora" not in stored and "citizen" not in stored
    import base64

    assert b"Nora" not in base64.b64decode(stored)


def test_to_look_leaves_no_trace(book):
    client = citizen("per")
    for page in ("mine-saker/", "sok/", "sok/hjelp/", "mine-saker/hvem-har-lest/"):
        assert client.get(f"/enebakk/{page}").status_code == 200
    with fenced("enebakk"):
        assert not Person.objects.exists()


def test_the_last_day_to_appeal_is_said_once_on_the_page_of_the_case():
    story = notified()
    text = shown(f"/eksempel/mine-saker/{story.stream}/")
    assert text.count("Siste dag for å klage er") == 1
    assert text.count("klage til og med") == 0
    assert "Vedtaket er klart" in text


def test_the_desks_own_drafts_are_not_shown_to_the_party():
    story = begun()
    propose(assess(meet(invite(apply(story))))).desk(
        do.ReturnDecision(comment="Tenk om igjen"), role="leader"
    )
    text = citizen().get(f"/eksempel/mine-saker/{story.stream}/").content.decode()
    assert "Vi har snakket sammen" in text
    assert "Tenk om igjen" not in text and "foreslått" not in text


def test_what_others_answered_is_not_on_the_timeline_before_it_is_put_to_the_party():
    story = meet(invite(apply(begun("raelingen", "nora", days_ago=14))))
    ask_the_doctor(story)
    page = shown(f"/raelingen/mine-saker/{story.stream}/")
    assert "Vi fikk svar på et spørsmål" in page
    assert "blodtrykk" not in page


def represents(client, scope):
    """Let Jonas act for Nora, in one thing."""
    from fotfeste.demo.people import citizens

    number = next(c.number for c in citizens() if c.key == "jonas")
    form = {
        "seen": 0, "name": "Jonas", "number": number, "scopes": [scope],
        "valid_to": "", "copies": "yes",
    }  # fmt: skip
    return client.post("/eksempel/mine-saker/fullmakter/gi-fullmakt/", form)


def test_who_may_only_attend_sees_no_findings_and_opens_no_other_step():
    story = notified()
    assert represents(citizen("nora"), "attend").status_code == 302
    case = f"/eksempel/mine-saker/{story.stream}/"
    page = shown(case, citizen("jonas"))
    assert "Vurdert:" not in page and "Vedtaket er gjort" not in page
    for step in ("klage", "si-ja", "uttalelse"):
        answer = citizen("jonas").post(f"{case}{step}/", {"x": 1})
        assert answer.status_code == 302, step
    letters = re.findall(r'href="([^"]*/brev/[^"]*)"', shown(case))
    assert letters
    assert citizen("jonas").get(letters[0]).status_code == 404


@pytest.mark.parametrize("day", ["2026-01-01", "0001-01-01", "9999-12-31", "x"])
def test_a_day_that_is_wrong_is_told_and_never_a_fault(day):
    notified()
    page = "/eksempel/mine-saker/fullmakter/gi-samtykke/"
    form = {
        "seen": 0, "source": "Fastlegen", "fields_": "Helse", "purpose": "Vurdere",
        "valid_to": day,
    }  # fmt: skip
    answer = citizen("nora").post(page, form)
    assert answer.status_code == 200
    assert "Se over dette" in answer.content.decode()


def test_one_is_not_ones_own_representative():
    from fotfeste.demo.people import citizens

    notified()
    number = next(c.number for c in citizens() if c.key == "nora")
    form = {
        "seen": 0, "name": "Nora", "number": number, "scopes": ["apply"],
        "valid_to": "", "copies": "yes",
    }  # fmt: skip
    page = "/eksempel/mine-saker/fullmakter/gi-fullmakt/"
    assert "egen fullmektig" in citizen("nora").post(page, form).content.decode()


def test_one_is_asked_for_a_consent_with_what_follows_from_a_no(book):
    story = notified()
    desk = employee(book, "eksempel")
    page = f"/eksempel/arbeid/person/{story.party.id}/be-om-samtykke/"
    form = {
        "seen": 0, "source": "Fastlegen", "purpose": "Vurdere hjelpen",
        "fields": "Medisiner", "valid_to": (story.today + timedelta(days=90)).isoformat(),
        "needed": "",
    }  # fmt: skip
    assert desk.post(page, form).status_code == 302
    assert "Vi spør om lov" in shown("/eksempel/mine-saker/")
    mine = "/eksempel/mine-saker/fullmakter/"
    asked = shown(mine)
    assert "Kan vi snakke med Fastlegen?" in asked
    assert "Sier du nei, får du hjelp likevel." in asked
    key = re.search(r'name="consent" value="([^"]+)"', shown(f"{mine}svar/"))[1]
    said = {"seen": 1, "consent": key, "answer": "no"}
    assert citizen().post(f"{mine}svar/", said).status_code == 302
    assert "Nei til samtykke for Fastlegen" in shown(mine)
    assert "Vi spør om lov" not in shown("/eksempel/mine-saker/")
    needed = {**form, "seen": 2, "needed": "Medisinen kan skade deg"}
    assert desk.post(page, needed).status_code == 302
    assert "Grunnen er: Medisinen kan skade deg" in shown(mine)


def test_what_is_not_safe_and_who_may_be_asked_is_known_from_the_first_day(book):
    client = citizen()
    filled_in(client)
    client.post("/raelingen/sok/kontakt/", {**ANSWERS["kontakt"], "avoid": ["letters"]})
    client.post("/raelingen/sok/barn/", {"children": "Ei jente på sju"})
    client.post("/raelingen/sok/samtykke/", {"consents": ["Fastlegen"]})
    review = shown("/raelingen/sok/kontroller/", client)
    assert "Ikke send brev hjem" in review and "Fastlegen" in review
    sent = client.post("/raelingen/sok/kontroller/").url
    key = re.search(r"mine-saker/([0-9a-f-]{36})/", sent)[1]
    page = employee(book).get(f"/raelingen/arbeid/sak/{key}/").content.decode()
    assert (
        "<dt>Ikke trygt</dt><dd>brev hjem.</dd>" in page and "Ei jente på sju" in page
    )
    mine = shown("/raelingen/mine-saker/fullmakter/", client)
    assert "Fastlegen" in mine and "Ingen. Da spør vi heller ingen" not in mine


def test_a_draft_is_thrown_away_after_a_month_that_is_told(monkeypatch):
    from fotfeste.jobs.followers import discard_old_drafts
    from fotfeste.office import drafts

    client = citizen()
    client.post("/raelingen/sok/situasjon/", {"situation": "Halvferdig"})
    until = who.office_now().now + drafts.KEPT
    assert wording.day(until.date()) in shown("/raelingen/sok/", client)
    assert "Den blir slettet" in shown("/raelingen/mine-saker/", client)
    discard_old_drafts(int(until.timestamp()) - 60)
    assert "Halvferdig" in shown("/raelingen/sok/situasjon/", client)
    monkeypatch.setattr(drafts, "KEPT", timedelta(0))
    assert "Halvferdig" not in shown("/raelingen/sok/situasjon/", client)
    monkeypatch.undo()
    discard_old_drafts(int(until.timestamp()) + 60)
    assert "Halvferdig" not in shown("/raelingen/sok/situasjon/", client)


def test_one_writes_with_the_service_and_is_answered_by_a_day(book):
    story = notified()
    page = "/eksempel/mine-saker/meldinger/"
    assert "Ingen har skrevet noe ennå." in shown(page)
    empty = citizen().post(page, {"seen": 0, "words": ""})
    assert empty.status_code == 200 and "Skriv noe her" in empty.content.decode()
    words = "Når er samtalen? <b>محمد</b>"
    assert citizen().post(page, {"seen": 0, "words": words}).status_code == 302
    mine = shown(page)
    assert "Når er samtalen? &lt;b&gt;" in mine and "Du får svar senest" in mine
    receives = employee(book, "eksempel", step="receive")
    assert "Personen har skrevet" in shown("/eksempel/arbeid/", receives)
    person = f"/eksempel/arbeid/person/{story.party.id}/"
    assert "venter på svar" in shown(person, receives)
    form = shown(f"{person}svar-melding/", receives)
    key = re.search(r'name="message" value="([^"]+)"', form)[1]
    answer = {"seen": 1, "message": key, "words": "Torsdag klokka 10"}
    assert receives.post(f"{person}svar-melding/", answer).status_code == 302
    assert "Torsdag klokka 10" in shown(page)
    assert "Du får svar senest" not in shown(page)
    assert "Siste svar kom" in shown("/eksempel/mine-saker/")
    assert "Torsdag" not in shown(page, citizen("jonas"))


def test_a_message_written_on_a_stale_page_is_not_lost():
    notified()
    page = "/eksempel/mine-saker/meldinger/"
    citizen().post(page, {"seen": 0, "words": "Første"})
    stale = citizen().post(page, {"seen": 0, "words": "Andre"})
    assert stale.status_code == 409 and "Andre" in stale.content.decode()


@pytest.mark.parametrize(
    ("page", "form", "shown_once"),
    [
        ("meldinger", {"words": "Når er samtalen?"}, "Når er samtalen?"),
        (
            "fullmakter/gi-samtykke",
            {
                "source": "Fastlegen", "fields_": "Medisiner", "purpose": "Vurdere",
                "valid_to": "2027-01-01",
            },
            "<strong>Fastlegen</strong>",
        ),
    ],
)  # fmt: skip
def test_a_double_click_is_one_and_tells_of_no_conflict(page, form, shown_once):
    notified()
    address = f"/eksempel/mine-saker/{page}/"
    for _ in range(2):
        assert citizen().post(address, {**form, "seen": 0}).status_code == 302
    mine = shown(f"/eksempel/mine-saker/{page.partition('/')[0]}/")
    assert mine.count(shown_once) == 1
    other = {**form, "seen": 0, next(iter(form)): "Nav"}
    assert citizen().post(address, other).status_code in (200, 409)


def test_an_application_that_says_nothing_of_contact_takes_nothing_back():
    client = citizen()
    wishes = {
        "seen": 0,
        "phone": "40 00 00 00",
        "email": "",
        "avoid": ["name"],
        "words": "",
        "language": "nb",
    }
    page = "/raelingen/mine-saker/fullmakter/"
    filled_in(client)
    assert client.post(f"{page}kontakt/", wishes).status_code == 302
    client.post("/raelingen/sok/kontakt/", {**ANSWERS["kontakt"], "phone": ""})
    assert "kvittering" in client.post("/raelingen/sok/kontroller/").url
    mine = shown(page, client)
    assert "Telefon 40 00 00 00." in mine and "hvem som ringer" in mine

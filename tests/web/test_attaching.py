"""Pictures and papers with an application, and to a case."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from tests.office.test_intake import GPS, located
from tests.web.cast import begun, citizen, employee
from tests.web.test_citizen import applied, filled_in, shown

from fotfeste.demo.people import citizens
from fotfeste.demo.stories import apply as apply_for
from fotfeste.demo.stories import assess, invite, meet, propose
from fotfeste.ledger.fence import fenced
from fotfeste.office import drafts
from fotfeste.procedures.refusal import RefusalCode, Refused
from fotfeste.web.citizen import apply
from fotfeste.web.who import office_now

pytestmark = pytest.mark.django_db
PAGE, REVIEW = "/raelingen/sok/vedlegg/", "/raelingen/sok/kontroller/"
PDF = b"%PDF-1.7 et brev"


def attach(client, content=PDF, title="Brev fra legen", page=PAGE, **also):
    file = SimpleUploadedFile("x.bin", content)
    return client.post(page, {"title": title, "file": file, **also})


def kept():
    with fenced("raelingen"), connection.cursor() as cursor:
        cursor.execute("SELECT id, draft FROM office_attachment")
        return cursor.fetchall()


def documents(client, stream):
    page = shown(f"/raelingen/mine-saker/{stream}/", client)
    return re.findall(rf'href="(/raelingen/mine-saker/{stream}/dokument/[^"]+)"', page)


def test_what_is_attached_goes_with_the_application_and_both_sides_see_it(book):
    client = citizen()
    filled_in(client)
    assert attach(client).url == PAGE
    assert "Brev fra legen" in shown(PAGE, client)
    assert "Brev fra legen" in shown(REVIEW, client)
    stream = applied(client)
    (address,) = documents(client, stream)
    assert client.get(address).content == PDF
    desk = employee(book, step="receive")
    case = desk.get(f"/raelingen/arbeid/sak/{stream}/").content.decode()
    assert "Brev fra legen" in case and "ikke kontrollert for virus" in case
    link = re.search(r'href="([^"]+/dokument/[^"]+)"', case)[1]
    assert desk.get(link).content == PDF
    assert citizen("jonas").get(address).status_code == 404


def test_a_picture_is_kept_without_its_place():
    client = citizen()
    filled_in(client)
    attach(client, located(), "Bilde")
    stream = applied(client)
    (address,) = documents(client, stream)
    answer = client.get(address)
    assert answer["Content-Type"] == "image/jpeg"
    assert GPS.to_bytes(2, "big") not in answer.content[:200]
    assert b"Exif" not in answer.content


def test_what_is_taken_away_is_gone_and_the_rest_is_kept():
    client = citizen()
    filled_in(client)
    attach(client, title="Først")
    attach(client, PDF + b"2", title="Så")
    first = re.search(r'name="remove" value="([^"]+)"', shown(PAGE, client))[1]
    assert client.post(PAGE, {"remove": first}).url == PAGE
    page = shown(PAGE, client)
    assert "Først" not in page and "Så" in page
    assert len(kept()) == 1
    assert client.post(PAGE, {"remove": "ingen"}).url == PAGE


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Filen er tom"),
        (b"MZ program", "Vi kan ikke åpne denne typen fil"),
        (b"\xff\xd8\xff broken", "Bildet lar seg ikke åpne"),
        (PDF + bytes(11 * 2**20), "Filen er for stor"),
        (PDF + bytes(30 * 2**20), "høyst 10 MB"),
    ],
)
def test_what_is_refused_says_why_and_the_rest_is_kept(content, told):
    client = citizen()
    filled_in(client)
    attach(client, title="Før")
    page = attach(client, content, "Min tittel").content.decode()
    assert told in page and "Min tittel" in page and "Før" in page


def test_nothing_claims_to_be_scanned_when_the_scanner_is_away(settings):
    settings.FOTFESTE_CLAMAV = "tcp:127.0.0.1:1"
    client = citizen()
    filled_in(client)
    assert "Viruskontrollen svarer ikke" in attach(client).content.decode()
    assert kept() == []


def test_sent_twice_it_is_one_file_and_ten_are_the_most():
    client = citizen()
    filled_in(client)
    for number in range(10):
        for _ in range(2):
            attach(client, PDF + str(number).encode())
    assert len(kept()) == 10
    page = attach(client, PDF + b"ti").content.decode()
    assert "så mange vi kan ta imot nå" in page


def test_what_is_thrown_away_or_forgotten_takes_its_files_along():
    client = citizen()
    filled_in(client)
    attach(client)
    client.post("/raelingen/sok/slett/")
    assert kept() == []
    filled_in(client)
    attach(client)
    drafts.discard_old("raelingen", office_now().now + drafts.KEPT - timedelta(hours=1))
    assert len(kept()) == 1
    drafts.discard_old("raelingen", office_now().now + drafts.KEPT + timedelta(hours=1))
    assert kept() == []


def test_what_is_filed_can_never_be_thrown_away():
    client = citizen()
    filled_in(client)
    attach(client)
    applied(client)
    with fenced("raelingen"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM office_attachment")
        assert cursor.rowcount == 0
    drafts.discard_old("raelingen", office_now().now + 2 * drafts.KEPT)
    assert len(kept()) == 1


def test_one_sends_more_to_a_case_that_is_there():
    client = citizen()
    stream = applied(client)
    step = f"/raelingen/mine-saker/{stream}/send-fil/"
    page = shown(step, client)
    seen = re.search(r'name="seen" value="(\d+)"', page)[1]
    assert 'enctype="multipart/form-data"' in page
    assert attach(client, page=step, seen=seen).status_code == 302
    assert len(documents(client, stream)) == 1
    assert "Personen sendte inn noe" in shown(
        f"/raelingen/mine-saker/{stream}/", client
    )


def test_an_application_that_is_refused_keeps_its_files(monkeypatch):
    client = citizen()
    filled_in(client)
    attach(client)

    def refuse(*_args, **_kwargs):
        raise Refused.because(RefusalCode.NOT_NOW)

    monkeypatch.setattr(apply, "handle", refuse)
    assert client.post(REVIEW).status_code == 200
    monkeypatch.undo()
    assert [draft is not None for _, draft in kept()] == [True]
    assert len(documents(client, applied(client))) == 1


def test_who_applies_for_another_sends_files_to_their_case():
    nora, jonas = citizen("nora"), citizen("jonas")
    applied(nora)
    with_power = {
        "seen": 0,
        "name": "Jonas",
        "number": number_of("jonas"),
        "scopes": ["apply", "documents"],
        "valid_to": "2027-11-22",
        "copies": "no",
    }
    page = "/raelingen/mine-saker/fullmakter/gi-fullmakt/"
    seen = re.search(r'name="seen" value="(\d+)"', shown(page, nora))[1]
    assert nora.post(page, {**with_power, "seen": seen}).status_code == 302
    filled_in(jonas)
    attach(jonas)
    asked = shown("/raelingen/sok/hvem/", jonas)
    (whom,) = re.findall(r'value="([0-9a-f-]{36})"', asked)
    form = {"whom": whom, "helper": ""}
    assert jonas.post("/raelingen/sok/hvem/", form).status_code == 302
    sent = jonas.post(REVIEW)
    stream = re.search(r"mine-saker/([0-9a-f-]{36})/", sent.url)[1]
    (address,) = documents(nora, stream)
    assert nora.get(address).content == PDF
    assert len(kept()) == 1, "none is left under the key of who sent it"


def test_a_click_too_many_sends_a_file_once_and_says_it_came():
    client = citizen()
    stream = applied(client)
    step = f"/raelingen/mine-saker/{stream}/send-fil/"
    seen = re.search(r'name="seen" value="(\d+)"', shown(step, client))[1]
    for _ in range(2):
        assert attach(client, page=step, seen=seen).status_code == 302
    assert len(documents(client, stream)) == len(kept()) == 1


def test_a_file_that_comes_too_late_for_the_proposal_is_heard_first(book):
    story = propose(assess(meet(invite(apply_for(begun("eksempel"))))), "grant")
    client, step = citizen(), f"/eksempel/mine-saker/{story.stream}/send-fil/"
    seen = re.search(r'name="seen" value="(\d+)"', shown(step, client))[1]
    assert attach(client, page=step, seen=seen).status_code == 302
    leader = employee(book, "eksempel", role="leader")
    page = f"/eksempel/arbeid/sak/{story.stream}/godkjenn/"
    seen = re.search(r'name="seen" value="(\d+)"', leader.get(page).content.decode())
    answer = leader.post(page, {"seen": seen[1]})
    assert answer.status_code == 200, "what came since is read first (fvl § 17)"


def test_two_pages_at_once_lose_no_file():
    one, other = citizen(), citizen()
    filled_in(one)
    attach(one, PDF + b"1", title="Den ene")
    other.post("/raelingen/sok/situasjon/", {"situation": "Skrevet i den andre"})
    attach(other, PDF + b"2", title="Den andre")
    page = shown(PAGE, one)
    assert "Den ene" in page and "Den andre" in page
    assert "Skrevet i den andre" in shown(REVIEW, one)


def test_what_is_gone_is_not_said_to_be_there():
    client = citizen()
    filled_in(client)
    attach(client)
    with fenced("raelingen"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM office_attachment")
    stream = applied(client)
    assert documents(client, stream) == []
    assert client.get("/raelingen/mine-saker/last-ned/").status_code == 200


def number_of(key):
    return next(one.number for one in citizens() if one.key == key)

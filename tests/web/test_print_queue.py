"""The print queue: who gets paper, the file, the proof, and two at once."""

import io
import re
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import connection
from pypdf import PdfReader
from tests.procedures.events import SAID
from tests.web.cast import begun, citizen, employee

from fotfeste.access import people
from fotfeste.access.policy import Actor, Role
from fotfeste.jobs.followers import follow
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import uuid7
from fotfeste.letters import dispatch, print_queue
from fotfeste.letters.content import LetterKind
from fotfeste.letters.dispatch import State
from fotfeste.office.handle import OSLO, handle
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.person import commands as do_person
from fotfeste.web.staff.queue_rows import TO_OTHERS, Row
from fotfeste.web.who import office_now

pytestmark = pytest.mark.django_db
QUEUE = "/eksempel/arbeid/utskrift/"
HOME = "Gjemmeveien 7\n2025 Fjerdingby"


def on_paper(who="nora", **said):
    """Return the case of somebody who has applied on paper, acknowledged."""
    story, office, stream = begun(key=who), office_now(), uuid7()
    made_up = next(e for e in story.staff if e.role == "caseworker")
    today = office.now.astimezone(OSLO).date()
    offers = office.book.pack("eksempel", today).offers
    wants = tuple(offer.id for offer in offers if offer.apply)[:1]
    application = replace(SAID, wants=wants, **({"address": HOME} | said))
    handle(
        do.RegisterApplication(
            application=application,
            channel="paper",
            arrived_on=today,
        ),
        actor=Actor("eksempel", Role.CASEWORKER, made_up.id, made_up.unit),
        stream=stream,
        seen=0,
        office=office,
        party=story.party,
    )
    follow("eksempel", stream, 1, office)
    return stream


def one_of(stream):
    with fenced("eksempel"):
        [one] = dispatch.of_cases("eksempel", [stream])
    return one


def marks(key):
    with fenced("eksempel"):
        return print_queue.marks_of("eksempel", [key])[key]


def text_of(response):
    return response.content.decode()


def batched(client, *streams):
    """Put the letters of the cases in a batch, and return its address."""
    keys = [one_of(stream).id for stream in streams]
    response = client.post(QUEUE, {"brev": keys})
    assert response.status_code == 302
    return response.url


def form(*streams, how="posted", **changes):
    today = office_now().now.astimezone(OSLO).date()
    keys = [one_of(stream).id for stream in streams]
    return {"brev": keys, "how": how, "on": today.isoformat()} | changes


@pytest.fixture
def client(book):
    return employee(book, "eksempel")


def test_an_empty_queue_says_so(client):
    assert "Ingen brev venter på utskrift." in text_of(client.get(QUEUE))


def test_the_queue_is_in_the_menu(client):
    assert f'href="{QUEUE}"' in text_of(client.get("/eksempel/arbeid/"))


def test_it_shows_who_gets_paper_and_why(client):
    on_paper()
    text = text_of(client.get(QUEUE))
    assert "Nora Testdatter" in text and "Får brev på papir" in text
    assert "Vi har fått søknaden din" in text
    assert "Gjemmeveien" not in text, "the list needs no address"


def test_from_the_queue_to_the_post_with_proof(client):
    stream = on_paper()
    page = batched(client, stream)
    pdf = client.get(f"{page}brev.pdf")
    assert pdf["Content-Type"] == "application/pdf"
    assert client.post(page, form(stream)).url == QUEUE
    one = one_of(stream)
    assert one.state is State.POSTED
    printed, posted = marks(one.id)
    assert (printed.mark, posted.mark) == ("printed", "posted")
    assert printed.digest == posted.digest == sha256(pdf.content).digest()
    assert posted.name == "Kari Saksbehandler"
    text = text_of(client.get(QUEUE))
    assert "Ingen brev venter" in text and "lagt i posten" in text
    case = text_of(client.get(f"/eksempel/arbeid/sak/{stream}/"))
    assert "lagt i posten" in case and "av Kari Saksbehandler" in case


def test_the_file_has_a_page_for_the_window_and_every_letter_its_own_sheet(client):
    streams = [
        on_paper(),
        on_paper("jonas", name="Jonas Prøvesen", address="Veien 2\n2025 By"),
    ]
    page = batched(client, *streams)
    reader = PdfReader(io.BytesIO(client.get(f"{page}brev.pdf").content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in reader.trailer["/Root"]
    pages = [one.extract_text().strip() for one in reader.pages]
    assert pages[0] == "Nora Testdatter\nGjemmeveien 7\n2025 Fjerdingby"
    fronts = [n for n, text in enumerate(pages) if text.startswith("Jonas Prøvesen")]
    letters = [n for n, text in enumerate(pages) if "Side 1 / " in text]
    assert len(fronts) == 1 and len(letters) == 2
    assert all(n % 2 == 0 for n in (0, *fronts, *letters)), "each on a sheet of its own"


def test_the_address_is_where_the_window_is(client):
    page = batched(client, on_paper())
    reader = PdfReader(io.BytesIO(client.get(f"{page}brev.pdf").content))
    first = reader.pages[0]
    places = []

    def note(text, matrix, *_):
        if text.strip():
            places.append(matrix[4:6])

    first.extract_text(visitor_text=note)
    assert len(places) == 3
    inch, high = 72, float(first.mediabox.height)
    for across, up in places:
        assert 20 <= across / inch * 25.4 <= 30, "millimetres from the left"
        assert 45 <= (high - up) / inch * 25.4 <= 80, "millimetres from the top"


@pytest.mark.parametrize(
    ("said", "why"),
    [({"protected": True}, "sperret"), ({"avoid": ("letters",)}, "ikke trygt")],
)
def test_an_address_that_is_not_safe_is_never_printed_nor_posted(client, said, why):
    stream = on_paper(**said)
    text = text_of(client.get(QUEUE))
    assert "Skal ikke i posten" in text and why in text
    page = batched(client, stream)
    reader = PdfReader(io.BytesIO(client.get(f"{page}brev.pdf").content))
    assert "Gis for hånd" in reader.pages[0].extract_text()
    assert "Gjemmeveien" not in reader.pages[0].extract_text()
    refused = client.post(page, form(stream))
    assert refused.status_code == 200
    assert "skal ikke i posten" in text_of(refused)
    assert client.post(page, form(stream, how="handed")).url == QUEUE
    assert one_of(stream).state is State.HANDED


def test_the_letters_of_a_batch_are_ticked_to_begin_with(client):
    text = text_of(client.get(batched(client, on_paper())))
    [box] = re.findall(r'<input[^>]*name="brev"[^>]*>', text)
    assert "checked" in box


def test_a_letter_to_another_asks_for_an_address_and_nothing_more(client):
    row = Row(
        print_queue.Queued(
            replace(one_of(on_paper()), addressee="other", hold="no-address"), "", b""
        ),
        None, (), False, False,
    )  # fmt: skip
    assert row.hold == TO_OTHERS and not row.is_for_hand


def test_what_has_become_unsafe_since_the_letter_was_made_is_not_printed(client):
    stream = on_paper()
    page = batched(client, stream)
    assert one_of(stream).hold == ""
    party, office = people.party("eksempel", one_of(stream).person), office_now()
    wish = do_person.WishContact(phone="", email="", avoid=("letters",), words="")
    handle(
        wish, actor=Actor("eksempel", Role.CITIZEN, party.id), stream=party.id, seen=0,
        office=office, party=party,
    )  # fmt: skip
    reader = PdfReader(io.BytesIO(client.get(f"{page}brev.pdf").content))
    assert "Gjemmeveien" not in reader.pages[0].extract_text()
    assert one_of(stream).hold == "unsafe"
    assert "skal ikke i posten" in text_of(client.post(page, form(stream)))
    assert one_of(stream).state is State.WAITING


def test_what_is_not_printed_is_not_in_the_post(client):
    stream = on_paper()
    page = batched(client, stream)
    refused = client.post(page, form(stream))
    assert refused.status_code == 200
    assert "er ikke skrevet ut ennå" in text_of(refused)
    assert one_of(stream).state is State.WAITING


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"on": "2199-01-01"}, "Datoen er for langt unna"),
        ({"on": "2000-01-01"}, "ikke laget den dagen"),
        ({"on": "x"}, "Datoen finnes ikke"),
        ({"how": ""}, "Velg ett av svarene"),
        ({"brev": []}, "Velg minst ett brev"),
        ({"brev": ["x", "' OR 1=1"]}, "Velg minst ett brev"),
    ],
)
def test_what_cannot_be_so_is_said(client, change, said):
    stream = on_paper()
    page = batched(client, stream)
    client.get(f"{page}brev.pdf")
    answer = client.post(page, form(stream) | change)
    assert answer.status_code == 200 and said in text_of(answer)
    assert one_of(stream).state is State.WAITING


def test_tomorrow_has_not_been(client):
    stream = on_paper()
    page = batched(client, stream)
    client.get(f"{page}brev.pdf")
    tomorrow = office_now().now.astimezone(OSLO).date() + timedelta(days=1)
    answer = client.post(page, form(stream, on=tomorrow.isoformat()))
    assert "Dagen har ikke vært ennå" in text_of(answer)


def test_of_two_who_say_so_the_slower_is_told_by_whom_it_was_done(book, client):
    stream, other = on_paper(), on_paper("jonas", name="Jonas Prøvesen")
    page = batched(client, stream, other)
    client.get(f"{page}brev.pdf")
    assert client.post(page, form(stream)).status_code == 302
    slower = employee(book, "eksempel", role="leader").post(page, form(stream, other))
    text = text_of(slower)
    assert slower.status_code == 409
    assert re.search(
        r"allerede meldt sendt:[^(]*Nora Testdatter \(lagt i posten .* av Kari", text
    )
    assert one_of(other).state is State.POSTED, "what was left, was done"
    assert [m.mark for m in marks(one_of(stream).id)].count("posted") == 1


def test_what_another_has_taken_cannot_be_chosen_again(client):
    stream = on_paper()
    page = batched(client, stream)
    client.get(f"{page}brev.pdf")
    client.post(page, form(stream))
    answer = client.post(QUEUE, {"brev": [one_of(stream).id]})
    assert answer.status_code == 409 and "Ingen brev ble valgt" in text_of(answer)


def test_it_is_undone_the_same_day_with_a_reason_that_is_sealed(client):
    stream = on_paper()
    page = batched(client, stream)
    client.get(f"{page}brev.pdf")
    client.post(page, form(stream))
    undo = f"{QUEUE}{one_of(stream).id}/angre/"
    assert "Angre" in text_of(client.get(undo))
    assert "Skriv noe her" in text_of(client.post(undo, {"reason": " "}))
    assert client.post(undo, {"reason": "Lå igjen på pulten"}).url == QUEUE
    one = one_of(stream)
    assert one.state is State.WAITING
    assert [m.mark for m in marks(one.id)] == ["printed", "posted", "undone"]
    with fenced("eksempel"), connection.cursor() as cursor:
        cursor.execute("SELECT note FROM letters_dispatch_mark WHERE note IS NOT NULL")
        [(note,)] = cursor.fetchall()
    assert b"pulten" not in bytes(note)
    assert client.post(page, form(stream)).url == QUEUE
    assert one_of(stream).state is State.POSTED


def test_it_is_not_undone_the_day_after():
    now = office_now().now.astimezone(OSLO)
    done = [print_queue.Marked(uuid7(), "posted", now, now.date(), "Kari", b"")]
    assert print_queue.same_day(done, now)
    assert not print_queue.same_day(done, now + timedelta(days=1))
    assert not print_queue.same_day([], now)


def test_every_letter_that_is_printed_is_a_reading_the_person_sees(client):
    page = batched(client, on_paper())
    client.get(f"{page}brev.pdf")
    text = text_of(citizen().get("/eksempel/mine-saker/hvem-har-lest/"))
    assert "Skulle sende deg et brev" in text


def test_another_unit_and_another_municipality_see_nothing(book, client):
    stream = on_paper()
    page = batched(client, stream)
    key = one_of(stream).id
    for there in (page, f"{page}brev.pdf", f"{QUEUE}{key}/angre/"):
        other = employee(book, "raelingen")
        own = there.replace("eksempel", "raelingen")
        assert other.get(own).status_code == 404
        assert other.get(there).status_code == 302, "asked to sign in"
    assert "Nora" not in text_of(
        employee(book, "raelingen").get(QUEUE.replace("eksempel", "raelingen"))
    )
    assert citizen().get(QUEUE).status_code == 302


def test_what_failed_digitally_is_sent_on_paper_when_somebody_says_so(client):
    stream = on_paper()
    key = one_of(stream).id
    with fenced("eksempel"), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE letters_dispatch SET way = 'digital', state = 'failed',"
            " reason = 'IKKE_LEVERT' WHERE id = %s",
            [key],
        )
    text = text_of(client.get(QUEUE))
    assert "det kunne ikke leveres digitalt" in text
    assert client.get(f"{QUEUE}{key}/papir/").status_code == 405
    for _ in range(2):
        assert client.post(f"{QUEUE}{key}/papir/").url == QUEUE
    one = one_of(stream)
    assert (one.way, one.state, one.why) == ("post", State.WAITING, "failed")
    assert [m.mark for m in marks(key)] == ["to-paper"]


def test_a_decision_that_has_waited_since_yesterday_says_that_the_period_runs(client):
    stream = on_paper()
    assert "Klagefristen løper" not in text_of(client.get(QUEUE))
    yesterday = office_now().now - timedelta(days=1)
    with fenced("eksempel"):
        one = one_of(stream)
        party = people.party("eksempel", one.person)
        dispatch.make(
            [one.opened("eksempel", party, office_now().keys)],
            municipality="eksempel",
            event=uuid7(),
            kind=LetterKind.DECISION,
            stream=stream,
            party=party,
            at=yesterday,
            keys=office_now().keys,
        )
    assert "Klagefristen løper" in text_of(client.get(QUEUE))

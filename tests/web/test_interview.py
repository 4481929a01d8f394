"""The mapping interview: written down at the desk, read and corrected by the person."""

import re
from datetime import date
from html import unescape

import pytest
from tests.web.cast import begun, citizen, employee
from tests.web.test_citizen import applied
from tests.web.test_staff import today

from fotfeste.demo.stories import apply, assess, invite, meet, propose
from fotfeste.ledger import codec
from fotfeste.ledger.log import uuid7
from fotfeste.letters.compose.documents import documents
from fotfeste.letters.wording import Texts
from fotfeste.office.open_case import open_case
from fotfeste.procedures.application.events import InterviewCorrected, InterviewHeld
from fotfeste.procedures.interview import PARTS, InterviewContent
from fotfeste.procedures.person import commands as person_do
from fotfeste.procedures.person.events import Scope
from fotfeste.web import who
from fotfeste.web.staff.interview_form import RecordInterviewForm
from fotfeste.web.told_interview import PART_NAMES, told_interviews

pytestmark = pytest.mark.django_db

WORDS = {
    "own_words": "Jeg vil sove.", "goals": "Jobb", "values": "Barna",
    "resources": "Snekrer", "coping": "Går tur", "network": "Få igjen",
    "family": "To barn hver andre uke", "housing": "Leier", "economy": "Uåpnet post",
    "work": "Sykmeldt", "health": "Rygg", "self_care": "Spiser lite",
    "substance_use": "Øl om kvelden",
}  # fmt: skip
AUDIT = {f"audit.{n}": "1" for n in range(1, 9)} | {"audit.9": "2", "audit.10": "0"}


def person(row, who="Søster", sector="family", closeness="1", quality="supportive"):
    parts = {"who": who, "sector": sector, "closeness": closeness, "quality": quality}
    return {f"network.{row}.{part}": value for part, value in parts.items()}


@pytest.fixture
def case():
    return f"/raelingen/arbeid/sak/{applied(citizen())}/"


@pytest.fixture
def page(case):
    return f"{case}skriv-samtale/"


def filled(**more):
    return {
        "on": today().isoformat(),
        "took_part": "Nora og Kari",
        "seen": 1,
        **WORDS,
        **more,
    }


def sent(book, page, **more):
    return employee(book).post(page, filled(**more))


def shown(response):
    return " ".join(
        unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split()
    )


def recorded(story):
    """The events of the story's case."""
    actor = who.Actor("eksempel", who.Role.CITIZEN, story.party.id)
    return open_case(actor, story.stream, who.office_now()).history.records


# --- the form ----------------------------------------------------------------------


def test_000_10_003_04_what_is_mapped_is_written_and_read_again(book, case, page):
    """Goals, values, resources, coping and network, and the whole of everyday life."""
    assert sent(book, page, **person(0), **AUDIT).status_code == 302
    read = shown(employee(book).get(f"{case}samtale/"))
    for words in WORDS.values():
        assert words in read
    for name in PART_NAMES.values():
        assert str(name) in read
    assert "Søster : Svært nær. Støtter." in read
    assert "AUDIT: 10 av 40 poeng. Det er en indikasjon." in read
    assert all(words in shown(employee(book).get(case)) for words in WORDS.values())


def test_only_day_who_and_own_words_must_be_there(book, page):
    empty = shown(employee(book).post(page, {"seen": 1}))
    assert empty.count("Samtalen – ") == 3, "one fault for each"
    form = {
        "on": today().isoformat(),
        "took_part": "Nora",
        "own_words": "Ja",
        "seen": 1,
    }
    assert employee(book).post(page, form).status_code == 302


def test_a_row_that_is_begun_must_be_finished(book, page):
    told = shown(sent(book, page, **person(0, who="")))
    assert "Person 1 – Hvem? – Skriv hvem det er." in told
    told = shown(sent(book, page, **person(1, sector="", quality="")))
    assert told.count("Person 2 – ") == 2 and "Velg et svar." in told


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("audit.1", "5", "Velg ett av svarene på listen."),
        ("audit.9", "1", "Velg ett av svarene på listen."),
        ("iplos.sight", "6", "Velg ett av svarene på listen."),
        ("network.0.closeness", "4", "Velg ett av svarene på listen."),
        ("age", "121", "Skriv alderen i hele år"),
        ("age", "ung", "Skriv alderen i hele år"),
        ("gender", "x", "Velg ett av svarene på listen."),
    ],
)
def test_bad_input_is_told_and_nothing_is_lost(book, page, field, value, told):
    response = sent(book, page, **{**person(0), field: value})
    assert response.status_code == 200
    assert told in shown(response) and WORDS["housing"] in shown(response)


def test_more_people_can_be_drawn_in_without_losing_a_word(book, page):
    response = sent(book, page, **person(0), more="rows")
    text = response.content.decode()
    assert response.status_code == 200 and "Se over dette" not in text
    assert text.count('<fieldset class="ff-row">') == 8
    assert "Uåpnet post" in text and 'value="Søster"' in text
    more = {f"network.{row}.who": "" for row in range(8)} | {"more": "rows"}
    assert sent(book, page, **more).content.count(b'class="ff-row"') == 12
    most = {f"network.{row}.who": "" for row in range(20)} | {"more": "rows"}
    full = sent(book, page, **most).content.decode()
    assert full.count('class="ff-row"') == 20 and "Legg til flere" not in full


def test_the_map_can_be_seen_before_anything_is_saved(book, case, page):
    response = sent(
        book, page, **person(0), **person(1, who="Uferdig", quality=""), more="draw"
    )
    text = response.content.decode()
    assert "Nettverkskart med 1 person." in text and "Søster</text>" in text
    assert text.count('<fieldset class="ff-row">') == 4
    assert employee(book).get(f"{case}samtale/").status_code == 404, "nothing is saved"


def test_somebody_who_is_not_told_of_is_not_drawn(book, page):
    for bad in ({"sector": "moon"}, {"closeness": "9"}, {"quality": "x"}, {"who": " "}):
        response = sent(book, page, **person(0, **bad), more="draw")
        assert response.status_code == 200
        assert "ff-network" not in response.content.decode()


def test_the_form_asks_all_that_an_interview_can_hold(book):
    sections = RecordInterviewForm.SECTIONS.values()
    asked = {name for names in sections for name in names}
    asked = asked - {"gender", "age"} | {"network_map", "instruments"}
    assert asked == set(InterviewContent.__dataclass_fields__)
    assert set(PARTS) == set(PART_NAMES) == asked - {"on"}


def test_the_form_has_each_item_of_each_instrument_and_no_question(book, page):
    text = shown(employee(book).get(page))
    for instrument in book.instruments_on(today()).values():
        for item in instrument.items:
            assert item.name in text, item
    assert "Les spørsmålene fra den trykte manualen." in text


def test_an_interview_before_an_instrument_is_asked_without_it(book, page):
    text = shown(sent(book, page, on="2005-03-01", more="draw"))
    assert "AUDIT. Alkohol" in text and "DUDIT. Andre" not in text


# --- what the answers mean ---------------------------------------------------------


def test_no_sum_is_shown_where_an_answer_lacks(book, case, page):
    sent(book, page, **{k: v for k, v in AUDIT.items() if k != "audit.7"})
    text = shown(employee(book).get(f"{case}samtale/"))
    assert "AUDIT: ingen sum, fordi noe ikke er besvart." in text
    assert "Skyldfølelse" in text and "av 40 poeng" not in text
    assert "AUDIT-C: 3 av 12 poeng." in text, "the three first are all there"


@pytest.mark.parametrize(
    ("gender", "told"),
    [
        ("woman", "Over grensen: Drikkingen kan være skadelig. Grensen er 6 for kvinner."),
        ("man", "Under grensen for dette: Drikkingen kan være skadelig. Grensen er 8 for menn."),
        ("", "Kan ikke sies uten kjønn og alder: Drikkingen kan være skadelig. Grensen er 8 for menn, 6 for kvinner."),
    ],
)  # fmt: skip
def test_the_cut_off_follows_the_gender_that_was_asked(book, case, page, gender, told):
    seven = {**AUDIT, "audit.9": "0", "audit.8": "0"}
    sent(book, page, gender=gender, **seven)
    assert told in shown(employee(book).get(f"{case}samtale/"))


def test_x_06_a_sum_decides_nothing(book, case, page):
    """The highest sum there is opens and closes no step of the case."""
    most = {f"audit.{n}": "4" for n in range(1, 11)}
    before = employee(book).get(case).content.decode()
    sent(book, page, gender="man", **most)
    text = shown(employee(book).get(f"{case}samtale/"))
    assert "AUDIT: 40 av 40 poeng. Det er en indikasjon." in text
    assert "Ingen får ja eller nei på grunn av den." in text
    after = employee(book).get(case).content.decode()
    assert "Vurder vilkårene" in before and "Vurder vilkårene" in after
    assert "Innvilge" not in after and "Avslag" not in after


def test_function_is_shown_with_what_is_not_scored_and_never_added(book, case, page):
    sent(book, page, **{"iplos.cooking": "3", "iplos.sight": "9"})
    text = shown(employee(book).get(f"{case}samtale/"))
    assert "Skårene legges aldri sammen." in text and "Ikke vurdert: Husarbeid" in text
    assert "Lage mat: 3 (Trenger hjelp til en del av det)" in text
    assert "3 punkter til finnes i registeret" in text
    desk = shown(employee(book).get(case))
    assert "Funksjon (IPLOS) er ikke vurdert for: Husarbeid" in desk
    assert "Lage mat" not in desk.split("Funksjon (IPLOS)")[1].split("Den skal")[0]


def test_what_is_stored_is_the_answers_and_the_edition_and_no_sum():
    story = begun()
    meet(invite(apply(story)))
    [held] = [r.event for r in recorded(story) if isinstance(r.event, InterviewHeld)]
    audit = held.instruments[0]
    assert (audit.instrument, audit.edition) == ("audit", date(2001, 1, 1))
    assert sum(audit.points.values()) == 9
    assert "total" not in codec.encode(held)[1].decode()
    assert codec.decode(*codec.encode(held)) == held


def test_an_interview_from_before_all_this_is_read_as_it_was(book):
    old = (
        b'{"on":"2026-02-10","took_part":"Nora","own_words":"Jeg vil.","goals":"Sove"}'
    )
    held = codec.decode("application.interview-held", old)
    assert (held.goals, held.network_map, held.instruments) == ("Sove", (), ())
    assert held.parts == ("own_words", "goals", "took_part")


# --- the person reads and corrects -------------------------------------------------


@pytest.fixture
def told():
    """Somebody whose interview has been held; the address of their case."""
    story = begun()
    meet(invite(apply(story)))
    return story, f"/eksempel/mine-saker/{story.stream}/"


def correct(told, words="Jeg leier ett rom, ikke to.", part="housing", seen=None):
    story, mine = told
    form = {
        "interview": "1", "part": part, "words": words,
        "seen": seen or len(recorded(story)),
    }  # fmt: skip
    return citizen().post(f"{mine}rett-samtalen/", form)


def test_the_person_reads_all_that_was_recorded(told):
    story, mine = told
    assert "samtale/" in citizen().get(mine).content.decode()
    page = citizen().get(f"{mine}samtale/")
    text = shown(page)
    [held] = [r.event for r in recorded(story) if isinstance(r.event, InterviewHeld)]
    for part in held.parts:
        words = getattr(held, part)
        assert str(PART_NAMES[part]) in text
        assert not isinstance(words, str) or words in text
    for member in held.network_map:
        assert member.who in text
    assert page.content.decode().count("<svg viewBox") >= 4, "the map and its signs"
    assert "AUDIT: 9 av 40 poeng. Det er en indikasjon." in text
    assert "DUDIT: ingen sum" in text


def test_a_correction_stands_beside_and_nothing_is_erased(told, book):
    story, mine = told
    assert correct(told).status_code == 302
    text = shown(citizen().get(f"{mine}samtale/"))
    assert "Leier to rom." in text and "Jeg leier ett rom, ikke to." in text
    assert text.index("Leier to rom.") < text.index("ett rom") < text.index("Økonomi")
    desk = f"/eksempel/arbeid/sak/{story.stream}/"
    for page in (desk, f"{desk}samtale/"):
        assert "Jeg leier ett rom, ikke to." in shown(
            employee(book, "eksempel").get(page)
        )
    assert "Noe i samtalen ble rettet" in shown(citizen().get(mine))


def test_what_was_never_written_can_be_corrected_too(told):
    story, _ = told
    office = who.office_now()
    assert correct(told, "Jeg sa noe om tro.", "took_part").status_code == 302
    [talk] = told_interviews(recorded(story), office.book)
    [part] = [one for one in talk.parts if one.key == "took_part"]
    assert [words for _, words in part.corrections] == ["Jeg sa noe om tro."]


def test_a_correction_needs_words_and_a_part_that_is_there(told):
    empty = correct(told, " ")
    assert "Skriv noe her." in shown(empty)
    assert "Velg ett av svarene på listen." in shown(correct(told, part="shoes"))
    assert correct(told, seen=1).status_code == 409


def test_a_proposal_is_looked_at_again_when_something_is_corrected(told, book):
    story, _ = told
    propose(assess(story))
    correct(told)
    leader = employee(book, "eksempel", role="leader")
    page = f"/eksempel/arbeid/sak/{story.stream}/godkjenn/"
    answer = leader.post(page, {"seen": len(recorded(story))})
    assert "Personen har sagt noe etter at forslaget ble skrevet." in shown(answer)


def test_it_can_be_corrected_at_the_desk_too(told, book):
    story, _ = told
    form = {
        "interview": "1",
        "part": "health",
        "words": "Det er kneet.",
        "seen": len(recorded(story)),
    }
    page = f"/eksempel/arbeid/sak/{story.stream}/rett-samtale/"
    client = employee(book, "eksempel", step="interview")
    assert client.post(page, form).status_code == 302
    assert isinstance(recorded(story)[-1].event, InterviewCorrected)


def test_another_person_does_not_see_it_and_there_is_none_before(told):
    _, mine = told
    assert citizen("per").get(f"{mine}samtale/").status_code == 404
    other = begun("enebakk", "jonas")
    apply(other)
    page = f"/enebakk/mine-saker/{other.stream}/"
    assert citizen("jonas").get(f"{page}samtale/").status_code == 404
    assert "rett-samtalen" not in citizen("jonas").get(page).content.decode()


@pytest.mark.parametrize("scope", Scope)
def test_a_representative_reads_it_only_where_they_see_the_documents(told, scope):
    story, mine = told
    brother = begun("eksempel", "per")
    power = person_do.GivePowerOfAttorney(
        power=uuid7(), representative=brother.party.id, name="Per Oppdiktet",
        ground="written", scopes=(scope,), valid_from=story.today, valid_to=None,
        address="Veien 2", mandate="", copies=False,
    )  # fmt: skip
    story.desk(power, "receive", stream=story.party.id)
    client = citizen("per")
    may_see = scope is Scope.DOCUMENTS
    assert client.get(f"{mine}samtale/").status_code == (200 if may_see else 404)
    assert (f"{mine}samtale/" in client.get(mine).content.decode()) is may_see
    answer = client.get(f"{mine}rett-samtalen/")
    assert answer.status_code == (200 if scope is Scope.APPLY else 302)
    assert "Leier to rom." not in answer.content.decode()


def test_who_asks_for_the_documents_gets_all_of_the_interview(told):
    story, _ = told
    correct(told)
    story.later(1)
    office = who.office_now()
    found = documents(recorded(story), (), Texts(), office.book)
    said = str(found)
    for words in (
        "Leier to rom.",
        "Søster: Familie. Svært nær. Støtter.",
        "2. Hvor mye",
    ):
        assert words in said
    assert "Jeg leier ett rom, ikke to." in said and "Retting av samtale" in said
    assert "poeng" not in said, "a sum is no part of the case"


def test_reading_at_the_desk_is_noted(told, book):
    story, _ = told
    employee(book, "eksempel").get(f"/eksempel/arbeid/sak/{story.stream}/samtale/")
    read = shown(citizen().get("/eksempel/mine-saker/hvem-har-lest/"))
    assert "Samtalen" in read and "Arbeider i enheten som har saken din" in read

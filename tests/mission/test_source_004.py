"""Source 004, the national page: each row, on every municipality's page, by its id."""

import pytest

from fotfeste.access.policy import MAY, Role
from fotfeste.procedures.application import commands as do

EVERYWHERE = ("raelingen", "enebakk", "eksempel", "nordre-follo")


@pytest.fixture(params=[*EVERYWHERE, ""])
def page(request, service_page, front_page):
    """Each municipality's page, and the front page."""
    return service_page(request.param) if request.param else front_page


def test_004_01_anyone_can_be_hit_and_where_to_ask(page):
    assert page.tells("alle kan få problemer med rus")
    assert page.tells("kommunens", "tjeneste for rus", "fastlegen")
    assert page.tells("klarer det selv", "familie", "selvhjelp")
    assert page.tells("frivillig organisasjon", "tjenester fra kommunen")


def test_004_01_the_front_page_says_it_can_hit_anyone(front_page, guidance):
    assert "ramme alle" in guidance.lead
    assert front_page.says(guidance.lead)


def test_004_02_each_municipality_organises_it_its_own_way(page, book, today):
    assert page.tells("NAV", "egen tjeneste", "psykisk helse")
    names = {
        key: {unit.name for unit in book.pack(key, today).units} for key in EVERYWHERE
    }
    assert any("NAV" in name for name in names["nordre-follo"])
    assert any("psykisk helse" in name for name in names["enebakk"])
    assert "Rustjenesten" in names["raelingen"]


def test_004_03_the_person_takes_part_and_kin_are_supported(page):
    assert page.tells("rett til å være med", "det du mener", "telle")
    assert page.tells("pårørende", "organisasjoner", "støtte")


def test_004_03_no_decision_without_what_the_person_means(walk):
    case = walk("enebakk").apply()
    silent = do.RecordInterview(on=case.today, took_part="Nora", own_words=" ")
    assert case.lacks(silent)["own-words-missing"].basis == ("pbrl § 3-1",)
    case.meet().assess()
    unheard = case.proposal(own_view="")
    assert case.lacks(unheard)["own-view-missing"].basis == ("pbrl § 3-1",)
    assert Role.CITIZEN in MAY[do.CommentOnCase]


@pytest.mark.parametrize(
    "measure",
    [
        "råd og veiledning",
        "behandling og rehabilitering",
        "praktisk hjelp og opplæring",
        "plass i institusjon",
        "helsehjelp hjemme",
        "penger til livsopphold.*arbeid",
        "et sted å bo for en kort tid",
        "hjelp til å skaffe bolig.*boligmarkedet",
    ],
)
def test_004_04_each_measure_is_on_every_page(page, measure):
    assert page.tells(f"^{measure}")


def test_004_06_what_medication_assisted_rehabilitation_is_for(page):
    assert page.tells("LAR", "opioider", "skadene", "overdose", "livet")


def test_004_09_beds_day_and_night_when_it_is_urgent(page):
    assert page.tells("kommunen har senger", "med en gang", "rus")
    assert page.tells("116117")


def test_004_10_inpatient_treatment_and_the_choice_of_where(page, book, today):
    assert page.tells("helseforetaket", "privat", "avtale")
    assert page.tells("velge hvor", book.name("choice-of-treatment", today))


def test_004_11_young_people_are_shown_to_ung_no(page):
    assert page.tells("ung.no", "lese om rus")
    assert page.tells("RUSinfo", "fagfolk", "08588")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/hjelp-na/", 200),
        *[(f"/{key}/", 200) for key in EVERYWHERE],
        ("/logg-inn/", 200),
        ("/en-kommune-som-ikke-finnes/", 404),
        ("/raelingen/en/side/som/ikke/finnes/", 404),
    ],
)
def test_004_11_help_lines_are_on_every_page(reader, book, today, address, status):
    answer = reader.get(address)
    assert answer.status_code == status
    html = answer.content.decode()
    for line in book.lines(today).lines:
        assert f'href="tel:{line.phone.replace(" ", "")}"' in html, line.name
        assert line.name in html
    assert "RUStelefonen 08588" in html
    assert "ung.no" in html


def test_004_11_also_when_all_else_fails(broken, book, today):
    for line in book.lines(today).lines:
        if line.urgent or line.id == "substance-line":
            assert line.phone in broken, line.name


def test_004_11_young_people_too_when_all_else_fails(broken):
    assert "ung.no" in broken


@pytest.fixture
def broken(reader, monkeypatch):
    """What the reader is shown when the server itself is broken."""

    def gone():
        raise OSError("The disk is gone")

    reader.raise_request_exception = False
    monkeypatch.setattr("fotfeste.web.public.here.office_now", gone)
    answer = reader.get("/")
    assert answer.status_code == 500
    return answer.content.decode()


def test_every_word_of_the_national_layer_is_on_every_page(page, guidance):
    for section in guidance.sections:
        assert page.says(section.title)
        for text in (*section.text, *section.points):
            assert page.says(text)

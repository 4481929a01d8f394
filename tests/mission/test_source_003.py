"""Source 003, Oppegård and its successor Nordre Follo: each row, by its id.

The page is Nordre Follo's, which carries the service on; Oppegård's own days are past.
"""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from msgspec import structs
from tests.mission.conftest import PERSON, employed
from tests.rulebook.criteria import required

from fotfeste.access.policy import Actor, Relation, Role, may_give
from fotfeste.demo import stories
from fotfeste.office.open_case import open_case
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.person.stages import NOTHING_KNOWN
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.rulebook.book import NoRuleInForceError

HERE, THEN = "nordre-follo", "oppegard"
LAST_DAY = date(2019, 12, 31)


@pytest.fixture
def page(own_page):
    """What Nordre Follo says itself on its service page."""
    return own_page(HERE)


@pytest.fixture
def packs(book, pack):
    """Oppegård's pack, and the one that carries it on today."""
    return book.pack(THEN, LAST_DAY), pack(HERE)


def test_003_01_mastering_life_and_help_at_home(page):
    assert page.tells("mistet", "før fikk til", "avhengig")
    assert page.tells("mestre ditt eget liv")
    assert page.tells("miljøarbeider", "hjem til deg", "helsehjelp", "bo hjemme")


def test_003_02_talk_assessment_mapping_and_what_weighs_heavily(page, packs, walk):
    assert page.tells("samtaler", "kartlegging", "faglig vurdering")
    assert page.tells("tar vare på deg selv", "helsen", "betyr mye")
    assert page.tells("hele tiden", "ny vurdering")
    for pack in packs:
        assert {"self-care", "health"} <= required(pack)
    for missing in ("self-care", "health"):
        case = walk(HERE).apply().meet().assess(missing)
        assert "finding-missing" in case.lacks(case.proposal())
    case = walk(HERE).apply().meet().assess()
    unset = case.proposal(service={"review_on": None})
    assert "review-date-missing" in case.lacks(unset)


def test_003_03_here_and_wholly_or_partly_unable_to_care_for_oneself(page, packs, walk):
    assert page.tells("bor eller oppholder", "Nordre Follo")
    assert page.tells("ikke å ta vare på deg selv", "helt eller delvis")
    assert any("Oppegård" in text for text in packs[0].conditions)
    for pack in packs:
        assert {"residence", "unable-to-care"} <= required(pack)
    case = walk(HERE).apply().meet().assess("unable-to-care")
    assert "Kan ikke ta vare på seg selv alene" in case.told(case.proposal())


@pytest.mark.parametrize(
    ("offer", "stems"),
    [
        ("kartlegging", ["mål", "verdier", "ressurser", "mestre", "nettverk"]),
        ("helse", ["ser til deg", "følger med på helsen", "oppfølging"]),
        ("rad", ["råd", "hjelp", "mål"]),
        ("samtaler", ["egen oppfølging", "samtaler"]),
        ("koordinering", ["primærkontakt", "ansvarsgruppe", "tverrfaglig", "plan"]),
        ("sykdom", ["forstå", "mestre", "sykdom", "råd"]),
        ("praktisk", ["praktisk hjelp", "opplæring", "hjemme"]),
        ("post", ["åpner", "sorterer", "post"]),
        ("kriseplan", ["kriseplan"]),
        ("innkjop", ["planlegger", "handler"]),
        ("budsjett", ["budsjett"]),
        ("bolig", ["søke", "sted å bo"]),
    ],
)
def test_003_04_each_offer_is_on_the_page(offered, packs, offer, stems):
    offered(HERE, offer, *stems)
    assert packs[0].offer(offer) == packs[1].offer(offer)


def test_003_04_everyday_life_is_mapped_and_the_person_can_correct_it(walk):
    said = {
        "housing": "Leier et rom.", "economy": "Post som ikke er åpnet.",
        "health": "Rygg.", "self_care": "Spiser lite.", "work": "Sykmeldt.",
        "substance_use": "Øl om kvelden.", "family": "To barn.",
    }  # fmt: skip
    case = walk("oppegard", date(2019, 3, 4)).apply().meet(**said)
    [corrected] = case.does(
        do.CorrectInterview(interview=1, part="housing", words="To rom."), PERSON
    )
    assert corrected.words == "To rom."
    [held] = case.case.opened.interviews
    assert {part: getattr(held, part) for part in said} == said


def test_003_05_section_3_2_and_free(page, packs, cite):
    assert page.says("helse- og omsorgstjenesteloven § 3-2")
    assert page.tells("tjenesten er gratis")
    for pack in packs:
        assert cite("hol § 3-2") in pack.law
        assert {offer.price for offer in pack.offers} == {"Gratis"}


def test_003_07_the_application_goes_to_the_unit_in_nav(page, packs, chain):
    assert page.tells("skriftlig", "NAV Nordre Follo, Rustjenesten")
    receiving = [pack.unit(pack.steps.receive).name for pack in packs]
    assert receiving == [
        "NAV Oppegård, Rustjenesten",
        "NAV Nordre Follo, Rustjenesten",
    ]
    case = chain(HERE)
    letter = do.RegisterApplication(
        application=_said(case), channel="paper", arrived_on=case.today
    )
    case.story.desk(letter, "receive")
    kept = case.letters()["acknowledgement"]
    assert kept.letter.unit == "NAV Nordre Follo, Rustjenesten"


def test_003_08_a_mapping_interview_is_promised_within_two_weeks(page, walk, chain):
    assert page.tells("to uker", "samtale")
    case = walk(HERE).apply()
    clock = case.clocks["mapping-interview"]
    assert clock.due.value == case.today + timedelta(weeks=2)
    assert not clock.is_law
    assert case.clocks["preliminary-answer"].is_law, "beside the law's own month"
    assert "mapping-interview" not in case.meet().clocks
    real = chain(HERE)
    real.story.person(do.SubmitApplication(application=_said(real)))
    told = real.letters()["acknowledgement"].sections["next"]
    assert "senest mandag 16. mars 2026" in told


def test_003_08_the_promise_held_in_oppegard_too(walk):
    case = walk(THEN, date(2019, 3, 4)).apply()
    assert case.clocks["mapping-interview"].due.value == date(2019, 3, 18)


def test_003_09_a_decision_is_promised_three_to_four_weeks_after(page, packs, walk):
    assert page.tells("tre til fire uker", "vedtak")
    for pack in packs:
        assert pack.promise("decision-after-mapping").value == "4 weeks"
    case = walk(HERE).apply().later(7)
    assert "decision-after-mapping" not in case.clocks
    clock = case.meet().clocks["decision-after-mapping"]
    assert clock.due.value == case.today + timedelta(weeks=4)
    assert not clock.is_law
    assert "decision-after-mapping" not in case.assess().decide().clocks


@pytest.mark.parametrize("outcome", ["grant", "part", "refusal"])
def test_003_10_every_decision_can_be_appealed_and_says_how(page, walk, outcome):
    assert page.tells("klage på alle vedtak")
    assert page.tells("i vedtaket", "hvordan du klager")
    case = walk(HERE).notified(outcome)
    told = case.decision_letter().sections["appeal"]
    assert "Siste dag for å klage er mandag 30. mars 2026" in told
    assert "Du klager på dine sider, i brev eller ved å komme til oss" in told
    appeal = remedy_do.AppealDecision(
        appeal=UUID(int=9), dissatisfied_with="For lite.", change_wanted=""
    )
    assert case.does(appeal)


@pytest.mark.parametrize("channel", ["paper", "telephone", "counter"])
def test_003_11_the_service_helps_to_fill_in_the_application(page, walk, channel):
    assert page.tells("hjelper deg", "fylle ut")
    case = walk(HERE)
    written_down = do.RegisterApplication(
        application=case.application(), channel=channel, arrived_on=case.today
    )
    assert case.does(written_down)


def test_003_12_the_pack_ends_with_the_municipality_and_names_the_next(page, book):
    assert book.pack(THEN, LAST_DAY).valid_to == LAST_DAY
    with pytest.raises(NoRuleInForceError, match=HERE):
        book.pack(THEN, LAST_DAY + timedelta(days=1))
    assert book.municipality(THEN).successor == HERE
    assert THEN not in book.served(LAST_DAY + timedelta(days=1))
    first = book.pack(HERE, LAST_DAY + timedelta(days=1))
    assert first.valid_from == LAST_DAY + timedelta(days=1)
    assert page.tells("Oppegård ble en del av Nordre Follo", "1. januar 2020")
    assert page.tells("ikke søke på nytt")


def test_003_12_who_looks_for_the_old_municipality_is_led_to_the_new(reader):
    assert reader.get(f"/{THEN}/").url == f"/{HERE}/"


def test_003_12_a_running_case_keeps_its_pack_through_the_merger(walk):
    case = _in_both_municipalities(walk)
    promised = case.clocks["decision-after-mapping"]
    assert promised.due.value == date(2020, 1, 20)
    case.decide()
    assert case.case.opened.decisions.made[-1].decided_on > LAST_DAY


def test_003_12_its_decision_reaches_the_person_after_the_merger(walk):
    case = _in_both_municipalities(walk).decide().make_available()
    assert case.case.opened.latest.told.appeal_by == date(2020, 2, 3)


def test_003_12_the_successor_has_the_case_the_day_after(book):
    for day, desk, unit in (
        (LAST_DAY, THEN, "NAV Oppegård, Rustjenesten"),
        (LAST_DAY + timedelta(days=1), HERE, "NAV Nordre Follo, Rustjenesten"),
    ):
        assert book.desk_of(THEN, day) == desk
        pack = book.desk_pack(THEN, day)
        assert pack.unit(pack.unit_for("decide")).name == unit


@pytest.mark.parametrize(
    ("day", "name", "number"),
    [
        (LAST_DAY, "Oppegård kommune", "0217"),
        (date(2020, 1, 1), "Nordre Follo kommune", "3020"),
        (date(2024, 1, 1), "Nordre Follo kommune", "3207"),
    ],
)
def test_003_12_name_and_number_are_right_on_both_sides(book, day, name, number):
    identity = book.current_identity(THEN, day)
    assert (identity.name, identity.number) == (name, number)


@pytest.fixture
def merged(chain, book):
    """A case begun in Oppegård, decided by Nordre Follo, and the letters of it."""
    case = chain(THEN, on=date(2019, 12, 16))
    lines = [structs.replace(one, valid_from=date(2019, 1, 1)) for one in book.contacts]
    known = replace(book, contacts=lines, _terms={})
    case.story.office = replace(case.story.office, book=known)
    stories.invite(stories.apply(case.story))
    before = case.letters()
    case.story.later(19)
    case.story.staff = [
        one for one in employed(case.story.office, HERE) if one.municipality == HERE
    ]
    case.story.pack = case.story.office.book.desk_pack(THEN, case.today)
    stories.propose(stories.assess(stories.meet(case.story)))
    return case, before


def test_003_12_letters_carry_the_name_of_their_own_day(merged):
    case, before = merged
    written = (
        before["acknowledgement"],
        before["invitation"],
        case.letters()["decision"],
    )
    senders = [(one.letter.sender, one.letter.unit) for one in written]
    then = ("Oppegård kommune", "NAV Oppegård, Rustjenesten")
    now = ("Nordre Follo kommune", "NAV Nordre Follo, Rustjenesten")
    assert senders == [then, then, now]
    decision = written[-1]
    assert "Fylkesmannen" in decision.sections["appeal"], "its name in January 2020"
    assert "Nordre Follo kommune" in decision.sections["appeal"]
    assert "Kari Saksbehandler" in decision.sections["how-reached"]


def test_003_12_its_own_pack_still_governs_it(merged):
    case, _ = merged
    kari = next(one for one in case.story.staff if one.unit == "nav-rustjenesten")
    actor = Actor(THEN, Role.CASEWORKER, kari.id, kari.unit)
    seen = open_case(actor, case.story.stream, case.story.office)
    assert seen.pack.valid_to == LAST_DAY
    assert seen.desk.valid_from == date(2020, 1, 1)
    assert do.ReverseDecision in seen.steps


def test_003_12_access_follows_the_units_of_the_successor(book):
    after = LAST_DAY + timedelta(days=1)
    relation = Relation(UUID(int=1), NOTHING_KNOWN, book.desk_pack(THEN, after), after)
    for unit, may in (("nav-rustjenesten", True), ("miljotjenesten", False)):
        actor = Actor(THEN, Role.CASEWORKER, UUID(int=2), unit)
        assert may_give(do.ProposeDecision, actor, relation) is may


def test_003_12_an_appeal_goes_on_after_the_merger(merged):
    case, _ = merged
    key = stories.appeal_it(case.story)
    stories.forward(case.story, key)
    sent = case.letters(key)["forwarding-copy"]
    assert sent.letter.sender == "Nordre Follo kommune"
    assert "Fylkesmannen" in sent.sections["forwarded"]


def _in_both_municipalities(walk):
    """Return a case begun in Oppegård and assessed after it has become another."""
    case = walk(THEN, date(2019, 12, 16)).apply().later(7).meet().later(14).assess()
    assert case.today > LAST_DAY
    return case


def _said(case):
    wants = tuple(offer.id for offer in case.pack.offers if offer.apply)[:1]
    return do.ApplicationContent(
        name=case.citizen.name, wants=wants, situation="", stay="lives"
    )

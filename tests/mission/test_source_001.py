"""Source 001, Enebakk: each row of the mission, by its id."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.rulebook.criteria import required

from fotfeste.access.policy import (
    MAY,
    STEP,
    Actor,
    NotAllowedError,
    Relation,
    Role,
    may_give,
    may_see,
)
from fotfeste.demo import stories
from fotfeste.ledger.log import uuid7
from fotfeste.office.handle import handle
from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application.events import Outcome
from fotfeste.procedures.consequences import consequences
from fotfeste.procedures.information import commands as information_do
from fotfeste.procedures.kinds import Kind
from fotfeste.procedures.person import commands as person_do
from fotfeste.procedures.person import events as person_did
from fotfeste.procedures.person.events import Scope
from fotfeste.procedures.person.stages import NOTHING_KNOWN
from fotfeste.procedures.remedy import commands as remedy_do

HERE = "enebakk"
ALLOCATES, DELIVERS = "forvaltningstjenesten", "psykisk-helse-og-rus"


@pytest.fixture
def page(own_page):
    """What Enebakk says itself on its service page."""
    return own_page(HERE)


def test_001_01_low_threshold_for_people_over_18_family_and_network(page, pack):
    assert page.tells("lav terskel")
    assert page.tells("over 18 år", "på grunn av rus")
    assert page.tells("familien", "folk rundt deg")
    assert pack(HERE).age_from == 18


def test_001_02_treatment_that_promotes_health_and_mastery(page):
    assert page.tells("behandling og oppfølging", "styrke helsen")
    assert page.tells("mestre ditt eget liv")


@pytest.mark.parametrize(
    ("offer", "stems"),
    [
        ("samtaler", ["Samtaler", "alene med en fast person"]),
        ("ambulant", ["kommer til deg", "hjemme"]),
        ("hap", ["HAP", "hasj", "program"]),
        ("lar", ["LAR", "legemiddelassistert rehabilitering"]),
        ("gravid", ["gravid", "oppfølging"]),
        ("familie", ["Samtaler", "familie", "nettverk"]),
        ("koordinering", ["Koordinering", "samme retning"]),
        ("samarbeid", ["samarbeid", "offentlige", "private"]),
        ("aktivitetshus", ["Aktivitetshus", "sammen med andre"]),
        ("stottekontakt", ["Støttekontakt", "fritiden"]),
    ],
)
def test_001_03_each_offer_is_on_the_page(offered, offer, stems):
    offered(HERE, offer, *stems)


def test_001_04_for_those_here_who_need_health_care_for_addiction(page, pack, walk):
    assert page.tells("bor eller oppholder", "Enebakk")
    assert page.tells("helsehjelp", "avhengig av rusmidler")
    assert {"residence", "addiction"} <= required(pack(HERE))
    case = walk(HERE).apply(stay="stays").meet().assess("addiction")
    assert "Helsehjelp ved avhengighet" in case.told(case.proposal())


def test_001_05_one_unit_allocates_and_another_delivers(page, pack):
    steps = pack(HERE).steps
    assert (steps.decide, steps.deliver) == (ALLOCATES, DELIVERS)
    for unit in pack(HERE).units:
        assert unit.name in page.card(unit.name)
        assert unit.about in page.card(unit.name)


@pytest.mark.parametrize("kind", STEP, ids=lambda kind: kind.__name__)
def test_001_05_access_follows_the_unit_of_the_step(pack, kind):
    for unit in (ALLOCATES, DELIVERS):
        leader = Actor(HERE, Role.LEADER, UUID(int=2), unit)
        does_the_step = pack(HERE).unit_for(STEP[kind]) == unit
        relation = Relation(UUID(int=1), NOTHING_KNOWN, pack(HERE), pack(HERE).updated)
        may = does_the_step and Role.LEADER in MAY[kind]
        assert may_give(kind, leader, relation) is may


@pytest.mark.parametrize(
    ("unit", "decided", "sees"),
    [
        (ALLOCATES, False, True),
        (ALLOCATES, True, True),
        (DELIVERS, False, False),
        (DELIVERS, True, True),
    ],
)
def test_001_05_who_delivers_sees_the_case_from_the_decision(pack, unit, decided, sees):
    somebody = Actor(HERE, Role.CASEWORKER, UUID(int=2), unit)
    relation = Relation(UUID(int=1), NOTHING_KNOWN, pack(HERE), pack(HERE).updated)
    found = may_see(somebody, relation, Kind.APPLICATION, decided=decided)
    assert found is sees


def test_001_05_who_delivers_cannot_decide(chain):
    case = chain(HERE)
    stories.assess(stories.meet(stories.invite(stories.apply(case.story))))
    nothing = do.ProposeDecision(
        services=(), how_reached="", took_part="", own_view="", weight=""
    )
    with pytest.raises(NotAllowedError):
        case.story.desk(nothing, "deliver")
    stories.propose(case.story)
    assert "Forvaltningstjenesten" in case.letters()["decision"].all


def test_001_06_the_municipality_helps_and_others_need_a_power(page, chain):
    assert page.tells("vi i kommunen hjelper deg", "en du stoler på")
    assert page.tells("på vegne av deg", "fullmakt", "legges ved")
    case, neighbour = chain(HERE), chain(HERE, citizen=1)
    apply = do.SubmitApplication(application=_said(case))
    with pytest.raises(NotAllowedError):
        _act(neighbour, apply, case)
    power = _power(neighbour)
    assert power.ground == "written"
    _act(case, power, case, case.story.party.id)
    _act(neighbour, apply, case)
    history = case.history
    assert history.person == case.story.party.id
    assert history.records[0].actor == neighbour.story.party.id
    assert history.records[0].role == "representative"


def test_001_06_a_power_says_for_what_and_cannot_be_the_offices_own(walk):
    case = walk(HERE, kind=Kind.PERSON)
    power = person_do.GivePowerOfAttorney(
        power=UUID(int=5), representative=UUID(int=6), name="Nabo Testesen",
        ground="written", scopes=(Scope.APPLY,), valid_from=case.today,
    )  # fmt: skip
    assert "scope-missing" in case.lacks(replace(power, scopes=()))
    own = case.lacks(replace(power, is_employee=True))["representative-is-employee"]
    assert own.basis == ("fvl § 12 andre ledd",)
    case.does(power)
    case.does(person_do.RevokePowerOfAttorney(power=UUID(int=5)))
    assert not case.case.opened.powers


def _power(representative):
    return person_do.GivePowerOfAttorney(
        power=uuid7(), representative=representative.story.party.id,
        name=representative.citizen.name, ground="written", scopes=(Scope.APPLY,),
        valid_from=representative.today,
    )  # fmt: skip


def _act(who, command, case, stream=None):
    """Let the citizen give a command in the case of another, or open it."""
    story = case.story
    handle(
        command, actor=Actor(HERE, Role.CITIZEN, who.story.party.id),
        stream=stream or story.stream, seen=0, office=story.office, party=story.party,
    )  # fmt: skip


def _said(case):
    wants = tuple(offer.id for offer in case.pack.offers if offer.apply)[:1]
    return did.ApplicationContent(
        name=case.citizen.name, wants=wants, situation="", stay="lives"
    )


def test_001_07_what_others_know_is_collected_and_shown_before_the_decision(walk):
    case = walk(HERE).apply().meet().assess().knowing(_consent())
    assert "Fastlegen" in case.pack.collect_from
    key = UUID(int=6)
    case.does(
        information_do.RequestInformation(
            request=key, source="Fastlegen", what="Medisiner", why="Forsvarlig hjelp",
            due_on=case.today + timedelta(days=14),
        )
    )  # fmt: skip
    case.does(
        information_do.RecordInformation(request=key, answer="Ingen.", on=case.today)
    )
    lack = case.lacks(case.proposal())["not-presented"]
    assert lack.basis == ("fvl § 17 andre ledd",)
    comment_by = case.today + timedelta(days=7)
    case.does(information_do.PresentInformation(request=key, comment_by=comment_by))
    assert "comment-period-running" in case.later(7).lacks(case.proposal())
    case.later(1).decide()


def _consent():
    return person_did.ConsentGiven(
        consent=UUID(int=5), source="Fastlegen", purpose="Gi riktig hjelp",
        fields="Medisiner", valid_from=date(2026, 3, 2), valid_to=date(2026, 6, 1),
        how="online", on=date(2026, 3, 2),
    )  # fmt: skip


def test_001_07_what_is_needed_is_found_out_before_the_decision(page, walk):
    assert page.tells("henter inn det vi må vite", "ikke mer")
    case = walk(HERE).apply()
    assert "not-now" in case.lacks(case.proposal())
    case.meet()
    told = case.told(case.proposal())
    for one in case.pack.assessments("self", case.case.opened.wants):
        assert (f"«{one.name}»" in told) is one.criterion.required
    case.assess().decide()


@pytest.mark.parametrize("outcome", ["grant", "part", "refusal"])
def test_001_08_reasons_come_with_every_decision(walk, outcome):
    case = walk(HERE).apply().meet().assess()
    lacking = case.proposal(outcome, service={"grounds": ""})
    assert "Begrunnelsen for «Samtaler med en fagperson»" in case.told(lacking)
    letter = case.decide(outcome).make_available().decision_letter()
    assert "Fordi det hjelper deg" in letter.sections["grounds"]


def test_001_08_the_page_says_when_reasons_come_and_how_to_ask_for_them(page):
    assert page.tells("som regel", "grunnen", "vedtaket")
    assert page.tells("misfornøyd", "alltid", "mindre enn du ba om")
    assert page.tells("mangler grunnen", "be om den", "fristen for å klage")


def test_001_09_within_a_month_or_a_notice_with_reason_and_date(page, chain):
    assert page.tells("så fort vi kan")
    assert page.tells("én måned", "skriver", "hvorfor", "når")
    case = chain(HERE)
    stories.delay(stories.apply(case.story))
    letter = case.letters()["delay-notice"]
    assert "Flere er syke" in letter.sections["reason"]
    assert "torsdag 16. april 2026" in letter.sections["expected"]
    assert "§ 11 a" in letter.sections["expected"]


def test_001_10_four_weeks_although_three_are_printed(page, pack, walk, checked):
    printed = {one.term: one.value for one in pack(HERE).published}
    assert printed == {"appeal": "3 weeks"}
    assert page.tells("fire uker", "pasient- og brukerrettighetsloven § 7-5")
    assert not page.tells("tre uker")
    case = walk(HERE).notified("refusal")
    appeal_by = case.case.opened.latest.told.appeal_by
    assert appeal_by == date(2026, 3, 30) == case.today + timedelta(weeks=4)
    notes = [note for note in checked.notes if f"/{HERE}/" in note.file]
    assert len(notes) == 1
    assert "3 weeks" in notes[0].what
    assert "4 weeks" in notes[0].what


def test_001_10_the_letter_has_one_concrete_last_day(walk):
    told = walk(HERE).notified("refusal").decision_letter().sections["appeal"]
    assert told.count("2026") == 1
    assert "Siste dag for å klage er mandag 30. mars 2026" in told
    assert " uker" not in told


def test_001_10_one_says_what_is_wrong_and_is_guided(page, walk):
    assert page.tells("klage til kommunen")
    assert page.tells("ikke er fornøyd med", "hvorfor", "hjelper deg")
    case = walk(HERE).notified("refusal")
    empty = remedy_do.AppealDecision(
        appeal=UUID(int=9), dissatisfied_with=" ", change_wanted=""
    )
    assert "fvl § 32" in case.lacks(empty)["appeal-empty"].basis


@pytest.mark.parametrize(
    ("day", "body"),
    [(date(2017, 9, 4), "Fylkesmannen"), (date(2026, 3, 2), "Statsforvalteren")],
)
def test_001_11_an_upheld_decision_goes_on_to_the_county_authority(walk, day, body):
    case = walk(HERE, day).notified("refusal")
    [event] = case.does(
        remedy_do.AppealDecision(
            appeal=UUID(int=9), dissatisfied_with="Alt.", change_wanted=""
        )
    )
    [caused] = consequences(UUID(int=8), event, case.case)
    heard = walk(HERE, day, kind=Kind.APPEAL)
    heard.does(caused.command)
    assert "not-now" in heard.lacks(appeal.ForwardAppeal()), "not before a new look"
    unsaid = appeal.UpholdDecision(statement="")
    assert "fvl § 33 fjerde ledd" in heard.lacks(unsaid)["statement-missing"].basis
    heard.does(appeal.UpholdDecision(statement="Vi står på vedtaket."))
    [forwarded] = heard.does(appeal.ForwardAppeal())
    assert forwarded.body == body
    assert body in case.decision_letter().sections["appeal"]


def test_001_11_the_page_tells_where_the_appeal_goes(page):
    assert page.tells("går klagen videre", "avgjør")
    assert page.tells("Statsforvalteren")


def test_001_12_the_page_shows_when_it_was_last_updated(page, pack):
    assert page.tells("oppdatert", "22. november 2026")
    assert pack(HERE).updated == date(2026, 11, 22)
    assert page.tells("kilden er oppdatert", "2. august 2017")


@pytest.mark.parametrize("municipality", ["raelingen", "eksempel", "nordre-follo"])
def test_001_12_so_does_every_other_page(own_page, municipality):
    assert own_page(municipality).tells("oppdatert", r"\d+\. \w+ \d{4}", "ansvarlig")


def test_001_08_less_than_asked_for_is_told_as_such(walk):
    letter = walk(HERE).notified(Outcome.PART).decision_letter()
    assert "Delvis ja" in letter.sections["decided"]

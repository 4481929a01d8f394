"""Source 000, Rælingen: each row of the mission, by its id."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.rulebook.criteria import required

from fotfeste.access.policy import MAY, Role
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.care import commands as care_do
from fotfeste.procedures.information import commands as information_do
from fotfeste.procedures.interview import NetworkMember
from fotfeste.procedures.kinds import replay
from fotfeste.procedures.person import events as person_did
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import events as remedy_did

HERE = "raelingen"


@pytest.fixture
def page(own_page):
    """What Rælingen says itself on its service page."""
    return own_page(HERE)


def test_000_01_one_lives_or_is_staying_in_the_municipality(page, pack, walk):
    assert page.tells("bor eller oppholder", "Rælingen")
    assert "residence" in required(pack(HERE))
    for stay in ("lives", "stays"):
        assert walk(HERE).apply(stay=stay).case.opened.application.application.stay
    unassessed = walk(HERE).apply().meet().assess("residence")
    assert "finding-missing" in unassessed.lacks(unassessed.proposal())


def test_000_02_one_has_a_substance_problem_or_another_addiction(page, pack, walk):
    assert page.tells("rusproblem", "annen avhengighet")
    assert page.tells("pengespill teller")
    [criterion] = [c for c in pack(HERE).criteria if c.id == "addiction"]
    assert criterion.required
    assert "annen avhengighet" in criterion.question
    unassessed = walk(HERE).apply().meet().assess("addiction")
    assert "finding-missing" in unassessed.lacks(unassessed.proposal())


def test_000_03_the_service_rests_on_talks_assessment_and_mapping(page, walk):
    assert page.tells("snakker", "kartlegg", "faglig vurdering")
    case = walk(HERE).apply()
    assert "not-now" in case.lacks(case.proposal())
    assert "finding-missing" in case.meet().lacks(case.proposal())


def test_000_04_no_decision_without_findings_on_self_care_and_health(page, pack, walk):
    assert page.tells("stor vekt", "ta vare på deg selv", "helse")
    assert {"self-care", "health"} <= required(pack(HERE))
    for missing in ("self-care", "health"):
        case = walk(HERE).apply().meet().assess(missing)
        [name] = [c.name for c in case.pack.criteria if c.id == missing]
        for outcome in ("grant", "refusal"):
            lack = case.lacks(case.proposal(outcome))["finding-missing"]
            assert lack.facts == {"criterion": name}
            assert lack.basis == ("fvl § 17 første ledd",)
        case.assess()
        assert case.does(case.proposal())


def test_000_05_every_granted_service_has_a_review_date(page, walk):
    assert page.tells("vurderer hele veien", "dato for ny vurdering")
    case = walk(HERE).apply().meet().assess()
    for outcome in ("grant", "part"):
        lacking = case.proposal(outcome, service={"review_on": None})
        assert "review-date-missing" in case.lacks(lacking)
    case.decide().make_available()
    review_on = case.today + timedelta(days=180)
    care = case.care()
    care.later(7).does(care_do.StartCare(on=care.today))
    assert care.clocks["review"].due.value == review_on
    assert "29. august 2026" in case.decision_letter().sections["decided"]


def test_000_06_the_legal_basis_is_section_3_2(page, pack, cite):
    assert cite("hol § 3-2") in pack(HERE).law
    assert page.says("helse- og omsorgstjenesteloven § 3-2")


def test_000_07_it_is_for_residents_over_18_and_age_refuses_nobody(page, pack, walk):
    assert page.tells("over 18 år")
    assert pack(HERE).age_from == 18
    assert not any("år" in c.question.split() for c in pack(HERE).criteria)
    assert walk(HERE).apply().events


def test_000_08_also_for_those_who_struggle_with_mental_health_too(page, pack):
    assert page.tells("psykisk helse", "samarbeid", "begge deler")
    assert "Psykisk helsetjeneste" in pack(HERE).partners
    assert page.says("Psykisk helsetjeneste")


def test_000_08_the_mental_health_service_works_on_the_case_on_consent(
    page, pack, walk
):
    assert "Psykisk helsetjeneste" in pack(HERE).cooperating
    case = walk(HERE).apply()
    agree = information_do.AgreeCooperation(service="Psykisk helsetjeneste")
    assert "consent-missing" in case.lacks(agree)
    case.knowing(consent("Psykisk helsetjeneste")).does(agree)
    assert case.case.opened.information.cooperating == ("Psykisk helsetjeneste",)


def consent(source, valid_to=date(2026, 6, 1)):
    """Return a consent of the person's, for the source to tell or know."""
    return person_did.ConsentGiven(
        consent=UUID(int=5), source=source, purpose="Gi riktig hjelp",
        fields="Helse og medisiner", valid_from=date(2026, 3, 2), valid_to=valid_to,
        how="online", on=date(2026, 3, 2),
    )  # fmt: skip


def test_000_09_help_is_fitted_to_the_need_with_resources_and_participation(page, walk):
    assert page.tells("tilpasset deg", "får til", "med og bestemmer")
    case = walk(HERE).apply().meet(resources="Lager mat.").assess()
    assert case.case.opened.interviews[0].resources == "Lager mat."
    lack = case.lacks(case.proposal(own_view=" "))["own-view-missing"]
    assert lack.basis == ("pbrl § 3-1",)
    letter = case.decide().make_available().decision_letter()
    assert "Du vil helst ha samtaler" in letter.sections["own-view"]


@pytest.mark.parametrize(
    ("offer", "stems"),
    [
        ("oppfolging", ["følger deg opp", "avhengig", "i fare for"]),
        ("lar", ["LAR", "legemiddelassistert rehabilitering"]),
        ("koordinering", ["Koordinering", "ansvarsgruppe", "tverrfaglig team", "plan"]),
        ("samarbeid", ["samarbeider", "offentlige", "private"]),
        ("samtaler", ["Samtaler", "fast person"]),
        ("ambulant", ["møter deg", "hjemme"]),
        ("hap", ["HAP", "hasj", "program"]),
        ("gravid", ["gravid", "oppfølging"]),
        ("soke-behandling", ["søke", "behandling"]),
        ("parorende", ["pårørende", "råd", "pårørendesentre", "selvhjelp"]),
        ("parorende", ["organisasjoner"]),
        ("kartlegging", ["mål", "verdier", "ressurser", "mestre", "nettverk"]),
        ("rad", ["råd", "hjelp", "mål"]),
    ],
)
def test_000_10_each_offer_is_on_the_page(offered, offer, stems):
    offered(HERE, offer, *stems)


def test_000_10_goals_values_resources_coping_and_network_are_mapped(walk):
    said = {
        "goals": "Sove om natta.", "values": "Barna.", "resources": "Snekrer.",
        "coping": "Går tur.", "network": "En søster.",
    }  # fmt: skip
    sister = NetworkMember(
        who="Søster", sector="family", closeness=1, quality="supportive"
    )
    case = walk(HERE).apply().meet(**said, network_map=(sister,))
    [held] = case.case.opened.interviews
    assert {part: getattr(held, part) for part in said} == said
    assert held.network_map == (sister,)
    assert set(held.parts) == {*said, "network_map", "own_words", "took_part"}


def test_000_11_it_is_free(page, pack, walk):
    assert page.says(pack(HERE).price)
    assert "gratis" in pack(HERE).price
    assert {offer.price for offer in pack(HERE).offers} == {"Gratis"}
    letter = walk(HERE).notified().decision_letter()
    assert letter.sections["decided"].endswith("| Gratis")


def test_000_12_the_form_is_here_and_the_desk_registers_paper(page, pack, walk):
    assert page.tells("fyll ut søknaden", "her på siden")
    assert page.tells("send", "THO", "postboks 100", "2025 Fjerdingby")
    assert 'href="/raelingen/sok/"' in page.html
    case = walk(HERE)
    came = case.today - timedelta(days=3)
    registered = do.RegisterApplication(
        application=case.application(), channel="paper", arrived_on=came
    )
    [event] = case.does(registered)
    assert (event.received_on, event.channel) == (came, "paper")
    assert case.clocks["preliminary-answer"].due.value == date(2026, 3, 27)
    early = walk(HERE)
    tomorrow = early.today + timedelta(days=1)
    ahead = do.RegisterApplication(
        application=early.application(), channel="paper", arrived_on=tomorrow
    )
    assert "arrived-later-than-today" in early.lacks(ahead)
    assert "THO" in pack(HERE).unit(pack(HERE).steps.receive).name


def test_000_13_the_office_makes_contact_for_a_mapping_interview(page, chain):
    assert page.tells("tar kontakt", "samtale", "får til", "vanskelig")
    case = chain(HERE)
    case.story.person(do.SubmitApplication(application=_said(case)))
    coming = case.letters()["acknowledgement"].sections["next"]
    assert "Tjenestekontoret" in coming
    assert "samtale" in coming
    day = case.today + timedelta(days=3)
    arrange = do.ArrangeInterview(on=day, at="10.00", place="Rådhuset")
    case.story.desk(arrange, "interview")
    invitation = case.letters()["invitation"]
    assert "torsdag 5. mars 2026" in invitation.sections["interview"]
    assert "får til" in invitation.sections["about"]
    assert "ha med deg noen" in invitation.sections["about"]


def test_000_14_information_only_on_consent_and_only_what_the_case_needs(page, walk):
    assert page.tells("sier du ja", "henter vi inn", "bare om det saken trenger")
    case = walk(HERE).apply()
    ask = information_do.RequestInformation(
        request=UUID(int=6), source="Fastlegen", what="Medisiner", why="Forsvarlig hjelp",
        due_on=case.today + timedelta(days=14),
    )  # fmt: skip
    lack = case.lacks(ask)["consent-missing"]
    assert (lack.facts, lack.basis[0]) == ({"source": "Fastlegen"}, "hpl § 22")
    assert "Fastlegen" in case.told(ask)
    case.knowing(consent("Fastlegen"))
    for unsaid in ("what", "why"):
        assert "reason-missing" in case.lacks(replace(ask, **{unsaid: " "}))
    assert "consent-missing" in case.lacks(replace(ask, source="Sykehuset"))
    [asked] = case.does(ask)
    assert asked.consent == UUID(int=5)


def test_000_14_a_consent_that_is_over_or_withdrawn_opens_nothing(walk):
    case = walk(HERE).apply().knowing(consent("Fastlegen", date(2026, 3, 10)))
    ask = information_do.RequestInformation(
        request=UUID(int=6), source="Fastlegen", what="X", why="X",
        due_on=date(2026, 4, 20),
    )  # fmt: skip
    assert "consent-missing" in case.later(9).lacks(ask)
    case = walk(HERE).apply()
    withdrawn = person_did.ConsentWithdrawn(consent=UUID(int=5), on=case.today)
    case.knowing(consent("Fastlegen"), withdrawn)
    assert "consent-missing" in case.lacks(ask)


def test_000_15_what_is_necessary_and_sound_is_the_basis_of_a_decision(page, walk):
    assert page.tells("nødvendig og forsvarlig")
    case = walk(HERE).apply().meet().assess("necessary-and-sound")
    assert "Nødvendig og forsvarlig" in case.told(case.proposal())
    letter = case.assess().decide().make_available().decision_letter()
    for criterion in case.pack.criteria_for("self"):
        assert criterion.name in letter.sections["assessment"]


@pytest.mark.parametrize("outcome", ["grant", "part", "refusal"])
def test_000_16_the_decision_states_reasons_whatever_it_is(page, walk, outcome):
    assert page.tells("grunnen", "ja", "nei")
    case = walk(HERE).apply("samtaler", "hap").meet().assess()
    lacking = case.proposal(outcome, service={"grounds": " "})
    assert "fvl § 25" in case.lacks(lacking)["grounds-missing"].basis
    letter = case.decide(outcome).make_available().decision_letter()
    for name in ("Samtaler med en fagperson", "Hasjavvenning (HAP)"):
        assert f"{name}: Fordi det hjelper deg" in letter.sections["grounds"]


def test_000_17_within_a_month_or_a_notice_with_reason_and_date(page, walk):
    assert page.tells("så fort vi kan")
    assert page.tells("én måned", "hvorfor", "når")
    case = walk(HERE).apply()
    clock = case.clocks["preliminary-answer"]
    assert clock.due.value == date(2026, 4, 2)
    assert clock.act_by == date(2026, 4, 1), "2 April 2026 is Maundy Thursday"
    assert clock.due.basis[0] == "fvl § 11 a tredje ledd"
    in_may = date(2026, 5, 4)
    unsaid = do.GiveDelayNotice(reason="", expected_on=in_may)
    assert "reason-missing" in case.lacks(unsaid)
    undated = do.GiveDelayNotice(reason="Sykdom.", expected_on=case.today)
    assert "expected-date-not-ahead" in case.lacks(undated)
    case.later(25)
    given = do.GiveDelayNotice(reason="Flere er syke.", expected_on=in_may)
    [notice] = case.does(given)
    letter = case.delay_letter(notice)
    assert "Flere er syke." in letter.sections["reason"]
    assert "mandag 4. mai 2026" in letter.sections["expected"]
    assert case.clocks["new-notice"].due.value == in_may
    case.later(60)
    assert case.clocks["new-notice"].act_by < case.today, "its own day has passed"


def test_000_18_how_to_appeal_comes_with_the_decision(page, walk):
    assert page.tells("klage", "til kommunen")
    assert page.tells("i vedtaket", "hvordan du klager")
    letter = walk(HERE).notified("refusal").decision_letter()
    told = letter.sections["appeal"]
    for stem in ("mandag 30. mars 2026", "Statsforvalteren", "sender den til oss"):
        assert stem in told
    assert "Skriv hva du er misfornøyd med" in told
    assert "Vi hjelper deg" in told


def test_000_19_the_service_is_given_as_the_decision_says(page, pack, walk):
    assert page.tells("hjelpen som står i vedtaket", "avtalt tid", "innhold")
    case = walk(HERE).apply().meet().assess()
    for part in ("amount", "starts_on"):
        lacking = case.proposal(service={part: "" if part == "amount" else None})
        assert case.lacks(lacking)
    letter = case.decide().make_available().decision_letter()
    for part in ("Én time i uka", "Fra 9. mars 2026"):
        assert part in letter.sections["decided"]
    assert pack(HERE).steps.deliver == "rustjenesten"


def test_000_19_it_is_given_with_that_content_from_that_day_at_agreed_times(walk):
    care = walk(HERE).notified().care()
    grant = care.case.opened.grant
    assert (care.case.opened.amount, grant.starts_on) == (
        "Én time i uka",
        date(2026, 3, 9),
    )
    assert care.clocks["care-start"].due.value == grant.starts_on
    start = care_do.StartCare(on=care.today)
    assert "before-start" in care.lacks(start)
    care.later(7).does(replace(start, on=care.today))
    unplaced = care_do.MakeAppointment(
        appointment=UUID(int=5), day=care.today, at="10.00", place=" "
    )
    assert "reason-missing" in care.lacks(unplaced)
    care.does(replace(unplaced, place="Hjemme hos deg"))
    [agreed] = care.case.opened.appointments
    assert (agreed.day, agreed.at) == (care.today, "10.00")


def test_000_19_the_content_changes_only_when_the_person_is_heard(walk):
    care = walk(HERE).notified().care().later(7)
    care.does(care_do.StartCare(on=care.today))
    less = care_do.ProposeChange(
        what="change", grounds="Bedring", own_view="Nei", amount="Sjeldnere",
        from_on=care.today,
    )  # fmt: skip
    assert "not-now" in care.lacks(less)
    care.does(
        care_do.GiveAdvanceNotice(
            what="change", proposal="Sjeldnere", reason="Bedring",
            comment_by=care.today + timedelta(days=14),
        )
    )  # fmt: skip
    assert {"comment-period-running", "effect-before-appeal"} <= set(care.lacks(less))
    assert care.case.opened.amount == "Én time i uka"


def test_000_20_it_is_planned_with_the_person_and_their_network(page, walk):
    assert page.tells("planlegger hjelpen sammen med deg", "dem du har rundt deg")
    care = walk(HERE).notified().care()
    plan = care_do.MakePlan(
        own_words="Jeg vil sove.", goals="Sove om natta", measures="Faste tider",
        took_part="Nora, søsteren og Kari",
    )  # fmt: skip
    for code, lacking in (
        ("own-words-missing", replace(plan, own_words=" ")),
        ("took-part-missing", replace(plan, took_part="")),
    ):
        assert care.lacks(lacking)[code].basis == ("pbrl § 3-1",)
    care.does(plan)
    assert care.case.opened.plan.took_part == "Nora, søsteren og Kari"


@pytest.mark.parametrize(
    "stems",
    [
        ["samarbeid", "andre tjenestene i avdelingen"],
        ["samarbeid", "forebyggende helsetjenest", "unge"],
        ["samarbeid", "NAV", "tjenestekontoret", "bolig"],
    ],
)
def test_000_21_whom_the_service_works_closely_with(page, stems):
    assert page.tells(*stems)


@pytest.mark.parametrize("value", ["Respekt", "Ansvar", "Redelighet"])
def test_000_22_the_values_of_the_service(page, pack, value):
    assert value in pack(HERE).values
    assert page.tells("verdiene våre", value)


def test_000_23_others_in_health_are_talked_with_only_on_consent(page, walk):
    assert page.tells("taushetsplikt", "annet helsepersonell", "spør", "om lov først")
    case = walk(HERE).apply()
    for silence in (
        information_do.AgreeCooperation(service="Sykehuset"),
        information_do.RequestInformation(
            request=UUID(int=6), source="Sykehuset", what="X", why="X",
            due_on=date(2026, 4, 20),
        ),
    ):  # fmt: skip
        assert case.lacks(silence)["consent-missing"].basis[0] == "hpl § 22"
        assert "samtykke" in case.told(silence).lower()
    case.knowing(consent("Sykehuset"))
    case.does(information_do.AgreeCooperation(service="Sykehuset"))


def test_000_23_the_grounds_of_the_law_to_tell_without_consent_are_named(walk):
    warn = information_do.WarnForChildren(recipient="Barnevernet", what="X", why=" ")
    assert "reason-missing" in walk(HERE).apply().lacks(warn)
    [told] = walk(HERE).apply().does(replace(warn, why="Barnet er i fare"))
    assert told.basis.startswith("hpl § 33")


@pytest.mark.parametrize(
    "stems",
    [["kjører deg ikke", "hvem som kan hjelpe"], ["flytter ikke", "pengene", "finne"]],
)
def test_000_24_what_is_not_offered_and_who_can_help_instead(page, pack, stems):
    assert page.tells(*stems)
    assert all(item.instead for item in pack(HERE).not_offered)


@pytest.mark.parametrize(
    "stems",
    [
        ["les vedtaket"],
        ["ta imot hjelpen", "avtalt"],
        ["vær til stede", "si fra når det ikke passer"],
        ["gjør de delene du klarer"],
        ["si ja", "samarbeider med andre"],
    ],
)
def test_000_25_what_is_hoped_for_from_the_person(page, stems):
    assert page.tells(*stems)
    assert page.tells("ikke krav for å få hjelp")


def test_000_25_opening_the_decision_is_recorded_and_never_a_condition(walk):
    case = walk(HERE).notified("refusal")
    unopened = case.case
    assert unopened.opened.latest.opened_on is None
    [opened] = case.does(remedy_do.OpenDecision())
    assert opened == remedy_did.DecisionOpened(on=case.today)
    assert case.does(remedy_do.OpenDecision()) == [], "a second time leaves no trace"
    with_opening = replay("application", case.events)
    case.case = unopened
    assert isinstance(with_opening.stage, at.Notified)
    assert with_opening.stage == unopened.stage, "opening changes no standing"
    appeal = remedy_do.AppealDecision(
        appeal=UUID(int=9),
        dissatisfied_with="Jeg trenger mer.",
        change_wanted="",
    )
    [appealed] = case.does(appeal)
    assert isinstance(appealed, remedy_did.DecisionAppealed)


def test_000_25_one_tap_cancels_an_appointment(walk):
    for cancel in (care_do.CancelAppointment, do.CancelInterview):
        assert Role.CITIZEN in MAY[cancel]
    case = walk(HERE).apply()
    case.does(do.ArrangeInterview(on=case.today, at="10.00", place="Rådhuset"))
    case.does(do.CancelInterview())
    assert case.case.opened.missed == 0, "to give notice is not to stay away"
    care = walk(HERE).notified().care()
    care.does(
        care_do.MakeAppointment(
            appointment=UUID(int=5), day=care.today, at="10.00", place="Hjemme"
        )
    )
    care.does(care_do.CancelAppointment(appointment=UUID(int=5)))
    assert care.case.opened.appointments == ()


def _said(case):
    wants = tuple(offer.id for offer in case.pack.offers if offer.apply)[:1]
    return did.ApplicationContent(
        name=case.citizen.name, wants=wants, situation="", stay="lives"
    )

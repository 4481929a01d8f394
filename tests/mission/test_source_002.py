"""Source 002, the text many municipalities share: each row of the mission, by its id.

Read on the page of a municipality that takes the standard pack as it is.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from fotfeste.demo import stories
from fotfeste.letters.content import LetterKind
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.remedy import commands as remedy_do

HERE = "eksempel"


@pytest.fixture
def page(own_page):
    """What a municipality with the standard pack says on its service page."""
    return own_page(HERE)


@pytest.fixture
def at_home(reader, chain):
    """A case of Nora's with a decision, and Nora at her own pages."""
    case = chain(HERE)
    stories.approve(
        stories.propose(
            stories.assess(stories.meet(stories.invite(stories.apply(case.story)))),
            "refusal",
        )
    )
    reader.post("/logg-inn/", {"who": "nora"})
    return case, f"/{HERE}/mine-saker/{case.stream}/"


@pytest.mark.parametrize(
    ("offer", "stems"),
    [
        ("behandling", ["behandling", "rehabilitering"]),
        ("praktisk", ["praktisk hjelp", "opplæring"]),
        ("institusjon", ["plass i institusjon"]),
        ("pengestotte", ["økonomisk støtte", "leve av"]),
        ("arbeid", ["arbeid"]),
        ("midlertidig-bolig", ["sted å bo", "kort tid"]),
    ],
)
def test_002_01_each_measure_is_on_the_page(offered, offer, stems):
    offered(HERE, offer, *stems)


def test_002_01_the_municipality_changes_nothing_of_the_offers(pack):
    assert pack(HERE).offers == pack("standard").offers


def test_002_02_otherwise_the_same_right_as_everyone(page):
    assert page.tells("samme rett", "helse og omsorg", "alle andre")


def test_002_03_families_can_ask_for_help_in_their_own_right(page, offered, walk):
    assert page.tells("familien", "pårørende", "egen del")
    offered(HERE, "parorende", "pårørende", "støtte")
    said = {"situation": "Sønnen min ruser seg.", "role": "kin"}
    case = walk(HERE).apply("parorende", **said).meet()
    own = {c.id for c in case.pack.criteria_for("kin")}
    assert {"kin-burden", "kin-need"} <= own
    assert "addiction" not in own, "it is not they who are assessed"
    not_theirs = walk(HERE)
    asked = not_theirs.application("behandling", **said)
    assert "not-offered" in not_theirs.lacks(do.SubmitApplication(application=asked))
    letter = case.assess().decide().make_available().decision_letter()
    assert "Støtte til familien" in letter.sections["decided"]
    assert "helse- og omsorgstjenesteloven § 3-6" in letter.sections["rules"]


def test_002_04_lack_of_motivation_never_refuses_all_help(page, offered, walk):
    assert page.tells("ikke klar for behandling")
    assert page.tells("aldri nei til all hjelp", "motivasjon")
    offered(HERE, "annen-stotte", "ikke klar for behandling", "hjelpe nå")
    case = walk(HERE).apply("behandling").meet().assess(outcome="not-met")
    bare = case.proposal("refusal", other_support=" ")
    lack = case.lacks(bare)["other-support-missing"]
    assert lack.basis == ("hol § 3-1",)
    assert "hvilken annen hjelp" in case.told(bare)
    letter = case.decide("refusal").make_available().decision_letter()
    assert "Ring oss når du vil." in letter.sections["decided"]


@pytest.mark.parametrize("partner", ["primærhelse", "spesialisthelse", "helsenemnda"])
def test_002_05_the_partners_are_named(page, pack, partner):
    assert any(partner in one for one in pack(HERE).partners)
    assert page.tells(partner)


def test_002_05_the_board_decides_in_cases_of_coercion(page, book, today):
    assert page.tells(book.name("coercion-board", today), "tvang")


def test_002_06_it_is_a_statutory_service(page, pack, cite):
    assert page.tells("loven sier at kommunen må gi")
    assert cite("hol § 3-1") in pack(HERE).law
    assert page.says("helse- og omsorgstjenesteloven § 3-1")


def test_002_07_next_of_kin_help_without_and_others_act_with_a_power(page, walk):
    assert page.tells("nærmeste pårørende", "hjelpe deg")
    assert page.tells("en nabo", "skriftlig fullmakt", "legges ved")
    case = walk(HERE)
    helped = case.application("behandling", helper="Mor Testdatter")
    case.does(do.SubmitApplication(application=helped))
    assert case.case.opened.application.application.helper == "Mor Testdatter"


def test_002_07_what_a_helper_filled_in_waits_for_the_persons_own_yes(walk):
    case = walk(HERE)
    written = do.RegisterApplication(
        application=case.application("behandling", helper="Naboen"), channel="counter",
        arrived_on=case.today, confirmed=False,
    )  # fmt: skip
    unnamed = replace(written, application=case.application("behandling"))
    assert "helper-missing" in case.lacks(unnamed)
    case.does(written)
    meet = do.ArrangeInterview(on=case.today, at="10.00", place="Rådhuset")
    assert "not-now" in case.lacks(meet)
    case.does(do.ConfirmApplication(how="På telefonen"))
    assert case.does(meet)


def test_002_08_a_case_starts_from_the_gps_referral(walk, chain):
    case = walk(HERE)
    referred = do.RegisterApplication(
        application=case.application("institusjon", sender="Fastlege Ås"),
        channel="referral", arrived_on=case.today,
    )  # fmt: skip
    unsent = replace(referred, application=case.application("institusjon"))
    assert "sender-missing" in case.lacks(unsent)
    [received] = case.does(referred)
    assert (received.channel, received.received_on) == ("referral", case.today)
    assert case.clocks["preliminary-answer"].is_law
    real = chain(HERE)
    real.story.desk(referred, "receive")
    assert real.letters()["acknowledgement"].letter.recipient[0] == "Nora Testdatter"


def test_002_08_the_gp_can_help_to_apply_for_a_place(page):
    assert page.tells("plass på en institusjon", "fastlegen", "hjelpe deg å søke")


def test_002_09_the_applicant_is_told_and_may_comment(page, chain):
    assert page.tells("sier fra", "begynt på saken", "si hva du mener")
    case = chain(HERE)
    stories.apply(case.story)
    told = case.letters()["acknowledgement"].sections
    assert case.history.reference in told["received"]
    assert "si mer om saken" in told["rights"]
    case.story.person(do.CommentOnCase(words="Jeg vil helst møtes hjemme."))
    stories.assess(stories.meet(stories.invite(case.story)))
    case.story.person(do.CommentOnCase(words="Kveldene er verst."))
    comments = [e for e in case.history.events if hasattr(e, "words")]
    assert [c.words for c in comments] == [
        "Jeg vil helst møtes hjemme.",
        "Kveldene er verst.",
    ]


def test_002_09_a_comment_needs_words(walk):
    case = walk(HERE).apply()
    assert "own-words-missing" in case.lacks(do.CommentOnCase(words=" "))


def test_002_10_the_party_sees_the_documents_of_the_case(page, reader, at_home):
    assert page.tells("rett til å se papirene")
    case, address = at_home
    shown = reader.get(address)
    assert shown.status_code == 200
    for kind in ("acknowledgement", "invitation", "decision"):
        [link] = {
            part.split('"')[0]
            for part in shown.content.decode().split('href="')[1:]
            if f"/{kind}/" in part.split('"')[0]
        }
        assert reader.get(link).status_code == 200
        paper = reader.get(f"{link.rstrip('/')}.pdf")
        assert paper["Content-Type"] == "application/pdf"
        assert paper.content.startswith(b"%PDF")
    told = case.letters()["decision"].sections["documents"]
    assert "dokumentene i saken" in told
    assert "forvaltningsloven § 18" in told


def test_002_10_nobody_else_sees_them(reader, at_home):
    _, address = at_home
    reader.post("/logg-inn/", {"who": "jonas"})
    assert reader.get(address).status_code == 404


def test_002_11_reasons_how_it_was_reached_and_who_took_part(page, walk):
    assert page.tells("grunnen", "hvordan vi kom fram", "hvem som var med")
    case = walk(HERE).apply().meet().assess()
    lacks = case.lacks(case.proposal(how_reached="", took_part=" "))
    for code in ("how-reached-missing", "took-part-missing"):
        assert "fvl § 25" in lacks[code].basis
    letter = case.decide().make_available().decision_letter()
    for told in (
        "Vi leste søknaden og snakket med deg.",
        "Nora Testdatter og Kari Saksbehandler",
        "gjort av Kari Saksbehandler",
        "godkjent av Ola Leder",
    ):
        assert told in letter.sections["how-reached"]


def test_002_11_the_decision_is_sent_in_writing(page, at_home):
    assert page.tells("skriftlig vedtak")
    case, _ = at_home
    assert LetterKind.DECISION in case.letters()


def test_002_12_within_a_month_or_a_notice_with_reason_and_date(page, walk):
    assert page.tells("én måned", "skriver", "hvorfor", "når")
    case = walk(HERE).apply().later(20)
    given = do.GiveDelayNotice(reason="Ferie.", expected_on=date(2026, 4, 20))
    [notice] = case.does(given)
    assert notice.due_on == date(2026, 4, 2)
    letter = case.delay_letter(notice)
    assert "Ferie." in letter.sections["reason"]
    assert "mandag 20. april 2026" in letter.sections["expected"]


@pytest.mark.parametrize(
    ("offer", "weeks", "last_day"),
    [
        ("behandling", "fire", date(2026, 3, 30)),
        ("pengestotte", "tre", date(2026, 3, 23)),
    ],
)
def test_002_13_the_legal_basis_sets_the_appeal_period(
    page, pack, walk, offer, weeks, last_day
):
    assert page.tells(f"{weeks} uker", "loven §")
    assert {one.value for one in pack("standard").published} == {"3 weeks"}
    case = walk(HERE).apply(offer).meet().assess().decide().make_available()
    assert case.case.opened.latest.told.appeal_by == last_day


def test_002_13_the_check_reports_the_shorter_period(checked):
    notes = [note for note in checked.notes if "/standard/" in note.file]
    assert len(notes) == 1
    assert "3 weeks" in notes[0].what
    assert "4 weeks" in notes[0].what


def test_002_13_with_guidance_and_then_on_to_the_county_governor(page, walk):
    assert page.tells("ikke er fornøyd med", "hvorfor", "hjelper deg")
    assert page.tells("Statsforvalteren", "avgjør")
    case = walk(HERE).notified("refusal")
    assert case.case.opened.latest.told.body == "Statsforvalteren"
    one = {"dissatisfied_with": "Alt.", "change_wanted": ""}
    case.does(remedy_do.AppealDecision(appeal=UUID(int=9), **one))
    again = remedy_do.AppealDecision(appeal=UUID(int=10), **one)
    assert "appeal-under-way" in case.lacks(again)

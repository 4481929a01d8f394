"""What holds across all five sources, by its id."""

import ast
import inspect
import re
from argparse import Namespace
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from string import Formatter
from uuid import UUID

import pytest
from tests.mission.conftest import CASEWORKER

import fotfeste
from fotfeste.access.policy import MAY, Actor, Role
from fotfeste.config import rulebook_check
from fotfeste.law.citation import Citation
from fotfeste.ledger import log
from fotfeste.ledger.log import uuid7
from fotfeste.office import drafts
from fotfeste.office.handle import handle
from fotfeste.procedures import time_limits
from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.care import commands as care_do
from fotfeste.procedures.consequences import consequences
from fotfeste.procedures.contact import commands as contact_do
from fotfeste.procedures.interview import InstrumentAnswers, ItemAnswer
from fotfeste.procedures.kinds import Kind
from fotfeste.procedures.person import commands as person_do
from fotfeste.procedures.person.events import Scope
from fotfeste.procedures.possible import possible
from fotfeste.procedures.refusal import RefusalCode
from fotfeste.rulebook.check import check
from fotfeste.web import refusals
from fotfeste.web.citizen.questions import QUESTIONS

SOURCE = Path(inspect.getfile(fotfeste)).parent
EVERYWHERE = ("raelingen", "enebakk", "eksempel", "nordre-follo")
LILLEVIK = {
    "municipalities/lillevik/municipality.yaml": (
        "identities:\n"
        "  - {name: Lillevik kommune, number: '9998', county: Prøve,"
        " valid_from: 2020-01-01}\n"
        "made_up: true\n"
    ),
    "municipalities/lillevik/2026-01-01.yaml": (
        "valid_from: 2026-01-01\n"
        "extends: standard/2025-01-06\n"
        "service: Rushjelpen i Lillevik\n"
        "conditions: [Du bor eller oppholder deg i Lillevik.]\n"
    ),
}


# --- X-01 --------------------------------------------------------------------------


def test_x_01_no_code_names_a_municipality(book):
    slugs = set(book.municipalities)
    names = {
        identity.name.removesuffix(" kommune")
        for one in book.municipalities.values()
        for identity in one.identities
        if not (one.template or one.made_up)
    }
    found = []
    for file in sorted(SOURCE.rglob("*.py")):
        if SOURCE / "demo" in file.parents:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and (
                text in slugs or any(name in text for name in names)
            ):
                found.append(f"{file.name}:{node.lineno}: {text}")
    assert not found, found


def test_x_01_no_page_and_no_letter_names_a_municipality(book):
    names = {
        identity.name.removesuffix(" kommune")
        for one in book.municipalities.values()
        for identity in one.identities
        if not one.template
    } - {"Eksempel"}
    for kind in ("*.html", "*.yaml", "*.typ", "*.sql"):
        for file in sorted(SOURCE.rglob(kind)):
            text = file.read_text(encoding="utf-8")
            assert not [name for name in names if name in text], file.name


def test_x_01_a_sixth_municipality_is_a_folder_of_data(
    texts, reader, tmp_path, settings
):
    six = {**texts, **LILLEVIK}
    result = check(six)
    assert result.problems == []
    assert "lillevik" in result.rulebook.served(date(2026, 3, 2))
    for file, text in six.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    assert rulebook_check.check(Namespace(folder=tmp_path, editions=False)) == 0, (
        "one command"
    )
    settings.FOTFESTE_RULEBOOK = str(tmp_path)
    page = reader.get("/lillevik/").content.decode()
    for told in ("Rushjelpen i Lillevik", "oppholder deg i Lillevik", "Plass i inst"):
        assert told in page
    assert "Lillevik kommune" in reader.get("/").content.decode()


def test_x_01_and_its_cases_go_the_whole_way(texts, make_walk):
    book = check({**texts, **LILLEVIK}).rulebook
    case = make_walk(book, "lillevik").notified("part")
    assert isinstance(case.case.stage, at.Notified)
    assert case.decision_letter().letter.sender == "Lillevik kommune"


def test_x_01_one_engine_gives_each_municipality_its_own_answer(walk):
    running = {key: set(walk(key).apply().clocks) for key in EVERYWHERE}
    assert running.pop("nordre-follo") == {"preliminary-answer", "mapping-interview"}
    assert all(one == {"preliminary-answer"} for one in running.values())


# --- X-02 --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("municipality", "day", "says", "never"),
    [
        ("enebakk", date(2017, 9, 4), "Fylkesmannen", "Statsforvalteren"),
        ("oppegard", date(2019, 5, 6), "Fylkesmannen", "Statsforvalteren"),
        ("raelingen", date(2020, 12, 30), "Fylkesmannen", "Statsforvalteren"),
        ("raelingen", date(2021, 1, 4), "Statsforvalteren", "Fylkesmannen"),
        ("eksempel", date(2025, 2, 3), "Statsforvalteren", "Fylkesmannen"),
    ],
)
def test_x_02_a_letter_uses_the_names_of_its_own_day(
    walk, municipality, day, says, never
):
    letter = walk(municipality, day).notified("refusal").decision_letter()
    assert says in letter.all
    assert never not in letter.all


def test_x_02_whatever_can_change_carries_its_days(book):
    dated = [
        *book.contacts, *book.routes, *book.guidance,
        *(one for names in book.names.values() for one in names),
        *(one for packs in book.packs.values() for one in packs),
        *(one for acts in book.act_versions.values() for one in acts),
        *(i for one in book.municipalities.values() for i in one.identities),
    ]  # fmt: skip
    assert all(isinstance(one.valid_from, date) for one in dated)
    assert book.identity("raelingen", date(2019, 6, 1)).county == "Akershus"
    assert book.identity("raelingen", date(2021, 6, 1)).county == "Viken"


# --- X-03 --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "code", "words", "provision"),
    [
        ({"own_view": ""}, "own-view-missing", "hva personen selv mener", "pbrl § 3-1"),
        ({"took_part": ""}, "took-part-missing", "hvem som har vært med", "fvl § 25"),
        ({"how_reached": ""}, "how-reached-missing", "hvordan dere kom", "fvl § 25"),
        ({"services": ()}, "service-undecided", "Samtaler med en", "fvl § 23"),
        (
            {"service": {"grounds": ""}},
            "grounds-missing",
            "Begrunnelsen for «Samtaler med en fagperson»",
            "fvl § 25",
        ),
        (
            {"service": {"amount": ""}},
            "amount-missing",
            "hvor mye hjelp det gis av «Samtaler",
            "fvl § 23",
        ),
        (
            {"service": {"starts_on": None}},
            "start-missing",
            "Startdatoen for «Samtaler",
            "fvl § 23",
        ),
        (
            {"service": {"review_on": None}},
            "review-date-missing",
            "ny vurdering av «Samtaler",
            "hol § 3-1",
        ),
        (
            {"outcome": "refusal", "other_support": ""},
            "other-support-missing",
            "annen hjelp",
            "hol § 3-1",
        ),
    ],
)
def test_x_03_what_is_required_makes_the_step_impossible_and_is_named(
    walk, change, code, words, provision
):
    case = walk("enebakk").apply("samtaler").meet().assess()
    command = case.proposal(**change)
    assert code in case.lacks(command)
    told = case.told(command)
    assert words in told
    assert provision in told


def test_x_03_everything_that_is_missing_is_named_at_once(walk):
    case = walk("raelingen").apply("samtaler", "hap").meet()
    told = case.told(case.proposal(own_view="", service={"grounds": ""}))
    for missing in ("«Helse»", "«Hasjavvenning (HAP)»", "personen selv mener"):
        assert missing in told


@pytest.mark.parametrize("code", RefusalCode)
def test_x_03_every_refusal_says_what_is_wrong_and_what_to_do(code):
    text = refusals.texts()[code]
    assert len(text.split(". ")) > 1 or code in _SAID_AND_DONE_IN_ONE, text
    wanted = {name for _, name, _, _ in Formatter().parse(text) if name}
    facts = {"offer", "criterion", "day", "latest", "forwarded", "source", "part"}
    facts |= {"instrument", "item"}
    assert wanted <= facts


_SAID_AND_DONE_IN_ONE = {
    RefusalCode.COMMENT_MISSING,  # «Skriv hva som må endres, så …»
    RefusalCode.OUTCOME_BEFORE_FORWARDING,  # says between which days it must be
}


# --- X-04 --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["/", "/hjelp-na/", *(f"/{key}/" for key in EVERYWHERE)]
)
def test_x_04_what_informs_needs_no_login_and_stores_nothing(reader, address):
    # No database is open to this test: a page that stored or read anything would fail.
    answer = reader.get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    assert not reader.cookies
    elsewhere = re.findall(r'(?:src|action)="(?:https?:)?//[^"]*', answer.text)
    assert not elsewhere, "nobody else is told that somebody reads this"


def test_x_04_applying_is_saved_and_resumed(reader, chain):
    chain("raelingen")
    reader.post("/logg-inn/", {"who": "nora"})
    first = reader.post("/raelingen/sok/hjelp/", {"wants": ["samtaler", "hap"]})
    assert first.status_code == 302
    reader.cookies.clear()
    reader.post("/logg-inn/", {"who": "nora"})
    resumed = reader.get("/raelingen/sok/hjelp/").content.decode()
    assert resumed.count("checked") == 2
    assert "sok/kontroller" in reader.get("/raelingen/sok/").content.decode()


def test_x_04_applying_is_a_few_short_questions():
    assert len(QUESTIONS) <= 10
    required = [
        name
        for question in QUESTIONS
        for name, field in question.form.base_fields.items()
        if field.required
    ]
    assert required == ["whom", "wants", "stay"], "the rest can be told when we meet"
    assert drafts.Draft().answers == {}


def test_x_04_applying_is_done_for_somebody_with_their_power(reader, chain):
    nora, jonas = chain("raelingen"), chain("raelingen", citizen=1)
    form = "/raelingen/sok/hvem/"
    reader.post("/logg-inn/", {"who": "jonas"})
    assert "For Nora Testdatter" not in reader.get(form).text
    party = nora.story.party
    handle(
        person_do.GivePowerOfAttorney(
            power=uuid7(), representative=jonas.story.party.id, name="Jonas Prøvesen",
            ground="written", scopes=(Scope.APPLY,), valid_from=nora.today,
        ),
        actor=Actor("raelingen", Role.CITIZEN, party.id), stream=party.id, seen=0,
        office=nora.office, party=party,
    )  # fmt: skip
    assert "For Nora Testdatter" in reader.get(form).text
    for question, answers in (
        ("hvem", {"whom": str(party.id)}),
        ("hjelp", {"wants": ["samtaler"]}),
        ("bosted", {"stay": "lives"}),
    ):
        assert reader.post(f"/raelingen/sok/{question}/", answers).status_code == 302
    receipt = reader.post("/raelingen/sok/kontroller/").url
    stream = UUID(receipt.split("/")[-3])
    history = log.read("raelingen", stream, nora.office.keys)
    assert (history.person, history.records[0].role) == (party.id, "representative")
    assert history.events[0].application.name == "Nora Testdatter"
    reader.post("/logg-inn/", {"who": "nora"})
    assert reader.get(f"/raelingen/mine-saker/{stream}/").status_code == 200


# --- X-05 --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("basis", "weeks"),
    [("hol § 3-2", 4), ("pbrl § 2-5", 4), ("sotjl § 18", 3), ("fvl § 33", 3)],
)
def test_x_05_the_legal_basis_and_the_date_give_the_period(book, basis, weeks):
    on = date(2026, 3, 2)
    found = time_limits.appeal(on, [Citation(basis)], book, None)
    assert found.value == on + timedelta(weeks=weeks)
    assert found.basis, "never an answer without its provision"


@pytest.mark.parametrize("municipality", EVERYWHERE)
def test_x_05_nobody_gets_less_than_the_law(book, municipality):
    on = date(2026, 3, 2)
    pack = book.pack(municipality, on)
    for offer in pack.offers:
        law = time_limits.appeal(on, offer.basis[:1], book, None).value
        assert time_limits.appeal(on, offer.basis[:1], book, pack).value >= law


def test_x_05_a_pack_may_promise_more(texts, make_walk):
    file = "municipalities/raelingen/2020-01-01.yaml"
    more = _promising(texts[file], "6 weeks")
    case = make_walk(check({**texts, file: more}).rulebook, "raelingen").notified()
    assert case.case.opened.latest.told.appeal_by == case.today + timedelta(weeks=6)
    assert "mandag 13. april 2026" in case.decision_letter().sections["appeal"]


def test_x_05_a_pack_may_not_promise_less(texts):
    file = "municipalities/raelingen/2020-01-01.yaml"
    less = check({**texts, file: _promising(texts[file], "3 weeks")})
    assert less.rulebook is None
    assert any(
        problem.file == file and "4 weeks" in problem.what for problem in less.problems
    )


def test_x_05_a_shorter_printed_period_is_reported_and_counts_for_nothing(
    checked, walk
):
    reported = {note.file.split("/")[1] for note in checked.notes}
    assert reported == {"enebakk", "standard"}
    case = walk("enebakk").notified("refusal")
    told = case.decision_letter().sections["appeal"]
    assert "mandag 30. mars 2026" in told
    assert told.count("2026") == 1, "one concrete last day"


def test_x_05_promises_are_clocks_of_their_own(walk):
    clocks = walk("nordre-follo").apply().clocks
    law, promise = clocks["preliminary-answer"], clocks["mapping-interview"]
    assert (law.is_law, promise.is_law) == (True, False)
    assert law.due.value == date(2026, 4, 2)
    assert promise.due.value == date(2026, 3, 16)


# --- X-06 --------------------------------------------------------------------------

_DECIDES = (
    do.ProposeDecision,
    do.ApproveDecision,
    appeal.AdmitLateAppeal,
    appeal.DismissAppeal,
    appeal.UpholdDecision,
    appeal.ReverseDecision,
)


@pytest.mark.parametrize("kind", _DECIDES, ids=lambda kind: kind.__name__)
def test_x_06_only_a_person_decides(kind):
    assert Role.SYSTEM not in MAY[kind]
    assert MAY[kind] <= {Role.CASEWORKER, Role.LEADER}


@pytest.mark.parametrize("municipality", EVERYWHERE)
def test_x_06_findings_inform_and_refuse_nobody(walk, municipality):
    case = walk(municipality).apply().meet().assess(outcome="not-met")
    assert not any(isinstance(e, did.DecisionMade) for e in case.events)
    case.decide("grant").make_available()
    [made] = [e for e in case.events if isinstance(e, did.DecisionMade)]
    assert made.proposed_by != UUID(int=0)
    assert "Kari Saksbehandler" in case.decision_letter().sections["how-reached"]


@pytest.mark.parametrize("outcome", ["grant", "refusal"])
def test_x_06_the_highest_sum_and_none_are_decided_on_by_a_person(walk, outcome):
    """Whatever the instruments say, what can be done next is the same."""
    audit = InstrumentAnswers(
        instrument="audit",
        answers=tuple(ItemAnswer(item=str(n), points=4) for n in range(1, 11)),
    )
    open_to = []
    for answers in ((), (audit,)):
        case = walk("raelingen").apply().meet(instruments=answers)
        open_to.append(set(possible(case.case, case.here(CASEWORKER))))
        case.assess().decide(outcome)
        [made] = [e for e in case.events if isinstance(e, did.DecisionMade)]
        assert {s.outcome for s in made.decision.services} == {outcome}
    assert open_to[0] == open_to[1]


def test_x_06_time_alone_refuses_nobody(walk):
    case = walk("raelingen").apply().later(400)
    assert isinstance(case.case.stage, at.Received)
    assert case.meet().assess().does(case.proposal())


# --- X-07 --------------------------------------------------------------------------

CONTACT = contact_do.MakeContact(
    name="Nora Testdatter", place="activity-house", note="", on=date(2026, 1, 12),
    agreed=True,
)  # fmt: skip


def test_x_07_contact_takes_no_application_no_decision_and_may_leave_no_record(walk):
    case = walk("enebakk", kind=Kind.CONTACT)
    unwanted = replace(CONTACT, agreed=False)
    assert "record-not-wanted" in case.lacks(unwanted)
    assert case.events == [], "nothing at all is kept"
    [made] = case.does(CONTACT)
    assert made.note == "", "as little as the person lets us keep"
    case.does(contact_do.NoteContact(place="outreach", note="", on=case.today))
    assert case.clocks == {}


def test_x_07_contact_can_become_an_application_and_keeps_its_date(walk):
    case = walk("enebakk", kind=Kind.CONTACT)
    case.does(CONTACT)
    application = walk("enebakk")
    turn = contact_do.TurnContact(
        application=UUID(int=7), content=application.application("samtaler"),
        asked_on=date(2026, 2, 16),
    )  # fmt: skip
    [turned] = case.does(turn)
    [caused] = consequences(UUID(int=6), turned, case.case)
    assert caused.stream == UUID(int=7)
    [received] = application.does(caused.command)
    assert (received.first_on, received.received_on) == (
        date(2026, 1, 12),
        date(2026, 2, 16),
    )
    due = application.clocks["preliminary-answer"].due.value
    assert due == date(2026, 3, 16), "the month runs from when they asked"
    assert "not-now" in case.lacks(turn), "once"


@pytest.mark.parametrize("municipality", EVERYWHERE)
def test_x_07_help_that_needs_no_decision_is_given_without_an_application(
    walk, municipality
):
    """Two tracks: what the law gives without a decision is not applied for."""
    care = walk(municipality, kind=Kind.CARE)
    free = [offer.id for offer in care.pack.offers if not offer.decision]
    bound = [offer.id for offer in care.pack.offers if offer.decision]
    opened = {
        "amount": "Når det trengs", "starts_on": care.today, "ends_on": None,
        "review_on": care.today + timedelta(days=180), "party": "Nora Testdatter",
    }  # fmt: skip
    for offer in bound:
        assert "decision-needed" in care.lacks(care_do.OpenCare(offer=offer, **opened))
    for offer in free[:1]:
        assert care.does(care_do.OpenCare(offer=offer, **opened))


def _promising(text, period):
    return (
        f"{text}promises:\n  - id: appeal\n    value: {period}\n"
        "    text: Du får mer tid til å klage hos oss.\n"
    )

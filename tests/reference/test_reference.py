"""The reference says what the program does, all of it, in words that can be read."""

import re
from typing import get_args

import pytest
from scripts.reference.act_pages import places
from scripts.reference.acts import library
from scripts.reference.clock_page import given_clocks
from scripts.reference.commands import COMMANDS, packages
from scripts.reference.diagram import moves
from scripts.reference.facts import cited_in
from scripts.reference.pages import BY_HAND, FOLDER, pages, written
from scripts.reference.procedure_pages import drawn
from scripts.reference.refusal_page import said
from scripts.reference.source import ROOT
from scripts.reference.uses import all_steps, uses
from scripts.reference.wording import texts
from scripts.spelling.lix import lix
from tests.rulebook.test_texts import prose

from fotfeste.procedures.handling import events as handling
from fotfeste.procedures.kinds import PROCEDURES, Kind
from fotfeste.procedures.refusal import RefusalCode

EXPLAINED = ROOT / "docs" / "explanation" / "not-automated.md"


@pytest.mark.parametrize("name", sorted(pages()))
def test_what_is_committed_is_what_would_be_made(name):
    assert written().get(name) == pages()[name], (
        f"docs/reference/{name} is older than the rulebook or the program."
        " Run: make docs"
    )


def test_no_page_is_left_that_is_made_no_more():
    assert set(written()) == set(pages()), "Run: make docs"
    assert all((FOLDER / name).is_file() for name in BY_HAND)


@pytest.mark.parametrize("kind", Kind)
def test_every_stage_and_every_event_is_on_the_page(kind):
    page = pages()[f"procedures/{kind}.md"] + pages()["procedures/handling.md"]
    procedure = PROCEDURES[kind]
    for one in (*procedure.stages, *procedure.events):
        assert f"`{one.__name__}`" in page, one.__name__


@pytest.mark.parametrize("kind", Kind)
def test_every_stage_is_reached_and_every_event_happens(kind):
    procedure = PROCEDURES[kind]
    reached = {procedure.stages[0].__name__, *(move.after for move in drawn(kind))}
    assert reached == {stage.__name__ for stage in procedure.stages}
    # Who has the case changes nothing in where it stands, whatever its kind.
    beside = get_args(handling.Event)
    happens = {event.__name__ for event in procedure.events if event not in beside}
    assert {move.event for move in drawn(kind)} == happens
    assert set(drawn(kind)) <= set(moves(kind))


def test_the_drawing_knows_the_way_of_an_application():
    arrows = {(move.before, move.event, move.after) for move in drawn(Kind.APPLICATION)}
    assert {
        ("NotOpened", "ApplicationReceived", "Unconfirmed"),
        ("Invited", "InterviewMissed", "Received"),
        ("Mapped", "DecisionMade", "Decided"),
        ("Decided", "DecisionMadeAvailable", "Notified"),
        ("Notified", "CaseReopened", "Mapped"),
    } <= arrows
    assert ("Mapped", "ApplicationPassed", "Passed") not in arrows


def test_a_duty_to_warn_is_given_at_any_stage_of_a_case_that_is_opened():
    for kind in (Kind.APPLICATION, Kind.CARE, Kind.CONTACT):
        opened = {stage.__name__ for stage in PROCEDURES[kind].stages[1:]}
        warned = {m.before for m in drawn(kind) if m.event == "InformationDisclosed"}
        assert warned == opened, kind
    asked = [m for m in drawn(Kind.APPLICATION) if m.event == "InformationRequested"]
    assert {m.before for m in asked} == {"Received", "Invited", "Mapped"}
    warnings = [c for c in COMMANDS if ".information.commands.Warn" in c]
    assert len(warnings) == 3
    for command in warnings:
        made = {name.rpartition(".")[2] for name in all_steps()[command].facts.builds}
        assert made == {"InformationDisclosed"}


def test_the_page_tells_which_steps_of_a_track_the_case_has():
    only = "(information.md), men bare dette: "
    assert only in pages()["procedures/contact.md"]
    assert only in pages()["procedures/care.md"]
    assert only not in pages()["procedures/application.md"]


def test_every_command_is_followed_and_leads_to_an_event():
    assert set(all_steps()) == set(COMMANDS)
    nothing = {name for name, step in all_steps().items() if not step.facts.builds}
    assert nothing == set()


def test_every_package_has_a_name_and_tells_what_it_is():
    for package in packages():
        assert texts()["packages"][package]
        assert texts()["about"][package]


def test_we_name_no_step_that_is_none():
    assert set(texts()["command_names"]) <= {c.__name__ for c in COMMANDS.values()}


def test_every_clock_is_told_with_what_answers_it():
    told = texts()["clock_names"]
    assert set(told) == set(given_clocks()), "Mend clock_names in texts.yaml"
    commands = {command.__name__ for command in COMMANDS.values()}
    for term, clock in told.items():
        assert clock["name"], term
        assert clock["starts"], term
        assert set(clock["answered_by"]) <= commands, term


def test_every_refusal_is_listed_with_where_it_is_said():
    assert set(said()) == {code.name for code in RefusalCode}
    for code in RefusalCode:
        assert f'<a id="{code}"></a>' in pages()["refusals.md"]


def test_every_provision_that_is_used_has_a_section():
    assert set(uses()) <= set(places())
    for law, paragraph in places():
        anchor = paragraph.replace(" ", "-")
        assert f'<a id="{anchor}"></a>' in pages()[f"law/{law}.md"]


def test_a_docstring_is_read_as_a_jurist_would():
    assert cited_in("Law: fvl §§ 31, 32 third paragraph; three weeks of § 29") == {
        "fvl § 31", "fvl § 32", "fvl § 29",
    }  # fmt: skip
    assert cited_in("fvl § 16, §§ 23-25, pbrl § 3-1; § 42 and hol § 4-1") == {
        "fvl § 16", "fvl § 23", "fvl § 24", "fvl § 25", "pbrl § 3-1", "fvl § 42",
        "hol § 4-1",
    }  # fmt: skip
    assert cited_in("domstolloven §§ 148-149; fvl § 11 a second") == {
        "dl § 148", "dl § 149", "fvl § 11 a",
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(pages()))
def test_every_link_leads_somewhere(name):
    for target in re.findall(r"\]\(([^)]+)\)", pages()[name]):
        file, _, anchor = target.partition("#")
        if file.startswith("https:"):
            continue
        there = (FOLDER / name).parent / file if file else FOLDER / name
        assert there.resolve().exists(), target
        if anchor:
            text = there.resolve().read_text(encoding="utf-8")
            assert f'<a id="{anchor}"></a>' in text, target


def test_our_words_can_be_read():
    left_out = {"answered_by", "head", "party_head", "step_head", "stage_head"}
    told = [text for _, text in prose(texts(), leave_out=left_out | {"stays_head"})]
    assert lix(" ".join(text for text in told if " " in text)) <= 40


def test_why_an_example_ends_when_it_does_can_be_read():
    known = library()
    examples = [e for p in known.paragraphs.values() for e in p.examples]
    assert lix(" ".join(e.why for e in [*examples, *known.promised])) <= 40


def test_what_is_not_automated_can_be_read():
    text = EXPLAINED.read_text(encoding="utf-8")
    words = re.sub(r"\([^()]*§[^()]*\)|\]\([^)]*\)|[#*\[]", "", text)
    assert lix(words) <= 40
    assert "misbruk" not in text.lower()

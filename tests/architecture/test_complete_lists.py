"""Every list that must be complete is."""

import ast
import inspect
from typing import get_args

import pytest

from fotfeste.access.policy import MAY, STEP, Role
from fotfeste.jobs import followers, letters
from fotfeste.ledger.codec import NAMES
from fotfeste.letters.content import REQUIRED, LetterKind
from fotfeste.letters.wording import Texts
from fotfeste.office.case_row import STEP_OF
from fotfeste.office.handle import FOLLOWED
from fotfeste.procedures import possible
from fotfeste.procedures.appeal import stages as appeal_stages
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.application import events as application_events
from fotfeste.procedures.application import stages as application_stages
from fotfeste.procedures.kinds import Command, Event, Kind
from fotfeste.procedures.refusal import RefusalCode
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import events as remedy_did
from fotfeste.rulebook.pack import Steps
from fotfeste.web import refusals, telling
from fotfeste.web.citizen.letters import LETTER_TITLES
from fotfeste.web.citizen.steps import CITIZEN_STEPS
from fotfeste.web.staff.steps import STEPS

COMMANDS, EVENTS = frozenset(get_args(Command)), frozenset(get_args(Event))
STAGES = {
    Kind.APPLICATION: get_args(application_stages.Stage),
    Kind.APPEAL: get_args(appeal_stages.Stage),
}
DESK = {Role.CASEWORKER, Role.LEADER}
CITIZEN_PAGES = {
    application.SubmitApplication: "web/citizen/apply.py",
    remedy_do.OpenDecision: "web/citizen/letters.py",
}
"""What a citizen does that is no step on the page of a case."""


def test_every_command_has_its_roles():
    assert set(MAY) == COMMANDS
    assert all(MAY.values())


def test_exactly_the_commands_of_the_desk_have_a_step():
    desk = {kind for kind, roles in MAY.items() if roles & DESK}
    assert set(STEP) == desk
    assert set(STEP.values()) <= set(Steps.__struct_fields__)


def test_no_command_is_both_for_the_desk_and_for_others():
    for kind, roles in MAY.items():
        assert roles <= DESK or not roles & DESK, kind


def test_every_event_has_a_stored_name_of_its_own():
    assert set(NAMES) == EVENTS
    assert len(set(NAMES.values())) == len(NAMES)


def test_every_stage_belongs_to_a_step():
    assert set(STEP_OF) == {stage for stages in STAGES.values() for stage in stages}


def test_every_opened_stage_has_a_word_and_no_word_is_for_nothing():
    opened = {
        f"{kind}.{stage.__name__}"
        for kind, stages in STAGES.items()
        for stage in stages
        if stage.__name__ != "NotOpened"
    }
    assert set(telling.STAGES) == opened


def test_every_stage_is_told_to_the_party(trees):
    told = _matched(trees, "_application_standing") | _matched(
        trees, "_appeal_standing"
    )
    assert told == {
        f"{kind}.{stage.__name__}"
        for kind, stages in STAGES.items()
        for stage in stages
    }


def test_every_refusal_has_a_text_and_every_text_a_refusal():
    assert set(refusals.texts()) == {code.value for code in RefusalCode}


@pytest.mark.parametrize("code", RefusalCode)
def test_every_refusal_is_said_somewhere(code, trees):
    said = {
        node.attr
        for file, tree in trees.items()
        if file.endswith(("/rules.py", "/decide.py"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
    }
    assert code.name in said


def test_exactly_the_followed_events_are_handled():
    by_letter = set(letters.LETTERS_OF) - {remedy_did.DecisionMadeAvailable}
    handled = by_letter | {application_events.DecisionMade}
    assert handled == FOLLOWED
    told = inspect.getsource(followers.follow)
    assert "DecisionMade)" in told
    assert "make_letters" in inspect.getsource(followers.make_decision_available)


def test_every_letter_is_made_by_one_event():
    made = [kind for kinds in letters.LETTERS_OF.values() for kind in kinds]
    assert sorted(made) == sorted(LetterKind)


def test_every_letter_has_what_it_must_say_and_a_title():
    assert set(REQUIRED) == set(LETTER_TITLES) == set(LetterKind)
    for kind in LetterKind:
        assert REQUIRED[kind]
        assert Texts("nb")(f"{kind}.title")


def test_every_command_of_the_desk_has_a_step_on_the_case_page():
    on_the_page = [step.command for step in STEPS]
    assert len(set(on_the_page)) == len(on_the_page)
    # An application is registered on a page of its own: there is no case yet.
    assert {*on_the_page, application.RegisterApplication} == set(STEP)
    assert len({step.key for step in STEPS}) == len(STEPS)


def test_every_command_of_a_citizen_has_a_page(trees):
    citizen = {kind for kind, roles in MAY.items() if Role.CITIZEN in roles}
    steps = [step.command for step in CITIZEN_STEPS]
    assert sorted([*steps, *CITIZEN_PAGES], key=str) == sorted(citizen, key=str)
    assert len({step.key for step in CITIZEN_STEPS}) == len(CITIZEN_STEPS)
    for kind, file in CITIZEN_PAGES.items():
        names = {
            getattr(node, "attr", getattr(node, "id", ""))
            for node in ast.walk(trees[file])
        }
        assert kind.__name__ in names, f"{kind.__name__} is not given in {file}"


def test_every_command_of_the_system_is_given_by_the_system(trees):
    system = {kind.__name__ for kind, roles in MAY.items() if Role.SYSTEM in roles}
    given = {
        node.func.attr
        for file in ("procedures/consequences.py", "jobs/followers.py")
        for node in ast.walk(trees[file])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert system <= given


def test_every_clock_has_a_text(trees):
    terms = {
        node.value
        for file in ("procedures/application/rules.py", "procedures/appeal/rules.py")
        for function in ast.walk(trees[file])
        if isinstance(function, ast.FunctionDef)
        and function.name in ("clocks", "_reviews")
        for node in ast.walk(function)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value != ast.get_docstring(function, clean=False)
        and " " not in node.value
    }
    assert set(telling.CLOCKS) == terms | {""}


@pytest.mark.parametrize("kind", sorted(EVENTS, key=NAMES.__getitem__), ids=NAMES.get)
def test_every_event_has_a_sentence_on_the_timeline(kind, trees):
    assert NAMES[kind].split(".")[0] in ("application", "appeal")
    cases = _matched(trees, "_told")
    assert f"{NAMES[kind].split('.')[0]}.{kind.__name__}" in cases
    event = possible.blank(kind)
    title, *_ = telling._told(event)
    assert title.strip()


def _matched(trees, name):
    """Return the classes that a function of web/telling.py matches on."""
    [function] = [
        node
        for node in ast.walk(trees["web/telling.py"])
        if isinstance(node, ast.FunctionDef) and node.name == name
    ]
    return {
        ast.unparse(node.cls).replace("_stages.", ".")
        for node in ast.walk(function)
        if isinstance(node, ast.MatchClass) and isinstance(node.cls, ast.Attribute)
    }

"""Every list that must be complete is."""

import ast
import inspect
from typing import get_args

import pytest
import yaml

from fotfeste.access.policy import MAY, SCOPE, STEP, Role
from fotfeste.jobs import followers, letters
from fotfeste.jobs.notices import WORTH_TELLING
from fotfeste.ledger.codec import NAMES
from fotfeste.letters.compose.filled import STEPS as PLAIN
from fotfeste.letters.content import OF_DECISION, REQUIRED, LetterKind
from fotfeste.office.case_row import STEP_OF
from fotfeste.office.handle import FOLLOWED
from fotfeste.procedures import possible
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.care import commands as care
from fotfeste.procedures.contact import commands as contact
from fotfeste.procedures.handling import commands as handling
from fotfeste.procedures.kinds import PROCEDURES, Kind
from fotfeste.procedures.person import commands as person
from fotfeste.procedures.refusal import RefusalCode
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.procedures.remedy import events as remedy_events
from fotfeste.procedures.remedy.stages import DecisionKind
from fotfeste.procedures.report import commands as report
from fotfeste.rulebook.pack import Steps
from fotfeste.web import refusals, telling
from fotfeste.web.citizen.letters import LETTER_TITLES
from fotfeste.web.citizen.mine_person import PERSON_STEPS
from fotfeste.web.citizen.steps import CITIZEN_STEPS
from fotfeste.web.staff.opening import NEW_CARE, OPENINGS
from fotfeste.web.staff.steps import STEPS
from fotfeste.web.told import told

COMMANDS = frozenset(c for p in PROCEDURES.values() for c in p.commands)
EVENTS = frozenset(e for p in PROCEDURES.values() for e in p.events)
STAGES = {kind: procedure.stages for kind, procedure in PROCEDURES.items()}
DESK = {Role.CASEWORKER, Role.LEADER}
OPENED = frozenset(
    {
        application.RegisterApplication,
        contact.MakeContact,
        report.RegisterReport,
        care.OpenCare,
    }
)
"""What opens a case at the desk, on a page of its own."""
CITIZEN_PAGES = {
    application.SubmitApplication: "web/citizen/apply.py",
    remedy.OpenDecision: "web/citizen/letters.py",
    report.SubmitReport: "web/citizen/reporting.py",
    person.WriteMessage: "web/citizen/mine_person.py",
}
"""What a citizen does that is no step on the page of a case."""


def test_every_command_has_its_roles():
    assert set(MAY) == COMMANDS
    assert all(MAY.values())


def test_exactly_the_commands_of_the_desk_have_a_step():
    desk = {kind for kind, roles in MAY.items() if roles & DESK}
    anywhere = set(PROCEDURES[Kind.PERSON].commands) | set(get_args(handling.Command))
    assert set(STEP) == desk - anywhere
    assert set(STEP.values()) <= set(Steps.__struct_fields__)


def test_a_representative_can_do_what_the_party_can_and_never_more():
    party = {kind for kind, roles in MAY.items() if Role.CITIZEN in roles}
    own = set(PROCEDURES[Kind.PERSON].commands) | {report.SubmitReport}
    assert set(SCOPE) == party - own


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
    assert set(telling.KINDS) == set(Kind)


def test_every_stage_is_told_to_the_party(trees):
    functions = ("_application", "_appeal", "_care", "_others")
    matched = set().union(*(_matched(trees, "web/telling.py", f) for f in functions))
    assert matched - {"contact.Case", "report.Case", "person.Case"} == {
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
        if file.endswith(("/rules.py", "/decide.py", "procedures/refusal.py"))
        or file == "procedures/kinds.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
    }
    assert code.name in said


def test_exactly_the_followed_events_are_handled():
    by_letter = set(letters.LETTERS_OF) - {remedy_events.DecisionMadeAvailable}
    followed = by_letter | set(letters.MAKERS.values()) | set(WORTH_TELLING)
    assert followed | {remedy_events.DecisionMadeAvailable} == FOLLOWED
    assert "DECIDED" in inspect.getsource(followers.follow)
    assert "make_letters" in inspect.getsource(followers.make_decision_available)


def test_every_kind_of_decision_has_its_maker_and_its_letter():
    assert set(letters.MAKERS) == set(OF_DECISION) == set(DecisionKind)


def test_every_letter_is_made_by_one_event():
    made = [kind for kinds in letters.LETTERS_OF.values() for kind in kinds]
    decisions = set(OF_DECISION.values()) - {LetterKind.DECISION}
    reopened = set(letters.REOPENINGS.values()) - {LetterKind.REOPENED}
    assert sorted([*made, *decisions, *reopened]) == sorted(LetterKind)


def test_every_letter_has_what_it_must_say_and_a_title(root):
    assert set(REQUIRED) == set(LETTER_TITLES) == set(LetterKind)
    source = root / "src/fotfeste/letters/texts/nb.yaml"
    texts = yaml.safe_load(source.read_text(encoding="utf-8"))
    assert set(texts["plain"]) == set(PLAIN)
    for kind in LetterKind:
        assert REQUIRED[kind]
        assert (texts["plain"] if kind in PLAIN else texts)[kind]["title"]


def test_every_command_of_the_desk_has_a_step_on_a_page():
    on_the_page = [step.command for step in STEPS]
    assert len(set(on_the_page)) == len(on_the_page)
    desk = {kind for kind, roles in MAY.items() if roles & DESK}
    assert {*on_the_page, *OPENED} == desk
    opened = {opening.command for opening in [*OPENINGS.values(), NEW_CARE]}
    assert opened | {application.RegisterApplication} == OPENED
    assert len({step.key for step in STEPS}) == len(STEPS)


def test_every_command_of_a_citizen_has_a_page(trees):
    citizen = {kind for kind, roles in MAY.items() if Role.CITIZEN in roles}
    listed = [*CITIZEN_STEPS, *PERSON_STEPS]
    steps = [step.command for step in listed]
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
        for file in (
            "procedures/consequences.py",
            "jobs/followers.py",
            "jobs/reminders.py",
            "exchange/sending.py",
        )
        for node in ast.walk(trees[file])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert system <= given


def test_every_clock_has_a_text(trees):
    terms = {
        node.args[0].value
        for file, tree in trees.items()
        if file.startswith("procedures/") and file.endswith("/rules.py")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "clock"
        and isinstance(node.args[0], ast.Constant)
    }
    chosen = {"preliminary-answer", "new-notice"}
    assert set(telling.CLOCKS) == terms | chosen | {""}


@pytest.mark.parametrize("kind", sorted(EVENTS, key=NAMES.__getitem__), ids=NAMES.get)
def test_every_event_has_a_sentence_on_the_timeline(kind):
    title, *_ = told(possible.blank(kind))
    assert title.strip()


def _matched(trees, file, name):
    """Return the classes that a function matches on."""
    [function] = [
        node
        for node in ast.walk(trees[file])
        if isinstance(node, ast.FunctionDef) and node.name == name
    ]
    return {
        ast.unparse(node.cls)
        for node in ast.walk(function)
        if isinstance(node, ast.MatchClass) and isinstance(node.cls, ast.Attribute)
    }

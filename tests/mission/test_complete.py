"""Every row of the mission is held by a test with its id, or is told to come later."""

import ast
import os
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

LATER = {
    "003-06": "dental care: who qualifies, by which rule on which date, and the proof",
    "004-05": "referral to specialised treatment",
    "004-07": "care: follow-up before, during and after treatment",
    "004-08": "individual plan and responsible group",
    "004-12": "treatment pathways and their time limits",
    "004-13": "treatment pathways: pregnancy",
}
"""What no test holds yet, and with which work it comes."""

PARTLY = {
    "004-09": "told; the use of urgent beds comes with care",
}
"""What a test holds in part: the rest comes later."""


@pytest.fixture(scope="module")
def rows():
    """The ids of the mission's rows, in its own order."""
    named = os.environ.get("FOTFESTE_STANDARDS")
    standards = Path(named) if named else ROOT / "../shared/standards"
    file = standards / "../mission/requirements.md"
    if not file.is_file():
        pytest.skip("The mission's rows are not beside FOTFESTE_STANDARDS")
    text = file.read_text(encoding="utf-8")
    return re.findall(r"^\| (\d{3}-\d\d|X-\d\d) \|", text, re.MULTILINE)


@pytest.fixture(scope="module")
def tested():
    """The ids that stand in the name of a test."""
    names = [
        node.name
        for file in sorted(HERE.glob("test_*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    found = [re.match(r"test_(\d{3}|x)_(\d\d)_", name) for name in names]
    return {f"{one[1].upper()}-{one[2]}" for one in found if one}


def test_the_rows_were_found(rows):
    assert len(rows) == len(set(rows)) > 80


def test_every_row_has_a_test_or_comes_later(rows, tested):
    assert [row for row in rows if row not in tested | set(LATER)] == []


def test_no_row_is_both_tested_and_put_off(tested):
    assert tested & set(LATER) == set()


def test_no_test_and_no_promise_is_of_a_row_that_is_not_there(rows, tested):
    assert (tested | set(LATER)) - set(rows) == set()


def test_what_is_held_in_part_is_held(tested):
    assert set(PARTLY) <= tested


def test_each_row_put_off_says_what_it_waits_for():
    assert all(len(reason) > 20 for reason in [*LATER.values(), *PARTLY.values()])

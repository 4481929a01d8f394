"""What the check says of a pack is said in Norwegian, all of it."""

import ast
import re

import pytest
from tests.rulebook.test_faults import CHANGES

from fotfeste.office import installation
from fotfeste.office.edition_check import Lack
from fotfeste.office.editions import State
from fotfeste.office.what_if import What
from fotfeste.rulebook.check import check
from fotfeste.web.staff.catalogue.looking import _BOTH_WAYS
from fotfeste.web.staff.catalogue.words import _patterns, in_norwegian, words

OF_PACKS = ("check_packs", "check_promises", "check_decisions", "check_municipalities",
            "extending", "values", "yaml_source", "reading")  # fmt: skip


def said_by(tree):
    """Yield the texts that a module makes problems of, with x for what is put in."""
    for node in ast.walk(tree):
        name = (
            getattr(node.func, "attr", getattr(node.func, "id", ""))
            if isinstance(node, ast.Call)
            else ""
        )
        if name in {"problem", "Problem", "SourceFaultError"}:
            yield [text for one in node.args[-2:] if (text := _text(one))]


def _text(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            p.value if isinstance(p, ast.Constant) else "7" for p in node.values
        )
    return ""


@pytest.mark.parametrize("module", OF_PACKS)
def test_every_sentence_of_the_check_of_packs_has_its_norwegian(trees, module):
    tree = trees[f"rulebook/{module}.py"]
    everything = [pattern for pairs in _patterns().values() for pattern, _ in pairs]
    for texts in said_by(tree):
        for text in texts:
            if text == "7 in 7":
                continue  # what msgspec says: see below
            assert any(p.fullmatch(text) for p in everything), text


@pytest.fixture(scope="module")
def trees(root):
    folder = root / "src/fotfeste"
    return {
        f"rulebook/{m}.py": ast.parse((folder / f"rulebook/{m}.py").read_text("utf-8"))
        for m in OF_PACKS
    }


@pytest.fixture(scope="module")
def root():
    return installation._folder().parent


OWN = {name: c for name, c in CHANGES.items() if c[0][0].startswith("municipalities/")}


@pytest.mark.parametrize("name", OWN)
def test_every_fault_of_a_pack_we_know_is_said_in_norwegian(name):
    file, old, new = OWN[name][0]
    texts = dict(installation.folder_texts())
    texts[file] = texts[file].replace(old, new)
    problems = [
        p for p in check(texts).problems if p.file.startswith("municipalities/")
    ]
    assert problems
    for fault, problem in zip(in_norwegian(problems), problems, strict=True):
        if "scenarios" not in problem.file and "scenarios" not in file:
            assert fault.said, problem


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("second_person: false", "second_person: 3"),
        ("service: Rustjenesten", "service: 3"),
        ("service: Rustjenesten\n", ""),
        ("  - kind: online", "  - kind: radio"),
        ("price: Tjenesten er gratis.", "price: ['x']"),
        ("law: [hol § 3-1, hol § 3-2, pbrl § 3-1]", "law: [3]"),
        ("law: [hol § 3-1, hol § 3-2, pbrl § 3-1]", "law: [hol]"),
        ("updated: 2026-11-22", "updated: i går"),
        ("age_from: 18", "age_from: atten"),
        ("values: [Respekt, Ansvar, Redelighet]", "values: Respekt"),
        ("values: [Respekt, Ansvar, Redelighet]", "promises: [{id: appeal, value: 4 uker, text: To}]"),
        ("values: [Respekt, Ansvar, Redelighet]", "theme: {accent: rød, accent_dark: blå}"),
    ],
)  # fmt: skip
def test_what_is_of_the_wrong_kind_is_said_in_norwegian(line, wrong):
    file = "municipalities/raelingen/2020-01-01.yaml"
    texts = dict(installation.folder_texts())
    assert line in texts[file]
    texts[file] = texts[file].replace(line, wrong, 1)
    faults = in_norwegian(check(texts).problems)
    assert faults and all(fault.said for fault in faults), check(texts).problems


def test_what_we_have_no_norwegian_for_is_told_as_it_is():
    from fotfeste.rulebook.documents import Problem

    (fault,) = in_norwegian([Problem("x", 3, "Something else", "Do it")])
    assert not fault.said
    assert (fault.line, fault.what, fault.todo) == (3, "Something else", "Do it")


def test_every_state_refusal_and_change_has_its_words():
    assert set(words()["states"]) == {*State, "file"}
    assert set(words()["refused"]) == set(Lack)
    told = {
        f"{_BOTH_WAYS[what]}_{way}" for what in _BOTH_WAYS for way in ("new", "gone")
    }
    alone = {what.value for what in What if what not in _BOTH_WAYS}
    assert set(words()["what_if"]) == told | alone | {"none"}


def test_everything_that_is_done_has_its_word():
    source = (
        installation._folder().parent / "src/fotfeste/office/editions.py"
    ).read_text("utf-8")
    assert set(re.findall(r'_done\(\s*"([a-z-]+)"', source)) == set(words()["done"])


def test_a_period_is_said_as_periods_are():
    from fotfeste.rulebook.documents import Problem

    what = (
        "Note: the published text says 3 weeks to appeal (Siden); the law gives 4 weeks"
    )
    (fault,) = in_norwegian([Problem("x", 3, what, "Do it")])
    assert (
        fault.what == "Det trykte sier tre uker. Loven gir fire uker, og loven gjelder."
    )

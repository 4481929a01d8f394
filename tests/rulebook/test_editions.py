"""Editions laid over the folder, written with as little new as can be, and compared."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from msgspec import structs

from fotfeste.office.installation import texts_in
from fotfeste.rulebook.check import check
from fotfeste.rulebook.comparing import Difference, differences
from fotfeste.rulebook.editions import Edition, about, laid_over
from fotfeste.rulebook.readability import lix
from fotfeste.rulebook.writing import NOTHING, own_part, with_changes
from fotfeste.rulebook.yaml_source import parse

ROOT = Path(__file__).resolve().parents[2] / "rulebook"
TEXTS = texts_in(ROOT)
FOLLO = "municipalities/nordre-follo/2020-01-01.yaml"


def edition(day, file=FOLLO):
    text = with_changes(TEXTS[file], {"valid_from": day, "valid_to": NOTHING})
    return Edition(file.split("/")[1], day, text)


def packs(*editions):
    texts = laid_over(TEXTS, editions)
    result = check(texts, editions=[one.file for one in editions])
    assert result.problems == []
    return [(p.valid_from, p.valid_to) for p in result.rulebook.packs["nordre-follo"]]


def test_an_edition_ends_where_a_file_of_the_folder_begins():
    assert packs(edition(date(2023, 1, 1))) == [
        (date(2020, 1, 1), date(2022, 12, 31)),
        (date(2023, 1, 1), date(2024, 6, 30)),
        (date(2024, 7, 1), None),
    ]


def test_editions_follow_each_other():
    assert packs(edition(date(2027, 1, 1)), edition(date(2028, 1, 1))) == [
        (date(2020, 1, 1), date(2024, 6, 30)),
        (date(2024, 7, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 12, 31)),
        (date(2028, 1, 1), None),
    ]


def test_files_of_the_folder_that_overlap_are_a_fault_as_ever():
    texts = laid_over(TEXTS, [edition(date(2027, 1, 1))])
    assert "overlaps" in check(texts).problems[0].what


def test_an_edition_after_the_last_day_of_a_municipality_is_a_fault():
    late = edition(date(2027, 1, 1), "municipalities/oppegard/2012-01-01.yaml")
    found = check(laid_over(TEXTS, [late]), editions=[late.file]).problems
    assert any("A period is missing" in one.what for one in found)


@pytest.mark.parametrize(
    ("municipality", "others"),
    [("raelingen", set()), ("eksempel", {"standard"}), ("oppegard", {"nordre-follo"})],
)
def test_a_check_rests_on_the_nation_and_on_what_is_built_on(municipality, others):
    own = about(TEXTS, municipality)
    folders = {f.split("/")[1] for f in own if f.startswith("municipalities/")}
    assert folders == {municipality} | others
    assert check(own).problems == []
    assert not any(file.endswith("scenarios.yaml") for file in own)


@pytest.mark.parametrize("file", [f for f in TEXTS if f.startswith("municipalities/")])
def test_every_key_written_anew_says_the_same(file):
    data = parse(TEXTS[file])[0]
    for key, value in data.items():
        assert parse(with_changes(TEXTS[file], {key: value}))[0] == data, key


def test_only_what_is_changed_is_written_anew():
    before = "# Head\na: 1\n# About b\nb: # inside\n  - x\n\n# About c\nc: 3\n"
    assert with_changes(before, {"b": ["y"]}) == (
        "# Head\na: 1\n# About b\nb: [y]\n\n# About c\nc: 3\n"
    )
    assert with_changes(before, {"a": NOTHING, "d": 4}) == (
        "# Head\n# About b\nb: # inside\n  - x\n\n# About c\nc: 3\nd: 4\n"
    )


@pytest.mark.parametrize(
    "odd", ['{a: 1, "b": [x]}', '"a": 1\n"b":\n- x\n', "a: 1\nb: |\n  # x\n"]
)
def test_whatever_the_file_looks_like_it_says_what_is_wanted(odd):
    assert parse(with_changes(odd, {"a": "2", "c": [1]}))[0] == {
        **yaml.safe_load(odd), "a": "2", "c": [1],
    }  # fmt: skip


BASE = [{"id": "a", "name": "A", "note": "n"}, {"id": "b", "name": "B"}]


@pytest.mark.parametrize(
    ("base", "wanted", "own"),
    [
        (NOTHING, "x", "x"),
        ("x", "x", NOTHING),
        ("x", "y", "y"),
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, {"b": 3}),
        ({"a": 1, "b": 2}, {"a": 1}, {"b": None}),
        (BASE, BASE, NOTHING),
        (BASE, BASE[:1], [{"id": "b", "remove": True}]),
        (BASE, [*BASE, {"id": "c"}], [{"id": "c"}]),
        (BASE, [{"id": "a", "name": "A", "note": "m"}, BASE[1]], [{"id": "a", "note": "m"}]),
        (["x"], [], []),
    ],
)  # fmt: skip
def test_a_file_says_only_what_its_base_does_not(base, wanted, own):
    assert own_part(base, wanted) == own


def test_differences_are_told_by_thing_and_field(book):
    pack = book.packs["raelingen"][0]
    first = structs.replace(pack.offers[0], price="Litt")
    other = structs.replace(
        pack, offers=[first, *pack.offers[2:]], valid_from=date(2027, 1, 1), values=[]
    )
    found = differences(pack, other)
    assert [one.path for one in found] == [
        ("offers", "oppfolging", "price"), ("offers", "samtaler"), ("values",),
    ]  # fmt: skip
    assert found[0] == Difference(("offers", "oppfolging", "price"), "Gratis", "Litt")
    assert found[1].after is None
    assert differences(pack, pack) == []


@pytest.mark.parametrize(
    ("text", "index"),
    [("", 0), ("...", 0), ("Du kan klage. Vi hjelper deg.", 20), ("Ord", 1)],
)
def test_readability_is_counted_of_whatever_is_written(text, index):
    assert lix(text) == index

"""YAML that remembers its lines, and rubbish that never brings the check down."""

from datetime import date

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fotfeste.rulebook import yaml_source
from fotfeste.rulebook.check import check
from fotfeste.rulebook.yaml_source import SourceFaultError, parse


def test_every_part_remembers_its_line():
    data, lines = parse("a: 1\nb:\n  - c: x\n    d: 2020-02-29\n  - 5\n")
    assert data == {"a": 1, "b": [{"c": "x", "d": date(2020, 2, 29)}, 5]}
    assert lines[("a",)] == 1
    assert lines[("b",)] == 2
    assert lines[("b", 0)] == 3
    assert lines[("b", 0, "d")] == 4


def test_an_empty_text_holds_nothing():
    assert parse("")[0] is None
    assert parse("# only a comment\n")[0] is None


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb: [1\n", 3, "not YAML"),
        ("a: 1\n\tb: 2\n", 2, "not YAML"),
        ("a: 1\na: 2\n", 2, "twice"),
        ("a:\n  b: 1\n  b: 2\n", 3, "twice"),
        ("a: 1\nb: 2026-02-30\n", 2, "does not exist"),
        ("a: 1\n2: b\n", 2, "must be a word"),
        ("a: 1\n? [b]\n: c\n", 2, "must be a word"),
        ("a: 1\nb: !!python/name:os.system x\n", 2, "plain value"),
        ("a: 1\nb: !!binary aGVp\n", 2, "plain value"),
        ("a: 1\nb: \x00\n", 2, "not text"),
    ],
)
def test_a_fault_says_its_line_and_what_to_do(text, line, says):
    with pytest.raises(SourceFaultError) as caught:
        parse(text)
    assert caught.value.line == line
    assert says in caught.value.what
    assert caught.value.todo


@pytest.fixture(params=["libyaml", "Python"])
def either_loader(request, monkeypatch):
    """Read with libyaml, and again without."""
    if request.param == "Python":
        monkeypatch.setattr(yaml_source, "_LOADER", yaml.SafeLoader)
    elif not yaml.__with_libyaml__:
        pytest.skip("libyaml is not here")


@pytest.mark.usefixtures("either_loader")
@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb: !!timestamp x", 2, "tag"),
        ("a: 1\nb: !!bool x", 2, "tag"),
        ("a: 1\nb: !!int ''", 2, "tag"),
        ("a: 1\nb: !!str x", 2, "tag"),
        ("a: 1\nb: ! x", 2, "tag"),
        ("a: 1\n!!str b: x", 2, "tag"),
        ("!!map {a: 1}", 1, "tag"),
        ("a:\n- 1\n- !!set {x}", 3, "tag"),
        ("a: &x [*x]", 1, "anchor"),
        ("a: 1\nb: &x 1\nc: *x", 2, "anchor"),
        ("a: 1\n&x b: 1", 2, "anchor"),
        ("a: 1\nb: *x", 2, "anchor"),
        ("a: 1\n*x : 1", 2, "anchor"),
        ("a: 1\nb:\n  <<: {c: 1}", 3, "plain value"),
        ("a: 1\nb: [\n" + "[" * 3000, 3, "nested"),
        ("a:\n- " + "- " * 3000, 2, "nested"),
        ("{a: " * 3000, 1, "nested"),
        ("a: 1\nb: 9999-12-31", 2, "year"),
        ("a: 1\nb: 0001-01-01", 2, "year"),
        ("a: 1\nb: 2026-01-01 10:00:00", 2, "plain value"),
        ("a: 1\n---\nb: 1\n", 3, "second document"),
        ("a: 1\nb: \ufffd\n", 2, "not text"),
    ],
)
def test_what_a_jurist_cannot_read_is_refused_with_its_line(text, line, says):
    with pytest.raises(SourceFaultError) as caught:
        parse(text)
    assert says in caught.value.what
    assert caught.value.line == line
    assert caught.value.todo


@pytest.mark.usefixtures("either_loader")
def test_signs_in_quotes_are_text():
    assert parse("a: '!x'\nb: '&x'\nc: \"*x\"\n")[0] == {
        "a": "!x",
        "b": "&x",
        "c": "*x",
    }


def test_both_ways_of_reading_tell_the_same_lines(original_texts, monkeypatch):
    told = {file: parse(text) for file, text in original_texts.items()}
    monkeypatch.setattr(yaml_source, "_LOADER", yaml.SafeLoader)
    assert told == {file: parse(text) for file, text in original_texts.items()}


_FILES = st.sampled_from(
    [
        "municipalities/standard/2025-01-06.yaml",
        "municipalities/eksempel/2025-01-06.yaml",
        "municipalities/eksempel/municipality.yaml",
        "national/acts.yaml",
        "national/appeal-routes/2012-01-01.yaml",
        "national/forvaltningsloven/1995-04-01.yaml",
        "national/guidance/2026-01-01.yaml",
        "national/holidays/1995-02-24.yaml",
        "national/names.yaml",
        "national/domstolloven/scenarios.yaml",
    ]
)
_SPANNERS = [
    *("", "null", "[]", "{}", "- ", ": ", "\n", "\t", "§", "id: x", "remove: true"),
    *("0001-01-01", "9999-12-31", "2020-13-01", "1e999", ".nan", "0o9", "1:70"),
    *("0001-01-01 00:00:00", "&a", "*a", "!!int 1", "[" * 20, "promises: []\n"),
    *("extends: eksempel/2025-01-06", "extends: {}\n", "- {id: 1}\n", "<<: {a: 1}"),
]
_RUBBISH = st.one_of(st.text(max_size=12), st.sampled_from(_SPANNERS))


@st.composite
def _changes(draw):
    """Return a way of spoiling a text: a part of it becomes something else."""
    start, length = draw(st.floats(0, 1)), draw(st.integers(0, 40))
    rubbish = draw(_RUBBISH)
    whole_line = draw(st.booleans())

    def change(text):
        at = int(start * len(text))
        if whole_line:
            at = text.rfind("\n", 0, at) + 1
            value = text.find(": ", at)
            end = text.find("\n", at)
            if at <= value < end:
                return text[: value + 2] + rubbish + text[end:]
        return text[:at] + rubbish + text[at + length :]

    return change


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(file=_FILES, changes=st.lists(_changes(), min_size=1, max_size=2))
def test_no_change_to_a_file_brings_the_check_down(original_texts, file, changes):
    small = {
        name: text
        for name, text in original_texts.items()
        if name.startswith("national/") or "/standard/" in name or "/eksempel/" in name
    }
    for change in changes:
        small[file] = change(small[file])
    checked = check(small)
    assert (checked.rulebook is None) == bool(checked.problems)
    for problem in checked.problems:
        assert problem.line >= 1
        assert problem.what
        assert problem.todo

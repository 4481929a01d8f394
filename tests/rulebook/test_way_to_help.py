"""The way to help: every path ends at a door, and everyday words lead somewhere."""

from datetime import date
from itertools import product

import pytest

from fotfeste.rulebook.check import check
from fotfeste.rulebook.way_to_help import Door

TODAY = date(2026, 11, 22)
WAY = "national/way-to-help/2026-01-01.yaml"
EVERYDAY = "national/everyday-words/2026-01-01.yaml"


@pytest.fixture
def way(book):
    return book.way_to_help(TODAY)


def paths(way):
    keys = [question.id for question in way.questions]
    for path in product(*([a.id for a in q.answers] for q in way.questions)):
        yield dict(zip(keys, path, strict=True))


def test_there_are_six_short_questions_at_most(way):
    assert len(way.questions) <= 6
    assert all(len(question.ask) < 50 for question in way.questions)


def test_every_path_ends_at_a_door_that_is_there_in_every_municipality(way):
    sure = [door for door in way.doors if not door.topic]
    for answers in paths(way):
        assert any(door.is_open(answers) for door in sure), answers


def test_an_answer_only_shuts_doors(way):
    """So whatever is left unanswered, a door is open."""
    assert all(door.is_open({}) for door in way.doors)


def test_who_is_in_danger_sees_only_whom_to_call(way):
    open_doors = [d.id for d in way.doors if d.is_open({"urgent": "danger"})]
    assert open_doors == ["emergency", "overdose", "violence"]


def test_nobody_is_shut_out_by_age_or_place(way):
    for answers in paths(way):
        if answers["urgent"] == "waits":
            doors = {door.id for door in way.doors if door.is_open(answers)}
            assert doors & {"service", "other-municipality"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("line: police", "line: pollice", "no line «pollice»"),
        ("guidance: inpatient", "guidance: hotel", "no guidance «hotel»"),
        ("topic: kin", "topic: pets", "no topic «pets»"),
        ("when: {whom: [me]", "when: {whom: [mee]", "no answer to a question"),
        ("    page: help-now\n", "", "leads to 0 places"),
        ("    line: police\n", "    line: police\n    page: apply\n", "leads to 2"),
    ],
)
def test_a_door_that_leads_nowhere_is_refused(texts, spoiled, old, new, told):
    problems = check(spoiled(texts, WAY, old, new)).problems
    assert any(told in problem.what for problem in problems), problems


def test_a_path_that_ends_at_no_door_is_refused(texts):
    texts = {**texts, WAY: texts[WAY].replace("urgent: [danger]", "urgent: [waits]")}
    [problem] = check(texts).problems
    assert "No door is open" in problem.what and "danger" in problem.what


def test_an_offer_names_topics_that_are_there(texts, spoiled):
    pack = "municipalities/raelingen/2020-01-01.yaml"
    problems = check(spoiled(texts, pack, "topics: [opioids]", "topics: [op]")).problems
    assert "«op» is no topic" in problems[0].what


def test_every_offer_can_be_found_by_an_everyday_word(book):
    for packs in book.packs.values():
        for offer in packs[-1].offers:
            assert offer.topics, offer.name


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("hasj", "cannabis"), ("Hasjj", "cannabis"), ("spill", "gambling"),
        ("gravid", "pregnancy"), ("gravvid", "pregnancy"), ("GRAVID?", "pregnancy"),
        ("sønnen min drikker", "kin"), ("sønnen min drikker", "alcohol"),
        ("alkohl", "alcohol"), ("bostedslos", "housing"), ("sobrill", "pills"),
        ("min mann", "kin"), ("behandlinger", "treatment"), ("redd!", "talk"),
    ],
)  # fmt: skip
def test_everyday_words_lead_somewhere_also_misspelt(book, asked, topic):
    assert topic in book.everyday_words(TODAY).about(asked)


@pytest.mark.parametrize(
    "asked", ["fugl", "", " ", "xyzzy", "123", "محمد", "🙂", "a" * 99]
)
def test_what_is_far_from_every_word_leads_nowhere(book, asked):
    assert book.everyday_words(TODAY).about(asked) == []


def test_a_door_fits_until_an_answer_says_otherwise():
    door = Door(id="a", title="", text="", line="b", when={"age": ["under"]})
    assert door.is_open({}) and door.is_open({"age": "under"})
    assert not door.is_open({"age": "over"})

"""The check of a rulebook as a whole: what it takes, what it refuses, what it notes."""

import pytest

from fotfeste.rulebook.check import check

ENEBAKK = "municipalities/enebakk/2017-08-02.yaml"
RAELINGEN = "municipalities/raelingen/2020-01-01.yaml"
EKSEMPEL = "municipalities/eksempel/2025-01-06.yaml"
PBRL = "national/pasient-og-brukerrettighetsloven/2012-01-01.yaml"
HOLIDAYS = "national/holidays/1995-02-24.yaml"
NAMES = "national/names.yaml"
ROUTES = "national/appeal-routes/2012-01-01.yaml"


def test_the_real_rulebook_has_no_problems(texts):
    checked = check(texts)
    assert checked.problems == []
    assert checked.rulebook is not None


def test_a_note_names_the_three_weeks_of_enebakk_with_file_and_line(texts, line_of):
    [note] = [note for note in check(texts).notes if note.file == ENEBAKK]
    assert note.line == line_of(texts[ENEBAKK], "value: 3 weeks")
    assert "3 weeks" in note.what
    assert "4 weeks" in note.what
    assert note.todo


def test_a_municipality_that_prints_no_period_gets_no_note(texts):
    assert {note.file for note in check(texts).notes} == {
        ENEBAKK,
        "municipalities/standard/2025-01-06.yaml",
    }


def test_a_promise_of_less_time_to_appeal_than_the_law_is_refused(
    texts, line_of, the_problem
):
    promise = (
        "promises:\n  - id: appeal\n    value: 3 weeks\n    text: Du har tre uker.\n"
    )
    texts[RAELINGEN] += promise
    found = the_problem(
        texts, RAELINGEN, line_of(texts[RAELINGEN], "    value: 3 weeks")
    )
    assert "4 weeks" in found.what
    assert "published" in found.todo


def test_a_promise_of_more_time_to_appeal_than_the_law_is_taken(texts):
    texts[RAELINGEN] += (
        "promises:\n  - id: appeal\n    value: 6 weeks\n    text: Du har seks uker.\n"
    )
    assert check(texts).problems == []


def test_a_file_must_be_named_by_the_day_it_holds_from(texts, line_of, the_problem):
    wrong = "municipalities/raelingen/2020-01-02.yaml"
    texts[wrong] = texts.pop(RAELINGEN)
    found = the_problem(texts, wrong, line_of(texts[wrong], "valid_from: 2020-01-01"))
    assert "2020-01-01.yaml" in found.todo


@pytest.mark.parametrize(
    "file",
    [
        "notes.yaml",
        "national/holiday.yaml",
        "municipalities/raelingen/2020.yaml",
        "municipalities/Rælingen/2020-01-01.yaml",
        "municipalities/2020-01-01.yaml",
    ],
)
def test_a_file_that_has_no_place_in_a_rulebook_is_refused(texts, file, the_problem):
    texts[file] = "valid_from: 2020-01-01\n"
    assert "no place" in the_problem(texts, file, 1).what


@pytest.mark.parametrize("empty", ["", "\n\n", "# Nothing yet\n", "- a list\n"])
def test_an_empty_file_is_refused(texts, empty):
    texts[RAELINGEN] = empty
    assert check(texts).rulebook is None
    [found] = [p for p in check(texts).problems if p.file == RAELINGEN]
    assert found.line >= 1
    assert "empty" in found.what
    assert found.todo


def test_a_municipality_without_a_pack_is_refused(texts, the_problem):
    del texts[RAELINGEN]
    found = the_problem(texts, "municipalities/raelingen/municipality.yaml", 1)
    assert "no pack" in found.what


def test_a_pack_without_a_municipality_is_refused(texts, the_problem):
    del texts["municipalities/raelingen/municipality.yaml"]
    assert "municipality.yaml" in the_problem(texts, RAELINGEN, 1).what


@pytest.mark.parametrize("file", ["national/acts.yaml", NAMES, HOLIDAYS, ROUTES])
def test_a_rulebook_without_a_national_file_is_refused(texts, file):
    del texts[file]
    checked = check(texts)
    assert checked.rulebook is None
    assert all(problem.what and problem.todo for problem in checked.problems)


def test_nothing_at_all_is_no_rulebook():
    checked = check({})
    assert checked.rulebook is None
    assert checked.problems


def test_every_problem_of_a_rulebook_is_told_at_once(texts, spoiled):
    broken = spoiled(texts, PBRL, "value: 4 weeks", "value: 4 fortnights")
    broken = spoiled(broken, RAELINGEN, "age_from: 18", "age: 18")
    assert {p.file for p in check(broken).problems} >= {PBRL, RAELINGEN}


def test_problems_come_in_the_order_of_files_and_lines(texts, spoiled):
    broken = spoiled(texts, PBRL, "value: 4 weeks", "value: 4 fortnights")
    broken = spoiled(broken, RAELINGEN, "age_from: 18", "age: 18")
    places = [(p.file, p.line) for p in check(broken).problems]
    assert places == sorted(places)


def test_another_text_is_another_fingerprint(texts):
    before = check(texts).rulebook.digest
    texts[RAELINGEN] += "# one more word\n"
    assert check(texts).rulebook.digest != before


def test_a_municipality_without_a_name_is_refused(texts, the_problem):
    file = "municipalities/eksempel/municipality.yaml"
    texts[file] = "identities: []\nmade_up: true\n"
    assert "no name" in the_problem(texts, file, 1).what


def test_a_problem_says_its_place_what_is_wrong_and_what_to_do(texts, line_of, spoiled):
    broken = spoiled(texts, EKSEMPEL, "  - id: kommunen", "  - id: komunen")
    [problem] = check(broken).problems
    line = line_of(broken[EKSEMPEL], "  - id: komunen")
    assert str(problem) == (
        f"{EKSEMPEL}:{line}: «komunen» is not among the units of the base."
        " Choose among kommunen, or take the lines away."
    )

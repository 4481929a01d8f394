"""Instruments: a sum by the manual, an indication, and no sum where an answer lacks."""

from datetime import date
from itertools import product

import pytest
from scripts.spelling.lix import ended, lix

from fotfeste.rulebook.book import NoRuleInForceError
from fotfeste.rulebook.check import check
from fotfeste.rulebook.languages import texts_of
from fotfeste.rulebook.scoring import Incomplete, Indication, scored, unanswered

TODAY = date(2026, 11, 22)
AUDIT = "national/instruments/audit/2001-01-01.yaml"
DUDIT = "national/instruments/dudit/2008-01-01.yaml"
IPLOS = "national/instruments/iplos/2010-01-01.yaml"


@pytest.fixture
def audit(book):
    return book.instrument("audit", TODAY)


@pytest.fixture
def dudit(book):
    return book.instrument("dudit", TODAY)


@pytest.fixture
def iplos(book):
    return book.instrument("iplos", TODAY)


def adding_to(instrument, total):
    """Answers that give the sum, on as few items as can be."""
    answers = {}
    for item in instrument.items:
        answers[item.id] = max(p for p in item.points if p <= total)
        total -= answers[item.id]
    assert total == 0
    return answers


def result(instrument, scale, answers, gender="man", age=40):
    found = {one.scale.id: one for one in scored(instrument, answers, gender, age)}
    return found[scale]


def reached(indication):
    return {mark.cutoffs[0].mark: mark.reached for mark in indication.marks}


# --- points ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "by_item"),
    [
        ("audit", {**dict.fromkeys("12345678", 4), "9": 2, "10": 2}),
        ("dudit", {**dict.fromkeys("123456789", 4), "10": 2, "11": 2}),
    ],
)
def test_each_item_takes_the_points_of_the_manual_and_no_other(book, key, by_item):
    """Four steps of one point, or (the last two) of two; 0 and 4 are the ends."""
    instrument = book.instrument(key, TODAY)
    assert [item.id for item in instrument.items] == list(by_item)
    for item, step in by_item.items():
        right = {0, 1, 2, 3, 4} if step == 4 else {0, 2, 4}
        taken = {points for points in range(-1, 10) if instrument.accepts(item, points)}
        assert taken == right, item


def test_an_item_that_is_not_there_takes_nothing(audit):
    assert not audit.accepts("11", 0)


@pytest.mark.parametrize(
    ("key", "scale", "most"),
    [("audit", "audit", 40), ("audit", "audit-c", 12), ("dudit", "dudit", 44)],
)
def test_the_sum_goes_from_nothing_to_the_manuals_maximum(book, key, scale, most):
    instrument = book.instrument(key, TODAY)
    for pick, total in ((min, 0), (max, most)):
        answers = {item.id: pick(item.points) for item in instrument.items}
        assert result(instrument, scale, answers).total == total


def test_each_item_counts_in_the_sum_with_its_own_points(audit, dudit):
    for instrument, scale in ((audit, "audit"), (dudit, "dudit")):
        none = {item.id: 0 for item in instrument.items}
        for item in instrument.items:
            for points in item.points:
                answers = {**none, item.id: points}
                assert result(instrument, scale, answers).total == points


# --- incomplete --------------------------------------------------------------------


def test_no_sum_is_made_where_an_answer_lacks(audit, dudit):
    for instrument, scale in ((audit, "audit"), (dudit, "dudit")):
        whole = adding_to(instrument, 20)
        for item in instrument.items:
            answers = {k: v for k, v in whole.items() if k != item.id}
            found = result(instrument, scale, answers)
            assert isinstance(found, Incomplete) and not found.is_complete
            assert [lacking.id for lacking in found.missing] == [item.id]
            assert not hasattr(found, "total")


def test_audit_c_is_the_first_three_and_needs_no_more(audit):
    found = scored(audit, {"1": 4, "2": 0, "3": 1}, "woman", None)
    whole, short = found
    assert isinstance(whole, Incomplete) and len(whole.missing) == 7
    assert isinstance(short, Indication) and short.total == 5
    assert reached(short) == {"risk": True}


# --- cut-offs ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gender", "total", "is_risk"),
    [("man", 7, False), ("man", 8, True), ("woman", 5, False), ("woman", 6, True)],
)
def test_audit_has_a_cut_off_for_each_gender(audit, gender, total, is_risk):
    found = result(audit, "audit", adding_to(audit, total), gender)
    assert reached(found) == {"risk": is_risk, "high": False, "dependence": False}


@pytest.mark.parametrize("gender", ["man", "woman", ""])
@pytest.mark.parametrize(
    ("total", "high", "dependence"),
    [(15, False, False), (16, True, False), (19, True, False), (20, True, True)],
)
def test_audit_is_high_from_16_and_dependence_from_20(
    audit, gender, total, high, dependence
):
    found = reached(result(audit, "audit", adding_to(audit, total), gender))
    assert (found["high"], found["dependence"]) == (high, dependence)


@pytest.mark.parametrize(
    ("gender", "total", "is_risk"),
    [("man", 3, False), ("man", 4, True), ("woman", 2, False), ("woman", 3, True)],
)
def test_audit_c_has_a_cut_off_for_each_gender(audit, gender, total, is_risk):
    found = result(audit, "audit-c", adding_to(audit, total), gender)
    assert reached(found) == {"risk": is_risk}
    assert not found.marks[0].is_sure, "nobody has checked it: the page must say so"


@pytest.mark.parametrize(
    ("gender", "age", "cutoff"),
    [
        ("man", 16, 7), ("man", 25, 7), ("man", 26, 6), ("man", 80, 6),
        ("woman", 16, 3), ("woman", 25, 3), ("woman", 26, 2), ("woman", 80, 2),
    ],
)  # fmt: skip
def test_dudit_has_its_own_cut_offs_from_16_to_25_years(dudit, gender, age, cutoff):
    for total in (cutoff - 1, cutoff):
        found = result(dudit, "dudit", adding_to(dudit, total), gender, age)
        assert reached(found) == {"risk": total == cutoff, "dependence": False}


def test_dudit_has_no_cut_off_for_the_youngest(dudit):
    found = result(dudit, "dudit", adding_to(dudit, 10), "woman", 15)
    assert "risk" not in reached(found)


@pytest.mark.parametrize(("total", "is_reached"), [(24, False), (25, True)])
def test_dudit_may_be_dependence_from_25_for_all(dudit, total, is_reached):
    for gender, age in product(("man", "woman", ""), (20, 40, None)):
        found = result(dudit, "dudit", adding_to(dudit, total), gender, age)
        assert reached(found)["dependence"] is is_reached


def test_what_nobody_has_told_is_not_guessed(audit, dudit):
    """The gender is asked, and where it is not told, the sum says so by itself."""
    depends = result(audit, "audit", adding_to(audit, 7), "")
    assert reached(depends)["risk"] is None
    assert {c.at_least for c in depends.marks[0].cutoffs} == {6, 8}
    for total, answer in ((5, False), (8, True)):
        found = result(audit, "audit", adding_to(audit, total), "")
        assert reached(found)["risk"] is answer
    young = result(dudit, "dudit", adding_to(dudit, 6), "man", None)
    assert reached(young)["risk"] is None
    assert reached(result(dudit, "dudit", adding_to(dudit, 7), "man", None))["risk"]


@pytest.mark.parametrize(
    ("total", "zone"),
    [(0, "one"), (7, "one"), (8, "two"), (15, "two"), (16, "three"), (19, "three"),
     (20, "four"), (40, "four")],
)  # fmt: skip
def test_the_zones_of_who(audit, total, zone):
    assert result(audit, "audit", adding_to(audit, total)).zone.id == zone


def test_every_sum_has_one_zone_and_says_by_which_manual(audit):
    for total in range(0, 41, 2):
        found = result(audit, "audit", adding_to(audit, total))
        assert found.zone is not None and "WHO" in found.source


# --- function ----------------------------------------------------------------------


def test_function_is_never_added_up(iplos):
    """Levels have no sum and no mean, whatever is answered."""
    answers = {item.id: 3 for item in iplos.items}
    assert scored(iplos, answers, "man", 40) == ()
    assert iplos.scales == []


def test_function_has_five_levels_and_not_relevant(iplos):
    for item in iplos.items:
        taken = [points for points in range(11) if iplos.accepts(item.id, points)]
        assert taken == [1, 2, 3, 4, 5, 9]
        assert all(iplos.meaning(points) for points in taken)


def test_what_is_not_known_of_function_is_said(iplos):
    assert len(iplos.items) == 17 and iplos.items_in_all == 20
    assert "17" in iplos.note and "samlemålet" in iplos.note.lower()
    assert {item.confidence for item in iplos.items} == {"unverified"}


def test_what_is_not_scored_is_listed(iplos):
    answers = {"sight": 9, "cooking": 2}
    left = [item.id for item in unanswered(iplos, answers)]
    assert len(left) == 15 and not set(left) & set(answers)


# --- days --------------------------------------------------------------------------


def test_an_instrument_holds_from_the_day_of_its_edition(book):
    assert book.instrument("dudit", date(2008, 1, 1)).name == "DUDIT"
    with pytest.raises(NoRuleInForceError, match="dudit"):
        book.instrument("dudit", date(2007, 12, 31))
    assert set(book.instruments_on(date(2007, 12, 31))) == {"audit"}
    assert set(book.instruments_on(TODAY)) == {"audit", "dudit", "iplos"}


def test_a_new_edition_counts_from_its_day_and_the_old_before_it(texts):
    """A later cut-off changes nothing of what was scored before it."""
    old = texts[DUDIT].replace(
        "valid_from: 2008-01-01", "valid_from: 2008-01-01\nvalid_to: 2026-12-31"
    )
    new = texts[DUDIT].replace("valid_from: 2008-01-01", "valid_from: 2027-01-01")
    new = new.replace(
        "at_least: 6, gender: man, age_from: 26",
        "at_least: 5, gender: man, age_from: 26",
    )
    book = check({**texts, DUDIT: old, DUDIT.replace("2008", "2027"): new}).rulebook
    for day, answer in ((date(2026, 12, 31), False), (date(2027, 1, 1), True)):
        edition = book.instrument("dudit", day)
        found = result(edition, "dudit", adding_to(edition, 5))
        assert reached(found)["risk"] is answer


# --- the check ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (AUDIT, "maximum: 40", "maximum: 41", "give 40 at the most, not 41"),
        (AUDIT, 'name: Hvor ofte, points: [0, 1', 'name: Hvor ofte, points: [1, 0', "do not rise"),
        (AUDIT, 'name: Hvor ofte, points: [0, 1, 2, 3, 4]', 'name: Hvor ofte, points: []', "do not rise"),
        (AUDIT, 'items: ["1", "2", "3"]', 'items: ["1", "2", "12"]', "items that are not here"),
        (AUDIT, 'items: ["1", "2", "3"]', 'items: ["1", "2", "2"]', "or one twice"),
        (AUDIT, "at_least: 8, at_most: 15", "at_least: 9, at_most: 15", "should begin at 8"),
        (AUDIT, "at_least: 20, at_most: 40", "at_least: 20, at_most: 39", "zones end at 39"),
        (AUDIT, "at_least: 16, text", "at_least: 41, text", "cannot be reached"),
        (AUDIT, "at_least: 16, text", "at_least: 0, text", "always is"),
        (AUDIT, "at_least: 4, gender: man", "at_least: 4, gender: woman", "none for the other"),
        (AUDIT, "at_least: 4, gender: man", "at_least: 4, gender: boy", "boy"),
        (AUDIT, "mark: high", "mark: dependence", "more than one cut-off"),
        (AUDIT, "name: Hvor ofte, points: [0, 1, 2, 3, 4]", "name: Hvor ofte, points: [0, a]", "int"),
        (DUDIT, "at_least: 7, gender: man, age_from: 16, age_to: 25", "at_least: 7, gender: man, age_from: 26, age_to: 25", "backwards"),
        (DUDIT, "at_least: 6, gender: man, age_from: 26", "at_least: 6, gender: man, age_from: 25", "more than one cut-off"),
        (DUDIT, "valid_from: 2008-01-01", "valid_from: 2009-01-01", "Name it"),
        (IPLOS, "items_in_all: 20", "items_in_all: 16", "more than there are in all"),
        (IPLOS, "name: Syn, points: [1, 2, 3, 4, 5, 9]", "name: Syn, points: [1, 2, 3, 4, 5, 8]", "no level"),
        (IPLOS, "id: sight", "id: hearing", "twice"),
    ],
)  # fmt: skip
def test_bad_data_is_refused(texts, spoiled, file, old, new, told):
    problems = check(spoiled(texts, file, old, new)).problems
    assert any(told in problem.what + problem.todo for problem in problems), problems
    assert all(problem.todo for problem in problems)


def test_what_is_missing_must_be_said(texts):
    note = texts[IPLOS][texts[IPLOS].index("note: >-") : texts[IPLOS].index("levels:")]
    [problem] = check({**texts, IPLOS: texts[IPLOS].replace(note, "")}).problems
    assert "nothing says why" in problem.what


# --- words -------------------------------------------------------------------------


def test_the_labels_are_short_and_no_questions(book):
    for instrument in book.instruments_on(TODAY).values():
        for item in instrument.items:
            assert len(item.name) <= 40 and "?" not in item.name


def test_what_people_read_of_it_is_easy(book):
    for instrument in book.instruments_on(TODAY).values():
        said = " ".join(ended(text) for text in texts_of(instrument))
        assert lix(said) <= 40, (instrument.name, lix(said))

"""Which services take an individual decision (pbrl § 2-7), and which need not."""

from datetime import date

import pytest

from fotfeste.law.citation import Citation
from fotfeste.law.periods import Period
from fotfeste.rulebook.check import check

OPPEGARD = "municipalities/oppegard/2012-01-01.yaml"
RAELINGEN = "municipalities/raelingen/2020-01-01.yaml"
DECISIONS = "national/individual-decisions/2017-07-01.yaml"
START = date(2026, 3, 2)


def asked(book, basis, ends_on=None, on=START):
    return book.needs_decision(Citation(basis), START, ends_on, on)


@pytest.mark.parametrize(
    ("basis", "needs"),
    [
        ("hol § 3-2 første ledd nr. 6 bokstav a", True),
        ("hol § 3-2 første ledd nr. 6 bokstav b", True),
        ("hol § 3-2 første ledd nr. 6 bokstav c", True),
        ("hol § 3-2 a", True),
        ("hol § 3-6", True),
        ("hol § 3-8", True),
        ("hol § 3-2 første ledd nr. 5", False),
        ("hol § 3-2 første ledd nr. 2", False),
        ("hol § 3-1", False),
        ("hol § 7-1", False),
        ("sotjl § 18", True),
        ("bosl § 6", True),
    ],
)
def test_the_provision_says_whether_it_takes_a_decision(book, basis, needs):
    assert asked(book, basis).value is needs


@pytest.mark.parametrize(
    ("ends_on", "needs"),
    [
        (None, True),
        (date(2026, 3, 2), False),
        (date(2026, 3, 15), False),
        (date(2026, 3, 16), True),
        (date(2026, 9, 1), True),
    ],
)
def test_two_weeks_or_less_need_no_decision(book, ends_on, needs):
    found = asked(book, "hol § 3-2 første ledd nr. 6 bokstav a", ends_on)
    assert found.value is needs


def test_financial_support_takes_a_decision_however_short(book):
    found = asked(book, "sotjl § 18", START)
    assert found.value
    assert found.because() == "sotjl § 41"


def test_the_answer_carries_its_provision_and_what_it_rests_on(book):
    found = asked(book, "hol § 3-6", date(2026, 6, 1))
    assert found.because() == "pbrl § 2-7"
    assert found.inputs == {
        "basis": Citation("hol § 3-6"),
        "starts_on": START,
        "ends_on": date(2026, 6, 1),
        "listed": True,
        "longer_than": Period("2 weeks"),
    }


def test_a_place_in_a_home_is_listed_from_the_day_the_act_has_it(book):
    assert not asked(book, "hol § 3-2 a", on=date(2017, 6, 30)).value
    assert asked(book, "hol § 3-2 a", on=date(2017, 7, 1)).value


def test_the_period_is_that_of_the_term(book):
    for one in book.individual_decisions:
        term = book.term("decision-needed.duration", one.valid_from)
        assert term.length == one.longer_than
        assert one.cite.covers(term.citation)


def test_an_offer_without_a_decision_where_the_law_asks_for_one_gets_a_note(
    texts, line_of, spoiled
):
    offer = "bokstav a]\n    decision: true\n    price: Gratis\n  - id: samtaler"
    wrong = offer.replace("true", "false").replace("samtaler", "rad")
    fragment = offer.replace("samtaler", "rad")
    broken = spoiled(texts, OPPEGARD, fragment, wrong)
    checked = check(broken)
    assert checked.problems == []
    line = line_of(broken[OPPEGARD], wrong) + 1
    [note] = [one for one in checked.notes if one.file == OPPEGARD]
    assert note.line == line
    assert "«helse»" in note.what
    assert "pbrl § 2-7" in note.what


def test_more_decisions_than_the_law_asks_for_are_the_municipalitys_own_choice(book):
    offer = book.pack("raelingen", START).offer("hap")
    assert offer.decision
    assert not asked(book, offer.basis[0]).value


@pytest.mark.parametrize("unknown", ["khol", "khol § 41", "sotjl kapittel 4"])
def test_what_is_always_decided_must_be_an_act_or_a_provision(
    texts, line_of, spoiled, the_problem, unknown
):
    broken = spoiled(texts, DECISIONS, "{basis: sotjl,", f"{{basis: {unknown},")
    line = line_of(broken[DECISIONS], f"{{basis: {unknown},")
    assert unknown.split()[0] in the_problem(broken, DECISIONS, line).what

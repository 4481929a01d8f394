"""The terms that the procedures, letters and pages build on."""

from datetime import date, timedelta

import pytest
from scripts.spelling.lix import lix

from fotfeste.law.periods import Period
from fotfeste.rulebook.book import NoRuleInForceError
from fotfeste.rulebook.check import check

FVL = "national/forvaltningsloven/1995-04-01.yaml"
HOL = "national/helse-og-omsorgstjenesteloven/2012-01-01.yaml"
TODAY = date(2026, 11, 22)

FOUND = {
    "impartiality": "fvl § 6",
    "impartiality.discretion": "fvl § 6 andre ledd",
    "enquiry.passed-on": "fvl § 11 fjerde ledd",
    "party.heard": "fvl § 16",
    "party.heard-period": "fvl § 16",
    "party.comment": "fvl § 17 andre ledd",
    "documents.exempt": "fvl § 19",
    "documents.refusal": "fvl § 21",
    "documents.answer": "fvl § 20",
    "grounds.asked-for": "fvl § 24 andre ledd",
    "grounds.interrupt": "fvl § 29 tredje ledd",
    "reversal": "fvl § 35",
    "suspended-execution": "fvl § 42",
    "suspension.answer": "fvl § 42",
    "appeal.mend": "fvl § 32 tredje ledd",
    "appeal.partly": "fvl § 33",
    "appeal.forward": "fvl § 33 fjerde ledd",
    "lawsuit": "fvl § 27 b",
    "dismissal": "fvl § 2 tredje ledd",
    "representative.employee": "fvl § 12",
    "unopened": "eforv § 8",
    "acknowledgement": "eforv § 6",
    "kin.report": "hol § 10-1",
    "kin.report-feedback": "hol § 10-1",
    "kin.support": "hol § 3-6",
    "stay": "hol § 3-1",
    "necessary-help": "hol § 3-2",
    "care.review": "hol § 4-1",
    "consent": "hpl § 22",
    "cooperation": "hpl § 25",
    "disclosure.emergency": "hpl § 31",
    "disclosure.pregnancy": "hpl § 32",
    "disclosure.children": "hpl § 33",
    "decision-needed.duration": "pbrl § 2-7",
    "supervision-request": "pbrl § 7-4",
    "appeal.signed": "pbrl § 7-3",
    "appeal.by-representative": "pbrl § 7-2",
    "participation": "pbrl § 3-1",
    "consent.information": "pbrl § 3-6",
    "guardian": "vgml § 31",
}
"""Each term by its id, and the provision it stands in."""

PERIODS = {
    "party.heard-period": ("2 weeks", True),
    "documents.answer": ("1 month", True),
    "appeal.mend": ("2 weeks", True),
    "appeal.forward": ("3 months", True),
    "suspension.answer": ("5 working-days", True),
    "kin.report-feedback": ("4 weeks", True),
    "lawsuit": ("6 months", False),
    "unopened": ("1 week", False),
    "decision-needed.duration": ("2 weeks", False),
}
"""The terms with a period, and whether it is a practice and no law."""


@pytest.mark.parametrize("key", FOUND)
def test_the_term_is_there_and_cites_its_provision(book, key):
    term = book.term(key, TODAY)
    assert str(term.citation).startswith(FOUND[key])
    assert term.text


@pytest.mark.parametrize("key", PERIODS)
def test_a_period_that_no_law_gives_says_why_it_is_ours(book, key):
    value, ours = PERIODS[key]
    term = book.term(key, TODAY)
    assert term.length == Period(value)
    assert bool(term.practice) is ours


def test_every_term_is_written_so_that_it_can_be_read(book):
    hard = {t.id: round(lix(t.text)) for t in book.terms() if lix(t.text) > 55}
    assert not hard
    assert lix(" ".join(term.text for term in book.terms())) <= 40


@pytest.mark.parametrize(
    ("key", "first"),
    [
        ("kin.support", date(2017, 10, 1)),
        ("lawsuit", date(2008, 1, 1)),
        ("unopened", date(2014, 7, 1)),
        ("guardian.supports", date(2023, 4, 1)),
    ],
)
def test_a_provision_that_came_later_than_its_file_holds_from_its_own_day(
    book, key, first
):
    assert book.term(key, first).valid_from == first
    with pytest.raises(NoRuleInForceError):
        book.term(key, first - timedelta(days=1))


def test_a_term_cannot_begin_outside_its_file(texts, line_of, spoiled, the_problem):
    broken = spoiled(texts, HOL, "valid_from: 2017-10-01", "valid_from: 2011-10-01")
    line = line_of(broken[HOL], "    valid_from: 2011-10-01")
    assert "«kin.support»" in the_problem(broken, HOL, line).what


def test_health_personnel_share_by_the_law_of_the_day(book):
    before = book.term("cooperation", date(2026, 6, 30))
    after = book.term("cooperation", date(2026, 7, 1))
    assert before.text != after.text
    assert before.valid_to == date(2026, 6, 30)
    assert after.note


def test_a_needed_period_is_missed_by_its_new_name(texts, spoiled):
    file = "national/eforvaltningsforskriften/2014-02-07.yaml"
    broken = spoiled(texts, file, "id: unopened", "id: renotification")
    [problem] = check(broken).problems
    assert "«unopened»" in problem.what

"""An act that is adopted but not in force, and the day it is (nfvl in place of fvl)."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from scripts.spelling.lix import lix
from tests.procedures.events import HELD, PROPOSAL, RECEIVED
from tests.procedures.spec import KARI
from tests.rulebook.test_citations import fault, paragraphs

import fotfeste
from fotfeste.law.citation import Citation
from fotfeste.procedures import time_limits
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.kinds import Kind, decide, replay
from fotfeste.procedures.refusal import Refused
from fotfeste.rulebook.book import NoRuleInForceError
from fotfeste.rulebook.check import check
from fotfeste.rulebook.commencing import NoPreparedActError
from fotfeste.rulebook.what_if import changes

PREPARED = "national/ny-forvaltningslov/prepared.yaml"
FVL = "national/forvaltningsloven/1995-04-01.yaml"
EFORV = "national/eforvaltningsforskriften/2014-02-07.yaml"
DAY = date(2027, 7, 1)
BEFORE = DAY - timedelta(days=1)


@pytest.fixture(scope="module")
def then(original_texts):
    """The rulebook as if the act of 2025 were in force from DAY."""
    checked = check(original_texts, {"nfvl": DAY})
    assert checked.rulebook, "\n".join(map(str, checked.problems))
    return checked.rulebook


def test_an_act_without_a_day_is_not_in_force(book):
    assert not [term for term in book.terms() if term.citation.law == "nfvl"]
    assert book.term("appeal.general", date(2040, 1, 1)).citation.law == "fvl"


def test_the_old_act_ends_the_day_before_the_new_begins(then):
    for term in then.terms():
        if term.citation.law == "fvl":
            assert term.valid_to == BEFORE
        if term.citation.law == "nfvl":
            assert term.valid_from == DAY


def test_every_term_of_the_old_act_has_its_place_in_the_new(book, then):
    for term in book.terms():
        if term.citation.law == "fvl":
            assert then.term(term.id, BEFORE).citation == term.citation
            assert then.term(term.id, DAY).citation.law == "nfvl", term.id


def test_the_day_is_set_in_one_place(texts, spoiled):
    texts = spoiled(texts, PREPARED, "law: nfvl", "law: nfvl\nin_force: 2027-07-01")
    book = check(texts).rulebook
    assert book.term("appeal.general", BEFORE).citation.law == "fvl"
    assert book.term("appeal.general", DAY).citation.law == "nfvl"


def test_a_case_that_was_there_before_keeps_the_law_of_its_day(then, book):
    old = time_limits.preliminary_answer(BEFORE, then)
    assert old == time_limits.preliminary_answer(BEFORE, book)
    assert old.basis[0] == "fvl § 11 a tredje ledd"
    assert time_limits.preliminary_answer(DAY, then).basis[0] == "nfvl § 17 andre ledd"


def test_what_is_new_is_not_there_the_day_before(then):
    assert then.term("decision.names", DAY)
    with pytest.raises(NoRuleInForceError):
        then.term("decision.names", BEFORE)


def test_every_provision_of_the_new_act_is_in_its_text(then, laws):
    acts = {"nfvl": paragraphs(laws["lov-2025-06-20-81"])}
    cited = [term.citation for term in then.terms() if term.citation.law == "nfvl"]
    faults = {str(cite): why for cite in cited if (why := fault(acts, cite))}
    assert not faults


def test_the_new_terms_can_be_read(then):
    texts = [term.text for term in then.terms() if term.citation.law == "nfvl"]
    assert not [text for text in texts if lix(text) > 55]
    assert lix(" ".join(texts)) <= 40


def test_the_changes_are_told_by_term(book, then):
    told = {change.term: change for change in changes(book, then, DAY)}
    assert told["appeal.general"].before.citation == "fvl § 29 første ledd"
    assert told["appeal.general"].after.citation == "nfvl § 63 første ledd"
    assert told["translation"].before is None
    assert "appeal.health-and-care" not in told
    assert not list(changes(book, then, BEFORE))


def test_an_act_that_is_not_prepared_can_have_no_day(texts):
    with pytest.raises(NoPreparedActError, match="Prepared: nfvl"):
        check(texts, {"hol": DAY})


def test_a_term_that_nothing_takes_the_place_of_is_missed(texts, spoiled):
    broken = spoiled(texts, PREPARED, "  - id: reversal\n", "  - id: reversed\n")
    assert check(broken).problems == [], "it is not in force"
    [problem] = check(broken, {"nfvl": DAY}).problems
    assert problem.file == PREPARED
    assert "«reversal»" in problem.what


def test_an_act_cannot_take_the_place_of_one_that_begins_later(texts):
    checked = check(texts, {"nfvl": date(1990, 1, 1)})
    assert checked.rulebook is None
    assert any("1995-04-01" in problem.what for problem in checked.problems)


def test_an_act_that_takes_the_place_of_nothing_is_refused(texts, spoiled):
    broken = spoiled(texts, PREPARED, "replaces: fvl", "replaces: tannhl")
    checked = check(broken, {"nfvl": DAY})
    assert any("«tannhl» has no terms" in p.what for p in checked.problems)


def test_a_citation_that_is_none_is_found_before_the_act_is_in_force(
    texts, line_of, spoiled, the_problem
):
    broken = spoiled(texts, PREPARED, "cite: § 60\n", "cite: paragraf 60\n")
    line = line_of(broken[PREPARED], "cite: paragraf 60")
    assert "paragraf 60" in the_problem(broken, PREPARED, line).what


def test_two_acts_cannot_say_the_same_term_on_the_same_day(
    texts, line_of, spoiled, the_problem
):
    broken = spoiled(texts, EFORV, "id: acknowledgement", "id: guidance")
    found = the_problem(broken, EFORV, line_of(broken[EFORV], "  - id: guidance"))
    assert "fvl" in found.what
    assert "2014-02-07" in found.what


def test_one_act_can_say_a_term_after_another(texts, spoiled):
    texts = spoiled(texts, FVL, "law: fvl\n", "law: fvl\nvalid_to: 2030-12-31\n")
    texts["national/ny-forvaltningslov/2031-01-01.yaml"] = texts.pop(PREPARED).replace(
        "replaces: fvl", "valid_from: 2031-01-01"
    )
    del texts["national/ny-forvaltningslov/scenarios.yaml"]
    assert check(texts).problems == []


def test_examples_cannot_take_an_unknown_act_for_granted(texts, spoiled, the_problem):
    file = "national/ny-forvaltningslov/scenarios.yaml"
    broken = spoiled(texts, file, "{nfvl: 2027-07-01}", "{nvfl: 2027-07-01}")
    line = broken[file][: broken[file].index("assuming")].count("\n") + 1
    assert "nvfl" in the_problem(broken, file, line).what


def cited_in_the_code():
    """Return every provision of the old act that the code names."""
    code = Path(fotfeste.__file__).parent
    files = [*code.rglob("*.py"), *code.rglob("*.yaml")]
    texts = "\n".join(file.read_text(encoding="utf-8") for file in files)
    found = re.findall(r"fvl § \d+(?: [a-f](?![a-zæøå]))?", texts)
    return {Citation(text) for text in found}


def test_every_provision_the_code_names_has_its_place_in_the_new_act(then):
    cited = cited_in_the_code()
    assert len(cited) > 20
    assert not {c for c in cited if then.standing(c, DAY).law == "fvl"}
    assert all(then.standing(c, BEFORE) == c for c in cited)


def test_a_refusal_names_the_law_of_the_day_the_case_was_opened(then):
    def refused(opened):
        here = Circumstances(DAY, KARI, "raelingen", then)
        received = replace(RECEIVED, received_on=opened)
        case = replay(Kind.APPLICATION, [received, HELD])
        with pytest.raises(Refused) as no:
            decide(case, replace(PROPOSAL, took_part=""), here)
        return {str(c) for lack in no.value.lacks for c in lack.basis}

    assert any(cite.startswith("fvl") for cite in refused(BEFORE))
    assert not any(cite.startswith("nfvl") for cite in refused(BEFORE))
    assert any(cite.startswith("nfvl") for cite in refused(DAY))
    assert not any(cite.startswith("fvl") for cite in refused(DAY))

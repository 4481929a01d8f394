"""Packs that build on others."""

from fotfeste.rulebook.check import check

EKSEMPEL = "municipalities/eksempel/2025-01-06.yaml"
NORDRE_FOLLO = "municipalities/nordre-follo/2020-01-01.yaml"
NORDRE_FOLLO_LATER = "municipalities/nordre-follo/2024-07-01.yaml"


def test_a_fault_in_an_extended_pack_is_pointed_at_where_it_was_written(
    texts, line_of, spoiled
):
    file = "municipalities/standard/2025-01-06.yaml"
    old = "basis: [hol § 3-2 første ledd nr. 6 bokstav c, hol § 3-1]"
    broken = spoiled(texts, file, old, "basis: []")
    problems = check(broken).problems
    assert {(p.file, p.line) for p in problems} == {
        (file, line_of(broken[file], "basis: []"))
    }


def test_two_packs_that_build_on_each_other_are_refused(texts):
    standard = "municipalities/standard/2025-01-06.yaml"
    texts[standard] += "extends: eksempel/2025-01-06\n"
    problems = check(texts).problems
    assert {p.file for p in problems} == {standard, EKSEMPEL}
    assert all("build on" in p.what and p.todo for p in problems)


def test_what_a_pack_takes_away_stays_away_in_the_pack_built_on_it(texts):
    texts[NORDRE_FOLLO] += "offers:\n  - id: post\n    remove: true\n"
    packs = check(texts).rulebook.packs["nordre-follo"]
    assert [pack.offer("post") for pack in packs] == [None, None]


def test_what_was_taken_away_cannot_be_taken_away_again(texts, line_of, the_problem):
    gone = "offers:\n  - id: post\n    remove: true\n"
    texts[NORDRE_FOLLO] += gone
    texts[NORDRE_FOLLO_LATER] += gone
    line = line_of(texts[NORDRE_FOLLO_LATER], "  - id: post")
    assert "post" in the_problem(texts, NORDRE_FOLLO_LATER, line).what


def test_what_was_taken_away_can_be_given_again(texts):
    offer = (
        "offers:\n  - id: {}\n    name: Post\n    what: Vi skriver til deg.\n"
        "    basis: [hol § 3-1]\n    decision: false\n    price: Gratis\n"
    )
    texts[NORDRE_FOLLO] += "offers:\n  - id: post\n    remove: true\n"
    texts[NORDRE_FOLLO_LATER] += offer.format("post")
    before, after = check(texts).rulebook.packs["nordre-follo"]
    assert before.offer("post") is None
    assert after.offer("post").what == "Vi skriver til deg."


def test_a_pack_cannot_build_on_what_is_no_pack(texts, line_of, spoiled, the_problem):
    broken = spoiled(
        texts,
        EKSEMPEL,
        "extends: standard/2025-01-06",
        "extends: eksempel/municipality",
    )
    line = line_of(broken[EKSEMPEL], "extends:")
    assert "build on" in the_problem(broken, EKSEMPEL, line).what

"""Whom a pack is for: kin in their own right, the young, and who works together."""

import pytest
from tests.rulebook.criteria import required

from fotfeste.rulebook.check import check

RAELINGEN = "municipalities/raelingen/2020-01-01.yaml"


@pytest.fixture(scope="module")
def packs(book):
    """Every pack of every municipality."""
    return [pack for packs in book.packs.values() for pack in packs]


@pytest.mark.parametrize("key", ["raelingen", "enebakk", "standard", "eksempel"])
def test_kin_can_apply_in_their_own_right(book, key):
    [offer] = [o for o in book.packs[key][-1].offers if o.for_whom == "kin"]
    assert offer.apply
    assert offer.decision
    assert offer.basis == ["hol § 3-6"]


def test_kin_are_assessed_by_their_own_criteria(book):
    [pack] = book.packs["raelingen"]
    assert required(pack, "kin") == {"kin-burden", "kin-need"}
    assert not required(pack, "self") & required(pack, "kin")
    both = [*pack.criteria_for("self"), *pack.criteria_for("kin")]
    assert sorted(c.id for c in both) == sorted(c.id for c in pack.criteria)


def test_every_offer_to_kin_has_criteria_that_are_required(packs):
    for pack in packs:
        if any(o.for_whom == "kin" and o.apply for o in pack.offers):
            assert required(pack, "kin"), pack.source.title


def test_an_offer_to_kin_without_a_criterion_about_them_is_refused(
    texts, line_of, the_problem
):
    before, _, after = texts[RAELINGEN].partition("  - id: kin-burden")
    texts[RAELINGEN] = before + after[after.index("units:") :]
    line = line_of(texts[RAELINGEN], "    for_whom: kin")
    assert "«parorende»" in the_problem(texts, RAELINGEN, line).what


def test_an_offer_that_kin_cannot_apply_for_needs_no_criterion(texts):
    before, _, after = texts[RAELINGEN].partition("  - id: kin-burden")
    texts[RAELINGEN] = (before + after[after.index("units:") :]).replace(
        "    for_whom: kin\n", "    for_whom: kin\n    apply: false\n"
    )
    assert check(texts).problems == []


def test_whom_it_is_for_is_one_of_two(texts, line_of, spoiled, the_problem):
    broken = spoiled(
        texts, RAELINGEN, "  - id: kin-need\n    for_whom: kin",
        "  - id: kin-need\n    for_whom: child",
    )  # fmt: skip
    line = line_of(broken[RAELINGEN], "    for_whom: child")
    assert "child" in the_problem(broken, RAELINGEN, line).what


def test_an_age_without_a_way_for_the_young_is_refused(texts, line_of, the_problem):
    before, _, after = texts[RAELINGEN].partition("young: >-")
    texts[RAELINGEN] = before + after[after.index("audience:") :]
    line = line_of(texts[RAELINGEN], "age_from: 18")
    found = the_problem(texts, RAELINGEN, line)
    assert "under 18" in found.what
    assert "no ground for refusal" in found.todo


def test_the_young_are_shown_the_way_and_never_refused_for_their_age(packs):
    for pack in packs:
        if pack.age_from:
            assert f"under {pack.age_from}" in pack.young
            assert "aldri nei" in pack.young


def test_every_pack_says_whom_information_is_commonly_asked_from(packs):
    assert all(pack.collect_from for pack in packs)


def test_raelingen_works_together_with_mental_health(book):
    [pack] = book.packs["raelingen"]
    assert pack.cooperating == ["Psykisk helsetjeneste"]

"""Faults of the check that are known; each mark goes when its fault is mended."""

import pytest

from fotfeste.rulebook.check import check

RAELINGEN = "municipalities/raelingen/2020-01-01.yaml"
EKSEMPEL = "municipalities/eksempel/2025-01-06.yaml"
NORDRE_FOLLO = "municipalities/nordre-follo/2020-01-01.yaml"
ROUTES = "national/appeal-routes/2012-01-01.yaml"
HOLIDAYS = "national/holidays/1995-02-24.yaml"


def replaced(texts, file, old, new):
    assert texts[file].count(old) == 1, old
    return {**texts, file: texts[file].replace(old, new)}


CRASHES = {
    "a route whose basis is no citation": (ROUTES, "{basis: hol,", "{basis: hol § x,"),
    "a route to a term without a period": (
        ROUTES,
        "{basis: hol, term: appeal.health-and-care,",
        "{basis: hol, term: appeal.late,",
    ),
}


@pytest.mark.parametrize("fault", CRASHES)
@pytest.mark.xfail(reason="The check raises", raises=(ValueError, LookupError))
def test_the_check_never_raises(texts, fault):
    assert check(replaced(texts, *CRASHES[fault])).problems


MISSED = {
    "a second thing with the same id in a pack that builds on another": (
        EKSEMPEL,
        "  - id: residence\n",
        "  - id: residence\n    name: En\n  - id: residence\n",
    ),
    "taking away what is not there": (EKSEMPEL, "  - id: kommunen", "  - id: komunen"),
    "a municipality that is called something for part of its packs only": (
        "municipalities/oppegard/municipality.yaml",
        "valid_to: 2019-12-31",
        "valid_to: 2015-12-31",
    ),
    "a text of no words": (RAELINGEN, "price: Tjenesten er gratis.", 'price: ""'),
    "a holiday that most years lack": (HOLIDAYS, '"05-17"', '"02-29"'),
    "a holiday far from Easter": (HOLIDAYS, "after_easter: -3", "after_easter: 9999"),
}


@pytest.mark.parametrize("fault", MISSED)
@pytest.mark.xfail(reason="The check sees no fault", raises=AssertionError)
def test_the_check_sees(texts, fault):
    broken = replaced(texts, *MISSED[fault])
    assert check(broken).problems


@pytest.mark.xfail(reason="It comes back in the pack after", raises=AssertionError)
def test_what_a_pack_takes_away_stays_away_in_the_pack_built_on_it(texts):
    texts[NORDRE_FOLLO] += "offers:\n  - id: post\n    remove: true\n"
    packs = check(texts).rulebook.packs["nordre-follo"]
    assert [pack.offer("post") for pack in packs] == [None, None]

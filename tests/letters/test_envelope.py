"""Who each letter goes to, and which way."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from fotfeste.letters.addressee import Addressee
from fotfeste.letters.content import LetterKind
from fotfeste.letters.envelope import envelopes, scopes_for
from fotfeste.letters.occasions import OUTSIDE
from fotfeste.procedures.person.events import PowerOfAttorneyGiven, Scope

NORA, BROTHER, LAWYER = UUID(int=1), UUID(int=2), UUID(int=3)
ALL = frozenset({NORA, BROTHER, LAWYER})
NOBODY = frozenset()
POWER = PowerOfAttorneyGiven(
    power=UUID(int=9),
    representative=BROTHER,
    name="Bror Testsønn",
    address="Veien 2\n2025 Fjerdingby",
    ground="written",
    scopes=(Scope.LETTERS,),
    valid_from=date(2026, 1, 1),
    valid_to=None,
    copies=True,
    mandate="",
    on=date(2026, 1, 1),
)
SECOND = replace(POWER, power=UUID(int=8), representative=LAWYER, name="Advokat Test")


@pytest.fixture
def to(book):
    pack = book.pack("raelingen", date(2026, 3, 2))
    return Addressee("Nora Testdatter", "Veien 1\n2025 Fjerdingby", False, pack, ())


def going(to, kind=LetterKind.DECISION, reachable=NOBODY, outside=()):
    """Return who gets the letter, which way and why."""
    found = envelopes(kind, to, NORA, outside=outside, reachable=reachable)
    return [(one.name, one.way, one.why) for one in found]


def test_what_lies_on_ones_pages_does_not_leave_the_building(to):
    assert going(to) == []


def test_where_somebody_carries_it_goes_digitally(to):
    assert going(to, reachable=ALL) == [("Nora Testdatter", "digital", "digital")]


def test_who_gets_paper_gets_paper_whoever_carries(to):
    posted = replace(to, posted=True)
    for reachable in (NOBODY, ALL):
        assert going(posted, reachable=reachable) == [
            ("Nora Testdatter", "post", "paper")
        ]


@pytest.mark.parametrize("reachable", [NOBODY, ALL])
def test_the_second_notice_goes_on_paper(to, reachable):
    assert going(to, LetterKind.REMINDER, reachable) == [
        ("Nora Testdatter", "post", "reminder")
    ]


def test_each_representative_gets_one_and_the_party_a_copy(to):
    acting = replace(to, representatives=(POWER, SECOND))
    assert going(acting, reachable=ALL) == [
        ("Bror Testsønn", "digital", "digital"),
        ("Advokat Test", "digital", "digital"),
        ("Nora Testdatter", "digital", "digital"),
    ]


def test_a_representative_nobody_can_reach_gets_paper_as_nobody_tells_them(to):
    acting = replace(to, representatives=(POWER,))
    assert going(acting) == [("Bror Testsønn", "post", "representative")]
    assert going(acting, reachable=frozenset({NORA})) == [
        ("Bror Testsønn", "post", "representative"),
        ("Nora Testdatter", "digital", "digital"),
    ]


def test_a_party_who_wants_no_copy_gets_none(to):
    quiet = replace(POWER, copies=False)
    acting = replace(to, posted=True, representatives=(quiet,))
    assert going(acting) == [("Bror Testsønn", "post", "paper")]


@pytest.mark.parametrize("hold", ["protected", "unsafe", "no-address"])
def test_an_address_that_is_held_back_is_in_no_envelope(to, hold):
    held = replace(to, posted=True, hold=hold, representatives=(POWER,))
    found = envelopes(LetterKind.DECISION, held, NORA, outside=(), reachable=NOBODY)
    addresses = {one.who: (one.address, one.hold) for one in found}
    assert addresses["party"] == ((), hold)
    assert addresses["representative"][1] == "", "theirs is their own"


@pytest.mark.parametrize("kind", sorted(OUTSIDE))
def test_a_letter_to_an_authority_goes_to_it_and_to_nobody_else(to, kind):
    acting = replace(to, representatives=(POWER,))
    found = envelopes(kind, acting, NORA, outside=("Legen",), reachable=ALL)
    assert [(o.who, o.name, o.way, o.hold) for o in found] == [
        ("other", "Legen", "post", "no-address")
    ]
    there = envelopes(kind, to, NORA, outside=("Legen", "Gata 1"), reachable=ALL)
    assert [(o.address, o.hold) for o in there] == [(("Gata 1",), "")]


def test_the_documents_of_a_case_take_a_power_of_documents():
    assert scopes_for(LetterKind.DOCUMENTS) == {Scope.DOCUMENTS}
    others = [kind for kind in LetterKind if kind is not LetterKind.DOCUMENTS]
    assert not any(scopes_for(kind) for kind in others)

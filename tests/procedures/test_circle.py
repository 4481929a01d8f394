"""Who is kept from a person's cases, and what is noted before a visit."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.kinds import Kind, decide, evolve, replay
from fotfeste.procedures.person import commands as do
from fotfeste.procedures.person import events as did
from fotfeste.procedures.refusal import RefusalCode, Refused

LEADER, KARI, ALI = UUID(int=21), UUID(int=22), UUID(int=23)
TODAY = date(2026, 3, 10)
NOBODY = replay(Kind.PERSON, ())


@pytest.fixture
def here(book):
    return Circumstances(TODAY, LEADER, "raelingen", book)


def after(case, command, here):
    for event in decide(case, command, here):
        case = evolve(case, event)
    return case


def code(case, command, here):
    with pytest.raises(Refused) as no:
        decide(case, command, here)
    return no.value.lacks[0].code


def test_only_those_in_the_circle_and_who_closed_it_see_the_cases(here):
    close = do.CloseCircle(employees=(KARI, KARI), reason="Kollega av oss")
    case = after(NOBODY, close, here)
    known = case.opened
    assert known.circle.employees == (KARI, LEADER)
    assert [known.is_closed_to(one) for one in (KARI, LEADER, ALI)] == [
        False,
        False,
        True,
    ]
    assert code(NOBODY, replace(close, reason=" "), here) is RefusalCode.REASON_MISSING
    assert code(NOBODY, do.OpenCircle(reason="x"), here) is RefusalCode.NOT_NOW
    assert code(case, do.OpenCircle(reason=""), here) is RefusalCode.REASON_MISSING
    opened = after(case, do.OpenCircle(reason="Sluttet hos oss"), here)
    assert not opened.opened.is_closed_to(ALI)


def test_the_person_keeps_somebody_out_once_and_lets_them_in(here):
    bar = do.BarAccess(employee=ALI, name="Ali")
    case = after(NOBODY, bar, here)
    assert case.opened.is_closed_to(ALI) and not case.opened.is_closed_to(KARI)
    assert decide(case, bar, here) == []
    assert code(case, do.LiftBar(employee=KARI), here) is RefusalCode.NOT_THERE
    assert code(NOBODY, do.LiftBar(employee=KARI), here) is RefusalCode.NOT_NOW
    lifted = after(case, do.LiftBar(employee=ALI), here)
    assert not lifted.opened.is_closed_to(ALI)


def test_a_bar_holds_inside_the_circle_too(here):
    case = after(NOBODY, do.CloseCircle(employees=(ALI,), reason="Kollega"), here)
    case = after(case, do.BarAccess(employee=ALI, name="Ali"), here)
    assert case.opened.is_closed_to(ALI)


def test_what_one_must_know_before_a_visit_stands_until_it_is_ended(here):
    note = do.NoteSafety(words="Hunden er løs.")
    assert code(NOBODY, do.NoteSafety(words=" "), here) is RefusalCode.NOTE_EMPTY
    case = after(NOBODY, note, here)
    assert case.opened.safety == did.SafetyNoted(words="Hunden er løs.", on=TODAY)
    assert code(NOBODY, do.EndSafetyNote(reason="x"), here) is RefusalCode.NOT_NOW
    assert code(case, do.EndSafetyNote(reason=""), here) is RefusalCode.REASON_MISSING
    ended = after(case, do.EndSafetyNote(reason="Hunden er død"), here)
    assert ended.opened.safety is None

"""Who has a case, and what is noted in it, whatever its kind."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.procedures import events as so_far

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.handling import commands as do
from fotfeste.procedures.handling import events as did
from fotfeste.procedures.handling.events import Regime
from fotfeste.procedures.kinds import Kind, decide, evolve, replay
from fotfeste.procedures.person import events as person_did
from fotfeste.procedures.person import stages as person_at
from fotfeste.procedures.refusal import RefusalCode, Refused

KARI, ALI, NOTE = UUID(int=11), UUID(int=12), UUID(int=13)
TODAY = date(2026, 3, 10)
CASE = replay(Kind.APPLICATION, (so_far.RECEIVED,))
TAKEN = did.CaseAssigned(employee=KARI, name="Kari", impartial=True, on=TODAY)
GIVEN = replace(TAKEN, impartial=False)
WRITTEN = did.NoteWritten(
    note=NOTE, regime=Regime.HEALTH_RECORD, on=TODAY, written_on=TODAY, title="",
    words="Hun ringte.", signed="Kari, saksbehandler",
)  # fmt: skip


@pytest.fixture
def here(book):
    return Circumstances(TODAY, KARI, "raelingen", book)


def refused(case, command, here):
    with pytest.raises(Refused) as no:
        decide(case, command, here)
    [lack] = no.value.lacks
    return lack


def test_who_takes_a_case_says_that_nothing_ties_them_to_the_person(here):
    take = do.AssignCase(employee=KARI, name="Kari", impartial=True)
    assert decide(CASE, take, here) == [TAKEN]
    unsaid = refused(CASE, replace(take, impartial=False), here)
    assert unsaid.code is RefusalCode.IMPARTIALITY_UNSAID
    assert [str(one) for one in unsaid.basis] == ["fvl § 8"]


def test_who_is_given_a_case_is_asked_and_answers(here):
    leader = replace(here, by=ALI)
    give = do.AssignCase(employee=KARI, name="Kari", impartial=True)
    assert decide(CASE, give, leader) == [GIVEN]
    case = evolve(CASE, GIVEN)
    answer = do.ConfirmImpartiality()
    assert refused(case, answer, leader).code is RefusalCode.NOT_NOW
    [confirmed] = decide(case, answer, here)
    case = evolve(case, confirmed)
    assert case.opened.handling.assigned == TAKEN
    assert refused(case, answer, here).code is RefusalCode.NOT_NOW


def test_who_is_disqualified_is_not_given_the_case(here):
    tied = person_did.EmployeeDisqualified(
        employee=ALI, tie="kin", explanation="", on=TODAY
    )
    known = replace(here, person=person_at.File(TODAY, disqualified=(tied,)))
    give = do.AssignCase(employee=ALI, name="Ali")
    lack = refused(CASE, give, known)
    assert (lack.code, str(lack.basis[0])) == (RefusalCode.DISQUALIFIED, "fvl § 6")


def test_the_same_again_is_nothing(here):
    take = do.AssignCase(employee=KARI, name="Kari", impartial=True)
    assert decide(evolve(CASE, TAKEN), take, here) == []


def test_a_case_is_given_back_with_a_reason(here):
    case = evolve(CASE, TAKEN)
    give = do.GiveBackCase(reason="")
    assert refused(case, give, here).code is RefusalCode.REASON_MISSING
    [back] = decide(case, replace(give, reason="Permisjon"), here)
    assert evolve(case, back).opened.handling.assignee is None
    assert refused(CASE, give, here).code is RefusalCode.NOT_NOW


def test_a_note_is_dated_when_it_happened_and_signed(here):
    write = do.WriteNote(
        note=NOTE, regime=Regime.HEALTH_RECORD, on=date(2026, 3, 6),
        words="Hun ringte.", signed="Kari, saksbehandler",
    )  # fmt: skip
    [note] = decide(CASE, write, here)
    assert (note.on, note.written_on) == (date(2026, 3, 6), TODAY)
    assert note.signed == "Kari, saksbehandler"
    ahead = replace(write, on=date(2026, 3, 11))
    assert refused(CASE, ahead, here).code is RefusalCode.DAY_NOT_YET
    assert refused(CASE, replace(write, words=" "), here).basis == ("hpl § 40",)
    for_file = replace(write, words="", regime=Regime.CASE_FILE)
    assert refused(CASE, for_file, here).basis == ("fvl § 11 d",)


def test_a_correction_keeps_what_stood_there(here):
    case = evolve(CASE, WRITTEN)
    correct = do.CorrectNote(note=NOTE, words="Han ringte.", reason="Feil", signed="K")
    [corrected] = decide(case, correct, here)
    [note] = evolve(case, corrected).opened.handling.notes
    assert (note.words, note.before) == ("Han ringte.", ("Hun ringte.",))
    assert note.written == WRITTEN
    no_reason = replace(correct, reason="")
    assert refused(case, no_reason, here).code is RefusalCode.REASON_MISSING
    assert decide(case, replace(correct, words="Hun ringte."), here) == []
    other = replace(correct, note=ALI)
    assert refused(case, other, here).code is RefusalCode.NOT_THERE


def test_a_persons_own_file_has_no_handler(here):
    person = replay(Kind.PERSON, ())
    take = do.AssignCase(employee=KARI, name="Kari", impartial=True)
    assert refused(person, take, here).code is RefusalCode.NOT_NOW

"""The mapping interview: what can be recorded of it, and how it is corrected."""

from dataclasses import replace
from datetime import date

from tests.procedures.events import (
    ASSESSED,
    DECISION,
    HELD,
    INVITED,
    NOTIFIED,
    RECEIVED,
)
from tests.procedures.spec import KARI, pytest, spec

from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.interview import (
    PARTS,
    InstrumentAnswers,
    ItemAnswer,
    NetworkMember,
)
from fotfeste.procedures.kinds import Kind
from fotfeste.procedures.refusal import RefusalCode as No

TODAY = date(2026, 3, 2)
SISTER = NetworkMember(who="Søster", sector="family", closeness=1, quality="supportive")


@pytest.fixture
def application(book):
    return spec(book, Kind.APPLICATION).given(RECEIVED, INVITED)


def answered(instrument="audit", edition=None, **points):
    answers = (
        ItemAnswer(item=item.removeprefix("q"), points=n) for item, n in points.items()
    )
    return InstrumentAnswers(
        instrument=instrument, answers=tuple(answers), edition=edition
    )


def interview(**more):
    said = {"on": TODAY, "took_part": "Nora", "own_words": "Jeg vil."} | more
    return do.RecordInterview(**said)


def test_all_that_was_said_drawn_and_answered_is_kept_as_it_was(application):
    said = {
        part: f"Ord om {part}"
        for part in PARTS
        if part not in ("network_map", "instruments")
    }
    command = interview(**said, network_map=(SISTER,), instruments=(answered(q1=2),))
    edition = date(2001, 1, 1)
    application.when(command).then(
        did.InterviewHeld(
            on=TODAY,
            **said,
            network_map=(SISTER,),
            instruments=(answered(q1=2, edition=edition),),
        )
    )


def test_the_edition_is_that_of_the_day_whatever_is_claimed(application):
    command = interview(instruments=(answered(q1=2, edition=date(2030, 1, 1)),))
    held = application.when(command).came[0]
    assert held.instruments[0].edition == date(2001, 1, 1)


def test_what_is_not_answered_leaves_no_trace(application):
    held = application.when(interview(instruments=(answered(),))).came[0]
    assert held.instruments == ()


def test_nobody_in_the_network_is_without_a_name(application):
    nobody = replace(SISTER, who=" ")
    command = interview(network_map=(SISTER, nobody))
    application.when(command).then_refused(No.SOURCE_MISSING)


@pytest.mark.parametrize(
    "answers",
    [
        (answered(q1=5),),
        (answered(q9=1),),
        (answered(q11=0),),
        (answered(q1=-1),),
        (answered("iplos", household=6),),
        (answered(q1=1), answered(q2=1)),
        (replace(answered(q1=1), answers=(ItemAnswer(item="1", points=1),) * 2),),
    ],
)
def test_an_answer_that_the_manual_has_not_is_refused(application, answers):
    command = interview(instruments=answers)
    application.when(command).then_refused(No.UNKNOWN_ANSWER)


def test_an_instrument_nobody_knows_or_that_did_not_hold_is_refused(application):
    command = interview(instruments=(answered("ass", q1=1),))
    application.when(command).then_refused(No.UNKNOWN_INSTRUMENT)
    early = interview(on=date(2007, 12, 31), instruments=(answered("dudit", q1=1),))
    application.when(early).then_refused(No.UNKNOWN_INSTRUMENT)
    first = interview(on=date(2008, 1, 1), instruments=(answered("dudit", q1=1),))
    application.when(first).then_some(did.InterviewHeld)


# --- correcting (hpl § 42) ---------------------------------------------------------

CORRECT = do.CorrectInterview(interview=1, part="housing", words="Ett rom.")


@pytest.mark.parametrize(
    "so_far",
    [
        (HELD,),
        (HELD, did.ApplicationWithdrawn(reason="")),
        (HELD, did.CaseClosed(closing="moved", reason="Flyttet", on=TODAY)),
    ],
)
def test_what_was_written_can_be_corrected_whatever_comes_after(application, so_far):
    application.given(*so_far).when(CORRECT).then(
        did.InterviewCorrected(interview=1, part="housing", words="Ett rom.")
    )


def test_it_can_be_corrected_after_the_decision_and_moves_nothing(book):
    case = spec(book, Kind.APPLICATION).given(*NOTIFIED)
    before = case.case.stage
    assert case.when(CORRECT).then_some(did.InterviewCorrected).case.stage == before


def test_what_was_written_stands_when_it_is_corrected(application):
    case = application.given(HELD).when(CORRECT).case
    assert case.opened.interviews == (HELD,)


@pytest.mark.parametrize("number", [-1, 0, 2])
def test_an_interview_that_is_not_there_cannot_be_corrected(application, number):
    command = replace(CORRECT, interview=number)
    application.given(HELD).when(command).then_refused(No.NOT_THERE)


def test_there_is_nothing_to_correct_before_an_interview(application):
    application.when(CORRECT).then_refused(No.NOT_NOW)


def test_a_correction_says_something(application):
    command = replace(CORRECT, words="\n ")
    application.given(HELD).when(command).then_refused(No.OWN_WORDS_MISSING)


def test_a_proposal_waits_until_the_correction_is_read(book):
    proposed = did.DecisionProposed(decision=DECISION, by=KARI)
    case = spec(book, Kind.APPLICATION).given(*ASSESSED, proposed)
    assert not case.case.opened.said_since
    assert case.when(CORRECT).case.opened.said_since

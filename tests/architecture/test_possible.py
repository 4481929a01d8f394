"""What a page says is possible is what the procedure lists: every stage × command."""

from datetime import date
from typing import get_args
from uuid import UUID

import pytest
from tests.procedures import events as so_far

from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.appeal import events as appeal_events
from fotfeste.procedures.appeal import stages as appeal_stages
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.kinds import Command, Kind, decide, evolve, replay
from fotfeste.procedures.possible import blank, possible
from fotfeste.procedures.refusal import RefusalCode, Refused
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import events as remedy_did

_UNDECIDED = {do.CommentOnCase, do.GiveDelayNotice, do.WithdrawApplication}
_BEFORE_MAPPING = _UNDECIDED | {
    do.ArrangeInterview,
    do.RecordInterview,
    do.RecordFindings,
}
OPEN_TO = {
    at.NotOpened: {do.SubmitApplication, do.RegisterApplication},
    at.Received: _BEFORE_MAPPING,
    at.Invited: _BEFORE_MAPPING | {do.RecordMissedInterview},
    at.Mapped: _UNDECIDED | {do.RecordInterview, do.RecordFindings, do.ProposeDecision},
    at.Proposed: _UNDECIDED | {do.ApproveDecision, do.ReturnDecision},
    at.Decided: {remedy_do.MakeDecisionAvailable},
    at.Notified: {
        remedy_do.OpenDecision,
        remedy_do.AppealDecision,
        remedy_do.RegisterAppeal,
        remedy_do.EndAppeal,
        do.ReopenCase,
    },
    at.Withdrawn: set(),
    appeal_stages.NotOpened: {appeal.OpenAppeal},
    appeal_stages.Late: {appeal.AdmitLateAppeal, appeal.DismissAppeal},
    appeal_stages.UnderReview: {appeal.UpholdDecision, appeal.ReverseDecision},
    appeal_stages.Upheld: {appeal.ForwardAppeal},
    appeal_stages.Forwarded: {appeal.RecordOutcome},
    appeal_stages.Reversed: set(),
    appeal_stages.Dismissed: set(),
    appeal_stages.Concluded: set(),
}
"""The procedures once more, as a table: what each stage is open to."""

_NEVER = {RefusalCode.NOT_NOW, RefusalCode.SAME_PERSON, RefusalCode.APPEAL_UNDER_WAY}

PROPOSER, ANOTHER = UUID(int=1), UUID(int=2)
_PROPOSED = did.DecisionProposed(decision=so_far.DECISION, by=PROPOSER)
_MAPPED = so_far.ASSESSED
_UPHELD = (so_far.APPEALED, appeal_events.DecisionUpheld(statement="Vi står på det."))
_FORWARDED = (
    *_UPHELD,
    appeal_events.AppealForwarded(on=date(2026, 3, 25), body="Statsforvalteren"),
)
HISTORIES = {
    at.NotOpened: (),
    at.Received: (so_far.RECEIVED,),
    at.Invited: (so_far.RECEIVED, so_far.INVITED),
    at.Mapped: _MAPPED,
    at.Proposed: (*_MAPPED, _PROPOSED),
    at.Decided: (*_MAPPED, so_far.MADE),
    at.Notified: so_far.NOTIFIED,
    at.Withdrawn: (so_far.RECEIVED, did.ApplicationWithdrawn(reason="")),
    appeal_stages.NotOpened: (),
    appeal_stages.Late: (so_far.LATE,),
    appeal_stages.UnderReview: (so_far.APPEALED,),
    appeal_stages.Upheld: _UPHELD,
    appeal_stages.Forwarded: _FORWARDED,
    appeal_stages.Reversed: (so_far.APPEALED, blank(appeal_events.DecisionReversed)),
    appeal_stages.Dismissed: (so_far.LATE, blank(appeal_events.AppealDismissed)),
    appeal_stages.Concluded: (*_FORWARDED, blank(appeal_events.OutcomeRecorded)),
}


@pytest.fixture
def here(book):
    """A day in April 2026, in a municipality where one person decides."""
    return Circumstances(date(2026, 4, 10), ANOTHER, "raelingen", book)


def test_every_stage_is_listed_and_has_a_history():
    stages = {*get_args(at.Stage), *get_args(appeal_stages.Stage)}
    assert set(OPEN_TO) == set(HISTORIES) == stages
    for stage in stages:
        assert isinstance(_case(stage).stage, stage)


@pytest.mark.parametrize("stage", HISTORIES, ids=lambda s: f"{_kind(s)}.{s.__name__}")
@pytest.mark.parametrize("kind", get_args(Command), ids=lambda kind: kind.__name__)
def test_possible_agrees_with_the_procedure(stage, kind, here):
    case = _case(stage)
    is_open = kind in OPEN_TO[stage]
    assert (kind in possible(case, here)) is is_open
    try:
        events = decide(case, blank(kind, here.today), here)
    except Refused as refused:
        codes = {lack.code for lack in refused.lacks}
        assert bool(codes & _NEVER) is not is_open
    else:
        assert is_open
        for event in events:
            case = evolve(case, event)


@pytest.mark.parametrize(
    "ended",
    [
        at.Withdrawn,
        appeal_stages.Reversed,
        appeal_stages.Dismissed,
        appeal_stages.Concluded,
    ],
)
def test_nothing_is_possible_after_the_end(ended, here):
    assert possible(_case(ended), here) == ()


def test_the_proposer_may_send_back_and_not_approve(book):
    here = Circumstances(date(2026, 4, 10), PROPOSER, "raelingen", book)
    open_to = OPEN_TO[at.Proposed] - {do.ApproveDecision}
    assert set(possible(_case(at.Proposed), here)) == open_to


def test_one_appeal_at_a_time_is_possible(here):
    appealed = evolve(_case(at.Notified), blank(remedy_did.DecisionAppealed))
    left = OPEN_TO[at.Notified] - {remedy_do.AppealDecision, remedy_do.RegisterAppeal}
    assert set(possible(appealed, here)) == left


def _kind(stage):
    return Kind.APPLICATION if stage in get_args(at.Stage) else Kind.APPEAL


def _case(stage):
    return replay(_kind(stage), HISTORIES[stage])

"""Given, when, then for every command of an appeal."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.procedures.events import APPEALED, LATE

from fotfeste.procedures.appeal import commands as do
from fotfeste.procedures.appeal import events as did
from fotfeste.procedures.appeal import rules
from fotfeste.procedures.appeal import stages as at
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.consequences import Consequence, consequences
from fotfeste.procedures.refusal import RefusalCode as No
from fotfeste.procedures.remedy import commands as remedy_do

DAY = date(2026, 4, 20)


def opening(sent_on):
    names = (
        "case", "name", "decided_on", "appeal_by", "body", "channel",
        "dissatisfied_with", "change_wanted", "why_late",
    )  # fmt: skip
    same = {name: getattr(APPEALED, name) for name in names}
    return do.OpenAppeal(sent_on=sent_on, **same)


@pytest.mark.parametrize(
    ("sent_on", "in_time"), [(date(2026, 4, 7), True), (date(2026, 4, 8), False)]
)
def test_an_appeal_is_in_time_on_its_last_day_and_late_the_day_after(
    appeal, sent_on, in_time
):
    came = appeal.on(DAY).when(opening(sent_on)).came
    assert (came[0].in_time, came[0].received_on) == (in_time, DAY)


def test_a_late_appeal_is_heard_when_somebody_says_why(appeal):
    late = appeal.on(DAY).given(LATE)
    late.when(do.AdmitLateAppeal(reason="")).then_refused(No.REASON_MISSING)
    late.when(do.AdmitLateAppeal(reason="Var innlagt")).then(
        did.LateAppealAdmitted(reason="Var innlagt")
    )


def test_after_one_year_no_appeal_can_be_heard(appeal):
    old = replace(LATE, sent_on=date(2027, 3, 3))
    appeal.on(date(2027, 3, 3)).given(old).when(
        do.AdmitLateAppeal(reason="Var innlagt")
    ).then_refused(No.APPEAL_AFTER_ONE_YEAR)
    on_the_day = replace(LATE, sent_on=date(2027, 3, 2))
    appeal.on(date(2027, 3, 3)).given(on_the_day).when(
        do.AdmitLateAppeal(reason="Var innlagt")
    ).then_some(did.LateAppealAdmitted)


def test_a_dismissal_can_itself_be_appealed_within_three_weeks(appeal):
    came = appeal.on(DAY).given(LATE).when(do.DismissAppeal(reason="Ingen grunn")).came
    assert came[0].appeal_by == date(2026, 5, 11)
    assert came[0].basis[1] == "fvl § 29 første ledd"


def test_an_appeal_in_time_is_never_dismissed_as_late(appeal):
    appeal.given(APPEALED).when(do.DismissAppeal(reason="Sent")).then_refused(
        No.NOT_NOW
    )


def test_the_municipality_upholds_with_a_statement(appeal):
    spec = appeal.given(APPEALED)
    spec.when(do.UpholdDecision(statement=" ")).then_refused(No.STATEMENT_MISSING)
    spec.when(do.UpholdDecision(statement="Står")).then(
        did.DecisionUpheld(statement="Står")
    )


def test_only_an_upheld_decision_is_forwarded(appeal):
    appeal.given(APPEALED).when(do.ForwardAppeal()).then_refused(No.NOT_NOW)
    upheld = appeal.on(DAY).given(APPEALED, did.DecisionUpheld(statement="Står"))
    upheld.when(do.ForwardAppeal()).then(
        did.AppealForwarded(on=DAY, body="Statsforvalteren")
    )


def test_a_reversal_opens_the_application_again(appeal):
    came = (
        appeal.on(DAY)
        .given(APPEALED)
        .when(do.ReverseDecision(reason="Vi tok feil"))
        .came
    )
    assert came == (
        did.DecisionReversed(case=UUID(int=7), reason="Vi tok feil", on=DAY),
    )
    assert consequences(UUID(int=9), came[0]) == (
        Consequence(UUID(int=7), application.ReopenCase(reason="Vi tok feil")),
    )


@pytest.mark.parametrize("outcome", list(did.Outcome))
def test_the_outcome_is_carried_out(appeal, outcome):
    sent = did.AppealForwarded(on=date(2026, 4, 10), body="Statsforvalteren")
    spec = appeal.on(DAY).given(APPEALED, did.DecisionUpheld(statement="Står"), sent)
    command = do.RecordOutcome(outcome=outcome, decided_on=DAY, summary="Medhold")
    came = spec.when(command).then_some(did.OutcomeRecorded).came[0]
    caused = consequences(UUID(int=9), came)
    assert bool(caused) == (outcome is not did.Outcome.UPHELD)


@pytest.mark.parametrize("day", [date(2026, 4, 9), date(2026, 4, 21)])
def test_an_outcome_comes_after_the_forwarding_and_not_in_the_future(appeal, day):
    sent = did.AppealForwarded(on=date(2026, 4, 10), body="Statsforvalteren")
    spec = appeal.on(DAY).given(APPEALED, did.DecisionUpheld(statement="Står"), sent)
    command = do.RecordOutcome(
        outcome=did.Outcome.UPHELD, decided_on=day, summary="Nei"
    )
    spec.when(command).then_refused(No.OUTCOME_BEFORE_FORWARDING)


def test_an_appeal_that_waits_at_the_municipality_has_a_clock(appeal, book):
    clocks = rules.clocks(appeal.given(APPEALED).case, book)
    assert [(c.term, c.due.value) for c in clocks] == [
        ("appeal-handling", date(2026, 4, 20))
    ]
    sent = did.AppealForwarded(on=DAY, body="Statsforvalteren")
    gone = appeal.given(APPEALED, did.DecisionUpheld(statement="Står"), sent).case
    assert rules.clocks(gone, book) == ()
    assert gone.stage == at.Forwarded(DAY, "Står")


def test_the_application_lets_go_of_a_dismissed_appeal(appeal):
    came = appeal.on(DAY).given(LATE).when(do.DismissAppeal(reason="Ingen grunn")).came
    assert consequences(UUID(int=9), came[0]) == (
        Consequence(UUID(int=7), remedy_do.EndAppeal(appeal=UUID(int=9))),
    )


def test_a_dismissal_by_post_has_its_week_too(appeal):
    posted = replace(LATE, channel="paper")
    came = appeal.on(DAY).given(posted).when(do.DismissAppeal(reason="Nei")).came
    assert came[0].appeal_by == date(2026, 5, 18)

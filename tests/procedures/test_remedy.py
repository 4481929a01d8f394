"""Given, when, then for what can be done about a decision."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.procedures.events import (
    ASSESSED,
    AVAILABLE,
    MADE,
    NOTIFIED,
    RECEIVED,
)

from fotfeste.procedures.application import rules
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.refusal import RefusalCode as No
from fotfeste.procedures.remedy import commands as do
from fotfeste.procedures.remedy import events as did

TODAY = date(2026, 3, 10)
LAST = date(2026, 4, 7)
AFTER = date(2026, 4, 8)
APPEAL = do.AppealDecision(
    appeal=UUID(int=9), dissatisfied_with="Jeg fikk ikke HAP.", change_wanted="HAP"
)
ASKED = did.GroundsAskedFor(number=1, words="Hvorfor?", on=TODAY)
WAITING = did.SuspensionAskedFor(number=1, words="Jeg mister hjelpen.", on=TODAY)


@pytest.fixture
def case(application):
    """A case with a decision that the party has been told of."""
    return application.given(*NOTIFIED).on(TODAY)


def appealed(case):
    return case.given(*case.when(APPEAL).then_some(did.DecisionAppealed).came)


# --- told --------------------------------------------------------------------------


def test_a_decision_is_made_available_once(application):
    tell = do.MakeDecisionAvailable(on=TODAY)
    application.given(RECEIVED).when(tell).then_refused(No.NOT_NOW)
    told = application.given(*ASSESSED, MADE).when(tell)
    told.then_some(did.DecisionMadeAvailable).when(tell).then_refused(No.NOT_NOW)


def test_opening_leaves_one_trace_and_changes_nothing(case):
    opened = case.when(do.OpenDecision()).then(did.DecisionOpened(on=TODAY, number=1))
    assert opened.case.stage == case.case.stage
    opened.when(do.OpenDecision()).then()


@pytest.mark.parametrize(
    "command",
    [
        do.OpenDecision(),
        do.AskForGrounds(),
        APPEAL,
        do.AskForSuspension(words="Vent"),
        do.CorrectDecision(was="a", corrected="b"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_before_the_party_is_told_there_is_nothing_to_do_about_it(application, command):
    application.given(*ASSESSED, MADE).when(command).then_refused(No.NOT_NOW)


def test_what_is_not_opened_in_a_week_is_told_of_once_more_on_paper(case, book):
    [clock] = [
        c for c in rules.clocks(case.case, "raelingen", book) if c.term == "unopened"
    ]
    assert clock.due.value == date(2026, 3, 12)
    case.on(date(2026, 3, 11)).when(do.GiveReminder()).then_refused(No.BEFORE_START)
    week = date(2026, 3, 12)
    reminded = case.on(week).when(do.GiveReminder())
    reminded.then(did.ReminderGiven(number=1, on=week))
    assert "unopened" not in terms(reminded, book)
    assert reminded.case.opened.latest.appeal_by == LAST, "it moves no period"
    reminded.when(do.GiveReminder()).then_refused(No.NOT_NOW)


@pytest.mark.parametrize("posted", [True, False])
def test_nobody_is_reminded_of_what_is_opened_or_came_on_paper(
    application, book, posted
):
    told = replace(AVAILABLE, posted=posted)
    opened = () if posted else (did.DecisionOpened(on=TODAY),)
    case = application.given(*ASSESSED, MADE, told, *opened)
    assert "unopened" not in terms(case, book)
    case.when(do.GiveReminder()).then_refused(No.NOT_NOW)


# --- grounds -----------------------------------------------------------------------


def test_grounds_are_asked_for_in_time_until_the_last_day(case):
    ask = do.AskForGrounds(words="Hvorfor?")
    case.when(ask).then(ASKED)
    for day, in_time in [(LAST, True), (AFTER, False)]:
        assert case.on(day).when(ask).came[0].in_time is in_time


def test_who_asks_late_is_answered_and_gets_no_new_period(case):
    late = case.on(AFTER).when(do.AskForGrounds()).when(do.GiveGrounds(grounds="Her"))
    [event] = late.then_some(did.GroundsGiven).came
    assert event.appeal_by == LAST
    assert late.when(APPEAL).came[0].appeal_by == LAST


def test_grounds_are_asked_for_once_at_a_time(case):
    case.given(ASKED).when(do.AskForGrounds()).then_refused(No.ASKED_ALREADY)


def test_from_the_grounds_a_new_full_period_runs(case, book):
    case = case.given(ASKED).on(date(2026, 4, 10))
    assert "grounds.asked-for" in terms(case, book)
    case.when(do.GiveGrounds(grounds=" ")).then_refused(No.GROUNDS_MISSING)
    given = case.when(do.GiveGrounds(grounds="Samtalene dekker det."))
    [event] = given.then_some(did.GroundsGiven).came
    assert (event.on, event.appeal_by) == (date(2026, 4, 10), date(2026, 5, 8))
    assert given.case.opened.latest.appeal_by == date(2026, 5, 8)
    assert "grounds.asked-for" not in terms(given, book)
    appeal = given.on(date(2026, 5, 8)).when(APPEAL).came[0]
    assert appeal.appeal_by == date(2026, 5, 8)


def terms(spec, book):
    return {clock.term for clock in rules.clocks(spec.case, "raelingen", book)}


def test_grounds_nobody_asked_for_are_not_given(case):
    case.when(do.GiveGrounds(grounds="Fordi")).then_refused(No.NOT_NOW)


def test_while_grounds_are_waited_for_no_appeal_is_late(case):
    appeal = case.given(ASKED).on(date(2026, 4, 20)).when(APPEAL).came[0]
    assert appeal.sent_on <= appeal.appeal_by


def test_grounds_sent_by_post_count_from_when_they_have_come(application):
    posted = (replace(RECEIVED, channel="paper"), *NOTIFIED[1:])
    case = application.given(*posted, ASKED).on(TODAY)
    [event] = case.when(do.GiveGrounds(grounds="Fordi")).came
    assert event.on == date(2026, 3, 17)


# --- appeal ------------------------------------------------------------------------


def test_an_appeal_names_the_decision_and_says_what_is_wrong(case):
    [event] = case.when(APPEAL).then_some(did.DecisionAppealed).came
    assert (event.number, event.title) == (1, "Vedtak om tjenester")
    assert (event.appeal_by, event.received_on) == (LAST, TODAY)
    case.when(replace(APPEAL, dissatisfied_with=" ")).then_refused(No.APPEAL_EMPTY)
    case.when(replace(APPEAL, number=2)).then_refused(No.NOT_NOW)


def test_one_appeal_at_a_time_of_each_decision(case):
    again = replace(APPEAL, appeal=UUID(int=10))
    under_way = appealed(case)
    under_way.when(again).then_refused(No.APPEAL_UNDER_WAY)
    over = under_way.when(do.EndAppeal(appeal=APPEAL.appeal))
    over.then(did.AppealEnded(appeal=APPEAL.appeal))
    over.when(again).then_some(did.DecisionAppealed)


def test_a_part_that_the_decision_is_not_about_cannot_be_appealed(case):
    case.when(replace(APPEAL, parts=("hap",))).then_some(did.DecisionAppealed)
    case.when(replace(APPEAL, parts=("lar",))).then_refused(No.NOT_IN_DECISION)


def test_a_late_appeal_is_taken_in(case):
    case.on(date(2026, 6, 1)).when(APPEAL).then_some(did.DecisionAppealed)


REGISTER = do.RegisterAppeal(
    appeal=UUID(int=9),
    channel="paper",
    sent_on=date(2026, 3, 6),
    arrived_on=date(2026, 3, 9),
    dissatisfied_with="Jeg fikk ikke HAP.",
    change_wanted="",
)


def test_a_letter_counts_from_when_it_was_posted_and_the_desk_from_when_it_came(case):
    [event] = case.when(REGISTER).then_some(did.DecisionAppealed).came
    assert (event.sent_on, event.received_on) == (date(2026, 3, 6), date(2026, 3, 9))
    told = replace(REGISTER, channel="telephone", sent_on=TODAY, arrived_on=None)
    assert case.when(told).came[0].received_on == TODAY


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"sent_on": AFTER, "arrived_on": AFTER}, No.ARRIVED_LATER_THAN_TODAY),
        ({"arrived_on": AFTER}, No.ARRIVED_LATER_THAN_TODAY),
        ({"arrived_on": date(2026, 3, 5)}, No.PERIOD_BACKWARDS),
    ],
)
def test_a_letter_cannot_have_come_before_it_was_sent_or_tomorrow(case, changes, code):
    case.when(replace(REGISTER, **changes)).then_refused(code)


# --- waiting -----------------------------------------------------------------------


def test_the_party_asks_the_decision_to_wait_and_is_answered(case, book):
    ask = do.AskForSuspension(words="Jeg mister hjelpen.")
    case.when(replace(ask, words=" ")).then_refused(No.REASON_MISSING)
    waiting = case.when(ask).then(WAITING)
    assert "suspension.answer" in terms(waiting, book)
    waiting.when(ask).then_refused(No.ASKED_ALREADY)
    waiting.when(do.DecideSuspension(granted=True, reason="")).then_refused(
        No.REASON_MISSING
    )
    answered = waiting.when(do.DecideSuspension(granted=True, reason="Det haster"))
    answered.then(
        did.SuspensionDecided(number=1, granted=True, reason="Det haster", on=TODAY)
    )
    assert "suspension.answer" not in terms(answered, book)


def test_what_can_no_longer_be_appealed_does_not_wait(case):
    ask = do.AskForSuspension(words="Vent")
    case.on(AFTER).when(ask).then_refused(No.NOTHING_TO_SUSPEND)
    appealed(case).on(AFTER).when(ask).then_some(did.SuspensionAskedFor)


def test_waiting_nobody_asked_for_is_not_decided(case):
    case.when(do.DecideSuspension(granted=False, reason="Nei")).then_refused(No.NOT_NOW)


@pytest.mark.parametrize("over", [do.EndAppeal, do.SettleAppeal])
def test_nothing_waits_for_an_appeal_that_is_over(case, book, over):
    waits = did.SuspensionDecided(number=1, granted=True, reason="Ja", on=TODAY)
    under_way = appealed(case).given(WAITING, waits, WAITING)
    after = under_way.when(over(appeal=APPEAL.appeal))
    latest = after.case.opened.latest
    assert (latest.suspension, latest.waiting_on) == ("", None)
    assert "suspension.answer" not in terms(after, book)


@pytest.mark.parametrize("over", [do.EndAppeal, do.SettleAppeal])
def test_where_no_case_is_there_is_no_appeal_to_be_over(
    application, care, appeal, over
):
    for empty in (application, care, appeal):
        empty.when(over(appeal=APPEAL.appeal)).then_refused(No.NOT_NOW)


def test_a_settled_decision_is_not_appealed_again(case):
    settled = appealed(case).when(do.SettleAppeal(appeal=APPEAL.appeal))
    settled.then(did.AppealSettled(appeal=APPEAL.appeal))
    settled.when(replace(APPEAL, appeal=UUID(int=10))).then_refused(No.APPEAL_UNDER_WAY)


# --- corrections and supervision ---------------------------------------------------


def test_a_plain_error_is_corrected_and_the_decision_stands(case):
    correct = do.CorrectDecision(was="9. mars", corrected="10. mars")
    after = case.when(correct).then(
        did.DecisionCorrected(number=1, was="9. mars", corrected="10. mars", on=TODAY)
    )
    assert isinstance(after.case.stage, at.Notified)
    assert after.case.opened.latest.appeal_by == AVAILABLE.appeal_by
    case.when(replace(correct, was="")).then_refused(No.REASON_MISSING)
    case.when(replace(correct, corrected=" ")).then_refused(No.REASON_MISSING)


def test_supervision_is_asked_for_at_any_time_and_goes_to_whom_it_is_for(application):
    case = application.given(RECEIVED).on(TODAY)
    ask = do.AskForSupervision(words="Ingen har ringt.")
    case.when(ask).then(
        did.SupervisionAskedFor(
            words="Ingen har ringt.", on=TODAY, body="Statsforvalteren"
        )
    )
    no = case.when(do.AskForSupervision(words="")).then_refused(No.REASON_MISSING)
    assert no.no.lacks[0].basis == ("pbrl § 7-4",)


def test_only_what_was_decided_can_be_decided_again(application, case):
    again = do.ReopenDecision(number=1, reason="Medhold")
    application.given(RECEIVED).when(again).then_refused(No.NOT_NOW)
    reopened = case.when(again).came[0]
    assert (reopened.cause, reopened.reason) == ("appeal", "Medhold")

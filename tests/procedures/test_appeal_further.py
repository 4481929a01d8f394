"""Given, when, then for mending, parts, delay, withdrawal and costs of an appeal."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.procedures.events import APPEALED, LATE, NOTIFIED
from tests.procedures.spec import spec

from fotfeste.law.periods import Period, end
from fotfeste.procedures.appeal import commands as do
from fotfeste.procedures.appeal import events as did
from fotfeste.procedures.appeal import rules
from fotfeste.procedures.appeal import stages as at
from fotfeste.procedures.application import events as application_did
from fotfeste.procedures.consequences import Consequence, consequences
from fotfeste.procedures.documents import commands as documents_do
from fotfeste.procedures.documents import events as documents_did
from fotfeste.procedures.kinds import Kind
from fotfeste.procedures.refusal import RefusalCode as No
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import events as remedy_did

DAY = date(2026, 4, 20)
MEND_BY = date(2026, 5, 4)
KEY, CASE = UUID(int=9), APPEALED.case
MENDING = did.MendingAskedFor(defects="Ikke underskrevet", mend_by=MEND_BY, on=DAY)
UPHELD = did.DecisionUpheld(statement="Står")
SENT = did.AppealForwarded(on=DAY, body="Statsforvalteren")
REVERSED = did.DecisionReversed(case=CASE, reason="Vi tok feil", on=DAY)
PARTLY = did.DecisionPartlyReversed(
    case=CASE, reason="HAP innvilges", statement="Resten står", on=DAY
)
WITHDRAWN = did.AppealWithdrawn(case=CASE, reason="", on=DAY)
UNSETTLED = {
    "late": (LATE,),
    "defective": (APPEALED, MENDING),
    "review": (APPEALED,),
    "upheld": (APPEALED, UPHELD),
}
SETTLED = {
    "dismissed": (
        LATE,
        did.AppealDismissed(
            case=CASE,
            reason="Sent",
            on=DAY,
            appeal_by=date(2026, 5, 11),
            basis=("fvl § 33 andre ledd", "fvl § 29 første ledd"),
            body="Statsforvalteren",
        ),
    ),
    "reversed": (APPEALED, REVERSED),
    "withdrawn": (APPEALED, WITHDRAWN),
}
every_unsettled = pytest.mark.parametrize("history", UNSETTLED.values(), ids=UNSETTLED)
every_settled = pytest.mark.parametrize("history", SETTLED.values(), ids=SETTLED)


@pytest.fixture
def on(appeal):
    """An appeal with the history, on a day after it came."""
    return lambda *history: appeal.on(DAY).given(*history)


def outcome(kind):
    return did.OutcomeRecorded(case=CASE, outcome=kind, decided_on=DAY, summary="Svar")


# --- mending -----------------------------------------------------------------------


@pytest.mark.parametrize("first", [APPEALED, LATE])
def test_what_can_be_mended_is_asked_for_with_a_day(on, book, first):
    ask = do.AskForMending(defects="Ikke underskrevet", mend_by=MEND_BY)
    on(first).when(replace(ask, defects=" ")).then_refused(No.REASON_MISSING)
    on(first).when(replace(ask, mend_by=DAY)).then_refused(No.DAY_NOT_AHEAD)
    asked = on(first).when(ask).then(MENDING)
    [clock] = rules.clocks(asked.case, book)
    assert (clock.term, clock.due.value) == ("appeal.mend", MEND_BY)
    asked.when(ask).then_refused(No.NOT_NOW)


@pytest.mark.parametrize(
    ("first", "stage"), [(APPEALED, at.UnderReview()), (LATE, at.Late())]
)
def test_a_mended_appeal_goes_on_where_it_was(on, first, stage):
    asked = on(first, MENDING)
    asked.when(do.MendAppeal(words=" ")).then_refused(No.OWN_WORDS_MISSING)
    mended = asked.when(do.MendAppeal(words="Her er navnet mitt."))
    mended.then(did.AppealMended(words="Her er navnet mitt.", on=DAY))
    assert mended.case.stage == stage
    mended.when(do.MendAppeal(words="Igjen")).then_refused(No.NOT_NOW)


def test_what_can_be_mended_is_not_dismissed_before_its_day_is_past(on):
    dismiss = do.DismissAppeal(reason="Ikke underskrevet")
    asked = on(APPEALED, MENDING)
    asked.on(MEND_BY).when(dismiss).then_refused(No.MENDING_PERIOD_RUNNING)
    asked.on(date(2026, 5, 5)).when(dismiss).then_some(did.AppealDismissed)


@pytest.mark.parametrize("command", [do.UpholdDecision(statement="Står")])
def test_nothing_is_decided_about_an_appeal_that_is_being_mended(on, command):
    on(APPEALED, MENDING).when(command).then_refused(No.NOT_NOW)


# --- meanwhile ---------------------------------------------------------------------


@every_unsettled
def test_the_party_says_more_while_we_have_the_appeal(on, history):
    comment = do.CommentOnAppeal(words="Og én ting til.")
    after = on(*history).when(comment)
    after.then(did.AppealCommented(words="Og én ting til.", on=DAY))
    assert after.case.stage == on(*history).case.stage
    assert after.case.opened.comments == ("Og én ting til.",)
    on(*history).when(do.CommentOnAppeal(words="")).then_refused(No.OWN_WORDS_MISSING)


@every_unsettled
def test_the_party_is_told_why_it_takes_time_and_until_when(on, book, history):
    tell = do.GiveAppealDelayNotice(reason="Sykdom", expected_on=date(2026, 5, 18))
    on(*history).when(replace(tell, reason=" ")).then_refused(No.REASON_MISSING)
    on(*history).when(replace(tell, expected_on=DAY)).then_refused(
        No.EXPECTED_DATE_NOT_AHEAD
    )
    told = on(*history).when(tell).then_some(did.AppealDelayNoticeGiven)
    days = {c.term: c.due.value for c in rules.clocks(told.case, book)}
    assert days.get("appeal-handling", date(2026, 5, 18)) == date(2026, 5, 18)


@every_settled
@pytest.mark.parametrize(
    "command",
    [
        do.CommentOnAppeal(words="Mer"),
        do.GiveAppealDelayNotice(reason="Sykdom", expected_on=date(2026, 6, 1)),
        do.WithdrawAppeal(),
        do.AskForMending(defects="Alt", mend_by=MEND_BY),
    ],
    ids=lambda command: type(command).__name__,
)
def test_what_is_settled_is_left_alone(on, history, command):
    on(*history).when(command).then_refused(No.NOT_NOW)


@pytest.mark.parametrize(
    "history", [*UNSETTLED.values(), (APPEALED, UPHELD, SENT)], ids=[*UNSETTLED, "sent"]
)
def test_one_withdraws_at_any_time_and_the_decision_lets_go(on, history):
    after = on(*history).when(do.WithdrawAppeal())
    after.then(WITHDRAWN)
    assert consequences(KEY, WITHDRAWN, after.case) == (
        Consequence(CASE, remedy_do.EndAppeal(appeal=KEY)),
    )


def test_an_appeal_is_opened_once(on, application):
    told = application.on(DAY).given(*NOTIFIED)
    appeal = remedy_do.AppealDecision(
        appeal=KEY, dissatisfied_with="For lite.", change_wanted=""
    )
    [event] = told.when(appeal).came
    [caused] = consequences(CASE, event, told.case)
    assert caused.stream == KEY
    on().when(caused.command).then_some(did.AppealReceived)
    on(APPEALED).when(caused.command).then_refused(No.NOT_NOW)


# --- a part ------------------------------------------------------------------------


def test_a_part_is_reversed_and_the_rest_goes_on(on):
    reverse = do.ReversePart(reason="HAP innvilges", statement="Resten står")
    on(APPEALED).when(replace(reverse, reason="")).then_refused(No.REASON_MISSING)
    on(APPEALED).when(replace(reverse, statement=" ")).then_refused(
        No.STATEMENT_MISSING
    )
    on(LATE).when(reverse).then_refused(No.NOT_NOW)
    after = on(APPEALED).when(reverse).then(PARTLY)
    assert consequences(KEY, PARTLY, after.case) == (
        Consequence(CASE, remedy_do.ReopenDecision(number=1, reason="HAP innvilges")),
    )
    after.when(do.ForwardAppeal()).then_some(did.AppealForwarded)


def test_a_reversal_has_a_reason(on):
    on(APPEALED).when(do.ReverseDecision(reason=" ")).then_refused(No.REASON_MISSING)


def test_a_statement_from_above_has_a_summary(on):
    on(APPEALED, UPHELD, SENT).when(
        do.RecordOutcome(outcome=did.Outcome.CHANGED, decided_on=DAY, summary="")
    ).then_refused(No.REASON_MISSING)


@pytest.mark.parametrize("kind", [did.Outcome.CHANGED, did.Outcome.SET_ASIDE])
def test_what_is_won_above_is_decided_again(on, application, kind):
    won = outcome(kind)
    case = on(APPEALED, UPHELD, SENT, won).case
    [caused] = consequences(KEY, won, case)
    assert caused.stream == CASE
    reopened = application.on(DAY).given(*NOTIFIED).when(caused.command)
    reopened.then_some(application_did.CaseReopened)
    reopened.when(caused.command).then()  # it is being decided again already


def test_what_is_lost_above_stands_and_nothing_waits_for_it(on):
    lost = outcome(did.Outcome.UPHELD)
    case = on(APPEALED, UPHELD, SENT, lost).case
    assert consequences(KEY, lost, case) == (
        Consequence(CASE, remedy_do.SettleAppeal(appeal=KEY)),
    )


def test_what_is_only_upheld_or_sent_causes_nothing(on):
    for event in (UPHELD, SENT):
        assert consequences(KEY, event, on(APPEALED, UPHELD, SENT).case) == ()


# --- costs -------------------------------------------------------------------------

CLAIM = do.ClaimCosts(claim="Advokat, 4 timer")
DECIDE = do.DecideCosts(reason="Nødvendig bistand", covered="4 000 kroner")


@pytest.mark.parametrize(
    "history",
    [
        (APPEALED,),
        (APPEALED, UPHELD),
        (APPEALED, UPHELD, SENT, outcome(did.Outcome.UPHELD)),
    ],
)
def test_costs_are_claimed_only_when_something_was_changed(on, history):
    on(*history).when(CLAIM).then_refused(No.NOT_NOW)


@pytest.mark.parametrize(
    ("history", "decided_by"),
    [
        ((APPEALED, REVERSED), ""),
        ((APPEALED, PARTLY), ""),
        ((APPEALED, PARTLY, SENT), ""),
        ((APPEALED, UPHELD, SENT, outcome(did.Outcome.SET_ASIDE)), ""),
        (
            (APPEALED, UPHELD, SENT, outcome(did.Outcome.CHANGED)),
            "Statsforvalteren",
        ),
    ],
)
def test_whoever_changed_the_decision_decides_the_claim(on, history, decided_by):
    claimed = on(*history).when(CLAIM).then_some(did.CostsClaimed)
    assert claimed.came[0].decided_by == decided_by
    claimed.when(CLAIM).then_refused(No.NOT_NOW)
    decided = claimed.when(DECIDE)
    if decided_by:
        decided.then_refused(No.NOT_NOW)
    else:
        decided.then_some(did.CostsDecided)


def test_a_claim_says_what_for_and_is_decided_with_a_reason(on, book):
    on(APPEALED, REVERSED).when(do.ClaimCosts(claim=" ")).then_refused(
        No.REASON_MISSING
    )
    on(APPEALED, REVERSED).when(DECIDE).then_refused(No.NOT_NOW)
    claimed = on(APPEALED, REVERSED).when(CLAIM)
    assert "costs" in {c.term for c in rules.clocks(claimed.case, book)}
    claimed.when(replace(DECIDE, reason="")).then_refused(No.REASON_MISSING)
    decided = claimed.when(DECIDE)
    assert "costs" not in {c.term for c in rules.clocks(decided.case, book)}


def test_the_decision_on_costs_can_be_appealed_within_three_weeks(on):
    decided = on(APPEALED, REVERSED).when(CLAIM).when(DECIDE)
    [told] = decided.when(remedy_do.MakeDecisionAvailable(on=DAY)).came
    assert told.appeal_by == date(2026, 5, 11)


# --- a dismissal, and the documents ------------------------------------------------


def test_a_dismissal_is_appealed_and_when_that_is_won_the_first_is_heard(on):
    dismissed = on(*SETTLED["dismissed"])
    appeal = remedy_do.AppealDecision(
        appeal=UUID(int=10), dissatisfied_with="Jeg var innlagt.", change_wanted=""
    )
    [again] = dismissed.when(appeal).then_some(remedy_did.DecisionAppealed).came
    assert (again.title, again.appeal_by) == ("Avvisning av klagen", date(2026, 5, 11))
    won = dismissed.when(remedy_do.ReopenDecision(number=1, reason="Medhold"))
    won.then(did.LateAppealAdmitted(reason="Medhold"))
    assert won.case.stage == at.UnderReview()


def test_the_documents_of_an_appeal_can_be_asked_for_and_refused(on):
    asked = on(APPEALED).when(documents_do.AskForDocuments())
    asked.then_some(documents_did.DocumentsAskedFor)
    refused = asked.when(
        documents_do.RefuseAccess(
            which="Notat", provision="fvl § 18 a første ledd", reason="Internt"
        )
    )
    refused.then_some(documents_did.AccessRefused)
    told = refused.when(remedy_do.MakeDecisionAvailable(on=DAY))
    won = told.when(remedy_do.ReopenDecision(number=1, reason="Medhold"))
    won.then(documents_did.DocumentsAskedFor(which="Medhold", on=DAY))


# --- after a withdrawal, and after a merger ----------------------------------------


def test_what_was_won_in_part_is_claimed_although_the_rest_was_withdrawn(on):
    on(APPEALED, PARTLY, WITHDRAWN).when(CLAIM).then_some(did.CostsClaimed)


def test_costs_are_decided_and_told_after_a_merger(book):
    """The decision was made when the municipality was another."""
    day = date(2020, 2, 17)
    merged = spec(book, Kind.APPEAL, "oppegard").on(day)
    received = replace(APPEALED, decided_on=date(2020, 1, 7))
    decided = merged.given(received, REVERSED).when(CLAIM).when(DECIDE)
    decided.when(remedy_do.MakeDecisionAvailable(on=day)).then_some(
        remedy_did.DecisionMadeAvailable
    )


# --- to court ----------------------------------------------------------------------


@pytest.mark.parametrize("history", UNSETTLED.values(), ids=UNSETTLED)
def test_one_can_go_to_court_six_months_after_the_appeal(book, history):
    case = spec(book, Kind.APPEAL).given(*history).case
    found = rules.court_from(case, book)
    assert found.value == end(history[0].sent_on, Period("6 months"), book.calendar)
    assert found.basis[0] == "fvl § 27 b"


@pytest.mark.parametrize("last", [REVERSED, WITHDRAWN])
def test_there_is_no_waiting_for_court_when_the_appeal_has_ended(book, last):
    case = spec(book, Kind.APPEAL).given(APPEALED, last).case
    assert rules.court_from(case, book) is None

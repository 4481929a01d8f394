"""Given, when, then for how an application begins and ends without a decision."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.procedures.events import (
    ASSESSED,
    CRITERIA,
    GRANTED,
    HELD,
    INVITED,
    NOTIFIED,
    PROPOSAL,
    RECEIVED,
    REFUSED,
    SAID,
)
from tests.procedures.spec import KARI, OLA

from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application import rules
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.refusal import RefusalCode as No
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import events as remedy_did
from fotfeste.procedures.remedy.stages import DecisionKind

TODAY = date(2026, 3, 2)
MISSED = did.InterviewMissed(on=date(2026, 2, 10), reason="Kom ikke")
HELPED = replace(SAID, helper="Naboen Per")
UNCONFIRMED = replace(RECEIVED, application=HELPED, channel="counter", confirmed=False)
CLOSE = do.CloseCase(closing="no-contact", on=TODAY, reason="Vi får ikke tak i Nora")
CLOSED = did.CaseClosed(closing="no-contact", reason="Vi får ikke tak i Nora", on=TODAY)
WITHDRAWN = did.ApplicationWithdrawn(reason="")


# --- in ----------------------------------------------------------------------------


def test_what_a_helper_filled_in_waits_for_the_person(application):
    register = do.RegisterApplication(
        application=HELPED, channel="counter", arrived_on=TODAY, confirmed=False
    )
    waiting = application.when(register).then(replace(UNCONFIRMED, received_on=TODAY))
    assert waiting.case.stage == at.Unconfirmed()
    waiting.when(do.ArrangeInterview(on=TODAY, at="10.00", place="Her")).then_refused(
        No.NOT_NOW
    )
    said_yes = waiting.when(do.ConfirmApplication(how="Ringte"))
    said_yes.then(did.ApplicationConfirmed(how="Ringte", on=TODAY))
    assert said_yes.case.stage == at.Received()
    said_yes.when(do.ConfirmApplication()).then_refused(No.NOT_NOW)


def test_the_helper_is_named_where_the_person_has_not_said_yes(application):
    unnamed = do.RegisterApplication(
        application=SAID, channel="counter", arrived_on=TODAY, confirmed=False
    )
    application.when(unnamed).then_refused(No.HELPER_MISSING)


def test_the_month_runs_while_the_person_has_not_said_yes(application, book):
    clocks = rules.clocks(application.given(UNCONFIRMED).case, "raelingen", book)
    assert [c.term for c in clocks if c.is_law] == ["preliminary-answer"]


def test_a_referral_names_who_referred(application):
    register = do.RegisterApplication(
        application=replace(SAID, sender="Fastlege Ås"),
        channel="referral",
        arrived_on=TODAY,
    )
    application.when(register).then_some(did.ApplicationReceived)
    application.when(replace(register, application=SAID)).then_refused(
        No.SENDER_MISSING
    )


def test_what_came_to_the_wrong_unit_keeps_the_day_it_came(application):
    register = do.RegisterApplication(
        application=SAID,
        channel="paper",
        arrived_on=date(2026, 2, 23),
        first_unit="Servicetorget",
    )
    [received] = application.when(register).came
    assert (received.received_on, received.first_unit) == (
        date(2026, 2, 23),
        "Servicetorget",
    )


@pytest.mark.parametrize("history", [(RECEIVED,), (UNCONFIRMED,)])
def test_what_was_for_somebody_else_is_passed_on(application, history):
    case = application.given(*history)
    inside = do.PassApplication(recipient="Barnevernet", inside=True)
    passed = case.when(inside)
    passed.then(did.ApplicationPassed(recipient="Barnevernet", on=TODAY))
    assert passed.case.stage == at.Passed()
    case.when(replace(inside, recipient=" ")).then_refused(No.SOURCE_MISSING)


def test_nothing_leaves_the_municipality_without_the_persons_yes(application):
    case = application.given(RECEIVED)
    outside = do.PassApplication(recipient="Oslo kommune", inside=False)
    no = case.when(outside).then_refused(No.CONSENT_MISSING)
    assert no.no.lacks[0].facts == {"source": "Oslo kommune"}
    case.when(replace(outside, agreed="Sa ja i telefonen")).then_some(
        did.ApplicationPassed
    )


def test_what_we_have_begun_on_is_not_passed_on(application):
    application.given(RECEIVED, INVITED).when(
        do.PassApplication(recipient="NAV", inside=True)
    ).then_refused(No.NOT_NOW)


def test_nobody_applies_for_a_day_before_there_was_a_service(application):
    register = do.RegisterApplication(
        application=SAID, channel="paper", arrived_on=date(2019, 12, 31)
    )
    application.when(register).then_refused(No.NO_SERVICE_THEN)


# --- next of kin -------------------------------------------------------------------

KIN = replace(SAID, wants=("parorende",), role="kin")


def test_kin_apply_for_what_is_for_kin_and_the_person_for_what_is_for_them(application):
    application.when(do.SubmitApplication(application=KIN)).then_some(
        did.ApplicationReceived
    )
    for said in (
        replace(KIN, wants=("samtaler",)),
        replace(SAID, wants=("parorende",)),
    ):
        application.when(do.SubmitApplication(application=said)).then_refused(
            No.NOT_OFFERED
        )


def test_kin_are_assessed_by_their_own_criteria(application, book):
    pack = book.pack("raelingen", TODAY)
    kin = {one.key for one in pack.assessments("kin", ["parorende"])}
    assert {("kin-burden", ""), ("kin-need", "parorende")} <= kin
    assert ("addiction", "") not in kin
    case = application.given(replace(RECEIVED, application=KIN), HELD)
    case.when(findings(("addiction", ""))).then_refused(No.UNKNOWN_CRITERION)
    proposal = replace(PROPOSAL, services=(replace(GRANTED, offer="parorende"),))
    case.when(proposal).then_refused(No.FINDING_MISSING)
    case.when(findings(*kin)).when(proposal).then_some(did.DecisionMade)


def test_the_person_is_not_assessed_by_the_criteria_of_kin(application):
    application.given(RECEIVED, HELD).when(findings(("kin-burden", ""))).then_refused(
        No.UNKNOWN_CRITERION
    )
    assert ("kin-burden", "") not in CRITERIA


def findings(*criteria):
    return do.RecordFindings(
        findings=tuple(
            do.Finding(
                criterion=key,
                offer=offer,
                outcome="met",
                reason="Ja",
                evidence="Samtale",
            )
            for key, offer in criteria
        )
    )


# --- the interview -----------------------------------------------------------------


def test_the_person_cancels_without_a_reason_and_it_is_no_missed_one(application):
    after = application.given(RECEIVED, INVITED).when(do.CancelInterview())
    after.then(did.InterviewCancelled(reason="", on=TODAY))
    assert after.case.stage == at.Received()
    assert after.case.opened.missed == 0


def test_only_what_is_arranged_is_cancelled(application):
    application.given(RECEIVED).when(do.CancelInterview()).then_refused(No.NOT_NOW)


# --- dismissed ---------------------------------------------------------------------


def test_a_dismissal_has_grounds_and_can_be_appealed(application):
    case = application.given(RECEIVED)
    no = case.when(do.DismissApplication(reason=" ")).then_refused(No.GROUNDS_MISSING)
    assert "fvl § 25" in no.no.lacks[0].basis
    after = case.when(do.DismissApplication(reason="Gjelder en annen kommune"))
    after.then_some(did.ApplicationDismissed)
    assert after.case.opened.decisions.pending.kind is DecisionKind.DISMISSAL
    told = after.when(remedy_do.MakeDecisionAvailable(on=TODAY))
    assert told.then_some(remedy_did.DecisionMadeAvailable).came[0].appeal_by


def test_what_is_decided_is_not_dismissed(application):
    application.given(*NOTIFIED).when(do.DismissApplication(reason="Nei")).then_refused(
        No.NOT_NOW
    )


def test_a_dismissal_whose_appeal_is_won_opens_the_case_again(application):
    case = application.given(
        RECEIVED,
        did.ApplicationDismissed(reason="Annen kommune", on=TODAY),
        told_of(1),
    )
    again = case.when(remedy_do.ReopenDecision(number=1, reason="Medhold"))
    again.then(did.CaseReopened(on=TODAY, reason="Medhold", cause="appeal"))
    assert again.case.stage == at.Received()


def told_of(number):
    return remedy_did.DecisionMadeAvailable(
        on=TODAY,
        appeal_by=date(2026, 3, 23),
        basis=("fvl § 29 første ledd",),
        body="Statsforvalteren",
        number=number,
    )


# --- closed ------------------------------------------------------------------------


@pytest.mark.parametrize("missed", [0, 1])
def test_silence_closes_nothing_before_two_invitations(application, missed):
    tried = (INVITED, MISSED) * missed
    case = application.given(RECEIVED, *tried)
    no = case.when(CLOSE).then_refused(No.NOT_TRIED_ENOUGH)
    assert no.no.lacks[0].basis == ("fvl § 17 første ledd",)


def test_two_cancelled_invitations_are_no_silence(application):
    cancelled = did.InterviewCancelled(reason="", on=TODAY)
    case = application.given(RECEIVED, *(INVITED, cancelled) * 2)
    case.when(CLOSE).then_refused(No.NOT_TRIED_ENOUGH)


def test_after_two_missed_invitations_it_can_be_closed_and_appealed(application):
    case = application.given(RECEIVED, *(INVITED, MISSED) * 2)
    case.when(replace(CLOSE, reason="")).then_refused(No.REASON_MISSING)
    closed = case.when(CLOSE).then(CLOSED)
    assert closed.case.stage == at.Closed("no-contact")
    assert closed.case.opened.decisions.pending.kind is DecisionKind.CLOSING


def test_who_has_moved_is_closed_with_a_reason(application):
    moved = do.CloseCase(closing="moved", on=TODAY, reason="Bor i Oslo nå")
    case = application.given(RECEIVED)
    case.when(moved).then_some(did.CaseClosed)
    case.when(replace(moved, reason=" ")).then_refused(No.REASON_MISSING)
    case.when(replace(moved, on=TODAY + timedelta(days=1))).then_refused(No.DAY_NOT_YET)


def test_death_closes_a_case_and_decides_nothing(application):
    died = do.CloseCase(closing="death", on=date(2026, 2, 20))
    closed = application.given(RECEIVED).when(died)
    closed.then(did.CaseClosed(closing="death", reason="", on=date(2026, 2, 20)))
    assert closed.case.opened.decisions.made == ()


def test_what_is_decided_is_not_closed(application):
    application.given(*NOTIFIED).when(CLOSE).then_refused(No.NOT_NOW)


def test_a_closing_whose_appeal_is_won_opens_the_case_again(application):
    case = application.given(RECEIVED, *(INVITED, MISSED) * 2, CLOSED, told_of(1))
    again = case.when(remedy_do.ReopenDecision(number=1, reason="Medhold"))
    assert again.then_some(did.CaseReopened).case.stage == at.Received()


# --- again -------------------------------------------------------------------------


@pytest.mark.parametrize("end", [WITHDRAWN, CLOSED])
def test_what_ended_without_a_decision_is_taken_up_again(application, book, end):
    ended = application.given(RECEIVED, *(INVITED, MISSED) * 2, end)
    ended.when(do.ReopenCase(reason="")).then_refused(No.REASON_MISSING)
    again = ended.when(do.ReopenCase(reason="Nora ringte"))
    again.then(did.CaseReopened(on=TODAY, reason="Nora ringte", cause="taken-up"))
    assert again.case.stage == at.Received()
    assert again.case.opened.missed == 0, "the tries are counted again"
    month = rules.decision_due(again.case.opened, book).value
    assert month == date(2026, 4, 2), "and so is the month"


@pytest.mark.parametrize("history", [(RECEIVED,), NOTIFIED])
def test_only_what_has_ended_is_taken_up_again(application, history):
    application.given(*history).when(do.ReopenCase(reason="Igjen")).then_refused(
        No.NOT_NOW
    )


def test_one_withdraws_without_a_reason_until_it_is_decided(application):
    application.given(RECEIVED).when(do.WithdrawApplication()).then(WITHDRAWN)
    application.given(*NOTIFIED).when(do.WithdrawApplication()).then_refused(No.NOT_NOW)


# --- our own decision again --------------------------------------------------------


def test_our_own_decision_is_taken_up_again_with_a_hearing(application):
    case = application.given(*NOTIFIED)
    reverse = do.ReverseDecision(reason="Ny lege", comment_by=date(2026, 3, 16))
    case.when(replace(reverse, reason=" ")).then_refused(No.REASON_MISSING)
    no = case.when(replace(reverse, comment_by=TODAY)).then_refused(No.DAY_NOT_AHEAD)
    assert no.no.lacks[0].basis == ("fvl § 16 første ledd",)
    reopened = case.when(reverse).then(
        did.CaseReopened(
            on=TODAY,
            reason="Ny lege",
            cause="own-initiative",
            comment_by=date(2026, 3, 16),
        )
    )
    heard_on = (date(2026, 3, 16), date(2026, 3, 17))
    reopened.on(heard_on[0]).when(PROPOSAL).then_refused(No.COMMENT_PERIOD_RUNNING)
    reopened.on(heard_on[1]).when(PROPOSAL).then_some(did.DecisionMade)
    reopened.when(do.CommentOnCase(words="Greit")).when(PROPOSAL).then_some(
        did.DecisionMade
    )


def test_to_the_persons_good_nothing_is_waited_for(application):
    application.given(*NOTIFIED).when(do.ReverseDecision(reason="Vi tok feil")).when(
        PROPOSAL
    ).then_some(did.DecisionMade)


def test_what_is_not_told_is_not_taken_up_again(application):
    application.given(*ASSESSED).when(do.ReverseDecision(reason="Nei")).then_refused(
        No.NOT_NOW
    )


def test_what_the_party_says_of_a_proposal_is_read_before_it_is_approved(
    approved_by_two,
):
    proposed = approved_by_two.given(RECEIVED_THERE, HELD).by(KARI)
    pack = proposed.here.pack(TODAY)
    criteria = [one.key for one in pack.assessments("self", ["behandling"])]
    proposal = replace(PROPOSAL, services=(replace(GRANTED, offer="behandling"),))
    proposed = proposed.when(findings(*criteria)).when(proposal)
    proposed = proposed.then_some(did.DecisionProposed)
    said = proposed.when(do.CommentOnCase(words="Vent litt"))
    said.by(OLA).when(do.ApproveDecision()).then_refused(No.COMMENT_SINCE_PROPOSAL)
    proposed.by(OLA).when(do.ApproveDecision()).then_some(did.DecisionMade)
    back = said.by(OLA).when(do.ReturnDecision(comment="Les uttalelsen"))
    back.by(KARI).when(proposal).by(OLA).when(do.ApproveDecision()).then_some(
        did.DecisionMade
    )


RECEIVED_THERE = replace(RECEIVED, application=replace(SAID, wants=("behandling",)))


@pytest.mark.parametrize("ended", [WITHDRAWN, replace(CLOSED, closing="moved")])
def test_what_was_said_before_a_proposal_does_not_stop_it(approved_by_two, ended):
    """A proposal that ended with the case waits for nobody when it is taken up."""
    there = approved_by_two.given(RECEIVED_THERE, HELD).by(KARI)
    pack = there.here.pack(TODAY)
    criteria = [one.key for one in pack.assessments("self", ["behandling"])]
    proposal = replace(PROPOSAL, services=(replace(GRANTED, offer="behandling"),))
    proposed = there.when(findings(*criteria)).when(proposal)
    again = proposed.given(ended).when(do.ReopenCase(reason="Nora ringte"))
    said = again.when(do.CommentOnCase(words="Takk"))
    met = said.when(do.RecordInterview(on=TODAY, took_part="Nora", own_words="Ja"))
    met.when(proposal).by(OLA).when(do.ApproveDecision()).then_some(did.DecisionMade)


def test_what_is_opened_to_the_partys_good_is_not_made_worse_unheard(application):
    reversed_ = application.on(date(2026, 5, 4)).given(*NOTIFIED)
    good = reversed_.when(do.ReverseDecision(reason="Vi så feil på reglene"))
    worse = replace(
        PROPOSAL,
        services=(replace(REFUSED, offer="samtaler"), REFUSED),
        other_support="Ring oss.",
    )
    good.when(worse).then_refused(No.NOT_NOTICED)
    heard = good.when(do.CommentOnCase(words="Det er greit"))
    heard.when(worse).then_some(did.DecisionMade)

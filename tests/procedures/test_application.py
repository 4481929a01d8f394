"""Given, when, then for every command of an application."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.procedures.events import (
    ASSESSED,
    AVAILABLE,
    DECISION,
    FINDINGS,
    GRANTED,
    HELD,
    INVITED,
    MADE,
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
from fotfeste.procedures.application.events import Outcome
from fotfeste.procedures.refusal import RefusalCode as No
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import events as remedy_did

TODAY = date(2026, 3, 2)


def test_a_person_applies_and_it_is_received_today(application):
    application.when(do.SubmitApplication(application=SAID)).then(
        did.ApplicationReceived(application=SAID, channel="online", received_on=TODAY)
    )


def test_one_applies_for_something(application):
    nothing = replace(SAID, wants=())
    application.when(do.SubmitApplication(application=nothing)).then_refused(
        No.NOTHING_APPLIED_FOR
    )


def test_whoever_applies_has_a_name(application):
    nameless = replace(SAID, name=" ")
    application.when(do.SubmitApplication(application=nameless)).then_refused(
        No.NAME_MISSING
    )


def test_one_applies_for_what_the_pack_offers(application):
    other = replace(SAID, wants=("samtaler", "romferd"))
    application.when(do.SubmitApplication(application=other)).then_refused(
        No.NOT_OFFERED
    )


def test_what_cannot_be_applied_for_is_refused(application):
    other = replace(SAID, wants=("kartlegging",))
    application.when(do.SubmitApplication(application=other)).then_refused(
        No.NOT_OFFERED
    )


def test_nobody_applies_twice_in_the_same_case(application):
    application.given(RECEIVED).when(
        do.SubmitApplication(application=SAID)
    ).then_refused(No.NOT_NOW)


def test_a_paper_application_counts_from_the_day_it_came(application):
    friday = date(2026, 2, 27)
    application.when(
        do.RegisterApplication(application=SAID, channel="paper", arrived_on=friday)
    ).then(
        did.ApplicationReceived(application=SAID, channel="paper", received_on=friday)
    )


def test_a_paper_application_cannot_have_come_tomorrow(application):
    tomorrow = TODAY + timedelta(days=1)
    application.when(
        do.RegisterApplication(application=SAID, channel="paper", arrived_on=tomorrow)
    ).then_refused(No.ARRIVED_LATER_THAN_TODAY)


def test_the_person_is_invited_to_an_interview(application):
    on = TODAY + timedelta(days=3)
    command = do.ArrangeInterview(on=on, at="10.00", place="Hos oss")
    application.given(RECEIVED).when(command).then(
        did.InterviewArranged(on=on, at="10.00", place="Hos oss")
    )


def test_nobody_is_invited_to_yesterday(application):
    command = do.ArrangeInterview(on=date(2026, 3, 1), at="10.00", place="Hos oss")
    application.given(RECEIVED).when(command).then_refused(No.INTERVIEW_IN_THE_PAST)


def test_the_interview_holds_the_persons_own_words(application):
    command = do.RecordInterview(on=TODAY, took_part="Nora", own_words="Jeg vil.")
    application.given(RECEIVED, INVITED).when(command).then_some(did.InterviewHeld)


def test_an_interview_without_the_persons_words_is_refused(application):
    command = do.RecordInterview(on=TODAY, took_part="Nora", own_words="  ")
    application.given(RECEIVED, INVITED).when(command).then_refused(
        No.OWN_WORDS_MISSING
    )


def test_an_interview_tomorrow_has_not_been_held(application):
    command = do.RecordInterview(
        on=TODAY + timedelta(days=1), took_part="Nora", own_words="Ja"
    )
    application.given(RECEIVED).when(command).then_refused(No.INTERVIEW_NOT_HELD_YET)


def test_a_missed_interview_leads_back_to_a_new_invitation(application):
    missed = do.RecordMissedInterview(on=date(2026, 2, 10), reason="Syk")
    after = application.given(RECEIVED, INVITED).when(missed)
    after.then(did.InterviewMissed(on=date(2026, 2, 10), reason="Syk"))
    assert after.case.stage == at.Received()


def test_a_missed_interview_has_a_reason(application):
    missed = do.RecordMissedInterview(on=date(2026, 2, 10), reason="")
    application.given(RECEIVED, INVITED).when(missed).then_refused(No.REASON_MISSING)


def finding(criterion="health", reason="God helse"):
    return do.Finding(
        criterion=criterion, outcome="met", reason=reason, evidence="Samtale"
    )


def test_criteria_are_found_with_reasons(application):
    command = do.RecordFindings(findings=(finding(), finding("self-care")))
    application.given(RECEIVED, HELD).when(command).then_some(
        did.FindingRecorded, did.FindingRecorded
    )


def test_a_finding_without_a_reason_is_refused(application):
    command = do.RecordFindings(findings=(finding(reason=""),))
    application.given(RECEIVED).when(command).then_refused(No.REASON_MISSING)


def test_a_criterion_that_the_pack_lacks_is_refused(application):
    command = do.RecordFindings(findings=(finding("motivasjon"),))
    application.given(RECEIVED).when(command).then_refused(No.UNKNOWN_CRITERION)


@pytest.mark.parametrize(
    ("criterion", "offer"),
    [("necessary-and-sound", ""), ("health", "hap"), ("necessary-and-sound", "bolig")],
)
def test_what_is_assessed_for_each_service_names_one_applied_for(
    application, criterion, offer
):
    given = do.Finding(
        criterion=criterion, offer=offer, outcome="met", reason="Ja", evidence=""
    )
    command = do.RecordFindings(findings=(given,))
    application.given(RECEIVED).when(command).then_refused(No.UNKNOWN_CRITERION)


def test_each_service_has_its_own_finding_with_the_persons_view(application):
    both = tuple(
        do.Finding(
            criterion="necessary-and-sound",
            offer=offer,
            outcome=outcome,
            reason="Ja",
            evidence="",
            own_view=f"Jeg vil ha {offer}",
        )
        for offer, outcome in (("samtaler", "met"), ("hap", "not-met"))
    )
    after = application.given(RECEIVED).when(do.RecordFindings(findings=both))
    file = after.case.opened
    assert file.finding("necessary-and-sound", "hap").outcome == "not-met"
    assert file.finding("necessary-and-sound", "hap").own_view == "Jeg vil ha hap"
    assert file.finding("necessary-and-sound", "samtaler").outcome == "met"


def test_a_finding_that_says_nothing_new_leaves_no_trace(application):
    command = do.RecordFindings(findings=(finding(),))
    application.given(RECEIVED, HELD).when(command).when(command).then()


def test_the_latest_finding_counts(application):
    first = do.RecordFindings(findings=(finding(reason="Først"),))
    second = do.RecordFindings(findings=(finding(reason="Siden"),))
    file = application.given(RECEIVED).when(first).when(second).case.opened
    assert file.finding("health").reason == "Siden"
    assert len(file.findings) == 1


def test_the_party_may_say_more_before_the_decision(application):
    application.given(*ASSESSED).when(do.CommentOnCase(words="Hør her")).then(
        did.CommentReceived(words="Hør her")
    )


def test_an_empty_comment_is_refused(application):
    application.given(RECEIVED).when(do.CommentOnCase(words=" ")).then_refused(
        No.OWN_WORDS_MISSING
    )


def test_a_delay_notice_has_a_reason_and_a_day_ahead(application):
    ahead = do.GiveDelayNotice(reason="Sykdom", expected_on=date(2026, 3, 20))
    application.given(RECEIVED).when(ahead).then(
        did.DelayNoticeGiven(
            reason="Sykdom", expected_on=date(2026, 3, 20), due_on=TODAY
        )
    )


@pytest.mark.parametrize(
    ("reason", "expected_on", "code"),
    [
        ("", date(2026, 3, 20), No.REASON_MISSING),
        ("Sykdom", TODAY, No.EXPECTED_DATE_NOT_AHEAD),
    ],
)
def test_a_poor_delay_notice_is_refused(application, reason, expected_on, code):
    command = do.GiveDelayNotice(reason=reason, expected_on=expected_on)
    application.given(RECEIVED).when(command).then_refused(code)


def test_a_case_cannot_pass_a_month_silently_nor_the_day_it_was_given(
    application, book
):
    here = application.given(RECEIVED)
    first = rules.clocks(here.case, "raelingen", book)[0]
    assert (first.term, first.due.value) == ("preliminary-answer", date(2026, 3, 2))
    later = here.when(do.GiveDelayNotice(reason="Syk", expected_on=date(2026, 3, 22)))
    again = rules.clocks(later.case, "raelingen", book)[0]
    assert (again.term, again.due.value) == ("new-notice", date(2026, 3, 22))
    assert again.act_by == date(2026, 3, 20), "a Sunday: the desk goes by the Friday"


def test_a_decision_is_made_by_one_where_the_pack_asks_for_one(application):
    application.given(*ASSESSED).when(PROPOSAL).then(
        did.DecisionMade(
            decision=DECISION, decided_on=TODAY, proposed_by=KARI, approved_by=None
        )
    )


@pytest.mark.parametrize(
    "missing",
    [("self-care", ""), ("health", ""), ("necessary-and-sound", "hap")],
)
def test_a_decision_without_a_required_finding_is_refused(application, missing):
    findings = tuple(f for f in FINDINGS if f.key != missing)
    application.given(RECEIVED, HELD, *findings).when(PROPOSAL).then_refused(
        No.FINDING_MISSING
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"services": (GRANTED,)}, No.SERVICE_UNDECIDED),
        ({"how_reached": ""}, No.HOW_REACHED_MISSING),
        ({"took_part": " "}, No.TOOK_PART_MISSING),
        ({"own_view": ""}, No.OWN_VIEW_MISSING),
        ({"services": (replace(GRANTED, grounds=""), REFUSED)}, No.GROUNDS_MISSING),
        ({"services": (GRANTED, replace(REFUSED, grounds=""))}, No.GROUNDS_MISSING),
        ({"services": (replace(GRANTED, amount=""), REFUSED)}, No.AMOUNT_MISSING),
        ({"services": (replace(GRANTED, starts_on=None), REFUSED)}, No.START_MISSING),
        (
            {"services": (replace(GRANTED, review_on=None), REFUSED)},
            No.REVIEW_DATE_MISSING,
        ),
        (
            {"services": (replace(GRANTED, ends_on=date(2026, 3, 1)), REFUSED)},
            No.PERIOD_BACKWARDS,
        ),
        (
            {"services": (GRANTED, REFUSED, replace(REFUSED, offer="lar"))},
            No.SERVICE_NOT_APPLIED_FOR,
        ),
    ],
)
def test_a_decision_that_lacks_something_is_refused(application, change, code):
    application.given(*ASSESSED).when(replace(PROPOSAL, **change)).then_refused(code)


def test_all_that_is_missing_is_told_at_once(application):
    command = do.ProposeDecision(
        services=(), how_reached="", took_part="", own_view="", weight=""
    )
    spec = application.given(RECEIVED, HELD).when(command)
    spec.then_refused(
        No.FINDING_MISSING, No.SERVICE_UNDECIDED, No.HOW_REACHED_MISSING,
        No.TOOK_PART_MISSING, No.OWN_VIEW_MISSING, No.WEIGHT_MISSING,
        No.OTHER_SUPPORT_MISSING,
    )  # fmt: skip
    assert len(spec.no.lacks) == 6 + 2 + 5


def test_who_is_refused_everything_is_told_of_other_help(application):
    all_refused = replace(
        PROPOSAL, services=(replace(REFUSED, offer="samtaler"), REFUSED)
    )
    application.given(*ASSESSED).when(all_refused).then_refused(
        No.OTHER_SUPPORT_MISSING
    )
    other = replace(all_refused, other_support="Aktivitetshuset er åpent for deg.")
    application.given(*ASSESSED).when(other).then_some(did.DecisionMade)


def test_a_refusal_carries_no_amount_and_no_dates(application):
    eager = replace(REFUSED, amount="Masse", starts_on=TODAY, review_on=TODAY)
    spec = application.given(*ASSESSED).when(
        replace(PROPOSAL, services=(GRANTED, eager))
    )
    refused = spec.came[0].decision.services[1]
    assert (refused.amount, refused.starts_on, refused.review_on) == ("", None, None)


def test_there_is_no_decision_before_the_interview(application):
    application.given(RECEIVED, *FINDINGS).when(PROPOSAL).then_refused(No.NOT_NOW)


@pytest.fixture
def proposed(approved_by_two):
    wants = approved_by_two.here.pack(RECEIVED.received_on)
    offers = [offer.id for offer in wants.offers if offer.apply][:1]
    received = replace(RECEIVED, application=replace(SAID, wants=tuple(offers)))
    findings = tuple(
        did.FindingRecorded(
            criterion=one.criterion.id,
            offer=one.offer.id if one.offer else "",
            name=one.name,
            outcome="met",
            reason="Ja",
            evidence="Samtale",
        )
        for one in wants.assessments("self", offers)
    )
    proposal = replace(PROPOSAL, services=(replace(GRANTED, offer=offers[0]),))
    return approved_by_two.given(received, HELD, *findings).when(proposal)


def test_where_the_pack_asks_for_two_a_proposal_is_no_decision(proposed):
    proposed.then_some(did.DecisionProposed)


def test_nobody_approves_their_own_proposal(proposed):
    proposed.by(KARI).when(do.ApproveDecision()).then_refused(No.SAME_PERSON)


def test_another_approves(proposed):
    made = proposed.by(OLA).when(do.ApproveDecision()).then_some(did.DecisionMade)
    assert (made.came[0].proposed_by, made.came[0].approved_by) == (KARI, OLA)


def test_a_proposal_is_sent_back_with_a_comment(proposed):
    proposed.by(OLA).when(do.ReturnDecision(comment="")).then_refused(
        No.COMMENT_MISSING
    )
    back = proposed.by(OLA).when(do.ReturnDecision(comment="Skriv mer"))
    assert isinstance(back.case.stage, at.Mapped)
    assert back.case.opened.returned.comment == "Skriv mer"


def test_the_appeal_period_runs_from_the_day_it_was_available(application):
    day = date(2026, 3, 5)
    made = application.on(day).given(*ASSESSED, MADE)
    made.when(remedy_do.MakeDecisionAvailable(on=day)).then(AVAILABLE)


def test_opening_the_decision_is_recorded_once_and_changes_nothing(application):
    opened = application.given(*NOTIFIED).when(remedy_do.OpenDecision())
    opened.then(remedy_did.DecisionOpened(on=TODAY)).when(
        remedy_do.OpenDecision()
    ).then()
    assert opened.case.stage == application.given(*NOTIFIED).case.stage


def appeal(**change):
    command = remedy_do.AppealDecision(
        appeal=UUID(int=9), dissatisfied_with="Feil", change_wanted="Mer"
    )
    return replace(command, **change)


def test_the_party_appeals_whether_or_not_they_opened_the_letter(application):
    appealed = (
        application.given(*NOTIFIED)
        .when(appeal())
        .then_some(remedy_did.DecisionAppealed)
    )
    assert appealed.came[0].sent_on == TODAY
    assert appealed.came[0].appeal_by == AVAILABLE.appeal_by


def test_an_empty_appeal_asks_for_a_sentence(application):
    application.given(*NOTIFIED).when(appeal(dissatisfied_with="")).then_refused(
        No.APPEAL_EMPTY
    )


def test_one_appeal_at_a_time(application):
    again = application.given(*NOTIFIED).when(appeal()).when(appeal(appeal=UUID(int=8)))
    again.then_refused(No.APPEAL_UNDER_WAY)


def test_a_late_appeal_is_taken_in(application):
    late = application.on(date(2026, 12, 1)).given(*NOTIFIED).when(appeal())
    late.then_some(remedy_did.DecisionAppealed)


def test_an_appeal_on_paper_counts_from_its_postmark(application):
    command = remedy_do.RegisterAppeal(
        appeal=UUID(int=9),
        channel="paper",
        sent_on=date(2026, 4, 7),
        dissatisfied_with="Feil",
        change_wanted="",
    )
    came = application.on(date(2026, 4, 10)).given(*NOTIFIED).when(command).came
    assert came[0].sent_on == date(2026, 4, 7)
    application.on(date(2026, 4, 6)).given(*NOTIFIED).when(command).then_refused(
        No.ARRIVED_LATER_THAN_TODAY
    )


def test_a_case_is_opened_again_and_its_clock_runs_from_then(application, book):
    day = date(2026, 6, 1)
    again = remedy_do.ReopenDecision(number=1, reason="Omgjort")
    reopened = application.on(day).given(*NOTIFIED).when(again)
    reopened.then(did.CaseReopened(on=day, reason="Omgjort"))
    due = {c.term: c.due.value for c in rules.clocks(reopened.case, "raelingen", book)}
    assert due["preliminary-answer"] == date(2026, 7, 1)


def test_the_party_withdraws_before_the_decision_but_not_after(application):
    withdrawn = application.given(RECEIVED).when(do.WithdrawApplication())
    withdrawn.then(did.ApplicationWithdrawn(reason=""))
    withdrawn.when(do.CommentOnCase(words="Hei")).then_refused(No.NOT_NOW)
    application.given(*NOTIFIED).when(do.WithdrawApplication()).then_refused(No.NOT_NOW)


def test_what_is_decided_waits_only_for_the_party_to_open_it(application, book):
    case = application.given(*NOTIFIED).case
    clocks = rules.clocks(case, "raelingen", book)
    assert [(c.term, c.due.value) for c in clocks] == [("unopened", date(2026, 3, 12))]


def test_promises_are_clocks_beside_the_law(book, application):
    received = replace(RECEIVED, received_on=date(2026, 2, 2))
    here = application.given(received).case
    clocks = rules.clocks(here, "nordre-follo", book)
    assert [(c.term, c.due.value, c.is_law) for c in clocks] == [
        ("mapping-interview", date(2026, 2, 16), False),
        ("preliminary-answer", date(2026, 3, 2), True),
    ]
    held = application.given(received, HELD).case
    assert [
        (c.term, c.due.value) for c in rules.clocks(held, "nordre-follo", book)
    ] == [
        ("preliminary-answer", date(2026, 3, 2)),
        ("decision-after-mapping", date(2026, 3, 10)),
    ]


def test_a_decision_of_several_bases_gives_the_longest_period(book, application):
    mixed = replace(
        DECISION,
        services=(
            replace(DECISION.services[0], basis=("sotjl § 18",)),
            replace(DECISION.services[1], basis=("hol § 3-2 første ledd nr. 5",)),
        ),
    )
    made = application.on(date(2026, 3, 2)).given(
        *ASSESSED, replace(MADE, decision=mixed)
    )
    came = made.when(remedy_do.MakeDecisionAvailable(on=date(2026, 3, 2))).came[0]
    assert (came.appeal_by, came.basis[0]) == (date(2026, 3, 30), "pbrl § 7-5")
    only = replace(mixed, services=mixed.services[:1])
    made = application.given(*ASSESSED, replace(MADE, decision=only))
    came = made.when(remedy_do.MakeDecisionAvailable(on=date(2026, 3, 2))).came[0]
    assert (came.appeal_by, came.basis[0]) == (
        date(2026, 3, 23),
        "fvl § 29 første ledd",
    )


def test_outcomes_are_what_the_law_calls_them():
    assert {o.value for o in Outcome} == {"grant", "part", "refusal"}


def test_nothing_is_applied_for_or_decided_twice(application):
    double = replace(SAID, wants=("hap", "hap"))
    application.when(do.SubmitApplication(application=double)).then_refused(
        No.OFFER_TWICE
    )
    both = replace(PROPOSAL, services=(GRANTED, REFUSED, replace(GRANTED, offer="hap")))
    application.given(*ASSESSED).when(both).then_refused(No.OFFER_TWICE)


def test_a_review_is_ahead(application):
    past = replace(GRANTED, starts_on=date(2020, 1, 1), review_on=TODAY)
    application.given(*ASSESSED).when(
        replace(PROPOSAL, services=(past, REFUSED))
    ).then_refused(No.REVIEW_DATE_PASSED)


def test_after_a_dismissal_the_party_may_appeal_again(application):
    ended = (
        application.given(*NOTIFIED)
        .when(appeal())
        .when(remedy_do.EndAppeal(appeal=UUID(int=9)))
    )
    ended.then(remedy_did.AppealEnded(appeal=UUID(int=9)))
    ended.when(appeal(appeal=UUID(int=8))).then_some(remedy_did.DecisionAppealed)

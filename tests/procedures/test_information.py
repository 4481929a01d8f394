"""Given, when, then for what others are asked and told."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.procedures.events import ASSESSED, NOTIFIED, PROPOSAL, RECEIVED
from tests.procedures.test_care import RUNNING
from tests.procedures.test_contact import MADE
from tests.procedures.test_person import CONSENTED

from fotfeste.procedures.application import events as application_did
from fotfeste.procedures.application import rules
from fotfeste.procedures.information import commands as do
from fotfeste.procedures.information import events as did
from fotfeste.procedures.refusal import RefusalCode as No

TODAY = date(2026, 3, 2)
DUE = date(2026, 3, 16)
LATER = date(2026, 3, 30)
KEY = UUID(int=30)
REQUEST = do.RequestInformation(
    request=KEY,
    source="Fastlegen",
    what="Hvilke medisiner Nora bruker",
    why="For å vite hva som er forsvarlig",
    due_on=DUE,
)
REQUESTED = did.InformationRequested(
    request=KEY,
    source="Fastlegen",
    what="Hvilke medisiner Nora bruker",
    why="For å vite hva som er forsvarlig",
    due_on=DUE,
    consent=CONSENTED.consent,
    on=TODAY,
)
ANSWERED = did.InformationReceived(request=KEY, answer="Ingen.", on=TODAY)
PRESENTED = did.InformationPresented(request=KEY, comment_by=DUE, on=TODAY)
STRANGER = UUID(int=99)


@pytest.fixture
def case(application):
    """A received application, with the person's consent to ask the GP."""
    return application.given(RECEIVED).knowing(CONSENTED)


def test_a_source_is_asked_on_the_persons_consent_which_is_kept_with_it(case):
    case.when(REQUEST).then(REQUESTED)


def test_nobody_is_asked_without_the_persons_consent(application):
    no = application.given(RECEIVED).when(REQUEST).then_refused(No.CONSENT_MISSING)
    [lack] = no.no.lacks
    assert lack.facts == {"source": "Fastlegen"}
    assert lack.basis == ("hpl § 22", "fvl § 13 a nr. 1")


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2026, 6, 2)])
def test_nobody_is_asked_before_or_after_the_days_of_the_consent(case, day):
    case.on(day).when(replace(REQUEST, due_on=date(2026, 7, 1))).then_refused(
        No.CONSENT_MISSING
    )


def test_a_consent_to_one_source_is_none_to_another(case):
    case.when(replace(REQUEST, source="NAV")).then_refused(No.CONSENT_MISSING)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"source": " "}, No.SOURCE_MISSING),
        ({"what": ""}, No.REASON_MISSING),
        ({"why": ""}, No.REASON_MISSING),
        ({"due_on": TODAY}, No.DAY_NOT_AHEAD),
    ],
)
def test_a_request_says_of_whom_what_why_and_by_when(case, changes, code):
    case.when(replace(REQUEST, **changes)).then_refused(code)


def test_a_source_that_is_silent_is_reminded_with_a_new_day(case):
    asked = case.given(REQUESTED)
    remind = do.RemindSource(request=KEY, due_on=LATER)
    asked.when(remind).then(did.SourceReminded(request=KEY, due_on=LATER, on=TODAY))
    asked.when(replace(remind, due_on=TODAY)).then_refused(No.DAY_NOT_AHEAD)
    asked.when(replace(remind, request=STRANGER)).then_refused(No.NOT_THERE)


def test_a_source_is_not_reminded_when_the_consent_is_withdrawn(application):
    asked = application.given(RECEIVED, REQUESTED)
    asked.when(do.RemindSource(request=KEY, due_on=LATER)).then_refused(
        No.CONSENT_MISSING
    )


def test_an_answer_is_filed_even_when_the_consent_has_ended(application):
    asked = application.given(RECEIVED, REQUESTED)
    record = do.RecordInformation(request=KEY, answer="Ingen.", on=TODAY)
    asked.when(record).then(ANSWERED)
    asked.when(replace(record, answer="")).then_refused(No.REASON_MISSING)
    asked.when(replace(record, on=DUE)).then_refused(No.ARRIVED_LATER_THAN_TODAY)
    asked.when(replace(record, request=STRANGER)).then_refused(No.NOT_THERE)


def test_what_nobody_asked_for_has_no_answer(case):
    record = do.RecordInformation(request=KEY, answer="Ingen.", on=TODAY)
    case.when(record).then_refused(No.NOT_NOW)
    case.given(REQUESTED, ANSWERED).when(record).then_refused(No.NOT_NOW)


def test_no_decision_before_the_party_is_shown_what_came_in(application):
    spec = application.given(*ASSESSED, REQUESTED, ANSWERED)
    [lack] = spec.when(PROPOSAL).then_refused(No.NOT_PRESENTED).no.lacks
    assert lack.basis == ("fvl § 17 andre ledd",)
    assert lack.facts == {"source": "Fastlegen"}


def test_a_request_without_an_answer_stops_no_decision(application):
    application.given(*ASSESSED, REQUESTED).when(PROPOSAL).then_some(
        application_did.DecisionMade
    )


def test_the_party_is_shown_what_came_in_with_a_day_to_comment_by(application):
    spec = application.given(*ASSESSED, REQUESTED, ANSWERED)
    show = do.PresentInformation(request=KEY, comment_by=DUE)
    spec.when(replace(show, comment_by=TODAY)).then_refused(No.DAY_NOT_AHEAD)
    spec.when(replace(show, request=STRANGER)).then_refused(No.NOT_THERE)
    shown = spec.when(show).then(PRESENTED)
    shown.when(show).then_refused(No.NOT_NOW)
    shown.on(DUE).when(PROPOSAL).then_refused(No.COMMENT_PERIOD_RUNNING)
    shown.on(date(2026, 3, 17)).when(PROPOSAL).then_some(application_did.DecisionMade)


def test_when_the_party_has_commented_nothing_more_is_waited_for(application):
    application.given(
        *ASSESSED,
        REQUESTED,
        ANSWERED,
        PRESENTED,
        application_did.CommentReceived(words="Det stemmer."),
    ).when(PROPOSAL).then_some(application_did.DecisionMade)


def test_of_two_days_to_comment_by_the_later_counts(application):
    other = UUID(int=31)
    spec = application.given(
        *ASSESSED,
        REQUESTED,
        replace(REQUESTED, request=other),
        ANSWERED,
        replace(ANSWERED, request=other),
        replace(PRESENTED, comment_by=LATER),
        replace(PRESENTED, request=other),
    )
    assert spec.case.opened.comment_by == LATER


def test_the_party_is_not_shown_it_only_for_a_reason(application):
    spec = application.given(*ASSESSED, REQUESTED, ANSWERED)
    omit = do.OmitPresentation(request=KEY, reason="Alt kom fra Nora selv (a)")
    [lack] = (
        spec.when(replace(omit, reason="")).then_refused(No.REASON_MISSING).no.lacks
    )
    assert lack.basis == ("fvl § 17 andre ledd",)
    spec.when(omit).then_some(did.PresentationOmitted).when(PROPOSAL).then_some(
        application_did.DecisionMade
    )


def test_an_answer_is_waited_for_no_longer_with_a_reason(case, book):
    asked = case.given(REQUESTED)
    end = do.EndRequest(request=KEY, reason="Nora fortalte det selv")
    asked.when(replace(end, reason=" ")).then_refused(No.REASON_MISSING)
    asked.when(replace(end, request=STRANGER)).then_refused(No.NOT_THERE)
    after = asked.when(end).then_some(did.RequestEnded)
    assert "information" in terms(asked, book)
    assert "information" not in terms(after, book)


def terms(spec, book):
    return {clock.term for clock in rules.clocks(spec.case, "raelingen", book)}


def test_a_source_has_the_day_it_was_given_which_rests_on_no_law(case, book):
    [clock] = [
        c
        for c in rules.clocks(case.given(REQUESTED).case, "raelingen", book)
        if c.term == "information"
    ]
    assert (clock.due.value, clock.is_law) == (DUE, False)


@pytest.mark.parametrize(
    ("kind", "ground", "basis"),
    [
        (do.WarnForChildren, "children", "hpl § 33"),
        (do.WarnInPregnancy, "pregnancy", "hpl § 32"),
        (do.WarnInEmergency, "emergency", "hpl § 31"),
    ],
)
def test_without_consent_others_are_told_only_on_a_ground_of_the_law(
    application, kind, ground, basis
):
    spec = application.given(RECEIVED)
    told = {"recipient": "Tjenesten", "what": "Uro", "why": "Fare"}
    [event] = spec.when(kind(**told)).then_some(did.InformationDisclosed).came
    assert event.ground == ground
    assert event.basis.startswith(basis)
    spec.when(kind(**told | {"recipient": ""})).then_refused(No.SOURCE_MISSING)
    spec.when(kind(**told | {"what": ""})).then_refused(No.REASON_MISSING)
    spec.when(kind(**told | {"why": " "})).then_refused(No.REASON_MISSING)


def test_another_service_works_on_the_case_only_on_consent(case, application):
    agree = do.AgreeCooperation(service="Fastlegen")
    application.given(RECEIVED).when(agree).then_refused(No.CONSENT_MISSING)
    case.when(replace(agree, service="")).then_refused(No.SOURCE_MISSING)
    after = case.when(agree).then(
        did.CooperationAgreed(service="Fastlegen", consent=CONSENTED.consent, on=TODAY)
    )
    assert after.case.opened.information.cooperating == ("Fastlegen",)
    after.when(agree).then_refused(No.ASKED_ALREADY)


def test_nobody_is_asked_when_the_case_is_decided(application):
    decided = application.given(*NOTIFIED).knowing(CONSENTED)
    decided.when(REQUEST).then_refused(No.NOT_NOW)


def test_an_emergency_waits_for_no_stage(application, care, contact):
    warn = do.WarnInEmergency(recipient="113", what="Overdose", why="Liv")
    for case in (
        application.given(*NOTIFIED),
        care.given(*RUNNING),
        contact.given(MADE),
    ):
        case.when(warn).then_some(did.InformationDisclosed)
    for empty in (application, care, contact):
        empty.when(warn).then_refused(No.NOT_NOW)


def test_why_the_party_is_not_told_is_kept(application):
    warn = do.WarnForChildren(
        recipient="Barnevernet", what="Uro", why="Fare", silent="Det øker faren"
    )
    [event] = application.given(RECEIVED).when(warn).came
    assert event.silent == "Det øker faren"

"""Given, when, then for a report of worry from next of kin."""

from dataclasses import replace
from datetime import date

import pytest

from fotfeste.procedures.refusal import RefusalCode as No
from fotfeste.procedures.report import commands as do
from fotfeste.procedures.report import events as did
from fotfeste.procedures.report import rules
from fotfeste.procedures.report import stages as at

TODAY = date(2026, 3, 2)
SUBMIT = do.SubmitReport(
    reporter="Mor Testdatter", about="Nora", tie="Datter", words="Hun ruser seg."
)
RECEIVED = did.ReportReceived(
    reporter="Mor Testdatter",
    address="",
    about="Nora",
    tie="Datter",
    words="Hun ruser seg.",
    posted=False,
    on=TODAY,
)
REGISTER = do.RegisterReport(
    reporter="Mor Testdatter",
    about="Nora",
    tie="Datter",
    words="Hun ruser seg.",
    address="Veien 3",
    arrived_on=date(2026, 2, 27),
)
LOOKED = do.RecordInvestigation(
    assessment="Vi har snakket med Nora, og vurdert §§ 10-2 og 10-3.",
    result="help-offered",
)
INVESTIGATED = did.ReportInvestigated(
    assessment=LOOKED.assessment, result="help-offered", on=TODAY
)
TELL = do.GiveFeedback(words="Vi har gjort det vi skal.")


def test_kin_report_online_and_it_is_received_today(report):
    report.when(SUBMIT).then(RECEIVED)


def test_a_report_by_letter_counts_from_when_it_came_and_is_answered_by_letter(report):
    report.when(REGISTER).then(
        replace(RECEIVED, address="Veien 3", posted=True, on=date(2026, 2, 27))
    )
    report.when(replace(REGISTER, arrived_on=date(2026, 3, 3))).then_refused(
        No.ARRIVED_LATER_THAN_TODAY
    )


@pytest.mark.parametrize("command", [SUBMIT, REGISTER], ids=["online", "desk"])
def test_a_report_says_who_worries_and_about_what(report, command):
    report.when(replace(command, reporter=" ")).then_refused(No.NAME_MISSING)
    no = report.when(replace(command, words="")).then_refused(No.OWN_WORDS_MISSING)
    assert no.no.lacks[0].basis == ("hol § 10-1",)


def test_the_municipality_looks_into_it_and_says_what_it_found(report):
    case = report.given(RECEIVED)
    case.when(LOOKED).then(INVESTIGATED)
    case.when(replace(LOOKED, assessment=" ")).then_refused(No.REASON_MISSING)
    report.when(LOOKED).then_refused(No.NOT_NOW)


def test_who_reported_is_told_only_when_it_is_looked_into(report):
    report.given(RECEIVED).when(TELL).then_refused(No.NOT_NOW)
    case = report.given(RECEIVED, INVESTIGATED)
    case.when(replace(TELL, words="")).then_refused(No.REASON_MISSING)
    after = case.when(TELL).then(did.FeedbackGiven(words=TELL.words, on=TODAY))
    assert isinstance(after.case.stage, at.Concluded)


def test_the_feedback_has_a_day_until_it_is_given(report, book):
    waiting = (report.given(RECEIVED), report.given(RECEIVED, INVESTIGATED))
    for case in waiting:
        [clock] = rules.clocks(case.case, book)
        assert clock.term == "kin.report-feedback"
        assert clock.due.value > TODAY
    assert rules.clocks(waiting[1].when(TELL).case, book) == ()


def test_nothing_is_reported_twice_in_the_same_case(report):
    report.given(RECEIVED).when(SUBMIT).then_refused(No.NOT_NOW)

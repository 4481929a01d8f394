"""What a page says is possible is what the procedure lists: every stage × command."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.procedures import events as so_far

from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.appeal import events as appeal_did
from fotfeste.procedures.appeal import stages as appeal_at
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.care import commands as care
from fotfeste.procedures.care import events as care_did
from fotfeste.procedures.care import stages as care_at
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.contact import commands as contact
from fotfeste.procedures.contact import events as contact_did
from fotfeste.procedures.contact import stages as contact_at
from fotfeste.procedures.documents import commands as documents
from fotfeste.procedures.handling import commands as handling
from fotfeste.procedures.information import commands as information
from fotfeste.procedures.kinds import PROCEDURES, decide, evolve, replay
from fotfeste.procedures.person import commands as person
from fotfeste.procedures.person import events as person_did
from fotfeste.procedures.person import stages as person_at
from fotfeste.procedures.possible import blank, possible
from fotfeste.procedures.refusal import RefusalCode, Refused
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.procedures.remedy import events as remedy_did
from fotfeste.procedures.report import commands as report
from fotfeste.procedures.report import events as report_did
from fotfeste.procedures.report import stages as report_at

_WARN = {
    information.WarnForChildren,
    information.WarnInPregnancy,
    information.WarnInEmergency,
}
_REMEDY = {remedy.EndAppeal, remedy.SettleAppeal, remedy.AskForSupervision}
_DOCUMENTS = {
    documents.AskForDocuments,
    documents.FileDocument,
}
_ABOUT_A_PERSON = {person.NoteSafety, person.CloseCircle, person.BarAccess}
_SENT = {documents.SendDocument}
"""What is sent where somebody looks at it, and nowhere else."""
_ALWAYS = _WARN | _REMEDY | _DOCUMENTS
_OF_A_DECISION = {
    remedy.GiveReminder,
    remedy.OpenDecision,
    remedy.AskForGrounds,
    remedy.AppealDecision,
    remedy.RegisterAppeal,
    remedy.ReopenDecision,
    remedy.CorrectDecision,
}
"""On a day after the period to appeal, when there is nothing to suspend."""
_ENDINGS = {do.DismissApplication, do.CloseCase, do.WithdrawApplication}
_UNDECIDED = _ALWAYS | _SENT | _ENDINGS | {do.CommentOnCase, do.GiveDelayNotice}
_ASKING = {information.RequestInformation, information.AgreeCooperation}
_BEFORE_MAPPING = (
    _UNDECIDED | _ASKING | {do.ArrangeInterview, do.RecordInterview, do.RecordFindings}
)
_TALKED = {do.CorrectInterview}
"""What there is to say once an interview has been held, at whatever stage."""
_APPEAL = _REMEDY | _DOCUMENTS
_UNSETTLED = (
    _APPEAL
    | _SENT
    | {
        appeal.CommentOnAppeal,
        appeal.GiveAppealDelayNotice,
        appeal.WithdrawAppeal,
    }
)
_CARE = _ALWAYS | _SENT | {care.GrantCare, care.WithdrawGrant}
OPEN_TO = {
    at.NotOpened: {do.SubmitApplication, do.RegisterApplication},
    at.Unconfirmed: _UNDECIDED | {do.ConfirmApplication, do.PassApplication},
    at.Received: _BEFORE_MAPPING | {do.PassApplication},
    at.Invited: _BEFORE_MAPPING | {do.RecordMissedInterview, do.CancelInterview},
    at.Mapped: _UNDECIDED
    | _ASKING
    | _TALKED
    | {do.RecordInterview, do.RecordFindings, do.ProposeDecision},
    at.Proposed: _UNDECIDED | _TALKED | {do.ApproveDecision, do.ReturnDecision},
    at.Decided: _ALWAYS | _SENT | _TALKED | {remedy.MakeDecisionAvailable},
    at.Notified: _ALWAYS | _SENT | _TALKED | _OF_A_DECISION | {do.ReverseDecision},
    at.Withdrawn: _ALWAYS | {do.ReopenCase},
    at.Passed: _ALWAYS,
    at.Dismissed: _ALWAYS | {remedy.MakeDecisionAvailable},
    at.Closed: _ALWAYS | {remedy.MakeDecisionAvailable, do.ReopenCase},
    appeal_at.NotOpened: {appeal.OpenAppeal},
    appeal_at.Late: _UNSETTLED
    | {appeal.AskForMending, appeal.AdmitLateAppeal, appeal.DismissAppeal},
    appeal_at.Defective: _UNSETTLED | {appeal.MendAppeal, appeal.DismissAppeal},
    appeal_at.UnderReview: _UNSETTLED
    | {
        appeal.AskForMending,
        appeal.UpholdDecision,
        appeal.ReverseDecision,
        appeal.ReversePart,
    },
    appeal_at.Upheld: _UNSETTLED | {appeal.ForwardAppeal},
    appeal_at.Forwarded: _APPEAL
    | _SENT
    | {appeal.WithdrawAppeal, appeal.RecordOutcome},
    appeal_at.Reversed: _APPEAL | {appeal.ClaimCosts},
    appeal_at.Dismissed: _APPEAL | (_OF_A_DECISION - {remedy.GiveReminder}),
    appeal_at.Withdrawn: _APPEAL,
    appeal_at.Concluded: _APPEAL | {appeal.ClaimCosts},
    care_at.NotOpened: {care.GrantCare, care.WithdrawGrant, care.OpenCare},
    care_at.Granted: _CARE
    | {care.StartCare, care.MakePlan, care.MakeAppointment, care.EndCare},
    care_at.Running: _CARE
    | {
        care.MakePlan,
        care.MakeAppointment,
        care.ReviewNeed,
        care.GiveAdvanceNotice,
        care.EndCare,
    },
    care_at.Noticed: _CARE
    | {
        care.MakePlan,
        care.MakeAppointment,
        care.AnswerNotice,
        care.DropChange,
        care.ProposeChange,
        care.EndCare,
    },
    care_at.ChangeWaiting: _CARE
    | {
        care.MakePlan,
        care.MakeAppointment,
        care.ApproveChange,
        care.ReturnChange,
        care.EndCare,
    },
    care_at.Changing: _CARE
    | {
        care.MakePlan,
        care.MakeAppointment,
        remedy.MakeDecisionAvailable,
        care.EffectChange,
        care.EndCare,
    },
    care_at.Ended: _CARE - _SENT,
    contact_at.NotOpened: {contact.MakeContact},
    contact_at.InContact: _WARN
    | {contact.NoteContact, contact.TurnContact, contact.EndContact},
    contact_at.Turned: _WARN,
    contact_at.Ended: _WARN | {contact.NoteContact},
    report_at.NotOpened: {report.SubmitReport, report.RegisterReport},
    report_at.UnderInvestigation: {report.RecordInvestigation},
    report_at.Investigated: {report.GiveFeedback},
    report_at.Concluded: set(),
    person_at.NotOpened: {
        person.GivePowerOfAttorney,
        person.GiveConsent,
        person.AskForConsent,
        person.WishContact,
        person.WriteMessage,
        person.SendMessage,
        person.DisqualifyEmployee,
        *_ABOUT_A_PERSON,
    },
    person_at.Known: {
        person.GivePowerOfAttorney,
        person.GiveConsent,
        person.AskForConsent,
        person.WishContact,
        person.WriteMessage,
        person.SendMessage,
        person.WithdrawConsent,
        person.DisqualifyEmployee,
        *_ABOUT_A_PERSON,
    },
}
"""The procedures once more, as a table: what each stage is open to."""

OPEN_TO = {
    stage: open_to
    if stage.__name__ == "NotOpened" or stage is person_at.Known
    else open_to | {handling.AssignCase, handling.WriteNote}
    for stage, open_to in OPEN_TO.items()
}

_NEVER = {
    RefusalCode.NOT_NOW,
    RefusalCode.SAME_PERSON,
    RefusalCode.APPEAL_UNDER_WAY,
    RefusalCode.ASKED_ALREADY,
    RefusalCode.NOTHING_TO_SUSPEND,
    RefusalCode.DISQUALIFIED,
}
PROPOSER, ANOTHER = UUID(int=1), UUID(int=2)
DAY = date(2026, 3, 2)
_MAPPED = so_far.ASSESSED
_PROPOSED = did.DecisionProposed(decision=so_far.DECISION, by=PROPOSER)
_UPHELD = (so_far.APPEALED, appeal_did.DecisionUpheld(statement="Vi står på det."))
_FORWARDED = (
    *_UPHELD,
    appeal_did.AppealForwarded(on=date(2026, 3, 25), body="Statsforvalteren"),
)
_WON = replace(
    blank(appeal_did.OutcomeRecorded, DAY), outcome=appeal_did.Outcome.CHANGED
)
_GRANTED = (replace(blank(care_did.CareGranted, DAY), basis=("hol § 3-2",)),)
_RUNNING = (*_GRANTED, care_did.CareStarted(on=DAY))
_NOTICED = (*_RUNNING, blank(care_did.AdvanceNoticeGiven, DAY))
_DECIDED = replace(
    blank(care_did.ChangeDecided, DAY),
    change=replace(blank(care_did.Change, DAY), basis=("hol § 3-2",)),
)
_LATE_DISMISSED = replace(
    blank(appeal_did.AppealDismissed, date(2026, 4, 9)),
    basis=("fvl § 33 andre ledd", "fvl § 29 første ledd"),
)
HISTORIES = {
    at.NotOpened: (),
    at.Unconfirmed: (replace(so_far.RECEIVED, confirmed=False),),
    at.Received: (so_far.RECEIVED,),
    at.Invited: (so_far.RECEIVED, so_far.INVITED),
    at.Mapped: _MAPPED,
    at.Proposed: (*_MAPPED, _PROPOSED),
    at.Decided: (*_MAPPED, so_far.MADE),
    at.Notified: so_far.NOTIFIED,
    at.Withdrawn: (so_far.RECEIVED, did.ApplicationWithdrawn(reason="")),
    at.Passed: (so_far.RECEIVED, blank(did.ApplicationPassed, DAY)),
    at.Dismissed: (so_far.RECEIVED, blank(did.ApplicationDismissed, DAY)),
    at.Closed: (
        so_far.RECEIVED,
        did.CaseClosed(closing="moved", reason="Flyttet", on=DAY),
    ),
    appeal_at.NotOpened: (),
    appeal_at.Late: (so_far.LATE,),
    appeal_at.Defective: (so_far.LATE, blank(appeal_did.MendingAskedFor, DAY)),
    appeal_at.UnderReview: (so_far.APPEALED,),
    appeal_at.Upheld: _UPHELD,
    appeal_at.Forwarded: _FORWARDED,
    appeal_at.Reversed: (so_far.APPEALED, blank(appeal_did.DecisionReversed, DAY)),
    appeal_at.Dismissed: (so_far.LATE, _LATE_DISMISSED),
    appeal_at.Withdrawn: (so_far.LATE, blank(appeal_did.AppealWithdrawn, DAY)),
    appeal_at.Concluded: (*_FORWARDED, _WON),
    care_at.NotOpened: (),
    care_at.Granted: _GRANTED,
    care_at.Running: _RUNNING,
    care_at.Noticed: _NOTICED,
    care_at.ChangeWaiting: (
        *_NOTICED,
        care_did.ChangeProposed(change=_DECIDED.change, by=PROPOSER),
    ),
    care_at.Changing: (*_NOTICED, _DECIDED),
    care_at.Ended: (
        *_RUNNING,
        care_did.CareEnded(ending=care_did.Ending.WISH, reason="", on=DAY),
    ),
    contact_at.NotOpened: (),
    contact_at.InContact: (blank(contact_did.ContactMade, DAY),),
    contact_at.Turned: (
        blank(contact_did.ContactMade, DAY),
        blank(contact_did.ContactTurned, DAY),
    ),
    contact_at.Ended: (
        blank(contact_did.ContactMade, DAY),
        blank(contact_did.ContactEnded, DAY),
    ),
    report_at.NotOpened: (),
    report_at.UnderInvestigation: (blank(report_did.ReportReceived, DAY),),
    report_at.Investigated: (
        blank(report_did.ReportReceived, DAY),
        blank(report_did.ReportInvestigated, DAY),
    ),
    report_at.Concluded: (
        blank(report_did.ReportReceived, DAY),
        blank(report_did.ReportInvestigated, DAY),
        blank(report_did.FeedbackGiven, DAY),
    ),
    person_at.NotOpened: (),
    person_at.Known: (
        person_did.ConsentGiven(
            consent=UUID(int=5), source="Fastlegen", purpose="Vurdere", fields="Helse",
            valid_from=DAY, valid_to=date(2027, 3, 2), how="written", on=DAY,
        ),
    ),
}  # fmt: skip


@pytest.fixture
def here(book):
    """A day in April 2026, in a municipality where one person decides."""
    return Circumstances(date(2026, 4, 10), ANOTHER, "raelingen", book)


def test_every_stage_is_listed_and_has_a_history():
    stages = {stage for p in PROCEDURES.values() for stage in p.stages}
    assert set(OPEN_TO) == set(HISTORIES) == stages
    for stage in stages:
        assert isinstance(_case(stage).stage, stage)


@pytest.mark.parametrize("stage", HISTORIES, ids=lambda s: f"{_kind(s)}.{s.__name__}")
def test_possible_agrees_with_the_procedure(stage, here):
    assert set(possible(_case(stage), here)) == OPEN_TO[stage]
    for kind in PROCEDURES[_kind(stage)].commands:
        case = _case(stage)
        try:
            events = decide(case, blank(kind, here.today), here)
        except Refused as refused:
            codes = {lack.code for lack in refused.lacks}
            assert bool(codes & _NEVER) is (kind not in OPEN_TO[stage]), kind
        else:
            assert kind in OPEN_TO[stage]
            for event in events:
                case = evolve(case, event)


def test_the_proposer_may_send_back_and_not_approve(book):
    here = Circumstances(date(2026, 4, 10), PROPOSER, "raelingen", book)
    open_to = OPEN_TO[at.Proposed] - {do.ApproveDecision}
    assert set(possible(_case(at.Proposed), here)) == open_to
    open_to = OPEN_TO[care_at.ChangeWaiting] - {care.ApproveChange}
    assert set(possible(_case(care_at.ChangeWaiting), here)) == open_to


def test_one_appeal_at_a_time_is_possible(here):
    appealed = evolve(
        _case(at.Notified), replace(blank(remedy_did.DecisionAppealed), number=1)
    )
    left = OPEN_TO[at.Notified] - {remedy.AppealDecision, remedy.RegisterAppeal}
    assert set(possible(appealed, here)) == left | {remedy.AskForSuspension}


def test_who_is_disqualified_can_do_nothing(here):
    known = person_at.File(
        DAY,
        disqualified=(
            person_did.EmployeeDisqualified(
                employee=ANOTHER, tie="kin", explanation="", on=DAY
            ),
        ),
    )
    for stage in HISTORIES:
        assert possible(_case(stage), replace(here, person=known)) == ()


def _kind(stage):
    return next(kind for kind, p in PROCEDURES.items() if stage in p.stages)


def _case(stage):
    return replay(_kind(stage), HISTORIES[stage])

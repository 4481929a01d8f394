"""Given, when, then for a service that is given."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.procedures.events import AVAILABLE, NOTIFIED
from tests.procedures.spec import KARI, OLA, spec

from fotfeste.procedures.care import commands as do
from fotfeste.procedures.care import events as did
from fotfeste.procedures.care import rules
from fotfeste.procedures.care import stages as at
from fotfeste.procedures.care.events import Ending
from fotfeste.procedures.consequences import care_stream, consequences
from fotfeste.procedures.documents import commands as documents_do
from fotfeste.procedures.documents import events as documents_did
from fotfeste.procedures.kinds import Kind
from fotfeste.procedures.refusal import RefusalCode as No
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import events as remedy_did

TODAY = date(2026, 3, 2)
COMMENT_BY, LATER = date(2026, 3, 16), date(2026, 3, 17)
LAST_APPEAL = date(2026, 4, 14)
"""Four weeks after LATER."""
FROM = date(2026, 4, 15)
APPLICATION, MEETING = UUID(int=7), UUID(int=60)
GRANT = do.GrantCare(
    application=APPLICATION,
    offer="samtaler",
    name="Samtaler med en fagperson",
    basis=("hol § 3-2 første ledd nr. 5",),
    amount="Én time i uka",
    starts_on=date(2026, 2, 9),
    ends_on=None,
    review_on=date(2026, 9, 1),
    party="Nora Testdatter",
    address="",
    posted=False,
)
GRANTED = did.CareGranted(
    application=APPLICATION,
    offer="samtaler",
    name="Samtaler med en fagperson",
    basis=("hol § 3-2 første ledd nr. 5",),
    amount="Én time i uka",
    starts_on=date(2026, 2, 9),
    ends_on=None,
    review_on=date(2026, 9, 1),
    party="Nora Testdatter",
    address="",
    posted=False,
    on=date(2026, 2, 2),
)
STARTED = did.CareStarted(on=date(2026, 2, 9))
RUNNING = (GRANTED, STARTED)
NOTICE = do.GiveAdvanceNotice(
    what="change",
    proposal="To ganger i måneden",
    reason="Bedring",
    comment_by=COMMENT_BY,
)
NOTICED = did.AdvanceNoticeGiven(
    what="change",
    proposal="To ganger i måneden",
    reason="Bedring",
    comment_by=COMMENT_BY,
    on=TODAY,
)
PROPOSE = do.ProposeChange(
    what="change",
    grounds="Det går bedre, og det dekker behovet.",
    own_view="Nora vil helst ha det som før.",
    from_on=FROM,
    amount="To timer i måneden",
)
CHANGE = did.Change(
    what="change",
    amount="To timer i måneden",
    grounds=PROPOSE.grounds,
    own_view=PROPOSE.own_view,
    from_on=FROM,
    necessity="",
    basis=GRANTED.basis,
)
DECIDED = did.ChangeDecided(
    change=CHANGE, decided_on=LATER, proposed_by=KARI, approved_by=None
)
TOLD = replace(AVAILABLE, on=LATER, appeal_by=LAST_APPEAL)
CHANGING = (*RUNNING, NOTICED, DECIDED, TOLD)
TO_END = replace(CHANGE, what="end", amount="")
ENDING = (
    *RUNNING,
    replace(NOTICED, what="end"),
    replace(DECIDED, change=TO_END),
    TOLD,
)


def changed_case(care, *events):
    return care.on(LATER).given(*RUNNING, NOTICED, *events)


# --- granted and opened ------------------------------------------------------------


def test_a_service_is_granted_as_the_decision_says(care):
    care.when(GRANT).then(replace(GRANTED, on=TODAY))


def test_a_decision_made_again_grants_the_service_again(care):
    again = replace(GRANT, amount="To timer i uka", review_on=date(2026, 10, 1))
    after = care.given(*RUNNING).when(again)
    assert isinstance(after.case.stage, at.Running)
    assert after.case.opened.amount == "To timer i uka"
    assert after.case.opened.review_on == date(2026, 10, 1)
    ended = did.CareEnded(ending=Ending.WISH, reason="Nok", on=TODAY)
    taken_up = care.given(*RUNNING, ended).when(again)
    assert isinstance(taken_up.case.stage, at.Granted)


def test_exactly_what_is_granted_starts_when_the_party_is_told(application):
    told = application.given(*NOTIFIED)
    caused, refused = consequences(APPLICATION, AVAILABLE, told.case)
    assert isinstance(refused.command, do.WithdrawGrant)
    assert caused.stream == care_stream(APPLICATION, "samtaler")
    assert caused.command == replace(GRANT, starts_on=date(2026, 3, 9))


def test_nothing_starts_before_the_party_is_told(application):
    *before, made, _ = NOTIFIED
    decided = application.given(*before, made)
    assert consequences(APPLICATION, made, decided.case) == ()


def test_who_applied_on_paper_gets_the_letters_of_the_service_on_paper(application):
    posted = (replace(NOTIFIED[0], channel="paper"), *NOTIFIED[1:])
    case = application.given(*posted).case
    caused, _ = consequences(APPLICATION, AVAILABLE, case)
    assert caused.command.posted


OPEN = do.OpenCare(
    offer="rad",
    amount="Når det trengs",
    starts_on=TODAY,
    ends_on=None,
    review_on=date(2026, 9, 1),
    party="Nora Testdatter",
)


def test_a_service_that_needs_no_decision_is_opened_without_one(care):
    [granted] = care.when(OPEN).then_some(did.CareGranted).came
    assert (granted.application, granted.name) == (
        None,
        "Råd og hjelp til å nå egne mål",
    )


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"offer": "romferd"}, No.NOT_OFFERED),
        ({"offer": "samtaler"}, No.DECISION_NEEDED),
        ({"party": " "}, No.NAME_MISSING),
        ({"review_on": TODAY}, No.REVIEW_DATE_PASSED),
        ({"ends_on": date(2026, 3, 1)}, No.PERIOD_BACKWARDS),
    ],
)
def test_what_needs_a_decision_is_not_opened_without_one(care, changes, code):
    care.when(replace(OPEN, **changes)).then_refused(code)


def test_a_service_is_opened_once(care):
    care.given(*RUNNING).when(OPEN).then_refused(No.NOT_NOW)


# --- given -------------------------------------------------------------------------


def test_a_service_starts_on_its_day_and_not_tomorrow(care, book):
    granted = care.given(GRANTED)
    start = do.StartCare(on=date(2026, 2, 9))
    granted.when(replace(start, on=date(2026, 2, 8))).then_refused(No.BEFORE_START)
    granted.when(replace(start, on=date(2026, 3, 3))).then_refused(No.DAY_NOT_YET)
    started = granted.when(start).then(STARTED)
    started.when(start).then_refused(No.NOT_NOW)
    assert terms(granted, book) == {"care-start"}
    assert terms(started, book) == {"review"}


def terms(spec, book):
    return {clock.term for clock in rules.clocks(spec.case, book)}


def test_a_running_service_always_has_the_day_of_the_next_review(care, book):
    review = do.ReviewNeed(
        own_words="Det hjelper.", assessment="Fortsatt behov", review_on=LATER
    )
    running = care.given(*RUNNING)
    running.when(replace(review, own_words="")).then_refused(No.OWN_WORDS_MISSING)
    running.when(replace(review, assessment=" ")).then_refused(No.REASON_MISSING)
    running.when(replace(review, review_on=TODAY)).then_refused(No.REVIEW_DATE_PASSED)
    after = running.when(review).then_some(did.NeedReviewed)
    [clock] = rules.clocks(after.case, book)
    assert (clock.term, clock.due.value) == ("review", LATER)
    care.given(GRANTED).when(review).then_refused(No.NOT_NOW)


def test_the_plan_is_made_with_the_person(care):
    plan = do.MakePlan(
        own_words="Jeg vil sove.", goals="Sove", measures="", took_part="Nora og mor"
    )
    running = care.given(*RUNNING)
    assert running.when(plan).case.opened.plan.took_part == "Nora og mor"
    running.when(replace(plan, own_words=" ")).then_refused(No.OWN_WORDS_MISSING)
    running.when(replace(plan, goals="")).then_refused(No.REASON_MISSING)
    running.when(replace(plan, took_part="")).then_refused(No.TOOK_PART_MISSING)
    care.when(plan).then_refused(No.NOT_NOW)


def test_an_appointment_is_made_ahead_and_cancelled_without_a_reason(care):
    make = do.MakeAppointment(
        appointment=MEETING, day=LATER, at="10.00", place="Hjemme"
    )
    cancel = do.CancelAppointment(appointment=MEETING)
    running = care.given(*RUNNING)
    running.when(replace(make, day=date(2026, 3, 1))).then_refused(
        No.INTERVIEW_IN_THE_PAST
    )
    running.when(replace(make, place="")).then_refused(No.REASON_MISSING)
    running.when(cancel).then_refused(No.NOT_NOW)
    made = running.when(make).then_some(did.AppointmentMade)
    made.when(replace(cancel, appointment=UUID(int=99))).then_refused(No.NOT_THERE)
    cancelled = made.when(cancel)
    cancelled.then(did.AppointmentCancelled(appointment=MEETING, reason="", on=TODAY))
    assert cancelled.case.opened.appointments == ()


# --- changed -----------------------------------------------------------------------


def test_a_change_is_announced_with_a_day_to_comment_by(care, book):
    running = care.given(*RUNNING)
    noticed = running.when(NOTICE).then(NOTICED)
    [clock] = rules.clocks(noticed.case, book)
    assert (clock.term, clock.due.value) == ("party.heard", COMMENT_BY)
    running.when(replace(NOTICE, proposal="")).then_refused(No.REASON_MISSING)
    running.when(replace(NOTICE, reason=" ")).then_refused(No.REASON_MISSING)
    running.when(replace(NOTICE, comment_by=TODAY)).then_refused(No.DAY_NOT_AHEAD)
    noticed.when(NOTICE).then_refused(No.NOT_NOW)


def test_nothing_is_changed_that_was_not_announced(care):
    care.given(*RUNNING).when(PROPOSE).then_refused(No.NOT_NOW)
    changed_case(care).when(replace(PROPOSE, what="end")).then_refused(No.NOT_NOTICED)


def test_nothing_is_decided_before_the_party_is_heard(care):
    noticed = care.given(*RUNNING, NOTICED)
    early = replace(PROPOSE, from_on=date(2026, 5, 1))
    noticed.on(COMMENT_BY).when(early).then_refused(No.COMMENT_PERIOD_RUNNING)
    noticed.on(LATER).when(early).then_some(did.ChangeDecided)
    noticed.when(do.AnswerNotice(words=" ")).then_refused(No.OWN_WORDS_MISSING)
    answered = noticed.when(do.AnswerNotice(words="Jeg vil ha det som før."))
    answered.then_some(did.NoticeAnswered).when(early).then_some(did.ChangeDecided)


def test_an_answer_is_to_a_notice(care):
    care.given(*RUNNING).when(do.AnswerNotice(words="Nei")).then_refused(No.NOT_NOW)


def test_a_change_can_be_dropped_with_the_reason(care):
    noticed = care.given(*RUNNING, NOTICED)
    noticed.when(do.DropChange(reason="")).then_refused(No.REASON_MISSING)
    dropped = noticed.when(do.DropChange(reason="Nora overbeviste oss"))
    dropped.then_some(did.ChangeDropped)
    assert dropped.case.stage == at.Running(STARTED.on)
    dropped.when(do.DropChange(reason="Igjen")).then_refused(No.NOT_NOW)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"grounds": " "}, No.GROUNDS_MISSING),
        ({"own_view": ""}, No.OWN_VIEW_MISSING),
        ({"amount": ""}, No.AMOUNT_MISSING),
        ({"from_on": LAST_APPEAL}, No.EFFECT_BEFORE_APPEAL),
    ],
)
def test_what_a_change_must_say(care, changes, code):
    changed_case(care).when(replace(PROPOSE, **changes)).then_refused(code)


def test_a_change_waits_for_the_appeal_period_unless_it_says_why_it_cannot(care):
    changed_case(care).when(PROPOSE).then(DECIDED)
    urgent = replace(PROPOSE, from_on=LATER, necessity="Fare for liv")
    changed_case(care).when(urgent).then_some(did.ChangeDecided)


def test_an_end_needs_no_amount(care):
    case = care.on(LATER).given(*RUNNING, replace(NOTICED, what="end"))
    case.when(replace(PROPOSE, what="end", amount="")).then_some(did.ChangeDecided)


def test_a_second_person_approves_where_the_pack_asks_for_one(book):
    case = spec(book, Kind.CARE, "eksempel").on(LATER).given(*RUNNING, NOTICED)
    waiting = case.when(PROPOSE).then(did.ChangeProposed(change=CHANGE, by=KARI))
    waiting.when(do.ApproveChange()).then_refused(No.SAME_PERSON)
    waiting.by(OLA).when(do.ApproveChange()).then(replace(DECIDED, approved_by=OLA))
    waiting.by(OLA).when(do.ReturnChange(comment="")).then_refused(No.COMMENT_MISSING)
    back = waiting.by(OLA).when(do.ReturnChange(comment="Skriv mer"))
    back.then(did.ChangeReturned(comment="Skriv mer"))
    back.by(KARI).when(PROPOSE).then_some(did.ChangeProposed)


@pytest.mark.parametrize(
    "command", [do.ApproveChange(), do.ReturnChange(comment="Nei")]
)
def test_nothing_is_approved_that_nobody_proposed(care, command):
    changed_case(care).when(command).then_refused(No.NOT_NOW)


def test_a_change_takes_effect_on_its_day_when_the_party_is_told(care, book):
    effect = do.EffectChange(on=FROM)
    *untold, _ = CHANGING
    care.on(FROM).given(*untold).when(effect).then_refused(No.NOT_TOLD_YET)
    changing = care.on(FROM).given(*CHANGING)
    assert "change-effect" in terms(changing, book)
    changing.when(replace(effect, on=LAST_APPEAL)).then_refused(No.EFFECT_BEFORE_APPEAL)
    changing.on(LAST_APPEAL).when(effect).then_refused(No.DAY_NOT_YET)
    after = changing.when(effect).then(did.ChangeEffected(on=FROM))
    assert after.case.opened.amount == "To timer i måneden"
    after.when(effect).then_refused(No.NOT_NOW)


def test_a_change_that_is_to_wait_takes_no_effect(care):
    asked = remedy_did.SuspensionAskedFor(number=1, words="Vent", on=LATER)
    waits = remedy_did.SuspensionDecided(number=1, granted=True, reason="Ja", on=LATER)
    effect = do.EffectChange(on=FROM)
    changing = care.on(FROM).given(*CHANGING, asked)
    changing.when(effect).then_refused(No.SUSPENSION_ASKED)
    changing.given(waits).when(effect).then_refused(No.SUSPENDED)
    changing.given(replace(waits, granted=False)).when(effect).then_some(
        did.ChangeEffected
    )


# --- appealed ----------------------------------------------------------------------


@pytest.mark.parametrize("effected", [False, True])
def test_a_change_whose_appeal_is_won_falls_away(care, effected):
    effect = (did.ChangeEffected(on=FROM),) if effected else ()
    case = care.on(FROM).given(*CHANGING, *effect)
    after = case.when(remedy_do.ReopenDecision(number=1, reason="Medhold"))
    after.then(did.CareRestored(reason="Medhold", on=FROM))
    assert after.case.opened.amount == GRANTED.amount
    assert after.case.stage == at.Running(STARTED.on)


def test_a_service_whose_end_is_appealed_and_won_is_given_again(care):
    ended = did.CareEnded(ending=Ending.DECISION, reason="", on=FROM)
    case = care.on(FROM).given(*ENDING, ended)
    after = case.when(remedy_do.ReopenDecision(number=1, reason="Medhold"))
    assert after.case.stage == at.Running(STARTED.on)


def test_access_is_asked_for_again_when_the_appeal_over_it_is_won(care):
    refused = documents_did.AccessRefused(
        which="Notat",
        provision="fvl § 18 a første ledd",
        reason="X",
        given="",
        on=TODAY,
    )
    asked = documents_did.DocumentsAskedFor(which="", on=TODAY)
    case = care.given(*RUNNING, asked, refused, replace(AVAILABLE, on=TODAY))
    case.when(remedy_do.ReopenDecision(number=1, reason="Medhold")).then(
        documents_did.DocumentsAskedFor(which="Medhold", on=TODAY)
    )


def test_what_was_never_decided_cannot_be_decided_again(care):
    again = remedy_do.ReopenDecision(number=1, reason="Medhold")
    care.when(again).then_refused(No.NOT_NOW)
    care.given(*RUNNING).when(again).then_refused(No.NOT_NOW)


def test_the_documents_of_a_service_can_be_asked_for(care):
    ask = documents_do.AskForDocuments()
    care.when(ask).then_refused(No.NOT_NOW)
    care.given(*RUNNING).when(ask).then_some(documents_did.DocumentsAskedFor)


# --- ended -------------------------------------------------------------------------


def end(ending, on=TODAY, reason=""):
    return do.EndCare(ending=ending, on=on, reason=reason)


def test_no_service_ends_against_the_persons_will_without_a_decision(care):
    running = care.given(*RUNNING)
    running.when(end(Ending.DECISION)).then_refused(No.DECISION_NEEDED)
    care.on(FROM).given(*CHANGING).when(end(Ending.DECISION, FROM)).then_refused(
        No.DECISION_NEEDED
    )
    ending = care.on(FROM).given(*ENDING)
    ending.when(end(Ending.DECISION, LAST_APPEAL)).then_refused(No.EFFECT_BEFORE_APPEAL)
    ending.when(end(Ending.DECISION, FROM)).then(
        did.CareEnded(ending=Ending.DECISION, reason="", on=FROM)
    )
    *untold, _ = ENDING
    care.on(FROM).given(*untold).when(end(Ending.DECISION, FROM)).then_refused(
        No.NOT_TOLD_YET
    )


def test_a_service_for_a_period_ends_when_it_is_over(care, book):
    last = date(2026, 3, 2)
    granted = replace(GRANTED, ends_on=last)
    running = care.given(granted, STARTED)
    assert "care-end" in terms(running, book)
    running.when(end(Ending.PERIOD, date(2026, 3, 1))).then_refused(No.PERIOD_NOT_OVER)
    running.when(end(Ending.PERIOD, last)).then_some(did.CareEnded)
    care.given(*RUNNING).when(end(Ending.PERIOD)).then_refused(No.PERIOD_NOT_OVER)


@pytest.mark.parametrize("ending", [Ending.WISH, Ending.MOVED])
def test_a_wish_to_end_and_a_move_are_told_of(care, ending):
    running = care.given(*RUNNING)
    running.when(end(ending)).then_refused(No.REASON_MISSING)
    running.when(end(ending, reason="Nora sa det")).then_some(did.CareEnded)
    care.given(GRANTED).when(end(ending, reason="Nora sa det")).then_some(did.CareEnded)


def test_death_ends_a_service_whatever_is_going_on(care):
    for history in ((GRANTED,), RUNNING, (*RUNNING, NOTICED), CHANGING):
        care.on(FROM).given(*history).when(end(Ending.DEATH)).then_some(did.CareEnded)


def test_a_service_does_not_end_tomorrow_and_not_twice(care, book):
    running = care.given(*RUNNING)
    running.when(end(Ending.DEATH, date(2026, 3, 3))).then_refused(No.DAY_NOT_YET)
    over = running.when(end(Ending.DEATH))
    over.when(end(Ending.DEATH)).then_refused(No.NOT_NOW)
    assert terms(over, book) == set()


# --- appealed, when more has happened since ----------------------------------------


def test_a_second_change_that_falls_away_leaves_the_first(care):
    """What is restored is what held before the change that fell away."""
    first = did.ChangeEffected(on=FROM)
    second = replace(CHANGE, amount="Én time i måneden", from_on=date(2026, 6, 15))
    case = care.on(date(2026, 5, 20)).given(
        *CHANGING,
        first,
        replace(NOTICED, on=date(2026, 5, 1), comment_by=date(2026, 5, 15)),
        replace(DECIDED, change=second, decided_on=date(2026, 5, 16)),
        replace(TOLD, number=2, on=date(2026, 5, 16), appeal_by=date(2026, 6, 15)),
    )
    assert case.case.opened.amount == "To timer i måneden"
    after = case.when(remedy_do.ReopenDecision(number=2, reason="Medhold"))
    assert after.case.opened.amount == "To timer i måneden"


def test_an_ended_service_is_restored_to_what_it_was_when_it_ended(care):
    """The change before the end was never appealed, and holds."""
    case = care.on(date(2026, 7, 1)).given(
        *CHANGING,
        did.ChangeEffected(on=FROM),
        replace(NOTICED, what="end", on=date(2026, 5, 1)),
        replace(DECIDED, change=TO_END, decided_on=date(2026, 5, 16)),
        replace(TOLD, number=2),
        did.CareEnded(ending=Ending.DECISION, reason="", on=date(2026, 6, 20)),
    )
    after = case.when(remedy_do.ReopenDecision(number=2, reason="Medhold"))
    assert after.case.stage == at.Running(STARTED.on)
    assert after.case.opened.amount == "To timer i måneden"


def test_an_appeal_that_is_won_raises_nobody_from_the_dead(care):
    died = did.CareEnded(ending=Ending.DEATH, reason="", on=FROM)
    case = care.on(FROM).given(*CHANGING, died)
    after = case.when(remedy_do.ReopenDecision(number=1, reason="Medhold"))
    assert isinstance(after.case.stage, at.Ended)


@pytest.mark.parametrize(
    "history",
    [(*RUNNING, NOTICED, did.ChangeProposed(change=CHANGE, by=KARI)), CHANGING],
    ids=["waiting", "changing"],
)
def test_an_appointment_is_cancelled_whatever_is_decided_about_the_service(
    care, history
):
    agreed = did.AppointmentMade(
        appointment=MEETING, day=FROM, at="10.00", place="Hjemme", on=TODAY
    )
    case = care.on(LATER).given(*RUNNING, agreed, *history[2:])
    case.when(do.CancelAppointment(appointment=MEETING)).then_some(
        did.AppointmentCancelled
    )

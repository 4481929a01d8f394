"""Given, when, then for what holds for a person in every case."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.procedures.events import RECEIVED
from tests.procedures.spec import KARI, OLA

from fotfeste.procedures.application import commands as application_do
from fotfeste.procedures.application import events as application_did
from fotfeste.procedures.person import commands as do
from fotfeste.procedures.person import events as did
from fotfeste.procedures.person import rules
from fotfeste.procedures.person.stages import NOTHING_KNOWN
from fotfeste.procedures.refusal import RefusalCode as No

TODAY = date(2026, 3, 2)
YESTERDAY, TOMORROW = date(2026, 3, 1), date(2026, 3, 3)
BROTHER, POWER, CONSENT = UUID(int=20), UUID(int=21), UUID(int=22)
GIVE = do.GivePowerOfAttorney(
    power=POWER,
    representative=BROTHER,
    name="Bror Testsønn",
    ground="written",
    scopes=(did.Scope.APPLY, did.Scope.LETTERS),
    valid_from=TODAY,
    valid_to=date(2026, 12, 31),
    address="Veien 2",
)
GIVEN = did.PowerOfAttorneyGiven(
    power=POWER,
    representative=BROTHER,
    name="Bror Testsønn",
    address="Veien 2",
    ground="written",
    scopes=(did.Scope.APPLY, did.Scope.LETTERS),
    valid_from=TODAY,
    valid_to=date(2026, 12, 31),
    copies=True,
    mandate="",
    on=TODAY,
)
CONSENT_GIVEN = do.GiveConsent(
    consent=CONSENT,
    source="Fastlegen",
    purpose="Vurdere hjelpen",
    fields="Medisiner",
    valid_to=date(2026, 6, 1),
    how="written",
)
CONSENTED = did.ConsentGiven(
    consent=CONSENT,
    source="Fastlegen",
    purpose="Vurdere hjelpen",
    fields="Medisiner",
    valid_from=TODAY,
    valid_to=date(2026, 6, 1),
    how="written",
    on=TODAY,
)
DISQUALIFIED = did.EmployeeDisqualified(
    employee=KARI, tie="kin", explanation="Søster", on=TODAY
)


def known(spec):
    return spec.case.opened


# --- powers of attorney ------------------------------------------------------------


def test_a_power_of_attorney_is_kept_as_it_was_given(person):
    person.when(GIVE).then(GIVEN)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"is_employee": True}, No.REPRESENTATIVE_IS_EMPLOYEE),
        ({"born_on": date(2008, 3, 3)}, No.REPRESENTATIVE_UNDER_AGE),
        ({"name": " "}, No.NAME_MISSING),
        ({"scopes": ()}, No.SCOPE_MISSING),
        ({"ground": "guardian"}, No.MANDATE_MISSING),
        ({"ground": "future-power"}, No.MANDATE_MISSING),
        ({"valid_to": YESTERDAY}, No.PERIOD_BACKWARDS),
        ({"valid_from": date(2027, 1, 1)}, No.PERIOD_BACKWARDS),
    ],
)
def test_what_the_law_asks_of_a_power_of_attorney(person, changes, code):
    person.when(replace(GIVE, **changes)).then_refused(code)


@pytest.mark.parametrize(
    "changes",
    [
        {"born_on": date(2008, 3, 2)},  # 18 today
        {"ground": "lawyer"},
        {"valid_to": None},
        {"valid_to": TODAY},
        {"ground": "guardian", "mandate": "Økonomi og helse"},
    ],
)
def test_a_power_of_attorney_of_the_kinds_the_law_knows(person, changes):
    person.when(replace(GIVE, **changes)).then_some(did.PowerOfAttorneyGiven)


@pytest.mark.parametrize(
    ("day", "may"),
    [
        (YESTERDAY, False),
        (TODAY, True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_a_power_holds_from_its_first_day_to_its_last(person, day, may):
    file = known(person.given(GIVEN))
    assert file.may_act(BROTHER, did.Scope.APPLY, day) is may
    assert bool(file.powers_on(day)) is may


def test_a_power_covers_what_was_given_and_whom_it_was_given_to(person):
    file = known(person.given(GIVEN))
    assert not file.may_act(BROTHER, did.Scope.APPEAL, TODAY)
    assert not file.may_act(OLA, did.Scope.APPLY, TODAY)


def test_a_power_that_is_revoked_is_over_at_once(person):
    after = person.given(GIVEN).when(do.RevokePowerOfAttorney(power=POWER))
    after.then(did.PowerOfAttorneyRevoked(power=POWER, on=TODAY))
    assert not known(after).may_act(BROTHER, did.Scope.APPLY, TODAY)
    after.when(do.RevokePowerOfAttorney(power=POWER)).then_refused(No.NOT_NOW)


def test_only_a_power_that_was_given_is_revoked(person):
    revoke = do.RevokePowerOfAttorney(power=UUID(int=99))
    person.when(revoke).then_refused(No.NOT_NOW)
    person.given(GIVEN).when(revoke).then_refused(No.NOT_THERE)


# --- consents ----------------------------------------------------------------------


def test_a_consent_holds_from_today_and_never_before(person):
    after = person.when(CONSENT_GIVEN).then(CONSENTED)
    for day, consented in [
        (YESTERDAY, None),
        (TODAY, CONSENTED),
        (date(2026, 6, 1), CONSENTED),
        (date(2026, 6, 2), None),
    ]:
        assert known(after).consent_to("Fastlegen", day) == consented


def test_a_consent_is_to_one_source_however_it_is_written(person):
    file = known(person.given(CONSENTED))
    assert file.consent_to(" fastlegen", TODAY) == CONSENTED
    assert file.consent_to("NAV", TODAY) is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"source": ""}, No.CONSENT_UNCLEAR),
        ({"purpose": " "}, No.CONSENT_UNCLEAR),
        ({"fields": ""}, No.CONSENT_UNCLEAR),
        ({"valid_to": YESTERDAY}, No.PERIOD_BACKWARDS),
    ],
)
def test_a_consent_says_from_whom_for_what_about_what_and_how_long(
    person, changes, code
):
    person.when(replace(CONSENT_GIVEN, **changes)).then_refused(code)


def test_a_consent_that_is_withdrawn_is_over_at_once(person):
    after = person.given(CONSENTED).when(do.WithdrawConsent(consent=CONSENT))
    after.then(did.ConsentWithdrawn(consent=CONSENT, on=TODAY))
    assert known(after).consent_to("Fastlegen", TODAY) is None


def test_only_a_consent_that_was_given_is_withdrawn(person):
    withdraw = do.WithdrawConsent(consent=UUID(int=99))
    person.when(withdraw).then_refused(No.NOT_NOW)
    person.given(CONSENTED).when(withdraw).then_refused(No.NOT_THERE)


# --- impartiality ------------------------------------------------------------------


def test_an_employee_with_a_tie_is_disqualified(person):
    person.by(OLA).when(
        do.DisqualifyEmployee(employee=KARI, tie="kin", explanation="Søster")
    ).then(DISQUALIFIED)


def test_a_tie_that_is_no_kinship_and_no_work_is_explained(person):
    unsaid = do.DisqualifyEmployee(employee=KARI, tie="other", explanation=" ")
    person.by(OLA).when(unsaid).then_refused(No.REASON_MISSING)
    said = replace(unsaid, explanation="Naboer i strid")
    person.by(OLA).when(said).then_some(did.EmployeeDisqualified)


def test_nobody_is_disqualified_twice(person):
    again = do.DisqualifyEmployee(employee=KARI, tie="party", explanation="")
    person.by(OLA).given(DISQUALIFIED).when(again).then_refused(No.DISQUALIFIED)


def test_a_disqualification_ends_with_a_reason(person):
    spec = person.by(OLA).given(DISQUALIFIED)
    end = do.EndDisqualification(employee=KARI, explanation="Det var feil person")
    spec.when(replace(end, explanation="")).then_refused(No.REASON_MISSING)
    spec.when(replace(end, employee=OLA)).then_refused(No.NOT_THERE)
    after = spec.when(end).then_some(did.DisqualificationEnded)
    assert not known(after).is_disqualified(KARI)


def test_who_is_disqualified_does_nothing_in_the_persons_cases(application):
    invite = application_do.ArrangeInterview(on=TOMORROW, at="10.00", place="Her")
    spec = application.given(RECEIVED).knowing(DISQUALIFIED)
    spec.by(KARI).when(invite).then_refused(No.DISQUALIFIED)
    spec.by(OLA).when(invite).then_some(application_did.InterviewArranged)


def test_who_is_disqualified_cannot_let_themselves_in_again(person):
    spec = person.given(DISQUALIFIED).knowing(DISQUALIFIED).by(KARI)
    end = do.EndDisqualification(employee=KARI, explanation="Går bra")
    spec.when(end).then_refused(No.DISQUALIFIED)


def test_of_whom_nothing_is_recorded_nothing_is_known():
    assert NOTHING_KNOWN.powers_on(TODAY) == ()
    assert not NOTHING_KNOWN.is_disqualified(KARI)


# --- asking for a consent ----------------------------------------------------------

ASK = do.AskForConsent(
    consent=CONSENT,
    source="Fastlegen",
    purpose="Vurdere hjelpen",
    fields="Medisiner",
    valid_to=date(2026, 6, 1),
)
ASKED = did.ConsentAskedFor(
    consent=CONSENT,
    source="Fastlegen",
    purpose="Vurdere hjelpen",
    fields="Medisiner",
    valid_to=date(2026, 6, 1),
    needed="",
    on=TODAY,
)


def answer(said):
    return do.AnswerConsent(consent=CONSENT, answer=said, how="written")


def test_a_yes_is_the_consent_that_was_asked_for(person):
    person.when(ASK).then(ASKED)
    after = person.given(ASKED).when(answer("yes")).then(CONSENTED)
    assert known(after).asked == ()
    assert known(after).consent_to("Fastlegen", TODAY) == CONSENTED


def test_a_no_lets_nobody_be_asked_and_can_be_asked_again(person):
    refused = did.ConsentRefused(consent=CONSENT, source="Fastlegen", on=TODAY)
    after = person.given(ASKED).when(answer("no")).then(refused)
    assert known(after).asked == ()
    assert known(after).consent_to("Fastlegen", TODAY) is None
    after.when(ASK).then(ASKED)


def test_why_sound_help_depends_on_it_is_kept_with_the_question(person):
    why = "Medisinen kan være farlig sammen med den du får"
    after = person.when(replace(ASK, needed=why))
    assert known(after).asked[0].needed == why


@pytest.mark.parametrize("field", ["source", "purpose", "fields"])
def test_a_question_of_consent_says_of_whom_for_what_and_about_what(person, field):
    person.when(replace(ASK, **{field: " "})).then_refused(No.CONSENT_UNCLEAR)


def test_a_question_whose_days_are_over_cannot_be_said_yes_to(person):
    person.when(replace(ASK, valid_to=YESTERDAY)).then_refused(No.PERIOD_BACKWARDS)
    over = person.given(replace(ASKED, valid_to=YESTERDAY))
    over.when(answer("yes")).then_refused(No.PERIOD_BACKWARDS)
    over.when(answer("no")).then_some(did.ConsentRefused)


def test_what_is_not_asked_is_not_answered(person):
    person.when(answer("yes")).then_refused(No.NOT_NOW)
    person.given(ASKED, CONSENTED).when(answer("no")).then_refused(No.NOT_NOW)


# --- messages ----------------------------------------------------------------------

KEY = UUID(int=31)
WROTE = did.MessageReceived(message=KEY, words="Når er samtalen?", on=TODAY)


def test_a_message_waits_for_an_answer_by_a_working_day(person, book):
    after = person.when(do.WriteMessage(message=KEY, words="Når er samtalen?"))
    after.then(WROTE)
    [clock] = rules.clocks(after.case, book)
    assert clock.term == "message.answer"
    assert clock.act_by == date(2026, 3, 9), "five working days from a Monday"


def test_an_answer_ends_the_wait_and_both_are_kept(person, book):
    answer = do.AnswerMessage(message=KEY, words="Torsdag klokka 10")
    after = person.given(WROTE).when(answer)
    after.then(did.MessageAnswered(message=KEY, words="Torsdag klokka 10", on=TODAY))
    assert rules.clocks(after.case, book) == ()
    assert [one.words for one in known(after).messages] == [
        "Når er samtalen?",
        "Torsdag klokka 10",
    ]
    after.when(answer).then_refused(No.NOT_NOW)


def test_a_message_that_needs_no_answer_says_why(person, book):
    settle = do.SettleMessage(message=KEY, reason="Vi snakket på telefon")
    after = person.given(WROTE).when(settle)
    after.then_some(did.MessageSettled)
    assert rules.clocks(after.case, book) == ()
    empty = replace(settle, reason=" ")
    person.given(WROTE).when(empty).then_refused(No.REASON_MISSING)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (do.WriteMessage(message=KEY, words=" "), No.OWN_WORDS_MISSING),
        (do.AnswerMessage(message=KEY, words=" "), No.ANSWER_MISSING),
        (do.SendMessage(words=""), No.ANSWER_MISSING),
        (do.AnswerMessage(message=UUID(int=32), words="Hei"), No.NOT_THERE),
    ],
)
def test_a_message_says_something_to_somebody_who_wrote(person, command, code):
    person.given(WROTE).when(command).then_refused(code)


def test_the_service_can_write_first_and_waits_for_nothing(person, book):
    after = person.when(do.SendMessage(words="Husk samtalen i morgen"))
    after.then(did.MessageSent(words="Husk samtalen i morgen", on=TODAY))
    assert rules.clocks(after.case, book) == ()


def test_a_consent_is_asked_for_once_under_its_key(person):
    person.given(ASKED).when(ASK).then_refused(No.ASKED_ALREADY)
    person.given(CONSENTED).when(ASK).then_refused(No.ASKED_ALREADY)

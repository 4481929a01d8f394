"""What an inspection would miss: each by a history that lacks it, and one that does not."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.procedures.events import (
    APPEALED,
    ASSESSED,
    AVAILABLE,
    DECISION,
    HELD,
    INVITED,
    MADE,
    NOTIFIED,
    RECEIVED,
)

from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.application import events as application
from fotfeste.procedures.care import events as care
from fotfeste.procedures.handling import events as handling
from fotfeste.procedures.information import events as information
from fotfeste.procedures.kinds import Kind, clocks, replay
from fotfeste.procedures.lacks import LAW, Missing, lacks
from fotfeste.procedures.person import events as person
from fotfeste.procedures.person import stages as person_stages
from fotfeste.procedures.remedy import events as remedy
from fotfeste.procedures.report import events as report

TAKEN = handling.CaseAssigned(
    employee=UUID(int=5), name="Kari", impartial=True, on=date(2026, 2, 2)
)
ASKED = information.InformationRequested(
    request=UUID(int=8),
    source="Fastlegen",
    what="Medisiner",
    why="For å hjelpe trygt",
    due_on=date(2026, 2, 20),
    consent=UUID(int=9),
    on=date(2026, 2, 11),
)
LET_IN = information.CooperationAgreed(
    service="Fastlegen", consent=UUID(int=9), on=date(2026, 2, 11)
)
CONSENT = person.ConsentGiven(
    consent=UUID(int=9),
    source="fastlegen ",
    purpose="Hjelp",
    fields="Medisiner",
    valid_from=date(2026, 2, 1),
    valid_to=date(2026, 2, 28),
    how="online",
    on=date(2026, 2, 1),
)
GRANTED = care.CareGranted(
    application=UUID(int=3),
    offer="samtaler",
    name="Samtaler",
    basis=("hol § 3-2 første ledd nr. 5",),
    amount="Én time i uka",
    starts_on=date(2026, 3, 9),
    ends_on=None,
    review_on=date(2026, 9, 1),
    party="Nora Testdatter",
    address="",
    posted=False,
    on=date(2026, 3, 5),
)
STARTED = care.CareStarted(on=date(2026, 3, 9))
PLANNED = care.PlanMade(
    own_words="Jeg vil slutte",
    goals="Sove bedre",
    measures="Samtaler",
    took_part="Nora",
    on=date(2026, 3, 10),
)
NOTICED = care.AdvanceNoticeGiven(
    what="change",
    proposal="Sjeldnere",
    reason="Det går bedre",
    comment_by=date(2026, 4, 1),
    on=date(2026, 3, 12),
)
CHANGE = care.Change(
    what="change",
    amount="Hver måned",
    grounds="Det går bedre",
    own_view="Greit",
    from_on=date(2026, 6, 1),
    necessity="",
    basis=("hol § 3-2 første ledd nr. 5",),
)
CHANGED = care.ChangeDecided(
    change=CHANGE,
    decided_on=date(2026, 4, 2),
    proposed_by=UUID(int=5),
    approved_by=None,
)
WROTE = person.MessageReceived(message=UUID(int=6), words="Hei", on=date(2026, 3, 2))
ANSWERED = person.MessageAnswered(message=UUID(int=6), words="Hei", on=date(2026, 3, 3))
REPORTED = report.ReportReceived(
    reporter="Nora",
    address="",
    about="Per",
    tie="Søsken",
    words="Bekymret",
    posted=False,
    on=date(2026, 3, 2),
)
DELAYED = application.DelayNoticeGiven(
    reason="Mange saker", expected_on=date(2026, 4, 10), due_on=date(2026, 3, 2)
)
GROUNDS = remedy.GroundsGiven(
    number=1,
    grounds="Derfor.",
    on=date(2026, 3, 9),
    appeal_by=date(2026, 4, 7),
    basis=("pbrl § 7-5",),
)


def decided(**changes):
    """Return a decision like the usual one, but for what is changed in its grants."""
    services = tuple(
        replace(one, **changes) if one.review_on else one for one in DECISION.services
    )
    return replace(MADE, decision=replace(DECISION, services=services))


def silent(event):
    return replace(event, own_words="", took_part="")


def found(book, kind, history, about=(), *, is_open=True, place="raelingen"):
    case = replay(kind, history)
    known = person_stages.replay(about).file or person_stages.NOTHING_KNOWN
    running = clocks(case, place, book)
    return {
        one.what: one.since
        for one in lacks(case, known, running, book, is_open=is_open)
    }


APPLICATION, CARE, APPEAL = Kind.APPLICATION, Kind.CARE, Kind.APPEAL
FINDINGS = ASSESSED[3:]
WITHOUT_WORDS = (RECEIVED, INVITED, silent(HELD), *FINDINGS, MADE)
LATE = replace(MADE, decided_on=date(2026, 3, 3))

CASES = {
    "decided after an interview without a word of the person's": (
        APPLICATION, WITHOUT_WORDS, (), Missing.INTERVIEW, date(2026, 3, 2),
    ),
    "the interview that was promised is not held": (
        APPLICATION, (replace(RECEIVED, received_on=date(2019, 2, 4)),), (),
        Missing.INTERVIEW, None,
    ),
    "asked without a consent": (
        APPLICATION, (*ASSESSED[:3], ASKED), (), Missing.CONSENT, date(2026, 2, 11),
    ),
    "asked on a consent that was over": (
        APPLICATION, (*ASSESSED[:3], ASKED),
        (replace(CONSENT, valid_to=date(2026, 2, 10)),), Missing.CONSENT,
        date(2026, 2, 11),
    ),
    "asked after the consent was taken back": (
        APPLICATION, (*ASSESSED[:3], ASKED),
        (CONSENT, person.ConsentWithdrawn(consent=UUID(int=9), on=date(2026, 2, 10))),
        Missing.CONSENT, date(2026, 2, 11),
    ),
    "reminded when the consent was over": (
        APPLICATION,
        (
            *ASSESSED[:3], ASKED,
            information.SourceReminded(
                request=UUID(int=8), due_on=date(2026, 3, 20), on=date(2026, 3, 2)
            ),
        ),
        (CONSENT,), Missing.CONSENT, date(2026, 3, 2),
    ),
    "let another service in without a consent": (
        APPLICATION, (*ASSESSED[:3], LET_IN), (), Missing.CONSENT, date(2026, 2, 11),
    ),
    "a service decided without grounds": (
        APPLICATION, (*ASSESSED, decided(grounds=" ")), (), Missing.GROUNDS,
        date(2026, 3, 2),
    ),
    "dismissed without grounds": (
        APPLICATION,
        (RECEIVED, application.ApplicationDismissed(reason="", on=date(2026, 2, 9))),
        (), Missing.GROUNDS, date(2026, 2, 9),
    ),
    "a change decided without grounds": (
        CARE,
        (
            GRANTED, STARTED, NOTICED,
            replace(CHANGED, change=replace(CHANGE, grounds="")),
        ),
        (), Missing.GROUNDS, date(2026, 4, 2),
    ),
    "a grant without a day to review it": (
        APPLICATION, (*ASSESSED, decided(review_on=None)), (), Missing.REVIEW_DATE,
        date(2026, 3, 2),
    ),
    "the day of the review": (
        CARE, (GRANTED, STARTED), (), Missing.REVIEW, date(2026, 9, 2),
    ),
    "the day of the review while a change is under way": (
        CARE, (GRANTED, STARTED, NOTICED), (), Missing.REVIEW, date(2026, 9, 2),
    ),
    "no plan": (CARE, (GRANTED, STARTED), (), Missing.PLAN, date(2026, 3, 9)),
    "a plan without goals": (
        CARE, (GRANTED, STARTED, replace(PLANNED, goals="")), (), Missing.PLAN,
        date(2026, 3, 9),
    ),
    "a message without an answer": (
        Kind.PERSON, (WROTE,), (), Missing.ANSWER, None,
    ),
    "a report without an answer": (
        Kind.REPORT, (REPORTED,), (), Missing.ANSWER, None,
    ),
    "neither a decision nor a notice within the month": (
        APPLICATION, (RECEIVED,), (), Missing.DELAY_NOTICE, date(2026, 3, 3),
    ),
    "decided after the month without a notice": (
        APPLICATION, (*ASSESSED, LATE), (), Missing.DELAY_NOTICE, date(2026, 3, 3),
    ),
    "the day that a notice gave": (
        APPLICATION, (RECEIVED, DELAYED), (), Missing.DELAY_NOTICE, date(2026, 4, 11),
    ),
    "an appeal that takes more than a month": (
        APPEAL, (APPEALED,), (), Missing.DELAY_NOTICE, date(2026, 4, 21),
    ),
    "nobody has the case": (
        APPLICATION, (RECEIVED,), (), Missing.HANDLER, date(2026, 2, 2),
    ),
    "the case was given back": (
        APPLICATION,
        (RECEIVED, TAKEN, handling.CaseGivenBack(reason="Syk", on=date(2026, 2, 3))),
        (), Missing.HANDLER, date(2026, 2, 2),
    ),
}  # fmt: skip

SOUND = {
    Missing.INTERVIEW: (APPLICATION, (*NOTIFIED,), ()),
    Missing.CONSENT: (APPLICATION, (*ASSESSED[:3], ASKED, LET_IN), (CONSENT,)),
    Missing.GROUNDS: (
        APPLICATION, (*ASSESSED, decided(grounds=""), AVAILABLE, GROUNDS), (),
    ),
    Missing.REVIEW_DATE: (APPLICATION, NOTIFIED, ()),
    Missing.REVIEW: (
        CARE,
        (
            GRANTED, STARTED,
            care.CareEnded(
                ending=care.Ending.WISH, reason="Ville", on=date(2026, 4, 1)
            ),
        ),
        (),
    ),
    Missing.PLAN: (CARE, (GRANTED, STARTED, PLANNED), ()),
    Missing.ANSWER: (Kind.PERSON, (WROTE, ANSWERED), ()),
    Missing.DELAY_NOTICE: (APPLICATION, (RECEIVED, DELAYED, INVITED, HELD, LATE, AVAILABLE), ()),
    Missing.HANDLER: (APPLICATION, (RECEIVED, TAKEN), ()),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_is_lacking_is_found_with_its_day(book, name):
    kind, history, about, what, since = CASES[name]
    place = "oppegard" if "promised" in name else "raelingen"
    seen = found(book, kind, history, about, place=place)
    assert what in seen
    assert since is None or seen[what] == since


@pytest.mark.parametrize("what", Missing)
def test_what_is_there_is_not_missed(book, what):
    assert what not in found(book, *SOUND[what])


def test_each_is_tried_both_ways():
    assert {what for *_, what, _ in CASES.values()} == {*Missing} == {*SOUND}


def test_each_says_what_it_rests_on(book):
    assert set(LAW) == set(Missing)
    for basis in LAW.values():
        assert basis
        assert all(book.acts[one.law] for one in basis)


def test_a_consent_that_was_taken_back_later_held_then(book):
    back = person.ConsentWithdrawn(consent=UUID(int=9), on=date(2026, 2, 15))
    history = (*ASSESSED[:3], ASKED)
    assert Missing.CONSENT not in found(book, APPLICATION, history, (CONSENT, back))


def test_telling_on_a_ground_of_the_law_takes_no_consent(book):
    told = information.InformationDisclosed(
        ground="children",
        basis="hpl § 33",
        recipient="Barnevernet",
        what="Bekymring",
        why="Barn i hjemmet",
        on=date(2026, 2, 11),
    )
    assert Missing.CONSENT not in found(book, APPLICATION, (*ASSESSED[:3], told))


def test_a_service_that_has_not_begun_lacks_no_plan_yet(book):
    assert Missing.PLAN not in found(book, CARE, (GRANTED,))


def test_a_case_where_nothing_is_left_needs_nobody(book):
    assert Missing.HANDLER not in found(book, APPLICATION, NOTIFIED, is_open=False)


def test_a_persons_own_file_needs_nobody(book):
    assert Missing.HANDLER not in found(book, Kind.PERSON, (WROTE,))


def test_of_several_of_a_kind_the_first_counts(book):
    history = (*ASSESSED[:3], ASKED, replace(LET_IN, on=date(2026, 2, 12)))
    assert found(book, APPLICATION, history)[Missing.CONSENT] == date(2026, 2, 11)


@pytest.mark.parametrize("kind", Kind)
def test_what_is_not_opened_lacks_nothing(book, kind):
    assert found(book, kind, ()) == {}


def test_a_dismissed_appeal_without_grounds_lacks_them(book):
    late = replace(APPEALED, in_time=False)
    no = appeal.AppealDismissed(
        case=UUID(int=7),
        reason="",
        on=date(2026, 4, 10),
        appeal_by=date(2026, 5, 4),
        basis=("fvl § 31", "fvl § 29"),
        body="Statsforvalteren",
    )
    assert found(book, APPEAL, (late, no))[Missing.GROUNDS] == date(2026, 4, 10)

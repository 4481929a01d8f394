"""Every plain letter can be written from its event, and says what it must."""

from dataclasses import fields, replace
from datetime import date
from uuid import UUID

import pytest
from tests.letters.test_letters import occasion, words
from tests.procedures.events import APPEALED, AVAILABLE, NOTIFIED, RECEIVED
from tests.procedures.test_care import (
    CHANGING,
    DECIDED,
    GRANTED,
    NOTICED,
    RUNNING,
)
from tests.procedures.test_information import ANSWERED, PRESENTED, REQUESTED
from tests.procedures.test_person import CONSENTED
from tests.procedures.test_report import INVESTIGATED
from tests.procedures.test_report import RECEIVED as REPORTED

from fotfeste.jobs.letters import LETTERS_OF, MAKERS, OUTSIDE, REOPENINGS
from fotfeste.letters.compose.documents import DOCUMENTS
from fotfeste.letters.compose.filled import STEPS, facts
from fotfeste.letters.compose.plain import plain
from fotfeste.letters.content import OF_DECISION, REQUIRED, LetterKind
from fotfeste.letters.wording import Texts
from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.application import events as application
from fotfeste.procedures.care import events as care
from fotfeste.procedures.documents import events as documents
from fotfeste.procedures.information import events as information
from fotfeste.procedures.kinds import Kind, replay
from fotfeste.procedures.person.stages import replay as person
from fotfeste.procedures.remedy import events as remedy
from fotfeste.procedures.report import events as report

DAY = date(2026, 3, 5)
IN_TWO_WEEKS = date(2026, 3, 19)
LAST_DAY = "Siste dag for å klage er tirsdag 7. april 2026"
ASKED = documents.DocumentsAskedFor(which="", on=DAY)
WITHDRAWN = application.ApplicationWithdrawn(reason="")
REQUEST = REQUESTED.request


def reopened(cause, comment_by=None):
    return application.CaseReopened(
        on=DAY, reason="Grunnen.", cause=cause, comment_by=comment_by
    )


LETTERS = {
    LetterKind.PASSED_ON: (
        Kind.APPLICATION,
        [RECEIVED, application.ApplicationPassed(recipient="Barnevernet", on=DAY)],
        ["Barnevernet", "5. mars 2026"],
    ),
    LetterKind.CASE_DISMISSED: (
        Kind.APPLICATION,
        [RECEIVED, application.ApplicationDismissed(reason="Grunnen.", on=DAY)],
        ["2. februar 2026", "Grunnen."],
    ),
    LetterKind.CLOSED: (
        Kind.APPLICATION,
        [RECEIVED, application.CaseClosed(closing="moved", reason="Grunnen.", on=DAY)],
        ["Grunnen.", "Du oppholder deg ikke i kommunen lenger."],
    ),
    LetterKind.DISCLOSED: (
        Kind.APPLICATION,
        [
            RECEIVED,
            information.InformationDisclosed(
                ground="children", basis="hpl § 33", recipient="Barnevernet",
                what="Uro.", why="Fare.", on=DAY,
            ),
        ],
        ["Barnevernet", "Uro.", "Fare.", "helsepersonelloven § 33"],
    ),
    LetterKind.REMINDER: (
        Kind.APPLICATION,
        [*NOTIFIED, remedy.ReminderGiven(number=1, on=DAY)],
        ["Vedtak om tjenester", "2. mars 2026", "tirsdag 7. april 2026"],
    ),
    LetterKind.TAKEN_UP: (
        Kind.APPLICATION,
        [RECEIVED, WITHDRAWN, reopened("taken-up")],
        ["Grunnen.", "søndag 5. april 2026"],
    ),
    LetterKind.REVERSAL: (
        Kind.APPLICATION,
        [*NOTIFIED, reopened("own-initiative", IN_TWO_WEEKS)],
        ["Grunnen.", "torsdag 19. mars 2026", "forvaltningsloven § 35"],
    ),
    LetterKind.INFORMATION_REQUEST: (
        Kind.APPLICATION,
        [RECEIVED, REQUESTED],
        ["Nora Testdatter", REQUESTED.what, REQUESTED.why, "Medisiner", "1. juni 2026"],
    ),
    LetterKind.INFORMATION_REMINDER: (
        Kind.APPLICATION,
        [
            RECEIVED,
            REQUESTED,
            information.SourceReminded(request=REQUEST, due_on=IN_TWO_WEEKS, on=DAY),
        ],
        ["Nora Testdatter", "torsdag 19. mars 2026"],
    ),
    LetterKind.PRESENTED: (
        Kind.APPLICATION,
        [RECEIVED, REQUESTED, ANSWERED, PRESENTED],
        ["Fastlegen", "Ingen.", "mandag 16. mars 2026"],
    ),
    LetterKind.DOCUMENTS: (
        Kind.APPLICATION,
        [RECEIVED, ASKED, documents.DocumentsGiven(how="Kopi i brev.", on=DAY)],
        ["Kopi i brev.", "forvaltningsloven § 18"],
    ),
    LetterKind.ACCESS_REFUSED: (
        Kind.APPLICATION,
        [
            RECEIVED,
            ASKED,
            documents.AccessRefused(
                which="Notatet", provision="fvl § 19 første ledd bokstav d",
                reason="Grunnen.", given="Resten", on=DAY,
            ),
        ],
        [
            "Notatet", "Grunnen.", "Dette får du se: Resten",
            "forvaltningsloven § 19 første ledd bokstav d",
        ],
    ),
    LetterKind.GROUNDS: (
        Kind.APPLICATION,
        [
            *NOTIFIED,
            remedy.GroundsAskedFor(number=1, words="", on=DAY),
            remedy.GroundsGiven(
                number=1, grounds="Grunnen.", on=DAY, appeal_by=date(2026, 4, 7),
                basis=AVAILABLE.basis,
            ),
        ],
        ["Grunnen."],
    ),
    LetterKind.SUSPENSION: (
        Kind.APPLICATION,
        [
            *NOTIFIED,
            remedy.SuspensionAskedFor(number=1, words="Vent", on=DAY),
            remedy.SuspensionDecided(
                number=1, granted=True, reason="Grunnen.", on=DAY
            ),
        ],
        ["Grunnen.", "settes ikke i verk", "forvaltningsloven § 42"],
    ),
    LetterKind.CORRECTION: (
        Kind.APPLICATION,
        [
            *NOTIFIED,
            remedy.DecisionCorrected(
                number=1, was="9. mars", corrected="10. mars", on=DAY
            ),
        ],
        ["9. mars", "10. mars"],
    ),
    LetterKind.SUPERVISION: (
        Kind.APPLICATION,
        [
            RECEIVED,
            remedy.SupervisionAskedFor(
                words="Ingen ringer.", on=DAY, body="Statsforvalteren"
            ),
        ],
        ["Nora Testdatter", "Ingen ringer.", "§ 7-4"],
    ),
    LetterKind.MENDING: (
        Kind.APPEAL,
        [
            APPEALED,
            appeal.MendingAskedFor(
                defects="Navnet mangler.", mend_by=IN_TWO_WEEKS, on=DAY
            ),
        ],
        ["Navnet mangler.", "torsdag 19. mars 2026"],
    ),
    LetterKind.APPEAL_DELAY_NOTICE: (
        Kind.APPEAL,
        [
            APPEALED,
            appeal.AppealDelayNoticeGiven(
                reason="Grunnen.", expected_on=IN_TWO_WEEKS, on=DAY
            ),
        ],
        ["Grunnen.", "torsdag 19. mars 2026", "§ 11 a"],
    ),
    LetterKind.COSTS: (
        Kind.APPEAL,
        [
            APPEALED,
            appeal.DecisionReversed(case=UUID(int=7), reason="X", on=DAY),
            appeal.CostsClaimed(claim="Advokat", decided_by="", on=DAY),
            appeal.CostsDecided(covered="4 000 kroner", reason="Grunnen.", on=DAY),
        ],
        ["4 000 kroner", "Grunnen."],
    ),
    LetterKind.ADVANCE_NOTICE: (
        Kind.CARE,
        [*RUNNING, NOTICED],
        [GRANTED.name, NOTICED.proposal, NOTICED.reason, "mandag 16. mars 2026"],
    ),
    LetterKind.CHANGE_DROPPED: (
        Kind.CARE,
        [*RUNNING, NOTICED, care.ChangeDropped(reason="Grunnen.", on=DAY)],
        [GRANTED.name, "Grunnen."],
    ),
    LetterKind.CHANGE: (
        Kind.CARE,
        [*RUNNING, NOTICED, DECIDED],
        [
            GRANTED.name, "To timer i måneden", "15. april 2026",
            DECIDED.change.grounds, DECIDED.change.own_view,
            "helse- og omsorgstjenesteloven § 3-2",
        ],
    ),
    LetterKind.RESTORED: (
        Kind.CARE,
        [*CHANGING, care.CareRestored(reason="Grunnen.", on=DAY)],
        [GRANTED.name, "Grunnen."],
    ),
    LetterKind.CARE_ENDED: (
        Kind.CARE,
        [*RUNNING, care.CareEnded(ending=care.Ending.WISH, reason="Grunnen.", on=DAY)],
        [GRANTED.name, "Grunnen.", "Du ba selv om å avslutte."],
    ),
    LetterKind.REPORT_RECEIVED: (
        Kind.REPORT,
        [REPORTED],
        ["2026-00001", "2. mars 2026", "§ 10-1"],
    ),
    LetterKind.FEEDBACK: (
        Kind.REPORT,
        [REPORTED, INVESTIGATED, report.FeedbackGiven(words="Vi er ferdige.", on=DAY)],
        ["Vi er ferdige.", "§ 10-1"],
    ),
}  # fmt: skip
"""Of each plain letter: the case, what had happened in it, and what it must say."""

every_letter = pytest.mark.parametrize("kind", STEPS, ids=str)
DECIDING = (*OF_DECISION.values(), LetterKind.GROUNDS)


@pytest.fixture
def write(book):
    """Write the letter of the last event in its history."""

    def write(kind, **changes):
        of, events, _ = LETTERS[kind]
        on = replace(occasion(book), **changes)
        filled = facts(events[-1], replay(of, events), person([CONSENTED]).opened, on)
        notice = AVAILABLE if kind in DECIDING else None
        return plain(on, kind, STEPS[kind], filled, notice=notice)

    return write


def test_every_plain_letter_is_looked_at():
    assert set(LETTERS) == set(STEPS)


@pytest.mark.parametrize("of", DOCUMENTS, ids=lambda of: of.__name__)
def test_every_document_has_a_title_and_its_fields_have_names(of):
    texts, (title, named) = Texts(), DOCUMENTS[of]
    assert texts(f"documents.titles.{title}")
    there = {field.name for field in fields(of)}
    for field in named:
        assert field in there
        assert texts(f"documents.{field}")


def test_every_letter_follows_from_something():
    follow = {kind for kinds in LETTERS_OF.values() for kind in kinds}
    assert follow | set(OF_DECISION.values()) | set(REOPENINGS.values()) == set(
        LetterKind
    )
    assert set(MAKERS) == set(OF_DECISION)


@every_letter
def test_it_says_all_that_is_required_and_what_happened(write, kind):
    letter = write(kind)
    sections = {section.id: section for section in letter.sections}
    assert set(REQUIRED[kind]) <= set(sections)
    said = words(letter)
    for fact in LETTERS[kind][2]:
        assert fact in said, fact
    assert "{" not in said
    assert "None" not in said


@every_letter
def test_only_what_can_be_appealed_has_a_last_day_to_appeal(write, kind):
    said = words(write(kind))
    assert (LAST_DAY in said) is (kind in (*DECIDING, LetterKind.REMINDER))
    if kind in DECIDING:
        assert "Statsforvalteren" in said
        assert "§ 7-5" in said


@every_letter
def test_it_is_from_the_unit_that_does_the_step_and_to_the_party(write, kind):
    letter = write(kind)
    assert letter.sender == "Rælingen kommune"
    assert letter.unit
    assert letter.recipient[0] == "Nora Testdatter"


@pytest.mark.parametrize("kind", [k for k in STEPS if k not in OUTSIDE], ids=str)
def test_it_goes_to_the_representative_in_the_partys_place(write, kind):
    receiver = ("Bror Testsønn", "På vegne av Nora Testdatter", "Veien 2")
    letter = write(kind, receiver=receiver, copies=("Nora Testdatter",))
    assert letter.recipient == receiver
    assert letter.copies == ("Nora Testdatter",)


def test_the_letters_to_others_than_the_party_are_known():
    assert {
        LetterKind.FORWARDING,
        LetterKind.SUPERVISION,
        LetterKind.INFORMATION_REQUEST,
        LetterKind.INFORMATION_REMINDER,
    } == OUTSIDE


def test_a_request_says_no_more_of_the_person_than_the_question_needs(write):
    for kind in (LetterKind.INFORMATION_REQUEST, LetterKind.INFORMATION_REMINDER):
        said = words(write(kind))
        assert RECEIVED.application.situation not in said
        assert "rus" not in said.lower()


def test_the_feedback_says_nothing_of_whom_they_worry_about(write):
    said = words(write(LetterKind.FEEDBACK))
    assert REPORTED.words not in said
    assert INVESTIGATED.assessment not in said

"""Given, when, then for low-threshold contact."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.procedures.events import SAID

from fotfeste.procedures.application import commands as application_do
from fotfeste.procedures.consequences import Consequence, consequences
from fotfeste.procedures.contact import commands as do
from fotfeste.procedures.contact import events as did
from fotfeste.procedures.contact import rules
from fotfeste.procedures.contact import stages as at
from fotfeste.procedures.kinds import PROCEDURES, Kind, clocks, evolve
from fotfeste.procedures.refusal import RefusalCode as No

TODAY = date(2026, 3, 2)
FIRST, ASKED = date(2026, 1, 12), date(2026, 2, 16)
KEY, APPLICATION = UUID(int=50), UUID(int=51)
MAKE = do.MakeContact(
    name="Nora Testdatter", place="outreach", note="Snakket", on=FIRST, agreed=True
)
MADE = did.ContactMade(
    name="Nora Testdatter", place="outreach", note="Snakket", on=FIRST
)
TURN = do.TurnContact(application=APPLICATION, content=SAID, asked_on=ASKED)


def test_a_contact_is_kept_as_the_person_lets_it(contact):
    contact.when(MAKE).then(MADE)
    contact.when(replace(MAKE, note="")).then(replace(MADE, note=""))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"agreed": False}, No.RECORD_NOT_WANTED),
        ({"name": " "}, No.NAME_MISSING),
        ({"on": date(2026, 3, 3)}, No.DAY_NOT_YET),
    ],
)
def test_nothing_is_kept_without_the_persons_word(contact, changes, code):
    no = contact.when(replace(MAKE, **changes)).then_refused(code)
    assert no.history == ()


def test_there_is_contact_again_also_after_it_was_over(contact):
    note = do.NoteContact(place="activity-house", note="Kaffe", on=ASKED)
    case = contact.given(MADE)
    case.when(note).then(
        did.ContactNoted(place="activity-house", note="Kaffe", on=ASKED)
    )
    ended = case.when(do.EndContact())
    ended.then(did.ContactEnded(on=TODAY, reason=""))
    assert isinstance(ended.when(note).case.stage, at.InContact)
    case.when(replace(note, on=date(2026, 3, 3))).then_refused(No.DAY_NOT_YET)
    case.when(replace(note, on=date(2026, 1, 11))).then_refused(No.PERIOD_BACKWARDS)


@pytest.mark.parametrize(
    "command",
    [do.NoteContact(place="advice", note="", on=TODAY), TURN, do.EndContact()],
    ids=lambda command: type(command).__name__,
)
def test_there_is_no_contact_before_the_first(contact, command):
    contact.when(command).then_refused(No.NOT_NOW)


def test_a_contact_becomes_an_application_once_and_keeps_its_date(contact):
    case = contact.given(MADE)
    turned = case.when(TURN).then(
        did.ContactTurned(
            application=APPLICATION, content=SAID, first_on=FIRST, asked_on=ASKED
        )
    )
    assert turned.case.stage == at.Turned(APPLICATION)
    turned.when(TURN).then_refused(No.NOT_NOW)
    case.when(replace(TURN, asked_on=date(2026, 3, 3))).then_refused(No.DAY_NOT_YET)
    case.when(replace(TURN, asked_on=date(2026, 1, 11))).then_refused(
        No.PERIOD_BACKWARDS
    )


def test_the_application_counts_from_the_day_they_asked(contact, application, book):
    turned = contact.given(MADE).when(TURN)
    [caused] = consequences(KEY, turned.came[0], turned.case)
    assert caused == Consequence(
        APPLICATION,
        application_do.RegisterApplication(
            application=SAID, channel="contact", arrived_on=ASKED, first_on=FIRST
        ),
    )
    [received] = application.when(caused.command).came
    assert (received.received_on, received.first_on) == (ASKED, FIRST)
    month = replay_clock(application, received, book)
    assert month == date(2026, 3, 16)


def replay_clock(application, received, book):
    case = evolve(PROCEDURES[Kind.APPLICATION].start, received)
    [clock] = [
        c for c in clocks(case, "raelingen", book) if c.term == "preliminary-answer"
    ]
    return clock.due.value


def test_a_contact_asks_nobody_to_do_anything_by_a_day(contact):
    assert rules.clocks(contact.given(MADE).case) == ()

"""Each letter that is carried goes once: whoever dies, and whatever is answered."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from django.db import connection, connections
from tests.ledger.decided import decided
from tests.ledger.place import Place
from tests.procedures.events import SAID

from fotfeste.access.erasure import erase
from fotfeste.exchange import followers
from fotfeste.exchange.followers import look_after_all, wait
from fotfeste.jobs import dispatching
from fotfeste.jobs.followers import follow
from fotfeste.jobs.reminders import remind
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import uuid7
from fotfeste.letters import archive, dispatch
from fotfeste.letters.carrier import NotReachedError
from fotfeste.letters.content import LetterKind
from fotfeste.letters.dispatch import ClaimedError, State
from fotfeste.letters.readdress import as_of_now
from fotfeste.office import installation
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.person import commands as person_do
from fotfeste.procedures.person.events import Scope
from fotfeste.procedures.remedy import events as did


def jobs(key):
    """Return the dispatches that there are jobs to send."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args->>'dispatch' FROM procrastinate_jobs"
            " WHERE task_name = 'send_dispatch' AND args->>'municipality' = %s",
            [key],
        )
        return [one for (one,) in cursor.fetchall()]


def marks(place, key):
    with fenced(place.key), connection.cursor() as cursor:
        cursor.execute(
            "SELECT mark FROM letters_dispatch_mark WHERE dispatch = %s ORDER BY id",
            [key],
        )
        return [mark for (mark,) in cursor.fetchall()]


def sent_letter(place, dispatches, sending):
    """Decide, send the decision, and return its case and the dispatch."""
    _, stream, _ = decided(place)
    [one] = dispatches(stream)
    sending(one.id)
    return stream, one


# --- made once ---------------------------------------------------------------------


def test_a_letter_has_one_dispatch_and_one_job_however_often_it_is_made(
    connected, dispatches
):
    stream, _ = connected.apply()
    for _ in range(3):
        follow(connected.key, stream, 1, connected.office)
    [one] = dispatches(stream)
    assert (one.way, one.state, one.addressee) == ("digital", State.WAITING, "party")
    assert jobs(connected.key) == [str(one.id)]


def test_where_nobody_carries_letters_nothing_is_said_to_be_sent(place, dispatches):
    stream, _ = place.apply()
    follow(place.key, stream, 1, place.office)
    assert [k.kind for k in place.kept(stream)] == [LetterKind.ACKNOWLEDGEMENT]
    assert dispatches(stream) == [] and jobs(place.key) == []


@pytest.mark.parametrize("avoid", ["messages", "name", "letters", "voicemail"])
def test_who_is_not_safe_with_a_carriers_own_notice_gets_nothing_by_it(
    connected, dispatches, avoid
):
    """SvarUt tells of a letter by itself; the letter lies on the pages as before."""
    stream, party = uuid7(), connected.party()
    said = replace(SAID, avoid=(avoid,))
    apply = do.SubmitApplication(application=said)
    connected.does(apply, connected.citizen(party), stream, party)
    ways = [one.way for one in dispatches(stream)]
    assert ways == ([] if avoid in ("messages", "name") else ["digital"])


def test_a_worker_that_dies_between_letter_and_dispatch_leaves_neither(
    connected, dispatches, monkeypatch
):
    stream, _ = connected.apply()
    with monkeypatch.context() as patched:
        patched.setattr(dispatching.dispatch, "make", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            follow(connected.key, stream, 1, connected.office)
    assert connected.kept(stream) == []
    follow(connected.key, stream, 1, connected.office)
    assert len(connected.kept(stream)) == len(dispatches(stream)) == 1


def test_what_lies_in_the_table_has_no_name_and_no_address_in_clear(
    connected, dispatches
):
    stream, _ = connected.apply()
    follow(connected.key, stream, 1, connected.office)
    with fenced(connected.key), connection.cursor() as cursor:
        cursor.execute("SELECT d::text, d.envelope FROM letters_dispatch d")
        [(row, envelope)] = cursor.fetchall()
    assert "Nora" not in row and b"Nora" not in bytes(envelope)


# --- sent once ---------------------------------------------------------------------


def test_a_letter_is_sent_once_however_often_its_job_runs(
    connected, stub, dispatches, sending
):
    stream, one = sent_letter(connected, dispatches, sending)
    sending(one.id)
    sending(one.id)
    [sent] = dispatches(stream)
    assert sent.state is State.SENT and sent.outside_id == stub.sent[0]["id"]
    assert stub.references() == [str(one.id)]
    [kept] = connected.kept(stream)
    party = connected.party()
    with fenced(connected.key):
        pdf = archive.letter_pdf(connected.key, kept, party, connected.office.keys)
    assert stub.sent[0]["documents"] == [pdf]
    assert marks(connected, one.id) == ["accepted"]


def test_an_answer_that_was_lost_does_not_send_it_twice(
    connected, stub, dispatches, sending
):
    _, stream, _ = decided(connected)
    [one] = dispatches(stream)
    stub.mood = "drop"
    with pytest.raises(NotReachedError):
        sending(one.id)
    stub.mood = ""
    sending(one.id)
    assert dispatches(stream)[0].state is State.SENT
    assert stub.references() == [str(one.id)]


def test_a_worker_killed_after_svarut_took_it_does_not_send_it_twice(
    connected, stub, dispatches, sending, settings
):
    """It is killed with the letter accepted there and nothing noted here."""
    _, stream, _ = decided(connected)
    [one] = dispatches(stream)
    stub.mood = "hang"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "fotfeste.config.settings.test",
        "FOTFESTE_TEST_DATABASE": connections["default"].settings_dict["NAME"],
        "FOTFESTE_SVARUT": settings.FOTFESTE_SVARUT,
    }
    with subprocess.Popen(
        [
            sys.executable, "-m", "tests.exchange.one_letter", connected.key,
            str(one.id), connected.office.now.isoformat(),
        ],
        env=environment,
    ) as worker:  # fmt: skip
        for _ in range(2400):
            if stub.sent:
                break
            assert worker.poll() is None, "the process ended by itself"
            time.sleep(0.05)
        worker.send_signal(signal.SIGKILL)
    assert stub.references() == [str(one.id)], "it had come through"
    assert dispatches(stream)[0].state is State.WAITING, "and nobody had noted it"
    stub.mood = ""
    with pytest.raises(ClaimedError):
        sending(one.id)  # the dead may still be at it, as far as anybody knows
    now = connected.office.now + dispatch.CLAIM
    connected.office = replace(connected.office, now=now)
    sending(one.id)
    assert dispatches(stream)[0].outside_id == stub.sent[0]["id"]
    assert stub.references() == [str(one.id)]
    assert marks(connected, one.id) == ["accepted"]


def test_a_worker_killed_before_it_was_sent_loses_nothing(
    connected, stub, dispatches, sending
):
    _, stream, _ = decided(connected)
    [one] = dispatches(stream)
    with fenced(connected.key):
        assert dispatch.claim(connected.key, one.id, connected.office.now)
    connected.later(1)
    sending(one.id)
    assert stub.references() == [str(one.id)]


# --- what is answered --------------------------------------------------------------


def test_what_svarut_turns_down_has_failed_with_the_reason(
    connected, stub, dispatches, sending
):
    _, stream, _ = decided(connected)
    [one] = dispatches(stream)
    stub.mood = 422
    sending(one.id)
    [failed] = dispatches(stream)
    assert (failed.state, failed.reason) == (State.FAILED, "422 PROVE_FEIL")
    stub.mood = ""
    sending(one.id)
    assert stub.sent == [], "it is for the desk to say what is done now"
    assert marks(connected, one.id) == ["failed"]


def test_what_is_down_is_tried_again_and_waits_longer_each_time(
    connected, stub, dispatches, sending
):
    _, stream, _ = decided(connected)
    [one] = dispatches(stream)
    stub.mood = 503
    for tries in (1, 2):
        with pytest.raises(NotReachedError):
            sending(one.id)
        [waiting] = dispatches(stream)
        assert (waiting.state, waiting.tries) == (State.WAITING, tries)
        assert waiting.reason == "503 PROVE_FEIL"
    stub.mood = ""
    sending(one.id)
    assert dispatches(stream)[0].state is State.SENT
    waits = [wait(n).total_seconds() / 60 for n in (0, 1, 2, 3, 8, 9, 5000)]
    assert waits == [1, 2, 4, 8, 256, 360, 360]


def test_one_without_a_number_gets_nothing_digital(connected, stub, dispatches):
    """Only who has a number can be found by a carrier; the letter lies on the pages."""
    from fotfeste.access.people import Identity, enrol

    nameless = enrol(connected.key, Identity("Uten Nummer"), connected.office.keys)
    stream, _ = connected.apply(nameless)
    follow(connected.key, stream, 1, connected.office)
    assert dispatches(stream) == []


def test_nothing_is_sent_about_one_who_is_erased(connected, stub, dispatches, sending):
    party, stream, _ = decided(connected)
    [one] = dispatches(stream)
    assert erase(connected.key, party.id)
    sending(one.id)
    assert stub.sent == [] and dispatches(stream) == []


def test_what_has_become_unsafe_meanwhile_is_not_carried(
    connected, stub, dispatches, sending
):
    party, stream, _ = decided(connected)
    [one] = dispatches(stream)
    wish = person_do.WishContact(phone="", email="", avoid=("messages",), words="")
    connected.does(wish, connected.citizen(party), party.id, party)
    sending(one.id)
    [held] = dispatches(stream)
    assert (held.state, held.reason) == (State.FAILED, "Ikke trygt")
    assert stub.sent == []


def represented(place, party, **changes):
    """Let somebody have the party's letters, and return the power."""
    power = uuid7()
    command = person_do.GivePowerOfAttorney(
        power=power,
        representative=place.party(1).id,
        name="Bror Testsønn",
        scopes=(Scope.LETTERS,),
        valid_from=place.office.now.date(),
        address="Veien 2\n2025 Fjerdingby",
        ground="written",
        **changes,
    )
    place.does(command, place.citizen(party), party.id, party)
    return power


def test_the_representative_and_the_party_each_get_their_own(
    connected, stub, dispatches, sending
):
    party = connected.party()
    represented(connected, party)
    _, stream, _ = decided(connected)
    both = dispatches(stream)
    for one in both * 2:
        sending(one.id)
    assert {one.addressee for one in both} == {"party", "representative"}
    assert sorted(stub.references()) == sorted(str(one.id) for one in both)
    numbers = {one["forsendelse"]["mottaker"]["digitalId"] for one in stub.sent}
    assert len(numbers) == 2


def test_who_has_no_power_any_more_gets_nothing_and_the_party_gets_it_instead(
    connected, stub, dispatches, sending
):
    party = connected.party()
    power = represented(connected, party, copies=False)
    stream = uuid7()
    apply = do.RegisterApplication(
        application=replace(SAID, address="Veien 1\n2025 By"),
        channel="paper",
        arrived_on=connected.office.now.date(),
    )
    connected.does(apply, connected.desk(), stream, party)
    [one] = dispatches(stream)
    assert one.addressee == "representative"
    revoke = person_do.RevokePowerOfAttorney(power=power)
    connected.does(revoke, connected.citizen(party), party.id)
    history = connected.history(stream)
    for _ in range(2):
        with fenced(connected.key):
            keys = connected.office.keys
            envelope = one.opened(connected.key, party, keys)
            assert as_of_now(one, envelope, history, connected.office) is None
    assert {(d.addressee, d.state) for d in dispatches(stream)} == {
        ("representative", State.DROPPED),
        ("party", State.WAITING),
    }
    assert len(dispatches(stream)) == 2
    assert marks(connected, one.id) == ["dropped"]


# --- read, or not for a week -------------------------------------------------------


def look_after(place):
    """Ask how it goes, as the hourly job does."""
    look_after_all(place.office)


def test_what_is_read_is_noted_and_the_decision_is_opened(
    connected, stub, dispatches, sending
):
    stream, one = sent_letter(connected, dispatches, sending)
    look_after(connected)
    assert dispatches(stream)[0].state is State.SENT
    stub.read()
    for _ in range(3):
        look_after(connected)
    assert dispatches(stream)[0].state is State.READ
    events = connected.history(stream).events
    assert [type(e) for e in events].count(did.DecisionOpened) == 1
    assert marks(connected, one.id) == ["accepted", "read"]


def test_what_could_not_be_delivered_has_failed(connected, stub, dispatches, sending):
    stream, one = sent_letter(connected, dispatches, sending)
    stub.read(status="IKKE_LEVERT")
    look_after(connected)
    [failed] = dispatches(stream)
    assert (failed.state, failed.reason) == (State.FAILED, "IKKE_LEVERT")
    assert marks(connected, one.id) == ["accepted", "failed"]


def reminders(place, stream):
    return [
        event
        for event in place.history(stream).events
        if isinstance(event, did.ReminderGiven)
    ]


def remind_each_day(place, days):
    for _ in range(days):
        place.later(1)
        remind(place.key, place.office)


def test_a_decision_nobody_has_opened_in_a_week_is_told_of_once_more_and_once_only(
    place, dispatches
):
    _, stream, version = decided(place)
    remind_each_day(place, 6)
    assert reminders(place, stream) == []
    remind_each_day(place, 1)
    assert len(reminders(place, stream)) == 1
    place.follow(stream, version)
    remind_each_day(place, 10)
    assert len(reminders(place, stream)) == 1
    [reminder] = dispatches(stream)
    assert (reminder.way, reminder.why) == ("post", "reminder")


def test_who_has_read_it_where_it_was_carried_is_not_told_again(
    connected, stub, dispatches, sending
):
    stream, _ = sent_letter(connected, dispatches, sending)
    stub.read()
    look_after(connected)
    remind_each_day(connected, 9)
    assert reminders(connected, stream) == []


def test_the_clock_moved_a_week_with_everything_down_loses_nothing_and_doubles_nothing(
    connected, stub, dispatches, sending
):
    _, stream, version = decided(connected)
    [one] = dispatches(stream)
    stub.mood = 500
    with pytest.raises(NotReachedError):
        sending(one.id)
    connected.later(7)
    remind(connected.key, connected.office)
    connected.follow(stream, version)
    stub.mood = ""
    for waiting in dispatches(stream) * 2:
        sending(waiting.id)
    assert stub.references() == [str(one.id)]
    remind(connected.key, connected.office)
    assert len(reminders(connected, stream)) == 1
    assert [(d.kind, d.state) for d in dispatches(stream)] == [
        (LetterKind.DECISION, State.SENT),
        (LetterKind.REMINDER, State.WAITING),
    ]


# --- two municipalities ------------------------------------------------------------


def test_each_municipality_sends_from_its_own_account(
    connected, stub, settings, dispatches, sending
):
    key = f"{connected.key}-b"
    installation.keys().make(key)
    other = Place(key, installation.rulebook())
    settings.FOTFESTE_SVARUT = stub.settings(connected.key, key)
    stream, one = sent_letter(connected, dispatches, sending)
    _, theirs, _ = decided(other)
    with fenced(key):
        [second] = dispatch.of_cases(key, [theirs])
        assert dispatch.of_cases(key, [stream]) == []
        assert dispatch.find(key, one.id) is None
    sending(second.id)  # with the first one's fence: there is no such dispatch
    assert len(stub.sent) == 1
    sending(second.id, other)
    assert [one["account"] for one in stub.sent] == [
        stub.accounts[connected.key],
        stub.accounts[key],
    ]


def test_the_jobs_are_known_to_the_queue():
    from procrastinate.contrib.django import app

    names = {task.name for task in app.tasks.values()}
    assert {dispatch.TASK, "look_after_dispatches", "remind_of_unopened", "follow"} <= (
        names
    )
    assert app.tasks[dispatch.TASK].queue == followers.QUEUE, "taken up when stalled"

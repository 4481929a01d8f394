"""Appending: versions, consecutive numbers, and several at once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection, connections, transaction
from tests.ledger.decided import decided
from tests.procedures.events import SAID

from fotfeste.access.policy import NotFoundError
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import ConflictError
from fotfeste.office.handle import handle
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.remedy.commands import AppealDecision


def together(count, work):
    """Run the work in threads that begin at the same moment; return what came."""
    barrier = threading.Barrier(count)

    def one(n):
        barrier.wait()
        try:
            return work(n)
        except ConflictError as conflict:
            return conflict
        finally:
            connections.close_all()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def test_a_case_is_read_back_as_it_was_written(place):
    party = place.party()
    stream, handled = place.apply(party)
    place.comment(stream, party, 1, "محمد 🙂 <b>\u0001")
    history = log.read(place.key, stream, place.office.keys)
    assert handled.reference == history.reference == "2026-00001"
    assert [r.version for r in history.records] == [1, 2]
    assert history.events[0].application == SAID
    assert history.events[1].words == "محمد 🙂 <b>\u0001"


def test_of_several_who_act_on_the_same_version_one_wins_and_the_others_are_told(place):
    party = place.party()
    stream, _ = place.apply(party)
    came = together(8, lambda n: place.comment(stream, party, 1, f"Jeg var nummer {n}"))
    assert sum(isinstance(c, ConflictError) for c in came) == 7
    assert log.read(place.key, stream, place.office.keys).version == 2


def test_the_same_application_sent_at_once_is_one_case(place):
    party, stream = place.party(), log.uuid7()
    came = together(8, lambda _: place.apply(party, stream))
    assert sum(isinstance(c, ConflictError) for c in came) == 7
    _, handled = place.apply(party)
    assert handled.reference == "2026-00002", "those who lost took no number"


def test_numbers_are_unique_and_consecutive_when_many_come_at_once(place):
    parties = [place.party(n) for n in range(8)]
    came = together(
        8, lambda n: [place.apply(parties[n])[1].reference for _ in range(5)]
    )
    references = sorted(reference for many in came for reference in many)
    assert references == [f"2026-{n:05}" for n in range(1, 41)]


def test_numbers_begin_anew_in_each_year_and_are_not_shared(place, book):
    place.apply()
    later = place.office.now.replace(year=2027)
    place.office = replace(place.office, now=later)
    assert place.apply()[1].reference == "2027-00001"


def test_a_number_is_given_back_when_the_whole_is_undone(place):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        place.apply()
        raise ZeroDivisionError
    assert place.apply()[1].reference == "2026-00001"


def test_a_version_too_high_is_a_conflict_and_leaves_no_hole(place):
    party = place.party()
    stream, _ = place.apply(party)
    with pytest.raises(ConflictError):
        place.comment(stream, party, 7)


def test_the_same_number_enrolled_at_once_is_one_person(place):
    came = together(8, lambda _: place.party(3))
    assert len({party.id for party in came}) == 1


def test_an_appeal_and_its_cause_are_recorded_together_or_not_at_all(place):
    party, stream, seen = decided(place)
    key = log.uuid7()
    handle(
        AppealDecision(appeal=key, dissatisfied_with="Feil", change_wanted=""),
        actor=place.citizen(party),
        stream=stream,
        seen=seen,
        office=place.office,
    )
    assert log.read(place.key, key, place.office.keys).version == 1
    taken = log.uuid7()
    place.apply(party, taken)
    other, again, version = decided(place, 1)
    with pytest.raises((ConflictError, NotFoundError)):
        handle(
            AppealDecision(appeal=taken, dissatisfied_with="Feil", change_wanted=""),
            actor=place.citizen(other),
            stream=again,
            seen=version,
            office=place.office,
        )
    assert log.read(place.key, again, place.office.keys).version == version


def test_a_job_is_there_exactly_when_its_event_is(place):
    stream, _ = place.apply()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE args->>'stream' = %s",
            [str(stream)],
        )
        assert cursor.fetchone() == (1,)
    with fenced(place.key), connection.cursor() as cursor:
        cursor.execute("SELECT stage FROM office_case WHERE stream = %s", [stream])
        assert cursor.fetchone() == ("application.Received",)


def test_a_command_for_a_case_that_is_not_there_opens_none(place):
    with pytest.raises(NotFoundError):
        handle(
            do.CommentOnCase(words="Hei"),
            actor=place.citizen(place.party()),
            stream=log.uuid7(),
            seen=1,
            office=place.office,
        )

"""Followers run at least once; whatever they did twice is there once."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from procrastinate.contrib.django import app as django_app
from tests.ledger.decided import decided
from tests.procedures.events import SAID

from fotfeste.jobs import letters as letter_jobs
from fotfeste.jobs.followers import follow, take_up_stalled
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import uuid7
from fotfeste.letters import archive
from fotfeste.letters.content import LetterKind
from fotfeste.office.handle import handle
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.remedy import events as remedy_did


def kept(place, stream):
    with fenced(place.key):
        return archive.letters_of(place.key, [stream])


def test_the_acknowledgement_is_made_once_however_often_the_job_runs(place):
    stream, _ = place.apply()
    for _ in range(3):
        follow(place.key, stream, 1, place.office)
    assert [k.kind for k in kept(place, stream)] == [LetterKind.ACKNOWLEDGEMENT]


def test_a_decision_is_made_available_once_with_its_letter(place):
    _, stream, version = decided(place)
    for _ in range(3):
        follow(place.key, stream, version - 1, place.office)
    assert log.read(place.key, stream, place.office.keys).version == version
    assert [k.kind for k in kept(place, stream)] == [LetterKind.DECISION]


def test_the_letter_and_the_start_of_the_period_are_one(place, monkeypatch):
    """If the letter cannot be made, the period has not begun."""
    monkeypatch.setattr(letter_jobs, "pdf", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        decided(place)
    with fenced(place.key), connection.cursor() as cursor:
        cursor.execute("SELECT stage FROM office_case")
        assert cursor.fetchall() == [("application.Decided",)]


def test_who_applied_on_paper_gets_a_week_for_the_post(place):
    party, stream = place.party(), uuid7()
    day = place.office.now.date()
    handle(
        do.RegisterApplication(
            application=replace(SAID, address="Veien 1"),
            channel="paper",
            arrived_on=day,
        ),
        actor=place.desk(),
        stream=stream,
        seen=0,
        office=place.office,
        party=party,
    )
    monday = date(2026, 3, 2)
    history = _decide(place, stream, monday)
    notice = next(
        e for e in history.events if isinstance(e, remedy_did.DecisionMadeAvailable)
    )
    assert notice.on == date(2026, 3, 9)
    assert notice.appeal_by == date(2026, 4, 7), "6 April is Easter Monday"
    assert all(letter.by_post for letter in kept(place, stream))


def _decide(place, stream, on):
    from tests.procedures.events import CRITERIA, PROPOSAL

    findings = tuple(
        do.Finding(criterion=c, offer=o, outcome="met", reason="Ja", evidence="Samtale")
        for c, o in CRITERIA
    )
    seen = 1
    for command in (
        do.RecordInterview(on=on, took_part="Nora", own_words="Jeg vil"),
        do.RecordFindings(findings=findings),
        PROPOSAL,
    ):
        seen = handle(
            command, actor=place.desk(), stream=stream, seen=seen, office=place.office
        ).version
    follow(place.key, stream, seen, place.office)
    return log.read(place.key, stream, place.office.keys)


def test_a_job_about_something_that_never_was_does_nothing(place):
    stream, _ = place.apply()
    follow(place.key, stream, 9, place.office)
    follow(place.key, uuid7(), 1, place.office)
    assert kept(place, stream) == []


def test_what_a_worker_did_when_it_died_is_taken_up_again(place):
    stream, _ = place.apply()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = NULL"
            " WHERE args->>'stream' = %s RETURNING id",
            [str(stream)],
        )
        (job,) = cursor.fetchone()
    app = django_app.with_connector(django_app.connector.get_worker_connector())

    async def take_up():
        async with app.open_async():
            await take_up_stalled(app)

    asyncio.run(take_up())
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs WHERE id = %s", [job])
        assert cursor.fetchone() == ("todo",)

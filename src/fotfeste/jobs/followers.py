"""Which follower does what about which event; idempotent by the event's key."""

from datetime import UTC, datetime
from functools import partial
from uuid import UUID

import procrastinate
from django.db import close_old_connections, transaction

from fotfeste.access import employing
from fotfeste.access.policy import SYSTEM_ID, Actor, Role
from fotfeste.jobs.dispatching import goes_by_post
from fotfeste.jobs.letters import MAKERS, make_letters
from fotfeste.jobs.notices import notify
from fotfeste.jobs.reminders import remind
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.letters.addressee import addressee
from fotfeste.office import begun, drafts, installation, new_units, waiting
from fotfeste.office.handle import OSLO, Office, handle
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.kinds import replay
from fotfeste.procedures.refusal import RefusalCode, Refused
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.procedures.remedy.rules import arrival

QUEUE = "followers"
DECIDED = tuple(MAKERS.values())
"""Events that make a decision the party is to be told of."""
TASK = "follow"


def register(app: procrastinate.App) -> None:
    """Make the followers known to the job queue."""
    retry = procrastinate.RetryStrategy(max_attempts=100_000, wait=60)
    app.task(name=TASK, queue=QUEUE, retry=retry)(_follow)
    hourly = app.periodic(cron="17 * * * *")
    hourly(
        app.task(name="discard_old_drafts", queueing_lock="discard_old_drafts")(
            _discard_old_drafts
        )
    )
    nightly = app.periodic(cron="23 3 * * *")
    nightly(
        app.task(name="count_waiting", queueing_lock="count_waiting")(_count_waiting)
    )
    each_hour = app.periodic(cron="2 * * * *")
    each_hour(
        app.task(name="begin_access", queueing_lock="begin_access")(_begin_access)
    )
    each_morning = app.periodic(cron="41 5 * * *")
    each_morning(
        app.task(name="remind_of_unopened", queueing_lock="remind_of_unopened")(
            _remind_of_unopened
        )
    )
    after_midnight = app.periodic(cron="2 * * * *")
    after_midnight(
        app.task(name="follow_units", queueing_lock="follow_units")(_follow_units)
    )
    every_minute = app.periodic(cron="* * * * *")
    every_minute(
        app.task(name="take_up_stalled", queueing_lock="take_up_stalled")(
            partial(take_up_stalled, app)
        )
    )


def discard_old_drafts(timestamp: int) -> None:
    """Throw away what was begun and never sent, in every municipality.

    A page never shows what is too old, whether or not this has run.
    """
    due = datetime.fromtimestamp(timestamp, UTC)
    for municipality in installation.rulebook().municipalities:
        drafts.discard_old(municipality, due)
        with fenced(municipality):
            begun.discard_old(municipality, due)


def count_waiting(timestamp: int) -> None:
    """Count how long applications have taken, in every municipality."""
    today = datetime.fromtimestamp(timestamp, OSLO).date()
    for municipality in installation.rulebook().municipalities:
        waiting.count(municipality, today)


def begin_access(timestamp: int) -> None:
    """Let employees' access that begins today begin, in every municipality.

    Who signs in first has it at once, whether or not this has run; this is for lists.
    """
    today = datetime.fromtimestamp(timestamp, OSLO).date()
    for municipality in installation.rulebook().municipalities:
        employing.begin_due(municipality, today)


def remind_of_unopened(office: Office) -> None:
    """Tell once more of what nobody has opened, in every municipality."""
    for municipality in office.book.municipalities:
        remind(municipality, office)


def follow_units(timestamp: int) -> None:
    """Give open cases to the units of a pack that has just begun to hold."""
    today = datetime.fromtimestamp(timestamp, OSLO).date()
    book = installation.rulebook()
    for municipality in book.municipalities:
        new_units.follow(municipality, book, today)


async def take_up_stalled(app: procrastinate.App, timestamp: int = 0) -> None:
    """Take up again what a worker was doing when it died.

    A job is never given up: whatever it makes is looked for before it is made again.
    """
    del timestamp
    for job in await app.job_manager.get_stalled_jobs(queue=QUEUE):
        await app.job_manager.retry_job(job)


def follow(municipality: str, stream: UUID, version: int, office: Office) -> None:
    """Do what is to be done about one event of a case; a second time does nothing."""
    history = log.read(municipality, stream, office.keys)
    if history is None or history.version < version:
        return
    record = history.records[version - 1]
    if isinstance(record.event, DECIDED):
        make_decision_available(history, office)
        return
    make_letters(history, record, office)
    notify(history, record, office)


def make_decision_available(history: log.History, office: Office) -> None:
    """Let the party read the decision: the letter and the event, in one transaction.

    Who gets letters on paper gets it by post; the period begins when it has come.
    """
    case = replay(history.kind, history.events)
    whom, _ = addressee(history, case, office)
    with fenced(history.municipality):
        posted = goes_by_post(history, whom, office)
    today = office.now.astimezone(OSLO).date()
    here = Circumstances(today, SYSTEM_ID, history.municipality, office.book)
    with transaction.atomic():
        try:
            handle(
                remedy.MakeDecisionAvailable(on=arrival(here, posted=posted)),
                actor=Actor(history.municipality, Role.SYSTEM, SYSTEM_ID),
                stream=history.stream,
                seen=history.version,
                office=office,
            )
        except Refused as refused:
            if any(lack.code is RefusalCode.NOT_NOW for lack in refused.lacks):
                return  # it has been done: a follower runs at least once
            raise
        after = log.read(history.municipality, history.stream, office.keys)
        if after:
            make_letters(after, after.records[-1], office)


def _discard_old_drafts(timestamp: int) -> None:
    close_old_connections()
    discard_old_drafts(timestamp)


def _count_waiting(timestamp: int) -> None:
    close_old_connections()
    count_waiting(timestamp)


def _begin_access(timestamp: int) -> None:
    close_old_connections()
    begin_access(timestamp)


def _remind_of_unopened(timestamp: int) -> None:
    del timestamp
    close_old_connections()
    remind_of_unopened(_office())


def _follow_units(timestamp: int) -> None:
    close_old_connections()
    follow_units(timestamp)


def _follow(municipality: str, stream: str, version: int) -> None:
    close_old_connections()
    follow(municipality, UUID(stream), version, _office())


def _office() -> Office:
    now = datetime.now(UTC)  # noqa: TID251 - here the clock is read
    return Office(now, installation.rulebook(), installation.keys())

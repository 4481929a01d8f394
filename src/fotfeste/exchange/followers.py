"""The jobs that speak with the outside."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import procrastinate
from django.db import close_old_connections
from procrastinate.jobs import Job

from fotfeste.exchange.sending import carrier_of, look_after, send
from fotfeste.letters.carrier import NotReachedError
from fotfeste.letters.dispatch import TASK
from fotfeste.office import installation
from fotfeste.office.handle import Office

QUEUE = "followers"
FIRST, LONGEST = timedelta(minutes=1), timedelta(hours=6)


class Backoff(procrastinate.BaseRetryStrategy):
    """Tries again after one minute, two, four, and so on; never gives up."""

    def get_retry_decision(
        self, *, exception: BaseException, job: Job
    ) -> procrastinate.RetryDecision:
        """Return when the job is to be tried again."""
        del exception
        return procrastinate.RetryDecision(
            retry_in={"seconds": int(wait(job.attempts).total_seconds())}
        )


def wait(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts; no longer than LONGEST."""
    doublings: int = min(attempts, 10)
    return min(FIRST * (1 << doublings), LONGEST)


def register(app: procrastinate.App) -> None:
    """Make the jobs known to the job queue."""
    app.task(name=TASK, queue=QUEUE, retry=Backoff())(_send)
    hourly = app.periodic(cron="37 * * * *")
    hourly(
        app.task(name="look_after_dispatches", queueing_lock="look_after_dispatches")(
            _look_after
        )
    )


def look_after_all(office: Office) -> None:
    """Ask how it goes with what is under way, in every municipality."""
    for municipality in office.book.municipalities:
        carrier = carrier_of(municipality, office.now)
        if carrier is None:
            continue
        try:
            look_after(municipality, office, carrier)
        except NotReachedError:
            continue  # within the hour it is asked again


def _send(municipality: str, dispatch: str) -> None:
    close_old_connections()
    office = _office()
    carrier = carrier_of(municipality, office.now)
    send(municipality, UUID(dispatch), office, carrier)


def _look_after(timestamp: int) -> None:
    del timestamp
    close_old_connections()
    look_after_all(_office())


def _office() -> Office:
    now = datetime.now(UTC)  # noqa: TID251 - here the clock is read
    return Office(now, installation.rulebook(), installation.keys())

"""Sending applications through the real server, and whether the numbers add up."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median

from django.db import connections

from bench.cases import application
from bench.crowd import CLIENTS, crowd
from bench.figures import Figure, milliseconds
from bench.installation import MUNICIPALITIES, Installation
from bench.people import citizen_session, office_now, strangers
from bench.server import Answer, Client, web_server
from fotfeste.access.people import Identity, enrol
from fotfeste.office import drafts
from fotfeste.office.drafts import Draft
from fotfeste.office.handle import OSLO

ROUNDS, EACH = 5, 500
_people: Iterator[Identity] = islice(strangers(), 10_000, None)


@dataclass(frozen=True, slots=True)
class Ready:
    """Somebody signed in who has only the last button left to press."""

    municipality: str
    session: str

    @property
    def path(self) -> str:
        """Return the address of the last page of the application."""
        return f"/{self.municipality}/sok/kontroller/"


def measure(place: Installation) -> list[Figure]:
    """Send rounds of prepared applications, and look through the numbers."""
    del place
    before = applications()
    with web_server() as port:
        send(port, prepared(100))
        rounds = [send(port, prepared(EACH)) for _ in range(ROUNDS)]
    sent = 100 + ROUNDS * EACH
    require_consecutive(before, sent)
    rates = [len(taken) / seconds for seconds, taken in rounds]
    latencies = [milliseconds(taken) for _, taken in rounds]
    how = (
        f"the last POST of an application: granian with 2 workers, {CLIENTS} clients,"
        f" {len(MUNICIPALITIES)} municipalities, {ROUNDS} rounds of {EACH}, medians;"
        f" session, CSRF and database (fsync on) included; all {sent} reference numbers"
        " consecutive, none lost"
    )
    return [
        Figure(
            "registrations_per_s", round(median(rates), 1), "1/s", how, target=150,
            limit="the processor: web workers, PostgreSQL and clients share the cores",
            details={"rounds": [round(rate, 1) for rate in rates]},
        ),
        Figure(
            "registration_p95_ms", median(each["p95"] for each in latencies), "ms", how,
            target=100, sense="at most",
            limit="the processor: web workers, PostgreSQL and clients share the cores",
            details={"p50_p95_p99": [list(each.values()) for each in latencies]},
        ),
    ]  # fmt: skip


def prepared(count: int) -> list[Ready]:
    """Return people signed in, each with all questions answered."""
    office = office_now()
    today = office.now.astimezone(OSLO).date()
    ready = []
    for municipality, identity in zip(
        cycle(MUNICIPALITIES), islice(_people, count), strict=False
    ):
        party = enrol(municipality, identity, office.keys)
        said = application(office.book.pack(municipality, today))
        answers: dict[str, str | list[str]] = {
            "whom": "self",
            "wants": list(said.wants),
            "situation": said.situation,
            "wishes": said.wishes,
            "stay": said.stay,
            "phone": said.phone,
            "safe_contact": said.safe_contact,
        }
        drafts.save(
            municipality, party, Draft(answers=answers), office.keys, office.now
        )
        ready.append(Ready(municipality, citizen_session(identity)))
    return ready


def send(port: int, ready: list[Ready]) -> tuple[float, list[float]]:
    """Let all send, several at a time; return how long it took, all and each."""
    return crowd(
        port,
        ready,
        _sent,
        lambda browser: browser.take_mark(ready[0].path, ready[0].session),
    )


def _sent(browser: Client, mine: Ready) -> Answer:
    answer = browser.post(mine.path, mine.session)
    arrived = answer.headers["Location"] or ""
    if answer.status != 302 or not arrived.endswith("/kvittering/"):
        raise RuntimeError(f"Not registered: {answer.status} {arrived}")
    return answer


def numbers() -> dict[tuple[str, int], list[int]]:
    """Return all reference numbers that are given, by municipality and year."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT municipality, year, array_agg(number ORDER BY number)"
            " FROM ledger_stream GROUP BY municipality, year"
        )
        return {(name, year): list(given) for name, year, given in cursor.fetchall()}


def applications() -> int:
    """Return how many applications are in the log.

    What comes with one of how to reach its person goes to their own file, which has a
    number of its own.
    """
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_stream WHERE kind = 'application'")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def require_consecutive(before: int, sent: int) -> None:
    """Raise unless every application got a number, and no number was left out."""
    for key, given in numbers().items():
        if given != list(range(1, len(given) + 1)):
            raise RuntimeError(f"The numbers of {key} are not consecutive")
    added = applications() - before
    if added != sent:
        raise RuntimeError(f"{sent} were acknowledged, {added} are in the log")

"""The desk's page of a case, with two hundred events in it and with few."""

from uuid import UUID

from django.db import connection

from bench.cases import desk_of
from bench.decide import EVENTS, LongCase, long_case
from bench.figures import Figure, milliseconds
from bench.installation import Installation
from bench.people import employee_at, employee_session, office_now, strangers
from bench.server import Client, web_server
from fotfeste.access.people import Party, enrol
from fotfeste.ledger import log
from fotfeste.office.handle import Office
from fotfeste.procedures.kinds import Event

PLACE = "eksempel"
LOOKS, WARM_UP = 200, 20
SHORT = 6


def measure(place: Installation) -> list[Figure]:
    """Look at a long case and at its own beginning in turn."""
    del place
    office = office_now()
    party = enrol(PLACE, next(strangers()), office.keys)
    told = long_case(office.book)
    paths = [
        f"/{PLACE}/arbeid/sak/{_kept(events, party, told, office)}/"
        for events in (told.history, told.history[:SHORT])
    ]
    unit = desk_of(PLACE, office).pack.unit_for("interview")
    session = employee_session(employee_at(PLACE, unit))
    taken: list[list[float]] = [[], []]
    with web_server() as port:
        browser = Client(port)
        for look in range(LOOKS + WARM_UP):
            for path, seconds in zip(paths, taken, strict=True):
                answer = browser.get(path, session)
                if answer.status != 200:
                    raise RuntimeError(f"{path} answered {answer.status}")
                if look >= WARM_UP:
                    seconds.append(answer.seconds)
        browser.close()
    long, short = map(milliseconds, taken)
    return [
        Figure(
            "case_page_p95_ms", long["p95"], "ms",
            f"the desk's page of a case of {EVENTS} events that came of `decide`,"
            f" {LOOKS} looks by one client through the real server, each noted in the"
            f" log of readings; in turn with a case of its first {SHORT} events",
            details={
                "milliseconds": long,
                f"milliseconds_of_{SHORT}_events": short,
                "ratio_of_medians": round(long["p50"] / short["p50"], 2),
            },
        )
    ]  # fmt: skip


def _kept(events: list[Event], party: Party, told: LongCase, office: Office) -> UUID:
    """Put a case of the events in the log, and return its key."""
    stream = log.uuid7()
    rows = log.sealed(
        events,
        municipality=PLACE,
        stream=stream,
        seen=0,
        wrapped=party.wrapped,
        keys=office.keys,
        today=told.today,
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ledger_append(%s, %s, 0, 'application', %s, %s, %s, %s, 'citizen',"
            " '', %s, %s::uuid[], %s::text[], %s::date[], %s::bytea[])",
            [
                PLACE, stream, party.id, office.now, told.today.year, party.id,
                office.book.digest, rows.ids, rows.names, rows.days, rows.contents,
            ],
        )  # fmt: skip
    return stream

"""The work list with a thousand and with a hundred thousand open cases."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import msgspec
import psycopg

from bench.figures import Figure, milliseconds
from bench.installation import Installation
from bench.people import employee_at, employee_session, office_now
from bench.server import Client, web_server
from fotfeste.access.people import Identity
from fotfeste.ledger.log import uuid7
from fotfeste.office.handle import OSLO, Office

FEW, MANY = ("eksempel", 1_000), ("raelingen", 100_000)
LOOKS = 300


def measure(place: Installation) -> list[Figure]:
    """Fill two work lists, and look at them in turn."""
    office = office_now()
    with psycopg.connect(place.server.url(), autocommit=True) as owner:
        _clear(owner)
        for municipality, count in (FEW, MANY):
            _fill(owner, municipality, count, office)
        owner.execute("VACUUM ANALYZE office_case, access_person, ledger_data_key")
    with web_server() as port:
        few, many = _looked_at(port, office)
    with psycopg.connect(place.server.url(), autocommit=True) as owner:
        _clear(owner)
    how = (
        f"{LOOKS} looks at each in turn by one client through the real server, half at"
        " the first page and half at one from the middle; 50 rows with names opened,"
        " all cases in one unit"
    )
    return [
        Figure(
            "worklist_p95_ms_1k", few["p95"], "ms", how, details={"milliseconds": few}
        ),
        Figure(
            "worklist_p95_ms_100k", many["p95"], "ms", how,
            details={"milliseconds": many},
        ),
        Figure(
            "worklist_ratio", round(many["p95"] / few["p95"], 2), "ratio",
            "the 95th percentile at 100,000 over that at 1,000, side by side",
            target=1.5, sense="at most",
            details={"ratio_of_medians": round(many["p50"] / few["p50"], 2)},
        ),
    ]  # fmt: skip


def _looked_at(port: int, office: Office) -> tuple[dict[str, float], dict[str, float]]:
    taken: dict[str, list[float]] = {FEW[0]: [], MANY[0]: []}
    browser = Client(port)
    paths = {key: _paths(key, office) for key in taken}
    for look in range(LOOKS + 20):
        for municipality, (session, addresses) in paths.items():
            answer = browser.get(addresses[look % 2], session)
            rows = answer.body.count(b"ff-badge")
            if answer.status != 200 or rows < 40:
                raise RuntimeError(f"{municipality}: {answer.status}, {rows} rows")
            if look >= 20:
                taken[municipality].append(answer.seconds)
    browser.close()
    return milliseconds(taken[FEW[0]]), milliseconds(taken[MANY[0]])


def _paths(municipality: str, office: Office) -> tuple[str, tuple[str, str]]:
    """Return a session at the desk, the first page, and one from the middle."""
    session = employee_session(employee_at(municipality, _unit(municipality, office)))
    first = f"/{municipality}/arbeid/"
    middle = _today(office) + timedelta(days=15)
    return session, (first, f"{first}?etter={middle}_")


def _unit(municipality: str, office: Office) -> str:
    return office.book.pack(municipality, _today(office)).unit_for("interview")


def _today(office: Office) -> date:
    return office.now.astimezone(OSLO).date()


def _clear(owner: psycopg.Connection[tuple[object, ...]]) -> None:
    """Take away what these benches filled in, and what others left in the lists."""
    owner.execute("DELETE FROM office_case")


def _fill(
    owner: psycopg.Connection[tuple[object, ...]],
    municipality: str,
    count: int,
    office: Office,
) -> None:
    """Add open cases of as many people, due from ten days ago to thirty days ahead."""
    people = [(uuid7(), office.keys.new_data_key(municipality)) for _ in range(count)]
    rows = _sealed(municipality, people, office)
    with owner.cursor() as cursor:
        with cursor.copy(
            "COPY access_person (municipality, id, sealed) FROM STDIN"
        ) as c:
            for row in rows:
                c.write_row(row)
        with cursor.copy("COPY ledger_data_key FROM STDIN") as c:
            for person, wrapped in people:
                c.write_row((municipality, person, wrapped))
        with cursor.copy("COPY office_case FROM STDIN") as c:
            for number, (person, _) in enumerate(people, start=1):
                c.write_row(_case(municipality, person, number, office))


def _sealed(
    municipality: str, people: list[tuple[UUID, bytes]], office: Office
) -> Iterator[tuple[str, UUID, bytes]]:
    for number, (person, wrapped) in enumerate(people):
        identity = msgspec.json.encode(Identity(f"Prøve Person {number}"))
        safe = office.keys.safe(municipality, wrapped)
        place = f"{municipality}/person/{person}"
        yield municipality, person, safe.seal(identity, place)


def _case(
    municipality: str, person: UUID, number: int, office: Office
) -> tuple[object, ...]:
    today = _today(office)
    due = today + timedelta(days=number * 7919 % 41 - 10)
    stage, term = (
        ("application.Received", "preliminary-answer"),
        ("application.Invited", "mapping-interview"),
    )[number % 2]
    return (
        municipality, uuid7(), "application", person, f"{today.year}-{number:05}", 1,
        stage, _unit(municipality, office), True, today - timedelta(days=20), due, term,
    )  # fmt: skip

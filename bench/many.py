"""Many open cases at once, as if they had come in: people, keys, log and list."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from uuid import UUID

import msgspec
import psycopg

from bench.cases import application, arranged
from bench.people import office_now
from fotfeste.access.people import Identity
from fotfeste.ledger import log
from fotfeste.ledger.log import uuid7
from fotfeste.office.handle import OSLO, Office
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.kinds import PROCEDURES, Event, Kind, decide, evolve

FEW, MANY = ("eksempel", 1_000), ("raelingen", 100_000)
BATCH = 1_000
Owner = psycopg.Connection[tuple[object, ...]]
_standing: dict[str, list["Filed"]] = {}


@dataclass(frozen=True, slots=True)
class Filed:
    """One of the many cases, and whom it is about."""

    municipality: str
    number: int
    person: UUID
    wrapped: bytes
    stream: UUID

    @property
    def identity(self) -> Identity:
        """Return who it is; no number is anybody's, for no day is the 00th."""
        return Identity(f"Prøve Person {self.number}", f"{self.number:011}")


@dataclass(frozen=True, slots=True)
class _Way:
    """How far a case has come: its stage, what is due, and what has happened."""

    stage: str
    term: str
    events: list[Event]


def standing(url: str) -> dict[str, list[Filed]]:
    """Return few and many open cases by municipality, filled in at the first asking.

    All that others left in the lists is taken away; the log cannot be emptied.
    """
    if not _standing:
        office = office_now()
        with psycopg.connect(url, autocommit=True) as owner:
            owner.execute("DELETE FROM office_case")
            owner.execute("DELETE FROM office_lack")
            for municipality, count in (FEW, MANY):
                _standing[municipality] = _filled(owner, municipality, count, office)
            owner.execute(
                "VACUUM ANALYZE office_case, office_lack, access_person,"
                " ledger_data_key, ledger_stream, ledger_event, ledger_counter"
            )
    return _standing


def today_of(office: Office) -> date:
    """Return the local date in Norway."""
    return office.now.astimezone(OSLO).date()


def _filled(owner: Owner, municipality: str, count: int, office: Office) -> list[Filed]:
    """Add open cases of as many people, due from ten days ago to thirty days ahead."""
    first = _last_number(owner, municipality, office) + 1
    filed = [
        Filed(
            municipality, number, uuid7(), office.keys.new_data_key(municipality),
            uuid7(),
        )
        for number in range(first, first + count)
    ]  # fmt: skip
    ways = _ways(municipality, office)
    unit = office.book.pack(municipality, today_of(office)).unit_for("interview")
    _copy(
        owner,
        "access_person (municipality, id, lookup, sealed)",
        filed,
        lambda one: _person(one, office),
    )
    _copy(
        owner,
        "ledger_data_key",
        filed,
        lambda one: (one.municipality, one.person, one.wrapped),
    )
    _log(owner, filed, ways, office)
    _copy(owner, _CASES, filed, lambda one: _row(one, ways, unit, office))
    _copy(owner, "office_lack", filed, lambda one: _lack(one, unit, office))
    return filed


_CASES = """office_case (
    municipality, stream, kind, person, reference, version, stage, unit, is_open,
    received_on, due_on, due_term
)"""


def _copy(
    owner: Owner,
    table: str,
    filed: Sequence[Filed],
    row: Callable[[Filed], Sequence[object]],
) -> None:
    with (
        owner.cursor() as cursor,
        cursor.copy(f"COPY {table} FROM STDIN".encode()) as copy,
    ):
        for one in filed:
            copy.write_row(row(one))


def _log(
    owner: Owner, filed: Sequence[Filed], ways: Sequence[_Way], office: Office
) -> None:
    """Append what has happened by the log's own function, some at a time."""
    waiting: Iterator[Filed] = iter(filed)
    begun = office.now - timedelta(days=20)
    with owner.cursor() as cursor:
        while batch := list(islice(waiting, BATCH)):
            cursor.executemany(
                "SELECT ledger_append(%s, %s, 0, 'application', %s, %s, %s, %s,"
                " 'citizen', '', %s, %s::uuid[], %s::text[], %s::date[], %s::bytea[])",
                [
                    (
                        one.municipality, one.stream, one.person, begun,
                        today_of(office).year, one.person, office.book.digest,
                        *_sealed(one, ways, office),
                    )
                    for one in batch
                ],
            )  # fmt: skip


def _sealed(
    one: Filed, ways: Sequence[_Way], office: Office
) -> tuple[list[UUID], list[str], list[date], list[bytes]]:
    rows = log.sealed(
        _way(one, ways).events,
        municipality=one.municipality,
        stream=one.stream,
        seen=0,
        wrapped=one.wrapped,
        keys=office.keys,
        today=today_of(office) - timedelta(days=20),
    )
    return rows.ids, rows.names, rows.days, rows.contents


def _person(one: Filed, office: Office) -> tuple[object, ...]:
    safe = office.keys.safe(one.municipality, one.wrapped)
    place = f"{one.municipality}/person/{one.person}"
    return (
        one.municipality,
        one.person,
        office.keys.lookup(one.municipality, one.identity.number),
        safe.seal(msgspec.json.encode(one.identity), place),
    )


def _row(
    one: Filed, ways: Sequence[_Way], unit: str, office: Office
) -> tuple[object, ...]:
    today = today_of(office)
    due = today + timedelta(days=one.number * 7919 % 41 - 10)
    way = _way(one, ways)
    return (
        one.municipality, one.stream, "application", one.person,
        f"{today.year}-{one.number:05}", len(way.events), way.stage, unit, True,
        today - timedelta(days=20), due, way.term,
    )  # fmt: skip


def _lack(one: Filed, unit: str, office: Office) -> tuple[object, ...]:
    """Return that nobody has the case: the office writes it with the row."""
    today = today_of(office)
    return (
        one.municipality, one.stream, "handler", today - timedelta(days=20), unit,
        f"{today.year}-{one.number:05}",
    )  # fmt: skip


def _way(one: Filed, ways: Sequence[_Way]) -> _Way:
    return ways[one.number % len(ways)]


def _ways(municipality: str, office: Office) -> tuple[_Way, _Way]:
    """Return the two ways: received three weeks ago, and invited as well."""
    begun = today_of(office) - timedelta(days=20)
    here = Circumstances(begun, UUID(int=1), municipality, office.book)
    case = PROCEDURES[Kind.APPLICATION].start
    said = application(office.book.pack(municipality, begun))
    received = list(decide(case, do.SubmitApplication(application=said), here))
    for event in received:
        case = evolve(case, event)
    invited = decide(case, arranged(today_of(office) + timedelta(days=3)), here)
    return (
        _Way("application.Received", "preliminary-answer", received),
        _Way("application.Invited", "mapping-interview", [*received, *invited]),
    )


def _last_number(owner: Owner, municipality: str, office: Office) -> int:
    asked = "SELECT last FROM ledger_counter WHERE municipality = %s AND year = %s"
    row = owner.execute(asked, (municipality, today_of(office).year)).fetchone()
    return int(str(row[0])) if row else 0

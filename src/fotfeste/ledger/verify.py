"""Finds any row of the log that was changed, removed, added or moved.

Each event carries the hash of the one before it in its case, the case's row the hash of
the last; reference numbers are consecutive, so that a whole case cannot be missing.
The limit: who owns the server can take away the year's last case and set its counter
back, or write the whole chain anew. Against that, keep the heads elsewhere (a backup).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connections


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the log that is not as it was written."""

    municipality: str
    reference: str
    stream: UUID | None
    version: int | None
    what: str

    def __str__(self) -> str:
        where = f"{self.municipality} {self.reference}"
        if self.version is not None:
            where += f" event {self.version}"
        return (
            f"{where}: {self.what} ({self.stream})"
            if self.stream
            else (f"{where}: {self.what}")
        )


def verify() -> tuple[int, list[Fault]]:
    """Return how many cases were looked through, and every fault that was found.

    Reads as the owner, across municipalities, without opening any content.
    """
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT municipality, stream, kind, person, year, number, version, head,"
            " ledger_reference(year, number) FROM ledger_stream"
            " ORDER BY municipality, year, number"
        )
        streams = cursor.fetchall()
    faults = [*_missing_cases(streams), *_orphans()]
    for stream in streams:
        faults.extend(_faults_of(stream))
    return len(streams), faults


def _faults_of(stream: tuple[Any, ...]) -> Iterator[Fault]:
    municipality, key, kind, person, _year, _number, version, head, reference = stream

    def fault(at: int | None, what: str) -> Fault:
        return Fault(municipality, reference or "?", key, at, what)

    rows = _events(municipality, key)
    previous, expected = b"", 1
    for row in rows:
        at = row["version"]
        if at != expected:
            missing = f"{expected}" if at == expected + 1 else f"{expected} to {at - 1}"
            yield fault(at, f"missing before it: {missing}")
        content_hash = _hash(row, municipality, key, kind, person, reference)
        if content_hash != row["hash"]:
            yield fault(at, "changed, or moved from another place")
        elif at == expected and row["previous"] != previous:
            yield fault(
                at, "does not follow from the one before it: reordered or changed"
            )
        previous, expected = row["hash"], at + 1
    last = rows[-1]["version"] if rows else 0
    if last < version:
        yield fault(None, f"missing at the end: {last + 1} to {version}")
    elif last > version:
        yield fault(last, f"added: the case says it has {version} events")
    elif previous != bytes(head):
        yield fault(None, "the case's row does not fit its last event")


def _events(municipality: str, stream: UUID) -> list[dict[str, Any]]:
    names = (
        "version", "id", "name", "occurred_on", "recorded_at", "actor", "role", "unit",
        "rulebook", "content", "previous", "hash",
    )  # fmt: skip
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(names)} FROM ledger_event"  # noqa: S608 - names are ours
            " WHERE municipality = %s AND stream = %s ORDER BY version",
            [municipality, stream],
        )
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    for row in rows:
        for name in ("content", "previous", "hash"):
            row[name] = bytes(row[name])
    return rows


def _hash(
    row: dict[str, Any],
    municipality: str,
    stream: UUID,
    kind: str,
    person: UUID,
    reference: str,
) -> bytes:
    """Return the hash the row ought to have, worked out apart from the database."""
    since = row["recorded_at"] - datetime(1970, 1, 1, tzinfo=UTC)
    microseconds = (
        since.days * 86_400 + since.seconds
    ) * 1_000_000 + since.microseconds
    told = (
        municipality, stream, kind, person, reference, row["version"], row["id"],
        row["name"], row["occurred_on"].isoformat(), microseconds, row["actor"],
        row["role"], row["unit"], row["rulebook"],
    )  # fmt: skip
    header = "|".join(str(part) for part in told).encode()
    return hashlib.sha256(row["previous"] + header + b"\0" + row["content"]).digest()


def _missing_cases(streams: list[tuple[Any, ...]]) -> Iterator[Fault]:
    held: dict[tuple[str, int], set[int]] = {}
    for municipality, *_rest in streams:
        year, number = _rest[3], _rest[4]
        held.setdefault((municipality, year), set()).add(number)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT municipality, year, last FROM ledger_counter")
        counters = {(m, year): last for m, year, last in cursor.fetchall()}
    for key in sorted(held.keys() | counters.keys()):
        numbers = held.get(key, set())
        last = max([counters.get(key, 0), *numbers])
        for number in range(1, last + 1):
            if number not in numbers:
                yield Fault(key[0], f"{key[1]}-{number:05}", None, None, "missing case")
        if counters.get(key, 0) < last:
            yield Fault(
                key[0], str(key[1]), None, None, "the counter is behind its cases"
            )


def _orphans() -> Iterator[Fault]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT e.municipality, e.stream FROM ledger_event e"
            " LEFT JOIN ledger_stream s USING (municipality, stream)"
            " WHERE s.stream IS NULL"
        )
        for municipality, stream in cursor.fetchall():
            yield Fault(
                municipality, "?", stream, None, "events of a case without a row"
            )

"""Reading a case's history from the log, and what is needed to add to it."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from fotfeste.ledger import codec
from fotfeste.ledger.keys import KeyRing
from fotfeste.procedures.kinds import Event, Kind
from fotfeste.procedures.person import events as person_events
from fotfeste.procedures.person import stages as person_stages


class ConflictError(Exception):
    """Somebody was faster: the case has changed since it was seen."""


class ErasedError(Exception):
    """The person's data key is destroyed; what the case held cannot be read."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with when it happened, when it was written, and by whom."""

    version: int
    id: UUID
    event: Event
    occurred_on: date
    recorded_at: datetime
    actor: UUID
    role: str


@dataclass(frozen=True, slots=True)
class History:
    """A case as the log holds it, opened and in order.

    wrapped: the party's data key, wrapped.
    known:   what holds for the party in every case: powers, consents, impartiality.
    """

    municipality: str
    stream: UUID
    kind: Kind
    person: UUID
    reference: str
    wrapped: bytes
    records: tuple[Recorded, ...]
    known: person_stages.File = person_stages.NOTHING_KNOWN

    @property
    def version(self) -> int:
        """Return the number of the last event; 0 before there is any."""
        return self.records[-1].version if self.records else 0

    @property
    def events(self) -> tuple[Event, ...]:
        """Return what has happened, in order."""
        return tuple(record.event for record in self.records)


def place(municipality: str, stream: UUID, version: int, name: str) -> str:
    """Return the place an event's content is sealed for."""
    return f"{municipality}/{stream}/{version}/{name}"


def read(municipality: str, stream: UUID, keys: KeyRing) -> History | None:
    """Return the case's history, or None where there is no such case.

    With it comes what holds for the person in every case, in the same round trip.
    Raises: ErasedError - its content can no longer be opened, by intent.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT stream, version, name, content, occurred_on, recorded_at, actor,"
            " role, id, kind, person, reference, wrapped FROM ledger_read(%s, %s)",
            [municipality, stream],
        )
        rows = cursor.fetchall()
    if not rows or rows[0][0] != stream:
        return None
    *_, kind, person, reference, wrapped = rows[0]
    if wrapped is None:
        raise ErasedError(f"{reference} was erased")
    safe = keys.safe(municipality, bytes(wrapped))
    records, about = [], []
    for of, version, name, content, occurred, recorded, actor, role, key, *_ in rows:
        place_of = place(municipality, of, version, name)
        event = codec.decode(name, safe.open(bytes(content), place_of))
        if of == person and isinstance(event, person_events.Event):
            about.append(event)
        if of == stream:
            records.append(
                Recorded(version, key, event, occurred, recorded, actor, role)
            )
    return History(
        municipality,
        stream,
        Kind(kind),
        person,
        reference,
        bytes(wrapped),
        tuple(records),
        person_stages.replay(about).file or person_stages.NOTHING_KNOWN,
    )


def known_of(municipality: str, person: UUID, keys: KeyRing) -> person_stages.File:
    """Return what holds for the person in every case, before a case is opened."""
    history = read(municipality, person, keys)
    return history.known if history else person_stages.NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class Sealed:
    """Events ready to be appended: parallel rows of what the log stores of each."""

    ids: list[UUID]
    names: list[str]
    days: list[date]
    contents: list[bytes]


def sealed(
    events: Sequence[Event],
    *,
    municipality: str,
    stream: UUID,
    seen: int,
    wrapped: bytes,
    keys: KeyRing,
    today: date,
) -> Sealed:
    """Return the events encrypted for the places they will stand on."""
    safe = keys.safe(municipality, wrapped)
    rows = Sealed([], [], [], [])
    for version, event in enumerate(events, start=seen + 1):
        name, content = codec.encode(event)
        rows.ids.append(uuid7())
        rows.names.append(name)
        rows.days.append(codec.occurred_on(event, today))
        rows.contents.append(
            safe.seal(content, place(municipality, stream, version, name))
        )
    return rows


def uuid7() -> UUID:
    """Return a new key that sorts by when it was made (RFC 9562, version 7)."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & (2**48 - 1)) << 80 | random
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)

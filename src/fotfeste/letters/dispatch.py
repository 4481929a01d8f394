"""Letters on their way: one dispatch for each addressee of each letter, sent once.

A dispatch is made in the transaction that keeps its letter, with the job that sends it:
a program that dies between them leaves neither, or both.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Literal
from uuid import UUID, uuid5

import msgspec
from django.db import connection

from fotfeste.access.people import Party
from fotfeste.ledger.keys import KeyRing
from fotfeste.ledger.log import uuid7
from fotfeste.letters.content import LetterKind
from fotfeste.letters.envelope import Envelope, Way

TASK = "send_dispatch"
CLAIM = timedelta(minutes=5)
"""How long somebody who has begun to send is waited for; longer than any time-out."""

Mark = Literal[
    "printed", "posted", "handed", "undone", "accepted", "read", "failed", "to-paper",
    "dropped",
]  # fmt: skip


class State(StrEnum):
    """Where a dispatch stands.

    HANDED:  given in another safe way than by post.
    DROPPED: the power that a representative was to have it by is over.
    """

    WAITING = "waiting"
    SENT = "sent"
    READ = "read"
    POSTED = "posted"
    HANDED = "handed"
    FAILED = "failed"
    DROPPED = "dropped"


RECEIVED = frozenset({State.READ, State.POSTED, State.HANDED})
"""It has come to the addressee, as far as we can know."""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A letter's way to one addressee; who that is lies sealed in the envelope.

    outside_id: the carrier's key of it. reason: what the carrier answered last.
    """

    id: UUID
    event: UUID
    kind: LetterKind
    stream: UUID
    person: UUID
    addressee: str
    way: Way
    why: str
    hold: str
    state: State
    envelope: bytes
    made_at: datetime
    tries: int
    outside_id: str
    reason: str
    batch: UUID | None

    def opened(self, municipality: str, party: Party, keys: KeyRing) -> Envelope:
        """Return the envelope: a name and an address."""
        plain = keys.safe(municipality, party.wrapped).open(
            self.envelope, _place(municipality, self.id)
        )
        return msgspec.json.decode(plain, type=Envelope)


COLUMNS = (
    "d.id, d.event, d.kind, d.stream, d.person, d.addressee, d.way, d.why, d.hold,"
    " d.state, d.envelope, d.made_at, d.tries, d.outside_id, d.reason, d.batch"
)


def dispatch_of(row: tuple[object, ...]) -> Dispatch:
    """Return the dispatch that a row of COLUMNS is of."""
    return msgspec.convert(
        dict(zip(Dispatch.__dataclass_fields__, row, strict=True)), Dispatch
    )


def make(
    envelopes: Iterable[Envelope],
    *,
    municipality: str,
    event: UUID,
    kind: LetterKind,
    stream: UUID,
    party: Party,
    at: datetime,
    keys: KeyRing,
) -> None:
    """Make a dispatch for each envelope, and the job of each that is digital; once.

    Call inside the fence that keeps the letter.
    """
    safe = keys.safe(municipality, party.wrapped)
    for one in envelopes:
        key = uuid5(event, f"{kind}/{one.who}/{one.power or ''}")
        sealed = safe.seal(msgspec.json.encode(one), _place(municipality, key))
        acting = one.person if one.who == "representative" else None
        with connection.cursor() as cursor:
            cursor.execute(
                _MAKE,
                [
                    municipality, key, event, kind, stream, party.id, one.who, acting,
                    one.way, one.why, one.hold, sealed, at,
                ],
            )  # fmt: skip
            if cursor.rowcount and one.way == "digital":
                defer(municipality, key)


def defer(municipality: str, key: UUID) -> None:
    """Leave a job to send the dispatch, in this transaction."""
    with connection.cursor() as cursor:
        cursor.execute(_DEFER, [TASK, municipality, key])


def find(municipality: str, key: UUID) -> Dispatch | None:
    """Return the dispatch with the key, or None. Call inside a fence."""
    found = _read("d.id = %s", [municipality, key])
    return found[0] if found else None


def of_cases(municipality: str, streams: list[UUID]) -> list[Dispatch]:
    """Return the dispatches of the cases, the oldest first. Call inside a fence."""
    return _read("d.stream = ANY(%s)", [municipality, streams])


def under_way(municipality: str, since: datetime) -> list[Dispatch]:
    """Return what a carrier has had since then and nobody has read. Inside a fence."""
    return _read("d.state = 'sent' AND d.made_at >= %s", [municipality, since])


def claim(municipality: str, key: UUID, now: datetime) -> Dispatch | None:
    """Return the dispatch for the one who is to send it now; None: nobody is to.

    A claim runs out, so that what somebody began and never ended is begun again.
    Raises: ClaimedError - somebody is sending it; come back.
    Call inside a fence.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, [now + CLAIM, municipality, key, now])
        row = cursor.fetchone()
    if row:
        return dispatch_of(row)
    there = find(municipality, key)
    if there and there.state is State.WAITING and there.way == "digital":
        raise ClaimedError(str(key))
    return None


class ClaimedError(Exception):
    """Somebody else is sending the dispatch at this moment."""


def settle(
    municipality: str,
    key: UUID,
    state: State,
    *,
    was: State,
    outside_id: str = "",
    reason: str = "",
) -> bool:
    """Note how it went with a dispatch; False where that has been noted before.

    Call inside a fence.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE letters_dispatch SET state = %s, reason = %s, claimed_until = NULL,"
            " outside_id = CASE WHEN %s = '' THEN outside_id ELSE %s END"
            " WHERE municipality = %s AND id = %s AND state = %s",
            [state, reason, outside_id, outside_id, municipality, key, was],
        )
        return bool(cursor.rowcount)


def not_reached(municipality: str, key: UUID, reason: str) -> None:
    """Let go of a dispatch that could not be sent now. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE letters_dispatch SET claimed_until = NULL, reason = %s"
            " WHERE municipality = %s AND id = %s AND state = 'waiting'",
            [reason, municipality, key],
        )


def mark(
    municipality: str,
    key: UUID,
    what: Mark,
    at: datetime,
    *,
    employee: UUID | None = None,
    name: str = "",
    on_day: date | None = None,
    digest: bytes | None = None,
    note: bytes | None = None,
) -> None:
    """Add to the proof of what was done about a dispatch. Call inside a fence."""
    values = (uuid7(), key, what, at, on_day, employee, name, digest, note)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO letters_dispatch_mark"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [municipality, *values],
        )


def _read(
    condition: str, values: list[str | UUID | datetime | list[UUID]]
) -> list[Dispatch]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {COLUMNS} FROM letters_dispatch d"  # noqa: S608 - all is ours
            f" WHERE d.municipality = %s AND {condition} ORDER BY d.made_at, d.id",
            values,
        )
        return [dispatch_of(row) for row in cursor.fetchall()]


def note_place(municipality: str, key: UUID) -> str:
    """Return where the words of a mark are sealed to stand."""
    return f"{_place(municipality, key)}/note"


def _place(municipality: str, key: UUID) -> str:
    return f"{municipality}/dispatch/{key}"


_MAKE = """INSERT INTO letters_dispatch (municipality, id, event, kind, stream, person,
    addressee, representative, way, why, hold, state, envelope, made_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, 'waiting', %s, %s)
ON CONFLICT DO NOTHING"""

_CLAIM = f"""UPDATE letters_dispatch d SET claimed_until = %s, tries = d.tries + 1
WHERE d.municipality = %s AND d.id = %s AND d.way = 'digital' AND d.state = 'waiting'
    AND (d.claimed_until IS NULL OR d.claimed_until <= %s)
RETURNING {COLUMNS}"""  # noqa: S608 - all is ours

_DEFER = """SELECT procrastinate_defer_jobs_v1(ARRAY[
    ROW('followers', %s, 0, NULL, NULL,
        jsonb_build_object('municipality', %s::text, 'dispatch', %s::uuid), NULL
    )::procrastinate_job_to_defer_v1
])"""

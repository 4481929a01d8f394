"""The letters that wait for paper: who has taken them, and that they are in the post.

Every change asks what stands now, in the database: of two who do the same, one does it,
and the other is told by whom it is done.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID

from django.db import connection

from fotfeste.access.models import Employee
from fotfeste.access.people import Party
from fotfeste.letters import dispatch
from fotfeste.letters.addressee import Hold
from fotfeste.letters.dispatch import COLUMNS, Dispatch, State, dispatch_of

MOST = 50
"""How many letters are taken at a time: what one carries to a printer."""
SHOWN = 200
"""How many are shown; there are more behind them."""
Done = Literal["posted", "handed"]


@dataclass(frozen=True, slots=True)
class Queued:
    """A letter that waits for paper, of a case with a reference."""

    dispatch: Dispatch
    reference: str
    wrapped: bytes

    @property
    def party(self) -> Party:
        """Return whom the case is about; the envelope opens under their key."""
        return Party(self.dispatch.person, self.wrapped)


@dataclass(frozen=True, slots=True)
class Marked:
    """What was done about a dispatch, by whom: one line of the proof.

    digest: SHA-256 of the file it was about; empty where there was none.
    """

    dispatch: UUID
    mark: str
    at: datetime
    on_day: date | None
    name: str
    digest: bytes


def waiting(municipality: str, unit: str | None) -> list[Queued]:
    """Return what the unit is to put on paper, the oldest first. Call inside a fence.

    unit: None for all, in a municipality that has ended. What a carrier could not
    deliver is there too: somebody must say what is to be done.
    """
    condition = "(d.state = 'failed' OR (d.state = 'waiting' AND d.way = 'post'))"
    return _queued(condition, municipality, unit, [])


def in_batch(municipality: str, unit: str | None, batch: UUID) -> list[Queued]:
    """Return the letters of a batch, done or not. Call inside a fence."""
    return _queued("d.batch = %s AND d.way = 'post'", municipality, unit, [batch])


def done_since(municipality: str, unit: str | None, since: datetime) -> list[Queued]:
    """Return what has been done on paper since then. Call inside a fence."""
    condition = (
        "d.state IN ('posted', 'handed') AND d.id IN (SELECT m.dispatch"
        " FROM letters_dispatch_mark m WHERE m.municipality = d.municipality"
        " AND m.mark IN ('posted', 'handed') AND m.at >= %s)"
    )
    return _queued(condition, municipality, unit, [since])


def one(municipality: str, unit: str | None, key: UUID) -> Queued | None:
    """Return the dispatch with the key, if it is the unit's. Call inside a fence."""
    found = _queued("d.id = %s", municipality, unit, [key])
    return found[0] if found else None


def marks_of(municipality: str, keys: Sequence[UUID]) -> dict[UUID, list[Marked]]:
    """Return what was done about each, in order. Call inside a fence."""
    found: dict[UUID, list[Marked]] = {key: [] for key in keys}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT dispatch, mark, at, on_day, name, coalesce(digest, '')"
            " FROM letters_dispatch_mark WHERE municipality = %s"
            " AND dispatch = ANY(%s) ORDER BY at, id",
            [municipality, list(keys)],
        )
        for key, mark, at, on_day, name, digest in cursor.fetchall():
            one = Marked(key, mark, at, on_day, name, bytes(digest))
            found[key].append(one)
    return found


def take(municipality: str, keys: Sequence[UUID], batch: UUID) -> int:
    """Put what still waits in a batch, and return how many. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE letters_dispatch SET batch = %s WHERE municipality = %s"
            " AND id = ANY(%s) AND state = 'waiting' AND way = 'post'",
            [batch, municipality, list(keys)],
        )
        return int(cursor.rowcount)


def hold_back(municipality: str, key: UUID, hold: Hold) -> None:
    """Note whether a letter can be put in the post, as of now. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE letters_dispatch SET hold = %s"
            " WHERE municipality = %s AND id = %s AND hold <> %s",
            [hold, municipality, key, hold],
        )


def note_printed(
    municipality: str,
    keys: Sequence[UUID],
    digest: bytes,
    employee: Employee,
    at: datetime,
) -> None:
    """Note that each was in a file that was printed. Call inside a fence."""
    for key in keys:
        dispatch.mark(
            municipality,
            key,
            "printed",
            at,
            employee=employee.id,
            name=employee.name,
            digest=digest,
        )


def note_done(
    municipality: str,
    key: UUID,
    how: Done,
    on_day: date,
    employee: Employee,
    at: datetime,
) -> bool:
    """Note that a letter is in the post, or given by hand; False: it was noted before.

    The proof holds who, when, and the file that was printed last. Call inside a fence.
    """
    state = State(how)
    if not dispatch.settle(municipality, key, state, was=State.WAITING):
        return False
    printed = [m for m in marks_of(municipality, [key])[key] if m.mark == "printed"]
    dispatch.mark(
        municipality,
        key,
        how,
        at,
        employee=employee.id,
        name=employee.name,
        on_day=on_day,
        digest=printed[-1].digest if printed else None,
    )
    return True


def undo(
    municipality: str,
    queued: Queued,
    sealed_reason: bytes,
    employee: Employee,
    at: datetime,
) -> bool:
    """Let a letter wait again; False where it does not stand as done any more.

    Whether it is the same day is for the page to ask. Call inside a fence.
    """
    one = queued.dispatch
    if one.state not in (State.POSTED, State.HANDED):
        return False
    if not dispatch.settle(municipality, one.id, State.WAITING, was=one.state):
        return False
    _mark(municipality, one.id, "undone", employee, at, sealed_reason)
    return True


def to_paper(
    municipality: str, queued: Queued, employee: Employee, at: datetime
) -> bool:
    """Send on paper what did not get through digitally; False: it is no more so.

    Call inside a fence.
    """
    key = queued.dispatch.id
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE letters_dispatch SET state = 'waiting', way = 'post',"
            " why = 'failed' WHERE municipality = %s AND id = %s AND state = 'failed'",
            [municipality, key],
        )
        if not cursor.rowcount:
            return False
    _mark(municipality, key, "to-paper", employee, at)
    return True


def same_day(marks: Sequence[Marked], now: datetime) -> bool:
    """Test that the last thing noted as done was noted today, as days are in Norway.

    now: local. What was noted before today is in the post, whatever is said of it.
    """
    done = [m for m in marks if m.mark in ("posted", "handed")]
    return bool(done) and done[-1].at.astimezone(now.tzinfo).date() == now.date()


def start_of(day: datetime) -> datetime:
    """Return the moment the local day began."""
    return day - timedelta(
        hours=day.hour, minutes=day.minute, seconds=day.second,
        microseconds=day.microsecond,
    )  # fmt: skip


def _mark(
    municipality: str,
    key: UUID,
    what: Literal["undone", "to-paper"],
    employee: Employee,
    at: datetime,
    note: bytes | None = None,
) -> None:
    dispatch.mark(
        municipality,
        key,
        what,
        at,
        employee=employee.id,
        name=employee.name,
        note=note,
    )


def _queued(
    condition: str,
    municipality: str,
    unit: str | None,
    values: Sequence[UUID | datetime],
) -> list[Queued]:
    whose = "c.unit = %s" if unit else "true"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {COLUMNS}, c.reference, k.wrapped"  # noqa: S608 - all is ours
            " FROM letters_dispatch d"
            " JOIN office_case c USING (municipality, stream)"
            " JOIN ledger_data_key k"
            " ON k.municipality = d.municipality AND k.person = d.person"
            f" WHERE d.municipality = %s AND {condition} AND {whose}"
            " ORDER BY d.made_at, d.id LIMIT %s",
            [municipality, *values, *([unit] if unit else []), SHOWN],
        )
        return [
            Queued(dispatch_of(row[:-2]), row[-2], bytes(row[-1]))
            for row in cursor.fetchall()
        ]

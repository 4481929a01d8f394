"""What an employee has begun to write in a step: kept, sealed, until it is sent.

A citizen's draft becomes a case; this becomes nothing, and only its writer sees it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from django.db import connection

from fotfeste.ledger.keys import Safe

KEPT = timedelta(days=14)
"""How long it is kept after it was last written in."""


@dataclass(frozen=True, slots=True)
class Place:
    """Whose words, in which step of which case; `person` is whom the case is about."""

    municipality: str
    employee: UUID
    person: UUID
    stream: UUID
    step: str

    def __str__(self) -> str:
        """Return what the seal is bound to: nothing opens anywhere else."""
        return f"{self.municipality}/begun/{self.employee}/{self.stream}/{self.step}"


@dataclass(frozen=True, slots=True)
class Begun:
    """What was written so far, by the names of the fields, and when."""

    words: dict[str, list[str]]
    saved_at: datetime


def keep(place: Place, words: dict[str, list[str]], safe: Safe, at: datetime) -> None:
    """Keep what is written so far instead of what was kept. Call inside a fence."""
    sealed = safe.seal(msgspec.json.encode(words), str(place))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO office_begun VALUES (%s, %s, %s, %s, %s, %s, %s)"
            " ON CONFLICT (municipality, employee, stream, step) DO UPDATE"
            " SET sealed = excluded.sealed, saved_at = excluded.saved_at",
            [
                place.municipality, place.employee, place.person, place.stream,
                place.step, sealed, at,
            ],
        )  # fmt: skip


def begun(place: Place, safe: Safe, at: datetime) -> Begun | None:
    """Return what is kept, or None where nothing is or its time is over.

    Call inside a fence.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sealed, saved_at FROM office_begun WHERE municipality = %s"
            " AND employee = %s AND stream = %s AND step = %s AND saved_at > %s",
            [
                place.municipality, place.employee, place.stream, place.step,
                at - KEPT,
            ],
        )  # fmt: skip
        row = cursor.fetchone()
    if row is None:
        return None
    opened = safe.open(bytes(row[0]), str(place))
    return Begun(msgspec.json.decode(opened, type=dict[str, list[str]]), row[1])


def throw_away(place: Place) -> None:
    """Keep it no longer: it was sent, or its writer begins again. Inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM office_begun WHERE municipality = %s AND employee = %s"
            " AND stream = %s AND step = %s",
            [place.municipality, place.employee, place.stream, place.step],
        )


def discard_old(municipality: str, at: datetime) -> None:
    """Throw away what nobody has written in for too long. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM office_begun WHERE municipality = %s AND saved_at <= %s",
            [municipality, at - KEPT],
        )

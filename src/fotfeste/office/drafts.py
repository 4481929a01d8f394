"""What somebody has begun to fill in: kept, sealed, until it is sent or thrown away."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from django.db import connection

from fotfeste.access.people import Party
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.keys import KeyRing
from fotfeste.ledger.log import uuid7


@dataclass(slots=True)
class Draft:
    """Answers so far, and the key that the case will have when they are sent.

    One key for one draft: sent twice, it is still one case.

    saved_at: when it was last written in; None before.
    """

    stream: UUID = field(default_factory=uuid7)
    answers: dict[str, str | list[str]] = field(default_factory=dict)
    saved_at: datetime | None = None

    @property
    def kept_until(self) -> datetime | None:
        """Return when it is thrown away, unless it is written in before."""
        return self.saved_at and self.saved_at + KEPT


KEPT = timedelta(days=30)
"""How long a draft is kept after it was last written in."""


def load(municipality: str, party: Party, keys: KeyRing, at: datetime) -> Draft | None:
    """Return the person's draft, or None where nothing is begun or its time is over."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT stream, sealed, saved_at FROM office_draft_of(%s, %s)",
            [municipality, party.id],
        )
        row = cursor.fetchone()
    if row is None or row[2] + KEPT <= at:
        return None
    opened = keys.safe(municipality, party.wrapped).open(
        bytes(row[1]), _place(municipality, row[0])
    )
    answers = msgspec.json.decode(opened, type=dict[str, str | list[str]])
    return Draft(row[0], answers, row[2])


def save(
    municipality: str, party: Party, draft: Draft, keys: KeyRing, at: datetime
) -> None:
    """Keep the answers, sealed under the person's own key."""
    sealed = keys.safe(municipality, party.wrapped).seal(
        msgspec.json.encode(draft.answers), _place(municipality, draft.stream)
    )
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO office_draft VALUES (%s, %s, %s, %s, %s)"
            " ON CONFLICT (municipality, person) DO UPDATE SET"
            " stream = excluded.stream, sealed = excluded.sealed,"
            " saved_at = excluded.saved_at",
            [municipality, party.id, draft.stream, sealed, at],
        )


def discard_old(municipality: str, at: datetime) -> int:
    """Throw away the drafts whose time is over; return how many there were."""
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM office_draft WHERE municipality = %s AND saved_at <= %s",
            [municipality, at - KEPT],
        )
        return int(cursor.rowcount)


def discard(municipality: str, party: Party) -> None:
    """Throw the person's draft away."""
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM office_draft WHERE municipality = %s AND person = %s",
            [municipality, party.id],
        )


def _place(municipality: str, stream: UUID) -> str:
    return f"{municipality}/draft/{stream}"

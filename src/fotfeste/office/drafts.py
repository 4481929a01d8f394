"""What somebody has begun to fill in: kept, sealed, until it is sent or thrown away."""

from dataclasses import dataclass, field
from datetime import datetime
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
    """

    stream: UUID = field(default_factory=uuid7)
    answers: dict[str, str | list[str]] = field(default_factory=dict)


def load(municipality: str, party: Party, keys: KeyRing) -> Draft | None:
    """Return the person's draft, or None where nothing is begun."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT stream, sealed FROM office_draft_of(%s, %s)",
            [municipality, party.id],
        )
        row = cursor.fetchone()
    if row is None:
        return None
    opened = keys.safe(municipality, party.wrapped).open(
        bytes(row[1]), _place(municipality, row[0])
    )
    answers = msgspec.json.decode(opened, type=dict[str, str | list[str]])
    return Draft(row[0], answers)


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


def discard(municipality: str, party: Party) -> None:
    """Throw the person's draft away."""
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM office_draft WHERE municipality = %s AND person = %s",
            [municipality, party.id],
        )


def _place(municipality: str, stream: UUID) -> str:
    return f"{municipality}/draft/{stream}"

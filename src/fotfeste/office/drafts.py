"""What somebody has begun to fill in: kept, sealed, until it is sent or thrown away."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from django.db import connection, transaction
from msgspec import Struct

from fotfeste.access.people import Party
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.keys import KeyRing
from fotfeste.ledger.log import uuid7


class DraftDocument(Struct, frozen=True):
    """A file that goes with the answers, kept with the draft.

    digest:  SHA-256 of the file, in hexadecimal.
    scanned: whether it was looked through for viruses.
    """

    document: UUID
    title: str
    digest: str
    scanned: bool


@dataclass(slots=True)
class Draft:
    """Answers so far, and the key that the case will have when they are sent.

    One key for one draft: sent twice, it is still one case.

    saved_at: when it was last written in; None before.
    """

    stream: UUID = field(default_factory=uuid7)
    answers: dict[str, str | list[str]] = field(default_factory=dict)
    saved_at: datetime | None = None
    documents: list[DraftDocument] = field(default_factory=list)

    @property
    def kept_until(self) -> datetime | None:
        """Return when it is thrown away, unless it is written in before."""
        return self.saved_at and self.saved_at + KEPT


class _Content(Struct):
    """What of a draft is sealed."""

    answers: dict[str, str | list[str]] = {}
    documents: list[DraftDocument] = []


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
    content = msgspec.json.decode(opened, type=_Content)
    return Draft(row[0], content.answers, row[2], content.documents)


@contextmanager
def held(
    municipality: str, party: Party, keys: KeyRing, at: datetime
) -> Iterator[Draft]:
    """Give the draft as it is now, and keep what is changed in it; others wait.

    Where nothing is begun, it is a new one.
    """
    with transaction.atomic():
        with fenced(municipality), connection.cursor() as cursor:
            cursor.execute(
                "SELECT FROM office_draft WHERE municipality = %s AND person = %s"
                " FOR UPDATE",
                [municipality, party.id],
            )
        draft = load(municipality, party, keys, at) or Draft()
        yield draft
        save(municipality, party, draft, keys, at)


def save(
    municipality: str, party: Party, draft: Draft, keys: KeyRing, at: datetime
) -> None:
    """Keep the answers, sealed under the person's own key."""
    content = _Content(draft.answers, draft.documents)
    sealed = keys.safe(municipality, party.wrapped).seal(
        msgspec.json.encode(content), _place(municipality, draft.stream)
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
        discarded = int(cursor.rowcount)
        cursor.execute(_WITHOUT_DRAFT, [municipality])
        return discarded


def discard(municipality: str, party: Party) -> None:
    """Throw the person's draft away."""
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM office_draft WHERE municipality = %s AND person = %s",
            [municipality, party.id],
        )
        cursor.execute(
            f"{_WITHOUT_DRAFT} AND file.person = %s", [municipality, party.id]
        )


_WITHOUT_DRAFT = """DELETE FROM office_attachment file
WHERE municipality = %s AND draft IS NOT NULL AND NOT EXISTS (
    SELECT FROM office_draft d
    WHERE d.municipality = file.municipality AND d.stream = file.draft)"""


def _place(municipality: str, stream: UUID) -> str:
    return f"{municipality}/draft/{stream}"

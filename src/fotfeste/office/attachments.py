"""Files that belong to a case: sealed under the person's own key, like all else."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from fotfeste.access.people import Party
from fotfeste.access.policy import NotFoundError
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.keys import KeyRing
from fotfeste.ledger.log import History
from fotfeste.office.intake import digest_of, media_type_of
from fotfeste.procedures.documents.stages import Paper


class ChangedFileError(Exception):
    """The kept file is not the one that was filed."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is kept, opened."""

    content: bytes
    media_type: str


def keep(
    municipality: str,
    document: UUID,
    content: bytes,
    *,
    party: Party,
    at: datetime,
    keys: KeyRing,
    draft: UUID | None = None,
) -> None:
    """Keep the file, sealed. It belongs to no case before the log says that it does.

    draft: the key of the draft it belongs to meanwhile, and is thrown away with.
    """
    sealed = keys.safe(municipality, party.wrapped).seal(
        content, _place(municipality, document)
    )
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO office_attachment VALUES (%s, %s, %s, %s, %s, %s)"
            " ON CONFLICT DO NOTHING",
            [municipality, document, party.id, at, sealed, draft],
        )


def let_go(municipality: str, draft: UUID, documents: list[UUID]) -> set[UUID]:
    """Let files of a draft be on their own, to be filed in the same transaction.

    Returns those that were there; the draft takes the rest along when it goes.
    """
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE office_attachment SET draft = NULL"
            " WHERE municipality = %s AND draft = %s AND id = ANY(%s) RETURNING id",
            [municipality, draft, documents],
        )
        return {row[0] for row in cursor.fetchall()}


def discard(municipality: str, document: UUID, draft: UUID) -> None:
    """Throw away one file of a draft."""
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM office_attachment"
            " WHERE municipality = %s AND id = %s AND draft = %s",
            [municipality, document, draft],
        )


def open_draft(municipality: str, document: UUID, party: Party, keys: KeyRing) -> bytes:
    """Return the content of a file that no case has yet.

    Raises: NotFoundError - it is gone.
    """
    sealed = _sealed(municipality, document)
    if sealed is None:
        raise NotFoundError
    place = _place(municipality, document)
    return keys.safe(municipality, party.wrapped).open(sealed, place)


def open_kept(history: History, document: UUID, keys: KeyRing) -> Attachment:
    """Return the file, if it is filed in this case, and as it was.

    Raises: NotFoundError    - no such file in this case.
            ChangedFileError - it is not what was filed.
    """
    filed = [
        event
        for event in history.events
        if isinstance(event, Paper) and event.document == document
    ]
    sealed = _sealed(history.municipality, document)
    if not filed or sealed is None:
        raise NotFoundError
    content = keys.safe(history.municipality, history.wrapped).open(
        sealed, _place(history.municipality, document)
    )
    media_type = media_type_of(content)
    if digest_of(content) != filed[0].digest or media_type is None:
        raise ChangedFileError(f"{history.reference}: {document}")
    return Attachment(content, media_type)


def _sealed(municipality: str, document: UUID) -> bytes | None:
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "SELECT sealed FROM office_attachment WHERE municipality = %s AND id = %s",
            [municipality, document],
        )
        row = cursor.fetchone()
    return bytes(row[0]) if row else None


def _place(municipality: str, document: UUID) -> str:
    return f"{municipality}/attachment/{document}"

"""Files that belong to a case: sealed under the person's own key, like all else."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from fotfeste.access.people import Party
from fotfeste.access.policy import NotFoundError
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.keys import KeyRing
from fotfeste.ledger.log import History
from fotfeste.procedures.documents.events import DocumentFiled

MOST_BYTES = 10 * 1024 * 1024
"""How large a file may be."""

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)


class ChangedFileError(Exception):
    """The kept file is not the one that was filed."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is kept, opened."""

    content: bytes
    media_type: str


def media_type_of(content: bytes) -> str | None:
    """Return what the file is by its first bytes; None for what is not taken in.

    What the sender says that it is, is never asked.
    """
    for signature, media_type in _SIGNATURES:
        if content.startswith(signature):
            return media_type
    return None


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of the file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def keep(
    municipality: str,
    document: UUID,
    content: bytes,
    *,
    party: Party,
    at: datetime,
    keys: KeyRing,
) -> None:
    """Keep the file, sealed. It belongs to no case before the log says that it does."""
    sealed = keys.safe(municipality, party.wrapped).seal(
        content, _place(municipality, document)
    )
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO office_attachment VALUES (%s, %s, %s, %s, %s)"
            " ON CONFLICT DO NOTHING",
            [municipality, document, party.id, at, sealed],
        )


def open_kept(history: History, document: UUID, keys: KeyRing) -> Attachment:
    """Return the file, if it is filed in this case, and as it was.

    Raises: NotFoundError    - no such file in this case.
            ChangedFileError - it is not what was filed.
    """
    filed = [
        event
        for event in history.events
        if isinstance(event, DocumentFiled) and event.document == document
    ]
    with fenced(history.municipality), connection.cursor() as cursor:
        cursor.execute(
            "SELECT sealed FROM office_attachment WHERE municipality = %s AND id = %s",
            [history.municipality, document],
        )
        row = cursor.fetchone()
    if not filed or row is None:
        raise NotFoundError
    content = keys.safe(history.municipality, history.wrapped).open(
        bytes(row[0]), _place(history.municipality, document)
    )
    media_type = media_type_of(content)
    if digest_of(content) != filed[0].digest or media_type is None:
        raise ChangedFileError(f"{history.reference}: {document}")
    return Attachment(content, media_type)


def _place(municipality: str, document: UUID) -> str:
    return f"{municipality}/attachment/{document}"

"""The letters of a case: keeping them sealed, and opening them again."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec

from fotfeste.access.people import Party
from fotfeste.ledger.keys import KeyRing
from fotfeste.letters.compose.documents import Document
from fotfeste.letters.content import Letter, LetterKind
from fotfeste.letters.models import StoredLetter


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A letter in the archive, before it is opened."""

    event: UUID
    kind: LetterKind
    stream: UUID
    person: UUID
    on: date
    to_party: bool
    by_post: bool


def keep(
    letter: Letter,
    pdf: bytes,
    *,
    municipality: str,
    event: UUID,
    stream: UUID,
    party: Party,
    to_party: bool,
    by_post: bool,
    keys: KeyRing,
    bundle: tuple[Document, ...] = (),
) -> None:
    """Keep the letter, unless the event already has one of its kind.

    bundle: the documents behind it, which the PDF holds too.

    Call inside a fence.
    """
    safe = keys.safe(municipality, party.wrapped)
    place = _place(municipality, event, letter.kind)
    StoredLetter.objects.bulk_create(
        [
            StoredLetter(
                municipality=municipality,
                event=event,
                kind=letter.kind,
                stream=stream,
                person=party.id,
                on=letter.on,
                to_party=to_party,
                by_post=by_post,
                content=safe.seal(msgspec.json.encode(letter), place),
                pdf=safe.seal(pdf, place),
                bundle=safe.seal(msgspec.json.encode(bundle), f"{place}/bundle")
                if bundle
                else None,
            )
        ],
        ignore_conflicts=True,
    )


def is_kept(municipality: str, event: UUID, kind: LetterKind) -> bool:
    """Test that the event has its letter of the kind. Call inside a fence."""
    return StoredLetter.objects.filter(
        municipality=municipality, event=event, kind=kind
    ).exists()


def letters_of(municipality: str, streams: list[UUID]) -> list[KeptLetter]:
    """Return the letters of the cases, the earliest first. Call inside a fence."""
    rows = (
        StoredLetter.objects.filter(municipality=municipality, stream__in=streams)
        .defer("content", "pdf", "bundle")
        .order_by("event", "kind")
    )
    return [
        KeptLetter(
            row.event,
            LetterKind(row.kind),
            row.stream,
            row.person,
            row.on,
            row.to_party,
            row.by_post,
        )
        for row in rows
    ]


def letter_text(
    municipality: str, kept: KeptLetter, party: Party, keys: KeyRing
) -> Letter:
    """Return the words of a kept letter. Call inside a fence."""
    opened = _open(municipality, kept, party, keys, "content")
    return msgspec.json.decode(opened, type=Letter)


def letter_pdf(
    municipality: str, kept: KeptLetter, party: Party, keys: KeyRing
) -> bytes:
    """Return the PDF of a kept letter. Call inside a fence."""
    return _open(municipality, kept, party, keys, "pdf")


def letter_bundle(
    municipality: str, kept: KeptLetter, party: Party, keys: KeyRing
) -> tuple[Document, ...]:
    """Return the documents behind a kept letter. Call inside a fence."""
    sealed = StoredLetter.objects.values_list("bundle", flat=True).get(
        municipality=municipality, event=kept.event, kind=kept.kind
    )
    if sealed is None:
        return ()
    place = f"{_place(municipality, kept.event, kept.kind)}/bundle"
    opened = keys.safe(municipality, party.wrapped).open(bytes(sealed), place)
    return msgspec.json.decode(opened, type=tuple[Document, ...])


def _open(
    municipality: str, kept: KeptLetter, party: Party, keys: KeyRing, field: str
) -> bytes:
    sealed: bytes = StoredLetter.objects.values_list(field, flat=True).get(
        municipality=municipality, event=kept.event, kind=kept.kind
    )
    return keys.safe(municipality, party.wrapped).open(
        bytes(sealed), _place(municipality, kept.event, kept.kind)
    )


def _place(municipality: str, event: UUID, kind: LetterKind) -> str:
    return f"{municipality}/letter/{event}/{kind}"

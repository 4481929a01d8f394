"""Finding and enrolling people; their names and numbers open only under their key."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize
from uuid import UUID

import msgspec
from django.db import connection

from fotfeste.access.models import Person
from fotfeste.law.national_identity_number import beginnings
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.keys import KeyRing
from fotfeste.ledger.log import uuid7


@dataclass(frozen=True, slots=True)
class Identity:
    """What a person is called, and their national identity number where known."""

    name: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A person as the log knows them: a key, and the data key of their own, wrapped."""

    id: UUID
    wrapped: bytes


def find(municipality: str, number: str, keys: KeyRing) -> Party | None:
    """Return the person with the national identity number, or None."""
    return _found("access_find", municipality, keys.lookup(municipality, number))


def party(municipality: str, person: UUID) -> Party | None:
    """Return the person with the key, or None where there is none."""
    return _found("access_party", municipality, person)


def enrol(municipality: str, identity: Identity, keys: KeyRing) -> Party:
    """Return the person with the identity, made known if they were not.

    Of several who enrol the same number at once, all get the same person.
    """
    if identity.number:
        known = find(municipality, identity.number, keys)
        if known:
            return known
    person, wrapped = uuid7(), keys.new_data_key(municipality)
    sealed = keys.safe(municipality, wrapped).seal(
        msgspec.json.encode(identity), _place(municipality, person)
    )
    lookup = keys.lookup(municipality, identity.number) if identity.number else None
    words, born = hashes(municipality, identity, keys)
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO access_person (municipality, id, lookup, sealed, words, born)"
            " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING id",
            [municipality, person, lookup, sealed, words, born],
        )
        if cursor.fetchone():
            cursor.execute(
                "INSERT INTO ledger_data_key (municipality, person, wrapped)"
                " VALUES (%s, %s, %s)",
                [municipality, person, wrapped],
            )
            return Party(person, wrapped)
    found = find(municipality, identity.number, keys)
    assert found  # noqa: S101 - the conflict was with this very number
    return found


def named(municipality: str, party: Party, identity: Identity, keys: KeyRing) -> None:
    """Call the person what they are called, now that they have signed in as themselves.

    Whoever was made known by somebody else has no name before that: nobody decides what
    another is called.
    """
    with fenced(municipality):
        known = identities(municipality, [party.id], keys).get(party.id)
        if known is None or known == identity:
            return
        sealed = keys.safe(municipality, party.wrapped).seal(
            msgspec.json.encode(identity), _place(municipality, party.id)
        )
        words, born = hashes(municipality, identity, keys)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE access_person SET sealed = %s, words = %s, born = %s"
                " WHERE municipality = %s AND id = %s",
                [sealed, words, born, municipality, party.id],
            )


def hashes(
    municipality: str, identity: Identity, keys: KeyRing
) -> tuple[list[bytes], bytes | None]:
    """Return the keyed hash of each word of the name, and of the day of birth."""
    words = [_word(municipality, word, keys) for word in _words(identity.name)]
    if not identity.number:
        return words, None
    return words, _born(municipality, identity.number[:6], keys)


def named_so(
    municipality: str, name: str, born: date | None, keys: KeyRing, most: int = 50
) -> list[UUID]:
    """Return the people whose name has all the words, and who were born on the day.

    Call inside a fence.
    """
    words = [_word(municipality, word, keys) for word in _words(name)]
    if not words:
        return []
    dates = beginnings(born) if born else ()
    on = [_born(municipality, one, keys) for one in dates]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM access_person WHERE words @> %s::bytea[]"
            " AND municipality = %s AND (%s OR born = ANY (%s::bytea[])) LIMIT %s",
            [words, municipality, not on, on, most],
        )
        return [person for (person,) in cursor.fetchall()]


def _words(name: str) -> list[str]:
    """Return the words of a name as they are compared: no accents of the keyboard."""
    return normalize("NFKC", name).casefold().replace("-", " ").split()


def _word(municipality: str, word: str, keys: KeyRing) -> bytes:
    return keys.lookup(municipality, f"name {word}")


def _born(municipality: str, beginning: str, keys: KeyRing) -> bytes:
    return keys.lookup(municipality, f"born {beginning}")


def identities(
    municipality: str, people: Iterable[UUID], keys: KeyRing
) -> dict[UUID, Identity]:
    """Return who the people are, opened; those erased are left out.

    Call inside a fence, for as many as a page shows.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.id, p.sealed, k.wrapped FROM access_person p"
            " JOIN ledger_data_key k"
            " ON k.municipality = p.municipality AND k.person = p.id"
            " WHERE p.municipality = %s AND p.id = ANY(%s)",
            [municipality, list(people)],
        )
        return {
            person: msgspec.json.decode(
                keys.safe(municipality, bytes(wrapped)).open(
                    bytes(sealed), _place(municipality, person)
                ),
                type=Identity,
            )
            for person, sealed, wrapped in cursor.fetchall()
        }


def _found(function: str, municipality: str, known: UUID | bytes) -> Party | None:
    """Ask a function that sets the fence itself, in one round trip: every page asks."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT person, wrapped FROM {function}(%s, %s)",  # noqa: S608 - it is ours
            [municipality, known],
        )
        row = cursor.fetchone()
    return Party(row[0], bytes(row[1])) if row else None


def _place(municipality: str, person: UUID) -> str:
    return f"{municipality}/person/{person}"


__all__ = ["Identity", "Party", "Person", "enrol", "find", "identities", "party"]

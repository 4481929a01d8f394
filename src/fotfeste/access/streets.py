"""Streets: found in an address, and kept of employees as a keyed hash only."""

import re
import unicodedata
from uuid import UUID

from django.db import connection

from fotfeste.ledger.keys import KeyRing

_POSTAL_CODE = re.compile(r"(?<!\d)(\d{4})(?!\d)(?=\s+[^\W\d])")
_STREET = re.compile(r"\s*([^\d]*[^\W\d][^\d]*?)\.?\s+\d{1,4}\s*[a-zæøå]?\s*", re.I)
_ENDINGS = (
    (re.compile(r"\s?(gate|gaten|gt)$"), "gata"),
    (re.compile(r"\s?(vei|vegen|veg|vn)$"), "veien"),
)


def street_of(address: str) -> str:
    """Return the street and postal code of an address as they are compared, or nothing.

    The number of the house is left out: who lives in the same street is a neighbour.

    >>> street_of("Storgaten 5 B, 1930 Aurskog")
    'storgata 1930'
    """
    text = unicodedata.normalize("NFC", address).casefold()
    codes = _POSTAL_CODE.findall(text)
    parts = re.split(r"[\n,]", text)
    names = [found[1] for part in parts if (found := _STREET.fullmatch(part))]
    if not codes or not names:
        return ""
    name = " ".join(names[-1].split())
    for ending, usual in _ENDINGS:
        name = ending.sub(usual, name)
    return f"{name} {codes[-1]}"


def street_hash(municipality: str, street: str, keys: KeyRing) -> bytes:
    """Return the keyed hash by which a street is compared."""
    return keys.lookup(municipality, f"street/{street}")


def keep_street(municipality: str, employee: UUID, street: str, keys: KeyRing) -> None:
    """Keep which street the employee lives in, or that we are not to know.

    street: as `street_of` gives it; empty to forget it. Call inside a fence.
    """
    kept = street_hash(municipality, street, keys) if street else None
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE access_employee SET street = %s"
            " WHERE municipality = %s AND id = %s",
            [kept, municipality, employee],
        )


def streets_kept(municipality: str) -> dict[UUID, bytes]:
    """Return the keyed hashes of those who have said where. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, street FROM access_employee"
            " WHERE municipality = %s AND street IS NOT NULL",
            [municipality],
        )
        return {employee: bytes(street) for employee, street in cursor.fetchall()}

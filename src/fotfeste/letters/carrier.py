"""Whoever carries letters digitally, as the program sees them: a contract."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal, Protocol

import msgspec

Progress = Literal["under-way", "read", "failed"]


@dataclass(frozen=True, slots=True)
class Consignment:
    """One letter to one person, ready to be carried.

    reference: ours, the same each time it is tried; says nothing of what it concerns.
    title:     what a telephone may show: that there is a letter, and never what it is.
    number:    the addressee's national identity number.
    """

    reference: str
    title: str
    name: str
    number: str
    filename: str
    pdf: bytes


@dataclass(frozen=True, slots=True)
class Status:
    """How it goes with a consignment, and the carrier's own word for it."""

    outside_id: str
    progress: Progress
    word: str
    at: datetime


class Carrier(Protocol):
    """Carries letters to people's digital mailboxes.

    Each raises RefusedOutsideError where the consignment itself is turned down, and
    NotReachedError where it is worth trying again.
    """

    def find(self, reference: str) -> str | None:
        """Return the carrier's key of what was sent with our reference, or None."""

    def send(self, consignment: Consignment) -> str:
        """Send it, and return the carrier's key of it."""

    def statuses(self, outside_ids: list[str]) -> list[Status]:
        """Return how it goes with each."""


class NotReachedError(Exception):
    """The carrier did not answer, or could not do it now: try again."""


class RefusedOutsideError(Exception):
    """The carrier turned the consignment down: trying again will not help."""


class UnsoundAccountsError(NotReachedError):
    """The file of accounts cannot be used; says what is wrong."""


class Account(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A municipality's account with SvarUt, and how to sign in with Maskinporten.

    address:     SvarUt's, ending in /api. account: the key of the account there.
    certificate: SvarUt's public one, PEM: what documents are encrypted to.
    level:       what the addressee must sign in with; HOYESTE is level 4.
    token_address, audience, issuer, scope: of Maskinporten. key: our own, PEM.
    """

    address: str
    account: str
    certificate: Path
    token_address: str
    audience: str
    issuer: str
    scope: str
    key: Path
    key_id: str
    level: Literal["HOYESTE", "BETYDELIG"] = "HOYESTE"


def account_of(municipality: str, file: str) -> Account | None:
    """Return the municipality's account, or None where nobody carries its letters.

    file: the setting FOTFESTE_SVARUT; empty where nobody carries anybody's.
    Raises: UnsoundAccountsError - the file is not there, or says what we do not know.
    """
    return accounts(file).get(municipality) if file else None


@lru_cache(maxsize=4)
def accounts(file: str) -> dict[str, Account]:
    """Return the accounts in the file, by municipality.

    Raises: UnsoundAccountsError - the file is not there, or says what we do not know.
    """
    try:
        read = tomllib.loads(Path(file).read_text(encoding="utf-8"))
        return msgspec.convert(read, dict[str, Account], dec_hook=_decoded)
    except (OSError, ValueError) as error:
        raise UnsoundAccountsError(
            f"FOTFESTE_SVARUT is «{file}», which cannot be used: {error}"
        ) from error


def _decoded(kind: type, value: object) -> object:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError(f"A setting of kind {kind}")

"""Keys: a master key for each municipality, a data key for each person.

Contents are sealed with AES-256-GCM (NIST SP 800-38D) under the person's data key; that
key is wrapped by the municipality's master key (AES Key Wrap, RFC 3394). To destroy the
wrapped key is to erase all that was sealed with it.
"""

import base64
import hashlib
import hmac
import os
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import (
    InvalidUnwrap,
    aes_key_unwrap,
    aes_key_wrap,
)

_NONCE_BYTES = 12


class KeyMissingError(Exception):
    """A master key is not there, or is not a key; says where it should be."""


class SealBrokenError(Exception):
    """What was sealed does not open: it was changed or moved, or the key is another."""


class KeyRing:
    """The master keys in a folder: files `<municipality>.key`, 32 bytes in base64."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._masters: dict[str, bytes] = {}

    def make(self, municipality: str) -> None:
        """Make the municipality's master key unless it has one."""
        file = self._folder / f"{municipality}.key"
        if file.exists():
            return
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as opened:
            opened.write(base64.b64encode(os.urandom(32)) + b"\n")

    def new_data_key(self, municipality: str) -> bytes:
        """Return a new data key, wrapped by the municipality's master key."""
        return aes_key_wrap(self._master(municipality), os.urandom(32))

    def safe(self, municipality: str, wrapped: bytes) -> "Safe":
        """Return what seals and opens with the wrapped data key."""
        return _safe(self._master(municipality), wrapped)

    def lookup(self, municipality: str, text: str) -> bytes:
        """Return the keyed hash by which a number or a name is found again."""
        key = _lookup_key(self._master(municipality))
        return hmac.new(key, text.encode(), hashlib.sha256).digest()

    def _master(self, municipality: str) -> bytes:
        if municipality not in self._masters:
            self._masters[municipality] = self._read(municipality)
        return self._masters[municipality]

    def _read(self, municipality: str) -> bytes:
        file = self._folder / f"{municipality}.key"
        try:
            key = base64.b64decode(file.read_bytes(), validate=False)
        except (OSError, ValueError) as error:
            raise KeyMissingError(
                f"No master key for «{municipality}» in {file}: {error}."
                " Restore it from the backup; make a new one only for a new"
                " municipality (fotfeste keys make)."
            ) from error
        if len(key) != 32:
            raise KeyMissingError(f"{file} holds {len(key)} bytes; a key has 32.")
        return key


class Safe:
    """Seals and opens under one person's data key."""

    def __init__(self, data_key: bytes) -> None:
        self._cipher = AESGCM(data_key)

    def seal(self, plain: bytes, place: str) -> bytes:
        """Return the bytes sealed, and bound to the place where they will stand."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """Return what was sealed for the place, or raise SealBrokenError."""
        nonce, body = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        try:
            return self._cipher.decrypt(nonce, body, place.encode())
        except (InvalidTag, ValueError) as error:
            raise SealBrokenError(f"The seal at {place} is broken") from error


@lru_cache(maxsize=4096)
def _safe(master: bytes, wrapped: bytes) -> Safe:
    try:
        return Safe(aes_key_unwrap(master, wrapped))
    except InvalidUnwrap as error:
        raise SealBrokenError("A data key is not of this municipality") from error


@lru_cache(maxsize=1024)
def _lookup_key(master: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"fotfeste lookup").derive(master)

"""Signing in as a municipality with Maskinporten: a signed wish for a token.

A JWT grant (RFC 7523), signed with RS256 under a key the municipality has registered.
"""

import base64
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from urllib.parse import urlencode
from uuid import uuid4

import msgspec
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from fotfeste.exchange.wire import ask
from fotfeste.letters.carrier import Account, NotReachedError, UnsoundAccountsError

VALID = timedelta(seconds=100)
"""How long a wish is valid; Maskinporten takes none of more than two minutes."""
GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"


class _Token(msgspec.Struct, frozen=True):
    access_token: str


def token(account: Account, now: datetime) -> str:
    """Return a token to show, new each time: it lives for two minutes only.

    Raises: NotReachedError - none was given; what is wrong may be put right.
    """
    body = urlencode({"grant_type": GRANT, "assertion": _signed(account, now)})
    answer = ask(
        "POST",
        account.token_address,
        {"Content-Type": "application/x-www-form-urlencoded"},
        body.encode(),
    )
    if answer.status != 200:
        raise NotReachedError(f"Maskinporten {answer.status}")
    try:
        return msgspec.json.decode(answer.body, type=_Token).access_token
    except msgspec.DecodeError as error:
        raise NotReachedError("Maskinporten: no token") from error


def _signed(account: Account, now: datetime) -> str:
    """Return the wish for a token as a signed JWT."""
    head = {"alg": "RS256", "kid": account.key_id}
    claims: dict[str, str | int] = {
        "aud": account.audience,
        "iss": account.issuer,
        "scope": account.scope,
        "iat": int(now.timestamp()),
        "exp": int((now + VALID).timestamp()),
        "jti": str(uuid4()),
    }
    said = f"{_part(head)}.{_part(claims)}"
    signature = key_of(account).sign(said.encode(), PKCS1v15(), SHA256())
    return f"{said}.{_base64(signature)}"


def key_of(account: Account) -> RSAPrivateKey:
    """Return the key that the municipality signs with, or say what is wrong."""
    try:
        key = load_pem_private_key(account.key.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise UnsoundAccountsError(f"The key in {account.key}: {error}") from error
    if not isinstance(key, RSAPrivateKey):
        raise UnsoundAccountsError(f"The key in {account.key} is not of kind RSA")
    return key


def _part(said: Mapping[str, str | int]) -> str:
    return _base64(json.dumps(said, separators=(",", ":")).encode())


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()

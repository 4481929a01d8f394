"""SvarUt, KS's service for sending letters: its REST contract, version 3.

What was sent under our own reference is asked of version 2: version 3 has no such
question yet.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import quote
from uuid import UUID, uuid4

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import (
    PKCS7EnvelopeBuilder,
    PKCS7Options,
)

from fotfeste.exchange.maskinporten import key_of, token
from fotfeste.exchange.wire import Answer, ask, multipart
from fotfeste.letters.carrier import (
    Account,
    Consignment,
    NotReachedError,
    Progress,
    RefusedOutsideError,
    Status,
    UnsoundAccountsError,
    accounts,
)

OURSELVES = "Fotfeste"
TRY_AGAIN = frozenset({401, 403, 408, 425, 429})
"""Refusals that are of us, or of this moment, and not of the letter."""
FAILED = frozenset({"AVVIST", "FEILET_UNDER_MOTTAK", "IKKE_LEVERT", "SLETTET"})
READ = frozenset({"LEST"})
Kind = TypeVar("Kind", bound=msgspec.Struct)


class _Sent(msgspec.Struct, frozen=True):
    id: UUID


class _Found(msgspec.Struct, frozen=True):
    forsendelseIds: list[UUID]  # noqa: N815 - SvarUt's own name


class _Status(msgspec.Struct, frozen=True):
    id: UUID
    sisteStatusEndring: datetime  # noqa: N815 - SvarUt's own name
    status: str


class _Statuses(msgspec.Struct, frozen=True):
    statuser: list[_Status]


class _Error(msgspec.Struct, frozen=True):
    errorCode: str | None = None  # noqa: N815 - SvarUt's own name


@dataclass(frozen=True, slots=True)
class SvarUt:
    """Carries the letters of one municipality, at one moment.

    now: aware; a token is asked for as of then.
    """

    account: Account
    now: datetime

    def find(self, reference: str) -> str | None:
        """Return SvarUt's key of what was sent with our reference, or None."""
        answer = self._ask("GET", f"v2/{self._where}?eksternRef={quote(reference)}")
        found = _decoded(answer, _Found).forsendelseIds
        return str(found[0]) if found else None

    def send(self, consignment: Consignment) -> str:
        """Send the letter to a person, and return SvarUt's key of it."""
        kind, body = multipart(
            uuid4().hex,
            [
                (
                    "forsendelse", "", "application/json",
                    json.dumps(self.described(consignment)).encode(),
                ),
                (
                    "dokumenter", consignment.filename, "application/pdf",
                    self._sealed(consignment.pdf),
                ),
            ],
        )  # fmt: skip
        answer = self._ask("POST", f"v3/{self._where}/person", kind, body)
        return str(_decoded(answer, _Sent).id)

    def statuses(self, outside_ids: list[str]) -> list[Status]:
        """Return how it goes with each that SvarUt knows."""
        body = json.dumps({"id": outside_ids}).encode()
        answer = self._ask(
            "POST", f"v3/{self._where}/status/sok", "application/json", body
        )
        return [
            Status(
                str(one.id), _progress(one.status), one.status, one.sisteStatusEndring
            )
            for one in _decoded(answer, _Statuses).statuser
        ]

    def described(self, consignment: Consignment) -> dict[str, Any]:
        """Return what SvarUt is told of a letter: never what it concerns.

        Never printed: a letter in the post is the municipality's own choice to make,
        and some are never to be put there.
        """
        return {
            "tittel": consignment.title,
            "mottaker": {"navn": consignment.name, "digitalId": consignment.number},
            "avgivendeSystem": OURSELVES,
            "eksternReferanse": consignment.reference,
            "kunDigitalLevering": True,
            "sikkerhetsniva": self.account.level,
            "kryptert": True,
            "dokumenter": [
                {"filnavn": consignment.filename, "mimeType": "application/pdf"}
            ],
        }

    @property
    def _where(self) -> str:
        return f"kontoer/{self.account.account}/forsendelser"

    def _sealed(self, pdf: bytes) -> bytes:
        """Return the PDF as CMS enveloped data that SvarUt alone opens (RFC 5652)."""
        return (
            PKCS7EnvelopeBuilder()
            .set_data(pdf)
            .add_recipient(certificate_of(self.account))
            .set_content_encryption_algorithm(AES256)
            .encrypt(Encoding.DER, [PKCS7Options.Binary])
        )

    def _ask(
        self, method: str, path: str, kind: str = "", body: bytes | None = None
    ) -> Answer:
        headers = {
            "Authorization": f"Bearer {token(self.account, self.now)}",
            "Accept": "application/json",
        }
        if kind:
            headers["Content-Type"] = kind
        address = f"{self.account.address.rstrip('/')}/{path}"
        answer = ask(method, address, headers, body)
        if answer.status == 200:
            return answer
        reason = f"{answer.status} {_code(answer)}".strip()
        if 400 <= answer.status < 500 and answer.status not in TRY_AGAIN:
            raise RefusedOutsideError(reason)
        raise NotReachedError(reason)


def certificate_of(account: Account) -> x509.Certificate:
    """Return what documents are sealed to, or say what is wrong with it."""
    file = account.certificate
    try:
        found = x509.load_pem_x509_certificate(file.read_bytes())
    except (OSError, ValueError) as error:
        raise UnsoundAccountsError(f"The certificate in {file}: {error}") from error
    if not isinstance(found.public_key(), RSAPublicKey):
        raise UnsoundAccountsError(f"The certificate in {file} is not of kind RSA")
    return found


def require_sound_accounts(file: str, municipalities: Collection[str]) -> None:
    """Refuse accounts that no letter could be sent with, before there is a letter.

    Raises: UnsoundAccountsError - says what is wrong, and where.
    """
    for municipality, account in accounts(file).items() if file else ():
        if municipality not in municipalities:
            raise UnsoundAccountsError(
                f"FOTFESTE_SVARUT names «{municipality}», which the rulebook has not"
            )
        certificate_of(account)
        key_of(account)


def _progress(word: str) -> Progress:
    if word in READ:
        return "read"
    return "failed" if word in FAILED else "under-way"


def _decoded(answer: Answer, kind: type[Kind]) -> Kind:
    try:
        return msgspec.json.decode(answer.body, type=kind)
    except msgspec.DecodeError as error:
        raise NotReachedError("An answer we cannot read") from error


def _code(answer: Answer) -> str:
    """Return SvarUt's own code of an error; its words may name a person."""
    try:
        code = msgspec.json.decode(answer.body, type=_Error).errorCode or ""
    except msgspec.DecodeError:
        return ""
    return code[:60] if code.replace("_", "").replace("-", "").isalnum() else ""

"""SvarUt and Maskinporten as we know them from their contracts: ours, for tests.

Real HTTP on a port of its own. It asks for a token that was given for a signed wish,
looks at every body, and opens the documents with its own key. It takes the same reference
twice as two letters, as nothing in the contract says otherwise: that nobody gets a letter
twice is for us to see to. Told to, it refuses, is down, or takes a letter and says nothing.
"""

import base64
import json
import threading
import time
from datetime import UTC, datetime, timedelta
from email.parser import BytesParser
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs7,
)
from cryptography.x509.oid import NameOID


class Stub:
    """A SvarUt of our own, with one account for each municipality that asks for one.

    sent:   what was taken in, in order: what was said of it, and its documents, opened.
    mood:   what it does with the next letters: "" takes them, a number refuses them with
            that status, "drop" takes them and hangs up, "hang" takes them and is silent.
    """

    def __init__(self, folder, api=None):
        self.folder, self.api = folder, api
        self.key, self.certificate = _pair("SvarUt prøve")
        self.client, _ = _pair("kommune")
        (folder / "svarut.pem").write_bytes(self.certificate.public_bytes(Encoding.PEM))
        (folder / "maskinporten.pem").write_bytes(
            self.client.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        )
        self.accounts, self.tokens = {}, set()
        self.sent, self.statuses, self.asked = [], {}, []
        self.mood = ""
        self._server = ThreadingHTTPServer(
            ("127.0.0.1", 0), type("Handler", (_Handler,), {"stub": self})
        )
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def settings(self, *municipalities):
        """Return the file of accounts of the municipalities, as an installation has it."""
        lines = []
        for municipality in municipalities:
            account = self.accounts.setdefault(municipality, str(uuid4()))
            lines.append(
                f"""[{municipality}]
address = "{self.address}/api"
account = "{account}"
certificate = "{self.folder / "svarut.pem"}"
token_address = "{self.address}/token"
audience = "https://maskinporten.example/"
issuer = "prove-klient"
scope = "prove:svarut"
key = "{self.folder / "maskinporten.pem"}"
key_id = "prove-1"
"""
            )
        file = self.folder / f"svarut-{uuid4().hex[:8]}.toml"
        file.write_text("\n".join(lines), encoding="utf-8")
        return str(file)

    def references(self):
        return [one["forsendelse"]["eksternReferanse"] for one in self.sent]

    def read(self, number=0, status="LEST"):
        """Let the addressee do something with what was sent as that number."""
        self.statuses[self.sent[number]["id"]] = status

    # --- what it answers ---------------------------------------------------------

    def token(self, form):
        """Return a token for a signed wish; 400 for any other."""
        head, claims, signature = form["assertion"][0].split(".")
        self.client.public_key().verify(
            _unbase64(signature), f"{head}.{claims}".encode(), PKCS1v15(), SHA256()
        )
        said = json.loads(_unbase64(claims))
        if (
            json.loads(_unbase64(head)) != {"alg": "RS256", "kid": "prove-1"}
            or said["exp"] - said["iat"] > 120
            or said["scope"] != "prove:svarut"
            or said["iss"] != "prove-klient"
            or said["aud"] != "https://maskinporten.example/"
        ):
            return 400, {"error": "invalid_grant"}
        token = uuid4().hex
        self.tokens.add(token)
        return 200, {"access_token": token, "expires_in": 119}

    def take(self, account, kind, body):
        """Take a letter in, or say what is wrong with it."""
        if isinstance(self.mood, int):
            return self.mood, {"status": self.mood, "errorCode": "PROVE_FEIL"}
        parts = _parts(kind, body)
        said = json.loads(parts[0][1])
        faults = self.api.faults("PersonForsendelse", said) if self.api else []
        names = [name for name, _ in parts[1:]]
        if names != [one["filnavn"] for one in said["dokumenter"]]:
            faults.append("The documents are not as described")
        if said["sikkerhetsniva"] == "HOYESTE" and not said["kryptert"]:
            faults.append("HOYESTE asks for sealed documents")
        if faults:
            return 400, {"status": 400, "errorCode": "UGYLDIG", "message": str(faults)}
        opened = [
            pkcs7.pkcs7_decrypt_der(content, self.certificate, self.key, [])
            for _, content in parts[1:]
        ]
        key = str(uuid4())
        self.sent.append(
            {"id": key, "account": account, "forsendelse": said, "documents": opened}
        )
        self.statuses[key] = "SENDT_DIGITALT"
        return 200, {"id": key}

    def find(self, account, reference):
        """Return the letters of the account with the reference."""
        return 200, {
            "forsendelseIds": [
                one["id"]
                for one in self.sent
                if one["account"] == account
                and one["forsendelse"]["eksternReferanse"] == reference
            ]
        }

    def progress(self, account, ids):
        """Return how it goes with the letters."""
        own = {one["id"] for one in self.sent if one["account"] == account}
        now = "2026-03-03T10:00:00+01:00"
        return 200, {
            "statuser": [
                {"id": key, "sisteStatusEndring": now, "status": self.statuses[key]}
                for key in ids
                if key in own
            ]
        }


class _Handler(BaseHTTPRequestHandler):
    stub: Stub

    def log_message(self, *said):
        """Say nothing: what is asked is no test's output."""

    def do_GET(self):
        self._answer(b"")

    def do_POST(self):
        self._answer(self.rfile.read(int(self.headers["Content-Length"])))

    def _answer(self, body):
        self.stub.asked.append((self.command, urlsplit(self.path).path))
        status, said = self._said(body)
        if self.path.endswith("/person") and status == 200:
            if self.stub.mood == "drop":
                self.close_connection = True
                return
            if self.stub.mood == "hang":
                time.sleep(60)
        content = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _said(self, body):
        if self.path == "/token":
            return self.stub.token(parse_qs(body.decode()))
        bearer = self.headers.get("Authorization", "").removeprefix("Bearer ")
        if bearer not in self.stub.tokens:
            return 401, {"status": 401}
        where = urlsplit(self.path)
        match where.path.strip("/").split("/"):
            case ["api", "v3", "kontoer", account, "forsendelser", *rest]:
                if account not in self.stub.accounts.values():
                    return 403, {"status": 403}
                if rest == ["person"]:
                    return self.stub.take(account, self.headers["Content-Type"], body)
                if rest == ["status", "sok"]:
                    return self.stub.progress(account, json.loads(body)["id"])
            case ["api", "v2", "kontoer", account, "forsendelser"]:
                [reference] = parse_qs(where.query)["eksternRef"]
                return self.stub.find(account, reference)
        return 404, {"status": 404}


def _parts(kind, body):
    """Return the parts of a form: filename and content, the description first."""
    message = BytesParser().parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    assert message.get_content_type() == "multipart/form-data"
    found = [
        (part.get_filename() or "", part.get_payload(decode=True))
        for part in message.get_payload()
    ]
    assert message.get_payload()[0].get_param("name", header="content-disposition") == (
        "forsendelse"
    )
    return found


def _unbase64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@cache
def _pair(name):
    """Return a private key, and a certificate of it that it has signed itself."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime(2026, 3, 2, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(named)
        .issuer_name(named)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=9000))
        .add_extension(
            x509.KeyUsage(
                digital_signature=False, content_commitment=False,
                key_encipherment=True, data_encipherment=False, key_agreement=False,
                key_cert_sign=False, crl_sign=False, encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, SHA256())
    )  # fmt: skip
    return key, certificate

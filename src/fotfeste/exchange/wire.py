"""One question over HTTP, with a time-out, and never asked again by itself."""

import http.client
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import IO
from urllib.parse import urlsplit

from fotfeste.letters.carrier import NotReachedError

SECONDS = 30


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other end said."""

    status: int
    body: bytes


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Follows nobody to another address: what we send is for one receiver alone."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> None:
        del req, fp, code, msg, headers, newurl


_opener = urllib.request.build_opener(_StayHere)


def ask(
    method: str, address: str, headers: Mapping[str, str], body: bytes | None = None
) -> Answer:
    """Return the answer, whatever its status.

    Raises: NotReachedError - no answer came, or not the whole of it.
    """
    if urlsplit(address).scheme not in {"https", "http"}:
        raise NotReachedError(f"«{address}» is no address of the web")
    request = urllib.request.Request(  # noqa: S310 - the scheme is looked at above
        address, data=body, headers=dict(headers), method=method
    )
    try:
        with _opener.open(request, timeout=SECONDS) as response:
            return Answer(response.status, response.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.read())
    except (OSError, http.client.HTTPException) as error:
        raise NotReachedError(type(error).__name__) from error


def multipart(
    boundary: str, parts: list[tuple[str, str, str, bytes]]
) -> tuple[str, bytes]:
    """Return the content type and the body of a form with files (RFC 7578).

    parts: name, filename or empty, media type, and content.
    """
    body = bytearray()
    for name, filename, media_type, content in parts:
        called = f'; filename="{filename}"' if filename else ""
        head = (
            f"--{boundary}\r\n"
            f'Content-Disposition: form-data; name="{name}"{called}\r\n'
            f"Content-Type: {media_type}\r\n\r\n"
        )
        body += head.encode() + content + b"\r\n"
    body += f"--{boundary}--\r\n".encode()
    return f"multipart/form-data; boundary={boundary}", bytes(body)

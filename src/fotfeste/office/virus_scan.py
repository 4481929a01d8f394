"""Asking ClamAV whether a file has a virus, over its socket (INSTREAM, clamd(8))."""

import socket
import struct
from contextlib import closing
from time import monotonic

SECONDS = 10
"""How long a person waits before the file is refused, with what to do."""

_PIECE = 64 * 1024


class NoAnswerError(Exception):
    """ClamAV is not there, or did not say whether the file is clean."""


def is_clean(content: bytes, address: str) -> bool:
    """Test that nothing is found in the file.

    address: "unix:/run/clamav/clamd.ctl" or "tcp:host:3310".

    Raises: NoAnswerError - ClamAV did not say.
    """
    until = monotonic() + SECONDS
    try:
        with closing(_connected(address)) as clamd:
            clamd.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), _PIECE):
                clamd.settimeout(max(until - monotonic(), 0.01))
                piece = content[start : start + _PIECE]
                clamd.sendall(struct.pack("!L", len(piece)) + piece)
            clamd.sendall(struct.pack("!L", 0))
            clamd.settimeout(max(until - monotonic(), 0.01))
            answer = _answer(clamd)
    except OSError as error:
        raise NoAnswerError(f"{address}: {error}") from error
    if answer.endswith("FOUND"):
        return False
    if answer == "stream: OK":
        return True
    raise NoAnswerError(f"{address}: {answer or 'nothing was said'}")


def _connected(address: str) -> socket.socket:
    kind, _, place = address.partition(":")
    if kind == "unix":
        clamd = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        clamd.settimeout(SECONDS)
        try:
            clamd.connect(place)
        except OSError:
            clamd.close()
            raise
        return clamd
    if kind == "tcp":
        host, _, port = place.rpartition(":")
        return socket.create_connection((host, int(port)), timeout=SECONDS)
    raise NoAnswerError(f"{address}: write unix:/path or tcp:host:port")


def _answer(clamd: socket.socket) -> str:
    said = b""
    while piece := clamd.recv(4096):
        said += piece
    return said.rstrip(b"\0").decode("utf-8", "replace").strip()

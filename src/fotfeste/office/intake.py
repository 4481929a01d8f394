"""Taking in a file that somebody sends: what it is, without where it was made."""

import hashlib
import io
import struct
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

from PIL import Image, ImageOps, UnidentifiedImageError

from fotfeste.office import virus_scan

MOST_BYTES = 10 * 1024 * 1024
"""How large a file may be."""

MOST_PIXELS = 50_000_000
"""How large a picture may be; a small file can unfold to fill all memory."""

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)
_OFFICE = {
    "word/document.xml": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
    "application/vnd.oasis.opendocument.text": (
        "application/vnd.oasis.opendocument.text"
    ),
    "xl/workbook.xml": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
}
"""Documents that are archives, by what each of them always has inside."""

_BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error)
_one_at_a_time = Lock()  # a picture takes some hundred megabytes while it is open

_PICTURES = {"image/jpeg": "JPEG", "image/png": "PNG"}


class NotTakenReason(StrEnum):
    """Why a file is not taken in."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    UNKNOWN_KIND = "unknown-kind"
    BROKEN_PICTURE = "broken-picture"
    HAS_PROGRAM = "has-program"
    HAS_VIRUS = "has-virus"
    NOT_SCANNED = "not-scanned"


class NotTakenError(Exception):
    """The file is not taken in."""

    def __init__(self, reason: NotTakenReason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Taken:
    """A file as it is kept.

    scanned: whether it was looked through for viruses; False where nothing looks.
    """

    content: bytes
    media_type: str
    scanned: bool

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the file, in hexadecimal."""
        return digest_of(self.content)


def take_in(content: bytes, scanner: str) -> Taken:
    """Return the file as it can be kept: looked through, a picture without its place.

    scanner: the address of ClamAV, "unix:/path" or "tcp:host:port"; "" for none.

    Raises: NotTakenError - with the reason, in the order that a person can mend it.
    """
    if not content:
        raise NotTakenError(NotTakenReason.EMPTY)
    if len(content) > MOST_BYTES:
        raise NotTakenError(NotTakenReason.TOO_LARGE)
    media_type = media_type_of(content)
    if media_type is None:
        raise NotTakenError(NotTakenReason.UNKNOWN_KIND)
    if media_type in _OFFICE.values() and _has_program(content):
        raise NotTakenError(NotTakenReason.HAS_PROGRAM)
    scanned = _looked_through(content, scanner)
    if media_type in _PICTURES:
        content = _without_metadata(content, _PICTURES[media_type])
    return Taken(content, media_type, scanned)


def media_type_of(content: bytes) -> str | None:
    """Return what the file is by what is in it; None for what is not taken in.

    What the sender says that it is, is never asked.
    """
    for signature, media_type in _SIGNATURES:
        if content.startswith(signature):
            return media_type
    inside = _inside(content)
    return next((kind for part, kind in _OFFICE.items() if part in inside), None)


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of the file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _inside(content: bytes) -> list[str]:
    """Return the names of what lies in an archive; nothing where it is none."""
    if not content.startswith(b"PK\x03\x04"):
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if "mimetype" in names:  # so an OpenDocument says what it is
                with archive.open("mimetype") as told:
                    names.append(told.read(100).decode("ascii", "replace"))
            return names
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError):
        return []


def _has_program(content: bytes) -> bool:
    """Test that a document brings macros or scripts of its own."""
    return any(
        name.endswith("vbaProject.bin") or name.startswith(("Basic/", "Scripts/"))
        for name in _inside(content)
    )


def _looked_through(content: bytes, scanner: str) -> bool:
    """Return whether the file was looked through; nothing is claimed where it is not.

    Raises: NotTakenError - it has a virus, or what should look through it is not there.
    """
    if not scanner:
        return False
    try:
        clean = virus_scan.is_clean(content, scanner)
    except virus_scan.NoAnswerError as error:
        raise NotTakenError(NotTakenReason.NOT_SCANNED) from error
    if not clean:
        raise NotTakenError(NotTakenReason.HAS_VIRUS)
    return True


def _without_metadata(content: bytes, form: str) -> bytes:
    """Return the picture, the right way up, without place, time and camera (EXIF)."""
    try:
        with _one_at_a_time, Image.open(io.BytesIO(content), formats=[form]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NotTakenError(NotTakenReason.TOO_LARGE)
            ImageOps.exif_transpose(picture, in_place=True)
            for name in [*picture.info]:
                if name != "transparency":
                    del picture.info[name]
            kept = io.BytesIO()
            picture.save(kept, form, quality=90, exif=b"")
    except _BROKEN as error:
        raise NotTakenError(NotTakenReason.BROKEN_PICTURE) from error
    except Image.DecompressionBombError as error:
        raise NotTakenError(NotTakenReason.TOO_LARGE) from error
    if len(kept.getvalue()) > MOST_BYTES:
        raise NotTakenError(NotTakenReason.TOO_LARGE)
    return kept.getvalue()

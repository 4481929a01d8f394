"""Files that are sent in: known by what is in them, and without where they were made."""

import io
import socket
import struct
import threading
import zipfile

import pytest
from PIL import Image

from fotfeste.office import intake, virus_scan
from fotfeste.office.intake import NotTakenError, NotTakenReason, take_in

ODT = "application/vnd.oasis.opendocument.text"
GPS, ORIENTATION = 0x8825, 0x0112


def picture(form="JPEG", size=(40, 20), mode="RGB", exif=None) -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, 128).save(made, form, **({"exif": exif} if exif else {}))
    return made.getvalue()


def located(orientation=1) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif.get_ifd(GPS)[2] = (59.0, 55.0, 0.0)
    return picture(exif=exif)


def archive(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in names:
            file.writestr(name, "x" if name != "mimetype" else ODT)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 x", "application/pdf"),
        (picture(), "image/jpeg"),
        (picture("PNG"), "image/png"),
        (picture("PNG", mode="P"), "image/png"),
        (picture("PNG", mode="RGBA"), "image/png"),
        (picture("JPEG", mode="L"), "image/jpeg"),
        (archive("[Content_Types].xml", "word/document.xml"), "wordprocessingml.document"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "spreadsheetml.sheet"),
        (archive("mimetype", "content.xml"), "opendocument.text"),
    ],
)  # fmt: skip
def test_a_file_is_known_by_what_is_in_it(content, kind):
    taken = take_in(content, "")
    assert taken.media_type.endswith(kind)
    assert intake.media_type_of(taken.content) == taken.media_type
    assert not taken.scanned, "nothing looked, so nothing is claimed"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-" + b"x" * intake.MOST_BYTES, "too-large"),
        (b"MZ\x90 a program", "unknown-kind"),
        (b"<html><script>", "unknown-kind"),
        (archive("anything.txt"), "unknown-kind"),
        (archive("content.xml"), "unknown-kind"),
        (b"PK\x03\x04 no archive at all", "unknown-kind"),
        (b"\xff\xd8\xff and then nothing", "broken-picture"),
        (picture()[:200], "broken-picture"),
        (archive("word/document.xml", "word/vbaProject.bin"), "has-program"),
        (archive("mimetype", "Basic/Standard/Module1.xml"), "has-program"),
    ],
)
def test_what_is_not_taken_in_says_why(content, reason):
    with pytest.raises(NotTakenError) as refused:
        take_in(content, "")
    assert refused.value.reason == reason


def test_a_small_file_that_unfolds_to_a_huge_picture_is_not_taken_in():
    huge = picture("PNG", (20_000, 4_000), "1")
    assert len(huge) < 100_000
    with pytest.raises(NotTakenError) as refused:
        take_in(huge, "")
    assert refused.value.reason is NotTakenReason.TOO_LARGE


def test_where_a_picture_was_taken_is_gone_and_it_stands_the_right_way_up():
    before = located(orientation=6)
    assert Image.open(io.BytesIO(before)).getexif().get_ifd(GPS)
    after = Image.open(io.BytesIO(take_in(before, "").content))
    assert not after.getexif() and "exif" not in after.info
    assert after.size == (20, 40), "turned, since nothing says that it lies"


class Clamd:
    """A socket that says what clamd says (clamd(8), INSTREAM), to a file it reads."""

    def __init__(self, answer: bytes) -> None:
        self.answer, self.got = answer, b""
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp:127.0.0.1:{self.listening.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with self.listening:
            asked, _ = self.listening.accept()
        with asked, asked.makefile("rb") as stream:
            assert stream.read(10) == b"zINSTREAM\0"
            while (size := struct.unpack("!L", stream.read(4))[0]) > 0:
                self.got += stream.read(size)
            asked.sendall(self.answer)


def test_a_clean_file_is_looked_through_whole():
    clamd, content = Clamd(b"stream: OK\0"), b"%PDF-" + bytes(200_000)
    assert take_in(content, clamd.address).scanned
    assert clamd.got == content


def test_a_file_with_a_virus_is_not_taken_in():
    clamd = Clamd(b"stream: Eicar-Test-Signature FOUND\0")
    with pytest.raises(NotTakenError) as refused:
        take_in(b"%PDF-1.7", clamd.address)
    assert refused.value.reason is NotTakenReason.HAS_VIRUS


@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0"])
def test_no_clear_answer_is_no_yes(answer):
    with pytest.raises(NotTakenError) as refused:
        take_in(b"%PDF-1.7", Clamd(answer).address)
    assert refused.value.reason is NotTakenReason.NOT_SCANNED


@pytest.mark.parametrize(
    "address", ["unix:/nowhere/clamd.ctl", "tcp:127.0.0.1:1", "somewhere"]
)
def test_a_scanner_that_is_not_there_is_told(address):
    with pytest.raises(virus_scan.NoAnswerError, match=address.split(":")[0]):
        virus_scan.is_clean(b"x", address)

"""A scanned paper is filed in a case: sealed, small, and what it says that it is."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from tests.web.cast import begun, citizen, employee

from fotfeste.demo.stories import apply
from fotfeste.office import intake

pytestmark = pytest.mark.usefixtures("committed")
PDF = b"%PDF-1.7\nEn skannet fullmakt"


@pytest.fixture
def story(book):
    return apply(begun("raelingen", "nora"))


def filed(book, story, content=PDF, name="fullmakt.pdf", title="Fullmakt"):
    page = f"/raelingen/arbeid/sak/{story.stream}/legg-ved/"
    scan = SimpleUploadedFile(name, content, content_type="application/pdf")
    return employee(book, step="receive").post(
        page, {"seen": 1, "title": title, "scan": scan}
    )


def test_a_scan_is_filed_and_the_desk_and_the_party_can_have_it(book, story):
    assert filed(book, story).status_code == 302
    shown = employee(book).get(f"/raelingen/arbeid/sak/{story.stream}/")
    address = re.search(r'href="([^"]*/dokument/[^"]*)"', shown.content.decode())[1]
    answer = employee(book).get(address)
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    mine = citizen("nora").get(f"/raelingen/mine-saker/{story.stream}/")
    own = re.search(r'href="([^"]*/dokument/[^"]*)"', mine.content.decode())[1]
    assert citizen("nora").get(own).content == PDF
    assert citizen("jonas").get(own).status_code == 404
    other = apply(begun("raelingen", "jonas"))
    elsewhere = own.replace(str(story.stream), str(other.stream))
    assert citizen("jonas").get(elsewhere).status_code == 404


def test_what_is_kept_cannot_be_read_without_the_persons_key(book, story):
    filed(book, story)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT sealed FROM office_attachment")
        kept = [bytes(row[0]) for row in cursor.fetchall()]
    assert kept and not any(b"fullmakt" in one for one in kept)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Filen er tom."),
        (b"MZ\x90 a program", "Vi kan ikke åpne denne typen fil"),
        (b"<html><script>", "Vi kan ikke åpne denne typen fil"),
        (PDF + b"x" * intake.MOST_BYTES, "Filen er for stor."),
        (PDF + b"x" * (3 * intake.MOST_BYTES), "høyst 10 MB"),
    ],
)
def test_what_is_no_scan_is_told_and_what_was_typed_is_kept(book, story, content, told):
    answer = filed(book, story, content, title="Min tittel")
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert "Min tittel" in answer.content.decode()


def test_what_the_law_exempts_is_kept_from_the_party_and_said_at_the_desk(book, story):
    page = f"/raelingen/arbeid/sak/{story.stream}/legg-ved/"
    scan = SimpleUploadedFile("notat.pdf", PDF, content_type="application/pdf")
    form = {
        "seen": 1,
        "title": "Notat",
        "scan": scan,
        "exempt": "fvl § 18 a første ledd",
    }
    assert employee(book, step="receive").post(page, form).status_code == 302
    shown = (
        employee(book).get(f"/raelingen/arbeid/sak/{story.stream}/").content.decode()
    )
    assert "parten ser det ikke (fvl § 18 a første ledd)" in shown
    document = re.search(r"dokument/([0-9a-f-]{36})", shown)[1]
    mine = f"/raelingen/mine-saker/{story.stream}/"
    page = citizen("nora").get(mine).content.decode()
    assert "Notat" not in page and "Dokumenter</h2>" not in page
    assert citizen("nora").get(f"{mine}dokument/{document}/").status_code == 404

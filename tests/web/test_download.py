"""Everything about oneself, in one file: all that one may see, and nothing else."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.cast import citizen, employee, notified

from fotfeste.jobs.followers import follow
from fotfeste.web.who import office_now

pytestmark = pytest.mark.django_db
PAGE = "/eksempel/mine-saker/last-ned/"


def unpacked(client):
    answer = client.get(PAGE)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    return zipfile.ZipFile(io.BytesIO(answer.content))


def test_everything_can_be_read_and_used_by_other_programs():
    story = notified()
    follow("eksempel", story.stream, 1, office_now())
    file = unpacked(citizen())
    letter, *_ = [name for name in file.namelist() if name.startswith("brev/")]
    assert file.read(letter).startswith(b"%PDF")
    page = file.read("les-meg.html").decode()
    assert "Søknaden kom" in page and story.citizen.name in page
    data = json.loads(file.read("opplysninger.json"))
    [case] = [c for c in data["cases"] if c["kind"] == "application"]
    assert case["events"][0]["content"]["application"]["name"] == story.citizen.name
    assert case["events"][0]["name"] == "application.received"


def test_nothing_of_another_is_there():
    notified()
    assert (
        json.loads(unpacked(citizen("jonas")).read("opplysninger.json"))["cases"] == []
    )
    assert "Ingen ennå" in unpacked(citizen("jonas")).read("les-meg.html").decode()


def test_what_the_law_keeps_from_the_party_is_not_there(book):
    story = notified()
    desk = f"/eksempel/arbeid/sak/{story.stream}"
    proposed = {"decision-proposed", "decision-returned"}
    secret = SimpleUploadedFile("x.pdf", b"%PDF-1.7\nHemmelig", "application/pdf")
    page = employee(book, "eksempel", step="receive").get(f"{desk}/legg-ved/")
    version = page.context["form"]["seen"].value()
    form = {
        "seen": version, "title": "Eget notat", "scan": secret,
        "exempt": "fvl § 18 a første ledd",
    }  # fmt: skip
    sent = employee(book, "eksempel", step="receive").post(f"{desk}/legg-ved/", form)
    assert sent.status_code == 302
    file = unpacked(citizen())
    assert not [name for name in file.namelist() if name.startswith("dokumenter/")]
    text = file.read("opplysninger.json").decode()
    assert "Eget notat" not in text
    assert not [name for name in proposed if name in text]

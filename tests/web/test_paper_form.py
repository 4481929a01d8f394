"""The application on paper: the same questions, of every municipality, for everybody."""

import io
from datetime import date

import pytest
from django.test import Client
from pypdf import PdfReader

from fotfeste.letters.paper_form import as_pdf
from fotfeste.web.citizen.questions import QUESTIONS
from fotfeste.web.public.paper import form

TODAY = date(2026, 11, 22)


def read(content):
    reader = PdfReader(io.BytesIO(content))
    words = " ".join(page.extract_text() for page in reader.pages)
    return reader, " ".join(words.split())


@pytest.mark.parametrize("key", ["raelingen", "enebakk", "nordre-follo", "eksempel"])
def test_every_question_of_the_page_is_on_paper(book, key):
    pack = book.pack(key, TODAY)
    _, words = read(as_pdf(form(pack, "Prøve kommune")))
    for question in QUESTIONS:
        for field in question.form.base_fields.values():
            assert str(field.label) in words
    for offer in pack.offers:
        assert (offer.name in words) is offer.apply, offer.name
    assert "Dato og underskrift" in words and "113" in words


def test_it_is_tagged_and_has_a_language_and_a_title():
    answer = Client().get("/raelingen/soknad.pdf")
    assert answer["Content-Type"] == "application/pdf"
    reader, words = read(answer.content)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "nb"
    assert reader.metadata.title == "Søknad om hjelp"
    assert "Rælingen kommune" in words


def test_no_municipality_no_form():
    assert Client().get("/finnes-ikke/soknad.pdf").status_code == 404

"""Every field of the citizen's pages takes anything: no fault, and nothing typed is lost."""

from html import unescape

import pytest
from django.forms import ChoiceField, MultipleChoiceField
from tests.web.cast import citizen, notified

from fotfeste.web.citizen.mine_person import PERSON_STEPS, MessageForm
from fotfeste.web.citizen.questions import QUESTIONS

pytestmark = pytest.mark.django_db

NASTY = {
    "empty": "",
    "blank": " \t\n ",
    "long": "å" * 20_001,
    "control": "\x00\x07\x1b[31m\x7f",
    "emoji": "👩‍👩‍👧 🙂" * 20,
    "right-to-left": "\u202eمرحبا\u2069 שלום",
    "sql": "'; DROP TABLE ledger_event; --",
    "markup": "<script>alert(1)</script>{{ 7*7 }}{% now %}",
    "format": "%s {0} {municipality} \\u0000",
    "surrogate": "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
}
PERSON = "/eksempel/mine-saker/fullmakter/"


def addresses():
    for question in QUESTIONS:
        yield f"/eksempel/sok/{question.key}/", question.form.base_fields
    for step in PERSON_STEPS:
        yield f"{PERSON}{step.key}/", step.form.base_fields
    yield "/eksempel/mine-saker/meldinger/", MessageForm.base_fields


FIELDS = [
    (address, name, isinstance(field, ChoiceField | MultipleChoiceField))
    for address, fields in addresses()
    for name, field in fields.items()
]


def test_every_question_and_step_is_here():
    assert len({address for address, _, _ in FIELDS}) >= len(QUESTIONS) + 5


@pytest.mark.parametrize("value", NASTY.values(), ids=NASTY)
def test_no_field_is_a_fault_and_no_words_are_lost(value):
    notified()
    client = citizen()
    for address, name, is_choice in FIELDS:
        answer = client.post(address, {"seen": 0, name: value})
        where = f"{address} {name}"
        assert answer.status_code in (200, 302, 409), where
        text = answer.content.decode()
        assert "<script>alert" not in text, where
        if answer.status_code == 200 and not is_choice and value.isprintable():
            assert value.strip() in unescape(text), where


@pytest.mark.parametrize("value", NASTY.values(), ids=NASTY)
def test_what_was_kept_is_shown_as_it_is_on_every_page(value):
    client = citizen()
    for question in QUESTIONS:
        for name in question.form.base_fields:
            client.post(f"/eksempel/sok/{question.key}/", {name: value})
    for page in ("sok/", "sok/kontroller/", *(f"sok/{q.key}/" for q in QUESTIONS)):
        answer = client.get(f"/eksempel/{page}")
        assert answer.status_code in (200, 302), page
        assert "<script>alert" not in answer.content.decode(), page


def test_a_form_that_was_tampered_with_is_no_fault():
    notified()
    for seen in ("", "-1", "x", "9" * 30, "١"):
        answer = citizen().post(
            "/eksempel/mine-saker/meldinger/", {"seen": seen, "words": "Hei"}
        )
        assert answer.status_code < 500

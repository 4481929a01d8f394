"""Notices: once for each event, where it is safe, and never a word of what it is."""

import json

import pytest
from tests.web.cast import citizen, employee, notified

from fotfeste.access.policy import Actor, Role
from fotfeste.jobs.followers import follow
from fotfeste.ledger import log
from fotfeste.letters import notices
from fotfeste.office.handle import handle
from fotfeste.procedures.person import commands as do
from fotfeste.web.who import office_now

pytestmark = pytest.mark.django_db
FORBIDDEN = ("rus", "avheng", "vedtak", "søknad", "klage", "sak", "helse", "behandling")


@pytest.fixture
def sent(settings, tmp_path):
    settings.FOTFESTE_NOTICES = f"file:{tmp_path / 'varsler.jsonl'}"

    def read():
        file = tmp_path / "varsler.jsonl"
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        return [json.loads(line) for line in lines]

    return read


def reach(story, phone="99 99 99 99", email="", avoid=()):
    """Say how it is safe to reach one, and be written to; follow all of it."""
    who, office = story.party, office_now()
    wish = do.WishContact(phone=phone, email=email, avoid=avoid, words="")
    for command, actor in (
        (wish, Actor("eksempel", Role.CITIZEN, who.id)),
        (do.SendMessage(words="Hei"), None),
    ):
        if actor is None:
            made_up = next(e for e in story.staff if e.role == "caseworker")
            actor = Actor("eksempel", Role.CASEWORKER, made_up.id, made_up.unit)
        history = log.read("eksempel", who.id, office.keys)
        seen = history.version if history else 0
        handle(command, actor=actor, stream=who.id, seen=seen, office=office, party=who)
    return log.read("eksempel", who.id, office.keys).version


def test_something_new_is_told_once_however_often_the_job_runs(sent):
    story = notified()
    version = reach(story)
    for _ in range(3):
        follow("eksempel", story.party.id, version, office_now())
    [notice] = sent()
    assert notice["channel"] == "sms" and notice["to"] == "99 99 99 99"
    assert not [word for word in FORBIDDEN if word in notice["text"].lower()]


def test_a_letter_on_ones_pages_is_told_of(sent):
    story = notified()
    reach(story)
    follow("eksempel", story.stream, 1, office_now())
    assert len(sent()) == 1


def test_not_even_the_municipality_is_named_where_that_is_not_safe(sent):
    story = notified()
    version = reach(story, avoid=("name",))
    follow("eksempel", story.party.id, version, office_now())
    [notice] = sent()
    whole = f"{notice['sender']} {notice['text']}".lower()
    assert "eksempel" not in whole and "kommune" not in whole


@pytest.mark.parametrize(
    "wished",
    [{"avoid": ("messages",)}, {"phone": "", "email": ""}],
)
def test_nothing_is_sent_where_it_is_not_safe_or_there_is_nowhere_to(sent, wished):
    story = notified()
    version = reach(story, **wished)
    follow("eksempel", story.party.id, version, office_now())
    assert sent() == []


def test_an_email_is_sent_where_there_is_no_telephone(sent):
    story = notified()
    version = reach(story, phone="", email="nora@example.no")
    follow("eksempel", story.party.id, version, office_now())
    assert [one["channel"] for one in sent()] == ["email"]


def test_what_could_not_be_sent_is_sent_the_next_time(sent, monkeypatch):
    story = notified()
    version = reach(story)

    def down(self, notice):
        raise OSError("No network")

    with monkeypatch.context() as patched:
        patched.setattr(notices.ToFile, "send", down)
        with pytest.raises(OSError, match="No network"):
            follow("eksempel", story.party.id, version, office_now())
    follow("eksempel", story.party.id, version, office_now())
    assert len(sent()) == 1


def test_a_setting_that_names_nothing_says_what_to_write():
    assert notices.sender("") is None
    with pytest.raises(ValueError, match="file: and a path"):
        notices.sender("duer")


def test_the_words_of_every_municipality_say_nothing(book):
    for packs in book.packs.values():
        words = packs[-1].notice
        texts = (words.sender, words.text, words.quiet_sender, words.quiet)
        said = " ".join(texts).lower()
        assert not [word for word in FORBIDDEN if word in said]
        assert len(words.sender) <= 11 and len(words.quiet_sender) <= 11
        assert "{" not in words.quiet and "kommun" not in words.quiet.lower()


def test_one_changes_how_one_is_reached(book):
    story = notified()
    page = "/eksempel/mine-saker/fullmakter/kontakt/"
    form = {
        "seen": 0,
        "phone": "40 00 00 00",
        "email": "",
        "avoid": ["name"],
        "words": "",
        "language": "nb",
    }
    assert citizen().post(page, form).status_code == 302
    mine = citizen().get("/eksempel/mine-saker/fullmakter/").content.decode()
    assert "Telefon 40 00 00 00." in mine and "hvem som ringer" in mine
    desk = employee(book, "eksempel").get(f"/eksempel/arbeid/person/{story.party.id}/")
    assert "40 00 00 00" in desk.content.decode()

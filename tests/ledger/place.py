"""A municipality nobody else has, with the rules of Rælingen."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from tests.procedures.events import SAID

from fotfeste.access.people import Identity, enrol
from fotfeste.access.policy import Actor, Role
from fotfeste.demo.people import synthetic_number
from fotfeste.jobs.followers import follow
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import uuid7
from fotfeste.letters import archive
from fotfeste.office import installation
from fotfeste.office.handle import FOLLOWED, OSLO, Office, handle
from fotfeste.procedures.application import commands as do


class Place:
    """A municipality under another key: the rules of Rælingen, rows of its own."""

    def __init__(self, key: str, book) -> None:
        municipalities = {**book.municipalities, key: book.municipalities["raelingen"]}
        packs = {**book.packs, key: book.packs["raelingen"]}
        self.key = key
        now = datetime(2026, 3, 2, 9, 0, tzinfo=OSLO)
        self.office = Office(
            now, replace(book, municipalities=municipalities, packs=packs, _terms={}),
            installation.keys(),
        )  # fmt: skip

    def party(self, serial: int = 0):
        identity = Identity("Nora Testdatter", synthetic_number(serial))
        return enrol(self.key, identity, self.office.keys)

    def citizen(self, party):
        return Actor(self.key, Role.CITIZEN, party.id)

    def desk(self, unit="tjenestekontoret", role=Role.CASEWORKER, n=50):
        return Actor(self.key, role, UUID(int=n), unit)

    def apply(self, party=None, stream=None):
        party = party or self.party()
        stream = stream or uuid7()
        handled = handle(
            do.SubmitApplication(application=SAID),
            actor=self.citizen(party),
            stream=stream,
            seen=0,
            office=self.office,
            party=party,
        )
        return stream, handled

    def later(self, days):
        """Let days pass."""
        now = self.office.now + timedelta(days=days)
        self.office = replace(self.office, now=now)

    def history(self, stream):
        return log.read(self.key, stream, self.office.keys)

    def does(self, command, actor, stream, party=None):
        """Give a command on what stands now, and let the followers do their part."""
        before = self.history(stream)
        seen = before.version if before else 0
        handled = handle(
            command,
            actor=actor,
            stream=stream,
            seen=seen,
            office=self.office,
            party=party,
        )
        self.follow(stream, seen)
        return handled

    def follow(self, stream, seen=0):
        """Let the followers do their part about what came after a version."""
        for record in self.history(stream).records[seen:]:
            if type(record.event) in FOLLOWED:
                follow(self.key, stream, record.version, self.office)

    def kept(self, stream):
        """Return the letters of the case as they are kept, the earliest first."""
        with fenced(self.key):
            return archive.letters_of(self.key, [stream])

    def letters(self, stream, party):
        """Return the letters of the case, opened, by their kind; the latest of each."""
        kept = self.kept(stream)
        with fenced(self.key):
            return {
                one.kind: archive.letter_text(self.key, one, party, self.office.keys)
                for one in kept
            }

    def comment(self, stream, party, seen, words="Mer"):
        return handle(
            do.CommentOnCase(words=words),
            actor=self.citizen(party),
            stream=stream,
            seen=seen,
            office=self.office,
        )

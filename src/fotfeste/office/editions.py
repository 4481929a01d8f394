"""Editions of a municipality's pack: written, proposed, approved by another, withdrawn.

Each change is one row changed at the version that was seen: of several at once one
wins, the others are told; a process that dies half-way has changed nothing.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec
from django.db import connection, transaction

from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import ConflictError, uuid7
from fotfeste.office import installation
from fotfeste.office.edition_check import (
    EditionRefusedError,
    Lack,
    approved_of,
    first_day_seen,
    require_fitting,
    require_sound,
)
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.editions import Edition


class State(StrEnum):
    """Where an edition stands."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class By:
    """Who does something with an edition, and when."""

    id: UUID
    name: str
    at: datetime


class Done(msgspec.Struct, frozen=True):
    """One thing that was done with an edition, by whom and when."""

    what: str
    by: UUID
    name: str
    at: datetime
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """An edition as it is kept: its text, where it stands, and what has been done."""

    id: UUID
    edition: Edition
    version: int
    state: State
    proposed_by: UUID | None
    trail: tuple[Done, ...]

    def is_in_force(self, today: date) -> bool:
        """Test that it has begun to hold: then only a new one can change it."""
        return self.state is State.APPROVED and self.edition.valid_from <= today


def all_of(municipality: str) -> list[Kept]:
    """Return the municipality's editions, the latest first day first."""
    with fenced(municipality):
        return _selected("municipality = %s ORDER BY valid_from DESC, id", municipality)


def one(municipality: str, key: UUID) -> Kept | None:
    """Return the edition with the key, or None."""
    with fenced(municipality):
        found = _selected("municipality = %s AND id = %s", municipality, key)
    return found[0] if found else None


def begin(edition: Edition, by: By) -> Kept:
    """Return a new draft with the text.

    Raises: EditionRefusedError - the day has come, is taken, or the text too long.
    """
    require_fitting(edition, by.at)
    trail = (_done("begun", by),)
    kept = Kept(uuid7(), edition, 1, State.DRAFT, None, trail)
    with fenced(edition.municipality), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO office_edition (municipality, id, valid_from, text, version,"
            " state, trail) VALUES (%s, %s, %s, %s, 1, 'draft', %s::jsonb)",
            [
                edition.municipality, kept.id, edition.valid_from, edition.text,
                msgspec.json.encode(trail).decode(),
            ],
        )  # fmt: skip
    return kept


def write(kept: Kept, edition: Edition, by: By) -> Kept:
    """Return the draft with another text, faults and all: nothing typed is lost.

    Raises: ConflictError - somebody was faster. EditionRefusedError - as in `begin`.
    """
    require_fitting(edition, by.at)
    same = kept.trail[-1].what == "written" and kept.trail[-1].by == by.id
    done = None if same else _done("written", by)
    return _changed(kept, State.DRAFT, {State.DRAFT}, done, edition=edition)


def propose(kept: Kept, by: By, book: Rulebook) -> Kept:
    """Return the edition, proposed to another leader; its text stands from now on.

    Raises: ConflictError, EditionRefusedError - its faults are to be mended first.
    """
    require_fitting(kept.edition, by.at)
    require_sound(kept.edition, book)
    return _changed(
        kept, State.PROPOSED, {State.DRAFT}, _done("proposed", by), proposed_by=by.id
    )


def send_back(kept: Kept, by: By, comment: str) -> Kept:
    """Return the edition as a draft again, with what is to be thought over.

    Raises: ConflictError, EditionRefusedError - nothing is said of why.
    """
    if not comment.strip():
        raise EditionRefusedError(Lack.COMMENT_MISSING)
    done = _done("sent-back", by, comment)
    return _changed(kept, State.DRAFT, {State.PROPOSED}, done)


def approve(kept: Kept, by: By, book: Rulebook) -> Kept:
    """Return the edition, approved by a second person: it holds from its day.

    Raises: ConflictError, EditionRefusedError - the same person, a day that has come,
            or a fault that came with another edition or rule since it was proposed.
    """
    if kept.proposed_by == by.id:
        raise EditionRefusedError(Lack.SAME_PERSON)
    where = kept.edition.municipality
    with transaction.atomic():
        _one_at_a_time(where)
        require_fitting(kept.edition, by.at)
        require_sound(kept.edition, book)
        after = _changed(
            kept,
            State.APPROVED,
            {State.PROPOSED},
            _done("approved", by),
            proposed_by=kept.proposed_by,
            approved_by=by.id,
        )
    installation.learn_editions()
    return after


def withdraw(kept: Kept, by: By) -> Kept:
    """Return the edition, withdrawn before it holds: as if it had never been approved.

    Raises: ConflictError, EditionRefusedError - it holds already, or another that is
            approved rests on it.
    """
    where = kept.edition.municipality
    with transaction.atomic():
        _one_at_a_time(where)
        if kept.state is State.APPROVED:
            if kept.edition.valid_from <= first_day_seen(by.at):
                raise EditionRefusedError(Lack.IN_FORCE)
            rest = [e for e in approved_of(where) if e.file != kept.edition.file]
            result = installation.laid(where, rest)
            if result.rulebook is None:
                raise EditionRefusedError(Lack.FAULTY, fault=str(result.problems[0]))
        before = set(State) - {State.WITHDRAWN}
        after = _changed(kept, State.WITHDRAWN, before, _done("withdrawn", by))
    installation.learn_editions()
    return after


def _one_at_a_time(municipality: str) -> None:
    """Let whoever decides on the municipality's editions wait for who does already."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"office_edition/{municipality}"],
        )


def _changed(
    kept: Kept,
    state: State,
    before: set[State],
    done: Done | None,
    *,
    edition: Edition | None = None,
    proposed_by: UUID | None = None,
    approved_by: UUID | None = None,
) -> Kept:
    """Return the edition after a change of what was seen, or raise ConflictError."""
    text = edition or kept.edition
    trail = (*kept.trail, done) if done else kept.trail
    values: dict[str, Any] = {
        **asdict(text),
        "id": kept.id,
        "seen": kept.version,
        "state": state,
        "before": list(before),
        "proposed_by": proposed_by,
        "approved_by": approved_by,
        "trail": msgspec.json.encode(trail).decode(),
    }
    with fenced(text.municipality), connection.cursor() as cursor:
        cursor.execute(_CHANGE, values)
        if cursor.rowcount == 0:
            raise ConflictError
    return Kept(kept.id, text, kept.version + 1, state, proposed_by, trail)


_CHANGE = """
UPDATE office_edition SET valid_from = %(valid_from)s, text = %(text)s,
    state = %(state)s, version = version + 1, proposed_by = %(proposed_by)s,
    approved_by = %(approved_by)s, trail = %(trail)s::jsonb
WHERE municipality = %(municipality)s AND id = %(id)s AND version = %(seen)s
    AND state = ANY(%(before)s::text[])
"""


def _selected(where: str, municipality: str, *more: UUID) -> list[Kept]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT municipality, id, valid_from, text, version, state, proposed_by,"  # noqa: S608
            f" trail::text FROM office_edition WHERE {where}",
            [municipality, *more],
        )
        return [
            Kept(
                key,
                Edition(of, day, text),
                version,
                State(state),
                proposed_by,
                msgspec.json.decode(trail, type=tuple[Done, ...]),
            )
            for of, key, day, text, version, state, proposed_by, trail in cursor
        ]


def _done(what: str, by: By, comment: str = "") -> Done:
    return Done(what, by.id, by.name, by.at, comment.strip())

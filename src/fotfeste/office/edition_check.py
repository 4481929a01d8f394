"""Whether an edition may be: its day, its faults, and who works where it is silent."""

from datetime import date, datetime
from enum import StrEnum

from django.db import connection

from fotfeste.ledger.fence import fenced
from fotfeste.office import approved, installation
from fotfeste.office.handle import OSLO
from fotfeste.office.keeping_up import SEEN_BY_ALL
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.check import Checked
from fotfeste.rulebook.editions import Edition

LONGEST = 200_000
"""The most signs that a file may have: the longest we know has a tenth of it."""


class Lack(StrEnum):
    """Why something cannot be done with an edition."""

    FAULTY = "faulty"
    SAME_PERSON = "same-person"
    DAY_PASSED = "day-passed"
    DAY_TAKEN = "day-taken"
    UNIT_IN_USE = "unit-in-use"
    IN_FORCE = "in-force"
    COMMENT_MISSING = "comment-missing"
    TOO_LONG = "too-long"


class EditionRefusedError(Exception):
    """It cannot be done: why, and what it is about."""

    def __init__(self, lack: Lack, **facts: str) -> None:
        super().__init__(lack)
        self.lack, self.facts = lack, facts


def approved_of(municipality: str) -> list[Edition]:
    """Return the municipality's approved editions."""
    return approved.of(municipality)


def first_day_seen(at: datetime) -> date:
    """Return the last day that can have begun before every process knows."""
    return (at + SEEN_BY_ALL).astimezone(OSLO).date()


def judged(edition: Edition) -> Checked:
    """Return what the check says of the edition beside those that are approved."""
    where = edition.municipality
    others = [e for e in approved_of(where) if e.file != edition.file]
    return installation.laid(where, [*others, edition])


def book_with(book: Rulebook, edition: Edition) -> Rulebook | None:
    """Return the rulebook as it would be with the edition; None where it has faults."""
    own = judged(edition).rulebook
    if own is None:
        return None
    where = edition.municipality
    others = [e for e in approved_of(where) if e.file != edition.file]
    return installation.with_editions(book, where, [*others, edition], own)


def units_in_use(book: Rulebook, edition: Edition) -> list[str]:
    """Return the units of today's pack that employees have and the edition has not."""
    where, on = edition.municipality, edition.valid_from
    with fenced(where), connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT unit FROM access_employee WHERE municipality = %s"
            " AND (valid_to IS NULL OR valid_to >= %s) ORDER BY unit",
            [where, on],
        )
        used = [unit for (unit,) in cursor.fetchall()]
    then = {unit.id for unit in book.pack(where, on).units}
    return [unit for unit in used if unit not in then]


def require_fitting(edition: Edition, at: datetime) -> None:
    """Refuse a text that is too long, and a day that has begun or is taken."""
    if len(edition.text) > LONGEST:
        raise EditionRefusedError(Lack.TOO_LONG)
    # What was received today keeps today's rules: the first day is always to come.
    if edition.valid_from <= first_day_seen(at):
        raise EditionRefusedError(Lack.DAY_PASSED, day=str(edition.valid_from))
    taken = edition.file in installation.folder_texts() or any(
        other.file == edition.file for other in approved_of(edition.municipality)
    )
    if taken:
        raise EditionRefusedError(Lack.DAY_TAKEN, day=str(edition.valid_from))


def require_sound(edition: Edition, book: Rulebook) -> None:
    """Refuse an edition with faults, and one without a unit that somebody works in."""
    then = book_with(book, edition)
    if then is None:
        raise EditionRefusedError(Lack.FAULTY)
    if units := units_in_use(then, edition):
        raise EditionRefusedError(Lack.UNIT_IN_USE, units=", ".join(units))

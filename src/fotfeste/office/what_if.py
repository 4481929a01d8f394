"""What would change in open cases if another rulebook governed: nothing is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

import msgspec

from fotfeste.access.policy import SYSTEM_ID
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.keys import KeyRing
from fotfeste.office.case_row import STEP_OF
from fotfeste.office.lists import After, ListedCase, Wanted, worklist
from fotfeste.procedures.application import stages as application
from fotfeste.procedures.care import stages as care
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.kinds import Case, clocks, governing_pack, replay
from fotfeste.procedures.person.stages import NOTHING_KNOWN, File
from fotfeste.procedures.possible import possible
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.pack import Pack

MOST = 250
"""How many cases one look goes through; the next look goes on from there."""


class What(StrEnum):
    """What can be other in a case."""

    UNIT = "unit"
    CLOCK = "clock"
    STEP = "step"
    FINDING = "finding"
    OFFER = "offer"
    SECOND_PERSON = "second-person"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would be other in a case.

    about:         the term, command, criterion or offer; empty where there is one only.
    before, after: a unit's name, a day, or «yes» and «no»; empty where it is not there.
    """

    what: What
    about: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Look:
    """What came of looking through open cases.

    changed: each case that would be other, with what would be.
    after:   where the next look begins; None where this was the last.
    """

    seen: int
    changed: list[tuple[ListedCase, tuple[Change, ...]]]
    after: After | None


def look(
    municipality: str,
    on: date,
    books: tuple[Rulebook, Rulebook],
    keys: KeyRing,
    viewer: UUID,
    after: After | None = None,
) -> Look:
    """Return what would be other in the next open cases, the most urgent first.

    on:     the day to compare on: the first day of the edition.
    books:  the rulebook as it is, and as it would be.
    viewer: the employee who looks; what is closed to them is left out.
    """
    seen, changed = 0, []
    while seen < MOST:
        with fenced(municipality):
            page, after = worklist(municipality, Wanted(viewer, None), after)
        seen += len(page)
        for listed in page:
            try:
                history = log.read(municipality, listed.stream, keys)
            except log.ErasedError:
                continue
            if history is None:
                continue
            case = replay(history.kind, history.events)
            here = (municipality, on)
            if found := compared(case, here, books, history.known):
                changed.append((listed, found))
        if after is None:
            break
    return Look(seen, changed, after)


def compared(
    case: Case,
    here: tuple[str, date],
    books: tuple[Rulebook, Rulebook],
    known: File = NOTHING_KNOWN,
) -> tuple[Change, ...]:
    """Return what would be other in one case, by both rulebooks on the day.

    Each rulebook is asked what it is always asked, so that what is said here is what
    will happen: the case keeps the pack of the day it was received, the desk follows
    the day.
    In: here - the municipality's key, and the day. known - what holds for the person.
    """
    return (
        *_unit(case, here, books),
        *_clocks(case, here[0], books),
        *_assessed(case, here, books),
        *_cared(case, here, books),
        *_steps(case, here, books, known),
    )


def as_if_always(book: Rulebook, municipality: str, on: date) -> Rulebook:
    """Return the rulebook as if the pack of the day had held for all cases.

    It is no rulebook to work by: it shows what new cases will meet.
    """
    pack = msgspec.structs.replace(
        book.pack(municipality, on), valid_from=date.min, valid_to=None
    )
    return book.with_packs(municipality, [pack], "as if always")


def _unit(
    case: Case, here: tuple[str, date], books: tuple[Rulebook, Rulebook]
) -> Iterator[Change]:
    step = STEP_OF[type(case.stage)]
    before, after = (_unit_name(book.desk_pack(*here), step) for book in books)
    if before != after:
        yield Change(What.UNIT, "", before, after)


def _unit_name(pack: Pack, step: str) -> str:
    return pack.unit(getattr(pack.steps, step)).name


def _clocks(
    case: Case, municipality: str, books: tuple[Rulebook, Rulebook]
) -> Iterator[Change]:
    before, after = (
        {clock.term: str(clock.due.value) for clock in clocks(case, municipality, book)}
        for book in books
    )
    for term in sorted(before.keys() | after.keys()):
        if before.get(term) != after.get(term):
            yield Change(What.CLOCK, term, before.get(term, ""), after.get(term, ""))


def _assessed(
    case: Case, here: tuple[str, date], books: tuple[Rulebook, Rulebook]
) -> Iterator[Change]:
    """Yield what a decision would rest on, in an application that waits for one."""
    if not isinstance(case, application.Case) or case.file is None:
        return
    if not isinstance(case.stage, application.Undecided):
        return
    file, municipality, on = case.file, *here
    one, other = (governing_pack(case, municipality, book, on) for book in books)
    for key in file.wants:
        before, after = one.offer(key), other.offer(key)
        if (before is None) is not (after is None):
            name = (before or after or one.offers[0]).name
            yield Change(What.OFFER, name, _yes(before), _yes(after))
    names = [{a.key: a.name for a in file.unassessed(pack)} for pack in (one, other)]
    for assessed in sorted(names[0].keys() ^ names[1].keys()):
        before_name, after_name = (found.get(assessed) for found in names)
        name = before_name or after_name or ""
        yield Change(What.FINDING, name, _yes(before_name), _yes(after_name))
    if one.second_person is not other.second_person:
        before_must, after_must = (p.second_person or None for p in (one, other))
        yield Change(What.SECOND_PERSON, "", _yes(before_must), _yes(after_must))


def _steps(
    case: Case,
    here: tuple[str, date],
    books: tuple[Rulebook, Rulebook],
    known: File,
) -> Iterator[Change]:
    municipality, on = here
    if not isinstance(case, care.Case) and _is_governed_alike(case, here, books):
        return
    before, after = (
        set(possible(case, Circumstances(on, SYSTEM_ID, municipality, book, known)))
        for book in books
    )
    for command in sorted(before ^ after, key=lambda kind: kind.__qualname__):
        was, is_now = command in before or None, command in after or None
        yield Change(What.STEP, command.__qualname__, _yes(was), _yes(is_now))


def _is_governed_alike(
    case: Case, here: tuple[str, date], books: tuple[Rulebook, Rulebook]
) -> bool:
    """Test that the same acts and the same pack govern the case: all but care asks.

    Help that is given follows the desk's pack of the day as well.
    """
    one, other = books
    if one.act_versions is not other.act_versions:
        return False
    municipality, on = here
    packs = [governing_pack(case, municipality, book, on) for book in books]
    return packs[0] == packs[1]


def _cared(
    case: Case, here: tuple[str, date], books: tuple[Rulebook, Rulebook]
) -> Iterator[Change]:
    """Yield what a change of help that is given would rest on: the desk's own pack."""
    if not isinstance(case, care.Case) or isinstance(case.stage, care.Ended):
        return
    before, after = (book.desk_pack(*here).second_person or None for book in books)
    if before is not after:
        yield Change(What.SECOND_PERSON, "", _yes(before), _yes(after))


def _yes(there: object) -> str:
    return "no" if there is None else "yes"

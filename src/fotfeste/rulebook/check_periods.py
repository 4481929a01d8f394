"""The check of days: files are named by theirs, and follow each other without a gap."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from fotfeste.rulebook.book import Dated
from fotfeste.rulebook.documents import Document, Problem
from fotfeste.rulebook.instruments import Instrument
from fotfeste.rulebook.national import (
    AccessControl,
    ActVersion,
    AppealRoutes,
    Contacts,
    Guidance,
    Holidays,
    IndividualDecisions,
    Names,
    SmallCells,
)
from fotfeste.rulebook.pack import Municipality, Pack
from fotfeste.rulebook.reading import Reading
from fotfeste.rulebook.way_to_help import EverydayWords, WayToHelp
from fotfeste.rulebook.yaml_source import Path

_Version = tuple[Document, Path, Dated]
_DATED = (
    AccessControl
    | ActVersion
    | AppealRoutes
    | Contacts
    | EverydayWords
    | Guidance
    | Holidays
    | IndividualDecisions
    | Instrument
    | Pack
    | SmallCells
    | WayToHelp
)


def periods(reading: Reading) -> Iterator[Problem]:
    """Yield what is wrong with the days on which files and names begin and end."""
    for versions in _rows(reading):
        yield from _ends_before_it_begins(versions)
        for before, after in pairwise(versions):
            yield from _not_the_day_after(before, after)
    for version in _files(reading):
        yield from _named_wrongly(version)
    for file, act in reading.of(ActVersion).items():
        yield from _terms_outside(reading.documents[file], act)


def _files(reading: Reading) -> list[_Version]:
    return [
        (reading.documents[file], (), part)
        for file, part in sorted(reading.parts.items())
        if isinstance(part, _DATED) and not file.endswith("/prepared.yaml")
    ]


def _rows(reading: Reading) -> Iterator[list[_Version]]:
    """Yield the versions of each thing, in the order they stand in."""
    folders: dict[str, list[_Version]] = {}
    for version in _files(reading):
        folders.setdefault(version[0].file.rpartition("/")[0], []).append(version)
    yield from folders.values()
    for file, names in reading.of(Names).items():
        document = reading.documents[file]
        for n, thing in enumerate(names.things):
            yield [
                (document, ("things", n, "names", m), name)
                for m, name in enumerate(thing.names)
            ]
    for file, one in reading.of(Municipality).items():
        document = reading.documents[file]
        yield [
            (document, ("identities", n), identity)
            for n, identity in enumerate(one.identities)
        ]


def _named_wrongly(version: _Version) -> Iterator[Problem]:
    document, path, part = version
    name, right = document.file.rpartition("/")[2], f"{part.valid_from}.yaml"
    if name != right:
        yield document.problem(
            (*path, "valid_from"),
            f"The file is in force from {part.valid_from}, but is named {name}",
            f"Name it {right}",
        )


def _terms_outside(document: Document, act: ActVersion) -> Iterator[Problem]:
    for n, term in enumerate(act.terms):
        first = term.valid_from
        if first and not act.valid_from < first <= (act.valid_to or date.max):
            yield document.problem(
                ("terms", n, "valid_from"),
                f"«{term.id}» begins {first}, which is no later day of this file",
                "Take the day away, or write the term in the file that holds then",
            )


def _ends_before_it_begins(versions: list[_Version]) -> Iterator[Problem]:
    for document, path, part in versions:
        if part.valid_to is not None and part.valid_to < part.valid_from:
            yield document.problem(
                (*path, "valid_to"),
                f"It ends {part.valid_to}, before it begins {part.valid_from}",
                "Mend one of the two dates",
            )


def _not_the_day_after(before: _Version, after: _Version) -> Iterator[Problem]:
    document, path, part = after
    first, last = part.valid_from, before[2].valid_to
    if last is None or last >= first:
        yield document.problem(
            (*path, "valid_from"),
            f"The period from {first} overlaps the one before it,"
            f" which ends {last or 'never'}",
            f"Let the one before end {first - timedelta(days=1)}",
        )
    elif last + timedelta(days=1) < first:
        yield document.problem(
            (*path, "valid_from"),
            f"A period is missing: nothing holds from {last + timedelta(days=1)}"
            f" to {first - timedelta(days=1)}",
            "Let one of the two reach the other, or add what held in between",
        )

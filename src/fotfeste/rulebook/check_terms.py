"""The check of national rules: what the procedures and letters ask for is there."""

from collections.abc import Iterator
from datetime import date

from fotfeste.rulebook.book import NoRuleInForceError, Rulebook
from fotfeste.rulebook.changes import days_of_change, days_within
from fotfeste.rulebook.documents import Problem
from fotfeste.rulebook.national import (
    AccessControl,
    Acts,
    ActVersion,
    AppealRoute,
    AppealRoutes,
    Contacts,
    Guidance,
    Holidays,
    IndividualDecisions,
    Names,
    SmallCells,
)
from fotfeste.rulebook.reading import Reading
from fotfeste.rulebook.way_to_help import EverydayWords, WayToHelp

NEEDED_PERIODS = ("preliminary-answer", "unopened", "appeal.latest", "costs")
NEEDED_TERMS = (
    *NEEDED_PERIODS,
    "counting.days",
    "counting.weeks-and-months",
    "counting.extension",
    "documents.access",
    "ombud",
    "participation",
    "suspended-execution",
)
_NEEDED_FILES = (
    (Acts, "national/acts.yaml"),
    (Names, "national/names.yaml"),
    (Holidays, "national/holidays/1995-02-24.yaml"),
    (Contacts, "national/contacts/2026-01-01.yaml"),
    (AppealRoutes, "national/appeal-routes/2012-01-01.yaml"),
    (Guidance, "national/guidance/2026-01-01.yaml"),
    (WayToHelp, "national/way-to-help/2026-01-01.yaml"),
    (EverydayWords, "national/everyday-words/2026-01-01.yaml"),
    (IndividualDecisions, "national/individual-decisions/2012-01-01.yaml"),
    (SmallCells, "national/small-cells/2012-01-01.yaml"),
    (AccessControl, "national/access-control/2019-03-01.yaml"),
)


def missing_files(reading: Reading) -> Iterator[Problem]:
    """Yield the files without which there is no rulebook."""
    for kind, place in _NEEDED_FILES:
        if not reading.of(kind):
            yield Problem(place, 1, "The rulebook lacks this file", "Add it")


def terms(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    """Yield the needed terms that are not there, or no longer, or have no period."""
    changes = days_of_change(reading)
    served_from = min(contacts.valid_from for contacts in book.contacts)
    for key in NEEDED_TERMS:
        held = [term.valid_from for term in book.terms() if term.id == key]
        first = min([served_from, *held])
        days = [first, *(day for day in changes if day > first)]
        if why := _why_not_needed_term(book, key, days):
            yield _at_last_version(reading, key, why)


def routes(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    """Yield the appeal routes to no term, no period or no appellate instance."""
    changes = days_of_change(reading)
    for file, version in reading.of(AppealRoutes).items():
        for n, route in enumerate(version.routes):
            if why := _why_no_route(book, route, days_within(version, changes)):
                yield reading.documents[file].problem(
                    ("routes", n), why, "Mend the id, or add it"
                )


def _why_not_needed_term(book: Rulebook, key: str, days: list[date]) -> str | None:
    try:
        for day in days:
            term = book.term(key, day)
            if key in NEEDED_PERIODS:
                _ = term.length
    except LookupError as error:
        return str(error)
    return None


def _why_no_route(book: Rulebook, route: AppealRoute, days: list[date]) -> str | None:
    try:
        for day in days:
            _ = book.term(route.term, day).length
            book.name(route.body, day)
    except NoRuleInForceError as error:
        return str(error)
    except LookupError as error:
        return f"{error}, so nobody can tell the last day to appeal"
    return None


def _at_last_version(reading: Reading, key: str, why: str) -> Problem:
    todo = "Add the term to its act, with its period if it has one"
    for file, version in reversed(reading.of(ActVersion).items()):
        for n, term in enumerate(version.terms):
            if term.id == key:
                return reading.documents[file].problem(("terms", n), why, todo)
    return Problem("national", 1, why, todo)

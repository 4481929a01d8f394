"""The check of a rulebook: what no file can show by itself."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fotfeste.rulebook.assembling import assembled
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.check_citations import citations
from fotfeste.rulebook.check_decisions import undecided
from fotfeste.rulebook.check_holidays import holidays
from fotfeste.rulebook.check_ids import one_act_each
from fotfeste.rulebook.check_instruments import instruments
from fotfeste.rulebook.check_municipalities import municipalities
from fotfeste.rulebook.check_packs import packs
from fotfeste.rulebook.check_periods import periods
from fotfeste.rulebook.check_promises import notes, promises
from fotfeste.rulebook.check_scenarios import scenarios
from fotfeste.rulebook.check_terms import missing_files, routes, terms
from fotfeste.rulebook.check_way import national_pages, way_to_help
from fotfeste.rulebook.commencing import commence
from fotfeste.rulebook.documents import Problem
from fotfeste.rulebook.editions import take_over
from fotfeste.rulebook.reading import Reading, digest, read


@dataclass(frozen=True, slots=True)
class Checked:
    """A rulebook, if it is sound; all its faults; and notes that are no faults."""

    rulebook: Rulebook | None
    problems: list[Problem]
    notes: list[Problem]


def check(
    texts: Mapping[str, str],
    in_force: Mapping[str, date] | None = None,
    editions: Collection[str] = (),
) -> Checked:
    """Read and check a rulebook folder; the server starts on nothing that fails here.

    texts:    from the path in the folder to the text of the file.
    in_force: days on which to take prepared acts to be in force, by short name.
    editions: files made at the desk; each ends the version before it.
    Raises:   NoPreparedActError - a day is given for an act that is not prepared.
    """
    reading = read(texts)
    commence(reading, in_force or {})
    take_over(reading, editions)
    problems = _in_order(
        [
            *reading.problems,
            *periods(reading),
            *citations(reading),
            *holidays(reading),
        ]
    ) or _in_order(missing_files(reading))
    if problems:
        return Checked(None, problems, [])
    book = assembled(reading, digest(texts))
    problems = _between_files(book, reading)
    if problems:
        return Checked(None, problems, [])
    told = [*notes(book, reading), *undecided(book, reading)]
    return Checked(book, [], _in_order(told))


def _between_files(book: Rulebook, reading: Reading) -> list[Problem]:
    """Return the faults of the first room that has any: each rests on those before."""
    return (
        _in_order(
            [*one_act_each(reading), *terms(book, reading), *routes(book, reading)]
        )
        or _in_order(
            [
                *municipalities(book, reading),
                *packs(book, reading),
                *way_to_help(reading),
                *national_pages(reading),
                *instruments(reading),
                *scenarios(book, reading),
            ]
        )
        or _in_order(promises(book, reading))
    )


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    # A pack inherits the faults of its base: each is told once.
    return sorted(set(problems), key=lambda problem: (problem.file, problem.line))

"""An act that lies prepared, and what becomes of it on the day it is in force."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import msgspec

from fotfeste.rulebook.documents import Problem
from fotfeste.rulebook.national import ActVersion, PreparedAct
from fotfeste.rulebook.reading import Reading


class NoPreparedActError(LookupError):
    """No act with that short name lies prepared."""


def commence(reading: Reading, in_force: Mapping[str, date]) -> None:
    """Put each prepared act in force that has a day, and end the one it replaces.

    in_force: days to take for granted, by short name; they go before the file's own.
    Raises: NoPreparedActError - a day is given for an act that is not prepared.
    """
    acts = reading.of(PreparedAct)
    prepared = {act.law for act in acts.values()}
    if unknown := sorted(set(in_force) - prepared):
        known = ", ".join(sorted(prepared)) or "none"
        raise NoPreparedActError(
            f"«{unknown[0]}» is no act that lies prepared. Prepared: {known}."
        )
    for file, act in acts.items():
        day = in_force.get(act.law, act.in_force)
        if day is not None:
            reading.problems += _faults(reading, file, act, day)
            _put_in_force(reading, file, act, day)


def _put_in_force(reading: Reading, file: str, act: PreparedAct, day: date) -> None:
    reading.parts[file] = ActVersion(
        law=act.law,
        valid_from=day,
        source=act.source,
        checked=act.checked,
        terms=act.terms,
    )
    for other, version in _versions(reading, act.replaces).items():
        if version.valid_to is None or version.valid_to >= day:
            reading.parts[other] = msgspec.structs.replace(
                version, valid_to=day - timedelta(days=1)
            )


def _faults(
    reading: Reading, file: str, act: PreparedAct, day: date
) -> Iterator[Problem]:
    document, versions = reading.documents[file], _versions(reading, act.replaces)
    if not versions:
        yield document.problem(
            ("replaces",),
            f"«{act.replaces}» has no terms to take the place of",
            "Write the short name of the act that ends",
        )
    if late := [v.valid_from for v in versions.values() if v.valid_from >= day]:
        yield document.problem(
            ("in_force",),
            f"«{act.replaces}» has a file from {late[0]}, not before {day}",
            "Mend the day, or take that file away",
        )
    own = {term.id for term in act.terms}
    ended = {term.id for version in versions.values() for term in version.terms}
    for key in sorted(ended - own):
        yield document.problem(
            ("terms",),
            f"«{key}» ends with {act.replaces} on {day}, and nothing takes its place",
            "Add the term, with its place in the new act",
        )


def _versions(reading: Reading, law: str) -> dict[str, ActVersion]:
    return {f: v for f, v in reading.of(ActVersion).items() if v.law == law}

"""The check of citations: each is well formed, and of an act we know."""

from collections.abc import Iterator

from fotfeste.law.citation import Citation
from fotfeste.rulebook.documents import Document, Problem
from fotfeste.rulebook.national import (
    Acts,
    ActVersion,
    AppealRoutes,
    IndividualDecisions,
    PreparedAct,
)
from fotfeste.rulebook.reading import Reading
from fotfeste.rulebook.yaml_source import Path

_LONGEST = 60


def citations(reading: Reading) -> Iterator[Problem]:
    """Yield the citations that are none, and those of acts nobody knows."""
    known = {act.short for acts in reading.of(Acts).values() for act in acts.acts}
    path: Path
    yield from _acts_twice(reading)
    for file in sorted(reading.parts):
        document = reading.documents[file]
        for where, citation in _cites_in(document.data, ()):
            if citation.law not in known:
                yield _unknown_act(document, where, citation.law)
    acts: dict[str, ActVersion | PreparedAct] = {
        **reading.of(ActVersion),
        **reading.of(PreparedAct),
    }
    for file, act in acts.items():
        yield from _in_act(reading.documents[file], act, known)
    for file, routes in reading.of(AppealRoutes).items():
        for n, route in enumerate(routes.routes):
            path = ("routes", n, "basis")
            yield from _basis(reading.documents[file], path, route.basis, known)
    for file, decisions in reading.of(IndividualDecisions).items():
        for n, always in enumerate(decisions.always):
            path = ("always", n, "basis")
            yield from _basis(reading.documents[file], path, always.basis, known)


def _acts_twice(reading: Reading) -> Iterator[Problem]:
    for file, acts in reading.of(Acts).items():
        shorts = [act.short for act in acts.acts]
        for n, short in enumerate(shorts):
            if short in shorts[:n]:
                yield reading.documents[file].problem(
                    ("acts", n), f"«{short}» stands here twice", "Keep one of them"
                )


def _cites_in(data: object, path: Path) -> Iterator[tuple[Path, Citation]]:
    items: list[tuple[str | int, object]] = []
    if isinstance(data, dict):
        items = list(data.items())
    elif isinstance(data, list):
        items = list(enumerate(data))
    elif isinstance(data, str) and "§" in data and len(data) < _LONGEST:
        try:
            yield path, Citation(data)
        except ValueError:
            return
    for key, value in items:
        yield from _cites_in(value, (*path, key))


def _in_act(
    document: Document, act: ActVersion | PreparedAct, known: set[str]
) -> Iterator[Problem]:
    if act.law not in known:
        yield _unknown_act(document, ("law",), act.law)
        return
    for n, term in enumerate(act.terms):
        try:
            Citation(f"{act.law} {term.cite}")
        except ValueError as error:
            yield document.problem(
                ("terms", n, "cite"), str(error), "Write only the place, from §"
            )


def _basis(
    document: Document, path: Path, basis: str, known: set[str]
) -> Iterator[Problem]:
    if "§" not in basis:
        if basis not in known:
            yield _unknown_act(document, path, basis)
        return
    try:
        Citation(basis)
    except ValueError as error:
        yield document.problem(
            path, str(error), "Or write only the act's short name, for all of it"
        )


def _unknown_act(document: Document, path: Path, short: str) -> Problem:
    return document.problem(
        path,
        f"«{short}» is no act we know",
        "Use a short name from national/acts.yaml, or add the act there",
    )

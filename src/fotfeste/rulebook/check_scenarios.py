"""The check of worked examples: each can be counted."""

from collections.abc import Iterator

from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.documents import Problem
from fotfeste.rulebook.national import ActVersion, PreparedAct
from fotfeste.rulebook.reading import Reading
from fotfeste.rulebook.scenarios import Scenario, Scenarios

_PROMISED = ("mapping-interview", "decision-after-mapping")


def scenarios(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    """Yield the worked examples that lack what they are counted from."""
    acts: list[ActVersion | PreparedAct] = [
        *reading.of(ActVersion).values(),
        *reading.of(PreparedAct).values(),
    ]
    periods = {term.id for act in acts for term in act.terms if term.value}
    laws = {act.law for act in acts}
    for file, examples in reading.of(Scenarios).items():
        for law in sorted(examples.assuming.keys() - laws):
            yield reading.documents[file].problem(
                ("assuming", law), f"«{law}» has no terms", "Write a prepared act"
            )
        for n, scenario in enumerate(examples.scenarios):
            if fault := _fault(book, scenario, periods):
                yield reading.documents[file].problem(("scenarios", n), *fault)


def _fault(
    book: Rulebook, scenario: Scenario, periods: set[str]
) -> tuple[str, str] | None:
    """Return what is wrong, and what to do."""
    if scenario.term not in periods | {"appeal", *_PROMISED}:
        return (
            f"«{scenario.term}» is no term with a period",
            f"Write appeal, {', '.join(_PROMISED)}, or the id of a term with a value",
        )
    if scenario.municipality is None:
        if scenario.term in _PROMISED:
            return (
                f"«{scenario.term}» is promised by a municipality, and none is named",
                "Add municipality, with its key",
            )
    elif scenario.municipality not in book.municipalities:
        return (
            f"No municipality is called «{scenario.municipality}»",
            f"Choose among {', '.join(sorted(book.municipalities))}",
        )
    if scenario.basis is not None and scenario.term != "appeal":
        return (
            f"«{scenario.term}» follows from no legal basis of a decision",
            "Take basis away",
        )
    return None

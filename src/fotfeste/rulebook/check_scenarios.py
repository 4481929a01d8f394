"""The check of worked examples: each can be counted."""

from collections.abc import Iterator

from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.documents import Problem
from fotfeste.rulebook.reading import Reading
from fotfeste.rulebook.scenarios import Scenario, Scenarios


def scenarios(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    """Yield the worked examples that lack what they are counted from."""
    for file, examples in reading.of(Scenarios).items():
        for n, scenario in enumerate(examples.scenarios):
            if fault := _fault(book, scenario):
                yield reading.documents[file].problem(("scenarios", n), *fault)


def _fault(book: Rulebook, scenario: Scenario) -> tuple[str, str] | None:
    """Return what is wrong, and what to do."""
    if scenario.municipality is None:
        if scenario.term in ("mapping-interview", "decision-after-mapping"):
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

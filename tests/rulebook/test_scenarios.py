"""Every worked example is counted anew; where they differ, a person decides."""

from pathlib import Path

import pytest

from fotfeste.law.citation import Citation
from fotfeste.procedures import time_limits
from fotfeste.rulebook.reading import read
from fotfeste.rulebook.scenarios import Scenarios

RULEBOOK = Path(__file__).parents[2] / "rulebook"
READING = read(
    {
        path.relative_to(RULEBOOK).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(RULEBOOK.rglob("scenarios.yaml"))
    }
)
EXAMPLES = [
    pytest.param(
        scenario,
        f"{file}:{READING.documents[file].place(('scenarios', n))[1]}",
        id=f"{file.split('/')[-2]} {n + 1} {scenario.term} {scenario.start}",
    )
    for file, scenarios in READING.of(Scenarios).items()
    for n, scenario in enumerate(scenarios.scenarios)
]


def counted(scenario, book):
    """Return the last day as the procedures count it."""
    pack = scenario.municipality and book.pack(scenario.municipality, scenario.start)
    match scenario.term:
        case "appeal":
            basis = scenario.basis or Citation("hol § 3-2")
            return time_limits.appeal(scenario.start, [basis], book, pack)
        case "preliminary-answer":
            return time_limits.preliminary_answer(scenario.start, book)
        case "mapping-interview":
            return time_limits.mapping_interview(scenario.start, book, pack)
        case "decision-after-mapping":
            return time_limits.decision_after_mapping(scenario.start, book, pack)


def test_there_are_worked_examples_and_all_can_be_read():
    assert READING.problems == []
    assert len(EXAMPLES) > 20


@pytest.mark.parametrize(("scenario", "place"), EXAMPLES)
def test_the_last_day_is_the_one_a_person_counted(book, scenario, place):
    last_day = counted(scenario, book).value
    assert last_day == scenario.last_day, (
        f"{place}: the law, the promise or the example is wrong. {scenario.why}"
    )


@pytest.mark.parametrize(("scenario", "place"), EXAMPLES)
def test_an_answer_of_the_law_names_its_provisions(book, scenario, place):
    promised = scenario.term in ("mapping-interview", "decision-after-mapping")
    assert bool(counted(scenario, book).basis) is not promised, place

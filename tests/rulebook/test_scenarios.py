"""Every worked example is counted anew; where they differ, a person decides."""

from pathlib import Path

import pytest

from fotfeste.procedures.worked_examples import counted
from fotfeste.rulebook.check import check
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
        scenarios.assuming,
        f"{file}:{READING.documents[file].place(('scenarios', n))[1]}",
        id=f"{file.split('/')[-2]} {n + 1} {scenario.term} {scenario.start}",
    )
    for file, scenarios in READING.of(Scenarios).items()
    for n, scenario in enumerate(scenarios.scenarios)
]


@pytest.fixture(scope="module")
def assuming(original_texts, book):
    """The rulebook, with prepared acts in force from the days that are given."""
    made = {(): book}

    def find(days):
        key = tuple(sorted(days.items()))
        if key not in made:
            checked = check(original_texts, days)
            assert checked.rulebook, "\n".join(map(str, checked.problems))
            made[key] = checked.rulebook
        return made[key]

    return find


def test_there_are_worked_examples_and_all_can_be_read():
    assert READING.problems == []
    assert len(EXAMPLES) > 20


@pytest.mark.parametrize(("scenario", "days", "place"), EXAMPLES)
def test_the_last_day_is_the_one_a_person_counted(assuming, scenario, days, place):
    last_day = counted(scenario, assuming(days)).value
    assert last_day == scenario.last_day, (
        f"{place}: the law, the promise or the example is wrong. {scenario.why}"
    )


@pytest.mark.parametrize(("scenario", "days", "place"), EXAMPLES)
def test_an_answer_of_the_law_names_its_provisions(assuming, scenario, days, place):
    promised = scenario.term in ("mapping-interview", "decision-after-mapping")
    basis = counted(scenario, assuming(days)).basis
    assert bool(basis) is not promised, place
    if scenario.rests_on:
        assert any(scenario.rests_on.covers(one) for one in basis), (place, basis)

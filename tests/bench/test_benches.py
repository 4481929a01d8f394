"""That what is measured is still there to be measured; nothing is timed here."""

from importlib import import_module
from pathlib import Path

import pytest
from bench.figures import Figure, milliseconds
from bench.journey import ANSWERS
from bench.many import FEW, Filed, _way, _ways
from bench.people import office_now

from bench import __main__ as benches
from fotfeste.law.national_identity_number import fault
from fotfeste.ledger.log import uuid7
from fotfeste.procedures.kinds import Kind, replay
from fotfeste.web.citizen.questions import QUESTIONS


@pytest.mark.parametrize("name", benches.BENCHES)
def test_every_bench_can_be_loaded(name):
    assert callable(import_module(f"bench.{name}").measure)


def test_no_bench_is_forgotten():
    folder = Path(benches.__file__).parent
    found = {
        f.stem for f in folder.glob("*.py") if "def measure(" in f.read_text("utf-8")
    }
    assert found == set(benches.BENCHES)


def test_the_journey_answers_every_question():
    assert len(ANSWERS) == len(QUESTIONS) - 2, (
        "whom it is for, and what help, come first"
    )


def test_the_many_cases_stand_where_their_log_says():
    for way in _ways(FEW[0], office_now()):
        stage = type(replay(Kind.APPLICATION, way.events).stage).__name__
        assert way.stage == f"application.{stage}"


def test_half_of_the_many_cases_wait_and_half_are_invited():
    ways = _ways(FEW[0], office_now())
    stages = [_way(_filed(number), ways).stage for number in range(10)]
    assert [stages.count(way.stage) for way in ways] == [5, 5]


def test_the_many_people_have_nobodys_number():
    assert fault(_filed(100_000).identity.number)


def test_a_target_is_reached_on_its_own_side():
    assert Figure("a", 90, "ms", "", target=100, sense="at most").reached is True
    assert Figure("b", 90, "1/s", "", target=100).reached is False
    assert Figure("c", 90, "ms", "").reached is None


def test_the_95th_percentile_is_not_the_highest_of_a_hundred():
    assert milliseconds([n / 1000 for n in range(1, 101)])["p95"] == 95


def _filed(number):
    return Filed(FEW[0], number, uuid7(), b"", uuid7())

"""Fixtures of the procedures: an empty application and an empty appeal."""

import pytest
from tests.procedures.spec import Spec, spec

from fotfeste.procedures.kinds import Kind


@pytest.fixture
def application(book) -> Spec:
    return spec(book, Kind.APPLICATION)


@pytest.fixture
def approved_by_two(book) -> Spec:
    return spec(book, Kind.APPLICATION, "eksempel")


@pytest.fixture
def appeal(book) -> Spec:
    return spec(book, Kind.APPEAL)

"""Fixtures of the procedures: an empty case of each kind."""

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


@pytest.fixture
def person(book) -> Spec:
    return spec(book, Kind.PERSON)


@pytest.fixture
def care(book) -> Spec:
    return spec(book, Kind.CARE)


@pytest.fixture
def contact(book) -> Spec:
    return spec(book, Kind.CONTACT)


@pytest.fixture
def report(book) -> Spec:
    return spec(book, Kind.REPORT)

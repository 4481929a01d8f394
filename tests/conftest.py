"""One PostgreSQL for all tests: DATABASE_URL's, or an embedded one of our own."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connections
from django.test.utils import setup_databases, teardown_databases
from pytest_django import DjangoDbBlocker

from fotfeste.config.embedded_postgres import running
from fotfeste.config.settings.base import databases
from fotfeste.config.start import mark_installation
from fotfeste.office import installation
from fotfeste.office.handle import OSLO, Office
from fotfeste.rulebook.book import Rulebook
from fotfeste.web.public import waiting_times
from tests.ledger.place import Place

MUNICIPALITIES = ("raelingen", "enebakk", "eksempel", "nordre-follo", "oppegard")
_stack = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """Start the database before anything connects; parallel workers inherit it."""
    del config
    if "DATABASE_URL" in os.environ:
        return
    folder = _stack.enter_context(tempfile.TemporaryDirectory(prefix="ff-"))
    server = _stack.enter_context(running(Path(folder) / "pg", durable=False))
    os.environ["DATABASE_URL"] = server.url()
    for alias, made in databases(server.url(), pool=False).items():
        settings.DATABASES[alias].update(made)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the browser come last: Playwright keeps an event loop that Django minds."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what was started."""
    del config
    _stack.close()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Make the test database as its owner; the tests run as the runtime role."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
        mark_installation()
        for municipality in MUNICIPALITIES:
            installation.keys().make(municipality)
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        teardown_databases(made, verbosity=0)


@pytest.fixture
def committed(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Let the test commit for real, as several at once must; it leaves its rows.

    The log is append-only: such a test uses a municipality's name of its own.
    """
    with django_db_blocker.unblock():
        yield
        connections.close_all()


@pytest.fixture
def elsewhere() -> str:
    """Return a municipality nobody else has, with a key: rows of a test of its own."""
    municipality = f"prove-{uuid4().hex[:12]}"
    installation.keys().make(municipality)
    return municipality


@pytest.fixture(scope="session")
def book() -> Rulebook:
    """Return the rulebook of the repository."""
    return installation.rulebook()


@pytest.fixture
def office(book: Rulebook) -> Office:
    """Return the office on a Monday in March 2026."""
    return Office(datetime(2026, 3, 2, 9, 0, tzinfo=OSLO), book, installation.keys())


@pytest.fixture
def place(committed: None, elsewhere: str, book: Rulebook) -> Place:
    """Return a municipality of the test's own, whose rows are committed for real."""
    return Place(elsewhere, book)


@pytest.fixture(scope="session")
def standards():
    """The folder of official material, which is never part of the project."""
    named = os.environ.get("FOTFESTE_STANDARDS")
    return Path(named) if named else Path(__file__).parents[1] / "../shared/standards"


@pytest.fixture(autouse=True)
def nobody_is_asked_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no page ask the database in a thread of its own: a test sees all it does."""
    monkeypatch.setattr(waiting_times, "ask_beside", lambda municipality: None)


@pytest.fixture(autouse=True)
def no_editions_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test begin with the rulebook's folder, whatever others have approved."""
    monkeypatch.setattr(installation, "_learnt", {})

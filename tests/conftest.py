"""One PostgreSQL for all tests: DATABASE_URL's, or an embedded one of our own."""

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings

from fotfeste.config.embedded_postgres import running
from fotfeste.config.settings.base import databases

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
    settings.DATABASES["default"]["TEST"] = {"MIRROR": "owner"}


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what was started."""
    del config
    _stack.close()

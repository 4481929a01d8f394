"""An installation to measure: durable database, real rulebook, keys and employees."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import django
from django.core.management import call_command

from fotfeste.config.embedded_postgres import Server, running

MUNICIPALITIES = ("raelingen", "enebakk", "eksempel", "nordre-follo")


@dataclass(frozen=True, slots=True)
class Installation:
    """Where everything that is measured runs."""

    folder: Path
    server: Server


@contextmanager
def installed() -> Iterator[Installation]:
    """Start a database that keeps what it says (fsync on), and make all ready in it."""
    with tempfile.TemporaryDirectory(prefix="ff-bench-") as name:
        folder = Path(name)
        with running(folder / "pg", durable=True) as server:
            os.environ.update(
                DATABASE_URL=server.url(),
                DJANGO_SETTINGS_MODULE="fotfeste.config.settings.demo",
                FOTFESTE_KEYS=str(folder / "keys"),
            )
            django.setup()
            _make_ready()
            try:
                yield Installation(folder, server)
            finally:
                _let_go()


def _make_ready() -> None:
    from bench.people import employ_all
    from fotfeste.config import start
    from fotfeste.office import installation

    call_command("migrate", database="owner", verbosity=0)
    start.mark_installation()
    start.require_sound_installation()
    call_command("collectstatic", interactive=False, verbosity=0)
    for municipality in MUNICIPALITIES:
        installation.keys().make(municipality)
    employ_all(MUNICIPALITIES)


def _let_go() -> None:
    """Close what is connected, so that the database stops at once."""
    from django.db import connections

    connections.close_all()
    for connection in connections.all():
        close_pool = getattr(connection, "close_pool", None)
        if close_pool and connection.settings_dict["OPTIONS"].get("pool"):
            close_pool()

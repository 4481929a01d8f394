"""The demo's own database: the one that runs, or one started for as long as asked."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from fotfeste.config.embedded_postgres import running

ROOT = Path(__file__).resolve().parents[3]
HOME = ROOT / ".fotfeste"
_NOTE = HOME / "database-url"


def exists() -> bool:
    """Test that the demo has been run here, and so has a database."""
    return (HOME / "postgres").exists()


def runs() -> bool:
    """Test that the demo runs now, and so its database is in use."""
    return _NOTE.exists() and _answers(_NOTE.read_text(encoding="utf-8"))


@contextmanager
def demo_database() -> Iterator[str]:
    """Give the address of the demo's database, for as long as it is used.

    Where the demo runs already, it is that one; its address stands in a file that only
    its owner can read.
    """
    if runs():
        yield _NOTE.read_text(encoding="utf-8")
        return
    with running(HOME / "postgres") as server:
        _NOTE.unlink(missing_ok=True)
        note = os.open(_NOTE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(note, "w", encoding="utf-8") as opened:
            opened.write(server.url())
        try:
            yield server.url()
        finally:
            _NOTE.unlink(missing_ok=True)


def _answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True

"""A whole Fotfeste to visit: a database of its own, web server and worker."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from fotfeste.demo.parent_death import die_with_parent

PROGRAMS = Path(sys.executable).parent
FILLING = Path(__file__).with_name("filling.py")
START_SECONDS = 30
STOP_SECONDS = 5


@contextmanager
def standing_site() -> Iterator[str]:
    """Give the address of a site with made-up people and cases in every stage.

    It shares the database server with the other tests, and nothing else: the log
    cannot be emptied, and what the visitors do must not meet what others count.
    """
    with (
        _database() as database,
        tempfile.TemporaryDirectory(prefix="fotfeste-keys-") as keys,
    ):
        environment = {
            **os.environ,
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "fotfeste.config.settings.test",
            "FOTFESTE_TEST_KEYS": keys,
        }
        for argv in (
            [str(PROGRAMS / "fotfeste"), "migrate"],
            [sys.executable, str(FILLING)],
        ):
            subprocess.run(argv, env=environment, check=True)
        port = _free_port()
        with (
            _process([str(PROGRAMS / "fotfeste"), "worker"], environment),
            _process(_web(port), environment) as web,
        ):
            url = f"http://127.0.0.1:{port}"
            _wait_for(f"{url}/hjelp-na/", web)
            yield url


@contextmanager
def _database() -> Iterator[str]:
    server = os.environ["DATABASE_URL"]
    name = f"browser_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield make_conninfo(server, dbname=name)
        finally:
            connection.execute(
                sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            )


@contextmanager
def _process(
    argv: list[str], environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        argv,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=die_with_parent(signal.SIGKILL),
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _web(port: int) -> list[str]:
    return [
        str(PROGRAMS / "granian"), "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port), "--workers", "1", "--blocking-threads", "4",
        "--no-access-log", "--log-level", "warning",
        "fotfeste.config.wsgi:application",
    ]  # fmt: skip


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait_for(url: str, web: subprocess.Popen[bytes]) -> None:
    latest = time.monotonic() + START_SECONDS
    while time.monotonic() < latest and web.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{url} did not answer within {START_SECONDS} seconds")

"""`fotfeste demo`: database, rulebook, made-up people, web server and worker."""

import os
import shutil
import sys
import urllib.error
import urllib.request
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import django
from django.core.management import call_command

from fotfeste.config import start
from fotfeste.config.demo_database import HOME, ROOT, demo_database, runs
from fotfeste.config.postgres_programs import PostgresError
from fotfeste.config.rulebook_check import sound
from fotfeste.demo.supervisor import Child, port_in_use, run

_SETTINGS = "fotfeste.config.settings.demo"


def demo(arguments: Namespace) -> int:
    """Start everything, and stop everything at Ctrl-C."""
    if arguments.reset:
        return _reset()
    taken = port_in_use(arguments.port)
    if taken:
        print(taken, file=sys.stderr)
        return 1
    if "DATABASE_URL" not in os.environ and runs():
        print("The demo runs already from this folder: stop it first.", file=sys.stderr)
        return 1
    if sound() is None:
        return 1
    try:
        with _database() as url:
            os.environ.update(DATABASE_URL=url, DJANGO_SETTINGS_MODULE=_SETTINGS)
            _prepare()
            return run(_children(arguments.port), lambda: _tell(arguments.port))
    except (PostgresError, start.WrongDatabaseError) as error:
        print(error, file=sys.stderr)
        return 1


@contextmanager
def _database() -> Iterator[str]:
    given = os.environ.get("DATABASE_URL")
    if given:
        yield given
        return
    with demo_database() as url:
        yield url


def _prepare() -> None:
    """Bring the database up to date, and fill it where it is empty."""
    django.setup()
    from fotfeste.demo.fill import fill, is_filled
    from fotfeste.office import installation
    from fotfeste.office.handle import Office

    start.require_own_database()
    call_command("migrate", database="owner", verbosity=0)
    start.mark_installation()
    start.require_sound_installation()
    if _styles_are_newer():
        call_command("collectstatic", interactive=False, verbosity=0)
    if not is_filled():
        print("Filling in made-up people ...", flush=True)
        now = datetime.now(UTC)  # noqa: TID251 - here the clock is read
        fill(Office(now, installation.rulebook(), installation.keys()))


def _styles_are_newer() -> bool:
    """Test that a style sheet or script has changed since they were collected."""
    collected = ROOT / "staticfiles" / "staticfiles.json"
    files = (ROOT / "src" / "fotfeste" / "web" / "static").rglob("*")
    return not collected.exists() or any(
        file.stat().st_mtime > collected.stat().st_mtime for file in files
    )


def _children(port: int) -> list[Child]:
    environment = dict(os.environ)
    python = Path(sys.executable)
    web = [
        str(python.with_name("granian")), "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port), "--workers", "2", "--blocking-threads", "3",
        "--no-access-log", "--log-level", "warning",
        "fotfeste.config.wsgi:application",
    ]  # fmt: skip
    worker = [str(python.with_name("fotfeste")), "worker"]
    return [
        Child("web", web, environment, lambda: _answers(port)),
        Child("worker", worker, environment),
    ]


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/hjelp-na/", timeout=2):
            return True
    except (urllib.error.URLError, OSError):
        return False


def _tell(port: int) -> None:
    print(
        f"""
Fotfeste is running: http://localhost:{port}/

  Be somebody who needs help   http://localhost:{port}/raelingen/   (Nora Testdatter)
  Be a caseworker              http://localhost:{port}/logg-inn/    (Kari Saksbehandler)

All people are made up. What you do is kept; `make demo-reset` starts afresh.
Ctrl-C stops everything.
""",
        flush=True,
    )


def _reset() -> int:
    if os.environ.get("DATABASE_URL"):
        print(
            "DATABASE_URL is set: empty that database yourself; it is not ours.",
            file=sys.stderr,
        )
        return 1
    if runs():
        print("The demo is running: stop it first (Ctrl-C).", file=sys.stderr)
        return 1
    shutil.rmtree(HOME, ignore_errors=True)
    print("The demo starts afresh the next time: make demo")
    return 0

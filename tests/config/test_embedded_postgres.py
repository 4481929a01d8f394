"""The server is started for real: what could fail here is the machine."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from fotfeste.config import postgres_programs
from fotfeste.config.embedded_postgres import Server, running
from fotfeste.config.postgres_programs import NOBODY, PostgresError

OWNER = """
import sys, time
from pathlib import Path
from fotfeste.config.embedded_postgres import running

with running(Path(sys.argv[1])) as server:
    print(server.process, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short path: pytest's own are too long for a socket."""
    made = Path(tempfile.mkdtemp(prefix="pg-"))
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One for all tests that only look at it."""
    with (
        tempfile.TemporaryDirectory(prefix="pg-") as made,
        running(Path(made), durable=False) as started,
    ):
        yield started


def ask(server: Server, question: str, user: str = "fotfeste") -> object:
    with psycopg.connect(server.url(user=user)) as connection:
        row = connection.execute(question.encode()).fetchone()
    return row[0] if row else None


def alive(process: int) -> bool:
    """Whether it runs; a dead one that nobody has taken note of does not."""
    try:
        os.kill(process, 0)
        stat = Path(f"/proc/{process}/stat").read_text()
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        return sys.platform != "linux"
    return stat.rpartition(")")[2].split()[0] != "Z"


def start_owner(folder: Path) -> tuple[subprocess.Popen[str], int]:
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    with owner.stdout:
        return owner, int(owner.stdout.readline())


def test_cold_start_makes_the_database_and_warm_start_keeps_it(folder: Path) -> None:
    with running(folder, durable=False) as server:
        with psycopg.connect(server.url()) as connection:
            connection.execute("CREATE TABLE kept (letter text)")
            connection.execute("INSERT INTO kept VALUES ('Å')")
        assert server.host == str(folder / "data")
        assert ask(server, "SELECT current_database()") == "fotfeste"
    assert not alive(server.process)

    with running(folder, durable=False) as again:
        assert ask(again, "SELECT lower(letter) FROM kept") == "å"


def test_nothing_is_readable_by_others(server: Server) -> None:
    assert (server.folder / "password").stat().st_mode & 0o077 == 0
    assert (server.folder / "data").stat().st_mode & 0o077 == 0


def test_a_wrong_password_is_refused(server: Server) -> None:
    url = server.url().replace(server.password("fotfeste"), "wrong")
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(url)


def test_the_role_cannot_bypass_row_level_security(server: Server) -> None:
    with psycopg.connect(server.url(), autocommit=True) as connection:
        for statement in (
            "CREATE TABLE secret (tenant int)",
            "INSERT INTO secret VALUES (1)",
            "ALTER TABLE secret ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE secret FORCE ROW LEVEL SECURITY",
        ):
            connection.execute(statement.encode())
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("ALTER ROLE fotfeste BYPASSRLS")
    assert ask(server, "SELECT count(*) FROM secret") == 0
    assert ask(server, "SELECT count(*) FROM secret", "postgres") == 1


def test_the_role_may_make_test_databases(server: Server) -> None:
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE test_fotfeste")
        connection.execute("DROP DATABASE test_fotfeste")


def test_the_url_serves_pgbench(server: Server) -> None:
    pgbench = [
        str(server.binaries / "pgbench"),
        "--initialize",
        "--quiet",
        server.url(),
    ]
    subprocess.run(pgbench, check=True, capture_output=True)


def test_a_second_owner_is_told_who_the_first_is(server: Server) -> None:
    with (
        pytest.raises(PostgresError, match=f"in use by process {os.getpid()}"),
        running(server.folder, durable=False),
    ):
        pass


def test_a_long_path_goes_over_tcp(folder: Path) -> None:
    with running(folder / ("Kjøkkenhagen " * 8), durable=False) as server:
        assert server.host == "127.0.0.1"
        assert ask(server, "SELECT 1") == 1


@pytest.mark.parametrize(
    ("name", "host"), [("Kjøkken %20 it's", "/"), ('a, "b"', "127.0.0.1")]
)
def test_odd_names_of_folders(folder: Path, name: str, host: str) -> None:
    with running(folder / name, durable=False) as server:
        assert server.host.startswith(host)
        assert ask(server, "SELECT 1") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the children")
def test_the_server_ends_with_a_killed_owner(folder: Path) -> None:
    owner, server = start_owner(folder)
    owner.kill()
    owner.wait()
    deadline = time.monotonic() + 5
    while alive(server) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not alive(server)
    assert not (folder / "data" / "postmaster.pid").exists()


def test_a_start_right_after_a_killed_owner_works(folder: Path) -> None:
    owner, _ = start_owner(folder)
    owner.kill()
    owner.wait()
    with running(folder) as server:
        assert ask(server, "SELECT 1") == 1


def test_a_kill_of_everything_leaves_nothing_in_the_way(folder: Path) -> None:
    owner, server = start_owner(folder)
    os.kill(server, signal.SIGSTOP)
    owner.kill()
    owner.wait()
    os.kill(server, signal.SIGKILL)
    # A stranger now has the server's number, as after a restart of the machine.
    pid_file = folder / "data" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]))
    with running(folder) as again:
        assert ask(again, "SELECT 1") == 1


def test_data_of_another_version_are_left_alone(folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "PG_VERSION").write_text("9\n")
    with (
        pytest.raises(PostgresError, match="made by PostgreSQL 9"),
        running(folder, durable=False),
    ):
        pass


def test_no_server_programs_at_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_programs, "_folders", lambda: iter(()))
    with pytest.raises(PostgresError, match="DATABASE_URL"), running(folder):
        pass


def test_an_installed_server_will_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = [
        found
        for found in Path("/usr/lib/postgresql").glob("*/bin")
        if (found / "initdb").exists()
    ]
    if not installed:
        pytest.skip("no PostgreSQL is installed here")
    monkeypatch.setattr(postgres_programs, "_folders", lambda: iter(installed))
    with running(folder, durable=False) as server:
        assert server.binaries == installed[0]
        assert ask(server, "SELECT lower('ÆØÅ')") == "æøå"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become nobody")
def test_root_without_namespaces_becomes_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_programs, "_namespaces_allowed", lambda: False)
    folder.chmod(0o755)
    with running(folder, durable=False) as server:
        assert Path(f"/proc/{server.process}").stat().st_uid == NOBODY
        assert ask(server, "SELECT 1") == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become nobody")
def test_where_nobody_can_go_is_said_before_the_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_programs, "_namespaces_allowed", lambda: False)
    folder.chmod(0o700)
    with pytest.raises(PostgresError, match="ordinary user"), running(folder / "in"):
        pass


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_an_ordinary_user_needs_nothing_special(folder: Path) -> None:
    if not postgres_programs._nobody_may("-x", Path(sys.executable)):
        pytest.skip("this Python lies where only root can reach it")
    os.chown(folder, NOBODY, NOBODY)
    owner = subprocess.run(
        [sys.executable, "-c", OWNER.replace("sleep(60)", "sleep(0)"), str(folder)],
        user=NOBODY,
        group=NOBODY,
        extra_groups=[],
        cwd="/",
        check=True,
        capture_output=True,
        text=True,
    )
    assert int(owner.stdout) > 0
    assert (folder / "data").stat().st_uid == NOBODY

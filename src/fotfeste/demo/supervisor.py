"""Runs the demo's processes together: all of them, or none."""

import errno
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import FrameType

from fotfeste.demo.parent_death import die_with_parent

STOP_SECONDS = 5.0
LOOK_SECONDS = 0.1


@dataclass(frozen=True)
class Child:
    """A process to run, and how to see that it is ready."""

    name: str
    argv: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    is_ready: Callable[[], bool] = lambda: True
    patience: float = 30.0


@dataclass(frozen=True)
class Running:
    """A child that was started, and the thread that shows what it says."""

    child: Child
    process: subprocess.Popen[str]
    output: threading.Thread


def run(children: Sequence[Child], on_ready: Callable[[], None] = lambda: None) -> int:
    """Runs the children in this order until Ctrl-C, SIGTERM or the end of one.

    Each is ready before the next is started. The answer is an exit code: 0 when we
    were asked to stop. Call it from the main thread, to which the children's lives
    are tied.
    """
    started: list[Running] = []
    with _asked_to_stop() as asked:
        try:
            failure = _start_all(children, started, asked)
            if failure is None and not asked.is_set():
                on_ready()
            while failure is None and not asked.wait(LOOK_SECONDS):
                failure = _first_dead(started)
        finally:
            _stop_all(started)
    if failure is None:
        return 0
    print(f"{failure} Everything is stopped.", file=sys.stderr, flush=True)
    return 1


def port_in_use(port: int) -> str | None:
    """What to tell the user if a server could not listen on the port, else None."""
    with socket.socket() as test:
        # A connection that was closed a moment ago is no reason to refuse.
        test.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            test.bind(("127.0.0.1", port))
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            why = "is in use by another program" if taken else "may not be used here"
            other = 8001 if port != 8001 else 8002
            return f"Port {port} {why}. Choose another one: make demo PORT={other}"
    return None


@contextmanager
def _asked_to_stop() -> Iterator[threading.Event]:
    """An event that is set by Ctrl-C, by SIGTERM and by closing the terminal."""
    asked = threading.Event()

    def ask(_sign: int, _frame: FrameType | None) -> None:
        asked.set()

    signs = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {sign: signal.signal(sign, ask) for sign in signs}
    try:
        yield asked
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)


def _start_all(
    children: Sequence[Child], started: list[Running], asked: threading.Event
) -> str | None:
    """Starts one after the other; the answer says what went wrong, if anything."""
    for child in children:
        try:
            started.append(_start(child))
        except OSError as error:
            return f"{child.name} could not be started: {error}."
        deadline = time.monotonic() + child.patience
        while not child.is_ready():
            failure = _first_dead(started)
            if failure is not None or asked.wait(LOOK_SECONDS):
                return failure
            if time.monotonic() > deadline:
                return f"{child.name} was not ready after {child.patience:g} seconds."
    return None


def _start(child: Child) -> Running:
    """Starts a child in a session of its own: Ctrl-C reaches us alone."""
    process = subprocess.Popen(
        list(child.argv),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONUNBUFFERED": "1", **child.environment},
        start_new_session=True,
        preexec_fn=die_with_parent(signal.SIGTERM),
    )
    output = threading.Thread(target=_forward, args=(child.name, process), daemon=True)
    output.start()
    return Running(child, process, output)


def _forward(name: str, process: subprocess.Popen[str]) -> None:
    """Shows each line under the child's name."""
    if process.stdout is None:
        return
    with process.stdout as lines:
        for line in lines:
            print(f"{name:>8} | {line.rstrip()}", flush=True)


def _first_dead(started: Sequence[Running]) -> str | None:
    for each in started:
        code = each.process.poll()
        if code is not None:
            how = f"signal {-code}" if code < 0 else f"exit code {code}"
            return f"{each.child.name} ended by itself ({how})."
    return None


def _stop_all(started: Sequence[Running]) -> None:
    """Stops them in reverse order, each with its share of the time that is left."""
    deadline = time.monotonic() + STOP_SECONDS
    for left, each in zip(range(len(started), 0, -1), reversed(started), strict=True):
        share = max(0.0, deadline - time.monotonic()) / left
        with suppress(ProcessLookupError):
            each.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            each.process.wait(share)
        # Whatever it started and left behind, and itself if it did not listen.
        with suppress(ProcessLookupError):
            os.killpg(each.process.pid, signal.SIGKILL)
        each.process.wait()
        each.output.join(timeout=1)

"""The supervisor is started for real, with small Python programs as children."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fotfeste.demo.supervisor import Child, port_in_use, run

SLEEP = "import time; print('up'); time.sleep(60)"
# Says when it is asked to stop.
POLITE = """
import signal, sys, time
def stop(*_):
    print('bye')
    sys.exit(0)
signal.signal(signal.SIGTERM, stop)
open(sys.argv[1], 'w').close()
time.sleep(60)
"""
STUBBORN = """
import signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
open(sys.argv[1], 'w').close()
time.sleep(60)
"""
PARENT = """
import sys
from pathlib import Path
from fotfeste.demo.supervisor import Child, run

folder, program = Path(sys.argv[1]), sys.argv[2]
children = [
    Child(
        name,
        [sys.executable, "-c", program, str(folder / name)],
        is_ready=(folder / name).exists,
    )
    for name in ("first", "second")
]
sys.exit(run(children, lambda: print("ready")))
"""


def python(name: str, program: str) -> Child:
    return Child(name, [sys.executable, "-c", program])


def start(folder: Path, program: str) -> subprocess.Popen[str]:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(folder), program],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert parent.stdout is not None
    while "ready" not in parent.stdout.readline():
        assert parent.poll() is None
    return parent


def children_of(process: int) -> list[int]:
    text = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(child) for child in text.split()]


def gone(process: int) -> bool:
    """Whether it has ended; a zombie that nobody fetches has."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state == "Z"


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_stops_the_last_child_first(
    tmp_path: Path, sign: signal.Signals
) -> None:
    parent = start(tmp_path, POLITE)
    parent.send_signal(sign)
    output, _ = parent.communicate(timeout=10)
    assert [line.split() for line in output.splitlines()] == [
        ["second", "|", "bye"],
        ["first", "|", "bye"],
    ]
    assert parent.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_who_does_not_listen_is_stopped_within_five_seconds(tmp_path: Path) -> None:
    parent = start(tmp_path, STUBBORN)
    children = children_of(parent.pid)
    assert len(children) == 2
    before = time.monotonic()
    parent.terminate()
    parent.communicate(timeout=10)
    assert time.monotonic() - before < 6
    assert all(gone(child) for child in children)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the children")
def test_children_end_with_a_killed_parent(tmp_path: Path) -> None:
    parent = start(tmp_path, POLITE)
    children = children_of(parent.pid)
    parent.kill()
    parent.communicate()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and not all(gone(child) for child in children):
        time.sleep(0.02)
    assert all(gone(child) for child in children)


def test_if_one_dies_all_are_stopped(capfd: pytest.CaptureFixture[str]) -> None:
    code = run([python("database", SLEEP), python("web", "print('æøå'); exit(3)")])
    output, error = capfd.readouterr()
    assert code == 1
    assert "database | up" in output
    assert "web | æøå" in output
    assert error == "web ended by itself (exit code 3). Everything is stopped.\n"


def test_a_program_that_is_not_there(capfd: pytest.CaptureFixture[str]) -> None:
    assert run([python("database", SLEEP), Child("web", ["/no/such/program"])]) == 1
    assert "web could not be started" in capfd.readouterr().err


def test_who_is_never_ready_is_not_waited_for(
    capfd: pytest.CaptureFixture[str],
) -> None:
    child = Child(
        "web", [sys.executable, "-c", SLEEP], is_ready=lambda: False, patience=0.3
    )
    assert run([child]) == 1
    assert "web was not ready after 0.3 seconds." in capfd.readouterr().err


def test_a_free_port_needs_no_message() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert port_in_use(port) is None


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])  # noqa: S104
def test_a_taken_port_is_named_with_a_way_out(address: str) -> None:
    with socket.socket() as taken:
        taken.bind((address, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert port_in_use(port) == (
            f"Port {port} is in use by another program. "
            "Choose another one: make demo PORT=8001"
        )

"""The real web server, and clients that cost it little of the machine."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fotfeste.config import demo_run
from fotfeste.demo.parent_death import die_with_parent

PATIENCE = 60


@contextmanager
def web_server() -> Iterator[int]:
    """Run the demo's web server by its own command line, and return its port."""
    with web_process() as (port, _):
        yield port


@contextmanager
def web_process() -> Iterator[tuple[int, int]]:
    """Run the web server; return its port and its process."""
    port = free_port()
    web = demo_run._children(port)[0]  # noqa: SLF001 - measured is what the demo runs
    with running(list(web.argv), port) as process:
        yield port, process


@contextmanager
def whole_demo() -> Iterator[tuple[int, int]]:
    """Run all that `fotfeste demo` runs; return its port and its process."""
    port = free_port()
    fotfeste = Path(sys.executable).with_name("fotfeste")
    with running([str(fotfeste), "demo", "--port", str(port)], port) as process:
        yield port, process


@contextmanager
def running(argv: list[str], port: int) -> Iterator[int]:
    """Run a program until it answers on the port, and end it afterwards."""
    started = subprocess.Popen(
        argv,
        env=dict(os.environ),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=die_with_parent(signal.SIGTERM),
    )
    try:
        _wait_for(port, started)
        yield started.pid
    finally:
        _end(started)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


class Client:
    """A browser's connection that is kept open, and its security mark."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.csrf = ""

    def get(self, path: str, session: str = "", encoding: str = "") -> "Answer":
        """Fetch a page."""
        headers = {"Cookie": f"fotfeste={session}; csrftoken={self.csrf}"}
        if encoding:
            headers["Accept-Encoding"] = encoding
        return self._ask("GET", path, None, headers)

    def post(self, path: str, session: str) -> "Answer":
        """Send a form that holds nothing but its security mark."""
        headers = {
            "Cookie": f"fotfeste={session}; csrftoken={self.csrf}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return self._ask("POST", path, f"csrfmiddlewaretoken={self.csrf}", headers)

    def take_mark(self, path: str, session: str) -> None:
        """Fetch a page with a form, and keep the security mark it came with."""
        cookies = self.get(path, session).headers.get_all("Set-Cookie") or []
        for cookie in cookies:
            name, _, value = cookie.partition(";")[0].partition("=")
            if name == "csrftoken":
                self.csrf = value

    def close(self) -> None:
        """Let the server have its connection back."""
        self._connection.close()

    def _ask(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> "Answer":
        began = time.perf_counter()
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        content = response.read()
        took = time.perf_counter() - began
        return Answer(response.status, response.headers, content, took)


class Answer:
    """What the server answered, and how long it took."""

    def __init__(
        self,
        status: int,
        headers: http.client.HTTPMessage,
        body: bytes,
        seconds: float,
    ) -> None:
        self.status = status
        self.headers = headers
        self.body = body
        self.seconds = seconds


def _end(started: subprocess.Popen[bytes]) -> None:
    """Ask the program to stop, and end whatever it leaves behind."""
    started.terminate()
    with suppress(subprocess.TimeoutExpired):
        started.wait(10)
    with suppress(ProcessLookupError):
        os.killpg(started.pid, signal.SIGKILL)
    started.wait()


def _wait_for(port: int, started: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if started.poll() is not None:
            raise RuntimeError(f"The server ended by itself ({started.returncode})")
        try:
            client = Client(port)
            if client.get("/hjelp-na/").status == 200:
                client.close()
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The server did not answer within {PATIENCE} s")

"""Several clients at once, each with a connection of its own that is kept open."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bench.machine import processor_seconds
from bench.server import Answer, Client

CLIENTS = 10
T = TypeVar("T")


class Cost:
    """The processor time of server, database and clients, for each of many answers.

    It tells the answers' own cost from the wait for processors that others use.
    """

    def __init__(self, processes: Mapping[str, int]) -> None:
        self._processes = processes
        self._before = self._spent()

    def each(self, answers: int) -> dict[str, float]:
        """Return the milliseconds for each of so many answers since the beginning."""
        now = self._spent()
        return {
            name: round((now[name] - before) / answers * 1000, 2)
            for name, before in self._before.items()
        }

    def _spent(self) -> dict[str, float]:
        found = {
            name: processor_seconds(process)
            for name, process in self._processes.items()
        }
        return {**found, "clients": time.process_time()}


def crowd(
    port: int,
    work: Sequence[T],
    do: Callable[[Client, T], Answer],
    begin: Callable[[Client], None] | None = None,
) -> tuple[float, list[float]]:
    """Let the clients do all the work; return how long it took, all and each.

    begin: what each client does before the clock starts.
    """
    waiting = iter(work)
    lock = threading.Lock()
    together = threading.Barrier(CLIENTS + 1)

    def client() -> list[float]:
        browser = Client(port)
        if begin:
            begin(browser)
        taken: list[float] = []
        together.wait()
        while True:
            with lock:
                mine = next(waiting, None)
            if mine is None:
                browser.close()
                return taken
            taken.append(do(browser, mine).seconds)

    with ThreadPoolExecutor(CLIENTS) as pool:
        futures = [pool.submit(client) for _ in range(CLIENTS)]
        together.wait()
        began = time.perf_counter()
        taken = [each for future in futures for each in future.result()]
        return time.perf_counter() - began, taken

"""Whole handled commands against pgbench's plain INSERT of the same bytes."""

import re
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from django.db import connections

from bench.figures import Figure
from bench.installation import Installation

PROCESSES, THREADS = 2, 4
CLIENTS = PROCESSES * THREADS
ROUNDS, SECONDS, WARM_UP = 5, 5, 2


def measure(place: Installation) -> list[Figure]:
    """Measure both in alternating rounds, and compare their medians."""
    with _clerks() as clerks:
        before = _bytes_of_content()
        commands = round(_work(clerks, WARM_UP) * WARM_UP)
        content = (_bytes_of_content() - before) // commands
        script = _plain_insert(place.folder, content)
        handled, inserted = [], []
        for _ in range(ROUNDS):
            inserted.append(_pgbench(place, script))
            handled.append(_work(clerks, SECONDS))
    ratio = median(ours / plain for ours, plain in zip(handled, inserted, strict=True))
    return [
        Figure(
            "commands_to_pgbench",
            round(ratio, 3),
            "ratio",
            f"{PROCESSES} processes of {THREADS} threads (as the web server's workers)"
            f" against pgbench with {CLIENTS} clients, {ROUNDS} alternating rounds of"
            f" {SECONDS} s, fsync on: submit, arrange, interview, findings, each with"
            " the read of the history",
            target=0.15,
            limit="the processor: Python and PostgreSQL share the cores",
            details={
                "commands_per_s": round(median(handled)),
                "pgbench_inserts_per_s": round(median(inserted)),
                "rounds": [
                    [round(ours), round(plain)]
                    for ours, plain in zip(handled, inserted, strict=True)
                ],
                "bytes_per_command": content,
                "pgbench": "the database's own, in simple mode",
            },
        )
    ]


@contextmanager
def _clerks() -> Iterator[list[subprocess.Popen[str]]]:
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "bench.clerks", str(number), str(THREADS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    try:
        for clerk in started:
            if _answer(clerk) != "ready":
                raise RuntimeError("A process of clerks did not start")
        yield started
    finally:
        for clerk in started:
            clerk.kill()
            clerk.communicate()


def _work(clerks: list[subprocess.Popen[str]], seconds: int) -> float:
    """Return how many commands all of them handled in a second."""
    for clerk in clerks:
        assert clerk.stdin
        clerk.stdin.write(f"{seconds}\n")
        clerk.stdin.flush()
    return sum(int(_answer(clerk)) for clerk in clerks) / seconds


def _answer(clerk: subprocess.Popen[str]) -> str:
    assert clerk.stdout
    return clerk.stdout.readline().strip()


def _bytes_of_content() -> int:
    """Return how many bytes of content the log holds."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(octet_length(content)), 0) FROM ledger_event"
        )
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _plain_insert(folder: Path, size: int) -> Path:
    """Return a script that inserts so many bytes that do not compress."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "CREATE TABLE bench_plain"
            " (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), content text NOT NULL)"
        )
    script = folder / "plain.sql"
    content = secrets.token_urlsafe(size)[:size]
    insert = "INSERT INTO bench_plain (content) VALUES ('{}');\n"
    script.write_text(insert.format(content))
    return script


def _pgbench(place: Installation, script: Path) -> float:
    said = subprocess.run(
        [
            str(_program(place)), "--no-vacuum", f"--file={script}",
            f"--client={CLIENTS}", "--jobs=2", f"--time={SECONDS}", place.server.url(),
        ],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    found = re.search(r"tps = ([\d.]+)", said)
    assert found, said
    return float(found[1])


def _program(place: Installation) -> Path:
    return place.server.binaries / "pgbench"

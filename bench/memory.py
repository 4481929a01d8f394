"""The memory of everything that `fotfeste demo` runs, while people register."""

import threading
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure, milliseconds
from bench.installation import Installation
from bench.registrations import prepared, send
from bench.server import whole_demo

COUNT = 1_000
PARTS = ("supervisor", "web", "worker", "postgres")


def measure(place: Installation) -> list[Figure]:
    """Add up the memory twice a second while applications stream in."""
    with whole_demo() as (port, supervisor):
        people = prepared(COUNT)
        done = threading.Event()
        seen: list[dict[str, tuple[float, float]]] = []

        def look() -> None:
            while not done.wait(0.5):
                seen.append(_memory(supervisor, place.server.process))

        looking = threading.Thread(target=look)
        looking.start()
        seconds, taken = send(port, people)
        done.set()
        looking.join()
    rss = max(sum(part[0] for part in look.values()) for look in seen)
    pss = max(sum(part[1] for part in look.values()) for look in seen)
    fullest = max(seen, key=lambda look: sum(part[1] for part in look.values()))
    return [
        Figure(
            "rss_mb", round(pss), "MB",
            "PSS, which counts a shared page once, of supervisor, web server with 2"
            f" workers, job worker and PostgreSQL, the highest while {COUNT}"
            " applications come in; the plain sum of RSS counts shared pages once for"
            " each process",
            target=700, sense="at most",
            details={
                "rss_sum_mb": round(rss),
                "pss_mb": round(pss),
                "rss_and_pss_mb_by_part": {
                    name: [round(part[0]), round(part[1])]
                    for name, part in fullest.items()
                },
                "registrations_per_s_beside_the_worker": round(COUNT / seconds, 1),
                "registration_ms_beside_the_worker": milliseconds(taken),
            },
        )
    ]  # fmt: skip


def _memory(supervisor: int, postgres: int) -> dict[str, tuple[float, float]]:
    """Return megabytes (RSS, PSS) by part."""
    found = dict.fromkeys(PARTS, (0.0, 0.0))
    children = _children()
    parts = [(supervisor, "supervisor"), (postgres, "postgres")]
    for child in children.get(supervisor, []):
        parts.append((child, "web" if "granian" in _command(child) else "worker"))
    known = {process for process, _ in parts}
    for process, name in parts:
        for member in _family(process, children, known):
            rss, pss = _of(member)
            found[name] = (found[name][0] + rss, found[name][1] + pss)
    return found


def _family(
    process: int, children: dict[int, list[int]], known: set[int]
) -> Iterator[int]:
    """Return the process and all it has started, but for those counted elsewhere."""
    yield process
    for child in children.get(process, []):
        if child not in known:
            yield from _family(child, children, known)


def _children() -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        found.setdefault(int(after_name[1]), []).append(int(entry.parent.name))
    return found


def _command(process: int) -> str:
    try:
        text = Path(f"/proc/{process}/cmdline").read_text()
    except OSError:
        return ""
    return text.replace("\0", " ")


def _of(process: int) -> tuple[float, float]:
    """Return megabytes (RSS, PSS) of one process; nothing of one that has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0, 0.0
    sizes = {line.split(":")[0]: line.split() for line in lines if ":" in line}
    return int(sizes["Rss"][1]) / 1024, int(sizes["Pss"][1]) / 1024

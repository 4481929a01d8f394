"""What the figures were measured on."""

import os
import platform
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

from fotfeste.config.embedded_postgres import Server


def facts(server: Server) -> dict[str, object]:
    """Return what one must know of the machine to judge the figures."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),  # noqa: TID251
        "cores": os.cpu_count(),
        "memory_mb": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20,
        "processor": _processor(),
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        "postgresql": _version(server),
        "load_before": [round(load, 2) for load in os.getloadavg()],
    }


def used_by_others(seconds: float = 2) -> float:
    """Return the share of all cores that others use while we do nothing."""
    idle, total = _ticks()
    time.sleep(seconds)
    idle_after, total_after = _ticks()
    return round(1 - (idle_after - idle) / max(1, total_after - total), 2)


def processor_seconds(process: int) -> float:
    """Return the processor time of a process and all it has started that still runs.

    It says what a thing costs, however busy others keep the machine.
    """
    spent: dict[int, int] = {}
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        member = int(entry.parent.name)
        parents[member] = int(after_name[1])
        spent[member] = int(after_name[11]) + int(after_name[12])
    family = {process}
    while more := {m for m, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(spent.get(one, 0) for one in family) / os.sysconf("SC_CLK_TCK")


def _ticks() -> tuple[int, int]:
    """Return the ticks that the cores were idle, and all ticks."""
    try:
        line = Path("/proc/stat").read_text().partition("\n")[0]
    except OSError:
        return 0, 0
    ticks = [int(word) for word in line.split()[1:9]]
    return ticks[3] + ticks[4], sum(ticks)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    named = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()


def _version(server: Server) -> str:
    asked = [str(server.binaries / "postgres"), "--version"]
    said = subprocess.run(asked, capture_output=True, check=True, text=True).stdout
    return said.strip().rpartition(" ")[2]

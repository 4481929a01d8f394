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

"""What the figures were measured on."""

import os
import platform
import subprocess
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

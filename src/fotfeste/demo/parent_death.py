"""Child processes that do not outlive their parent, however it ends."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1


def die_with_parent(sign: signal.Signals) -> Callable[[], None] | None:
    """A preexec_fn: the kernel sends the signal when the starting *thread* ends.

    Only Linux can do this. Elsewhere there is none, and a parent that is killed
    leaves its children behind.
    """
    if not sys.platform.startswith("linux"):
        return None
    # Found before the fork: after it, a lock that another thread held stays held.
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()

    def in_child() -> None:
        prctl(PR_SET_PDEATHSIG, int(sign), 0, 0, 0)
        # The parent may have died before we asked.
        if os.getppid() != parent:
            os._exit(1)

    return in_child

"""Keeping up with editions that others approve, beside what is being served.

A page never waits for it: what is known is in memory, and this thread renews it. An
edition is approved before its first day, so that all have seen it when it holds.
"""

import logging
from datetime import timedelta
from threading import Event, Thread

from django.db import connection

from fotfeste.office import installation

LOOK_AFTER = 5.0
"""Seconds between two looks: one small question each."""

SEEN_BY_ALL = timedelta(minutes=1)
"""How long after an approval every process has surely seen it."""

_log = logging.getLogger(__name__)


def keep_up(stopped: Event | None = None) -> Thread:
    """Look for editions from now on, in a thread of its own that ends with the program.

    stopped: set by who wants it to end before that.
    """
    thread = Thread(target=_look, args=[stopped or Event()], daemon=True)
    thread.start()
    return thread


def _look(stopped: Event) -> None:
    while not stopped.wait(LOOK_AFTER):
        look_once()


def look_once() -> None:
    """Look for editions; whatever goes wrong, what was known goes on to be served."""
    try:
        installation.learn_editions()
    except Exception:  # a database that is away, now or for long: it is asked again
        _log.warning("Could not look for new editions", exc_info=True)
    finally:
        connection.close()

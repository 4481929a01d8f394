"""How long it has really taken, on a page that asks no database while somebody waits.

What is known is kept in memory. When it is old, the database is asked beside the page,
which shows what was known before: it is there, and as fast, when no database is.
"""

from threading import Thread
from time import monotonic

from django.db import Error, connection

from fotfeste.office.waiting import Waiting, waiting

KEPT, TRIED_AGAIN = 600.0, 60.0
"""For how many seconds an answer holds, and how soon one that did not come is asked."""

_known: dict[str, tuple[float, Waiting | None]] = {}


def waiting_times(municipality: str) -> Waiting | None:
    """Return how long it has taken; None where it is not known yet, or by too few."""
    until, known = _known.get(municipality, (0.0, None))
    if monotonic() >= until:
        _known[municipality] = (monotonic() + TRIED_AGAIN, known)  # one asks, not all
        ask_beside(municipality)
    return known


def ask_beside(municipality: str) -> None:
    """Ask the database beside the page that is being made."""
    Thread(target=learn, args=[municipality], daemon=True).start()


def learn(municipality: str) -> None:
    """Ask the database, and know the answer from now on."""
    try:
        _known[municipality] = (monotonic() + KEPT, waiting(municipality))
    except Error:
        return
    finally:
        connection.close()

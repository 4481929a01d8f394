"""How long it has really taken, for the page that must be there without a database."""

from time import monotonic

from django.db import Error

from fotfeste.office.waiting import Waiting, waiting

KEPT, TRIED_AGAIN = 600.0, 60.0
"""For how many seconds an answer holds, and the lack of one."""

_known: dict[str, tuple[float, Waiting | None]] = {}


def waiting_times(municipality: str) -> Waiting | None:
    """Return how long it has taken; None where it is not known, or nobody answers."""
    until, known = _known.get(municipality, (0.0, None))
    if monotonic() < until:
        return known
    try:
        found, holds = waiting(municipality), KEPT
    except Error:
        found, holds = None, TRIED_AGAIN
    _known[municipality] = (monotonic() + holds, found)
    return found

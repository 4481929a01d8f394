"""All that runs beside the web server, made known to the job queue."""

import procrastinate

from fotfeste.exchange import followers as outside
from fotfeste.jobs import followers


def register(app: procrastinate.App) -> None:
    """Make the followers of the log known, and what speaks with the outside."""
    followers.register(app)
    outside.register(app)

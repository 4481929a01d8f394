"""The fence: a transaction that sees one municipality and no other."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction


@contextmanager
def fenced(municipality: str) -> Iterator[None]:
    """Run in a transaction in which only the municipality's rows exist.

    Row-level security in the database does the fencing: a query without a filter shows
    this municipality's rows, and outside any fence it shows none. A fence inside
    another one gives way to it again.
    """
    around = _inside.get()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_SET, [municipality])
        mark = _inside.set(municipality)
        try:
            yield
        finally:
            _inside.reset(mark)
        if around not in (None, municipality):
            cursor.execute(_SET, [around])


_SET = "SELECT set_config('fotfeste.municipality', %s, true)"
_inside: ContextVar[str | None] = ContextVar("municipality", default=None)

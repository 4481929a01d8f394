"""The fence: a transaction that sees one municipality and no other."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def fenced(municipality: str) -> Iterator[None]:
    """Run in a transaction in which only the municipality's rows exist.

    Row-level security in the database does the fencing: a query without a filter shows
    this municipality's rows, and outside any fence it shows none.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('fotfeste.municipality', %s, true)", [municipality]
        )
        yield

"""Rebuilds what lists show from the log, and tells where it differed."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db import connection, connections

from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.office import closed, installation, representation
from fotfeste.office.case_row import CaseRow, case_row
from fotfeste.office.recount import Recount
from fotfeste.procedures.kinds import Kind, replay

_COLUMNS = (
    "kind", "person", "reference", "version", "stage", "unit", "is_open", "received_on",
    "due_on", "due_term", "assignee", "waits_for", "is_urgent", "meets_on",
)  # fmt: skip


def rebuild(today: date, municipality: str | None = None) -> tuple[int, list[str]]:
    """Return how many cases were rebuilt, and a line for each value that differed.

    today:        local date in Norway: which unit has a case depends on it.
    municipality: the only one to rebuild, or None for all.
    """
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT municipality, stream FROM ledger_stream"
            " WHERE %(only)s::text IS NULL OR municipality = %(only)s ORDER BY 1, 2",
            {"only": municipality},
        )
        streams = cursor.fetchall()
        cursor.execute(_REMOVE_LACKS, {"only": municipality})
        cursor.execute(_REMOVE_INVENTED, {"only": municipality})
        differences = [
            f"{where} {reference}: was in the list, but is not in the log"
            for where, reference in cursor.fetchall()
        ]
    recounts: dict[str, Recount] = {}
    for where, stream in streams:
        recount = recounts.setdefault(where, Recount())
        with fenced(where):
            differences.extend(_rebuilt(where, stream, today, recount))
    for where, recount in recounts.items():
        differences.extend(recount.kept(where))
    return len(streams), differences


_REMOVE_LACKS = """
    DELETE FROM office_lack l WHERE NOT EXISTS (
        SELECT FROM ledger_stream s
        WHERE s.municipality = l.municipality AND s.stream = l.stream
    ) AND (%(only)s::text IS NULL OR municipality = %(only)s)
"""
_REMOVE_INVENTED = """
    DELETE FROM office_case c WHERE NOT EXISTS (
        SELECT FROM ledger_stream s
        WHERE s.municipality = c.municipality AND s.stream = c.stream
    ) AND (%(only)s::text IS NULL OR municipality = %(only)s)
    RETURNING municipality, reference
"""


def _rebuilt(
    municipality: str, stream: UUID, today: date, recount: Recount
) -> Iterator[str]:
    book, keys = installation.rulebook(), installation.keys()
    try:
        history = log.read(municipality, stream, keys)
    except log.ErasedError:
        recount.erased = True
        return
    if history is None:
        return
    case = replay(history.kind, history.events)
    recount.add(history.kind, history.events)
    if history.kind is Kind.PERSON:
        representation.rebuild(municipality, history)
        closed.rebuild(municipality, history.person, history.known)
    row = case_row(history.kind, case, history.known, municipality, book, today)
    yield from _lacks_mended(municipality, history, row)
    right = (
        str(history.kind), history.person, history.reference, history.version,
        row.stage, row.unit, row.is_open, row.received_on, row.due_on, row.due_term,
        row.assignee, str(row.waits_for), row.is_urgent, list(row.meets_on),
    )  # fmt: skip
    columns = ", ".join(_COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {columns} FROM office_case"  # noqa: S608 - the columns are ours
            " WHERE municipality = %s AND stream = %s",
            [municipality, stream],
        )
        held = cursor.fetchone()
        if held == right:
            return
        marks = ", ".join(["%s"] * (len(_COLUMNS) + 2))
        updates = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS)
        cursor.execute(
            f"INSERT INTO office_case (municipality, stream, {columns})"  # noqa: S608
            f" VALUES ({marks}) ON CONFLICT (municipality, stream)"
            f" DO UPDATE SET {updates}",
            [municipality, stream, *right],
        )
    if held is None:
        yield f"{municipality} {history.reference}: was not in the list"
        return
    for name, was, now in zip(_COLUMNS, held, right, strict=True):
        if was != now:
            yield f"{municipality} {history.reference}: {name} was {was}, is {now}"


def _lacks_mended(
    municipality: str, history: log.History, row: CaseRow
) -> Iterator[str]:
    """Keep what the case lacks, and tell where it was not so."""
    right = {str(lack.what): (lack.since, row.unit) for lack in row.lacks}
    key = (municipality, history.stream)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT lack, since, unit FROM office_lack"
            " WHERE municipality = %s AND stream = %s",
            key,
        )
        held = {lack: (since, unit) for lack, since, unit in cursor.fetchall()}
        if held == right:
            return
        cursor.execute(
            "DELETE FROM office_lack WHERE municipality = %s AND stream = %s", key
        )
        cursor.executemany(
            "INSERT INTO office_lack"
            " (municipality, stream, lack, since, unit, reference)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            [
                (*key, lack, since, unit, history.reference)
                for lack, (since, unit) in right.items()
            ],
        )
    was, now = (", ".join(sorted(lacks)) or "nothing" for lacks in (held, right))
    yield f"{municipality} {history.reference}: lacks was {was}, is {now}"

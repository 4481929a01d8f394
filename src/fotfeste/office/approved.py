"""The editions that are approved, in every municipality: what all are shown."""

from django.db import connection

from fotfeste.ledger.fence import fenced
from fotfeste.rulebook.editions import Edition


def stamp() -> str:
    """Return a text that is another whenever an edition is approved or withdrawn."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT office_editions_stamp()")
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def editions() -> dict[str, list[Edition]]:
    """Return the approved editions by municipality, in the order of their days."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT municipality, valid_from, text FROM office_editions_approved()"
        )
        rows = cursor.fetchall()
    found: dict[str, list[Edition]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(Edition(*row))
    return found


def of(municipality: str) -> list[Edition]:
    """Return the municipality's approved editions, in the order of their days."""
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "SELECT municipality, valid_from, text FROM office_edition"
            " WHERE municipality = %s AND state = 'approved' ORDER BY valid_from",
            [municipality],
        )
        return [Edition(*row) for row in cursor.fetchall()]

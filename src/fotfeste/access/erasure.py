"""Erasing a person: their key and all that could find them again (decision 2)."""

from uuid import UUID

from django.db import connections, transaction


def erase(municipality: str, person: UUID) -> bool:
    """Erase the person; return whether there was anybody to erase.

    Their key, name, number, files, dispatches and what is begun about them go. Their
    cases stay in the log, where they cannot be read, and leave the lists of what is to
    be done. Runs as the owner: the program itself cannot.
    """
    values: list[str | UUID] = [municipality, person]
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute(
            "DELETE FROM ledger_data_key WHERE municipality = %s AND person = %s",
            values,
        )
        erased = bool(cursor.rowcount)
        cursor.execute(
            "DELETE FROM access_person WHERE municipality = %s AND id = %s", values
        )
        cursor.execute(
            "DELETE FROM office_draft WHERE municipality = %s AND person = %s", values
        )
        cursor.execute(
            "DELETE FROM office_begun WHERE municipality = %s AND person = %s", values
        )
        cursor.execute(
            "DELETE FROM letters_dispatch WHERE municipality = %s AND person = %s",
            values,
        )
        cursor.execute(
            "DELETE FROM office_attachment WHERE municipality = %s AND person = %s",
            values,
        )
        cursor.execute(
            "DELETE FROM office_representation WHERE municipality = %s"
            " AND %s IN (person, representative)",
            values,
        )
        cursor.execute(
            "UPDATE office_case SET is_open = false"
            " WHERE municipality = %s AND person = %s",
            values,
        )
    return erased

"""For whom somebody may act: the powers of attorney, found from the representative."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from fotfeste.ledger.log import History
from fotfeste.procedures.kinds import Event
from fotfeste.procedures.person import events as did


@dataclass(frozen=True, slots=True)
class Represented:
    """A person for whom somebody may act, and until when (None: until revoked)."""

    person: UUID
    valid_to: date | None


def represented_by(
    municipality: str, representative: UUID, today: date
) -> list[Represented]:
    """Return the people whom the representative may act for today.

    Whether they may do something is asked of the person's own file; this is a list to
    find them by. Call inside a fence.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person, CASE WHEN bool_or(valid_to IS NULL) THEN NULL"
            " ELSE max(valid_to) END"
            " FROM office_representation WHERE municipality = %s"
            " AND representative = %s AND valid_from <= %s"
            " AND (valid_to IS NULL OR valid_to >= %s) GROUP BY person ORDER BY person",
            [municipality, representative, today, today],
        )
        return [Represented(person, last) for person, last in cursor.fetchall()]


def note(municipality: str, person: UUID, events: Sequence[Event]) -> None:
    """Note the powers that the events give and revoke, in the same transaction."""
    with connection.cursor() as cursor:
        for event in events:
            match event:
                case did.PowerOfAttorneyGiven():
                    cursor.execute(
                        "INSERT INTO office_representation VALUES"
                        " (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
                        [
                            municipality, event.power, event.representative, person,
                            event.valid_from, event.valid_to,
                        ],
                    )  # fmt: skip
                case did.PowerOfAttorneyRevoked(power=power):
                    cursor.execute(
                        "DELETE FROM office_representation"
                        " WHERE municipality = %s AND power = %s",
                        [municipality, power],
                    )
                case _:
                    pass


def rebuild(municipality: str, history: History) -> None:
    """Note the powers again from the log. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM office_representation WHERE municipality = %s AND person = %s",
            [municipality, history.person],
        )
    note(municipality, history.person, history.events)

"""Whose cases are closed to some employees, so that lists do not show them."""

from collections.abc import Collection, Sequence
from functools import reduce
from uuid import UUID

from django.db import connection

from fotfeste.procedures.kinds import Case, Event, evolve
from fotfeste.procedures.person import events as person
from fotfeste.procedures.person.stages import File

_ABOUT = (
    person.CircleClosed | person.CircleOpened | person.AccessBarred | person.BarLifted
)

SEEN = """NOT EXISTS (
    SELECT FROM office_closed k
    WHERE k.municipality = office_case.municipality AND k.person = office_case.person
    AND (NOT %(who)s = ANY (k.circle) OR %(who)s = ANY (k.barred))
)"""
"""What a list asks of a row: that nothing keeps the employee `who` from it."""


def hidden_from(
    municipality: str, employee: UUID, people: Collection[UUID]
) -> set[UUID]:
    """Return whose cases are closed to the employee. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person FROM office_closed WHERE municipality = %s"
            " AND person = ANY (%s)"
            " AND (NOT %s = ANY (circle) OR %s = ANY (barred))",
            [municipality, list(people), employee, employee],
        )
        return {person for (person,) in cursor.fetchall()}


def note(municipality: str, whom: UUID, case: Case, events: Sequence[Event]) -> None:
    """Keep what the events say of who may see the cases, if they say anything."""
    if not any(isinstance(event, _ABOUT) for event in events):
        return
    about: Case = reduce(evolve, events, case)
    if isinstance(about.file, File):
        rebuild(municipality, whom, about.file)


def rebuild(municipality: str, whom: UUID, known: File) -> None:
    """Keep what the person's own file says of who may see the cases."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM office_closed WHERE municipality = %s AND person = %s",
            [municipality, whom],
        )
        if known.circle is None and not known.barred:
            return
        circle = list(known.circle.employees) if known.circle else None
        cursor.execute(
            "INSERT INTO office_closed (municipality, person, circle, barred)"
            " VALUES (%s, %s, %s::uuid[], %s::uuid[])",
            [municipality, whom, circle, [one.employee for one in known.barred]],
        )

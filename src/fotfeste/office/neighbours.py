"""Which employees have read about somebody in their own street."""

from uuid import UUID

from django.db import connection

from fotfeste.access.streets import street_hash, street_of, streets_kept
from fotfeste.access.watch import Seen
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.office.handle import Office


def neighbours(
    municipality: str, employer: str, seen: list[Seen], office: Office
) -> set[tuple[UUID, UUID]]:
    """Return employee and person, where both are known to live in the same street.

    Looked for only where the employee has said where they live. A protected address is
    never compared: a warning would tell where it is.
    """
    with fenced(employer):
        streets = streets_kept(employer)
    pairs = {(one.employee, one.person) for one in seen if one.employee in streets}
    if not pairs:
        return set()
    with fenced(municipality):
        latest = _latest_applications(municipality, [person for _, person in pairs])
        lives = {
            person: _street(municipality, stream, office)
            for person, stream in latest.items()
        }
    return {
        (employee, person)
        for employee, person in pairs
        if lives.get(person)
        and street_hash(employer, lives[person], office.keys) == streets[employee]
    }


def _latest_applications(municipality: str, people: list[UUID]) -> dict[UUID, UUID]:
    """Return each person's latest application. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT ON (person) person, stream FROM office_case"
            " WHERE municipality = %s AND person = ANY(%s) AND kind = 'application'"
            " ORDER BY person, received_on DESC, reference DESC",
            [municipality, people],
        )
        return dict(cursor.fetchall())


def _street(municipality: str, stream: UUID, office: Office) -> str:
    """Return the street an application says, or nothing."""
    try:
        history = log.read(municipality, stream, office.keys)
    except log.ErasedError:
        return ""
    for record in history.records if history else ():
        content = getattr(record.event, "application", None)
        if content is not None:
            return "" if content.protected else street_of(content.address)
    return ""

"""What a leader is warned of from the log of readings, with all that it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import connection

from fotfeste.access import watch
from fotfeste.access.employing import identities_kept, identity_of
from fotfeste.access.log_pages import Wanted, log_page, people_by_day
from fotfeste.access.models import Reading
from fotfeste.access.people import Identity, identities
from fotfeste.access.readings import OF_REVIEW
from fotfeste.access.watch import Seen, Sign, Warning
from fotfeste.ledger.fence import fenced
from fotfeste.office.handle import OSLO, Office
from fotfeste.office.neighbours import neighbours

MOST = 20_000
"""As many readings as are looked through at a time: the latest of the period."""

_DAY = timedelta(days=1)
_USUALLY = timedelta(days=90)
"""So far back it is seen what is usual for an employee."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Whose log is looked through: a unit's, on some days (both included).

    employer: the municipality of the employees; another's cases may be theirs.
    """

    municipality: str
    employer: str
    unit: str
    first: date
    last: date


def warnings(watched: Watched, office: Office) -> tuple[list[Warning], bool]:
    """Return what there is to ask about, the latest day first, and whether that is all.

    It is not where the days have more readings than are looked through.
    """
    since, before = _moments(watched.first, watched.last)
    wanted = Wanted(watched.unit, since=since, before=before)
    with fenced(watched.municipality):
        rows, more = log_page(watched.municipality, wanted, size=MOST)
        seen = [_seen(row) for row in rows if row.ground not in OF_REVIEW]
        people = sorted({one.person for one in seen})
        known = identities(watched.municipality, people, office.keys)
        units = units_of(watched.municipality, people)
        usual = people_by_day(
            watched.municipality, watched.unit, since - _USUALLY, since
        )
    own = _own(watched.employer, seen, known, office)
    others = [one for one in seen if (one.employee, one.person) not in own]
    close = neighbours(watched.municipality, watched.employer, others, office)
    control = office.book.control(watched.last)
    names = {person: identity.name for person, identity in known.items()}
    found = [
        *watch.own_file(seen, own),
        *watch.same_surname(others, names),
        *watch.near(others, close),
        *watch.without_case(seen, units),
        *watch.many(
            seen, usual, control.people_in_a_day, control.times_as_usual,
            control.worth_a_look,
        ),
        *watch.outside_hours(
            seen, time.fromisoformat(control.opens), time.fromisoformat(control.closes),
            office.book.calendar,
        ),
    ]  # fmt: skip
    order = list(Sign)
    found.sort(key=lambda one: (-one.day.toordinal(), order.index(one.sign), one.key))
    return found, more is None


def warning_with(key: str, watched: Watched, office: Office) -> Warning | None:
    """Return the warning with the key, worked out anew, or None where there is none."""
    try:
        day = date.fromisoformat(key.partition(".")[0])
    except ValueError:
        return None
    that_day = Watched(watched.municipality, watched.employer, watched.unit, day, day)
    found, _ = warnings(that_day, office)
    return next((one for one in found if one.key == key), None)


def references_of(municipality: str, streams: Iterable[UUID]) -> dict[UUID, str]:
    """Return the references of the cases. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT stream, reference FROM office_case"
            " WHERE municipality = %s AND stream = ANY(%s)",
            [municipality, list(streams)],
        )
        return dict(cursor.fetchall())


def units_of(municipality: str, people: list[UUID]) -> dict[UUID, set[str]]:
    """Return the units that have, or have done something in, the people's cases.

    Call inside a fence.
    """
    found: dict[UUID, set[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person, unit FROM office_case"
            " WHERE municipality = %s AND person = ANY(%s)"
            " UNION SELECT s.person, e.unit FROM ledger_stream s JOIN ledger_event e"
            " ON e.municipality = s.municipality AND e.stream = s.stream"
            " WHERE s.municipality = %s AND s.person = ANY(%s)",
            [municipality, people, municipality, people],
        )
        for person, unit in cursor.fetchall():
            found.setdefault(person, set()).add(unit)
    return found


def _own(
    employer: str, seen: list[Seen], known: dict[UUID, Identity], office: Office
) -> set[tuple[UUID, UUID]]:
    """Return who is both: employee and person, by number or by their whole name."""
    with fenced(employer):
        employees = identities_kept(employer)
    by_number = {
        (employee, person)
        for person, identity in known.items()
        if identity.number
        for employee in [
            employees.get(identity_of(employer, identity.number, office.keys))
        ]
        if employee
    }
    by_name = {
        (one.employee, one.person)
        for one in seen
        if one.person in known
        and known[one.person].name.casefold().split() == one.name.casefold().split()
    }
    return by_number | by_name


def _seen(row: Reading) -> Seen:
    return Seen(
        row.id, row.person, row.stream, row.employee, row.name, row.unit,
        row.at.astimezone(OSLO),
    )  # fmt: skip


def _moments(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the first moment of the days, and the first one after them."""
    return (
        datetime.combine(first, time(), OSLO),
        datetime.combine(last + _DAY, time(), OSLO),
    )

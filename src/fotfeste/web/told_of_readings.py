"""Who has read about a person, in plain words: visits and not clicks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from fotfeste.access.models import Reading
from fotfeste.access.readings import Ground, What
from fotfeste.web.lazy import Text

GROUNDS: dict[str, Text] = {
    Ground.ASSIGNED: _("Har saken din"),
    Ground.STAND_IN: _("Er vikar for den som har saken din"),
    Ground.UNIT: _("Arbeider i enheten som har saken din"),
    Ground.LEADER: _("Leder enheten som har hatt saken din"),
    Ground.REASON: _("Har ikke del i saken din, og måtte si hvorfor"),
    Ground.EMERGENCY: _("Sa at det var fare for liv eller helse"),
    Ground.DISPATCH: _("Skulle sende deg et brev"),
    Ground.REVIEW: _("Kontrollerte hvem som har lest"),
    Ground.EXPORT: _("Kontrollerte hvem som har lest, i en fil"),
}
"""What access rests on, as the person is told."""

WHATS: dict[str, Text] = {
    What.LIST: _("Navnet ditt på en liste"),
    What.CASE: _("Saken"),
    What.PERSON: _("Fullmakter, samtykker og meldinger"),
    What.INTERVIEW: _("Samtalen"),
    What.STEP: _("Arbeidet med saken"),
    What.LETTER: _("Et brev"),
    What.DOCUMENT: _("Et dokument"),
}
"""What was read, as the person is told."""

_PAUSE = timedelta(minutes=30)
"""Readings nearer to each other than this are one visit."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One time that an employee read about the person: from when to when, and what."""

    employee: UUID
    name: str
    unit: str
    organisation: str
    ground: Text
    reason: str
    first: datetime
    last: datetime
    what: tuple[Text, ...]


def visits(readings: Iterable[Reading]) -> list[Visit]:
    """Return the visits that the readings make, the latest first.

    readings: in any order.
    Law: pasientjournalforskriften § 14: who, from where, on what ground, and when.
    """
    found: list[Visit] = []
    open_visits: dict[tuple[UUID, str, str], int] = {}
    for reading in sorted(readings, key=lambda one: one.at):
        key = reading.employee, reading.ground, reading.reason
        what, at = WHATS.get(reading.what, reading.what), open_visits.get(key)
        if at is not None and reading.at - found[at].last <= _PAUSE:
            found[at] = _longer(found[at], reading.at, what)
            continue
        open_visits[key] = len(found)
        found.append(
            Visit(
                reading.employee,
                reading.name,
                reading.unit,
                reading.organisation,
                GROUNDS.get(reading.ground, reading.ground),
                reading.reason,
                reading.at,
                reading.at,
                (what,),
            )
        )
    return sorted(found, key=lambda visit: visit.first, reverse=True)


def _longer(visit: Visit, last: datetime, what: Text) -> Visit:
    known = visit.what if what in visit.what else (*visit.what, what)
    return replace(visit, last=last, what=known)

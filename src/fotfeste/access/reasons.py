"""Reasons for seeing a person's cases without having a part in them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db import connection

from fotfeste.access.models import Employee
from fotfeste.ledger.log import uuid7


class Why(StrEnum):
    """Why somebody must see cases in which they have no part (hpl §§ 25 and 21)."""

    HELP = "help"
    HANDOVER = "handover"
    COMPLAINT = "complaint"
    CONTROL = "control"
    EMERGENCY = "emergency"


LASTS = timedelta(hours=24)
"""How long a reason lets one see; an emergency lasts as long."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody looked, in their own words, and whether a leader has seen it."""

    id: UUID
    person: UUID
    employee: UUID
    name: str
    unit: str
    why: Why
    words: str
    at: datetime
    reviewed_by: str


def give_reason(
    municipality: str,
    employee: Employee,
    person: UUID,
    why: Why,
    words: str,
    at: datetime,
) -> None:
    """Record why the employee must see the person's cases. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO access_reason VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [
                municipality, uuid7(), person, employee.id, employee.name,
                employee.unit, why, words, at, at + LASTS,
            ],
        )  # fmt: skip


def reasons(
    municipality: str, *, only_new: bool = False, most: int = 100
) -> list[Reason]:
    """Return the reasons given, the latest first. Call inside a fence.

    only_new: those that no leader has looked at.
    """
    unseen = "AND v.reason IS NULL" if only_new else ""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.id, r.person, r.employee, r.name, r.unit, r.why, r.words, r.at,"  # noqa: S608 - the text is ours
            " coalesce(v.name, '') FROM access_reason r"
            " LEFT JOIN access_reason_review v"
            " ON v.municipality = r.municipality AND v.reason = r.id"
            f" WHERE r.municipality = %s {unseen} ORDER BY r.at DESC LIMIT %s",
            [municipality, most],
        )
        found = cursor.fetchall()
    return [
        Reason(key, person, employee, name, unit, Why(why), words, at, by)
        for key, person, employee, name, unit, why, words, at, by in found
    ]


def review(
    municipality: str, reason: UUID, leader: Employee, words: str, at: datetime
) -> None:
    """Record that a leader has looked at the reason. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO access_reason_review"
            " SELECT municipality, id, %s, %s, %s, %s FROM access_reason"
            " WHERE municipality = %s AND id = %s AND employee <> %s"
            " ON CONFLICT DO NOTHING",
            [leader.id, leader.name, words, at, municipality, reason, leader.id],
        )

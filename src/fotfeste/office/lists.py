"""Lists of cases, a page at a time, by the day something is due."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection

from fotfeste.office.case_row import NOTHING_DUE
from fotfeste.office.closed import SEEN

PAGE = 50


@dataclass(frozen=True, slots=True)
class ListedCase:
    """One line of a list."""

    stream: UUID
    kind: str
    person: UUID
    reference: str
    stage: str
    received_on: date
    due_on: date | None
    due_term: str
    assignee: UUID | None = None
    is_urgent: bool = False
    waits_for: str = "us"
    meets_on: tuple[date, ...] = ()


class Whose(StrEnum):
    """Which cases a work list holds."""

    UNIT = "unit"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    WAITING = "waiting"
    APPEALS = "appeals"


class Order(StrEnum):
    """What stands first on a work list."""

    DUE = "due"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to see on a work list.

    viewer: the employee who looks; what is closed to them is not on it.
    unit:   None for all, in a municipality that has ended: its units are no more.
    mine:   whose cases are the viewer's: their own, and those they stand in for.
    held_by: only the cases of this employee.
    kind:   empty for every kind.
    """

    viewer: UUID
    unit: str | None
    whose: Whose = Whose.UNIT
    mine: tuple[UUID, ...] = ()
    held_by: UUID | None = None
    kind: str = ""
    urgent: bool = False
    order: Order = Order.DUE


@dataclass(frozen=True, slots=True)
class After:
    """Where the page before ended: the next one begins after it.

    on: the day by which the list is ordered, of the last line.
    """

    on: date
    reference: str


_COLUMNS = (
    "stream, kind, person, reference, stage, received_on, due_on, due_term, assignee,"
    " is_urgent, waits_for, meets_on"
)


def worklist(
    municipality: str, wanted: Wanted, after: After | None = None, most: int = 0
) -> tuple[list[ListedCase], After | None]:
    """Return a page of open cases, and where it ended.

    most: how many; PAGE unless something else is asked for.
    Reads one page of an index however many cases there are. Call inside a fence.
    """
    page = most or PAGE
    newest = wanted.order is Order.NEWEST
    column, sign, way = ("received_on", "<", "DESC") if newest else ("due_on", ">", "")
    asked = [f"({column}, reference) {sign} (%(on)s, %(reference)s)"] if after else []
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM office_case WHERE"  # noqa: S608 - the text is ours
            f" {' AND '.join([*_asked(wanted), *asked])}"
            f" ORDER BY {column} {way}, reference {way} LIMIT %(most)s",
            {
                "municipality": municipality,
                "unit": wanted.unit,
                "who": wanted.viewer,
                "mine": list(wanted.mine),
                "held_by": wanted.held_by,
                "kind": wanted.kind,
                "on": after.on if after else None,
                "reference": after.reference if after else "",
                "most": page + 1,
            },
        )
        rows = cursor.fetchall()
    listed = [_listed(row) for row in rows[:page]]
    if len(rows) <= page:
        return listed, None
    last = rows[page - 1]
    return listed, After(last[5] if newest else last[6], last[3])


def _asked(wanted: Wanted) -> list[str]:
    """Return what is asked of a row, in the order of the indexes."""
    asked = ["municipality = %(municipality)s", "is_open"]
    if wanted.whose is Whose.MINE:
        asked.append("assignee = ANY (%(mine)s::uuid[])")
    elif wanted.unit:
        asked.append("unit = %(unit)s")
    match wanted.whose:
        case Whose.UNASSIGNED:
            asked.append("assignee IS NULL")
        case Whose.WAITING:
            asked.append("waits_for <> 'us'")
        case Whose.APPEALS:
            asked.append("kind = 'appeal'")
        case Whose.UNIT | Whose.MINE:
            pass
    if wanted.held_by:
        asked.append("assignee = %(held_by)s")
    if wanted.kind:
        asked.append("kind = %(kind)s")
    if wanted.urgent:
        asked.append("is_urgent")
    return [*asked, SEEN]


def meeting_on(municipality: str, day: date, wanted: Wanted) -> list[ListedCase]:
    """Return the viewer's cases in which somebody meets the person on the day.

    Call inside a fence.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM office_case"  # noqa: S608 - the text is ours
            " WHERE municipality = %(municipality)s AND is_open"
            " AND assignee = ANY (%(mine)s::uuid[]) AND %(day)s = ANY (meets_on)"
            f" AND {SEEN} ORDER BY reference",
            {
                "municipality": municipality,
                "mine": list(wanted.mine),
                "day": day,
                "who": wanted.viewer,
            },
        )
        return [_listed(row) for row in cursor.fetchall()]


def writing_to(municipality: str, wanted: Wanted) -> list[ListedCase]:
    """Return the files of people who wait for an answer from the viewer.

    Those are people with an open case of the viewer's. Call inside a fence.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM office_case"  # noqa: S608 - the text is ours
            " WHERE municipality = %(municipality)s AND is_open AND kind = 'person'"
            " AND due_term = 'message.answer' AND person IN ("
            "   SELECT c.person FROM office_case c"
            "   WHERE c.municipality = %(municipality)s AND c.is_open"
            "   AND c.assignee = ANY (%(mine)s::uuid[])"
            f" ) AND {SEEN} ORDER BY due_on, reference",
            {
                "municipality": municipality,
                "mine": list(wanted.mine),
                "who": wanted.viewer,
            },
        )
        return [_listed(row) for row in cursor.fetchall()]


def cases_of(municipality: str, person: UUID) -> list[ListedCase]:
    """Return the person's cases, the latest first. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM office_case"  # noqa: S608 - the columns are ours
            " WHERE municipality = %s AND person = %s"
            " ORDER BY received_on DESC, reference DESC",
            [municipality, person],
        )
        return [_listed(row) for row in cursor.fetchall()]


def find_by_reference(municipality: str, reference: str) -> ListedCase | None:
    """Return the case with the reference, or None. Call inside a fence."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM office_case"  # noqa: S608 - the columns are ours
            " WHERE municipality = %s AND reference = %s",
            [municipality, reference],
        )
        row = cursor.fetchone()
    return _listed(row) if row else None


def _listed(row: tuple[Any, ...]) -> ListedCase:
    stream, kind, person, reference, stage, received_on, due_on, due_term, *rest = row
    assignee, is_urgent, waits_for, meets_on = rest
    due = None if due_on == NOTHING_DUE else due_on
    return ListedCase(
        stream, kind, person, reference, stage, received_on, due, due_term,
        assignee, is_urgent, waits_for, tuple(meets_on),
    )  # fmt: skip

"""Telling once more of a decision that nobody has opened in a week (eforv § 8)."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from fotfeste.access.policy import SYSTEM_ID, Actor, Role
from fotfeste.ledger import log
from fotfeste.ledger.codec import NAMES
from fotfeste.ledger.fence import fenced
from fotfeste.letters import dispatch
from fotfeste.letters.content import OF_DECISION
from fotfeste.office.handle import OSLO, Office, handle
from fotfeste.procedures.kinds import replay
from fotfeste.procedures.refusal import Refused
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.procedures.remedy.events import DecisionMadeAvailable
from fotfeste.procedures.remedy.stages import Decision

LOOKED_AT = timedelta(days=60)
"""How far back decisions are looked at: no worker is down for longer."""


def remind(municipality: str, office: Office) -> None:
    """Tell the party once more, on paper, of each decision not opened in a week.

    Law: eforv § 8. Whether it is time, and has not been done, is for the procedure to
    say; here is only asked. Who has had the letter on paper, or has read it where it
    was carried to, is not told again.
    """
    today = office.now.astimezone(OSLO).date()
    for stream in _told(municipality, today):
        history = log.read(municipality, stream, office.keys)
        if history is None:
            continue
        for number in _unopened(history):
            try:
                handle(
                    remedy.GiveReminder(number=number),
                    actor=Actor(municipality, Role.SYSTEM, SYSTEM_ID),
                    stream=stream,
                    seen=history.version,
                    office=office,
                )
            except (Refused, log.ConflictError):
                continue
            break  # the case has changed: any other decision in it waits for tomorrow


def _unopened(history: log.History) -> list[int]:
    """Return the numbers of the decisions that have come to nobody yet."""
    file: Any = replay(history.kind, history.events).opened
    made: tuple[Decision, ...] = file.decisions.made
    with fenced(history.municipality):
        sent = dispatch.of_cases(history.municipality, [history.stream])
    received = {
        one.event
        for one in sent
        if one.kind in OF_DECISION.values() and one.state in dispatch.RECEIVED
    }
    numbers = {
        record.event.number
        for record in history.records
        if isinstance(record.event, DecisionMadeAvailable) and record.id not in received
    }
    return [
        one.number
        for one in made
        if one.number in numbers and not one.opened_on and not one.reminded_on
    ]


def _told(municipality: str, today: date) -> list[UUID]:
    """Return the cases in which a decision was made available of late."""
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT e.stream FROM ledger_event e"
            " JOIN ledger_stream s USING (municipality, stream)"
            " JOIN ledger_data_key k USING (municipality, person)"
            " WHERE e.municipality = %s AND e.name = %s"
            " AND e.occurred_on BETWEEN %s AND %s ORDER BY e.stream",
            [municipality, NAMES[DecisionMadeAvailable], today - LOOKED_AT, today],
        )
        return [stream for (stream,) in cursor.fetchall()]

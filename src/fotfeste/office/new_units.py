"""Giving open cases to the units that do the steps from a pack's first day."""

from datetime import date, timedelta

from django.db import connection

from fotfeste.ledger.fence import fenced
from fotfeste.office.case_row import STEP_OF
from fotfeste.procedures.kinds import PROCEDURES
from fotfeste.rulebook.book import NoRuleInForceError, Rulebook

RECENT = timedelta(days=7)
"""For how long after a pack's first day it is seen to that its units have the cases."""


def follow(municipality: str, book: Rulebook, today: date) -> int:
    """Let the lists show the units of today's desk; return how many cases moved.

    A case's unit follows from where it stands and the day's pack, never from its words,
    so that nothing is opened. Done twice, it does nothing the second time.
    """
    try:
        desk = book.desk_pack(municipality, today)
    except NoRuleInForceError:
        return 0
    if desk.valid_from < today - RECENT:
        return 0
    units = {
        f"{kind}.{stage.__name__}": desk.unit_for(STEP_OF[stage])
        for kind, procedure in PROCEDURES.items()
        for stage in procedure.stages
    }
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(_FOLLOW, [list(units), list(units.values()), municipality])
        return int(cursor.rowcount)


_FOLLOW = """
UPDATE office_case c SET unit = u.unit
FROM unnest(%s::text[], %s::text[]) AS u (stage, unit)
WHERE c.municipality = %s AND c.stage = u.stage AND c.unit <> u.unit
"""

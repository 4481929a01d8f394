"""How long it has really taken from an application to the decision."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from fotfeste.ledger.fence import fenced

FEWEST = 20
"""How many decided cases it takes before anything is told: fewer could point at one."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The days that applications took, of those decided in the last year.

    median: half of them took no longer.
    most:   nine of ten took no longer.
    """

    counted_on: date
    cases: int
    median: int
    most: int


def count(municipality: str, today: date) -> None:
    """Count the days of the last year's decisions, and keep the result.

    From the day the application came in to the first decision, both as days of the
    calendar. Fewer than FEWEST cases are kept as none.
    """
    since = date(today.year - 1, today.month, min(today.day, 28))
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            _COUNT, [municipality, since, today, FEWEST, municipality, today]
        )


def waiting(municipality: str) -> Waiting | None:
    """Return what was counted last, or None where there are too few cases."""
    with fenced(municipality), connection.cursor() as cursor:
        cursor.execute(
            "SELECT counted_on, cases, median, most FROM office_waiting"
            " WHERE municipality = %s AND cases > 0",
            [municipality],
        )
        row = cursor.fetchone()
    return Waiting(*row) if row else None


_COUNT = """
WITH taken AS (
    SELECT min(e.occurred_on) - c.received_on AS days
    FROM ledger_event e JOIN office_case c USING (municipality, stream)
    WHERE e.municipality = %s AND e.name = 'application.decision-made'
        AND c.kind = 'application'
    GROUP BY e.stream, c.received_on
    HAVING min(e.occurred_on) BETWEEN %s AND %s
), counted AS (
    SELECT count(*)::int AS cases,
        coalesce(percentile_disc(0.5) WITHIN GROUP (ORDER BY days), 0)::int AS median,
        coalesce(percentile_disc(0.9) WITHIN GROUP (ORDER BY days), 0)::int AS most
    FROM taken
), enough AS (
    SELECT (cases >= %s)::int AS enough, counted.* FROM counted
)
INSERT INTO office_waiting (municipality, counted_on, cases, median, most)
SELECT %s, %s, enough * cases, enough * median, enough * most FROM enough
ON CONFLICT (municipality) DO UPDATE SET counted_on = excluded.counted_on,
    cases = excluded.cases, median = excluded.median, most = excluded.most
"""

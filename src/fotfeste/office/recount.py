"""Counts again all that has been counted, from the log."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import connections
from django.db.backends.utils import CursorWrapper

from fotfeste.office.tally import Tally, tallies
from fotfeste.procedures.kinds import Event, Kind


@dataclass
class Recount:
    """What the log of a municipality says is to be counted.

    erased: whether somebody's data are erased. They are still counted, and can no
            longer be read: what is counted may then be more than what is found.
    """

    right: Counter[Tally] = field(default_factory=Counter[Tally])
    erased: bool = False

    def add(self, kind: Kind, history: Iterable[Event]) -> None:
        """Count what has happened in one case."""
        self.right.update(tallies(kind, history))

    def kept(self, municipality: str) -> Iterator[str]:
        """Keep what was counted, and yield a line for each number that differed.

        As the owner, for nothing else takes a number away. To be run when nobody works:
        what is counted meanwhile is not in it.
        """
        with connections["owner"].cursor() as cursor:
            cursor.execute(
                "SELECT month, counted, key, outcome, count FROM office_tally"
                " WHERE municipality = %s",
                [municipality],
            )
            held = {Tally(*row[:4]): row[4] for row in cursor.fetchall()}
            for one in sorted({*held, *self.right}):
                was, now = held.get(one, 0), self.right[one]
                if was == now or (self.erased and was > now):
                    continue
                _keep(cursor, municipality, one, now)
                name = f"{one.month:%Y-%m} {one.what} {one.key} {one.outcome}"
                yield f"{municipality} count of {name}: was {was}, is {now}"


def _keep(cursor: CursorWrapper, municipality: str, one: Tally, count: int) -> None:
    key = (municipality, one.month, one.what, one.key, one.outcome)
    if count == 0:
        cursor.execute(
            "DELETE FROM office_tally WHERE municipality = %s AND month = %s"
            " AND counted = %s AND key = %s AND outcome = %s",
            key,
        )
        return
    cursor.execute(
        "INSERT INTO office_tally (municipality, month, counted, key, outcome, count)"
        " VALUES (%s, %s, %s, %s, %s, %s)"
        " ON CONFLICT (municipality, month, counted, key, outcome)"
        " DO UPDATE SET count = excluded.count",
        (*key, count),
    )

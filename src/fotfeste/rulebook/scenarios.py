"""Models of the worked examples that stand beside the files they test."""

from datetime import date

from msgspec import Struct, field

from fotfeste.law.citation import Citation


class Scenario(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A day on which a period begins, and the last day that a jurist has counted.

    term:         appeal, preliminary-answer, a promise, or a term's id: then the day on
                  which its period ends, before any move.
    start:        the day on which the period begins (`from`).
    basis:        the legal basis of what is appealed.
    municipality: whose promise is counted.
    rests_on:     a provision that the answer must name.
    """

    term: str
    start: date = field(name="from")
    basis: Citation | None = None
    municipality: str | None = None
    last_day: date
    rests_on: Citation | None = None
    why: str


class Scenarios(Struct, frozen=True, forbid_unknown_fields=True):
    """The worked examples of one folder.

    assuming: days on which to take prepared acts to be in force, by short name.
    """

    scenarios: list[Scenario]
    assuming: dict[str, date] = {}

"""Models of the worked examples that stand beside the files they test."""

from datetime import date
from typing import Literal

from msgspec import Struct, field

from fotfeste.law.citation import Citation


class Scenario(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A day on which a period begins, and the last day that a jurist has counted.

    start:        the day on which the period begins (`from`).
    basis:        the legal basis of what is appealed.
    municipality: whose promise is counted.
    """

    term: Literal[
        "appeal", "preliminary-answer", "mapping-interview", "decision-after-mapping"
    ]
    start: date = field(name="from")
    basis: Citation | None = None
    municipality: str | None = None
    last_day: date
    why: str


class Scenarios(Struct, frozen=True, forbid_unknown_fields=True):
    """The worked examples of one folder."""

    scenarios: list[Scenario]

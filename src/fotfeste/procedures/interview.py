"""What came of a mapping interview: in the person's words, a network, and answers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Sector = Literal["family", "friends", "work", "neighbourhood", "services"]
"""From where in life somebody in the network is known."""

Closeness = Literal[1, 2, 3]
"""How near somebody is: 1 is the nearest."""

Quality = Literal["supportive", "mixed", "hard"]
"""How it is to be with somebody, as the person says it."""

Part = Literal[
    "own_words",
    "goals",
    "values",
    "resources",
    "coping",
    "network",
    "network_map",
    "family",
    "housing",
    "economy",
    "work",
    "health",
    "self_care",
    "substance_use",
    "instruments",
    "took_part",
]
"""What of an interview can be shown, and corrected, by the name of its field."""

PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkMember:
    """Somebody around the person, as the two draw it together (nettverk)."""

    who: str
    sector: Sector
    closeness: Closeness
    quality: Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAnswer:
    """What the answer to one item gave; an item without an answer is not there."""

    item: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentAnswers:
    """The answers to one instrument; what they may mean is worked out when shown.

    gender:  which cut-offs to go by, as the person says; empty where it is not told.
    age:     in years on the day, or None where it is not told.
    edition: first day of the version that holds for the answers; given when recorded.
    """

    instrument: str
    answers: tuple[ItemAnswer, ...]
    gender: Literal["", "woman", "man"] = ""
    age: int | None = None
    edition: date | None = None

    @property
    def points(self) -> dict[str, int]:
        """Return what each answered item gave."""
        return {answer.item: answer.points for answer in self.answers}


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewContent:
    """What came of a mapping interview, in the person's words (kartleggingssamtale).

    family:      about the family, and what its children need (hpl § 10 a).
    network_map: the people around the person, in the order they were named.
    """

    on: date
    took_part: str
    own_words: str
    goals: str = ""
    values: str = ""
    resources: str = ""
    coping: str = ""
    network: str = ""
    network_map: tuple[NetworkMember, ...] = ()
    family: str = ""
    housing: str = ""
    economy: str = ""
    work: str = ""
    health: str = ""
    self_care: str = ""
    substance_use: str = ""
    instruments: tuple[InstrumentAnswers, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return what something was written in, in the order of a page."""
        return tuple(part for part in PARTS if getattr(self, part))

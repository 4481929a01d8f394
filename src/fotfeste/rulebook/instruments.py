"""Models of the instruments: items, the points of an answer, scales and cut-offs."""

from datetime import date
from typing import Literal

from msgspec import Struct

Gender = Literal["woman", "man"]
Confidence = Literal["sure", "likely", "unverified"]
"""How sure a fact is: read in two places, in one, or not checked."""


class Item(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One question of an instrument, or one thing that is scored.

    name:   a short label of our own; the question stands in the printed manual.
    points: what an answer can give.
    """

    id: str
    name: str
    points: list[int]
    confidence: Confidence = "sure"


class Level(Struct, frozen=True, forbid_unknown_fields=True):
    """What one of the points means, where the points mean the same for every item."""

    value: int
    text: str


class Cutoff(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """From which sum something may be so, and for whom.

    mark:             what the cut-off is of; there is one for each gender and age.
    gender:           None where it holds for all.
    age_from, age_to: years, both inclusive; None where there is no limit.
    """

    mark: Literal["risk", "high", "dependence"]
    at_least: int
    text: str
    gender: Gender | None = None
    age_from: int | None = None
    age_to: int | None = None
    confidence: Confidence
    note: str | None = None

    def may_be_of(self, gender: str, age: int | None) -> bool:
        """Test that it can be the one for the person; what is not told can be any."""
        return (not gender or self.gender in (None, gender)) and (
            age is None or self.is_of_age(age)
        )

    def is_of_age(self, age: int) -> bool:
        """Test that it holds for somebody of the age (years)."""
        return (self.age_from or 0) <= age <= (self.age_to or age)


class Zone(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What sums within two limits, both inclusive, are called in the manual."""

    id: str
    at_least: int
    at_most: int
    text: str


class Scale(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A sum that the manual makes of some of the items, and what it may mean."""

    id: str
    name: str
    items: list[str]
    maximum: int
    cutoffs: list[Cutoff]
    zones: list[Zone] = []


class Instrument(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An instrument from a day, to a day (both inclusive).

    items_in_all: how many items it has, where not all of them are here.
    scales:       the sums that can be made; none where there is no sum.
    """

    valid_from: date
    valid_to: date | None = None
    name: str
    about: str
    edition: str
    source: str
    checked: date
    items: list[Item]
    licence: str | None = None
    note: str | None = None
    items_in_all: int | None = None
    levels: list[Level] = []
    scales: list[Scale] = []

    def item(self, key: str) -> Item | None:
        """Return the item with the id, or None."""
        return next((item for item in self.items if item.id == key), None)

    def accepts(self, key: str, points: int) -> bool:
        """Test that an answer to the item can give the points."""
        item = self.item(key)
        return item is not None and points in item.points

    def meaning(self, points: int) -> str:
        """Return what the points mean, or nothing where each item has its own words."""
        return next((one.text for one in self.levels if one.value == points), "")

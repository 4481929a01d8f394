"""What the answers to an instrument may mean: an indication, and never a decision."""

from collections.abc import Mapping
from dataclasses import dataclass

from fotfeste.rulebook.instruments import Cutoff, Instrument, Item, Scale, Zone


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether a sum reaches a cut-off of one kind.

    reached: None where it depends on a gender or an age that nobody has told.
    cutoffs: those that can be the person's; more than one where it is not told.
    """

    reached: bool | None
    cutoffs: tuple[Cutoff, ...]

    @property
    def text(self) -> str:
        """Return what it may mean to reach it."""
        return self.cutoffs[0].text

    @property
    def is_sure(self) -> bool:
        """Test that every cut-off has been read in two places."""
        return all(cutoff.confidence == "sure" for cutoff in self.cutoffs)


@dataclass(frozen=True, slots=True)
class Indication:
    """A sum, and what it may mean by the manual; a person decides what it does mean.

    source: the manual that the sum and the cut-offs are by.
    marks:  one for each kind of cut-off that the manual has for the person.
    """

    scale: Scale
    total: int
    zone: Zone | None
    marks: tuple[Mark, ...]
    source: str

    @property
    def is_complete(self) -> bool:
        """Tell it from one that has no sum."""
        return True


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A scale that has no sum, because answers lack."""

    scale: Scale
    missing: tuple[Item, ...]
    source: str

    @property
    def is_complete(self) -> bool:
        """Tell it from one that has a sum."""
        return False


def scored(
    instrument: Instrument, points: Mapping[str, int], gender: str, age: int | None
) -> tuple[Indication | Incomplete, ...]:
    """Return what each of the instrument's scales says; no sum where an answer lacks.

    In: points - what each answered item gave, by the item's id.
        gender - "woman", "man", or empty where it is not told; it is always asked.
        age    - in years on the day of the answers, or None where it is not told.
    """
    return tuple(
        _scored(instrument, scale, points, gender, age) for scale in instrument.scales
    )


def unanswered(instrument: Instrument, points: Mapping[str, int]) -> tuple[Item, ...]:
    """Return the items that have no answer, in the order of the instrument."""
    return tuple(item for item in instrument.items if item.id not in points)


def _scored(
    instrument: Instrument,
    scale: Scale,
    points: Mapping[str, int],
    gender: str,
    age: int | None,
) -> Indication | Incomplete:
    source = f"{instrument.edition}: {instrument.source}"
    lacking = [one for one in unanswered(instrument, points) if one.id in scale.items]
    if lacking:
        return Incomplete(scale, tuple(lacking), source)
    total = sum(points[key] for key in scale.items)
    zone = next((z for z in scale.zones if z.at_least <= total <= z.at_most), None)
    return Indication(scale, total, zone, _marks(scale, total, gender, age), source)


def _marks(scale: Scale, total: int, gender: str, age: int | None) -> tuple[Mark, ...]:
    """Return where the sum stands to each kind of cut-off, in the manual's order."""
    can_be: dict[str, list[Cutoff]] = {}
    for cutoff in scale.cutoffs:
        if cutoff.may_be_of(gender, age):
            can_be.setdefault(cutoff.mark, []).append(cutoff)
    return tuple(_mark(total, cutoffs) for cutoffs in can_be.values())


def _mark(total: int, cutoffs: list[Cutoff]) -> Mark:
    answers = {total >= cutoff.at_least for cutoff in cutoffs}
    reached = answers.pop() if len(answers) == 1 else None
    return Mark(reached, tuple(cutoffs))

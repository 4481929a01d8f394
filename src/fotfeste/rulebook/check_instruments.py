"""The check of instruments: every sum can be made, and every cut-off can be reached."""

from collections.abc import Iterator
from itertools import product

from fotfeste.rulebook.documents import Document, Problem
from fotfeste.rulebook.instruments import Cutoff, Instrument, Item, Scale
from fotfeste.rulebook.reading import Reading
from fotfeste.rulebook.yaml_source import Path

_OLDEST = 120


def instruments(reading: Reading) -> Iterator[Problem]:
    """Yield what is wrong with the items, the scales and the cut-offs."""
    for file, instrument in reading.of(Instrument).items():
        document = reading.documents[file]
        yield from _items(document, instrument)
        yield from _counted(document, instrument)
        for n, scale in enumerate(instrument.scales):
            yield from _scale(document, ("scales", n), scale, instrument)


def _items(document: Document, instrument: Instrument) -> Iterator[Problem]:
    known = {level.value for level in instrument.levels}
    for n, item in enumerate(instrument.items):
        path: Path = ("items", n)
        if not item.points or item.points != sorted(set(item.points)):
            yield document.problem(
                path,
                f"The points of «{item.id}» do not rise",
                "Write each number of points once, the lowest first",
            )
        if known and set(item.points) - known:
            yield document.problem(
                path,
                f"«{item.id}» has points that are no level",
                f"Choose among {', '.join(map(str, sorted(known)))}",
            )


def _counted(document: Document, instrument: Instrument) -> Iterator[Problem]:
    """Yield what lacks where not all of the items are here."""
    if instrument.items_in_all is None:
        return
    if instrument.items_in_all < len(instrument.items):
        yield document.problem(
            ("items_in_all",),
            f"There are {len(instrument.items)} items, more than there are in all",
            "Mend the number, or take away what is too much",
        )
    if instrument.items_in_all > len(instrument.items) and not instrument.note:
        yield document.problem(
            ("items_in_all",),
            "Not all of the items are here, and nothing says why",
            "Add note, and say which are missing",
        )


def _scale(
    document: Document, path: Path, scale: Scale, instrument: Instrument
) -> Iterator[Problem]:
    items = [instrument.item(key) for key in scale.items]
    there: list[Item] = [item for item in items if item is not None]
    if len(there) < len(items) or len(set(scale.items)) < len(items):
        yield document.problem(
            (*path, "items"),
            f"«{scale.id}» has items that are not here, or one twice",
            "Write the id of each item once",
        )
        return
    most = sum(max(item.points, default=0) for item in there)
    if most != scale.maximum:
        yield document.problem(
            (*path, "maximum"),
            f"The items of «{scale.id}» give {most} at the most, not {scale.maximum}",
            "Mend the maximum, or the points",
        )
    yield from _zones(document, path, scale)
    yield from _cutoffs(document, path, scale)


def _zones(document: Document, path: Path, scale: Scale) -> Iterator[Problem]:
    """Yield where the zones do not follow each other from 0 to the maximum."""
    following = 0
    for n, zone in enumerate(scale.zones):
        if zone.at_least != following or zone.at_most < zone.at_least:
            yield document.problem(
                (*path, "zones", n),
                f"The zone is from {zone.at_least} to {zone.at_most},"
                f" and should begin at {following}",
                "Let the zones follow each other without a gap",
            )
        following = zone.at_most + 1
    if scale.zones and following != scale.maximum + 1:
        yield document.problem(
            (*path, "zones"),
            f"The zones end at {following - 1}, and the sum at {scale.maximum}",
            "Let the last zone end at the maximum",
        )


def _cutoffs(document: Document, path: Path, scale: Scale) -> Iterator[Problem]:
    for n, cutoff in enumerate(scale.cutoffs):
        where: Path = (*path, "cutoffs", n)
        if not 0 < cutoff.at_least <= scale.maximum:
            yield document.problem(
                where,
                f"A sum of {cutoff.at_least} cannot be reached, or always is",
                f"Write a number from 1 to {scale.maximum}",
            )
        if (cutoff.age_from or 0) > (cutoff.age_to or _OLDEST):
            yield document.problem(
                where, "The ages go backwards", "Mend one of the two"
            )
        if cutoff.gender and not _has_other_gender(cutoff, scale):
            yield document.problem(
                where,
                f"There is a cut-off for a {cutoff.gender}, and none for the other",
                "Add one of the same mark and the same ages",
            )
    for mark in sorted({cutoff.mark for cutoff in scale.cutoffs}):
        if any(_how_many(scale, mark, *one) > 1 for one in _EVERYBODY):
            yield document.problem(
                (*path, "cutoffs"),
                f"Somebody has more than one cut-off for «{mark}»",
                "Let the genders or the ages tell them apart",
            )


_EVERYBODY = tuple(product(("woman", "man"), range(_OLDEST + 1)))


def _has_other_gender(cutoff: Cutoff, scale: Scale) -> bool:
    return any(
        one.gender not in (None, cutoff.gender)
        and (one.mark, one.age_from, one.age_to)
        == (cutoff.mark, cutoff.age_from, cutoff.age_to)
        for one in scale.cutoffs
    )


def _how_many(scale: Scale, mark: str, gender: str, age: int) -> int:
    """Return how many cut-offs of the mark are for somebody: one at the most."""
    of_mark = [cutoff for cutoff in scale.cutoffs if cutoff.mark == mark]
    return sum(cutoff.may_be_of(gender, age) for cutoff in of_mark)

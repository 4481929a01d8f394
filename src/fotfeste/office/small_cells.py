"""Hides the small numbers of a table, and so many others that they cannot be found.

A table that is divided by service and outcome, and that leaves the room, can point at
somebody: «the one who got no to day care in March» (hol § 12-1). So a number between
zero and the threshold is hidden, and with it as many others as it takes for nobody to
work it out from the sums. Zero is shown, and that is why a hidden number is known to be
one or more; that too is reckoned with.

What a leader needs to lead with (open cases, late cases, load for each employee) is not
hidden: there the leader may open the very cases, and a late one must not disappear.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

Cell = tuple[int, int]
"""Row and column; the row after the last, and the column, hold the sums."""
_Arc = tuple[Cell, bool]
"""A cell, and whether it grows (or shrinks) by one."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A table as it can be shown: None where a number is hidden."""

    cells: tuple[tuple[int | None, ...], ...]
    row_sums: tuple[int | None, ...]
    column_sums: tuple[int | None, ...]
    total: int | None


def suppressed(table: Sequence[Sequence[int]], fewest: int) -> Suppressed:
    """Return the table with its sums, where what is small is hidden, and what tells it.

    fewest: the smallest number that is shown, besides zero.

    The table with its sums is a circulation: each number is an arc from its row to its
    column, and each sum leads back. A hidden number is safe when it lies on a ring of
    hidden numbers along which one can be moved, for then there are at least two tables
    that look alike. For each that is not, the cheapest ring is hidden as well.
    """
    whole = _with_sums(table)
    values = {
        (i, j): value for i, row in enumerate(whole) for j, value in enumerate(row)
    }
    hidden = {cell for cell, value in values.items() if 0 < value < fewest}
    size = len(whole) - 1, len(whole[0]) - 1
    for cell in sorted(hidden):
        hidden |= _cheapest_ring(cell, values, hidden, size)
    shown = [
        tuple(None if (i, j) in hidden else value for j, value in enumerate(row))
        for i, row in enumerate(whole)
    ]
    return Suppressed(
        tuple(row[:-1] for row in shown[:-1]),
        tuple(row[-1] for row in shown[:-1]),
        shown[-1][:-1],
        shown[-1][-1],
    )


def _with_sums(table: Sequence[Sequence[int]]) -> list[list[int]]:
    whole = [[*row, sum(row)] for row in table]
    columns = range(len(whole[0]) if whole else 1)
    return [*whole, [sum(row[j] for row in whole) for j in columns]]


def _cheapest_ring(
    cell: Cell, values: dict[Cell, int], hidden: set[Cell], size: Cell
) -> set[Cell]:
    """Return the cells of the cheapest ring through the cell, itself among them."""
    found = [
        ring
        for grows in (True, False)
        if grows or values[cell] > 1
        for ring in [_ring((cell, grows), values, hidden, size)]
        if ring is not None
    ]
    # A ring through the sums is always there: all of them are as large, or larger.
    return min(found, key=lambda ring: (ring[0], sorted(ring[1])))[1]


def _ring(
    first: _Arc, values: dict[Cell, int], hidden: set[Cell], size: Cell
) -> tuple[int, set[Cell]] | None:
    """Return the price of a ring and its cells, or None (Dijkstra's way)."""
    start, goal = _ends(first, size)[1], _ends(first, size)[0]
    waiting: list[tuple[int, int, tuple[str, int], tuple[Cell, ...]]] = []
    heappush(waiting, (0, 0, start, (first[0],)))
    done: set[tuple[str, int]] = set()
    pushed = 0
    while waiting:
        price, _, place, way = heappop(waiting)
        if place == goal:
            return price, set(way)
        if place in done:
            continue
        done.add(place)
        for arc in _arcs(values):
            begins, ends = _ends(arc, size)
            cell = arc[0]
            if begins != place or ends in done or cell == first[0]:
                continue
            pushed += 1
            dearer = 0 if cell in hidden else values[cell] + _IS_HIDDEN
            heappush(waiting, (price + dearer, pushed, ends, (*way, cell)))
    return None


_IS_HIDDEN = 1_000
"""What it costs to hide one more number, beside its size: few before small."""


def _arcs(values: dict[Cell, int]) -> Iterator[_Arc]:
    """Yield how each number can change: zero is shown, so one cannot shrink."""
    for cell, value in values.items():
        if value > 0:
            yield cell, True
        if value > 1:
            yield cell, False


def _ends(arc: _Arc, size: Cell) -> tuple[tuple[str, int], tuple[str, int]]:
    """Return where the arc begins and ends: from row to column, and sums back."""
    (i, j), grows = arc
    rows, columns = size
    row, column = ("row", i), ("column", j)
    back = (i == rows) != (j == columns)
    begins, ends = (column, row) if back else (row, column)
    return (begins, ends) if grows else (ends, begins)

"""Where everybody stands in the picture of a network: no two are in each other's way.

Around the person in the middle are three rings, the nearest inside, and a sector for
each part of life. A sector and a ring are given room by how many they hold. Each name
takes the free place that is nearest to where it would like to be; where there is none,
the whole picture grows. All lengths are units of the picture, and whole numbers: a
letter is 13 high, and a picture that is no wider than 360 fills a small phone.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import cos, hypot, pi, sin, sqrt
from typing import get_args

from fotfeste.procedures.interview import NetworkMember, Sector
from fotfeste.web.name_lines import name_lines, width_of

SECTORS: tuple[Sector, ...] = get_args(Sector)
LINE = 15
MARK = 6
"""Half the width of the sign that tells how it is to be with somebody."""

_SIGN = 2 * MARK + 2
_MIDDLE = 24
_SMALLEST = 172
_THINNEST = 24
_STEP = 6
_MARGIN = 6


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the picture that somebody takes: its middle, and its size."""

    x: int
    y: int
    width: int
    height: int

    def meets(self, other: "Box") -> bool:
        """Test that the two have some part in common."""
        return (
            2 * abs(self.x - other.x) < self.width + other.width
            and 2 * abs(self.y - other.y) < self.height + other.height
        )

    def is_within(self, size: int) -> bool:
        """Test that all of it is in a picture of the size."""
        across, down = self.width / 2, self.height / 2
        return across <= self.x <= size - across and down <= self.y <= size - down


@dataclass(frozen=True, slots=True)
class Label:
    """A text in the picture: its lines, and the box that they fill."""

    lines: tuple[str, ...]
    box: Box

    @property
    def placed(self) -> list[tuple[str, int]]:
        """Return each line, and how far down its foot stands."""
        first = self.box.y + self.box.height // 2 - 4 - LINE * (len(self.lines) - 1)
        return [(line, first + LINE * n) for n, line in enumerate(self.lines)]


@dataclass(frozen=True)
class Spot:
    """Somebody in the picture: the sign above, and the name below it."""

    member: NetworkMember
    label: Label

    @cached_property
    def x(self) -> int:
        """Return how far in the sign stands."""
        return self.label.box.x

    @cached_property
    def y(self) -> int:
        """Return how far down the sign stands."""
        return self.label.box.y - (self.label.box.height - _SIGN) // 2

    @property
    def triangle(self) -> str:
        """Return the corners of the sign where it is hard to be with somebody."""
        return (
            f"{self.x},{self.y - MARK} {self.x + MARK + 1},{self.y + MARK}"
            f" {self.x - MARK - 1},{self.y + MARK}"
        )


@dataclass(frozen=True, slots=True)
class NetworkMap:
    """The picture of a network: a square of the size, and all that stands in it.

    rings:   how far each goes from the middle, the nearest first.
    spokes:  where each line between two sectors begins and ends: x, y, x, y.
    sectors: the place of each sector's name, by its key.
    """

    size: int
    rings: tuple[int, ...]
    spokes: tuple[tuple[int, int, int, int], ...]
    sectors: dict[Sector, Label]
    spots: tuple[Spot, ...]

    @property
    def middle(self) -> int:
        """Return how far in, and down, the person stands."""
        return self.size // 2


class _FullError(Exception):
    """There is no free place: the picture must be larger."""


def network_map(
    members: Sequence[NetworkMember], names: dict[Sector, str]
) -> NetworkMap:
    """Return the picture of the network, as small as there is room for all in it.

    names: what each sector is called, in the reader's language.
    """
    drawn = [_smallest(members, names, rings) for rings in (_by_area, _by_breadth)]
    return min(drawn, key=lambda picture: picture.size)


_Rings = Callable[[Sequence[NetworkMember], int], tuple[int, ...]]


def _smallest(
    members: Sequence[NetworkMember], names: dict[Sector, str], rings: _Rings
) -> NetworkMap:
    """Return the smallest picture with such rings that there is room in."""
    reach = _SMALLEST
    while True:
        try:
            return _drawn(members, names, rings(members, reach))
        except _FullError:
            reach += _STEP * 2


def _by_area(members: Sequence[NetworkMember], reach: int) -> tuple[int, ...]:
    """Return rings that each have an area by how many stand in it."""
    shares = _shares(members)
    found = [_MIDDLE]
    for nth in range(len(shares)):
        share = sum(shares[: nth + 1]) / sum(shares)
        area = _MIDDLE**2 + (reach**2 - _MIDDLE**2) * share
        found.append(max(round(sqrt(area)), found[-1] + _THINNEST))
    return tuple(found[1:])


def _by_breadth(members: Sequence[NetworkMember], reach: int) -> tuple[int, ...]:
    """Return rings that each have a breadth by how many stand in it."""
    shares = _shares(members)
    rest = reach - _MIDDLE - _THINNEST * len(shares)
    found = [_MIDDLE]
    for share in shares:
        found.append(found[-1] + _THINNEST + round(rest * share / sum(shares)))
    return tuple(found[1:])


def _shares(members: Sequence[NetworkMember]) -> list[float]:
    held = Counter(member.closeness for member in members)
    return [held[1] + 1.0, held[2] + 1.0, held[3] + 1.5]


def _drawn(
    members: Sequence[NetworkMember], names: dict[Sector, str], rings: tuple[int, ...]
) -> NetworkMap:
    size = 2 * (rings[-1] + _MARGIN)
    corners = _corners(members)
    middle = size // 2
    taken = [Box(middle, middle, 2 * _MIDDLE, 2 * _MIDDLE)]
    sectors: dict[Sector, Label] = {}
    for sector, (first, last) in corners.items():
        lines = name_lines(names[sector])
        wanted = (first + last) / 2, float(rings[-1] - LINE)
        room = _places((first, last), (rings[-2], rings[-1] + LINE), wanted, middle)
        sectors[sector] = _placed(lines, 0, room, taken, size)
    spots = []
    for nth, member in _in_cells(members):
        first, last = corners[member.sector]
        inner, outer = (_MIDDLE, *rings)[member.closeness - 1 : member.closeness + 1]
        fellows = sum(_cell(one) == _cell(member) for one in members)
        angle = first + (last - first) * (nth + 0.5) / fellows
        wanted = angle, (inner + outer) / 2
        room = _places((first, last), (inner + MARK, outer - MARK), wanted, middle)
        label = _placed(name_lines(member.who), _SIGN, room, taken, size)
        spots.append(Spot(member, label))
    return NetworkMap(
        size, rings, _spokes(corners, rings[-1], middle), sectors, tuple(spots)
    )


def _corners(members: Sequence[NetworkMember]) -> dict[Sector, tuple[float, float]]:
    """Return where each sector begins and ends (radians), from the top and round."""
    held = Counter(member.sector for member in members)
    shares = {sector: held[sector] + 1.6 for sector in SECTORS}
    unit = 2 * pi / sum(shares.values())
    ends = [-pi / 2]
    for share in shares.values():
        ends.append(ends[-1] + share * unit)
    return dict(zip(SECTORS, pairwise(ends), strict=True))


def _cell(member: NetworkMember) -> tuple[Sector, int]:
    return member.sector, member.closeness


def _in_cells(
    members: Sequence[NetworkMember],
) -> Iterator[tuple[int, NetworkMember]]:
    """Yield everybody, the nearest first, with their number in their own cell."""
    met: Counter[tuple[Sector, int]] = Counter()
    for member in sorted(members, key=lambda one: one.closeness):
        yield met[_cell(member)], member
        met[_cell(member)] += 1


def _places(
    corners: tuple[float, float],
    between: tuple[float, float],
    wanted: tuple[float, float],
    middle: int,
) -> list[tuple[int, int]]:
    """Return the places of a cell, the one nearest to what is wanted first."""
    found = set()
    for n in range(max(1, int((between[1] - between[0]) // _STEP)) + 1):
        away = min(between[0] + n * _STEP, between[1])
        steps = max(1, int((corners[1] - corners[0]) * away // _STEP))
        for k in range(steps + 1):
            angle = corners[0] + (corners[1] - corners[0]) * k / steps
            found.add(_at(angle, away, middle))
    x, y = _at(*wanted, middle)
    return sorted(found, key=lambda place: (hypot(place[0] - x, place[1] - y), place))


def _at(angle: float, away: float, middle: int) -> tuple[int, int]:
    return round(middle + away * cos(angle)), round(middle + away * sin(angle))


def _placed(
    lines: tuple[str, ...],
    above: int,
    room: Sequence[tuple[int, int]],
    taken: list[Box],
    size: int,
) -> Label:
    """Return the label at the first free place, which it takes.

    above: how much room there must be over the first line, for the sign; it is the
           middle of the sign that stands at the place, or else that of the label.
    """
    width = max(2 * MARK, *(round(width_of(line)) for line in lines)) + 4
    height = above + LINE * len(lines) + 2
    below = (height - above) // 2 if above else 0
    for x, y in room:
        box = Box(x, y + below, width, height)
        if box.is_within(size) and not any(box.meets(other) for other in taken):
            taken.append(box)
            return Label(lines, box)
    raise _FullError


def _spokes(
    corners: dict[Sector, tuple[float, float]], reach: int, middle: int
) -> tuple[tuple[int, int, int, int], ...]:
    return tuple(
        (*_at(first, _MIDDLE, middle), *_at(first, reach, middle))
        for first, _ in corners.values()
    )

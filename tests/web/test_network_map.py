"""The picture of a network: whoever is in it, no two are in each other's way."""

from itertools import combinations, product
from math import atan2, hypot, pi
from typing import get_args

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from fotfeste.procedures.interview import Closeness, NetworkMember, Quality, Sector
from fotfeste.web.name_lines import name_lines, width_of
from fotfeste.web.network_map import Box, network_map
from fotfeste.web.told_interview import SECTORS

NAMES = {key: str(name) for key, name in SECTORS.items()}
PHONE = 350
"""How wide a picture is on a phone of 390 px (units of the page)."""

members = st.builds(
    NetworkMember,
    who=st.one_of(
        st.sampled_from(["Mamma", "Ola Nordmann", "Kontaktperson på Nav", "Bo"]),
        st.text(min_size=1, max_size=100),
    ),
    sector=st.sampled_from(get_args(Sector)),
    closeness=st.sampled_from(get_args(Closeness)),
    quality=st.sampled_from(get_args(Quality)),
)


def boxes(picture):
    middle = Box(picture.middle, picture.middle, 40, 40)
    labels = [*picture.sectors.values(), *(spot.label for spot in picture.spots)]
    return [middle, *(label.box for label in labels)]


def one(sector="family", closeness=1, who="Mamma", quality="supportive"):
    return NetworkMember(who=who, sector=sector, closeness=closeness, quality=quality)


@settings(max_examples=60, deadline=None)
@given(st.lists(members, max_size=12))
def test_no_two_labels_overlap_and_all_are_within_the_picture(network):
    picture = network_map(network, NAMES)
    found = boxes(picture)
    assert len(picture.spots) == len(network)
    assert not [pair for pair in combinations(found, 2) if pair[0].meets(pair[1])]
    assert all(box.is_within(picture.size) for box in found)


@settings(max_examples=60, deadline=None)
@given(st.lists(members, max_size=12))
def test_each_label_holds_its_lines_and_its_sign(network):
    for spot in network_map(network, NAMES).spots:
        box = spot.label.box
        assert all(width_of(line) <= box.width for line in spot.label.lines)
        assert box.y - box.height / 2 <= spot.y - 6
        feet = [y for _, y in spot.label.placed]
        assert feet == sorted(feet) and feet[-1] <= box.y + box.height / 2
        assert feet[0] - 13 >= spot.y - 6, "the name stands under the sign"


@settings(max_examples=60, deadline=None)
@given(st.lists(members, max_size=12))
def test_everybody_stands_in_their_own_ring_and_sector(network):
    picture = network_map(network, NAMES)
    edges = (0, *picture.rings)
    starts = {
        sector: atan2(y - picture.middle, x - picture.middle)
        for sector, (_, _, x, y) in zip(NAMES, picture.spokes, strict=True)
    }
    order = list(NAMES)
    for spot in picture.spots:
        x, y = spot.x - picture.middle, spot.y - picture.middle
        inner, outer = edges[spot.member.closeness - 1 : spot.member.closeness + 1]
        assert inner <= hypot(x, y) <= outer
        first = starts[spot.member.sector]
        after = order[(order.index(spot.member.sector) + 1) % len(order)]
        turned = (atan2(y, x) - first) % (2 * pi)
        breadth = (starts[after] - first) % (2 * pi)
        assert turned <= breadth + 0.1 or turned >= 2 * pi - 0.1


@pytest.mark.parametrize("sector", get_args(Sector))
@pytest.mark.parametrize("closeness", get_args(Closeness))
def test_twelve_in_one_place_can_be_read_on_a_phone(sector, closeness):
    names = ["Mamma", "Ola Nordmann", "Kontaktperson på Nav", "Bo"] * 3
    picture = network_map([one(sector, closeness, who) for who in names], NAMES)
    assert 13 * PHONE / picture.size >= 9.5, "a letter is too small"


def test_twelve_as_most_have_them_fill_a_phone():
    where = list(product(get_args(Sector), get_args(Closeness)))[:12]
    picture = network_map([one(*place, who="Ola Nordmann") for place in where], NAMES)
    assert 13 * PHONE / picture.size >= 11


def test_nobody_is_a_picture_of_oneself():
    picture = network_map([], NAMES)
    assert picture.spots == () and set(picture.sectors) == set(NAMES)


def test_the_same_network_is_the_same_picture():
    network = [one(who="Mamma"), one("friends", 2, "Bo"), one(who="Pappa")]
    assert network_map(network, NAMES) == network_map(network, NAMES)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Mamma", ("Mamma",)),
        ("Ola Nordmann", ("Ola", "Nordmann")),
        ("Bo Li", ("Bo Li",)),
        ("Kontaktperson på Nav", ("Kontaktp…", "på Nav")),
        ("Naboen i andre etasje med hunden", ("Naboen i", "andre…")),
        (" ", ("?",)),
    ],
)
def test_a_long_name_is_cut_and_says_so(name, lines):
    assert name_lines(name) == lines

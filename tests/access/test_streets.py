"""A street is found in an address as people write it."""

import pytest

from fotfeste.access.streets import street_of


@pytest.mark.parametrize(
    "address",
    [
        "Storgata 5, 1930 Aurskog",
        "STORGATEN 12 B\n1930 AURSKOG",
        "Kari Nordmann\nc/o Ola Hansen\nStorgt. 7\n1930 Aurskog\nNorge",
        "  Storgate   9c ,  1930  Aurskog",
    ],
)
def test_the_street_is_the_same_however_it_is_written(address):
    assert street_of(address) == "storgata 1930"


@pytest.mark.parametrize(
    ("address", "street"),
    [
        ("Øvre Åsvei 3, 2008 Fjerdingby", "øvre åsveien 2008"),
        ("Storgata 5, 2008 Fjerdingby", "storgata 2008"),
        ("Storgata 5", ""),
        ("1930 Aurskog", ""),
        ("Ring meg på 90 00 00 00", ""),
        ("", ""),
        ("Storgata 19300, 1930 Aurskog", ""),
    ],
)
def test_another_street_is_another_and_half_an_address_is_none(address, street):
    assert street_of(address) == street

"""Master keys, data keys, seals and keyed hashes."""

import pytest

from fotfeste.ledger.keys import KeyMissingError, KeyRing, SealBrokenError


@pytest.fixture
def ring(tmp_path):
    ring = KeyRing(tmp_path / "keys")
    ring.make("a")
    ring.make("b")
    return ring


def test_what_is_sealed_opens_only_in_its_place(ring):
    safe = ring.safe("a", ring.new_data_key("a"))
    sealed = safe.seal(b"hemmelig", "her")
    assert b"hemmelig" not in sealed
    assert safe.open(sealed, "her") == b"hemmelig"
    for broken, place in ((sealed, "der"), (sealed[:-1] + b"x", "her"), (b"", "her")):
        with pytest.raises(SealBrokenError):
            safe.open(broken, place)


def test_no_other_person_and_no_other_municipality_opens_it(ring):
    sealed = ring.safe("a", ring.new_data_key("a")).seal(b"x", "her")
    with pytest.raises(SealBrokenError):
        ring.safe("a", ring.new_data_key("a")).open(sealed, "her")
    with pytest.raises(SealBrokenError):
        ring.safe("b", ring.new_data_key("a"))


def test_the_same_words_are_never_sealed_alike(ring):
    safe = ring.safe("a", ring.new_data_key("a"))
    assert safe.seal(b"x", "her") != safe.seal(b"x", "her")


def test_a_number_is_found_again_but_differs_between_municipalities(ring):
    assert ring.lookup("a", "1") == ring.lookup("a", "1")
    assert ring.lookup("a", "1") != ring.lookup("b", "1")
    assert ring.lookup("a", "1") != ring.lookup("a", "2")


def test_a_key_is_made_once_and_only_its_owner_reads_it(ring, tmp_path):
    file = tmp_path / "keys" / "a.key"
    before = file.read_bytes()
    ring.make("a")
    assert file.read_bytes() == before
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [None, b"", b"abc", b"aGVp\n"])
def test_a_missing_or_broken_key_says_where_it_should_be(tmp_path, content):
    folder = tmp_path / "keys"
    folder.mkdir()
    if content is not None:
        (folder / "a.key").write_bytes(content)
    with pytest.raises(KeyMissingError, match=r"a\.key"):
        KeyRing(folder).lookup("a", "1")

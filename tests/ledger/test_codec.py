"""Stored names and forms are for ever: one sample of every event, kept as a file."""

import json
from pathlib import Path
from typing import get_args

import pytest

from fotfeste.ledger import codec
from fotfeste.ledger.codec import NAMES, UnknownEventError, decode, encode
from fotfeste.procedures.kinds import Event
from fotfeste.procedures.possible import blank

SAMPLES = Path(__file__).with_name("samples.json")


def samples():
    return json.loads(SAMPLES.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(NAMES.values()))
def test_a_stored_sample_can_be_read_for_ever(name):
    content = json.dumps(samples()[name]).encode()
    event = decode(name, content)
    assert NAMES[type(event)] == name
    assert _holds(json.loads(encode(event)[1]), samples()[name])


def _holds(now, then):
    """Test that all that was stored then is there now; what is new may be more."""
    if isinstance(then, dict):
        return all(key in now and _holds(now[key], then[key]) for key in then)
    if isinstance(then, list):
        return len(now) == len(then) and all(map(_holds, now, then))
    return now == then


def test_every_event_has_a_name_of_its_own():
    assert set(NAMES) == set(get_args(Event))
    assert len(set(NAMES.values())) == len(NAMES)


def test_no_stored_name_is_ever_forgotten():
    assert set(samples()) == set(NAMES.values())


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda kind: kind.__name__)
def test_storage_is_identity(kind):
    assert decode(*encode(blank(kind))) == blank(kind)


def test_an_unknown_name_says_so():
    with pytest.raises(UnknownEventError, match="framtid"):
        decode("application.framtid", b"{}")


def test_content_is_canonical():
    assert (
        codec.encode(blank(next(iter(NAMES))))[1]
        == codec.encode(blank(next(iter(NAMES))))[1]
    )

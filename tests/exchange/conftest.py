"""A SvarUt of our own, and a municipality that has an account with it."""

from functools import partial

import pytest
from tests.exchange.openapi import Api
from tests.exchange.stub import Stub

from fotfeste.exchange.sending import carrier_of, send
from fotfeste.ledger.fence import fenced
from fotfeste.letters import dispatch


@pytest.fixture
def api(standards):
    """The official contract of sending, where it is at hand."""
    file = standards / "svarut/v3/forsendelse-send-api-v3.json"
    return Api(file) if file.exists() else None


@pytest.fixture
def stub(tmp_path, api):
    made = Stub(tmp_path, api)
    yield made
    made.close()


@pytest.fixture
def connected(place, stub, settings):
    """A municipality whose letters are carried digitally."""
    settings.FOTFESTE_SVARUT = stub.settings(place.key)
    return place


@pytest.fixture
def dispatches(place):
    """Return the dispatches of a case."""

    def of(stream):
        with fenced(place.key):
            return dispatch.of_cases(place.key, [stream])

    return of


@pytest.fixture
def sending(connected):
    """Send a dispatch, as its job does."""

    def sending(key, where=connected):
        carrier = carrier_of(where.key, where.office.now)
        send(where.key, key, where.office, carrier)

    return partial(sending)

"""A worker that sends one dispatch, in a process of its own that can be killed."""

import os
import sys
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import django
from django.conf import settings

settings.DATABASES["default"]["NAME"] = os.environ["FOTFESTE_TEST_DATABASE"]
django.setup()

from tests.ledger.place import Place  # noqa: E402

from fotfeste.exchange.sending import carrier_of, send  # noqa: E402
from fotfeste.office import installation  # noqa: E402


def main() -> None:
    municipality, key, now = sys.argv[1:]
    place = Place(municipality, installation.rulebook())
    office = replace(place.office, now=datetime.fromisoformat(now))
    send(municipality, UUID(key), office, carrier_of(municipality, office.now))


main()

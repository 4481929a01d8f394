"""A process that registers applications until it is killed, and says so of each."""

import json
import os
import sys

import django
from django.conf import settings

settings.DATABASES["default"]["NAME"] = os.environ["FOTFESTE_TEST_DATABASE"]
django.setup()

from tests.ledger.place import Place  # noqa: E402

from fotfeste.office import installation  # noqa: E402


def main() -> None:
    place = Place(sys.argv[1], installation.rulebook())
    party = place.party()
    while True:
        stream, handled = place.apply(party)
        sys.stdout.write(json.dumps([str(stream), handled.reference]) + "\n")
        sys.stdout.flush()


main()

"""A worker that sends one dispatch, in a process of its own that can be killed."""

import os
import sys
from datetime import datetime
from uuid import UUID

import django
from django.conf import settings

if __name__ == "__main__":
    django.setup()
    settings.DATABASES["default"]["NAME"] = os.environ["FOTFESTE_TEST_DATABASE"]
    from fotfeste.exchange.sending import carrier_of, send
    from fotfeste.office import installation
    from fotfeste.office.handle import Office

    municipality, key, now = sys.argv[1:]
    office = Office(
        datetime.fromisoformat(now), installation.rulebook(), installation.keys()
    )
    send(municipality, UUID(key), office, carrier_of(municipality, office.now))

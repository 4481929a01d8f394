"""Fills the site's database with made-up people; run as a program of its own."""

from datetime import UTC, datetime

import django

if __name__ == "__main__":
    django.setup()
    from fotfeste.demo.fill import fill
    from fotfeste.office import installation
    from fotfeste.office.handle import Office

    now = datetime.now(UTC)  # noqa: TID251 - here the clock is read
    fill(Office(now, installation.rulebook(), installation.keys()))

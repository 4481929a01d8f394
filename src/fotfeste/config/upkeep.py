"""What looks after an installation: migrate, keys, worker, verify and rebuild."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import django
from django.core.management import call_command

from fotfeste.config import demo_database, start


@contextmanager
def set_up() -> Iterator[None]:
    """Make Django ready: for the installation that the environment names, or the demo.

    Raises: SettingMissingError - neither is here; says what to set.
    """
    named = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"} & os.environ.keys()
    if named or not demo_database.exists():
        os.environ.setdefault(
            "DJANGO_SETTINGS_MODULE", "fotfeste.config.settings.production"
        )
        django.setup()
        yield
        return
    with demo_database.demo_database() as url:
        os.environ["DATABASE_URL"] = url
        os.environ["DJANGO_SETTINGS_MODULE"] = "fotfeste.config.settings.demo"
        django.setup()
        yield


def migrate(arguments: Namespace) -> int:
    """Bring the database up to date, and mark it as what this installation is."""
    del arguments
    with set_up():
        start.require_own_database()
        call_command("migrate", database="owner", verbosity=0)
        start.mark_installation()
        start.require_sound_installation()
        return 0


def make_keys(arguments: Namespace) -> int:
    """Make the master keys that are missing; never changes one that is there."""
    with set_up():
        from fotfeste.office import installation

        for municipality in arguments.municipality:
            installation.rulebook().municipality(municipality)
            installation.keys().make(municipality)
        print("Take a backup of the keys now: without them nothing can be read.")
        return 0


def worker(arguments: Namespace) -> int:
    """Follow the log until asked to stop."""
    del arguments
    with set_up():
        from fotfeste.office.keeping_up import keep_up

        start.require_sound_installation()
        keep_up()
        call_command(
            "procrastinate",
            "worker",
            "--concurrency",
            "1",
            "--delete-jobs",
            "successful",
        )
        return 0


def verify(arguments: Namespace) -> int:
    """Print every row of the log that is not as it was written; 1 if there is one."""
    del arguments
    with set_up():
        from fotfeste.ledger.verify import verify as verified

        streams, faults = verified()
        for fault in faults:
            print(fault)
        print(f"{streams} cases looked through, {len(faults)} faults.", file=sys.stderr)
        return 1 if faults else 0


def rebuild(arguments: Namespace) -> int:
    """Rebuild the lists from the log, and print what differed; 1 if anything did."""
    del arguments
    with set_up():
        from fotfeste.office import installation
        from fotfeste.office.handle import OSLO
        from fotfeste.office.rebuild import rebuild as rebuilt

        installation.learn_editions(strict=True)
        streams, differences = rebuilt(datetime.now(OSLO).date())  # noqa: TID251
        for difference in differences:
            print(difference)
        print(f"{streams} cases rebuilt, {len(differences)} differed.", file=sys.stderr)
        return 1 if differences else 0

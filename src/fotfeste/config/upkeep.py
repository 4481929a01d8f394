"""What looks after an installation: migrate, keys, worker, verify and rebuild."""

import os
import sys
from argparse import Namespace

import django
from django.core.management import call_command

from fotfeste.config import start


def set_up() -> None:
    """Make Django ready, for production unless other settings are named."""
    os.environ.setdefault(
        "DJANGO_SETTINGS_MODULE", "fotfeste.config.settings.production"
    )
    django.setup()


def migrate(arguments: Namespace) -> int:
    """Bring the database up to date, and mark it as what this installation is."""
    del arguments
    set_up()
    call_command("migrate", database="owner", verbosity=0)
    start.mark_installation()
    start.require_sound_installation()
    return 0


def make_keys(arguments: Namespace) -> int:
    """Make the master keys that are missing; never changes one that is there."""
    set_up()
    from fotfeste.office import installation

    for municipality in arguments.municipality:
        installation.rulebook().municipality(municipality)
        installation.keys().make(municipality)
    print("Take a backup of the keys now: without them nothing can be read.")
    return 0


def worker(arguments: Namespace) -> int:
    """Follow the log until asked to stop."""
    del arguments
    set_up()
    start.require_sound_installation()
    call_command(
        "procrastinate", "worker", "--concurrency", "1", "--delete-jobs", "successful"
    )
    return 0


def verify(arguments: Namespace) -> int:
    """Print every row of the log that is not as it was written; 1 if there is one."""
    del arguments
    set_up()
    from fotfeste.ledger.verify import verify as verified

    streams, faults = verified()
    for fault in faults:
        print(fault)
    print(f"{streams} cases looked through, {len(faults)} faults.", file=sys.stderr)
    return 1 if faults else 0


def rebuild(arguments: Namespace) -> int:
    """Rebuild the lists from the log, and print what differed; 1 if anything did."""
    del arguments
    set_up()
    from fotfeste.office.rebuild import rebuild as rebuilt

    streams, differences = rebuilt()
    for difference in differences:
        print(difference)
    print(f"{streams} cases rebuilt, {len(differences)} differed.", file=sys.stderr)
    return 1 if differences else 0

"""`fotfeste leader`: a municipality's first leader, who gives the others access."""

import sys
from argparse import Namespace
from datetime import datetime
from getpass import getpass

from fotfeste.config import start
from fotfeste.config.upkeep import set_up
from fotfeste.law import national_identity_number


def leader(arguments: Namespace) -> int:
    """Give somebody access as a leader; the number is asked for, and never shown."""
    asked = getpass("National identity number: ") if sys.stdin.isatty() else input()
    number = national_identity_number.without_spaces(asked)
    if not number or national_identity_number.fault(number):
        print("That is not a national identity number.", file=sys.stderr)
        return 1
    with set_up():
        start.require_sound_installation()
        return _given(arguments, number)


def _given(arguments: Namespace, number: str) -> int:
    from fotfeste.access.days import Days
    from fotfeste.access.employing import (
        OPERATOR,
        Access,
        Giver,
        StaffRefusedError,
        invite,
    )
    from fotfeste.access.policy import Role
    from fotfeste.law.periods import end
    from fotfeste.office import installation
    from fotfeste.office.handle import OSLO

    now = datetime.now(OSLO)  # noqa: TID251 - here the clock is read
    today, book = now.date(), installation.rulebook()
    units = [unit.id for unit in book.desk_pack(arguments.municipality, today).units]
    if arguments.unit not in units:
        print(f"No such unit. There are: {', '.join(units)}", file=sys.stderr)
        return 1
    latest = end(today, book.control(today).authorisation, book.calendar)
    access = Access(arguments.unit, Role.LEADER, Days(today, latest))
    giver = Giver(OPERATOR, now, today, latest)
    try:
        invite(
            arguments.municipality, arguments.name, number, access, giver,
            installation.keys(),
        )  # fmt: skip
    except StaffRefusedError as refused:
        print(f"Not done: {refused.about} has this number already.", file=sys.stderr)
        return 1
    print(f"{arguments.name} is a leader until {latest}, and can renew it before that.")
    return 0

"""The commands by their full name, and the packages of the procedures they stand in."""

from scripts.reference.wording import full_name, package_of

from fotfeste.procedures.kinds import PROCEDURES, Command, Event, Kind

COMMANDS: dict[str, type[Command]] = {
    full_name(command): command
    for procedure in PROCEDURES.values()
    for command in procedure.commands
}

EVENTS: dict[str, type[Event]] = {
    full_name(event): event
    for procedure in PROCEDURES.values()
    for event in procedure.events
}


def packages() -> list[str]:
    """Return the kinds of case, and then the tracks that go beside them."""
    kinds = [kind.value for kind in Kind]
    beside = {package_of(command) for command in COMMANDS.values()} - set(kinds)
    return [*kinds, *sorted(beside)]


def own_commands(package: str) -> list[type[Command]]:
    """Return the package's commands in the order it lists them."""
    found = [c for c in COMMANDS.values() if package_of(c) == package]
    return list(dict.fromkeys(found))

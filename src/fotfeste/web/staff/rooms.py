"""The rooms of the desk: what an employee finds in the menu, by role."""

from dataclasses import dataclass

from fotfeste.access.policy import Role


@dataclass(frozen=True, slots=True)
class Room:
    """A place at the desk: the name of its address, what it is called, and for whom.

    roles: who has it in their menu; its page asks for itself whether one may.
    """

    view: str
    title: str
    roles: frozenset[Role] = frozenset({Role.CASEWORKER, Role.LEADER})


ROOMS: tuple[Room, ...] = (
    Room("work", "Arbeidsliste"),
    Room("catalogue", "Katalog", frozenset({Role.LEADER})),
)
"""Every room, in the order of the menu."""


def rooms_for(role: Role) -> list[Room]:
    """Return the rooms of somebody with the role."""
    return [room for room in ROOMS if role in room.roles]

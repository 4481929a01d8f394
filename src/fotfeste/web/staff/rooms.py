"""The rooms of the desk: what an employee finds in the menu, by role."""

from dataclasses import dataclass

from fotfeste.access.duties import MAY_ALSO, Duty
from fotfeste.access.policy import DESK, Role

_LEADER = frozenset({Role.LEADER})


@dataclass(frozen=True, slots=True)
class Room:
    """A place at the desk: the name of its address, what it is called, and for whom.

    roles: who has it in their menu; its page asks for itself whether one may.
    """

    view: str
    title: str
    roles: frozenset[Role] = DESK

    @property
    def leads(self) -> bool:
        """Test that only those who lead have it."""
        return self.roles == _LEADER


ROOMS: tuple[Room, ...] = (
    Room("my-day", "Min dag"),
    Room("work", "Saker"),
    Room("print-queue", "Utskrift"),
    Room("leave", "Fravær"),
    Room("about-me", "Om meg"),
    Room("board", "Tavla", MAY_ALSO[Duty.OVERSEE]),
    Room("inspection", "Tilsyn", MAY_ALSO[Duty.OVERSEE]),
    Room("people", "Ansatte", MAY_ALSO[Duty.EMPLOY]),
    Room("roles", "Roller", MAY_ALSO[Duty.EMPLOY]),
    Room("log", "Innsynslogg", MAY_ALSO[Duty.REVIEW_LOG]),
    Room("reasons", "Grunner", MAY_ALSO[Duty.REVIEW_LOG]),
    Room("catalogue", "Katalog", MAY_ALSO[Duty.RUN_CATALOGUE]),
)
"""Every room, in the order of the menu."""


def rooms_for(role: Role) -> list[Room]:
    """Return the rooms of somebody with the role."""
    return [room for room in ROOMS if role in room.roles]

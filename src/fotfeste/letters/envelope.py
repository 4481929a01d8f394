"""Who each letter goes to, and which way: one envelope for each addressee."""

from typing import Literal
from uuid import UUID

from msgspec import Struct

from fotfeste.letters.addressee import Addressee, Hold
from fotfeste.letters.compose.occasion import lines
from fotfeste.letters.content import LetterKind
from fotfeste.letters.occasions import OUTSIDE
from fotfeste.procedures.person.events import Avoid, PowerOfAttorneyGiven, Scope

Way = Literal["digital", "post"]
Who = Literal["party", "representative", "other"]
Why = Literal["digital", "paper", "reminder", "representative", "other", "failed"]
"""Why the letter goes the way it goes; «failed»: it did not get through digitally."""

TOLD_BY_CARRIER: frozenset[Avoid] = frozenset({"messages", "name"})
"""What a carrier's own notice is: who is not safe with it gets nothing by it."""

DOCUMENTS_ONLY = frozenset({Scope.DOCUMENTS})
"""What a power must cover to get the documents of a case sent."""


class Envelope(Struct, frozen=True, kw_only=True):
    """One addressee of one letter.

    person: whom the municipality knows them as; None for others than people.
    power:  the power of attorney that a representative gets it by.
    avoid:  what is not safe when the party is reached.
    """

    who: Who
    name: str
    address: tuple[str, ...]
    way: Way
    why: Why
    hold: Hold = ""
    person: UUID | None = None
    power: UUID | None = None
    avoid: tuple[Avoid, ...] = ()

    @property
    def is_safe_to_carry(self) -> bool:
        """Tell whether the notice that a carrier sends of its own is safe for them."""
        return not TOLD_BY_CARRIER & set(self.avoid)


def scopes_for(kind: LetterKind) -> frozenset[Scope]:
    """Return what a power must cover for this letter; empty: what the case's do.

    Law: fvl § 12: within what the power covers. Who may get letters has not thereby
    been given what is written and filed in the case.
    """
    return DOCUMENTS_ONLY if kind is LetterKind.DOCUMENTS else frozenset()


def envelopes(
    kind: LetterKind,
    to: Addressee,
    party: UUID,
    *,
    outside: tuple[str, ...],
    reachable: frozenset[UUID],
) -> tuple[Envelope, ...]:
    """Return an envelope for each addressee of a letter that must leave the building.

    What lies on the party's pages, and is told of by a notice, leaves the building only
    where somebody carries it digitally.
    outside:   name and address of an authority the letter is to; else empty.
    reachable: the people who can be sent to digitally; none where nobody carries.
    Law: fvl § 12 fourth paragraph: the representative gets it, and the party a copy
    unless they want none; eforv § 8: what is not opened is told of again.
    """
    if kind in OUTSIDE:
        name, *address = outside or ("",)
        hold: Hold = "" if address else "no-address"
        return (
            Envelope(
                who="other", name=name, address=tuple(address), way="post",
                why="other", hold=hold,
            ),
        )  # fmt: skip
    paper: Why | None = "paper" if to.posted else None
    if kind is LetterKind.REMINDER:
        paper = "reminder"
    acting = tuple(_to(power, paper, reachable) for power in to.representatives)
    if acting and not any(power.copies for power in to.representatives):
        return acting
    if not paper and party not in reachable:
        return acting
    own = Envelope(
        who="party",
        name=to.name,
        address=() if to.hold else tuple(lines(to.address)),
        way="post" if paper else "digital",
        why=paper or "digital",
        hold=to.hold,
        person=party,
    )
    return (*acting, own)


def _to(
    power: PowerOfAttorneyGiven, paper: Why | None, reachable: frozenset[UUID]
) -> Envelope:
    """Return the envelope of a representative: on paper unless they can be reached.

    Nobody sends a representative a notice: what only lay on pages would not have been
    sent to them.
    """
    digital = not paper and power.representative in reachable
    address = tuple(lines(power.address))
    return Envelope(
        who="representative",
        name=power.name,
        address=address,
        way="digital" if digital else "post",
        why="digital" if digital else paper or "representative",
        hold="" if address else "no-address",
        person=power.representative,
        power=power.power,
    )

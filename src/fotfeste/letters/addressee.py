"""To whom the letters of a case go: the party, or who acts for them."""

from dataclasses import dataclass
from typing import Literal

from fotfeste.access.policy import letters_scopes
from fotfeste.ledger import log
from fotfeste.office.handle import OSLO, Office
from fotfeste.procedures.appeal import stages as appeal
from fotfeste.procedures.application import stages as application
from fotfeste.procedures.care import stages as care
from fotfeste.procedures.channel import by_post
from fotfeste.procedures.contact import stages as contact
from fotfeste.procedures.kinds import Case, governing_pack, replay
from fotfeste.procedures.person.events import (
    Avoid,
    ContactWished,
    PowerOfAttorneyGiven,
    Scope,
)
from fotfeste.procedures.report import stages as report
from fotfeste.rulebook.pack import Pack

Hold = Literal["", "protected", "unsafe", "no-address"]
"""Why a letter cannot be put in the post: a protected address, one where letters are
not safe, or none that we know."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """The party of a case, and who gets the letters in their place.

    posted: whether letters go on paper.
    hold:   why nothing can be put in the post to the party as it is; empty: it can.
    avoid:  what is not safe when the party is reached.
    """

    name: str
    address: str
    posted: bool
    pack: Pack
    representatives: tuple[PowerOfAttorneyGiven, ...]
    hold: Hold = ""
    avoid: frozenset[Avoid] = frozenset()


def addressee(
    history: log.History,
    case: Case,
    office: Office,
    covering: frozenset[Scope] = frozenset(),
) -> tuple[Addressee, log.History]:
    """Return to whom letters go, and the case at the root: an appeal's is another's.

    covering: what a representative's power must cover; that of the case's letters.

    Law: fvl § 12 fourth paragraph: a representative gets what the party would have got.
    A protected address is never printed.
    """
    today = office.now.astimezone(OSLO).date()
    covering = covering or letters_scopes(history.kind)
    acting = tuple(
        power
        for power in history.known.powers_on(today)
        if covering & set(power.scopes)
    )
    root, origin = case, history
    while isinstance(root, appeal.Case):
        found = log.read(origin.municipality, root.opened.received.case, office.keys)
        if found is None:
            raise LookupError(f"The appeal {origin.reference} is against nothing")
        origin, root = found, replay(found.kind, found.events)
    name, address, posted = _party(root)
    if isinstance(case, appeal.Case):
        posted = by_post(case.opened.received.channel)
    pack = governing_pack(root, history.municipality, office.book, today)
    avoid = _avoid(root, history.known.contact)
    hold = _hold(root, address, avoid)
    return Addressee(name, address, posted, pack, acting, hold, avoid), origin


def _avoid(root: Case, wished: ContactWished | None) -> frozenset[Avoid]:
    """Return what is not safe: what they said last, or else when they applied."""
    if wished:
        return frozenset(wished.avoid)
    if isinstance(root, application.Case):
        return frozenset(root.opened.application.application.avoid)
    return frozenset()


def _hold(root: Case, address: str, avoid: frozenset[Avoid]) -> Hold:
    """Return why a letter cannot be put in the post to the party, or nothing."""
    if "letters" in avoid:
        return "unsafe"
    if (
        isinstance(root, application.Case)
        and root.opened.application.application.protected
    ):
        return "protected"
    return "" if address.strip() else "no-address"


def _party(root: Case) -> tuple[str, str, bool]:
    match root:
        case application.Case():
            received = root.opened.application
            said = received.application
            address = "" if said.protected else said.address
            return said.name, address, by_post(received.channel)
        case care.Case():
            grant = root.opened.grant
            return grant.party, grant.address, grant.posted
        case report.Case():
            said_so = root.opened.report
            return said_so.reporter, said_so.address, said_so.posted
        case contact.Case():
            return root.opened.first.name, "", True
        case _:
            raise LookupError("A person's own file has no letters")

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
    """

    name: str
    address: str
    posted: bool
    pack: Pack
    representatives: tuple[PowerOfAttorneyGiven, ...]
    hold: Hold = ""


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
    hold = _hold(root, address, history.known.contact)
    return Addressee(name, address, posted, pack, acting, hold), origin


def _hold(root: Case, address: str, wished: ContactWished | None) -> Hold:
    """Return why a letter cannot be put in the post to the party, or nothing.

    What they said last of how they are reached comes before the application.
    """
    said = None
    if isinstance(root, application.Case):
        said = root.opened.application.application
    avoid = wished.avoid if wished else said.avoid if said else ()
    if "letters" in avoid:
        return "unsafe"
    if said and said.protected:
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

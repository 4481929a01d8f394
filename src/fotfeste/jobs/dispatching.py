"""Sending a letter on its way, to each of those it is for."""

from uuid import UUID

from django.conf import settings

from fotfeste.access.people import Party, identities
from fotfeste.ledger import log
from fotfeste.letters import dispatch
from fotfeste.letters.addressee import Addressee
from fotfeste.letters.carrier import account_of
from fotfeste.letters.content import Letter, LetterKind
from fotfeste.letters.envelope import TOLD_BY_CARRIER, envelopes
from fotfeste.letters.occasions import OUTSIDE
from fotfeste.office.handle import Office


def dispatch_letter(
    history: log.History, event: UUID, letter: Letter, to: Addressee, office: Office
) -> None:
    """Make the letter's dispatches. Call inside the fence that keeps it."""
    dispatch.make(
        envelopes(
            letter.kind,
            to,
            history.person,
            outside=letter.recipient if letter.kind in OUTSIDE else (),
            reachable=_reachable(history, to, office),
        ),
        municipality=history.municipality,
        event=event,
        kind=letter.kind,
        stream=history.stream,
        party=Party(history.person, history.wrapped),
        at=office.now,
        keys=office.keys,
    )


def goes_by_post(history: log.History, to: Addressee, office: Office) -> bool:
    """Test that somebody gets the case's decision on paper, which takes its days.

    Law: fvl § 29: the period begins when the letter arrives, and for one who is
    represented when it comes to the representative (fvl § 12). Call inside a fence.
    """
    found = envelopes(
        LetterKind.DECISION,
        to,
        history.person,
        outside=(),
        reachable=_reachable(history, to, office),
    )
    return to.posted or any(one.way == "post" for one in found)


def _reachable(history: log.History, to: Addressee, office: Office) -> frozenset[UUID]:
    """Return whom of the addressees a carrier can reach: none where there is none.

    A carrier sends a notice of its own, with the municipality's name: never to one for
    whom messages, or the name, are not safe.
    """
    if account_of(history.municipality, settings.FOTFESTE_SVARUT) is None:
        return frozenset()
    people = [power.representative for power in to.representatives]
    if not to.avoid & TOLD_BY_CARRIER:
        people.append(history.person)
    known = identities(history.municipality, people, office.keys)
    return frozenset(key for key, identity in known.items() if identity.number)

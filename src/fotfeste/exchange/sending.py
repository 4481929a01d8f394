"""Sending what is to be carried digitally: at least once asked, once only sent.

What is asked of the outside stands between two short transactions. Whoever dies in the
middle is found by the claim that ran out, and by our reference at the other end.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext, override

from fotfeste.access.people import Party, identities
from fotfeste.access.policy import SYSTEM_ID, Actor, Role
from fotfeste.exchange.svarut import SvarUt
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import ConflictError
from fotfeste.letters import archive, dispatch
from fotfeste.letters.carrier import (
    Carrier,
    Consignment,
    NotReachedError,
    RefusedOutsideError,
    Status,
    account_of,
)
from fotfeste.letters.content import OF_DECISION
from fotfeste.letters.dispatch import Dispatch, Mark, State
from fotfeste.letters.readdress import as_of_now
from fotfeste.office.handle import Office, handle
from fotfeste.procedures.refusal import Refused
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.procedures.remedy.events import DecisionMadeAvailable

MANY = 100
"""How many are asked about at a time."""
ASKED_ABOUT = timedelta(days=90)
"""How long one asks whether a letter is read."""


def carrier_of(municipality: str, now: datetime) -> Carrier | None:
    """Return who carries the municipality's letters digitally; None: nobody does."""
    account = account_of(municipality, settings.FOTFESTE_SVARUT)
    return SvarUt(account, now) if account else None


def send(municipality: str, key: UUID, office: Office, carrier: Carrier | None) -> None:
    """Send the dispatch, unless it has been sent.

    Raises: NotReachedError - it is to be tried again. ClaimedError - somebody is at it.
    """
    with fenced(municipality):
        claimed = dispatch.claim(municipality, key, office.now)
    if claimed is None:
        return
    try:
        if carrier is None:
            raise NotReachedError("Nobody carries letters for the municipality now")
        ready = _consignment(municipality, claimed, office)
        if ready is None:
            return
        before = claimed.tries > 1
        outside = (carrier.find(ready.reference) if before else None) or carrier.send(
            ready
        )
    except NotReachedError as error:
        with fenced(municipality):
            dispatch.not_reached(municipality, key, str(error))
        raise
    except RefusedOutsideError as error:
        _settle(municipality, claimed, State.FAILED, office, reason=str(error))
        return
    digest = sha256(ready.pdf).digest()
    _settle(municipality, claimed, State.SENT, office, outside, digest=digest)


def look_after(municipality: str, office: Office, carrier: Carrier) -> None:
    """Ask how it goes with what is under way, and note what is read or has failed."""
    with fenced(municipality):
        sent = dispatch.under_way(municipality, office.now - ASKED_ABOUT)
    by_key = {one.outside_id: one for one in sent if one.outside_id}
    keys = list(by_key)
    for start in range(0, len(keys), MANY):
        for status in carrier.statuses(keys[start : start + MANY]):
            _note(municipality, by_key.get(status.outside_id), status, office)


def _note(
    municipality: str, one: Dispatch | None, status: Status, office: Office
) -> None:
    if one is None or status.progress == "under-way":
        return
    state = State.READ if status.progress == "read" else State.FAILED
    reason = "" if state is State.READ else status.word
    if state is State.READ and not _opening_noted(municipality, one, office):
        return
    with fenced(municipality):
        if dispatch.settle(municipality, one.id, state, was=State.SENT, reason=reason):
            mark: Mark = "read" if state is State.READ else "failed"
            dispatch.mark(municipality, one.id, mark, status.at)


def _opening_noted(municipality: str, one: Dispatch, office: Office) -> bool:
    """Record that a decision was opened, where that is what was read (eforv § 8).

    False where somebody changed the case meanwhile: it is asked about the next time.
    """
    history = log.read(municipality, one.stream, office.keys)
    if history is None or one.kind not in OF_DECISION.values():
        return True
    told = {record.id: record.event for record in history.records}
    event = told.get(one.event)
    if not isinstance(event, DecisionMadeAvailable):
        return True
    try:
        handle(
            remedy.OpenDecision(number=event.number),
            actor=Actor(municipality, Role.SYSTEM, SYSTEM_ID),
            stream=one.stream,
            seen=history.version,
            office=office,
        )
    except Refused:
        return True
    except ConflictError:
        return False
    return True


def _settle(
    municipality: str,
    one: Dispatch,
    state: State,
    office: Office,
    outside_id: str = "",
    *,
    reason: str = "",
    digest: bytes | None = None,
) -> None:
    with fenced(municipality):
        if dispatch.settle(
            municipality,
            one.id,
            state,
            was=State.WAITING,
            outside_id=outside_id,
            reason=reason,
        ):
            mark: Mark = "failed" if state is State.FAILED else "accepted"
            dispatch.mark(municipality, one.id, mark, office.now, digest=digest)


def _consignment(
    municipality: str, one: Dispatch, office: Office
) -> Consignment | None:
    """Return the letter, ready to be carried; None: it is to nobody any more.

    Raises: RefusedOutsideError - it cannot be carried to them; the desk must see to it.
    """
    history = log.read(municipality, one.stream, office.keys)
    if history is None:
        raise RefusedOutsideError("Slettet")
    whose = Party(history.person, history.wrapped)
    with fenced(municipality):
        envelope = as_of_now(
            one, one.opened(municipality, whose, office.keys), history, office
        )
        if envelope is None:
            return None
        people = identities(municipality, _people(whose, envelope.person), office.keys)
        [kept] = [
            letter
            for letter in archive.letters_of(municipality, [one.stream])
            if letter.event == one.event and letter.kind == one.kind
        ]
        letter = archive.letter_text(municipality, kept, whose, office.keys)
        pdf = archive.letter_pdf(municipality, kept, whose, office.keys)
    if not envelope.is_safe_to_carry:
        raise RefusedOutsideError("Ikke trygt")
    known = people.get(envelope.person) if envelope.person else None
    if known is None or not known.number:
        raise RefusedOutsideError("Uten fødselsnummer")
    with override(letter.language):
        title = gettext("Du har fått et brev")
    return Consignment(
        reference=str(one.id),
        title=title,
        name=envelope.name,
        number=known.number,
        filename=f"brev-{kept.on}.pdf",
        pdf=pdf,
    )


def _people(whose: Party, other: UUID | None) -> list[UUID]:
    return [whose.id, *([other] if other else [])]

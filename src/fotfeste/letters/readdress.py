"""Looking again at whom a letter is to, at the moment it leaves."""

import msgspec

from fotfeste.access.people import Party
from fotfeste.ledger import log
from fotfeste.letters import dispatch
from fotfeste.letters.addressee import addressee
from fotfeste.letters.compose.occasion import lines
from fotfeste.letters.dispatch import Dispatch, State
from fotfeste.letters.envelope import Envelope, envelopes, scopes_for
from fotfeste.office.handle import Office
from fotfeste.procedures.kinds import replay


def as_of_now(
    one: Dispatch, envelope: Envelope, history: log.History, office: Office
) -> Envelope | None:
    """Return the envelope as it is now: the party's own address, or None.

    None: a representative whose power is over gets nothing more (fvl § 12). Their
    dispatch is dropped, and who is to have the letter instead gets one. An address that
    has become unsafe is in no envelope. Call inside a fence.
    """
    if envelope.who == "other":
        return envelope
    case = replay(history.kind, history.events)
    to, _origin = addressee(history, case, office, scopes_for(one.kind))
    if envelope.who == "party":
        address = () if to.hold else tuple(lines(to.address))
        return msgspec.structs.replace(
            envelope, address=address, hold=to.hold, avoid=tuple(sorted(to.avoid))
        )
    if any(power.power == envelope.power for power in to.representatives):
        return envelope
    where = history.municipality
    if dispatch.settle(where, one.id, State.DROPPED, was=one.state):
        dispatch.mark(where, one.id, "dropped", office.now)
        dispatch.make(
            envelopes(one.kind, to, history.person, outside=(), reachable=frozenset()),
            municipality=where,
            event=one.event,
            kind=one.kind,
            stream=one.stream,
            party=Party(history.person, history.wrapped),
            at=office.now,
            keys=office.keys,
        )
    return None

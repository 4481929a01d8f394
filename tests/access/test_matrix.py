"""Who may do what: every role × command × unit × municipality, by product."""

from itertools import product
from typing import get_args
from uuid import UUID

import pytest
from tests.ledger.decided import decided
from tests.procedures.events import SAID

from fotfeste.access.policy import (
    MAY,
    STEP,
    Actor,
    NotAllowedError,
    NotFoundError,
    Role,
    may_give,
    may_see,
)
from fotfeste.ledger.log import uuid7
from fotfeste.office.handle import handle
from fotfeste.office.open_case import open_case
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.kinds import Command
from fotfeste.procedures.possible import blank

COMMANDS = get_args(Command)
PARTY = UUID(int=1)
OTHER = UUID(int=2)

EXPECTED = {
    "SubmitApplication": "own",
    "RegisterApplication": "receive",
    "ArrangeInterview": "interview",
    "RecordInterview": "interview",
    "RecordMissedInterview": "interview",
    "RecordFindings": "decide",
    "CommentOnCase": "own",
    "GiveDelayNotice": "decide",
    "ProposeDecision": "decide",
    "ApproveDecision": "decide, leader",
    "ReturnDecision": "decide, leader",
    "MakeDecisionAvailable": "system",
    "OpenDecision": "own",
    "AppealDecision": "own",
    "RegisterAppeal": "receive",
    "EndAppeal": "system",
    "ReopenCase": "system",
    "WithdrawApplication": "own",
    "OpenAppeal": "system",
    "AdmitLateAppeal": "appeal",
    "DismissAppeal": "appeal",
    "UpholdDecision": "appeal",
    "ReverseDecision": "appeal",
    "ForwardAppeal": "appeal",
    "RecordOutcome": "appeal",
}
"""What the table of access is meant to say, written apart from it."""


def expected(command, role, unit, relation, pack):
    who, _, leader = EXPECTED[command.__name__].partition(", ")
    if role is Role.CITIZEN:
        return who == "own" and relation == "own"
    if role is Role.SYSTEM:
        return who == "system"
    if who in ("own", "system") or (leader and role is not Role.LEADER):
        return False
    return unit == pack.unit_for(who)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.__name__)
@pytest.mark.parametrize("municipality", ["enebakk", "raelingen"])
def test_every_role_and_unit_may_do_just_what_is_meant(
    book, office, command, municipality
):
    pack = book.pack(municipality, office.now.date())
    units = ["", "en-annen-enhet", *(unit.id for unit in pack.units)]
    for role, unit, relation in product(Role, units, ("own", "other")):
        person = PARTY if relation == "own" else OTHER
        actor = Actor(municipality, role, person, unit)
        says = may_give(command, actor, PARTY, pack)
        assert says == expected(command, role, unit, relation, pack), (
            role,
            unit,
            relation,
        )


def test_the_tables_are_complete():
    assert set(MAY) == set(COMMANDS)
    assert {c.__name__ for c in COMMANDS} == set(EXPECTED)
    at_desk = {c for c in COMMANDS if MAY[c] & {Role.CASEWORKER, Role.LEADER}}
    assert set(STEP) == at_desk


def test_the_unit_that_delivers_sees_a_case_when_there_is_something_to_deliver(
    book, office
):
    pack = book.pack("enebakk", office.now.date())
    deliverer = Actor("enebakk", Role.CASEWORKER, OTHER, pack.steps.deliver)
    assert pack.steps.deliver != pack.steps.decide
    assert not may_see(deliverer, PARTY, pack, decided=False)
    assert may_see(deliverer, PARTY, pack, decided=True)
    stranger = Actor("enebakk", Role.LEADER, OTHER, "en-annen-enhet")
    assert not may_see(stranger, PARTY, pack, decided=True)


STRANGERS = {
    "another citizen": lambda p, other: (p.citizen(other), NotFoundError),
    "another unit": lambda p, other: (p.desk("rustjenesten"), NotAllowedError),
}


@pytest.mark.parametrize("who", STRANGERS)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.__name__)
def test_handle_lets_no_stranger_change_a_case(place, command, who):
    stream, _ = place.apply()
    actor, error = STRANGERS[who](place, place.party(5))
    with pytest.raises((error, NotFoundError)):
        handle(blank(command), actor=actor, stream=stream, seen=1, office=place.office)


def test_no_case_is_found_from_another_municipality(place):
    party = place.party()
    stream, _ = place.apply(party)
    for actor in (
        Actor("raelingen", Role.CITIZEN, party.id),
        Actor("raelingen", Role.LEADER, OTHER, "tjenestekontoret"),
    ):
        with pytest.raises(NotFoundError):
            open_case(actor, stream, place.office)
        with pytest.raises((NotFoundError, NotAllowedError)):
            handle(
                do.CommentOnCase(words="Hei"),
                actor=actor,
                stream=stream,
                seen=1,
                office=place.office,
            )


def test_nobody_applies_in_the_name_of_another(place):
    nora, per = place.party(0), place.party(1)
    with pytest.raises(NotAllowedError):
        handle(
            do.SubmitApplication(application=SAID),
            actor=place.citizen(per),
            stream=uuid7(),
            seen=0,
            office=place.office,
            party=nora,
        )


def test_a_stranger_gets_the_same_answer_as_for_a_case_that_is_not_there(place):
    stream, _ = place.apply()
    stranger = place.citizen(place.party(9))
    for key in (stream, uuid7()):
        with pytest.raises(NotFoundError):
            open_case(stranger, key, place.office)


def test_the_party_and_the_deciding_unit_see_the_case(place):
    party, stream, _ = decided(place)
    for actor in (place.citizen(party), place.desk(), place.desk("rustjenesten")):
        assert open_case(actor, stream, place.office).history.stream == stream

"""Who may do what: every role × command × unit × municipality, by product."""

from dataclasses import replace
from datetime import date
from itertools import product
from uuid import UUID

import pytest
from tests.ledger.decided import decided
from tests.procedures.events import SAID

from fotfeste.access.policy import (
    MAY,
    Actor,
    NotAllowedError,
    NotFoundError,
    Relation,
    Role,
    letters_scopes,
    may_give,
    may_see,
)
from fotfeste.ledger.log import uuid7
from fotfeste.office.handle import handle
from fotfeste.office.open_case import open_case
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.kinds import PROCEDURES, Kind
from fotfeste.procedures.person.events import PowerOfAttorneyGiven, Scope
from fotfeste.procedures.person.stages import NOTHING_KNOWN
from fotfeste.procedures.person.stages import File as PersonFile
from fotfeste.procedures.possible import blank

COMMANDS = sorted(MAY, key=lambda command: command.__qualname__)
PARTY = UUID(int=1)
OTHER = UUID(int=2)
LONG_AGO = date(2020, 1, 1)

EXPECTED = {
    "application": {
        "SubmitApplication": "own apply",
        "RegisterApplication": "receive + system",
        "ConfirmApplication": "own apply + receive",
        "PassApplication": "receive",
        "DismissApplication": "decide, leader",
        "CloseCase": "decide",
        "ArrangeInterview": "interview",
        "RecordInterview": "interview",
        "CorrectInterview": "own apply + interview",
        "RecordMissedInterview": "interview",
        "CancelInterview": "own attend + interview",
        "RecordFindings": "decide",
        "CommentOnCase": "own apply + decide",
        "GiveDelayNotice": "decide",
        "ProposeDecision": "decide",
        "ApproveDecision": "decide, leader",
        "ReturnDecision": "decide, leader",
        "ReverseDecision": "decide",
        "ReopenCase": "decide",
        "WithdrawApplication": "own apply + decide",
    },
    "information": {
        "RequestInformation": "decide",
        "RemindSource": "decide",
        "RecordInformation": "decide",
        "PresentInformation": "decide",
        "OmitPresentation": "decide",
        "EndRequest": "decide",
        "WarnForChildren": "decide",
        "WarnInPregnancy": "decide",
        "WarnInEmergency": "decide",
        "AgreeCooperation": "decide",
    },
    "documents": {
        "AskForDocuments": "own documents + decide",
        "GiveDocuments": "decide",
        "FileDocument": "receive",
        "SendDocument": "own apply",
        "RefuseAccess": "decide",
    },
    "remedy": {
        "MakeDecisionAvailable": "system",
        "GiveReminder": "decide + system",
        "OpenDecision": "own letters + system",
        "AskForGrounds": "own appeal + decide",
        "GiveGrounds": "decide",
        "AppealDecision": "own appeal",
        "RegisterAppeal": "receive",
        "EndAppeal": "system",
        "SettleAppeal": "system",
        "ReopenDecision": "system",
        "AskForSuspension": "own appeal + appeal",
        "DecideSuspension": "appeal",
        "CorrectDecision": "decide",
        "AskForSupervision": "own appeal + appeal",
    },
    "appeal": {
        "OpenAppeal": "system",
        "AskForMending": "appeal",
        "MendAppeal": "own appeal + appeal",
        "CommentOnAppeal": "own appeal + appeal",
        "GiveAppealDelayNotice": "appeal",
        "WithdrawAppeal": "own appeal + appeal",
        "AdmitLateAppeal": "appeal",
        "DismissAppeal": "appeal",
        "UpholdDecision": "appeal",
        "ReverseDecision": "appeal",
        "ReversePart": "appeal",
        "ForwardAppeal": "appeal",
        "RecordOutcome": "appeal",
        "ClaimCosts": "own appeal + appeal",
        "DecideCosts": "appeal",
    },
    "care": {
        "GrantCare": "system",
        "WithdrawGrant": "system",
        "OpenCare": "deliver",
        "StartCare": "deliver",
        "MakePlan": "deliver",
        "MakeAppointment": "deliver",
        "CancelAppointment": "own attend + deliver",
        "ReviewNeed": "deliver",
        "GiveAdvanceNotice": "decide",
        "AnswerNotice": "own apply + decide",
        "DropChange": "decide",
        "ProposeChange": "decide",
        "ApproveChange": "decide, leader",
        "ReturnChange": "decide, leader",
        "EffectChange": "deliver",
        "EndCare": "deliver",
    },
    "contact": {
        "MakeContact": "deliver",
        "NoteContact": "deliver",
        "TurnContact": "deliver",
        "EndContact": "deliver",
    },
    "report": {
        "SubmitReport": "own",
        "RegisterReport": "receive",
        "RecordInvestigation": "decide",
        "GiveFeedback": "decide",
    },
    "person": {
        "GivePowerOfAttorney": "own + any",
        "RevokePowerOfAttorney": "own + any",
        "GiveConsent": "own + any",
        "AskForConsent": "any",
        "AnswerConsent": "own + any",
        "WithdrawConsent": "own + any",
        "WishContact": "own + any",
        "WriteMessage": "own",
        "AnswerMessage": "any",
        "SettleMessage": "any",
        "SendMessage": "any",
        "DisqualifyEmployee": "any",
        "EndDisqualification": "any, leader",
        "NoteSafety": "any",
        "EndSafetyNote": "any",
        "CloseCircle": "any, leader",
        "OpenCircle": "any, leader",
        "BarAccess": "own",
        "LiftBar": "own",
    },
    "handling": {
        "AssignCase": "any",
        "ConfirmImpartiality": "any",
        "GiveBackCase": "any",
        "WriteNote": "any",
        "CorrectNote": "any",
    },
}
"""What the table of access is meant to say, written apart from it.

own: the party, and the scope that lets a representative; then the step of the desk.
"""


def room(command):
    return command.__module__.split(".")[-2]


def expected(command, role, unit, relation, pack, scopes=()):
    parts = EXPECTED[room(command)][command.__name__].split(" + ")
    own = next((part for part in parts if part.startswith("own")), None)
    desk = next((p for p in parts if not p.startswith(("own", "system"))), "")
    step, _, leader = desk.partition(", ")
    match role:
        case Role.CITIZEN:
            return own is not None and relation == "own"
        case Role.REPRESENTATIVE:
            return own is not None and own.removeprefix("own").strip() in scopes
        case Role.SYSTEM:
            return "system" in parts
    if not step or (leader and role is not Role.LEADER):
        return False
    units = [getattr(pack.steps, one) for one in pack.steps.__struct_fields__]
    return unit in units if step == "any" else unit == pack.unit_for(step)


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
        relation_to = Relation(PARTY, NOTHING_KNOWN, pack, office.now.date())
        says = may_give(command, actor, relation_to)
        assert says == expected(command, role, unit, relation, pack), (
            role,
            unit,
            relation,
        )


def test_the_tables_are_complete():
    assert set(MAY) == {c for p in PROCEDURES.values() for c in p.commands}
    listed = {(part, name) for part, names in EXPECTED.items() for name in names}
    assert {(room(c), c.__name__) for c in COMMANDS} == listed


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.__name__)
def test_a_representative_may_do_just_what_the_power_covers(
    book, office, command, scope
):
    today, pack = office.now.date(), book.pack("raelingen", office.now.date())
    actor = Actor("raelingen", Role.REPRESENTATIVE, OTHER)
    given = replace(blank(PowerOfAttorneyGiven, today), representative=OTHER)
    for scopes, day in (((scope,), today), ((), today), ((scope,), LONG_AGO)):
        power = replace(given, scopes=scopes, valid_from=day, valid_to=day)
        known = PersonFile(today, powers=(power,))
        says = may_give(command, actor, Relation(PARTY, known, pack, today))
        holds = scopes if day == today else ()
        assert says == expected(command, Role.REPRESENTATIVE, "", "", pack, holds)


def test_the_unit_that_delivers_sees_a_case_when_there_is_something_to_deliver(
    book, office
):
    pack = book.pack("enebakk", office.now.date())
    deliverer = Actor("enebakk", Role.CASEWORKER, OTHER, pack.steps.deliver)
    assert pack.steps.deliver != pack.steps.decide
    relation = Relation(PARTY, NOTHING_KNOWN, pack, office.now.date())
    application, care = Kind.APPLICATION, Kind.CARE
    assert not may_see(deliverer, relation, application, decided=False)
    assert may_see(deliverer, relation, application, decided=True)
    assert may_see(deliverer, relation, care, decided=False)
    assert not may_see(deliverer, relation, Kind.REPORT, decided=False)
    stranger = Actor("enebakk", Role.LEADER, OTHER, "en-annen-enhet")
    assert not any(may_see(stranger, relation, kind, decided=True) for kind in Kind)


STRANGERS = {
    "another citizen": lambda p, other: (p.citizen(other), NotFoundError),
    "another unit": lambda p, other: (p.desk("en-annen-enhet"), NotAllowedError),
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


def test_who_may_appeal_for_somebody_gets_the_letters_of_the_appeal():
    assert letters_scopes(Kind.APPEAL) == {Scope.LETTERS, Scope.APPEAL}
    for kind in set(Kind) - {Kind.APPEAL}:
        assert letters_scopes(kind) == {Scope.LETTERS}

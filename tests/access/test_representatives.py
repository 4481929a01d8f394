"""Who acts for another: within the power, as themselves, and never beyond it."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.ledger.decided import decided
from tests.procedures.events import SAID

from fotfeste.access.policy import Actor, NotAllowedError, NotFoundError, Role
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import uuid7
from fotfeste.office.open_case import open_case
from fotfeste.office.representation import Represented, represented_by
from fotfeste.procedures.appeal import commands as appeal_do
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.care import commands as care_do
from fotfeste.procedures.consequences import care_stream
from fotfeste.procedures.contact import commands as contact_do
from fotfeste.procedures.person import commands as person_do
from fotfeste.procedures.person.events import Scope
from fotfeste.procedures.refusal import RefusalCode, Refused
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.report import commands as report_do

TODAY = date(2026, 3, 2)
COMMENT = do.CommentOnCase(words="Hun vil helst møtes hjemme.")
DELIVERS = "rustjenesten"


@pytest.fixture
def nora(place):
    return place.party(0)


@pytest.fixture
def brother(place):
    return place.party(1)


@pytest.fixture
def case(place, nora):
    """A case of Nora's."""
    return place.apply(nora)[0]


@pytest.fixture
def give(place, nora, brother):
    """Let Nora give her brother a power of attorney, and return its key."""

    def give(*scopes, valid_from=TODAY, valid_to=None, to=None):
        power = uuid7()
        command = person_do.GivePowerOfAttorney(
            power=power,
            representative=(to or brother).id,
            name="Bror Testsønn",
            ground="written",
            scopes=scopes,
            valid_from=valid_from,
            valid_to=valid_to,
        )
        place.does(command, place.citizen(nora), nora.id, nora)
        return power

    return give


def represented(place, brother):
    with fenced(place.key):
        today = place.office.now.date()
        return represented_by(place.key, brother.id, today)


# --- within the power --------------------------------------------------------------


def test_a_representative_acts_as_themselves(place, brother, case, give):
    give(Scope.APPLY)
    place.does(COMMENT, place.citizen(brother), case)
    last = place.history(case).records[-1]
    assert (last.actor, last.role) == (brother.id, "representative")
    place.does(COMMENT, place.citizen(place.party(0)), case)
    assert place.history(case).records[-1].role == "citizen"


def test_a_representative_applies_for_the_person(place, nora, brother, give):
    give(Scope.APPLY)
    stream = uuid7()
    apply = do.SubmitApplication(application=SAID)
    place.does(apply, place.citizen(brother), stream, nora)
    history = place.history(stream)
    assert history.person == nora.id
    assert history.records[0].role == "representative"


@pytest.mark.parametrize("scopes", [(), (Scope.LETTERS, Scope.APPEAL)])
def test_nobody_applies_for_another_without_the_scope(
    place, nora, brother, give, scopes
):
    if scopes:
        give(*scopes)
    apply = do.SubmitApplication(application=SAID)
    with pytest.raises(NotAllowedError):
        place.does(apply, place.citizen(brother), uuid7(), nora)


def test_a_representative_appeals_for_the_person(place, nora, brother, give):
    _, stream, _ = decided(place)
    give(Scope.APPEAL)
    key = uuid7()
    appeal = remedy_do.AppealDecision(
        appeal=key, dissatisfied_with="For lite.", change_wanted=""
    )
    place.does(appeal, place.citizen(brother), stream)
    assert place.history(key).person == nora.id
    assert open_case(place.citizen(brother), key, place.office).actor.role is (
        Role.REPRESENTATIVE
    )


# --- beyond it ---------------------------------------------------------------------


def without_scope(place, give):
    give(Scope.APPEAL)


def expired(place, give):
    give(Scope.APPLY, valid_from=TODAY, valid_to=TODAY)
    place.later(1)


def not_yet(place, give):
    give(Scope.APPLY, valid_from=TODAY + timedelta(days=1))


def revoked(place, give):
    power = give(Scope.APPLY)
    nora = place.party(0)
    place.does(
        person_do.RevokePowerOfAttorney(power=power), place.citizen(nora), nora.id
    )


def to_another(place, give):
    give(Scope.APPLY, to=place.party(2))


def none(place, give):
    """A stranger."""


BEYOND = (without_scope, expired, not_yet, revoked, to_another, none)


@pytest.mark.parametrize("beyond", BEYOND, ids=lambda one: one.__name__)
def test_beyond_the_power_one_is_a_stranger(place, brother, case, give, beyond):
    beyond(place, give)
    with pytest.raises(NotFoundError):
        place.does(COMMENT, place.citizen(brother), case)
    assert place.history(case).version == 1


@pytest.mark.parametrize("beyond", BEYOND[1:], ids=lambda one: one.__name__)
def test_without_a_power_that_holds_the_case_is_not_there(
    place, brother, case, give, beyond
):
    beyond(place, give)
    for stream in (case, uuid7()):
        with pytest.raises(NotFoundError):
            open_case(place.citizen(brother), stream, place.office)


def test_a_power_over_one_person_is_none_over_another(place, brother, give):
    give(*Scope)
    other, _ = place.apply(place.party(3))
    with pytest.raises(NotFoundError):
        open_case(place.citizen(brother), other, place.office)


@pytest.mark.parametrize(
    "command",
    [
        person_do.GivePowerOfAttorney(
            power=UUID(int=1),
            representative=UUID(int=2),
            name="X",
            ground="written",
            scopes=(Scope.APPLY,),
            valid_from=TODAY,
        ),
        person_do.GiveConsent(
            consent=UUID(int=1),
            source="Legen",
            purpose="X",
            fields="X",
            valid_to=TODAY,
            how="online",
        ),
    ],
    ids=lambda command: type(command).__name__,
)
def test_consents_and_powers_are_the_persons_alone_to_give(
    place, nora, brother, give, command
):
    give(*Scope)
    with pytest.raises(NotFoundError):
        place.does(command, place.citizen(brother), nora.id)


# --- seeing and reading ------------------------------------------------------------


@pytest.mark.parametrize("scope", Scope)
def test_a_representative_sees_and_reads_only_with_letters_or_documents(
    place, brother, case, give, scope
):
    give(scope)
    seen = open_case(place.citizen(brother), case, place.office)
    assert seen.actor.role is Role.REPRESENTATIVE
    assert seen.may_read is (scope is Scope.LETTERS)
    assert seen.may_see_documents is (scope is Scope.DOCUMENTS)
    assert (do.CommentOnCase in seen.steps) is (scope is Scope.APPLY)


def test_the_person_and_the_desk_always_read(place, nora, case):
    for actor in (place.citizen(nora), place.desk()):
        assert open_case(actor, case, place.office).may_read


def test_the_list_of_whom_one_represents_follows_the_powers(place, nora, brother, give):
    assert represented(place, brother) == []
    until = TODAY + timedelta(days=10)
    first = give(Scope.APPLY, valid_to=until)
    assert represented(place, brother) == [Represented(nora.id, until)]
    give(Scope.LETTERS)
    assert represented(place, brother) == [Represented(nora.id, None)]
    place.does(
        person_do.RevokePowerOfAttorney(power=first), place.citizen(nora), nora.id
    )
    assert represented(place, brother) == [Represented(nora.id, None)]


@pytest.mark.parametrize("beyond", [expired, not_yet, revoked, to_another])
def test_no_power_that_does_not_hold_is_on_the_list(place, brother, give, beyond):
    beyond(place, give)
    assert represented(place, brother) == []


# --- a person's own file -----------------------------------------------------------

CONSENT = person_do.GiveConsent(
    consent=UUID(int=9),
    source="Legen",
    purpose="Vurdere",
    fields="Medisiner",
    valid_to=date(2026, 6, 1),
    how="online",
)


def test_a_persons_own_file_is_opened_under_their_own_key_and_no_other(
    place, nora, brother
):
    for stream in (uuid7(), brother.id):
        with pytest.raises(NotFoundError):
            place.does(CONSENT, place.citizen(nora), stream, nora)
    place.does(CONSENT, place.citizen(nora), nora.id, nora)


def test_no_other_case_is_opened_under_a_persons_key(place, nora):
    with pytest.raises(NotFoundError):
        place.does(
            do.SubmitApplication(application=SAID),
            place.citizen(nora),
            nora.id,
            nora,
        )


def test_nobody_opens_the_file_of_another(place, nora, brother):
    with pytest.raises(NotAllowedError):
        place.does(CONSENT, place.citizen(brother), nora.id, nora)


# --- impartiality ------------------------------------------------------------------


@pytest.fixture
def partial(place, nora):
    """Nora's sister, in each unit of the service."""
    other = place.desk(n=51)
    place.does(
        person_do.DisqualifyEmployee(
            employee=UUID(int=50), tie="kin", explanation="Søster"
        ),
        other,
        nora.id,
        nora,
    )
    return lambda unit="tjenestekontoret", role=Role.CASEWORKER: Actor(
        place.key, role, UUID(int=50), unit
    )


def test_who_is_disqualified_does_nothing_in_any_case_of_the_person(
    place, nora, partial
):
    _, stream, _ = decided_by_another(place)
    key = uuid7()
    appeal = remedy_do.AppealDecision(
        appeal=key, dissatisfied_with="For lite.", change_wanted=""
    )
    place.does(appeal, place.citizen(nora), stream)
    report, contact = uuid7(), uuid7()
    commands = [
        (do.ReverseDecision(reason="Feil"), partial(), stream),
        (appeal_do.UpholdDecision(statement="Står"), partial(), key),
        (
            care_do.StartCare(on=TODAY),
            partial(DELIVERS),
            care_stream(stream, "samtaler"),
        ),
        (
            contact_do.MakeContact(
                name="Nora", place="advice", note="", on=TODAY, agreed=True
            ),
            partial(DELIVERS),
            contact,
        ),
        (
            report_do.RegisterReport(
                reporter="Nora", about="X", tie="X", words="X", arrived_on=TODAY
            ),
            partial(),
            report,
        ),
        (
            person_do.EndDisqualification(employee=UUID(int=50), explanation="Ok"),
            partial(role=Role.LEADER),
            nora.id,
        ),
    ]
    for command, actor, of in commands:
        with pytest.raises(Refused) as refused:
            place.does(command, actor, of, nora)
        [lack] = refused.value.lacks
        assert lack.code is RefusalCode.DISQUALIFIED, type(command).__name__
        assert lack.basis == ("fvl § 6",)


def decided_by_another(place):
    desk, place.desk = (
        place.desk,
        lambda: Actor(place.key, Role.CASEWORKER, UUID(int=52), "tjenestekontoret"),
    )
    try:
        return decided(place)
    finally:
        place.desk = desk


def test_who_is_not_disqualified_goes_on(place, partial, case):
    command = do.ArrangeInterview(on=TODAY, at="10.00", place="Her")
    place.does(command, place.desk(n=51), case)
    assert place.history(case).version == 2

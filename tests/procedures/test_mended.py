"""The smallest example of each fault that the state machine has found."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.procedures import events as so_far
from tests.procedures.spec import KARI

from fotfeste.office import installation
from fotfeste.procedures.appeal import commands as appeal_do
from fotfeste.procedures.appeal import events as appeal_did
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.care import commands as care_do
from fotfeste.procedures.care import events as care_did
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.information import commands as information_do
from fotfeste.procedures.information import events as information_did
from fotfeste.procedures.kinds import Kind, clocks, decide, replay
from fotfeste.procedures.refusal import Refused
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import events as remedy_did

CASE = UUID(int=7)
MONDAY = date(2026, 3, 2)


def here(today, by=KARI, place="raelingen"):
    return Circumstances(today, by, place, installation.rulebook())


def do_it(kind, history, command, at):
    """Return the history with what comes of the command."""
    made = (*history, *decide(replay(kind, history), command, at))
    replay(kind, made)
    return made


GRANTED = care_did.CareGranted(
    application=CASE,
    offer="samtaler",
    name="Samtaler",
    basis=("hol § 3-2 første ledd nr. 5",),
    amount="Én time i uka",
    starts_on=MONDAY,
    ends_on=None,
    review_on=date(2027, 3, 1),
    party="Nora",
    address="",
    posted=False,
    on=MONDAY,
)
RUNNING = (GRANTED, care_did.CareStarted(on=MONDAY))
NOTICED = (
    *RUNNING,
    care_did.AdvanceNoticeGiven(
        what="change", proposal="A", reason="B", comment_by=MONDAY, on=MONDAY
    ),
    care_did.NoticeAnswered(words="Ja", on=MONDAY),
)


def change(from_on, necessity=""):
    return care_do.ProposeChange(
        what="change",
        amount="Én time i måneden",
        grounds="C",
        own_view="D",
        from_on=from_on,
        necessity=necessity,
    )


def told(on, number=1, weeks=4):
    return remedy_did.DecisionMadeAvailable(
        on=on,
        appeal_by=on + timedelta(weeks=weeks),
        basis=("pbrl § 7-5",),
        body="Statsforvalteren",
        number=number,
    )


def changed(since=MONDAY):
    """Return a service whose change is in effect, and appealed."""
    later = since + timedelta(days=60)
    history = do_it(Kind.CARE, NOTICED, change(later), here(since))
    history = (*history, told(since))
    return do_it(Kind.CARE, history, care_do.EffectChange(on=later), here(later))


def test_costs_are_claimed_or_refused_when_the_rest_of_an_appeal_is_withdrawn():
    partly = appeal_did.DecisionPartlyReversed(
        case=CASE, reason="A", statement="B", on=MONDAY
    )
    history = (so_far.APPEALED, partly)
    history = do_it(Kind.APPEAL, history, appeal_do.WithdrawAppeal(), here(MONDAY))
    claim = appeal_do.ClaimCosts(claim="Advokat")
    try:
        do_it(Kind.APPEAL, history, claim, here(MONDAY))
    except Refused as no:
        assert no.lacks


def test_what_was_decided_after_a_merger_can_be_appealed_and_looked_into():
    decided_on = date(2020, 2, 3)
    history = (replace(so_far.APPEALED, decided_on=decided_on, sent_on=decided_on),)
    ask = remedy_do.AskForSupervision(words="Ingen svarer")
    do_it(Kind.APPEAL, history, ask, here(date(2020, 2, 4), place="oppegard"))


def test_a_service_that_is_opened_after_a_merger_is_opened_or_refused():
    opened = care_do.OpenCare(
        offer="samtaler",
        amount="A",
        starts_on=date(2020, 2, 3),
        ends_on=None,
        review_on=date(2020, 4, 3),
        party="Nora",
    )
    try:
        do_it(Kind.CARE, (), opened, here(date(2020, 2, 3), place="oppegard"))
    except Refused as no:
        assert no.lacks


def test_a_service_that_a_later_decision_refused_does_not_start():
    """The first decision granted it; before it started, the second refused it."""
    from fotfeste.procedures.consequences import care_stream, consequences

    refused = replace(
        so_far.DECISION,
        services=tuple(
            replace(s, outcome=did.Outcome.REFUSAL, starts_on=None, review_on=None)
            for s in so_far.DECISION.services
        ),
    )
    history = (
        *so_far.NOTIFIED,
        did.CaseReopened(on=MONDAY, reason="A", cause="own-initiative"),
        replace(so_far.MADE, decision=refused),
        replace(so_far.AVAILABLE, number=2),
    )
    after = replay(Kind.APPLICATION, history)
    caused = consequences(CASE, history[-1], after)
    service = care_stream(CASE, "samtaler")
    assert service in {one.stream for one in caused}, "the service must hear of it"


def test_an_appeal_can_be_won_while_another_change_is_announced():
    history = changed()
    notice = care_do.GiveAdvanceNotice(
        what="end", proposal="A", reason="B", comment_by=date(2026, 7, 1)
    )
    history = do_it(Kind.CARE, history, notice, here(date(2026, 6, 1)))
    won = remedy_do.ReopenDecision(number=1, reason="A")
    do_it(Kind.CARE, history, won, here(date(2026, 6, 2)))


def test_a_service_that_ended_by_death_is_not_restored_by_an_appeal():
    death = care_do.EndCare(ending=care_did.Ending.DEATH, on=MONDAY, reason="")
    history = do_it(Kind.CARE, changed(), death, here(date(2026, 6, 1)))
    won = remedy_do.ReopenDecision(number=1, reason="A")
    history = do_it(Kind.CARE, history, won, here(date(2026, 6, 2)))
    assert type(replay(Kind.CARE, history).stage).__name__ == "Ended"


def test_a_change_takes_effect_only_when_the_posted_letter_has_come():
    posted = (replace(GRANTED, posted=True), *NOTICED[1:])
    history = do_it(Kind.CARE, posted, change(MONDAY, "Fare"), here(MONDAY))
    history = (*history, told(MONDAY + timedelta(weeks=1)))
    with pytest.raises(Refused):
        do_it(Kind.CARE, history, care_do.EffectChange(on=MONDAY), here(MONDAY))


def test_a_change_that_was_told_late_still_waits_for_the_appeal_period():
    """Its day was right when it was proposed; it was told three weeks later."""
    from_on, told_on = date(2026, 4, 7), date(2026, 3, 24)
    history = do_it(Kind.CARE, NOTICED, change(from_on), here(MONDAY))
    history = (*history, told(told_on))
    with pytest.raises(Refused):
        do_it(Kind.CARE, history, care_do.EffectChange(on=from_on), here(from_on))


def test_what_is_waited_for_can_be_let_go_wherever_it_is_shown_as_due():
    key = UUID(int=8)
    asked = information_did.InformationRequested(
        request=key,
        source="Fastlegen",
        what="A",
        why="B",
        due_on=date(2026, 3, 16),
        consent=UUID(int=9),
        on=MONDAY,
    )
    history = (so_far.RECEIVED, asked, did.ApplicationWithdrawn(reason=""))
    due = clocks(
        replay(Kind.APPLICATION, history), "raelingen", installation.rulebook()
    )
    if "information" in {clock.term for clock in due}:
        end = information_do.EndRequest(request=key, reason="A")
        do_it(Kind.APPLICATION, history, end, here(date(2026, 3, 17)))


def test_a_case_is_not_closed_before_it_came():
    before = so_far.RECEIVED.received_on - timedelta(days=400)
    close = do.CloseCase(closing="moved", reason="Flyttet", on=before)
    with pytest.raises(Refused):
        do_it(Kind.APPLICATION, (so_far.RECEIVED,), close, here(MONDAY))

"""Whatever people do, in whatever order, on whatever day, these things stay true.

All kinds of case together, with what they cause in each other; people try what comes to
their mind, what a page offers them, and what leads a case on. Here the same few histories
are tried each time; `make test-deep` tries many, new each time, and also requires that every
event and every stage is reached.
"""

import os
from dataclasses import fields
from datetime import date, timedelta
from itertools import pairwise, takewhile
from random import Random

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from tests.procedures.drawn import filled, hands
from tests.procedures.world import PARTY, PLACES, World, reached

from fotfeste.access.policy import MAY, Role
from fotfeste.law.citation import Citation
from fotfeste.ledger import codec
from fotfeste.office.case_row import STEP_OF, case_row
from fotfeste.procedures.appeal import commands as appeal_do
from fotfeste.procedures.appeal import events as appeal_did
from fotfeste.procedures.appeal import stages as appeal_at
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.care import commands as care_do
from fotfeste.procedures.care import events as care_did
from fotfeste.procedures.care import stages as care_at
from fotfeste.procedures.contact import events as contact_did
from fotfeste.procedures.contact import stages as contact_at
from fotfeste.procedures.documents import events as documents_did
from fotfeste.procedures.handling import events as handling_did
from fotfeste.procedures.information import commands as information_do
from fotfeste.procedures.information import events as information_did
from fotfeste.procedures.kinds import PROCEDURES, Kind, clocks, kind_of, replay
from fotfeste.procedures.person import commands as person_do
from fotfeste.procedures.person import events as person_did
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import events as remedy_did
from fotfeste.procedures.report import stages as report_at

EXAMPLES = int(os.environ.get("FOTFESTE_EXAMPLES", "60"))
PHASES = [*Phase] if "FOTFESTE_MUTATED" not in os.environ else [Phase.generate]
AIMED = 3_000
DEEP = 1_000
"""From so many histories on, everything must have been reached."""

LEADS_ON = (
    information_do.PresentInformation,
    information_do.RecordInformation,
    information_do.RequestInformation,
    do.ApproveDecision,
    do.ProposeDecision,
    do.RecordFindings,
    do.RecordInterview,
    do.ConfirmApplication,
    do.SubmitApplication,
    person_do.GiveConsent,
    appeal_do.RecordOutcome,
    appeal_do.ForwardAppeal,
    appeal_do.UpholdDecision,
    appeal_do.AdmitLateAppeal,
    appeal_do.MendAppeal,
    remedy_do.AppealDecision,
    care_do.EffectChange,
    care_do.ApproveChange,
    care_do.ProposeChange,
    care_do.AnswerNotice,
    care_do.GiveAdvanceNotice,
    care_do.StartCare,
    care_do.OpenCare,
)
"""What leads a case far, the last step first: else few would get there."""

SELDOM = {
    do.WithdrawApplication,
    do.PassApplication,
    do.DismissApplication,
    do.CloseCase,
    appeal_do.WithdrawAppeal,
    appeal_do.DismissAppeal,
    care_do.EndCare,
    care_do.DropChange,
    remedy_do.AskForSupervision,
    information_do.RequestInformation,
}
"""What ends a case, or can be done for ever: done less often than the rest."""


def often(command, by):
    """Choose whether to think of it this time."""
    return command not in SELDOM or by.random() < 0.2


GOAL = 5
"""How often what the history aims at is tried before anything else."""

BY_PEOPLE = [command for command in MAY if MAY[command] != {Role.SYSTEM}]

BESIDE = (
    documents_did.Event
    | remedy_did.Event
    | handling_did.Event
    | information_did.InformationDisclosed
)
COSTS = appeal_did.CostsClaimed | appeal_did.CostsDecided
LATE_ANSWER = (
    information_did.InformationReceived
    | information_did.RequestEnded
    | did.InterviewCorrected
)
AFTER_END = {
    at.Withdrawn: BESIDE | LATE_ANSWER | did.CaseReopened,
    at.Closed: BESIDE | LATE_ANSWER | did.CaseReopened,
    at.Dismissed: BESIDE | LATE_ANSWER | did.CaseReopened,
    at.Passed: BESIDE | LATE_ANSWER,
    appeal_at.Reversed: BESIDE | COSTS,
    appeal_at.Concluded: BESIDE | COSTS,
    appeal_at.Dismissed: BESIDE | appeal_did.LateAppealAdmitted,
    appeal_at.Withdrawn: BESIDE | COSTS,
    care_at.Ended: BESIDE | care_did.CareGranted | care_did.CareRestored,
    contact_at.Ended: BESIDE | contact_did.ContactNoted,
    contact_at.Turned: BESIDE,
    report_at.Concluded: handling_did.Event,
}
"""What can still happen where a case has ended."""


WORKED_OUT = {
    (did.InterviewHeld, "instruments"),  # the edition of the day
    (person_did.PowerOfAttorneyGiven, "mandate"),
    (person_did.CircleClosed, "employees"),  # and whoever closes it
    (handling_did.CaseAssigned, "impartial"),  # said by nobody but themselves
}
"""What an event names as its command does, and works out for itself."""


class Municipality(RuleBasedStateMachine):
    """One person's cases: applications, services, appeals, and all beside them."""

    place = "raelingen"
    tell = staticmethod(note)

    @initialize(day=st.integers(0, 10_000), steps=st.integers(0, 20), by=st.randoms())
    def somewhere_some_day(self, day, steps, by):
        """Begin where the person has been for a while, or not."""
        self._begin(day, by.choice(BY_PEOPLE), by)
        for _ in range(steps):
            self.goes_on(by)

    def _begin(self, day, goal, by):
        first, last = PLACES[self.place]
        self.world = World(self.place, first + timedelta(day % (last - first).days))
        self.kinds += by.sample(list(PROCEDURES), k=by.choice((0, 1, 2, 6)))
        self.goal = goal
        track = by.choice(BY_PEOPLE).__module__
        self.favoured = {
            *by.sample(BY_PEOPLE, k=5),
            *(command for command in BY_PEOPLE if command.__module__ == track),
        }

    def goes_on(self, by):
        """Do what leads on, tell of what was decided, and let time pass."""
        self._one_leads_on(by)
        self._check()
        self._the_follower_comes(by)
        self._check()
        self.world.time_passes(by.choice((0, 0, 4, 40)))

    @rule(days=st.sampled_from([0, 1, 3, 8, 15, 31, 62, 370]))
    def time_passes(self, days):
        self.world.time_passes(days)

    @rule(by=st.randoms(use_true_random=True))
    def somebody_wants_anything(self, by):
        """Try any command on any case, whoever it is and however it stands."""
        kind = by.choice(list(PROCEDURES))
        command = by.choice(PROCEDURES[kind].commands)
        actor = by.choice(self.world.everybody(command))
        here = [*self._of(kind), self.world.empty(kind)]
        stream, case = by.choice(here)
        self._give(stream, case, command, actor, by)

    @rule(by=st.randoms(use_true_random=True))
    def somebody_does_what_is_possible(self, by):
        """Do something that a page offers; what is seldom done, as often as the rest."""
        few = self._some([*self.world.cases.items(), *self._new(by)], 3, by)
        offered = [
            (stream, case, command)
            for stream, case in few
            for command in self.world.open_to(case)
            if often(command, by)
        ]
        if by.random() < 0.5:
            favoured = [one for one in offered if one[2] in self.favoured]
            offered = favoured or offered
        if offered:
            some = self._some(offered, 5, by)
            one = min(some, key=lambda one: self.given.get(one[2], 0))
            self._give_by_one_who_may(*one, by)

    @rule(by=st.randoms(use_true_random=True))
    def one_leads_on(self, by):
        self._one_leads_on(by)

    @rule(by=st.randoms(use_true_random=True))
    def the_follower_comes(self, by):
        self._the_follower_comes(by)

    def __init__(self):
        super().__init__()
        self.world = None
        self.latest = None
        self.kinds = [Kind.APPLICATION]
        self.given = {}
        self.goal = None
        self.favoured = set()

    def _one_leads_on(self, by):
        """Take the step that leads on, with all it needs."""
        everything = [*self.world.cases.items(), *self._new(by)]
        latest = [one for one in everything if one[0] == self.latest]
        some = self._some(everything, 3, by)
        for stream, case in (*latest, *some) if by.random() < 0.6 else some:
            possible = self.world.open_to(case)
            few = [command for command in possible if command in self.favoured]
            first = self._some(few, 2, by) if by.random() < 0.4 else []
            goals = [one for one in self._goals() if self.given.get(one, 0) < GOAL]
            for command in (*goals, *first, *LEADS_ON):
                open_to = command in possible and (
                    command in goals or often(command, by)
                )
                if open_to and self._give_by_one_who_may(stream, case, command, by):
                    return

    def _goals(self):
        """Return what the history aims at, and what must come before it."""
        asking = self.goal.__module__ == information_do.__name__
        return [self.goal, information_do.RequestInformation] if asking else [self.goal]

    def _the_follower_comes(self, by):
        self.world.fresh = []
        for stream in self.world.pending()[:1]:
            self.world.tell(stream)
            self._noted()

    def _give_by_one_who_may(self, stream, case, command, by):
        actors = self.world.who_may(command)
        return actors and self._give(stream, case, command, by.choice(actors), by)

    def _give(self, stream, case, command, actor, by):
        """Give the command, trying again as one who is told what was wrong."""
        self.given[command] = self.given.get(command, 0) + 1
        for hand in hands(by, self.world.known(case)):
            if self.world.attempt(stream, filled(command, hand), actor):
                self._noted()
                return True
        return False

    def _new(self, by):
        """Return a case that could be opened, while there are not too many."""
        kind = by.choice(self.kinds)
        few = len(self._of(kind)) < (1 if kind is Kind.PERSON else 2)
        return [self.world.empty(kind)] if few and kind is not Kind.APPEAL else []

    def _some(self, things, most, by):
        return by.sample(things, k=min(most, len(things)))

    def _of(self, kind):
        return [(k, c) for k, c in self.world.cases.items() if kind_of(c) is kind]

    def _noted(self):
        for one in self.world.fresh:
            self.latest = one.stream
            self.tell(
                f"{one.today} {one.actor.role} {one.stream.int % 10**6}: {one.event}"
            )

    def _check(self):
        for one in vars(Municipality).values():
            if hasattr(one, "hypothesis_stateful_invariant"):
                one(self)

    def _fresh(self, *kinds):
        if self.world is None:
            return []
        return [
            one for one in self.world.fresh if not kinds or isinstance(one.event, kinds)
        ]

    @invariant()
    def replaying_gives_the_same_case(self):
        for stream in {one.stream for one in self._fresh()}:
            case = self.world.cases[stream]
            assert replay(kind_of(case), self.world.events(stream)) == case

    @invariant()
    def what_was_said_is_recorded_as_it_was_said(self):
        """What a command and its event both name is the same, but for a day moved on."""
        for one in self._fresh():
            asked, event = one.asked, one.event
            for name in {f.name for f in fields(asked)} & {
                f.name for f in fields(event)
            }:
                if (type(event), name) in WORKED_OUT:
                    continue
                said, recorded = getattr(asked, name), getattr(event, name)
                if name == "number" and not said:
                    continue  # the latest decision, whichever number it has
                moved = isinstance(said, date) and recorded in (
                    said,
                    self.world.book.calendar.working_day_on_or_after(said),
                )
                assert moved or recorded == said, (name, one)

    @invariant()
    def what_is_stored_is_what_happened(self):
        for one in self._fresh():
            assert codec.decode(*codec.encode(one.event)) == one.event

    @invariant()
    def clocks_are_sorted_and_go_by_working_days(self):
        world = self.world
        for stream in {one.stream for one in self._fresh()}:
            case = world.cases[stream]
            found = clocks(case, world.place, world.book)
            assert all(a.act_by <= b.act_by for a, b in pairwise(found))
            for clock in found:
                assert world.book.calendar.is_working_day(clock.act_by)
                assert clock.act_by <= clock.due.value
            row = case_row(
                kind_of(case), case, world.person, world.place, world.book, world.today
            )
            assert row.unit

    @invariant()
    def an_undecided_application_has_the_clock_of_the_law_or_of_a_notice(self):
        for one in self._fresh():
            case = self.world.cases[one.stream]
            if isinstance(case.stage, at.Undecided) and not case.opened.expected_on:
                found = clocks(case, self.world.place, self.world.book)
                assert any(clock.is_law for clock in found)

    @invariant()
    def every_stage_belongs_to_a_step(self):
        assert all(type(one.after.stage) in STEP_OF for one in self._fresh())

    @invariant()
    def nothing_happens_after_the_end(self):
        for one in self._fresh():
            allowed = AFTER_END.get(type(one.before.stage))
            assert allowed is None or isinstance(one.event, allowed), one

    @invariant()
    def nobody_disqualified_acts(self):
        for one in self._fresh():
            out = set()
            for earlier in self._of_the_person(before=one):
                match earlier:
                    case person_did.EmployeeDisqualified(employee=employee):
                        out.add(employee)
                    case person_did.DisqualificationEnded(employee=employee):
                        out.discard(employee)
            assert one.actor.id not in out

    @invariant()
    def nobody_acts_for_another_without_a_power_that_holds(self):
        for one in self._fresh():
            if one.actor.role is Role.REPRESENTATIVE:
                assert any(
                    power.representative == one.actor.id
                    and one.scope in power.scopes
                    and power.valid_from <= one.today
                    and (power.valid_to is None or one.today <= power.valid_to)
                    for power in self._powers(before=one)
                )

    @invariant()
    def what_only_the_system_does_nobody_else_does(self):
        for one in self._fresh(did.CaseReopened, care_did.CareGranted):
            caused = getattr(one.event, "application", None)
            if caused or getattr(one.event, "cause", "") == "appeal":
                assert one.actor.role is Role.SYSTEM

    @invariant()
    def no_decision_without_grounds(self):
        for one in self._fresh():
            match one.event:
                case did.DecisionMade(decision=decision):
                    assert {s.offer for s in decision.services} == set(
                        one.after.opened.wants
                    )
                    for service in decision.services:
                        assert service.grounds.strip() and service.basis
                        if service.outcome is not did.Outcome.REFUSAL:
                            assert service.review_on and service.starts_on
                            assert service.amount.strip()
                    for words in (decision.how_reached, decision.own_view):
                        assert words.strip()
                case care_did.ChangeDecided(change=change):
                    assert change.grounds.strip() and change.own_view.strip()
                    assert change.basis
                case documents_did.AccessRefused(provision=provision, reason=reason):
                    assert reason.strip() and "§" in provision
                case (
                    did.ApplicationDismissed(reason=reason)
                    | appeal_did.AppealDismissed(reason=reason)
                    | appeal_did.DecisionReversed(reason=reason)
                    | appeal_did.DecisionPartlyReversed(reason=reason)
                    | appeal_did.CostsDecided(reason=reason)
                    | remedy_did.SuspensionDecided(reason=reason)
                ):
                    assert reason.strip()

    @invariant()
    def nobody_approves_their_own(self):
        for one in self._fresh(did.DecisionMade, care_did.ChangeDecided):
            event = one.event
            assert event.approved_by != event.proposed_by
            assert one.actor.id in (event.approved_by, event.proposed_by)
            if isinstance(event, did.DecisionMade):
                received = one.after.opened.received_on
                two = self.world.book.pack(self.world.place, received).second_person
                assert (event.approved_by is not None) == two

    @invariant()
    def a_decision_is_told_only_after_it_is_made(self):
        for one in self._fresh(remedy_did.DecisionMadeAvailable):
            before = one.before.opened.decisions
            decision = next(d for d in before.made if d.number == one.event.number)
            assert decision.notice is None
            assert decision.decided_on <= one.event.on

    @invariant()
    def only_what_was_told_is_appealed(self):
        for one in self._fresh(remedy_did.DecisionAppealed):
            told = one.before.opened.decisions.told
            assert one.event.number in {decision.number for decision in told}
            assert all(decision.notice for decision in told)

    @invariant()
    def the_partys_deadline_is_the_laws_or_later_and_a_working_day(self):
        calendar = self.world.book.calendar if self.world else None
        for one in self._fresh(
            remedy_did.DecisionMadeAvailable,
            remedy_did.GroundsGiven,
            appeal_did.AppealDismissed,
        ):
            event = one.event
            assert calendar.is_working_day(event.appeal_by)
            if isinstance(event, remedy_did.GroundsGiven) and not self._in_time(one):
                continue
            start = max(event.on, one.today)
            weeks = 4 if any(b.startswith("pbrl") for b in event.basis[:1]) else 3
            assert event.appeal_by >= start + timedelta(weeks=weeks)

    @invariant()
    def nobody_is_asked_or_told_without_consent_or_a_ground_of_the_law(self):
        for one in self._fresh():
            match one.event:
                case information_did.InformationRequested(source=source):
                    self._consented(source, one)
                case information_did.CooperationAgreed(service=source):
                    self._consented(source, one)
                case information_did.SourceReminded(request=key):
                    asked = self.world.events(
                        one.stream, information_did.InformationRequested
                    )
                    for source in {a.source for a in asked if a.request == key}:
                        self._consented(source, one)
                case information_did.InformationDisclosed(ground=ground, basis=basis):
                    assert ground in ("children", "pregnancy", "emergency")
                    assert basis.startswith("hpl §") and one.event.why.strip()

    @invariant()
    def no_service_starts_without_the_decision_it_needs(self):
        for one in self._fresh(care_did.CareStarted):
            grant = one.before.opened.grant
            if grant.application is None:
                basis = Citation(grant.basis[0])
                needs = self.world.book.needs_decision(
                    basis, grant.starts_on, grant.ends_on, grant.on
                )
                assert not needs.value
                continue
            outcome = self._told_outcome(grant.application, grant.offer)
            assert outcome in (did.Outcome.GRANT, did.Outcome.PART)

    @invariant()
    def a_change_waits_for_notice_for_the_letter_and_for_the_appeal(self):
        for one in self._fresh(care_did.ChangeEffected, care_did.CareEnded):
            if getattr(one.event, "ending", "decision") == "decision":
                self._waited(one)

    def _in_time(self, given):
        """Test that the grounds were asked for while the appeal period was running."""
        asked = self.world.events(given.stream, remedy_did.GroundsAskedFor)
        return [a for a in asked if a.number == given.event.number][-1].in_time

    def _waited(self, one):
        withdrawn = self.world.events(one.stream, care_did.GrantWithdrawn)
        if isinstance(one.before.stage, care_at.Granted | care_at.Changing) and (
            one.before.stage == care_at.Granted() or not one.before.stage.number
        ):
            assert withdrawn, "only a new decision ends it without one of its own"
            return
        decided = self.world.events(one.stream, care_did.ChangeDecided)[-1]
        notices = self.world.events(one.stream, care_did.AdvanceNoticeGiven)
        assert notices and notices[-1].what == decided.change.what
        decision = one.before.opened.decisions.named(one.before.stage.number)
        assert decision and decision.notice
        assert decision.notice.on <= one.event.on
        assert decision.suspension != "granted"
        if not decided.change.necessity.strip():
            assert decision.appeal_by < one.event.on

    def _told_outcome(self, application, offer):
        """Return what the latest decision that the party was told of says of it."""
        told = {
            notice.number
            for notice in self.world.events(
                application, remedy_did.DecisionMadeAvailable
            )
        }
        made = [
            happened
            for happened in self.world.log[application]
            if isinstance(happened.event, did.DecisionMade)
            and len(happened.after.opened.decisions.made) in told
        ]
        return next(
            s.outcome for s in made[-1].event.decision.services if s.offer == offer
        )

    def _consented(self, source, one):
        given = []
        for earlier in self._of_the_person(before=one):
            match earlier:
                case person_did.ConsentGiven():
                    given.append(earlier)
                case person_did.ConsentWithdrawn(consent=key):
                    given = [consent for consent in given if consent.consent != key]
        assert any(
            consent.source == source
            and consent.valid_from <= one.today <= consent.valid_to
            for consent in given
        )

    def _powers(self, before):
        powers = []
        for earlier in self._of_the_person(before):
            match earlier:
                case person_did.PowerOfAttorneyGiven():
                    powers.append(earlier)
                case person_did.PowerOfAttorneyRevoked(power=key):
                    powers = [power for power in powers if power.power != key]
        return powers

    def _of_the_person(self, before):
        """Return what was recorded of the person before the event."""
        own = self.world.log.get(PARTY, [])
        return [one.event for one in takewhile(lambda one: one is not before, own)]


@pytest.mark.parametrize("place", PLACES)
def test_whatever_people_do(place):
    machine = type(f"Municipality_{place}", (Municipality,), {"place": place})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=max(1, EXAMPLES // len(PLACES)),
            stateful_step_count=60,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=PHASES,
            derandomize=EXAMPLES < DEEP,
            print_blob=False,
        ),
    )


@pytest.mark.skipif(EXAMPLES < DEEP, reason="thousands of histories take a while")
def test_every_event_and_every_stage_is_reached():
    """What chance has not led to is aimed at, for as many histories as it may take."""
    everything = {
        one for kind in PROCEDURES.values() for one in (*kind.events, *kind.stages)
    }
    by = Random(2026)
    for _ in range(AIMED):
        if everything <= set(reached):
            break
        municipality = Municipality()
        municipality.place = by.choice(list(PLACES))
        municipality.tell = str
        municipality._begin(by.randrange(10_000), by.choice(BY_PEOPLE), by)
        for _ in range(60):
            municipality.goes_on(by)
    assert everything - set(reached) == set()

"""Whatever people do, in whatever order, on whatever day, these things stay true."""

import os
from datetime import date, timedelta
from uuid import UUID

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from fotfeste.ledger import codec
from fotfeste.office import installation
from fotfeste.office.case_row import STEP_OF, case_row
from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.appeal import events as appeal_events
from fotfeste.procedures.appeal import stages as appeal_stages
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.consequences import consequences
from fotfeste.procedures.kinds import (
    STARTS,
    Kind,
    clocks,
    decide,
    evolve,
    kind_of,
    replay,
)
from fotfeste.procedures.possible import possible
from fotfeste.procedures.refusal import Refused

PEOPLE = [UUID(int=n) for n in (1, 2, 3)]
FIRST = UUID(int=100)
texts = st.sampled_from(["", " ", "Fordi det er slik.", "محمد 🙂 <b>"])
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
offers = st.sampled_from(["samtaler", "hap", "lar", "romferd"])
proposals = st.builds(
    do.ServiceProposal,
    offer=offers,
    outcome=st.sampled_from(did.Outcome),
    grounds=texts,
    amount=texts,
    starts_on=st.none() | days,
    ends_on=st.none() | days,
    review_on=st.none() | days,
)
contents = st.builds(
    did.ApplicationContent,
    name=st.just("Nora"),
    wants=st.lists(offers, max_size=2, unique=True).map(tuple),
    situation=texts,
    stay=st.sampled_from(["lives", "stays"]),
)
commands = st.one_of(
    st.builds(do.SubmitApplication, application=contents),
    st.builds(do.RegisterApplication, application=contents, arrived_on=days),
    st.builds(do.ArrangeInterview, on=days, at=texts, place=texts),
    st.builds(do.RecordInterview, on=days, took_part=texts, own_words=texts),
    st.builds(do.RecordMissedInterview, on=days, reason=texts),
    st.builds(
        do.RecordFindings,
        findings=st.lists(st.builds(do.Finding, reason=texts), max_size=2).map(tuple),
    ),
    st.builds(do.CommentOnCase, words=texts),
    st.builds(do.GiveDelayNotice, reason=texts, expected_on=days),
    st.builds(do.ApproveDecision),
    st.builds(do.ReturnDecision, comment=texts),
    st.builds(do.OpenDecision),
    st.builds(do.WithdrawApplication, reason=texts),
    st.builds(do.ReopenCase, reason=texts),
    st.builds(appeal.AdmitLateAppeal, reason=texts),
    st.builds(appeal.DismissAppeal, reason=texts),
    st.builds(appeal.UpholdDecision, statement=texts),
    st.builds(appeal.ReverseDecision, reason=texts),
    st.builds(appeal.ForwardAppeal),
    st.builds(
        appeal.RecordOutcome,
        outcome=st.sampled_from(appeal_events.Outcome),
        decided_on=days,
        summary=texts,
    ),
)


class Municipality(RuleBasedStateMachine):
    """One application, and the appeals that follow from it."""

    def __init__(self):
        super().__init__()
        self.book = installation.rulebook()
        self.histories = {FIRST: []}
        self.cases = {FIRST: STARTS[Kind.APPLICATION]}
        self.today = date(2024, 7, 1)
        self.places = "raelingen"

    @initialize(place=st.sampled_from(["raelingen", "eksempel", "enebakk"]))
    def somewhere(self, place):
        self.places = place
        self.today = date(2025, 2, 3)

    @rule(days=st.integers(0, 40))
    def time_passes(self, days):
        self.today += timedelta(days=days)

    @rule(command=commands, by=st.sampled_from(PEOPLE), which=st.integers(0, 5))
    def somebody_wants(self, command, by, which):
        keys = [k for k in self.cases if self._kind(k) is kind_of(command)]
        if keys:
            self._attempt(keys[which % len(keys)], command, by)

    @rule(by=st.sampled_from(PEOPLE), outcome=st.sampled_from(did.Outcome))
    def somebody_does_it_well(self, by, outcome):
        """Take the step that leads on, with all it needs: else nobody gets far."""
        case, pack = self.cases[FIRST], self.book.pack(self.places, self.today)
        choices = [offer.id for offer in pack.offers if offer.apply][:2]
        match case.stage:
            case at.NotOpened():
                content = did.ApplicationContent(
                    name="Nora", wants=tuple(choices), situation="", stay="stays"
                )
                self._attempt(FIRST, do.SubmitApplication(application=content), by)
            case at.Received() | at.Invited():
                self._attempt(
                    FIRST,
                    do.RecordInterview(on=self.today, took_part="A", own_words="Ja"),
                    by,
                )
            case at.Mapped():
                self._decide_well(by, outcome, pack)
            case at.Proposed():
                self._attempt(FIRST, do.ApproveDecision(), by)
            case at.Decided():
                self._attempt(FIRST, do.MakeDecisionAvailable(on=self.today), by)

    @rule(by=st.sampled_from(PEOPLE), words=texts, key=st.integers(200, 220))
    def the_party_appeals(self, by, words, key):
        command = do.AppealDecision(
            appeal=UUID(int=key), dissatisfied_with=words, change_wanted=""
        )
        if UUID(int=key) not in self.cases:
            self._attempt(FIRST, command, by)

    def _decide_well(self, by, outcome, pack):
        findings = tuple(
            do.Finding(criterion=c.id, outcome="met", reason="Ja", evidence="Samtale")
            for c in self.book.pack(self.places, self._received()).criteria
        )
        self._attempt(FIRST, do.RecordFindings(findings=findings), by)
        services = tuple(
            do.ServiceProposal(
                offer=key,
                outcome=outcome,
                grounds="Fordi",
                amount="Litt",
                starts_on=self.today,
                review_on=self.today + timedelta(days=90),
            )
            for key in self.cases[FIRST].opened.wants
        )
        self._attempt(
            FIRST,
            do.ProposeDecision(
                services=services, how_reached="A", took_part="B", own_view="C",
                other_support="D",
            ),
            by,
        )  # fmt: skip

    def _attempt(self, key, command, by):
        ended = isinstance(
            self.cases[key].stage,
            at.Withdrawn | appeal_stages.Dismissed | appeal_stages.Reversed
            | appeal_stages.Concluded,
        )  # fmt: skip
        here = Circumstances(self.today, by, self.places, self.book)
        try:
            events = decide(self.cases[key], command, here)
        except Refused as no:
            assert no.lacks, "a refusal says why"
            return
        assert not ended, "nothing happens after the end"
        assert type(command) in possible(self.cases[key], here)
        for event in events:
            self._happened(key, event, by)

    def _happened(self, key, event, by):
        self.cases[key] = evolve(self.cases[key], event)
        self.histories[key].append(event)
        assert codec.decode(*codec.encode(event)) == event, "storage is identity"
        if isinstance(event, did.DecisionMade):
            assert event.approved_by != event.proposed_by, "nobody approves their own"
            two = self.book.pack(self.places, self._received()).second_person
            assert (event.approved_by is not None) == two
            for service in event.decision.services:
                assert service.grounds.strip() and service.basis
                if service.outcome is not did.Outcome.REFUSAL:
                    assert service.review_on and service.starts_on and service.amount
            assert {s.offer for s in event.decision.services} == set(
                self.cases[FIRST].opened.wants
            )
        if isinstance(event, did.DecisionMadeAvailable):
            assert event.appeal_by >= event.on + timedelta(weeks=3)
            if event.basis[0].startswith("pbrl"):
                assert event.appeal_by >= event.on + timedelta(weeks=4)
            assert self.book.calendar.is_working_day(event.appeal_by)
        for caused in consequences(key, event):
            kind = kind_of(caused.command)
            self.cases.setdefault(caused.stream, STARTS[kind])
            self.histories.setdefault(caused.stream, [])
            self._attempt(caused.stream, caused.command, by)

    def _kind(self, key):
        return Kind.APPLICATION if key == FIRST else Kind.APPEAL

    def _received(self):
        return self.cases[FIRST].opened.received_on

    @invariant()
    def replaying_gives_the_same_case(self):
        for key, history in self.histories.items():
            assert replay(self._kind(key), history) == self.cases[key]

    @invariant()
    def a_case_always_has_a_unit_and_its_clocks_are_working_days(self):
        for key, case in self.cases.items():
            if self.histories[key]:
                row = case_row(self._kind(key), case, self.places, self.book)
                assert row.unit
                for clock in clocks(case, self.places, self.book):
                    assert self.book.calendar.is_working_day(clock.act_by)
                    assert clock.act_by <= clock.due.value

    @invariant()
    def an_undecided_case_always_has_the_laws_clock(self):
        case = self.cases[FIRST]
        if isinstance(case.stage, at.Undecided):
            assert any(c.is_law for c in clocks(case, self.places, self.book))

    @invariant()
    def every_reached_stage_belongs_to_a_step(self):
        assert all(type(case.stage) in STEP_OF for case in self.cases.values())


Municipality.TestCase.settings = settings(
    max_examples=int(os.environ.get("FOTFESTE_EXAMPLES", "60")),
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestMunicipality = Municipality.TestCase

"""A municipality for the state machine: its people, its cases, and what has happened."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tests.procedures.drawn import Known

from fotfeste.access.policy import (
    MAY,
    SCOPE,
    STEP,
    SYSTEM_ID,
    Actor,
    Relation,
    Role,
    in_capacity,
    may_give,
)
from fotfeste.office import installation
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.consequences import consequences
from fotfeste.procedures.kinds import (
    PROCEDURES,
    Case,
    Command,
    Event,
    Kind,
    decide,
    evolve,
    kind_of,
    kinds_for,
)
from fotfeste.procedures.person.events import Scope
from fotfeste.procedures.person.stages import NOTHING_KNOWN
from fotfeste.procedures.possible import possible
from fotfeste.procedures.refusal import Refused
from fotfeste.procedures.remedy.commands import MakeDecisionAvailable
from fotfeste.procedures.remedy.rules import arrival

PARTY = UUID(int=1)
REPRESENTATIVES = [UUID(int=n) for n in (11, 12, 13)]
CASEWORKERS = [UUID(int=n) for n in (21, 22)]
LEADERS = [UUID(int=n) for n in (31, 32)]
SOURCES = ["Fastlegen", "Nav", "Barnevernet"]
PROVISIONS = ["fvl § 19 første ledd bokstav b", "pbrl § 5-1 andre ledd", "fvl § 18"]
LAST_DAY = date(2030, 12, 31)
PLACES = {
    "oppegard": (date(2015, 1, 1), date(2020, 6, 1)),
    "enebakk": (date(2017, 8, 2), date(2029, 6, 1)),
    "raelingen": (date(2020, 1, 1), date(2029, 6, 1)),
    "eksempel": (date(2025, 1, 6), date(2029, 6, 1)),
}
"""The municipalities, and the first and last day on which a history begins."""
reached: Counter[type] = Counter()
"""How often each type of event and each stage was reached, in all histories."""


@dataclass(frozen=True)
class Happened:
    """An event: of which case, who acted, in which capacity, and on which day.

    scope: what a representative's power must cover for the command that led to it.
    asked: the command that led to it.
    """

    stream: UUID
    event: Event
    actor: Actor
    today: date
    before: Case
    after: Case
    scope: Scope | None
    asked: Command


class World:
    """One person's cases in one municipality.

    fresh: what came of the last step.
    """

    def __init__(self, place: str, today: date) -> None:
        self.book = installation.rulebook()
        self.place, self.today = place, today
        self.cases: dict[UUID, Case] = {}
        self.log: dict[UUID, list[Happened]] = {}
        self.fresh: list[Happened] = []
        self._keys = 1000

    @property
    def person(self):
        """What is known of the person in every case."""
        own = self.cases.get(PARTY)
        return own.file if own and own.file else NOTHING_KNOWN

    @property
    def relation(self) -> Relation:
        desk = self.book.desk_pack(self.place, self.today)
        return Relation(PARTY, self.person, desk, self.today)

    def here(self, by: UUID) -> Circumstances:
        return Circumstances(self.today, by, self.place, self.book, self.person)

    def time_passes(self, days: int) -> None:
        self.fresh = []
        self.today = min(self.today + timedelta(days=days), LAST_DAY)

    def everybody(self, command: type[Command]) -> list[Actor]:
        """Return all who could come to think of it, each as what they are here."""
        desk = self.relation.desk
        unit = desk.unit_for(STEP.get(command, "decide"))
        citizens = [
            Actor(self.place, Role.CITIZEN, key) for key in (PARTY, *REPRESENTATIVES)
        ]
        return [
            *(in_capacity(actor, PARTY) for actor in citizens),
            *(Actor(self.place, Role.CASEWORKER, key, unit) for key in CASEWORKERS),
            *(Actor(self.place, Role.LEADER, key, unit) for key in LEADERS),
        ]

    def who_may(self, command: type[Command]) -> list[Actor]:
        relation = self.relation
        return [a for a in self.everybody(command) if may_give(command, a, relation)]

    def new_key(self) -> UUID:
        self._keys += 1
        return UUID(int=self._keys)

    def empty(self, kind: Kind) -> tuple[UUID, Case]:
        """Return a case that is not opened, with the key it will have."""
        key = PARTY if kind is Kind.PERSON else self.new_key()
        return key, PROCEDURES[kind].start

    def open_to(self, case: Case) -> list[type[Command]]:
        """Return what somebody can do in the case, as a page would offer it."""
        offered = self._offered(case, UUID(int=99))
        return [kind for kind in offered if MAY[kind] != {Role.SYSTEM}]

    def _offered(self, case: Case, by: UUID) -> tuple[type[Command], ...]:
        return possible(case, self.here(by))

    def known(self, case: Case) -> Known:
        """Return what one who fills in a command for the case has at hand."""
        keys = {
            "representative": REPRESENTATIVES,
            "employee": [*CASEWORKERS, *LEADERS],
        }
        for stream in self.log:
            for one in self.log[stream]:
                for name in ("request", "power", "consent", "appointment"):
                    if hasattr(one.event, name):
                        keys.setdefault(name, []).append(getattr(one.event, name))
        return Known(self.today, keys, self._words(case), self.new_key())

    def _words(self, case: Case) -> dict[str, list[str]]:
        file, pack = case.file, self.relation.desk
        sources = [*SOURCES, *(given.source for given in self.person.consents)]
        words = {
            "source": sources,
            "service": sources,
            "provision": PROVISIONS,
            "offer": [offer.id for offer in pack.offers],
            "wants": [offer.id for offer in pack.offers if offer.apply],
            "criterion": [],
            "parts": [],
            "instrument": ["audit"],
            "item": ["1", "2", "3"],
        }
        if file and kind_of(case) is Kind.APPLICATION:
            governing = self.book.pack(self.place, file.received_on)
            words["offer"] = words["parts"] = list(file.wants)
            assessed = governing.assessments(file.role, file.wants)
            words["criterion"] = [one.key for one in assessed]
        return words

    def attempt(self, stream: UUID, command: Command, actor: Actor) -> bool:
        """Try it as the office does: all or nothing, with what it causes elsewhere."""
        self.fresh = []
        case = self.cases.get(stream) or PROCEDURES[kinds_for(type(command))[0]].start
        if not may_give(type(command), actor, self.relation):
            return False
        staged: list[Happened] = []
        cases = dict(self.cases)
        try:
            self._carry_out(stream, command, actor, cases, staged)
        except Refused as no:
            assert no.lacks, "a refusal says why"
            return False
        if staged and actor.role is not Role.SYSTEM:
            offered = self._offered(case, actor.id)
            assert type(command) in offered, "what is accepted is offered"
        self.cases, self.fresh = cases, staged
        for one in staged:
            self.log.setdefault(one.stream, []).append(one)
            stages = type(one.before.stage), type(one.after.stage)
            reached.update((type(one.event), *stages))
        return bool(staged)

    def _carry_out(self, stream, command, actor, cases, staged) -> None:
        case = cases.get(stream) or PROCEDURES[kinds_for(type(command))[0]].start
        happened = []
        for event in decide(case, command, self.here(actor.id)):
            after = evolve(case, event)
            scope = SCOPE.get(type(command))
            happened.append(
                Happened(stream, event, actor, self.today, case, after, scope, command)
            )
            case = after
        if happened:
            cases[stream] = case
        staged.extend(happened)
        system = Actor(self.place, Role.SYSTEM, SYSTEM_ID)
        for one in happened:
            for caused in consequences(stream, one.event, one.after):
                self._carry_out(caused.stream, caused.command, system, cases, staged)

    def pending(self) -> list[UUID]:
        """Return the cases with a decision that the party has not been told of."""
        return [
            stream
            for stream, case in self.cases.items()
            if getattr(case.file, "decisions", None) and case.file.decisions.pending
        ]

    def tell(self, stream: UUID) -> None:
        """Let the party read what was decided, as the follower does."""
        system = Actor(self.place, Role.SYSTEM, SYSTEM_ID)
        on = arrival(self.here(SYSTEM_ID), posted=self.posted(stream))
        assert self.attempt(stream, MakeDecisionAvailable(on=on), system)

    def posted(self, stream: UUID) -> bool:
        """Test that the party of the case gets letters on paper."""
        first = self.log[stream][0].event
        return getattr(first, "posted", getattr(first, "channel", "") != "online")

    def events(self, stream: UUID, *kinds: type[Event]) -> list[Event]:
        """Return what has happened in the case, of these types or of all."""
        all_of_it = [one.event for one in self.log.get(stream, [])]
        return [e for e in all_of_it if not kinds or isinstance(e, kinds)]

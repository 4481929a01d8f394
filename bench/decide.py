"""One decision in a long case, with the replay of all that has happened in it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import reduce
from statistics import median
from uuid import UUID

from bench.cases import application, arranged, found, held, proposed
from bench.figures import Figure
from bench.installation import Installation
from bench.people import mark, office_now
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application.stages import Mapped
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.documents import commands as documents_do
from fotfeste.procedures.kinds import Command, Event, Kind, decide, replay
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.rulebook.book import Rulebook

EVENTS = 200
ROUNDS, TIMES = 15, 40
PLACE = "eksempel"
CASEWORKER, LEADER = UUID(int=1), UUID(int=2)


def measure(place: Installation) -> list[Figure]:
    """Measure both in alternating rounds, and compare them round by round."""
    del place
    case = long_case(office_now().book)
    command = proposed(case.here().pack(case.begun), case.today)
    history, here = tuple(case.history), case.here()

    def ours() -> object:
        return decide(replay(Kind.APPLICATION, history), command, here)

    start = _Counted(0, history[0])

    def yardstick() -> object:
        return reduce(_count, history, start)

    _microseconds(ours), _microseconds(yardstick)
    rounds = [(_microseconds(ours), _microseconds(yardstick)) for _ in range(ROUNDS)]
    return [
        Figure(
            "decide_us",
            round(median(taken for taken, _ in rounds), 1),
            "µs",
            f"the proposal of a decision in a case of {EVENTS} events that came of"
            f" `decide` itself, with their replay, in memory, {ROUNDS} rounds of"
            f" {TIMES}; beside it one `dataclasses.replace` for each event, the least"
            " that a replay of values can do",
            details={
                "yardstick_us": round(median(plain for _, plain in rounds), 1),
                "ratio_to_yardstick": round(median(o / p for o, p in rounds), 2),
                "replay_alone_us": round(
                    _microseconds(lambda: replay(Kind.APPLICATION, history)), 1
                ),
                "kinds_of_event": len({type(event) for event in history}),
            },
        )
    ]


@dataclass(frozen=True, slots=True)
class _Counted:
    """What the yardstick makes of a history."""

    number: int
    latest: Event


def _count(before: _Counted, event: Event) -> _Counted:
    return replace(before, number=before.number + 1, latest=event)


@dataclass
class LongCase:
    """An application that is decided, taken up again and decided, for years."""

    book: Rulebook
    begun: date
    today: date
    history: list[Event] = field(default_factory=list)

    def here(self, by: UUID = CASEWORKER) -> Circumstances:
        """Return the circumstances of whoever acts today."""
        return Circumstances(self.today, by, PLACE, self.book)

    def give(self, command: Command, by: UUID = CASEWORKER) -> None:
        """Add what comes of the command to what has happened."""
        case = replay(Kind.APPLICATION, self.history)
        self.history.extend(decide(case, command, self.here(by)))

    def one_round(self) -> None:
        """Lead the case from a conversation to a decision, and take it up again."""
        self.today += timedelta(days=20)
        self.give(held(self.today))
        self.give(do.CommentOnCase(words=f"Slik ser jeg det. {mark()}"))
        self.give(found(self.here().pack(self.begun)))
        expected = self.today + timedelta(days=30)
        self.give(do.GiveDelayNotice(reason="Mange søknader", expected_on=expected))
        for comment in ("Si mer om hvorfor.", ""):
            self.give(proposed(self.here().pack(self.begun), self.today))
            if comment:
                self.give(do.ReturnDecision(comment=comment), LEADER)
        self.give(do.ApproveDecision(), LEADER)
        self.give(remedy_do.MakeDecisionAvailable(on=self.today))
        self.give(remedy_do.OpenDecision())
        self.give(remedy_do.AskForGrounds(words="Hvorfor ikke mer?"))
        self.give(remedy_do.GiveGrounds(grounds="Samtalene dekker behovet."))
        self.give(documents_do.AskForDocuments())
        self.give(documents_do.GiveDocuments(how="Sendt på papir"))
        self.give(do.ReverseDecision(reason="Behovet er større enn vi trodde."))


def long_case(book: Rulebook) -> LongCase:
    """Return a case of so many events that waits for a decision."""
    begun = date(2025, 2, 3)
    case = LongCase(book, begun, begun)
    case.give(do.SubmitApplication(application=application(case.here().pack(begun))))
    case.give(arranged(case.today))
    case.one_round()
    one_round = len(case.history)
    while len(case.history) + one_round < EVENTS:
        case.one_round()
    while len(case.history) < EVENTS:
        case.give(do.CommentOnCase(words=f"Det er fortsatt slik. {mark()}"))
    stage = replay(Kind.APPLICATION, case.history).stage
    assert isinstance(stage, Mapped)
    return case


def _microseconds(work: Callable[[], object]) -> float:
    """Return the median time of the work."""
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return median(taken) * 1e6

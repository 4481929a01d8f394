"""The page of one's own case, looked at by many among a hundred thousand cases."""

from dataclasses import dataclass
from itertools import islice
from statistics import median
from uuid import UUID

from bench.cases import decided
from bench.crowd import CLIENTS, Cost, crowd
from bench.figures import Figure, milliseconds
from bench.installation import Installation
from bench.many import FEW, MANY, Filed, standing
from bench.people import citizen_session, office_now, strangers
from bench.server import Answer, Client, web_process
from fotfeste.access.people import Identity

ROUNDS, EACH, WARM_UP = 5, 200, 40
DECIDED = 20


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody signed in who looks at their own case."""

    path: str
    session: str


def measure(place: Installation) -> list[Figure]:
    """Let people look, in rounds: where there are few cases, and where many."""
    filed = standing(place.server.url())
    looks = {name: _looks(name, filed[name]) for name, _ in (FEW, MANY)}
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in looks}
    rates: list[float] = []
    with web_process() as (port, web):
        for waiting in looks.values():
            crowd(port, waiting[-WARM_UP:], _seen)
        cost = Cost({"web": web, "postgres": place.server.process})
        for number in range(ROUNDS):
            for name, waiting in looks.items():
                these = waiting[number * EACH : (number + 1) * EACH]
                seconds, each = crowd(port, these, _seen)
                taken[name].append(milliseconds(each))
                if name == MANY[0]:
                    rates.append(len(each) / seconds)
        spent = cost.each(2 * ROUNDS * EACH)
    few, many = (median(one["p95"] for one in taken[name]) for name, _ in (FEW, MANY))
    how = (
        f"my case, signed in: granian with 2 workers, {CLIENTS} clients, {ROUNDS}"
        f" rounds of {EACH} looks, medians; every other look is at a case that waits"
        f" and that nobody looks at again, the rest at {DECIDED} decided cases with"
        " their letters"
    )
    return [
        Figure(
            "status_page_p95_ms", many, "ms",
            f"{how}; {MANY[1]} open cases, each in the log, of as many people",
            target=100, sense="at most",
            limit="the processor: web workers, PostgreSQL and clients share the cores",
            details={
                "p50_p95_p99": [list(one.values()) for one in taken[MANY[0]]],
                "pages_per_s": round(median(rates), 1),
                "processor_ms_per_page": spent,
            },
        ),
        Figure(
            "status_page_ratio", round(many / few, 2), "ratio",
            f"the 95th percentile at {MANY[1]} cases over that at {FEW[1]}, in"
            " alternating rounds; the two municipalities' packs differ",
            target=1.5, sense="at most",
            limit="what is read of a case grows with how many there are",
            details={"p50_p95_p99_few": [list(one.values()) for one in taken[FEW[0]]]},
        ),
    ]  # fmt: skip


def _looks(municipality: str, filed: list[Filed]) -> list[Look]:
    """Return looks in the order they are taken: waiting and decided by turns."""
    needed = (ROUNDS * EACH + WARM_UP) // 2
    spread = filed[:: max(1, len(filed) // needed)]
    office = office_now()
    told = [
        _look(municipality, decided(municipality, identity, office).stream, identity)
        for identity in islice(strangers(), 6_000, 6_000 + DECIDED)
    ]
    return [
        look
        for number, one in enumerate(spread[:needed])
        for look in (
            _look(municipality, one.stream, one.identity),
            told[number % DECIDED],
        )
    ]


def _look(municipality: str, stream: UUID, identity: Identity) -> Look:
    path = f"/{municipality}/mine-saker/{stream}/"
    return Look(path, citizen_session(identity))


def _seen(browser: Client, look: Look) -> Answer:
    answer = browser.get(look.path, look.session)
    if answer.status != 200 or b"Saken din" not in answer.body:
        raise RuntimeError(f"{look.path} answered {answer.status}")
    return answer

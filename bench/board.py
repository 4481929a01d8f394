"""The leader's pages with a thousand and with a hundred thousand open cases."""

from bench.figures import Figure, milliseconds
from bench.installation import Installation
from bench.many import FEW, MANY, standing
from bench.people import employee_at, employee_session, office_now
from bench.server import Client, web_server
from fotfeste.access.policy import Role

LOOKS, WARM_UP = 60, 5
PAGES = {"board": ("tavla", "Frister"), "inspection": ("tilsyn", "Saksbehandler:")}


def measure(place: Installation) -> list[Figure]:
    """Look at the board and at the inspection, few and many in turn."""
    standing(place.server.url())
    with web_server() as port:
        return [
            figure
            for name, (path, says) in PAGES.items()
            for figure in _figures(name, *_looked_at(port, path, says))
        ]


def _figures(
    name: str, few: dict[str, float], many: dict[str, float]
) -> tuple[Figure, Figure]:
    how = (
        f"{LOOKS} looks at each in turn by one client through the real server; every"
        " open case is counted at each look"
    )
    return (
        Figure(
            f"{name}_p95_ms_100k", many["p95"], "ms", how, target=100,
            sense="at most", details={"milliseconds": many, "of_1k": few},
            limit="PostgreSQL reads the whole of one index on one core",
        ),
        Figure(
            f"{name}_ratio", round(many["p95"] / few["p95"], 2), "ratio",
            "the 95th percentile at 100,000 over that at 1,000, side by side: counting"
            " takes time by how much there is, so this has no target",
            details={"ratio_of_medians": round(many["p50"] / few["p50"], 2)},
        ),
    )  # fmt: skip


def _looked_at(
    port: int, path: str, says: str
) -> tuple[dict[str, float], dict[str, float]]:
    taken: dict[str, list[float]] = {FEW[0]: [], MANY[0]: []}
    browser = Client(port)
    book, today = office_now().book, office_now().now.date()
    sessions = {
        key: employee_session(
            employee_at(key, book.pack(key, today).unit_for("decide"), Role.LEADER)
        )
        for key in taken
    }
    for look in range(LOOKS + WARM_UP):
        for key, session in sessions.items():
            answer = browser.get(f"/{key}/arbeid/{path}/", session)
            if answer.status != 200 or says.encode() not in answer.body:
                raise RuntimeError(f"{key}: {answer.status}")
            if look >= WARM_UP:
                taken[key].append(answer.seconds)
    browser.close()
    return milliseconds(taken[FEW[0]]), milliseconds(taken[MANY[0]])

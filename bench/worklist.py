"""The work list with a thousand and with a hundred thousand open cases."""

from datetime import timedelta

from bench.figures import Figure, milliseconds
from bench.installation import Installation
from bench.many import FEW, MANY, standing, today_of
from bench.people import employee_at, employee_session, office_now
from bench.server import Client, web_server
from fotfeste.office.handle import Office

LOOKS = 300


def measure(place: Installation) -> list[Figure]:
    """Look at two work lists in turn."""
    standing(place.server.url())
    with web_server() as port:
        few, many = _looked_at(port, office_now())
    how = (
        f"{LOOKS} looks at each in turn by one client through the real server, half at"
        " the first page and half at one from the middle; 50 rows with names opened,"
        " all cases in one unit"
    )
    return [
        Figure(
            "worklist_p95_ms_1k", few["p95"], "ms", how, details={"milliseconds": few}
        ),
        Figure(
            "worklist_p95_ms_100k", many["p95"], "ms", how,
            details={"milliseconds": many},
        ),
        Figure(
            "worklist_ratio", round(many["p95"] / few["p95"], 2), "ratio",
            "the 95th percentile at 100,000 over that at 1,000, side by side",
            target=1.5, sense="at most",
            details={"ratio_of_medians": round(many["p50"] / few["p50"], 2)},
        ),
    ]  # fmt: skip


def _looked_at(port: int, office: Office) -> tuple[dict[str, float], dict[str, float]]:
    taken: dict[str, list[float]] = {FEW[0]: [], MANY[0]: []}
    browser = Client(port)
    paths = {key: _paths(key, office) for key in taken}
    for look in range(LOOKS + 20):
        for municipality, (session, addresses) in paths.items():
            answer = browser.get(addresses[look % 2], session)
            rows = answer.body.count(b"ff-badge")
            if answer.status != 200 or rows < 40:
                raise RuntimeError(f"{municipality}: {answer.status}, {rows} rows")
            if look >= 20:
                taken[municipality].append(answer.seconds)
    browser.close()
    return milliseconds(taken[FEW[0]]), milliseconds(taken[MANY[0]])


def _paths(municipality: str, office: Office) -> tuple[str, tuple[str, str]]:
    """Return a session at the desk, the first page, and one from the middle."""
    session = employee_session(employee_at(municipality, _unit(municipality, office)))
    first = f"/{municipality}/arbeid/"
    middle = today_of(office) + timedelta(days=15)
    return session, (first, f"{first}?etter={middle}_")


def _unit(municipality: str, office: Office) -> str:
    return office.book.pack(municipality, today_of(office)).unit_for("interview")

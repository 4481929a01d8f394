"""What a first visit to a page loads, by Chromium's own account of the network."""

import gzip
from typing import Any

from playwright.sync_api import Browser

from bench.cases import decided
from bench.chromium import chromium, on_phone, protocol
from bench.figures import Figure
from bench.installation import Installation
from bench.people import (
    citizen_session,
    employee_at,
    employee_session,
    office_now,
    strangers,
)

PLACE = "raelingen"
HEAVIEST = 60 * 1024
GZIP_LEVEL = 6  # as Django's GZipMiddleware has it


def measure(place: Installation) -> list[Figure]:
    """Visit each page with nothing kept from before, and add up what came."""
    del place
    visits = _visits()
    with chromium() as (browser, site):
        weights = {
            name: _weighed(browser, site, path, session)
            for name, (path, session) in visits.items()
        }
    return [
        Figure(
            "service_page_bytes", weights["service page"]["total"], "bytes",
            "all that a first visit loads, with headers, by Chromium's own account"
            " (encodedDataLength): the page as the server sends it and its styles and"
            " scripts with brotli; `if_gzipped` is what the total would be if the page"
            " itself were compressed as well",
            target=HEAVIEST, sense="at most",
            limit="the page itself, which is not compressed",
            details={**weights},
        )
    ]  # fmt: skip


def _visits() -> dict[str, tuple[str, str]]:
    """Return the pages, each with the session of whoever visits it."""
    office = office_now()
    identity = next(strangers())
    case = decided(PLACE, identity, office)
    own = citizen_session(identity)
    unit = case.desk.pack.unit_for("decide")
    desk = employee_session(employee_at(PLACE, unit))
    return {
        "service page": (f"/{PLACE}/", ""),
        "front page": ("/", ""),
        "apply start": (f"/{PLACE}/sok/", own),
        "question page": (f"/{PLACE}/sok/situasjon/", own),
        "case page": (f"/{PLACE}/mine-saker/{case.stream}/", own),
        "case page of the desk": (f"/{PLACE}/arbeid/sak/{case.stream}/", desk),
    }


def _weighed(browser: Browser, site: str, path: str, session: str) -> dict[str, Any]:
    """Return the bytes in all, by file, and with the page itself compressed."""
    with on_phone(browser, site, session) as page:
        asked: dict[str, str] = {}
        came: dict[str, int] = {}

        def on_response(event: dict[str, Any]) -> None:
            asked[event["requestId"]] = event["response"]["url"].removeprefix(site)

        def on_finished(event: dict[str, Any]) -> None:
            came[event["requestId"]] = round(event["encodedDataLength"])

        network = protocol(page)
        network.on("Network.responseReceived", on_response)
        network.on("Network.loadingFinished", on_finished)
        network.send("Network.enable")
        network.send("Network.setCacheDisabled", {"cacheDisabled": True})
        answer = page.goto(path, wait_until="networkidle")
        if answer is None or answer.status != 200 or not page.url.endswith(path):
            raise RuntimeError(f"{path} was not shown")
        body, coding = answer.body(), answer.header_value("content-encoding")
    total = sum(came.values())
    saved = 0 if coding else len(body) - len(gzip.compress(body, GZIP_LEVEL))
    return {
        "total": total,
        "if_gzipped": total - saved,
        "the page itself": f"{len(body)} ({coding or 'not compressed'})",
        "files": {
            asked[key]: size for key, size in came.items() if asked[key].startswith("/")
        },
    }

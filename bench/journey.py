"""Somebody who applies in a browser, as fast as the machine can."""

import time
from itertools import islice
from statistics import median

from playwright.sync_api import Page

from bench.cases import SITUATION, WISHES
from bench.chromium import chromium, on_phone
from bench.figures import Figure
from bench.installation import Installation
from bench.people import citizen_session, strangers

PLACE = "raelingen"
TIMES = 5
ANSWERS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("Hvordan har du det nå?", SITUATION),),
    (("Hva ønsker du at skal bli bedre?", WISHES),),
    (("Er det noe som haster?", "Jeg er redd for å miste leiligheten."),),
    (("Jeg bor i kommunen", ""),),
    (("Telefon", "99 99 99 99"), ("Adresse for brev", "Prøveveien 1")),
    (("Er det barn hjemme hos deg?", "Ei jente på sju år."),),
    (("Trenger du tolk?", "Polsk"),),
    (),
)
"""What is written on each page after the choice of help; «» is a box to tick."""


def measure(place: Installation) -> list[Figure]:
    """Apply, each time as somebody else, and take the time to the receipt."""
    del place
    people = islice(strangers(), 7_000, 7_000 + TIMES + 1)
    sessions = [citizen_session(identity) for identity in people]
    taken, pages = [], []
    with chromium() as (browser, site):
        for session in sessions:
            with on_phone(browser, site, session) as page:
                began = time.perf_counter()
                visited = _apply(page)
                taken.append(time.perf_counter() - began)
                pages.append(visited)
    measured = taken[1:]  # the first warms the server up
    return [
        Figure(
            "journey_s", round(median(measured), 2), "s",
            "the whole application in Chromium with a phone's screen, from the service"
            f" page to the receipt, {TIMES} people, median: machine time only, nobody"
            " reads or types; the script that steers the browser is counted",
            details={
                "runs": [round(each, 2) for each in measured],
                "pages": pages[0],
                "ms_per_page": round(median(measured) / pages[0] * 1000),
            },
        )
    ]  # fmt: skip


def _apply(page: Page) -> int:
    """Go from the service page to the receipt; return how many pages it took."""
    seen: list[str] = []
    page.on("domcontentloaded", lambda loaded: seen.append(loaded.url))
    main = page.get_by_role("main")
    page.goto(f"/{PLACE}/")
    for link in ("Søk om hjelp", "Begynn"):
        main.get_by_role("link", name=link, exact=True).first.click()
    _go_on(page)
    page.wait_for_url("**/sok/hjelp/")
    for box in page.get_by_role("checkbox").all()[:2]:
        box.check()
    _go_on(page)
    for fields in ANSWERS:
        for label, text in fields:
            field = page.get_by_label(label, exact=True)
            field.fill(text) if text else field.check()
        _go_on(page)
    main.get_by_role("button", name="Send søknaden", exact=True).click()
    page.wait_for_url("**/kvittering/")
    page.locator("strong.ff-number").wait_for()
    return len(seen)


def _go_on(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Lagre og gå videre", exact=True).click()

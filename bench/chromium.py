"""A Chromium to measure with, that asks nobody but us."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Page,
    sync_playwright,
)

from bench.server import web_server

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PHONE = {"width": 360, "height": 640}


@contextmanager
def chromium() -> Iterator[tuple[Browser, str]]:
    """Run the machine's Chromium and the web server; give it and the address.

    Raises: RuntimeError - there is no Chromium.
    """
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise RuntimeError("No Chromium: sudo apt-get install chromium")
    with web_server() as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser, f"http://127.0.0.1:{port}"
        browser.close()


@contextmanager
def on_phone(browser: Browser, site: str, session: str = "") -> Iterator[Page]:
    """Give a page on a phone that has been nowhere before, signed in if one says so."""
    context: BrowserContext = browser.new_context(
        base_url=site,
        viewport={"width": PHONE["width"], "height": PHONE["height"]},
        is_mobile=True,
        has_touch=True,
        locale="nb-NO",
    )
    if session:
        context.add_cookies([{"name": "fotfeste", "value": session, "url": site}])
    yield context.new_page()
    context.close()


def protocol(page: Page) -> CDPSession:
    """Return the page's own connection to Chromium's developer protocol."""
    return page.context.new_cdp_session(page)

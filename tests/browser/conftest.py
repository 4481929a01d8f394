"""A site, a browser and people to visit with; without Chromium nothing is run."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.browser.people import WIDTHS, People
from tests.browser.standing_site import standing_site

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nobody else is asked
]


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Return the address of a running Fotfeste with made-up people."""
    with standing_site() as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the Chromium of the machine; in CI it must be there."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        text = "No Chromium: sudo apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(text)
        pytest.skip(text)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def everybody(browser: Browser, site: str) -> People:
    """Return the people, who stay signed in from test to test."""
    return People(browser, site)


@pytest.fixture
def people(everybody: People) -> Iterator[People]:
    """Return the people; what they have open is closed after the test."""
    yield everybody
    for context in everybody.browser.contexts:
        context.close()


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def width(request: pytest.FixtureRequest) -> int:
    """Return the width of the screen: a telephone's, then a desk's."""
    width: int = request.param
    return width

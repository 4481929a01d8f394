"""Waiting for what a job of its own makes, such as letters."""

from tests.browser.people import Visitor

PATIENCE = 40
PAUSE_MS = 250


def wait_for_link(who: Visitor, name: str) -> None:
    """Load the page again until it has a link that is called so, and look at it."""
    link = who.page.get_by_role("main").get_by_role("link", name=name, exact=True)
    for _ in range(PATIENCE):
        if link.count():
            who.look()
            return
        who.page.wait_for_timeout(PAUSE_MS)
        who.page.reload()
    raise AssertionError(f"«{name}» did not come to {who.page.url}")

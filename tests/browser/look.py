"""What is looked for on every page: faults of access, of width and of scripts."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Response

AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = 390
SMALLEST = 320

_CHECK = """async (rules) => (await axe.run(
    document, {runOnly: rules, resultTypes: ['violations'], preload: false}
)).violations.flatMap(v => v.nodes.map(
    node => `${v.id}: ${node.html} (${node.failureSummary})`
))"""
_TOO_WIDE = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
        .filter(one => one.getBoundingClientRect().right > width + 1)
        .map(one => one.outerHTML.slice(0, 120));
}"""
# Which page it is, whosever it is, and the kinds of parts it has.
_STATE = """() => {
    const kind = one => [one.tagName, one.className, one.type,
        one.getAttribute('aria-invalid'), one.hasAttribute('data-late')].join();
    return {
        page: location.pathname.replace(/^\\/[^/]+|[0-9a-f-]{36}/g, ''),
        parts: [...new Set([...document.querySelectorAll('*')].map(kind))].sort().join(' '),
        dark: matchMedia('(prefers-color-scheme: dark)').matches,
        scripts: matchMedia('(scripting: enabled)').matches,
    };
}"""
_seen: set[tuple[object, ...]] = set()


@dataclass
class Complaints:
    """What the browser has complained of on a page since it was last looked at."""

    told: list[str] = field(default_factory=list)
    status: int = 200

    def listen(self, page: Page) -> None:
        """Take down every error, and how the page itself was answered."""
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.told.append(f"script: {error}"))
        page.on("dialog", lambda dialog: self.told.append(f"dialog: {dialog.message}"))
        page.on("response", self._on_response)

    def _on_console(self, message: ConsoleMessage) -> None:
        # That the page itself was refused is the test's to expect or not.
        of_the_page = message.location.get("url", "").split("#")[0] == self._address
        if message.type == "error" and not (of_the_page and self.status >= 400):
            self.told.append(f"console: {message.text}")

    def _on_response(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self._address = response.url
            self.status = response.status

    _address: str = ""


def look_at(page: Page, complaints: Complaints, *, status: int = 200) -> None:
    """Fail where the page has any fault; what looks like one seen before is passed by.

    status: what the page is answered with; 200 unless a refusal is expected.
    """
    page.wait_for_load_state()
    where = f"{page.url} at {_width(page)} px"
    assert complaints.status == status, f"{where} was answered {complaints.status}"
    assert complaints.told == [], where
    assert page.evaluate(_TOO_WIDE) == [], f"{where} scrolls sideways"
    state = page.evaluate(_STATE)
    seen = (*state.values(), _width(page))
    if seen in _seen:
        return
    _seen.add(seen)
    if _width(page) == PHONE:
        _look_when_narrow(page)
    # The check is itself a script: a page without scripts is looked at with them too.
    if state["scripts"]:
        assert faults_of_access(page) == [], where


def _look_when_narrow(page: Page) -> None:
    size = page.viewport_size
    assert size is not None
    page.set_viewport_size({"width": SMALLEST, "height": size["height"]})
    too_wide = page.evaluate(_TOO_WIDE)
    page.set_viewport_size(size)
    assert too_wide == [], f"{page.url} scrolls sideways at {SMALLEST} px"


def faults_of_access(page: Page) -> list[str]:
    """Return what axe finds wrong with the page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: Any = page.evaluate(_CHECK, RULES)
    return [str(fault) for fault in found]


def _width(page: Page) -> int:
    return page.viewport_size["width"] if page.viewport_size else 0

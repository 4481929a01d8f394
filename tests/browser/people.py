"""The visitors: made-up people, each with a browser of their own."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Locator, Page, StorageState
from tests.browser.look import Complaints, look_at

HEIGHTS = {390: 844, 1280: 900}
WIDTHS = tuple(HEIGHTS)


@dataclass
class Visitor:
    """Somebody with a page open, on a screen of some width."""

    page: Page
    width: int
    complaints: Complaints

    def go(self, path: str, *, status: int = 200) -> None:
        """Open an address of the site, and look at the page."""
        self.page.goto(path)
        self.look(status=status)

    def press(self, name: str, *, status: int = 200) -> None:
        """Press the button of the page that is called so, and look at what comes."""
        main = self.page.get_by_role("main")
        self.come(main.get_by_role("button", name=name, exact=True), status=status)

    def follow(self, name: str, *, status: int = 200) -> None:
        """Follow the first link of the page that is called so, and look."""
        main = self.page.get_by_role("main")
        self.come(main.get_by_role("link", name=name, exact=True).first, status=status)

    def come(self, by: Locator, *, status: int = 200) -> None:
        """Click on what leads to another page, and look when it has come."""
        with self.page.expect_navigation():
            by.click()
        self.look(status=status)

    def look(self, *, status: int = 200) -> None:
        """Fail where the page has a fault."""
        look_at(self.page, self.complaints, status=status)

    def sees(self, *texts: str) -> None:
        """Fail where one of the texts is not to be seen on the page."""
        shown = self.page.locator("body").inner_text()
        for text in texts:
            assert text in shown, f"«{text}» is not on {self.page.url}:\n{shown}"

    def tab(self) -> "Visitor":
        """Open one more page in the same browser."""
        return _visitor(self.page.context.new_page(), self.width)

    def download(self, name: str) -> bytes:
        """Fetch what the first link of that name leads to, as this person."""
        link = self.page.get_by_role("main").get_by_role("link", name=name, exact=True)
        answer = self.page.request.get(self._absolute(link.first.get_attribute("href")))
        assert answer.ok, answer.status
        return answer.body()

    def _absolute(self, path: str | None) -> str:
        assert path
        return "/".join(self.page.url.split("/")[:3]) + path


@dataclass
class People:
    """Opens browsers for made-up people; each signs in once, by the real page."""

    browser: Browser
    site: str
    _signed_in: dict[str, StorageState] = field(default_factory=dict)

    def citizen(self, key: str, width: int, **options: Any) -> Visitor:
        """Return somebody who may need help, signed in."""
        return self._arrive(f"button[value='{key}']", width, options)

    def employee(
        self, name: str, municipality: str, width: int, **options: Any
    ) -> Visitor:
        """Return somebody who works in the municipality, signed in."""
        button = f"button[value^='{municipality}/']:has-text('{name}')"
        return self._arrive(button, width, options)

    def nobody(self, width: int, **options: Any) -> Visitor:
        """Return somebody who has not signed in."""
        context = self.browser.new_context(
            base_url=self.site,
            viewport={"width": width, "height": HEIGHTS[width]},
            locale="nb-NO",
            **options,
        )
        context.set_default_timeout(10_000)
        return _visitor(context.new_page(), width)

    def _arrive(self, button: str, width: int, options: dict[str, Any]) -> Visitor:
        if button not in self._signed_in:
            first = self.nobody(width)
            first.go("/logg-inn/")
            first.come(first.page.locator(button))
            self._signed_in[button] = first.page.context.storage_state()
            first.page.context.close()
        return self.nobody(width, storage_state=self._signed_in[button], **options)


def _visitor(page: Page, width: int) -> Visitor:
    complaints = Complaints()
    complaints.listen(page)
    return Visitor(page, width, complaints)

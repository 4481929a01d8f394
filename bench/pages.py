"""How many bytes a page weighs with all the styles and scripts it loads."""

from html.parser import HTMLParser

from bench.figures import Figure
from bench.installation import Installation
from bench.people import citizen_session, strangers
from bench.server import Client, web_server

PAGES = {
    "service page": "/raelingen/",
    "first form page": "/raelingen/sok/hjelp/",
}
ENCODINGS = "gzip, deflate, br"


def measure(place: Installation) -> list[Figure]:
    """Weigh each page as the server sends it to a browser."""
    del place
    with web_server() as port:
        browser = Client(port)
        session = citizen_session(next(strangers()))
        weights = {
            name: _weighed(browser, path, session) for name, path in PAGES.items()
        }
        browser.close()
    heaviest = max(sum(parts.values()) for parts in weights.values())
    return [
        Figure(
            "bytes_per_page",
            heaviest,
            "bytes",
            "the heavier of the service page and the first form page, with their styles"
            " and scripts, each file once, as the server sends it (brotli for files);"
            " the icon is not counted",
            target=80 * 1024,
            sense="at most",
            limit="the design system's style sheet",
            details={
                name: {"total": sum(parts.values()), **parts}
                for name, parts in weights.items()
            },
        )
    ]


class _Loads(HTMLParser):
    """Collects what a page loads by itself to be drawn and to work."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a style sheet, a script or a picture."""
        given = dict(attrs)
        if tag == "link" and given.get("rel") == "stylesheet":
            self.files.append(given.get("href") or "")
        elif tag in {"script", "img"} and given.get("src"):
            self.files.append(given["src"] or "")


def _weighed(browser: Client, path: str, session: str) -> dict[str, int]:
    """Return the bytes of the page and of each file it loads."""
    page = browser.get(path, session, ENCODINGS)
    if page.status != 200:
        raise RuntimeError(f"{path} answered {page.status}")
    coding = page.headers["Content-Encoding"]
    parts = {f"the page itself ({coding or 'not compressed'})": len(page.body)}
    if coding:
        page = browser.get(path, session)
    loads = _Loads()
    loads.feed(page.body.decode())
    for file in dict.fromkeys(loads.files):
        sent = browser.get(file, encoding=ENCODINGS)
        parts[f"{file} ({sent.headers['Content-Encoding']})"] = len(sent.body)
    return parts

"""Takes the pictures of docs/pictures: of a demo of its own, or of a running one.

scripts/pictures.py [ADDRESS]
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from fotfeste.config.embedded_postgres import running

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/pictures"
SIZES = {390: 844, 1280: 800}
LARGEST = 150 * 1024
START_SECONDS = 60
NAMES = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    """Take every picture at both widths; 1 where one came out too large."""
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    if chromium is None:
        print("No Chromium (sudo apt-get install chromium).", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with _site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for width in SIZES:
            _take_all(browser, address, width)
        browser.close()
    large = [file for file in PICTURES.glob("*.png") if file.stat().st_size > LARGEST]
    for file in large:
        print(f"{file.name} is larger than {LARGEST} bytes.", file=sys.stderr)
    return 1 if large else 0


def _take_all(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(
        base_url=address,
        viewport={"width": width, "height": SIZES[width]},
        locale="nb-NO",
    )
    page.goto("/")
    _take(page, "front", width)
    page.goto("/raelingen/")
    _take(page, "service", width)
    _become(page, "button[value=nora]", "/raelingen/sok/situasjon/")
    _take(page, "question", width)
    _become(page, "button[value=per]", "/raelingen/mine-saker/")
    page.locator("article a").last.click()
    _take(page, "my-case", width)
    page.get_by_role("link", name="Les vedtaket").click()
    _take(page, "letter", width)
    _become(page, "button[value^='raelingen/']", "/raelingen/arbeid/")
    _take(page, "work", width)
    page.get_by_role("row", name="Lars").get_by_role("link").click()
    _take(page, "case", width)
    page.close()


def _become(page: Page, button: str, target: str) -> None:
    """Sign in as somebody, who comes straight to a page."""
    page.context.clear_cookies()
    page.goto(f"/logg-inn/?til={target}")
    page.locator(button).first.click()


def _take(page: Page, name: str, width: int) -> None:
    page.wait_for_load_state()
    page.screenshot(path=PICTURES / f"{name}-{width}.png")


@contextmanager
def _site() -> Iterator[str]:
    """Give the address that was asked for, or that of a demo in a folder of its own."""
    if len(sys.argv) > 1:
        yield sys.argv[1]
        return
    with (
        tempfile.TemporaryDirectory(prefix="ff-") as folder,
        running(Path(folder) / "pg", durable=False) as server,
    ):
        port = _free_port()
        demo = subprocess.Popen(
            [
                str(Path(sys.executable).with_name("fotfeste")),
                "demo", "--port", str(port),
            ],
            env={
                **os.environ,
                "DATABASE_URL": server.url(),
                "FOTFESTE_KEYS": str(Path(folder) / "keys"),
            },
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            yield _answering(f"http://localhost:{port}", demo)
        finally:
            demo.terminate()
            demo.wait()


def _answering(address: str, demo: "subprocess.Popen[bytes]") -> str:
    """Return the address as soon as there is an answer from it."""
    latest = time.monotonic() + START_SECONDS
    while time.monotonic() < latest and demo.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own
                return address
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise SystemExit("The demo did not start.")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("localhost", 0))
        port: int = found.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())

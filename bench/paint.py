"""When a slow phone on a slow net shows something of a page."""

from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from bench.chromium import PHONE, chromium, on_phone, protocol
from bench.figures import Figure
from bench.installation import Installation

PAGES = {"front": "/", "service": "/raelingen/"}
TIMES = 5
SLOWER = 4
ROUND_TRIP_MS, DOWN, UP = 150, 1_600_000 / 8, 750_000 / 8
_TOLD = """() => new Promise(done => {
    const entries = type => new Promise(ready => {
        new PerformanceObserver(list => ready(list.getEntries()))
            .observe({type, buffered: true});
        setTimeout(() => ready([]), 300);
    });
    Promise.all(['paint', 'largest-contentful-paint', 'layout-shift', 'longtask']
        .map(entries)).then(([paint, largest, shifts, long]) => done({
            first: paint.find(one => one.name == 'first-contentful-paint').startTime,
            largest: Math.max(...largest.map(one => one.startTime)),
            shift: shifts.reduce((sum, one) => sum + one.value, 0),
            blocking: long.map(one => Math.max(0, one.duration - 50))
                .reduce((sum, one) => sum + one, 0),
            page_came: performance.getEntriesByType('navigation')[0].responseEnd,
            all_came: Math.max(0, ...performance.getEntriesByType('resource')
                .map(one => one.responseEnd)),
        }));
})"""


def measure(place: Installation) -> list[Figure]:
    """Visit each page some times, with nothing kept from before."""
    del place
    with chromium() as (browser, site):
        for path in PAGES.values():
            _visited(browser, site, path)
        seen = {
            name: [_visited(browser, site, path) for _ in range(TIMES)]
            for name, path in PAGES.items()
        }
    how = (
        f"first contentful paint in Chromium, median of {TIMES} first visits:"
        f" processor {SLOWER} times slower, {ROUND_TRIP_MS} ms round trip, 1.6 Mbit/s"
        f" down and 750 kbit/s up, {PHONE['width']} x {PHONE['height']}; the delay is"
        " for each request, so that a TLS connection's greeting is not in it"
    )
    return [
        Figure(
            f"first_paint_{name}_ms", round(median(run["first"] for run in runs)), "ms",
            how, target=1500, sense="at most",
            limit="the way of style sheets over the net, before which nothing is drawn",
            details={
                "runs": [round(run["first"]) for run in runs],
                **{
                    told: round(median(run[key] for run in runs), digits)
                    for told, key, digits in (
                        ("largest_contentful_paint_ms", "largest", 0),
                        ("total_blocking_ms", "blocking", 0),
                        ("layout_shift", "shift", 3),
                        ("page_came_ms", "page_came", 0),
                        ("styles_and_scripts_came_ms", "all_came", 0),
                    )
                },
            },
        )
        for name, runs in seen.items()
    ]  # fmt: skip


def _visited(browser: Browser, site: str, path: str) -> dict[str, float]:
    with on_phone(browser, site) as page:
        _slow_down(page)
        page.goto(path, wait_until="load")
        page.wait_for_timeout(500)
        told: dict[str, Any] = page.evaluate(_TOLD)
    return {name: float(value) for name, value in told.items()}


def _slow_down(page: Page) -> None:
    chosen = protocol(page)
    chosen.send("Network.enable")
    chosen.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    chosen.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": ROUND_TRIP_MS,
            "downloadThroughput": DOWN,
            "uploadThroughput": UP,
        },
    )

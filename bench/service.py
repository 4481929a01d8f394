"""The page of a municipality's service, as often as the server can give it."""

from statistics import median

from bench.crowd import CLIENTS, Cost, crowd
from bench.figures import Figure, milliseconds
from bench.installation import Installation
from bench.server import Answer, Client, web_process

PAGE, PLAIN = "/raelingen/", "/static/web/mark.svg"
ROUNDS, EACH, WARM_UP = 5, 300, 40


def measure(place: Installation) -> list[Figure]:
    """Ask for the page and for a plain file in alternating rounds."""
    pages: list[float] = []
    plain: list[float] = []
    latencies: list[float] = []
    with web_process() as (port, web):
        for path in (PAGE, PLAIN):
            crowd(port, [path] * WARM_UP, _got)
        spent: list[dict[str, float]] = []
        for _ in range(ROUNDS):
            cost = Cost({"web": web, "postgres": place.server.process})
            seconds, taken = crowd(port, [PAGE] * EACH, _got)
            spent.append(cost.each(EACH))
            pages.append(EACH / seconds)
            latencies.extend(taken)
            seconds, _ = crowd(port, [PLAIN] * EACH, _got)
            plain.append(EACH / seconds)
    return [
        Figure(
            "service_page_rps", round(median(pages), 1), "1/s",
            f"{PAGE} by somebody who has not signed in: granian with 2 workers,"
            f" {CLIENTS} clients, {ROUNDS} rounds of {EACH}, medians; in between"
            " the same of a small file, which is what server and clients cost alone",
            details={
                "rounds": [round(rate, 1) for rate in pages],
                "milliseconds": milliseconds(latencies),
                "processor_ms_per_page": {
                    part: median(one[part] for one in spent) for part in spent[0]
                },
                "small_file_rps": round(median(plain), 1),
                "ratio_to_small_file": round(
                    median(a / b for a, b in zip(pages, plain, strict=True)), 2
                ),
            },
        )
    ]  # fmt: skip


def _got(browser: Client, path: str) -> Answer:
    answer = browser.get(path)
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    return answer

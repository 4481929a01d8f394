"""Clerks in one process who lead cases on; `bench.commands` starts several of these.

Says «ready», then for each line with a number of seconds works that long, and answers
with how many commands were handled, as JSON.
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice

import django

django.setup()

from bench.cases import Desk, a_case, desk_of  # noqa: E402
from bench.installation import MUNICIPALITIES  # noqa: E402
from bench.people import office_now, strangers  # noqa: E402
from fotfeste.access.people import Party, enrol  # noqa: E402

PEOPLE = 200


def main() -> None:
    """Work as long as somebody asks."""
    process, threads = int(sys.argv[1]), int(sys.argv[2])
    office = office_now()
    desks = cycle([desk_of(municipality, office) for municipality in MUNICIPALITIES])
    known = islice(strangers(), process * PEOPLE, (process + 1) * PEOPLE)
    work = [
        (desk, enrol(desk.municipality, identity, office.keys))
        for desk, identity in zip(desks, known, strict=False)
    ]
    shares = [work[thread::threads] for thread in range(threads)]
    with ThreadPoolExecutor(threads) as pool:
        print("ready", flush=True)
        for line in sys.stdin:
            until = time.perf_counter() + float(line)
            counts = pool.map(_lead_on, shares, [until] * threads)
            print(json.dumps(sum(counts)), flush=True)


def _lead_on(work: list[tuple[Desk, Party]], until: float) -> int:
    """Lead one case after the other from application to findings; count commands."""
    office = office_now()
    handled = 0
    for desk, party in cycle(work):
        case = a_case(desk, party, office)
        for step in (case.submit, case.arrange, case.interview, case.find):
            step()
            handled += 1
            if time.perf_counter() > until:
                return handled
    return handled


if __name__ == "__main__":
    main()

"""`python -m bench [BENCH …]`: measure all, or those that are named."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from bench import machine, report
from bench.figures import Figure
from bench.installation import Installation, installed

BENCHES = (
    "commands",
    "registrations",
    "letters",
    "memory",
    "worklist",
    "board",
    "status",
    "service",
    "case",
    "pages",
    "weights",
    "paint",
    "journey",
    "decide",
)


def main() -> int:
    """Measure, write the results and print the table; 1 if a target is missed."""
    chosen = _chosen(sys.argv[1:])
    with installed() as place:
        facts = machine.facts(place.server)
        figures = [figure for name in chosen for figure in _measured(name, place)]
    facts["load_after"] = [round(load, 2) for load in os.getloadavg()]
    print(report.write(facts, figures))
    missed = [figure for figure in figures if figure.reached is False]
    for figure in missed:
        print(f"{figure.name} is not reached. What limits it: {figure.limit}.")
    return 1 if missed else 0


def _chosen(arguments: Sequence[str]) -> Sequence[str]:
    parser = argparse.ArgumentParser("bench", description=__doc__)
    parser.add_argument("bench", nargs="*", choices=[*BENCHES, []], metavar="BENCH")
    named: list[str] = parser.parse_args(arguments).bench
    return named or BENCHES


def _measured(name: str, place: Installation) -> list[Figure]:
    """Run one bench; its module is loaded when Django is ready."""
    print(f"Measuring {name} ...", file=sys.stderr, flush=True)
    used = machine.used_by_others()
    figures: list[Figure] = import_module(f"bench.{name}").measure(place)
    for figure in figures:
        figure.details[report.OTHERS] = used
    return figures


if __name__ == "__main__":
    sys.exit(main())

"""`fotfeste rulebook what-if`: what a prepared act would change, were it in force."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from fotfeste.law.finding import Finding
from fotfeste.office.installation import checked, texts_in
from fotfeste.procedures.worked_examples import counted
from fotfeste.rulebook.book import Rulebook, TermInForce
from fotfeste.rulebook.commencing import NoPreparedActError
from fotfeste.rulebook.documents import Problem
from fotfeste.rulebook.reading import read
from fotfeste.rulebook.scenarios import Scenario, Scenarios
from fotfeste.rulebook.what_if import Change, changes


def what_if(arguments: Namespace) -> int:
    """Print each term and worked example that would be other; 1 if it cannot be."""
    law, day = arguments.law, arguments.day
    try:
        now = checked(arguments.folder)
        then = checked(arguments.folder, {law: day})
    except NoPreparedActError as no:
        print(no, file=sys.stderr)
        return 1
    if now.rulebook is None or then.rulebook is None:
        _print_faults([*now.problems, *then.problems])
        return 1
    print(f"If {law} is in force from {day}:")
    for change in changes(now.rulebook, then.rulebook, day):
        print(f"  {change.term}: {_told(change)}")
    others = list(_other_examples(arguments, now.rulebook, then.rulebook))
    print(f"Worked examples that would be other: {len(others)}")
    for line in others:
        print(f"  {line}")
    return 0


def _print_faults(problems: list[Problem]) -> None:
    for line in dict.fromkeys(map(str, problems)):
        print(line, file=sys.stderr)


def _told(change: Change) -> str:
    before, after = change.before, change.after
    if before is None or after is None:
        return f"new, {_rule(after)}" if after else f"gone, {before and _rule(before)}"
    told = [f"{_rule(before)} → {_rule(after)}"]
    if before.text != after.text:
        told.append(f"    {after.text}")
    return "\n".join(told)


def _rule(term: TermInForce | None) -> str:
    if term is None:
        return ""
    return f"{term.citation}{f' ({term.period})' if term.period else ''}"


def _other_examples(
    arguments: Namespace, now: Rulebook, then: Rulebook
) -> Iterator[str]:
    reading = read(texts_in(arguments.folder))
    for file, examples in reading.of(Scenarios).items():
        for n, scenario in enumerate(examples.scenarios):
            before, after = _counted(scenario, now), _counted(scenario, then)
            if before != after:
                place = reading.documents[file].place(("scenarios", n))
                yield (
                    f"{place[0]}:{place[1]}: {scenario.term} from {scenario.start}:"
                    f" {before} → {after}"
                )


def _counted(scenario: Scenario, book: Rulebook) -> str:
    try:
        found: Finding[date] = counted(scenario, book)
    except LookupError:
        return "no rule"
    return f"{found.value} ({found.because()})"

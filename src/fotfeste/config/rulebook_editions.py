"""`fotfeste rulebook export` and `import`: editions as the files they are."""

import sys
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from fotfeste.config.upkeep import set_up


def export(arguments: Namespace) -> int:
    """Write each approved edition where it would lie in a rulebook's folder.

    A file that is there already and says something else is left, and told of: 1.
    """
    with set_up():
        from fotfeste.office import approved

        wanted = set(arguments.municipality)
        found = approved.editions()
        if missing := sorted(wanted - found.keys()):
            print(f"No approved edition: {', '.join(missing)}.", file=sys.stderr)
            return 1
        kept = 0
        for municipality, editions in found.items():
            for edition in editions if not wanted or municipality in wanted else ():
                kept += not _is_written(arguments.folder / edition.file, edition.text)
        return 1 if kept else 0


def read_in(arguments: Namespace) -> int:
    """Make a draft of the file, faults and all, and print them; 1 if there are any."""
    file: Path = arguments.file
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        print(f"{file} cannot be read: {error}", file=sys.stderr)
        return 1
    with set_up():
        from fotfeste.access.policy import SYSTEM_ID
        from fotfeste.office import edition_text, editions, installation
        from fotfeste.office.edition_check import EditionRefusedError, judged
        from fotfeste.rulebook.editions import Edition

        if arguments.municipality not in installation.rulebook().packs:
            known = ", ".join(sorted(installation.rulebook().packs))
            print(f"No such municipality. Known: {known}.", file=sys.stderr)
            return 1
        day = edition_text.day_in(text)
        if day is None:
            print(f"{file} has no valid_from: write its first day.", file=sys.stderr)
            return 1
        edition = Edition(arguments.municipality, day, text)
        now = datetime.now(UTC)  # noqa: TID251 - here the clock is read
        try:
            kept = editions.begin(edition, editions.By(SYSTEM_ID, file.name, now))
        except EditionRefusedError as no:
            print(f"{file}: refused ({no.lack}) {no.facts or ''}", file=sys.stderr)
            return 1
        problems = judged(edition).problems
        for problem in problems:
            print(problem)
        print(f"Draft {kept.id} from {day}. A leader proposes it, another approves it.")
        return 1 if problems else 0


def check_editions() -> int:
    """Print every fault of this installation's editions; 1 if there are any."""
    with set_up():
        from fotfeste.office import approved, installation

        faults, editions = 0, approved.editions()
        for municipality, own in editions.items():
            result = installation.laid(municipality, own)
            faults += len(result.problems)
            for problem in [*result.problems, *result.notes]:
                print(problem)
        count = sum(map(len, editions.values()))
        print(f"{count} editions, {faults} to mend.")
        return 1 if faults else 0


def _is_written(file: Path, text: str) -> bool:
    """Test that the file says what the text does; it is written where none is."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        print(file)
        return True
    if file.read_text("utf-8", "replace") == text:
        return True
    print(f"{file} says something else: it is left as it is.", file=sys.stderr)
    return False

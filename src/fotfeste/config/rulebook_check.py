"""`fotfeste rulebook check`: all that is wrong in a folder, and what to do."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from fotfeste.config.rulebook_editions import check_editions
from fotfeste.office.installation import checked
from fotfeste.rulebook.book import Rulebook


def check(arguments: Namespace) -> int:
    """Print every fault with file, line and what to do; 1 if there are any."""
    folder: Path = arguments.folder
    if arguments.editions:
        return check_editions()
    if not folder.is_dir():
        print(f"{folder} is not a folder. Name a rulebook's folder.", file=sys.stderr)
        return 1
    result = checked(folder)
    for problem in result.problems:
        print(folder / str(problem))
    for note in result.notes:
        print(folder / str(note))
    if result.rulebook is None:
        print(f"{len(result.problems)} to mend.")
        return 1
    packs = sum(len(packs) for packs in result.rulebook.packs.values())
    print(f"Sound: {packs} packs, {len(result.rulebook.terms())} terms.")
    return 0


def sound() -> Rulebook | None:
    """Return this installation's rulebook; print its faults where it has any."""
    own = Path(__file__).resolve().parents[3] / "rulebook"
    result = checked(Path(os.environ.get("FOTFESTE_RULEBOOK", own)))
    for problem in result.problems:
        print(problem, file=sys.stderr)
    return result.rulebook

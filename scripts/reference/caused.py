"""Which event in one case gives which command in another."""

from functools import lru_cache

from scripts.reference.acts import library
from scripts.reference.source import PROCEDURES
from scripts.reference.steps import branches, reached


@lru_cache(maxsize=1)
def caused() -> list[tuple[str, str]]:
    """Return each event with each command it causes, by their full names."""
    terms = library().terms
    found: dict[tuple[str, str], None] = {}
    for branch in branches():
        if branch.function != f"{PROCEDURES}consequences.consequences":
            continue
        made = reached(branch.facts(terms), terms).builds
        for event in sorted(name for name in branch.about if ".events." in name):
            for command in sorted(name for name in made if ".commands." in name):
                found[(event, command)] = None
    return list(found)

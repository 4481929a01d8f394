"""The calendar of holidays as the rulebook gives it, and official material."""

from pathlib import Path

import pytest

from fotfeste.rulebook.check import check

ROOT = Path(__file__).parents[2]
RULEBOOK = ROOT / "rulebook"


@pytest.fixture(scope="session")
def calendar():
    """The holidays of the rulebook."""
    texts = {
        path.relative_to(RULEBOOK).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(RULEBOOK.rglob("*.yaml"))
    }
    checked = check(texts)
    assert checked.rulebook is not None, "\n".join(map(str, checked.problems))
    return checked.rulebook.calendar

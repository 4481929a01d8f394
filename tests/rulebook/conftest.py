"""The rulebook as the server reads it, and the acts it cites."""

import os
from pathlib import Path

import pytest

from fotfeste.rulebook.check import check

ROOT = Path(__file__).parents[2]
RULEBOOK = ROOT / "rulebook"


class Texts(dict):
    """The texts of a rulebook folder, too long to be shown when a test fails."""

    def __repr__(self):
        """Return how many files there are."""
        return f"<{len(self)} files>"


@pytest.fixture(scope="session")
def original_texts():
    """The texts of the rulebook folder; nobody changes them."""
    return Texts(
        (path.relative_to(RULEBOOK).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(RULEBOOK.rglob("*.yaml"))
    )


@pytest.fixture
def texts(original_texts):
    """The texts of the rulebook folder, for the test to spoil."""
    return dict(original_texts)


@pytest.fixture(scope="session")
def book(original_texts):
    """The real rulebook, sound."""
    checked = check(original_texts)
    assert checked.rulebook is not None, "\n".join(map(str, checked.problems))
    return checked.rulebook


@pytest.fixture(scope="session")
def standards():
    """The folder of official material, which is never part of the project."""
    named = os.environ.get("FOTFESTE_STANDARDS")
    return Path(named) if named else ROOT / "../shared/standards"


@pytest.fixture(scope="session")
def laws(standards):
    """The acts as Lovdata's open data, by the number of the act."""
    folder = standards / "laws"
    if not folder.is_dir():
        pytest.skip("The acts are not here: set FOTFESTE_STANDARDS to their folder")
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}


@pytest.fixture(scope="session")
def sources(standards):
    """The five source texts, which are never copied."""
    folder = standards / "../mission/sources"
    if not folder.is_dir():
        pytest.skip("The source texts are not beside FOTFESTE_STANDARDS")
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*")}

"""The rulebook as the server reads it, and the acts it cites."""

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


@pytest.fixture
def line_of():
    """Find the line (from 1) on which a fragment begins; it must stand once."""

    def find(text, fragment):
        assert text.count(fragment) == 1, fragment
        return text[: text.index(fragment)].count("\n") + 1

    return find


@pytest.fixture
def spoiled():
    """Change one thing in one file, which must stand there once."""

    def change(texts, file, old, new):
        assert texts[file].count(old) == 1, f"«{old}» stands in {file} not exactly once"
        return {**texts, file: texts[file].replace(old, new)}

    return change


@pytest.fixture
def the_problem():
    """Find the problem at a place; fails unless the check says it helpfully."""

    def find(texts, file, line):
        checked = check(texts)
        assert checked.rulebook is None
        found = [p for p in checked.problems if (p.file, p.line) == (file, line)]
        assert found, "\n".join(map(str, checked.problems))
        assert all(problem.what.strip() and problem.todo.strip() for problem in found)
        return found[0]

    return find

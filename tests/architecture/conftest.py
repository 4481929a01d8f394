"""The source as the architecture tests read it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "fotfeste"


@pytest.fixture(scope="session")
def root():
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def source():
    """The folder of the program."""
    return SOURCE


@pytest.fixture(scope="session")
def trees():
    """Every Python file of the program, parsed, by its path in the package."""
    return {
        file.relative_to(SOURCE).as_posix(): ast.parse(file.read_text(encoding="utf-8"))
        for file in sorted(SOURCE.rglob("*.py"))
    }


@pytest.fixture(scope="session")
def procedure_classes(trees):
    """Every class of commands, events and stages, with its file."""
    return [
        (file, node)
        for file, tree in trees.items()
        if file.startswith("procedures/")
        and file.endswith(("/commands.py", "/events.py", "/stages.py"))
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    ]

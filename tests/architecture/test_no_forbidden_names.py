"""A function without a home is a concept without a name; and no words that hurt."""

import re
import subprocess

import pytest

_HOMELESS = {
    "utils", "util", "helpers", "helper", "common", "core", "services", "managers",
    "mixins", "misc", "base",
}  # fmt: skip
_ALLOWED = {"config/settings/base.py"}
_HURTS = "misbruk"
_MACHINE = re.compile(r"/(?:work|home|Users|root)/[a-z]")
_TEXT = {
    ".py",
    ".yaml",
    ".html",
    ".typ",
    ".sql",
    ".md",
    ".toml",
    ".sh",
    ".css",
    ".json",
}


@pytest.fixture(scope="module")
def texts(root):
    """Every file that git keeps or would keep, as text, by its path."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("This is no git repository")
    files = [root / name for name in listed.stdout.splitlines()]
    return {
        file.relative_to(root).as_posix(): file.read_text(encoding="utf-8")
        for file in files
        if file.is_file() and (file.suffix in _TEXT or file.name == "Makefile")
    }


def test_no_module_has_a_name_that_says_nothing(trees):
    homeless = {
        file
        for file in trees
        for part in file.removesuffix(".py").split("/")
        if part in _HOMELESS
    }
    assert homeless == _ALLOWED


def test_nobody_is_called_an_abuser(texts):
    # Acts are cited by number: no text of ours needs the word. Tests look for it.
    said = {n for n, text in texts.items() if _HURTS in text.lower()}
    assert {name for name in said if not name.startswith("tests/")} == set()


def test_no_file_knows_whose_machine_it_was_written_on(texts):
    assert [name for name, text in texts.items() if _MACHINE.search(text)] == []

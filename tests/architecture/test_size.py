"""Small files and short functions: a budget, and the reason for each exception."""

import ast
from statistics import median, quantiles

LONGEST_FILE, LARGE_FILE, MIDDLE_FILE = 400, 290, 90
LONGEST_FUNCTION, LARGE_FUNCTION, MIDDLE_FUNCTION = 60, 35, 10

FILES: dict[str, str] = {}
"""Longer files, and why: none."""

FUNCTIONS = {
    "letters/compose/application.py acknowledgement": "a letter from top to bottom",
}
"""Longer functions, and why."""


def _lengths(source):
    return {
        file.relative_to(source).as_posix(): len(
            file.read_text(encoding="utf-8").splitlines()
        )
        for file in source.rglob("*.py")
        if "migrations" not in file.parts and file.stat().st_size
    }


def _functions(trees):
    return {
        f"{file} {node.name}": node.end_lineno - node.lineno + 1
        for file, tree in trees.items()
        if "migrations/" not in file
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_no_file_is_longer_than_can_be_held_in_mind(source):
    too_long = {file for file, n in _lengths(source).items() if n > LONGEST_FILE}
    assert too_long == set(FILES), "split it, or give the reason; take away what is not"


def test_files_are_small_as_a_rule(source):
    assert median(_lengths(source).values()) <= MIDDLE_FILE


def test_few_files_are_large(source):
    assert quantiles(_lengths(source).values(), n=20)[-1] <= LARGE_FILE


def test_no_function_is_longer_than_a_screen(trees):
    too_long = {name for name, n in _functions(trees).items() if n > LONGEST_FUNCTION}
    assert too_long == set(FUNCTIONS)


def test_functions_are_short_as_a_rule(trees):
    lengths = list(_functions(trees).values())
    assert median(lengths) <= MIDDLE_FUNCTION
    assert quantiles(lengths, n=20)[-1] <= LARGE_FUNCTION


def test_every_exception_has_a_reason():
    assert all([*FILES.values(), *FUNCTIONS.values()])

"""Law, rulebook and procedures read no clock, no file and no setting."""

import ast

import pytest

_PURE = ("law/", "rulebook/", "procedures/")
_READS = {
    "open", "print", "input", "eval", "exec", "breakpoint", "now", "today", "utcnow",
    "localdate", "time_ns", "monotonic", "perf_counter", "read_text", "read_bytes",
    "write_text", "write_bytes", "getenv", "uuid1", "uuid4", "uuid7", "urandom",
}  # fmt: skip
_WORLD = {
    "asyncio", "django", "http", "io", "logging", "multiprocessing", "os", "pathlib",
    "psycopg", "random", "requests", "secrets", "shutil", "socket", "sqlite3",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib", "zoneinfo",
}  # fmt: skip


@pytest.fixture(scope="module")
def pure(trees):
    """The modules that know nothing of the world."""
    found = {file: tree for file, tree in trees.items() if file.startswith(_PURE)}
    assert len(found) > 40
    return found


def test_nothing_is_read_from_the_world(pure):
    reads = [
        f"{file}:{node.lineno}: {name}"
        for file, tree in pure.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and (name := _called(node)) in _READS
    ]
    assert reads == []


def test_nothing_of_the_world_is_imported(pure):
    imports = [
        f"{file}:{node.lineno}: {name}"
        for file, tree in pure.items()
        for node in ast.walk(tree)
        for name in _imported(node)
        if name.split(".")[0] in _WORLD
    ]
    assert imports == []


def test_nothing_is_kept_between_calls(pure):
    kept = [
        f"{file}:{node.lineno}"
        for file, tree in pure.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Global | ast.Nonlocal)
    ]
    assert kept == []


def test_imports_stand_at_the_top(trees):
    inside = [
        f"{file}:{node.lineno}"
        for file, tree in trees.items()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        and not file.startswith(_BEFORE_DJANGO)
    ]
    assert inside == []


_BEFORE_DJANGO = ("config/", "demo/")
"""The command line sets Django up first, and imports what needs it after."""


def _called(node):
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _imported(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return []

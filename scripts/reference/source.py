"""The source as written: its modules, and what a name in one of them means."""

import ast
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "fotfeste"
PROCEDURES = "fotfeste.procedures."

Function = ast.FunctionDef


@dataclass
class Module:
    """One file: its full name, its place, its tree, and what its names stand for."""

    name: str
    path: str
    tree: ast.Module
    names: dict[str, str] = field(default_factory=dict)

    def meant(self, node: ast.AST) -> str:
        """Return the full name of what the expression names, or nothing."""
        if isinstance(node, ast.Name):
            return self.names.get(node.id, "")
        if isinstance(node, ast.Attribute):
            inner = self.meant(node.value)
            return f"{inner}.{node.attr}" if inner else ""
        return ""


@lru_cache(maxsize=1)
def modules() -> dict[str, Module]:
    """Return every module of the program by its full name."""
    found = {}
    for file in sorted(SOURCE.rglob("*.py")):
        path = file.relative_to(SOURCE.parent)
        name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        tree = ast.parse(file.read_text(encoding="utf-8"))
        found[name] = Module(name, f"src/{path.as_posix()}", tree, _names(name, tree))
    return found


def in_procedures() -> list[Module]:
    """Return the modules of the procedures."""
    return [m for name, m in modules().items() if name.startswith(PROCEDURES)]


def functions(module: Module) -> list[tuple[str, Function]]:
    """Return the module's functions and methods, each with its full name."""
    found = []
    for node in module.tree.body:
        if isinstance(node, Function):
            found.append((f"{module.name}.{node.name}", node))
        elif isinstance(node, ast.ClassDef):
            found += [
                (f"{module.name}.{node.name}.{inner.name}", inner)
                for inner in node.body
                if isinstance(inner, Function)
            ]
    return found


def constants(module: Module) -> list[tuple[str, ast.expr]]:
    """Return what the module keeps under a name, each with its full name."""
    found = []
    for node in module.tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        value = getattr(node, "value", None)
        for target in targets:
            if isinstance(target, ast.Name) and value is not None:
                found.append((f"{module.name}.{target.id}", value))
    return found


def locals_of(function: Function) -> frozenset[str]:
    """Return the names that the function keeps for itself."""
    kept: set[str] = set()
    for node in ast.walk(function):
        match node:
            case ast.arg(arg=name) | ast.MatchAs(name=str(name)):
                kept.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                kept.add(name)
            case _:
                pass
    return frozenset(kept)


def without_docstring(node: Function) -> list[ast.stmt]:
    """Return what the function does."""
    return node.body[1:] if ast.get_docstring(node) else node.body


def _names(module: str, tree: ast.Module) -> dict[str, str]:
    names: dict[str, str] = {}
    for node in tree.body:
        match node:
            case ast.ImportFrom(module=str(origin), names=imported):
                for alias in imported:
                    names[alias.asname or alias.name] = f"{origin}.{alias.name}"
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names[name] = f"{module}.{name}"
            case ast.Assign(targets=[ast.Name(id=name)]):
                names[name] = f"{module}.{name}"
            case ast.AnnAssign(target=ast.Name(id=name)):
                names[name] = f"{module}.{name}"
            case _:
                pass
    return names

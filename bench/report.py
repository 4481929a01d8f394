"""The results, for machines and for readers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from bench.figures import Figure

OTHERS = "share_of_cores_used_by_others_before"
QUIET = 0.1
FOLDER = Path(__file__).resolve().parent


def write(machine: Mapping[str, object], figures: Sequence[Figure]) -> str:
    """Write `results.json` and `results.md`, and return the table."""
    told = {
        "machine": machine,
        "figures": [
            {**asdict(figure), "reached": figure.reached} for figure in figures
        ],
    }
    text = json.dumps(told, ensure_ascii=False, indent=2)
    (FOLDER / "results.json").write_text(f"{text}\n", encoding="utf-8")
    table = _table(figures)
    parts = ["# Measured", _machine(machine), table, *_notes(figures)]
    (FOLDER / "results.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return table


def _table(figures: Sequence[Figure]) -> str:
    lines = ["| figure | measured | target | reached |", "| --- | ---: | ---: | --- |"]
    lines += [
        f"| {figure.name} | {figure.value:g} {figure.unit} | {_target(figure)}"
        f" | {_reached(figure)} |"
        for figure in figures
    ]
    return "\n".join(lines)


def _target(figure: Figure) -> str:
    if figure.target is None:
        return "–"
    return f"{figure.sense} {figure.target:g}"


def _reached(figure: Figure) -> str:
    return {True: "yes", False: "**no**", None: "–"}[figure.reached]


def _machine(machine: Mapping[str, object]) -> str:
    return "\n".join(f"- {key}: {value}" for key, value in machine.items())


def _notes(figures: Sequence[Figure]) -> list[str]:
    return [_note(figure) for figure in figures]


def _note(figure: Figure) -> str:
    lines = [f"## {figure.name}", "", f"{figure.how[0].upper()}{figure.how[1:]}."]
    if figure.reached is False:
        lines += ["", f"Not reached. What limits it: {figure.limit}."]
    others = figure.details.get(OTHERS, 0)
    if isinstance(others, float) and others > QUIET:
        lines += [
            "",
            f"Others used {others:.0%} of the cores: measure again when quiet.",
        ]
    lines += ["", *(f"- {name}: {value}" for name, value in figure.details.items())]
    return "\n".join(lines).rstrip()

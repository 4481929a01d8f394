"""Markdown as the pages of the reference write it."""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date

from scripts.reference.wording import t

from fotfeste.law.norwegian import day

WIDTH = 100


def page(title: str, *parts: str) -> str:
    """Return a page, with a line that says where it comes from."""
    made = f"<!-- {t('made').replace('`', '')} -->"
    return "\n\n".join([made, f"# {title}", *filter(None, parts)]) + "\n"


def heading(text: str, level: int = 2) -> str:
    """Return a heading."""
    return f"{'#' * level} {text}"


def prose(text: str) -> str:
    """Return a paragraph in lines of the usual width."""
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def points(lines: Iterable[str]) -> str:
    """Return a list."""
    return "\n".join(f"- {line}" for line in lines)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(c) for c in line)} |" for line in lines)


def link(text: str, target: str) -> str:
    """Return a link."""
    return f"[{text}]({target})"


def code(text: str) -> str:
    """Return a name as the code writes it."""
    return f"`{text}`"


def dates(start: date | None, end: date | None) -> str:
    """Return from when, and to when if there is an end."""
    if start is None:
        return t("act.not_yet")
    if end is None:
        return t("act.from_on", start=day(start))
    return t("act.from_to", start=day(start), end=day(end))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")

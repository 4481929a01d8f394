"""All pages of the reference, and the one that leads to them."""

from functools import lru_cache

from scripts.reference import markdown as md
from scripts.reference.act_pages import (
    act_pages,
    anchor,
    laws,
    name_of,
    places,
)
from scripts.reference.acts import library
from scripts.reference.clock_page import clock_name, clock_page, given_clocks
from scripts.reference.commands import packages
from scripts.reference.procedure_pages import procedure_pages
from scripts.reference.refusal_page import refusal_page
from scripts.reference.source import ROOT
from scripts.reference.wording import t

FOLDER = ROOT / "docs" / "reference"
BY_HAND = frozenset({"rulebook.md"})
"""What stands in the folder and is not made here."""


@lru_cache(maxsize=1)
def pages() -> dict[str, str]:
    """Return every page by its file, as it should be."""
    return {
        "README.md": _start(),
        **act_pages(),
        **clock_page(),
        **procedure_pages(),
        **refusal_page(),
    }


def written() -> dict[str, str]:
    """Return every page by its file, as it is."""
    return {
        name: file.read_text(encoding="utf-8")
        for file in sorted(FOLDER.rglob("*.md"))
        if (name := file.relative_to(FOLDER).as_posix()) not in BY_HAND
    }


def _start() -> str:
    first = [
        md.link(t("start.clocks"), "clocks.md"),
        md.link(t("start.refusals"), "refusals.md"),
        md.link(t("start.not_automated"), "../explanation/not-automated.md"),
        md.link(t("start.rulebook"), "rulebook.md"),
    ]
    procedures = [md.link(t(f"packages.{p}"), f"procedures/{p}.md") for p in packages()]
    clocks = [f"{clock_name(term)} {md.code(term)}" for term in sorted(given_clocks())]
    return md.page(
        t("start.title"),
        md.prose(t("start.lead")),
        md.points(first),
        md.heading(t("start.procedures")),
        md.points(procedures),
        md.heading(t("start.laws")),
        md.prose(t("start.laws_lead")),
        md.prose(t("start.uncited")),
        md.points(_law(law) for law in laws()),
        md.heading(t("start.all_clocks")),
        md.points(clocks),
    )


def _law(law: str) -> str:
    links = [
        md.link(f"§ {place[1]}", anchor(place)) + ("" if _has_text(place) else "*")
        for place in places()
        if place[0] == law
    ]
    return f"{md.link(name_of(law), f'law/{law}.md')} ({law}): {', '.join(links)}"


def _has_text(place: tuple[str, str]) -> bool:
    paragraph = library().paragraphs.get(place)
    return bool(paragraph and (paragraph.rules or paragraph.holidays))

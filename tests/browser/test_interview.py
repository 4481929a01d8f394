"""The mapping interview on a tablet in a kitchen: drawn together, and easy to read."""

from itertools import cycle
from typing import get_args

import pytest
from tests.browser.desk import open_case_of
from tests.browser.people import People, Visitor

from fotfeste.procedures.interview import Closeness, Quality, Sector

pytestmark = pytest.mark.browser

NAMES = (
    "Mamma", "Ola Nordmann", "Kontaktperson på Nav", "Fetter", "Naboen i andre etasje",
    "Line", "Trener i fotballklubben", "Fastlegen", "Bestemor", "Jan-Erik",
    "Psykolog DPS", "Wilhelmine Møller",
)  # fmt: skip
# Texts that have more than a pixel in common: the line above and below may just touch.
_OVERLAPS = """() => {
    const texts = [...document.querySelectorAll('.ff-network > svg text')];
    const boxes = texts.map(one => [one.textContent, one.getBoundingClientRect()]);
    return boxes.flatMap(([name, a], n) => boxes.slice(n + 1).filter(([, b]) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 3
    ).map(([other]) => `${name} × ${other}`));
}"""
_SMALLEST = """() => Math.min(...[...document.querySelectorAll(
    '.ff-network > svg text')].map(one => one.getBoundingClientRect().height))"""


def test_twelve_are_drawn_and_none_is_in_anothers_way(
    people: People, width: int
) -> None:
    kari = people.employee("Kari", "raelingen", width)
    open_case_of(kari, "raelingen", "Ole")
    kari.follow("Skriv inn samtalen")
    kari.page.get_by_label("Bolig").fill("Leier et rom.")
    for _ in range(2):
        kari.press("Legg til flere")
    everywhere = zip(
        cycle(get_args(Sector)), cycle(get_args(Closeness)), cycle(get_args(Quality))
    )
    for row, (name, where) in enumerate(zip(NAMES, everywhere, strict=False)):
        _fill_in(kari, row, name, where)
    kari.press("Tegn kartet")
    assert kari.page.locator(".ff-network > svg text").count() > len(NAMES)
    assert kari.page.evaluate(_OVERLAPS) == []
    assert kari.page.evaluate(_SMALLEST) >= 11
    assert kari.page.get_by_label("Bolig").input_value() == "Leier et rom."
    kari.press("Lagre samtalen")
    kari.sees("Se over dette")


def test_the_person_reads_the_interview_and_corrects_it(
    people: People, width: int
) -> None:
    per = people.citizen("per", width)
    per.go("/eksempel/mine-saker/")
    per.page.locator("article a").last.click()
    case = per.page.url
    per.follow("Les det som ble skrevet i samtalen, og rett det hvis noe er feil")
    per.sees("Leier to rom.", "Det er en indikasjon.", "Venn fra gamle dager")
    assert per.page.evaluate(_OVERLAPS) == []
    per.follow("Rett noe i samtalen")
    per.press("Send")
    per.sees("Se over dette")
    per.page.get_by_label("Bolig").check()
    per.page.get_by_role("textbox").last.fill("Jeg leier ett rom.")
    per.press("Send")
    per.go(f"{case}samtale/")
    per.sees("Leier to rom.", "Jeg leier ett rom.")


def _fill_in(who: Visitor, row: int, name: str, where: tuple[object, ...]) -> None:
    who.page.locator(f"[name='network.{row}.who']").fill(name)
    for part, value in zip(("sector", "closeness", "quality"), where, strict=True):
        field = who.page.locator(f"[name='network.{row}.{part}']")
        field.select_option(str(value))

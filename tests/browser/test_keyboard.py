"""Applying without a mouse: Tab, Space and Enter, and one sees where one is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from tests.browser.applying import reference_on
from tests.browser.people import People

pytestmark = pytest.mark.browser

_FOCUS = """() => {
    const one = document.activeElement, style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const label = one.labels && one.labels[0] ? one.labels[0].innerText : '';
    return {
        tag: one.tagName, type: one.type || '', text: label || one.innerText.trim(),
        marked: style.outlineStyle !== 'none' && style.outlineWidth !== '0px'
            || style.boxShadow !== 'none',
        shown: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0
            && box.top < innerHeight,
    };
}"""
Stop = dict[str, str | bool]


def test_one_applies_with_the_keyboard_alone(people: People, width: int) -> None:
    nora = people.nobody(width)
    page, keys = nora.page, nora.page.keyboard
    nora.go("/raelingen/")
    keys.press("Tab")
    assert _focus(page)["text"] == "Gå til innholdet"
    keys.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innhold"
    _enter(page, "Søk om hjelp")
    nora.look()
    _enter(page, "Bli Nora Testdatter")
    nora.look()
    _enter(page, "Begynn")
    _enter(page, "Lagre og gå videre")
    _tab_to(page, lambda stop: stop["type"] == "checkbox")
    keys.press("Space")
    _enter(page, "Lagre og gå videre")
    for _ in range(3):
        _tab_to(page, lambda stop: stop["tag"] == "TEXTAREA")
        keys.type("Jeg skriver med tastene.")
        _enter(page, "Lagre og gå videre")
    _tab_to(page, lambda stop: stop["type"] == "radio")
    keys.press("Space")
    _enter(page, "Lagre og gå videre")
    _tab_to(page, lambda stop: stop["type"] == "tel")
    keys.type("99 99 99 99")
    _enter(page, "Lagre og gå videre")
    _enter(page, "Lagre og gå videre")  # nothing of children
    _tab_to(page, lambda stop: stop["type"] == "text")
    # Enter in a field sends the form, as everywhere.
    with page.expect_navigation():
        keys.press("Enter")
    _tab_to(page, lambda stop: stop["type"] == "checkbox")
    keys.press("Space")
    _enter(page, "Lagre og gå videre")
    nora.look()
    nora.sees("Jeg skriver med tastene.", "99 99 99 99", "Jeg bor i kommunen")
    _enter(page, "Send søknaden")
    nora.look()
    assert reference_on(nora)


def _enter(page: Page, text: str) -> None:
    """Tab to the link or button that is called so, and press Enter."""
    _tab_to(page, lambda stop: stop["tag"] in ("A", "BUTTON") and stop["text"] == text)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _tab_to(page: Page, wanted: Callable[[Stop], bool]) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        stop = _focus(page)
        assert stop["marked"], f"No mark of focus on {stop} of {page.url}"
        assert stop["shown"], f"The focus is out of sight: {stop} of {page.url}"
        if wanted(stop):
            return
    raise AssertionError(f"Not reached with Tab on {page.url}")


def _focus(page: Page) -> Stop:
    found: Stop = page.evaluate(_FOCUS)
    return found

"""The faces of a page: how it is seen by people who set their machine differently."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override
from playwright.sync_api import Page
from tests.browser.look import PHONE, faults_of_access
from tests.browser.people import People, Visitor

HEIGHT = 568
SHORT_NAMES = "Per Oppdiktet|Nora Testdatter|Kari Saksbehandler|Eksempel|Enebakk"
LONG_NAME = "Wilhelmine-Alexandrina Hubertusdatter-Konstantinopolitanskaya"
NAMED = {
    "button", "checkbox", "combobox", "Date", "DisclosureTriangle", "heading", "link",
    "progressbar", "radio", "searchbox", "textbox",
}  # fmt: skip
"""What has a name in the accessibility tree, by role."""

_LOOK = Path(__file__).with_name("faces.js").read_text(encoding="utf-8")
_DOUBLE = "html { font-size: %spx !important; }"
_SIZE = "2 * parseFloat(getComputedStyle(document.documentElement).fontSize)"
_RENAME = """([names, long]) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        texts.currentNode.data = texts.currentNode.data.replace(new RegExp(names, 'g'), long);
    }
}"""
_PARTS = """() => [...document.querySelectorAll('*')].map(one => [
    one.tagName, one.className, one.type, one.getAttribute('aria-invalid')
].join())"""
_SPOIL = """() => {
    for (const one of document.querySelectorAll('main form[method=post] [name]')) {
        one.removeAttribute('maxlength');
        if (one.type === 'radio' || one.type === 'checkbox') {
            one.value = 'finnes-ikke';
            one.checked = true;
        } else if (!['hidden', 'date', 'file', 'submit'].includes(one.type)) {
            one.value = 'et svært langt ord, '.repeat(600);
        }
    }
}"""


@dataclass(frozen=True)
class Face:
    """A way of seeing the pages.

    options:  what the browser is told.
    thorough: whether axe and the names are asked of every page, and not only of those
              that have parts that no page before had.
    """

    width: int = PHONE
    options: dict[str, Any] = field(default_factory=dict)
    doubled: bool = False
    long_names: bool = False
    thorough: bool = False

    def has(self, option: str) -> bool:
        """Test that the browser is told of the option."""
        return option in self.options


FACES = {
    "small": Face(320, thorough=True),
    "dark": Face(options={"color_scheme": "dark"}),
    "forced-colours": Face(options={"forced_colors": "active"}),
    "large-text": Face(640, {"bypass_csp": True}, doubled=True),
    "still-with-long-names": Face(320, {"reduced_motion": "reduce"}, long_names=True),
    "no-scripts": Face(320, {"java_script_enabled": False}),
}


@dataclass
class Looks:
    """What has been seen of the pages with one face, and what was wrong."""

    people: People
    face: Face
    faults: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    _parts: set[str] = field(default_factory=set)

    def of(self, key: str) -> "Look":
        """Return the looks of a made-up person."""
        visitor = self.people.citizen(key, PHONE, **self.face.options)
        visitor.page.set_viewport_size({"width": self.face.width, "height": HEIGHT})
        return Look(self, visitor)

    def are_new_on(self, page: Page) -> bool:
        """Test that the page has a part that no page before had."""
        new = set(page.evaluate(_PARTS)) - self._parts
        self._parts |= new
        return bool(new)


@dataclass
class Look:
    """Somebody who goes from page to page and notes what is wrong."""

    all: Looks
    visitor: Visitor

    @property
    def page(self) -> Page:
        """Return the page that is open."""
        return self.visitor.page

    def open(self, *paths: str, status: int = 200) -> None:
        """Open every address, and look at the page."""
        for path in paths:
            self.page.goto(path)
            self.look(status)

    def press(self, text: str = "") -> None:
        """Press the last button that is called so, without looking."""
        buttons = self.page.locator("main button[type=submit]", has_text=text)
        with self.page.expect_navigation():
            buttons.last.click()

    def open_and_err(self, path: str) -> None:
        """Open a form, then send what it cannot take, and look both times."""
        self.open(path)
        assert urlsplit(self.page.url).path == path, f"{path} led to {self.page.url}"
        self.page.evaluate(_SPOIL)
        self.press()
        assert self.page.get_by_role("alert").count(), f"{path} took anything"
        self.look()

    def look(self, status: int = 200) -> None:
        """Note everything that is wrong with the page, and which page it is."""
        page, face = self.page, self.all.face
        where = urlsplit(page.url).path
        told = self.visitor.complaints
        assert told.status == status, f"{where} was answered {told.status}"
        assert told.told == [], where
        try:
            with override(get_language_from_path(where) or "nb"):
                self.all.names.add(str(resolve(where).url_name))
        except Resolver404:
            assert status == 404
        if face.doubled:
            page.add_style_tag(content=_DOUBLE % page.evaluate(_SIZE))
        if face.long_names:
            page.evaluate(_RENAME, [SHORT_NAMES, LONG_NAME])
        for fault in self._wrong():
            self.all.faults[f"{where}: {fault}"] += 1

    def _wrong(self) -> list[str]:
        page, face = self.page, self.all.face
        page.keyboard.press("Tab")  # from here on, the focus is the keyboard's
        flags = {
            "forced": face.has("forced_colors"),
            "still": face.has("reduced_motion"),
        }
        found: list[str] = page.evaluate(_LOOK, flags)
        if face.thorough or self.all.are_new_on(page):
            found += nameless(page)
            # The check is itself a script.
            if not face.has("java_script_enabled"):
                found += faults_of_access(page)
        return found


def nameless(page: Page) -> list[str]:
    """Return what has no name in the accessibility tree, or a fault nobody is told."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    # Before anything is sent, Chromium calls what must be chosen invalid of itself.
    sent = page.locator("[aria-invalid=true]").count() > 0
    found = []
    for node in nodes:
        role, name = _value(node, "role"), _value(node, "name").strip()
        if node["ignored"] or role not in NAMED:
            continue
        if not name:
            found.append(f"{role} has no name")
        states = {one["name"]: _value(one, "value") for one in node["properties"]}
        wrong = sent and states.get("invalid") == "true"
        if wrong and not _explained(node, by_id):
            found.append(f"{role} «{name}» does not tell its fault")
    return found


def _explained(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> bool:
    """Test that the field, or the group it is in, has a description."""
    around: dict[str, Any] | None = node
    while around is not None:
        if _value(around, "description"):
            return True
        around = by_id.get(around.get("parentId", ""))
    return False


def _value(node: dict[str, Any], key: str) -> str:
    return str(node.get(key, {}).get("value", ""))

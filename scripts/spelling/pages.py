"""The texts of the templates and of the Norwegian pages in docs."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from scripts.spelling.plain import plain
from scripts.spelling.text import Text

_READ = {"alt", "aria-label", "placeholder", "title"}
_IN_A_SENTENCE = {"a", "abbr", "b", "br", "em", "i", "span", "strong", "time"}
_UNREAD = {"script", "style"}
_UNREAD_IN_TEMPLATE = re.compile(
    r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|\bff-[\w-]+", re.DOTALL
)
"""What is Django's, and the classes that a page hands to the page it extends."""
_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_MADE = "docs/reference/"
"""Made of other texts, which are measured where they are written."""


def in_templates(root: Path) -> Iterator[Text]:
    """Yield the text between the tags, and in the attributes that are read."""
    for file in sorted(root.glob("src/fotfeste/*/templates/**/*.html")):
        name = file.relative_to(root).as_posix()
        for line, text in _Reader(file.read_text(encoding="utf-8")).found:
            yield Text(name, f"line {line}", "nb", text, (name,))


class _Reader(HTMLParser):
    """Reads one template, a block at a time."""

    def __init__(self, template: str) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._block: list[str] = []
        self._line = 1
        self._inside = ""
        self.feed(_UNREAD_IN_TEMPLATE.sub(_as_many_lines, template))
        self.close()
        self._end_block()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """End the block, unless the tag stands in a sentence."""
        self._inside = tag
        if tag not in _IN_A_SENTENCE:
            self._end_block()
        for name, value in attrs:
            if name in _READ and value and plain(value):
                self.found.append((self.getpos()[0], plain(value)))

    def handle_endtag(self, tag: str) -> None:
        """End the block, unless the tag stands in a sentence."""
        self._inside = ""
        if tag not in _IN_A_SENTENCE:
            self._end_block()

    def handle_data(self, data: str) -> None:
        """Take what is read."""
        if self._inside in _UNREAD:
            return
        if data.strip() or self._block:
            if not self._block:
                before = data[: len(data) - len(data.lstrip())]
                self._line = self.getpos()[0] + before.count("\n")
            self._block.append(data)

    def _end_block(self) -> None:
        text = plain("".join(self._block))
        if text:
            self.found.append((self._line, text))
        self._block = []


def _as_many_lines(tag: re.Match[str]) -> str:
    return " " + "\n" * tag[0].count("\n")


def in_docs(root: Path) -> Iterator[Text]:
    """Yield the paragraphs of the pages that are in Norwegian."""
    for file in sorted(root.glob("docs/**/*.md")):
        page = _FENCED.sub("", file.read_text(encoding="utf-8"))
        if page.count(" og ") <= page.count(" and "):
            continue
        name = file.relative_to(root).as_posix()
        pages = () if name.startswith(_MADE) else (name,)
        for block in re.split(r"\n\s*\n|\n(?=- |\|)|(?<=\S) \|", page):
            text = plain(re.sub(r"[*#|\[]|^- ", "", block.strip()))
            if text:
                yield Text(name, text[:40], "nb", text, pages)

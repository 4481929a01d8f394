"""Finding every text that people read: in templates, code, letters and the rulebook."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

from fotfeste.office.installation import rulebook_in
from fotfeste.rulebook import languages

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "fotfeste"
RULEBOOK = ROOT / "rulebook"
TEXT_FILES = ("letters/texts/nb.yaml", "web/texts/refusals.nb.yaml")
"""Files whose every value is a text, but for the ids in them."""

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}


def of_program() -> Catalog:
    """Return the texts of the program: pages, forms, refusals and letters."""
    catalog = Catalog(charset="utf-8")
    for file in sorted((*SOURCE.rglob("*.html"), *SOURCE.rglob("*.py"))):
        name = file.relative_to(SOURCE).as_posix()
        for message, context in _in_code(file):
            catalog.add(message, locations=[(name, 0)], context=context)
    for name in TEXT_FILES:
        read = yaml.safe_load((SOURCE / name).read_text(encoding="utf-8"))
        for text in _values(read):
            catalog.add(text, locations=[(name, 0)])
    return catalog


def of_rulebook() -> Catalog:
    """Return the texts of the rulebook: what the nation and each municipality says."""
    catalog = Catalog(charset="utf-8")
    for text in languages.texts(rulebook_in(RULEBOOK)):
        catalog.add(text)
    return catalog


def _in_code(file: Path) -> Iterator[tuple[Any, str | None]]:
    """Yield the texts that are marked in a file, with the context of each."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        # What is left is read as Python, to which the first column means something.
        text = "\n".join(line.strip() for line in templatize(text).splitlines())
    source = io.BytesIO(text.encode())
    for _, message, _, context in extract("python", source, KEYWORDS):
        yield message, context


def _values(read: Any) -> Iterator[str]:
    """Yield the texts of a file of texts, without the ids of their sections."""
    match read:
        case dict():
            for key, value in read.items():
                if key != "id":
                    yield from _values(value)
        case list():
            for value in read:
                yield from _values(value)
        case str() if read:
            yield read
        case _:
            return

"""A letter as PDF/A-2a and PDF/UA-1 at once: tagged, with its fonts inside."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Literal
from unicodedata import category

import msgspec
import typst
from django.utils import translation

from fotfeste.letters.compose.documents import Document
from fotfeste.letters.content import Letter
from fotfeste.letters.wording import day

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
_SIGNS = frozenset({"So", "Sk", "Cn", "Co", "Cc", "Cf", "Mn"})
_LATIN = 0x250
_CONTROL = re.compile(r"\\u00(?:0[0-8bcef]|1[0-9a-f]|7f)")
_lock = Lock()


def pdf(letter: Letter, bundle: tuple[Document, ...] = ()) -> bytes:
    """Return the letter as a PDF, with the documents of a bundle behind it."""
    return filled("letter.typ", shown(letter, bundle))


def shown(letter: Letter, bundle: tuple[Document, ...]) -> dict[str, object]:
    """Return what a template is told of a letter and its bundle."""
    content = msgspec.to_builtins(letter)
    with translation.override(letter.language):
        content["on"] = day(letter.on)
    return {"letter": content, "bundle": msgspec.to_builtins(bundle)}


def filled(template: str, whole: dict[str, object]) -> bytes:
    """Return the template filled in, as a PDF.

    What people wrote goes in as data and is never read as markup. One at a time: the
    compiler keeps fonts and template in memory between letters.
    """
    data = json.dumps(whole, ensure_ascii=False)
    *tries, last = (data, *_without_signs(data))
    for said in tries:
        try:
            return compiled(template, said)
        except typst.TypstError as error:
            if "could not be displayed" not in str(error):
                raise
    return compiled(template, last)


def _without_signs(data: str) -> Iterator[str]:
    """Yield the text with signs that no font has as «?»: first symbols, then all else.

    A letter must not fail to be made because of an emoji: then no period would begin
    (fvl § 27). The page shows every sign; so does the log.
    """
    plain = _CONTROL.sub("?", data)
    yield "".join("?" if category(sign) in _SIGNS else sign for sign in plain)
    yield "".join(sign if ord(sign) < _LATIN else "?" for sign in plain)


def compiled(template: str, data: str) -> bytes:
    """Return the template filled in with the data, a JSON text, as a PDF."""
    with _lock:
        made = _compiler(template).compile(
            format="pdf", sys_inputs={"data": data}, pdf_standards=[*STANDARDS]
        )
    if not isinstance(made, bytes):
        raise TypeError("A letter is one document")
    return made


@lru_cache
def _compiler(template: str) -> typst.Compiler:
    package = Path(str(files("fotfeste.letters")))
    return typst.Compiler(
        input=package / template,
        root=package,
        font_paths=[package / "fonts"],
        ignore_system_fonts=True,
    )

"""A letter as PDF/A-2a and PDF/UA-1 at once: tagged, with its fonts inside."""

import json
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Literal

import msgspec
import typst

from fotfeste.letters.compose.documents import Document
from fotfeste.letters.content import Letter
from fotfeste.letters.wording import day

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
_lock = Lock()


def pdf(letter: Letter, bundle: tuple[Document, ...] = ()) -> bytes:
    """Return the letter as a PDF, with the documents of a bundle behind it.

    What people wrote goes in as data and is never read as markup. One at a time: the
    compiler keeps fonts and template in memory between letters.
    """
    content = msgspec.to_builtins(letter)
    content["on"] = day(letter.on, letter.language)
    data = json.dumps({"letter": content, "bundle": msgspec.to_builtins(bundle)})
    with _lock:
        made = _compiler().compile(
            format="pdf", sys_inputs={"data": data}, pdf_standards=[*STANDARDS]
        )
    if not isinstance(made, bytes):
        raise TypeError("A letter is one document")
    return made


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    package = Path(str(files("fotfeste.letters")))
    return typst.Compiler(
        input=package / "letter.typ",
        root=package,
        font_paths=[package / "fonts"],
        ignore_system_fonts=True,
    )

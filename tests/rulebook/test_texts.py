"""What people read: easy, kind, and in our own words."""

import re

import msgspec
import pytest
from scripts.spelling.lix import ended, lix

# What a jurist or a program reads, and names, which are as long as they are.
_NO_PROSE = {
    "id", "name", "source", "service", "address", "phone", "basis", "law", "extends",
    "steps", "published", "partners", "values", "title", "price", "points", "cite",
    "kind", "value", "emphasis", "valid_from", "valid_to", "updated", "next_review",
    "hours", "also_known_as", "checked", "collect_from", "cooperating", "for_whom",
    "topics", "when", "sender", "quiet_sender", "line", "page", "guidance", "topic", "site", "open", "names", "theme", "nn", "en",
}  # fmt: skip

_LINE = re.compile(r"sections\[\d+\]\.lines\[")
"""Where a section names a help line by its id."""


def prose(data, path="", leave_out=_NO_PROSE):
    """Yield the texts in which we speak to people, and where each stands."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in leave_out:
                yield from prose(value, f"{path}.{key}", leave_out)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from prose(value, f"{path}[{number}]", leave_out)
    elif isinstance(data, str) and data and not _LINE.search(path):
        yield path, ended(data)


@pytest.fixture(scope="module")
def things(book):
    """What stands on each page, as plain data."""
    found = {
        f"{key} {pack.valid_from}": pack
        for key, packs in book.packs.items()
        for pack in packs
    }
    found |= {f"guidance {one.valid_from}": one for one in book.guidance}
    found |= {f"way {one.valid_from}": one for one in book.ways}
    found |= {f"contacts {one.valid_from}": one for one in book.contacts}
    return {name: msgspec.to_builtins(one, enc_hook=str) for name, one in found.items()}


@pytest.fixture(scope="module")
def pages(things):
    """What we say on each page, as (where, text) pairs."""
    return {name: list(prose(data)) for name, data in things.items()}


def test_the_index_counts_as_bjornsson_did():
    assert lix("Du kan klage. Vi hjelper deg.") == 6 / 2 + 100 / 6


def test_every_page_is_easy_to_read(pages):
    hard = {
        name: round(index, 1)
        for name, texts in pages.items()
        if (index := lix(" ".join(text for _, text in texts))) > 40
    }
    assert not hard


def test_every_single_text_can_be_read(pages):
    hard = [
        f"{round(lix(text))} {name}{path}: {text}"
        for name, texts in pages.items()
        for path, text in texts
        if lix(text) > 55
    ]
    assert not hard, "\n".join(hard)


def test_no_text_calls_anybody_an_abuser(original_texts):
    for file, text in original_texts.items():
        assert "misbruk" not in text.lower(), file


def test_every_page_speaks_to_the_reader(pages):
    for name, texts in pages.items():
        words = re.findall(r"\w+", " ".join(text for _, text in texts).lower())
        assert "du" in words or "deg" in words, name
        assert "brukeren" not in words, name
        assert "søkeren" not in words, name


def _runs(text, length=9):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[n : n + length]) for n in range(len(words) - length + 1)}


def test_no_sentence_is_copied_from_a_source(things, sources):
    theirs = {name: _runs(text) for name, text in sources.items()}
    copied = []
    for name, data in things.items():
        addresses = [u["address"] for u in data.get("units", []) if u["address"]]
        for path, text in prose(data, leave_out={"address"}):
            for address in addresses:
                text = text.replace(address, "")
            copied += [
                f"{name}{path}: «{run}» ({source})"
                for source, runs in theirs.items()
                for run in _runs(text) & runs
            ]
    assert not copied, "\n".join(copied)

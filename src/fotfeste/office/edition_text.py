"""The text of an edition: what it begins as, what it says, and how it is changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from fotfeste.office import installation
from fotfeste.office.edition_check import approved_of
from fotfeste.rulebook.editions import Edition, laid_over
from fotfeste.rulebook.reading import folder_of, read
from fotfeste.rulebook.writing import NOTHING, Nothing, own_part, with_changes
from fotfeste.rulebook.yaml_source import SourceFaultError, parse


@dataclass(frozen=True, slots=True)
class Said:
    """What an edition says, as plain data.

    whole: with all of what it builds on.
    base:  what it builds on; empty where it builds on nothing.
    """

    whole: dict[str, Any]
    base: dict[str, Any]


def versions(municipality: str) -> list[Edition]:
    """Return the municipality's versions, of the folder and approved, by their days."""
    files = [
        Edition(municipality, date.fromisoformat(file[-15:-5]), text)
        for file, text in installation.folder_texts().items()
        if file.startswith("municipalities/")
        and folder_of(file) == municipality
        and file[-15:-5].count("-") == 2
    ]
    own = approved_of(municipality)
    taken = {edition.file for edition in own}
    found = [*(one for one in files if one.file not in taken), *own]
    return sorted(found, key=lambda one: one.valid_from)


def version_on(municipality: str, day: date) -> Edition | None:
    """Return the version that holds on the day, or None."""
    begun = [one for one in versions(municipality) if one.valid_from <= day]
    return begun[-1] if begun else None


def beginning(municipality: str, day: date, today: date) -> Edition | None:
    """Return an edition from the day that says what holds already.

    None where nothing does.
    """
    before = version_on(municipality, day)
    if before is None:
        return None
    changes: dict[str, Any] = {"valid_from": day}
    if "updated" in parse(before.text)[0]:
        changes["updated"] = today
    return Edition(municipality, day, with_changes(before.text, changes))


def said(edition: Edition) -> Said | None:
    """Return what the edition says; None where the file cannot be read."""
    where = edition.municipality
    beside = [one for one in approved_of(where) if one.file != edition.file]
    return _said(edition, tuple(beside))


@lru_cache(maxsize=16)
def _said(edition: Edition, beside: tuple[Edition, ...]) -> Said | None:
    texts = installation.about_it(edition.municipality, [*beside, edition])
    documents = read(laid_over(texts, [edition])).documents
    own = documents.get(edition.file)
    if own is None:
        return None
    base = documents.get(f"municipalities/{_extends(edition.text)}.yaml")
    return Said(own.data, base.data if base else {})


def rewritten(edition: Edition, before: Said, wanted: Mapping[str, Any]) -> str:
    """Return the file with its fields as wanted, and no more than that written anew.

    wanted: the whole of what the edition is to say, as plain data.
    """
    changes: dict[str, Any] = {}
    for key in [*wanted, *(key for key in before.whole if key not in wanted)]:
        value = wanted.get(key, NOTHING)
        if before.whole.get(key, NOTHING) == value:
            continue
        base = before.base.get(key, NOTHING)
        own = value if isinstance(value, Nothing) else own_part(base, value)
        is_empty = own in ([], {}, None) and isinstance(base, Nothing)
        changes[key] = NOTHING if is_empty else own
    return with_changes(edition.text, changes) if changes else edition.text


def day_in(text: str) -> date | None:
    """Return the first day that the file gives itself; None where it gives none."""
    try:
        data = parse(text)[0]
    except SourceFaultError:
        return None
    day = data.get("valid_from") if isinstance(data, dict) else None
    return day if isinstance(day, date) else None


def _extends(text: str) -> str:
    try:
        data = parse(text)[0]
    except SourceFaultError:
        return ""
    return str(data.get("extends", "")) if isinstance(data, dict) else ""

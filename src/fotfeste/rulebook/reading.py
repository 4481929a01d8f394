"""From the texts of a rulebook folder to a Rulebook, or to all that is wrong in it."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from fotfeste.law.citation import Citation
from fotfeste.law.periods import Period
from fotfeste.rulebook.documents import Document, Problem
from fotfeste.rulebook.extending import Extending
from fotfeste.rulebook.instruments import Instrument
from fotfeste.rulebook.national import (
    AccessControl,
    Acts,
    ActVersion,
    AppealRoutes,
    Contacts,
    Guidance,
    Holidays,
    IndividualDecisions,
    Names,
    PreparedAct,
    SmallCells,
)
from fotfeste.rulebook.pack import Municipality, Pack
from fotfeste.rulebook.scenarios import Scenarios
from fotfeste.rulebook.values import rubbish
from fotfeste.rulebook.way_to_help import EverydayWords, WayToHelp
from fotfeste.rulebook.yaml_source import Path, SourceFaultError, parse

S = TypeVar("S", bound=msgspec.Struct)

_DATED = r"[0-9]{4}-[0-9]{2}-[0-9]{2}\.yaml"
_KINDS: tuple[tuple[re.Pattern[str], type[msgspec.Struct]], ...] = (
    (re.compile(r"national/acts\.yaml"), Acts),
    (re.compile(r"national/names\.yaml"), Names),
    (re.compile(rf"national/holidays/{_DATED}"), Holidays),
    (re.compile(rf"national/contacts/{_DATED}"), Contacts),
    (re.compile(rf"national/appeal-routes/{_DATED}"), AppealRoutes),
    (re.compile(rf"national/guidance/{_DATED}"), Guidance),
    (re.compile(rf"national/way-to-help/{_DATED}"), WayToHelp),
    (re.compile(rf"national/everyday-words/{_DATED}"), EverydayWords),
    (re.compile(rf"national/individual-decisions/{_DATED}"), IndividualDecisions),
    (re.compile(rf"national/small-cells/{_DATED}"), SmallCells),
    (re.compile(rf"national/access-control/{_DATED}"), AccessControl),
    (re.compile(rf"national/instruments/[a-z-]+/{_DATED}"), Instrument),
    (re.compile(rf"national/[a-zæøå-]+/{_DATED}"), ActVersion),
    (re.compile(r"national/[a-zæøå-]+/prepared\.yaml"), PreparedAct),
    (re.compile(r"municipalities/[a-z-]+/municipality\.yaml"), Municipality),
    (re.compile(rf"municipalities/[a-z-]+/{_DATED}"), Pack),
    (re.compile(r"national/[a-zæøå-]+/scenarios\.yaml"), Scenarios),
    (re.compile(r"municipalities/[a-z-]+/scenarios\.yaml"), Scenarios),
)
_UNKNOWN_FIELD = re.compile(r"unknown field `(?P<field>[^`]+)`")
_AT = re.compile(r" - at `(?P<path>\$[^`]*)`$")
_STEP = re.compile(r"\.(?P<key>[^.\[]+)|\[(?P<index>\d+)\]")


@dataclass
class Reading:
    """What came of reading: the parts by file, where they stand, and the faults."""

    parts: dict[str, msgspec.Struct] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def of(self, kind: type[S]) -> dict[str, S]:
        """Return the parts of one kind, by file, in the order of their names."""
        return {
            file: part
            for file, part in sorted(self.parts.items())
            if isinstance(part, kind)
        }


def read(texts: Mapping[str, str]) -> Reading:
    """Read the files of a rulebook; `texts` maps the path in the folder to the text.

    Never raises for what stands in a file: every fault is a Problem in the answer.
    """
    reading = Reading()
    for file, text in sorted(texts.items()):
        _read_document(file, text, reading)
    _build_packs(reading)
    for file in sorted(reading.documents):
        _read_part(file, reading)
    return reading


def folder_of(file: str) -> str:
    """Return the name of the folder the file lies in: a municipality's key."""
    return file.split("/")[-2]


def digest(texts: Mapping[str, str]) -> str:
    """Return a fingerprint of all the texts with their names."""
    whole = hashlib.sha256()
    for file, text in sorted(texts.items()):
        whole.update(f"{file}\0{text}\0".encode())
    return whole.hexdigest()[:16]


def _read_document(file: str, text: str, reading: Reading) -> None:
    if _kind(file) is None:
        reading.problems.append(
            Problem(
                file,
                1,
                "This file has no place in a rulebook",
                "Name a dated file as year-month-day.yaml in its folder"
                " (docs/reference/rulebook.md lists the folders)",
            )
        )
        return
    try:
        data, lines = parse(text)
    except SourceFaultError as fault:
        reading.problems.append(Problem(file, fault.line, fault.what, fault.todo))
        return
    places = {path: (file, line) for path, line in lines.items()}
    document = Document(file, data, places)
    if isinstance(data, dict):
        reading.documents[file] = document
        reading.problems += rubbish(document)
    else:
        reading.problems.append(
            document.problem((), "The file is empty", "Fill it in, or delete it")
        )


def _build_packs(reading: Reading) -> None:
    """Put each pack with all it builds on in the place of what its file says."""
    written = {f: doc for f, doc in reading.documents.items() if _kind(f) is Pack}
    extending = Extending(written)
    for file in written:
        whole = extending.built(file)
        if whole is None:
            del reading.documents[file]
        else:
            reading.documents[file] = whole
    reading.problems += extending.problems


def _read_part(file: str, reading: Reading) -> None:
    kind, document = _kind(file), reading.documents[file]
    assert kind is not None  # noqa: S101 - _read_document let no other file in
    try:
        reading.parts[file] = msgspec.convert(document.data, kind, dec_hook=_decoded)
    except msgspec.ValidationError as error:
        reading.problems.append(_as_problem(document, str(error)))


def _kind(file: str) -> type[msgspec.Struct] | None:
    return next((kind for name, kind in _KINDS if name.fullmatch(file)), None)


_HOOKS: dict[type, Callable[[str], Any]] = {
    Citation: Citation,
    Period: Period,
}


def _decoded(kind: type, value: Any) -> Any:
    if kind in _HOOKS and isinstance(value, str):
        return _HOOKS[kind](value)
    raise ValueError(f"«{value}» should be text")


def _as_problem(document: Document, message: str) -> Problem:
    path: Path = ()
    if at := _AT.search(message):
        message = message[: at.start()]
        path = tuple(
            int(step["index"]) if step["index"] else step["key"]
            for step in _STEP.finditer(at["path"])
        )
    if unknown := _UNKNOWN_FIELD.search(message):
        return document.problem(
            (*path, unknown["field"]),
            f"«{unknown['field']}» is not a key here",
            "Mend the spelling, or take the line away",
        )
    where = ".".join(str(step) for step in path) or "the file"
    return document.problem(
        path, f"{message} in {where}", "Write what docs/reference/rulebook.md says"
    )

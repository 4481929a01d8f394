"""YAML that remembers its lines, so that every fault can be pointed at."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from types import NoneType
from typing import Any

import yaml

Path = tuple[str | int, ...]

# Both tell the same lines; libyaml is eight times as fast, but not everywhere at hand.
_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_TAGS: dict[str, list[tuple[str, re.Pattern[str]]]] = (
    yaml.SafeLoader.yaml_implicit_resolvers
)
_DEEPEST = 12
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
_PLAIN = (NoneType, int, float, date)
# U+FFFD is what a reader puts in place of bytes that are no UTF-8.
_UNREADABLE = re.compile(
    "[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]"
)


class SourceFaultError(ValueError):
    """The text is not YAML as we use it; says on which line and why."""

    def __init__(self, line: int, what: str, todo: str) -> None:
        super().__init__(what)
        self.line, self.what, self.todo = line, what, todo


def parse(text: str) -> tuple[Any, dict[Path, int]]:
    """Return the data of a YAML text, and the line (from 1) of every part of it.

    Plain values only: no tags, anchors or merge keys, which a jurist cannot read.
    Raises: SourceFaultError - not YAML, a key given twice, a date that does not exist
        or that nobody will live to see.
    """
    if unreadable := _UNREADABLE.search(text):
        raise SourceFaultError(
            text.count("\n", 0, unreadable.start()) + 1,
            f"This is not text that YAML allows: {unreadable[0]!a}",
            "Write the character anew, and save the file as UTF-8",
        )
    lines: dict[Path, int] = {}
    try:
        return _whole(yaml.parse(text, Loader=_LOADER), lines), lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise SourceFaultError(
            mark.line + 1 if mark else 1,
            f"This is not YAML: {error.problem or error.context}",
            "Mend the indentation, quotes or colon on this line",
        ) from error
    except yaml.YAMLError as error:
        raise SourceFaultError(
            1, f"This is not text that YAML allows: {error}", "Save it as UTF-8"
        ) from error


def _whole(events: Iterator[yaml.Event], lines: dict[Path, int]) -> Any:
    roots: list[Any] = []
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            if roots:
                raise SourceFaultError(
                    _line(event),
                    "A second document begins here",
                    "Take away the line --- above it, or move it to a file of its own",
                )
            roots.append(_part(event, events, (), lines))
    return roots[0] if roots else None


def _part(
    event: yaml.Event,
    events: Iterator[yaml.Event],
    path: Path,
    lines: dict[Path, int],
) -> Any:
    _refuse_what_is_not_plain(event, len(path))
    lines[path] = _line(event)
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, path, lines)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, path, lines)
    assert isinstance(event, yaml.ScalarEvent)  # noqa: S101 - aliases are refused
    return _scalar(event)


def _refuse_what_is_not_plain(event: yaml.Event, depth: int) -> None:
    if depth > _DEEPEST:
        raise SourceFaultError(
            _line(event),
            f"This is nested deeper than {_DEEPEST} levels",
            "Take away brackets or indentation that are too many",
        )
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise SourceFaultError(
            _line(event),
            "An anchor (&) or a reference to one (*) is not a plain value",
            "Write the value itself; put text that begins with & or * in quotes",
        )
    if getattr(event, "tag", None):
        raise SourceFaultError(
            _line(event),
            "A value with a tag (!) is not a plain value",
            "Take the tag away; put text that begins with ! in quotes",
        )


def _sequence(
    events: Iterator[yaml.Event], path: Path, lines: dict[Path, int]
) -> list[Any]:
    items: list[Any] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        items.append(_part(event, events, (*path, len(items)), lines))
    return items


def _mapping(
    events: Iterator[yaml.Event], path: Path, lines: dict[Path, int]
) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key = _key(event, len(path))
        if key in plain:
            raise SourceFaultError(
                _line(event), f"«{key}» stands here twice", "Keep one of the two"
            )
        plain[key] = _part(next(events), events, (*path, key), lines)
        lines[(*path, key)] = _line(event)
    return plain


def _key(event: yaml.Event, depth: int) -> str:
    _refuse_what_is_not_plain(event, depth)
    key = _scalar(event) if isinstance(event, yaml.ScalarEvent) else None
    if isinstance(key, str):
        return key
    raise SourceFaultError(
        _line(event), "A key must be a word", "Write it as a word, or in quotes"
    )


def _scalar(event: yaml.ScalarEvent) -> object:
    tag = _tag(event)
    if tag is None:
        return event.value
    try:
        value: object = yaml.SafeLoader("").construct_object(
            yaml.ScalarNode(tag, event.value)
        )
    except ValueError as error:
        raise SourceFaultError(
            _line(event),
            f"«{event.value}» does not exist: {error}",
            "Write a day that is in the calendar, as year-month-day",
        ) from error
    except yaml.YAMLError as error:
        raise _not_plain(event) from error
    if isinstance(value, date) and not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise SourceFaultError(
            _line(event),
            f"The year of {event.value} is not from {_FIRST_YEAR} to {_LAST_YEAR}",
            "Mend the year; leave valid_to out of what holds for the time being",
        )
    if isinstance(value, datetime) or not isinstance(value, _PLAIN):
        raise _not_plain(event)
    return value


def _tag(event: yaml.ScalarEvent) -> str | None:
    """Return what an unquoted word means beside text: a number, a date, true, null."""
    plain, _ = event.implicit
    known = _TAGS.get(event.value[:1], []) if plain else []
    return next((tag for tag, written in known if written.match(event.value)), None)


def _not_plain(event: yaml.ScalarEvent) -> SourceFaultError:
    return SourceFaultError(
        _line(event),
        f"«{event.value}» is not a plain value",
        "Write text, a number, a date, true, false or null; put text in quotes",
    )


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1

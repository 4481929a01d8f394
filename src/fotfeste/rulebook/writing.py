"""Writing a pack's file: the same shape, only what is changed written anew."""

from collections.abc import Mapping
from typing import Any

import yaml

from fotfeste.rulebook.documents import has_ids
from fotfeste.rulebook.yaml_source import SourceFaultError, parse

_WIDTH, _LONG, _SHORT = 92, 76, 60


class Nothing:
    """What a file need not say: the pack it builds on says it."""


NOTHING = Nothing()


def own_part(base: Any, wanted: Any) -> Any:
    """Return the least that a file says over its base for the value to be as wanted.

    base: the value in the pack that the file builds on; NOTHING where it has none.
    """
    if isinstance(base, Nothing):
        return wanted
    if base == wanted:
        return NOTHING
    if isinstance(base, dict) and isinstance(wanted, dict):
        return _own_fields(base, wanted)
    if has_ids(base) and has_ids(wanted):
        return _own_things(base, wanted)
    return wanted


def with_changes(text: str, changes: Mapping[str, Any]) -> str:
    """Return the file with some of its top keys as given; NOTHING takes one away.

    Every other line stands as it stood, with its comments. A file in which that cannot
    be done, as all of it stands on one line, is written anew.
    Raises: SourceFaultError - the text cannot be read.
    """
    data, lines = parse(text)
    wanted = {
        key: value
        for key, value in {**data, **changes}.items()
        if not isinstance(value, Nothing)
    }
    written = _replaced(text.splitlines(), {k: lines[(k,)] - 1 for k in data}, changes)
    try:
        if parse(written)[0] == parse(_whole(wanted))[0]:
            return written
    except SourceFaultError:
        pass
    return _whole(wanted)


def _replaced(
    rows: list[str], begins: dict[str, int], changes: Mapping[str, Any]
) -> str:
    """Return the rows with blocks replaced, from the last: those before stay put."""
    for key in sorted(changes, key=lambda key: -begins.get(key, len(rows))):
        block = _block(key, changes[key])
        if key in begins:
            begin = begins[key]
            later = [start for start in begins.values() if start > begin]
            stop = _without_comments(rows, begin, min(later, default=len(rows)))
            rows[begin:stop] = block
        else:
            rows.extend(block)
    return "\n".join(rows) + "\n"


def _own_fields(base: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    parts = {
        key: own_part(base.get(key, NOTHING), value) for key, value in wanted.items()
    }
    gone = {key: None for key in base if key not in wanted}
    return {
        key: part
        for key, part in {**parts, **gone}.items()
        if not isinstance(part, Nothing)
    }


def _own_things(
    base: list[dict[str, Any]], wanted: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    known = {thing["id"]: thing for thing in base}
    kept = {thing["id"] for thing in wanted}
    found = [{"id": key, "remove": True} for key in known if key not in kept]
    for thing in wanted:
        part = own_part(known.get(thing["id"], NOTHING), thing)
        if not isinstance(part, Nothing):
            found.append({"id": thing["id"], **part})
    return found


def _without_comments(rows: list[str], begin: int, stop: int) -> int:
    """Return where the block ends: comments before the next key belong to that."""
    while stop > begin + 1 and (
        rows[stop - 1].startswith("#") or not rows[stop - 1].strip()
    ):
        stop -= 1
    return stop


class _Writer(yaml.SafeDumper):
    """Writes as the files are written: lists set in, long texts folded."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002
        """Set a list in under its key."""
        del indentless
        super().increase_indent(flow, indentless=False)


def _text(writer: yaml.SafeDumper, text: str) -> yaml.Node:
    long = len(text) > _LONG and "\n" not in text
    style = ">" if long else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _list(writer: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
    words = all(isinstance(item, str) and len(item) < _SHORT for item in items)
    short = words and sum(len(item) + 2 for item in items) < _SHORT
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


_Writer.add_representer(str, _text)
_Writer.add_representer(list, _list)


def _block(key: str, value: Any) -> list[str]:
    return [] if isinstance(value, Nothing) else _whole({key: value}).splitlines()


def _whole(data: Mapping[str, Any]) -> str:
    written: str = yaml.dump(
        dict(data), Dumper=_Writer, allow_unicode=True, sort_keys=False, width=_WIDTH
    )
    return written

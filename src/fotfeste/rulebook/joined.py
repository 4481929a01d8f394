"""One pack joined with the pack it builds on: who wins, part by part."""

from dataclasses import dataclass
from typing import Any

from fotfeste.rulebook.documents import Document, Place, has_ids
from fotfeste.rulebook.yaml_source import Path


def built_on(base: Document, own: Document) -> Document:
    """Return the document with all of the base that it does not say itself.

    Mappings are joined key by key, lists of things with an `id` thing by thing, in the
    base's order, new ones last; `remove: true` takes one away; all else is replaced.
    """
    places: dict[Path, Place] = {}
    inherited = {k: v for k, v in base.data.items() if k not in _NEVER_INHERITED}
    data = _joined(_Part(base, inherited, ()), _Part(own, own.data, ()), (), places)
    return Document(own.file, data, places)


_NEVER_INHERITED = ("valid_from", "valid_to", "extends")


@dataclass(frozen=True, slots=True)
class _Part:
    document: Document
    value: Any
    path: Path

    def child(self, key: str | int) -> "_Part":
        return _Part(self.document, self.value[key], (*self.path, key))

    def children_by_id(self) -> dict[str, "_Part"]:
        return {item["id"]: self.child(n) for n, item in enumerate(self.value)}


def _joined(base: _Part, own: _Part, path: Path, places: dict[Path, Place]) -> Any:
    places[path] = own.document.place(own.path)
    if isinstance(base.value, dict) and isinstance(own.value, dict):
        keys = [*base.value, *(key for key in own.value if key not in base.value)]
        return {key: _either(base, own, key, (*path, key), places) for key in keys}
    if has_ids(base.value) and has_ids(own.value):
        return _joined_by_id(base, own, path, places)
    return _copied(own, path, places)


def _either(
    base: _Part, own: _Part, key: str, path: Path, places: dict[Path, Place]
) -> Any:
    if key not in own.value:
        return _copied(base.child(key), path, places)
    if key not in base.value:
        return _copied(own.child(key), path, places)
    return _joined(base.child(key), own.child(key), path, places)


def _joined_by_id(
    base: _Part, own: _Part, path: Path, places: dict[Path, Place]
) -> list[Any]:
    bases, owns = base.children_by_id(), own.children_by_id()
    joined: list[Any] = []
    for key in [*bases, *(key for key in owns if key not in bases)]:
        if key in owns and owns[key].value.get("remove") is True:
            continue
        where = (*path, len(joined))
        if key in bases and key in owns:
            joined.append(_joined(bases[key], owns[key], where, places))
        else:
            joined.append(_copied(owns.get(key) or bases[key], where, places))
    return joined


def _copied(part: _Part, path: Path, places: dict[Path, Place]) -> Any:
    places[path] = part.document.place(part.path)
    if isinstance(part.value, dict):
        return {k: _copied(part.child(k), (*path, k), places) for k in part.value}
    if isinstance(part.value, list):
        return [
            _copied(part.child(n), (*path, n), places) for n in range(len(part.value))
        ]
    return part.value

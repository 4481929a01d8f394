"""What differs between two versions of a pack, thing by thing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from fotfeste.rulebook.documents import has_ids
from fotfeste.rulebook.pack import Pack

NEVER_COMPARED = ("extends", "valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that is other in the one version than in the other.

    path:   the field, or the list, the id of a thing in it, and the thing's field.
    before: what it was, as plain data; None where it was not there.
    """

    path: tuple[str, ...]
    before: Any
    after: Any


def plain(pack: Pack) -> dict[str, Any]:
    """Return the pack as plain data, in the order of its model."""
    found: dict[str, Any] = msgspec.to_builtins(
        pack, builtin_types=(msgspec.Raw,), enc_hook=str
    )
    return found


def differences(before: Pack, after: Pack) -> list[Difference]:
    """Return what differs, in the order of the model."""
    one, other = plain(before), plain(after)
    return [
        difference
        for key in one
        if key not in NEVER_COMPARED
        for difference in _between((key,), one[key], other[key])
    ]


def _between(path: tuple[str, ...], one: Any, other: Any) -> Iterator[Difference]:
    if one == other:
        return
    if isinstance(one, dict) and isinstance(other, dict):
        for key in [*one, *(key for key in other if key not in one)]:
            yield from _between((*path, key), one.get(key), other.get(key))
    elif has_ids(one) and has_ids(other):
        yield from _between(path, _by_id(one), _by_id(other))
    else:
        yield Difference(path, one, other)


def _by_id(things: list[dict[str, Any]]) -> dict[str, Any]:
    return {thing["id"]: thing for thing in things}

"""Where in a pack a page of the catalogue reads and writes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from fotfeste.rulebook.yaml_source import Path
from fotfeste.web.staff.catalogue.parts import Part

NEW = "ny"
"""The address of a thing that is not there yet."""

_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


class Place(Protocol):
    """A place in a pack's data."""

    @property
    def path(self) -> Path:
        """Return the way to it, as the check tells it."""

    def values(self) -> Mapping[str, Any]:
        """Return what stands there."""

    def placed(self, values: dict[str, Any] | None) -> dict[str, Any]:
        """Return the whole pack's data with other values there; None takes it away."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The pack's own fields."""

    whole: dict[str, Any]
    path: Path = ()

    def values(self) -> Mapping[str, Any]:
        """Return the whole pack."""
        return self.whole

    def placed(self, values: dict[str, Any] | None) -> dict[str, Any]:
        """Return the pack with the values."""
        return values or {}


@dataclass(frozen=True, slots=True)
class Single:
    """One thing in a field of the pack."""

    whole: dict[str, Any]
    field: str

    @property
    def path(self) -> Path:
        """Return the way to the field."""
        return (self.field,)

    def values(self) -> Mapping[str, Any]:
        """Return the thing, empty where there is none or it is something else."""
        found = self.whole.get(self.field)
        return found if isinstance(found, dict) else {}

    def placed(self, values: dict[str, Any] | None) -> dict[str, Any]:
        """Return the pack with the thing."""
        return {**self.whole, self.field: values or {}}


@dataclass(frozen=True, slots=True)
class InList:
    """A thing in a list of the pack, or one that is to be added to it.

    index: None for a new one.
    """

    whole: dict[str, Any]
    field: str
    index: int | None

    @property
    def path(self) -> Path:
        """Return the way to the thing."""
        return (self.field,) if self.index is None else (self.field, self.index)

    def values(self) -> Mapping[str, Any]:
        """Return the thing; nothing of a new one."""
        return {} if self.index is None else things(self.whole, self.field)[self.index]

    def placed(self, values: dict[str, Any] | None) -> dict[str, Any]:
        """Return the pack with the thing where it stood, last, or not at all."""
        found = list(things(self.whole, self.field))
        if self.index is None:
            found.append(values or {})
        elif values is None:
            del found[self.index]
        else:
            found[self.index] = values
        return {**self.whole, self.field: found}


def things(whole: Mapping[str, Any], field: str) -> Sequence[Mapping[str, Any]]:
    """Return the things of a list, or none where something else stands there."""
    found = whole.get(field)
    if not isinstance(found, list):
        return []
    return [thing if isinstance(thing, dict) else {} for thing in found]


def place_of(part: Part, whole: dict[str, Any]) -> Place:
    """Return where a part that is no list stands."""
    return Single(whole, part.fields[0]) if part.shape == "single" else Fields(whole)


def thing_in(part: Part, whole: dict[str, Any], address: str) -> InList | None:
    """Return where the thing with the address stands; None where there is none."""
    field = part.fields[0]
    if address == NEW:
        return InList(whole, field, None)
    for index, thing in enumerate(things(whole, field)):
        if address == address_of(thing, index):
            return InList(whole, field, index)
    return None


def address_of(thing: Mapping[str, Any], index: int) -> str:
    """Return the address of a thing in its list: its id, or its number from one."""
    return str(thing.get("id") or index + 1)


def with_key(values: dict[str, Any], taken: Sequence[str]) -> dict[str, Any]:
    """Return a new thing with an id of its own, made from what it is called."""
    name = str(values.get("name") or values.get("title") or "").lower()
    said = "".join(
        c if c.isalnum() and c.isascii() else "-" for c in name.translate(_PLAIN)
    )
    key = "-".join(part for part in said.split("-") if part)[:40].strip("-") or "punkt"
    free = (f"{key}-{n}" if n > 1 else key for n in range(1, len(taken) + 2))
    own = next(one for one in free if one not in {*taken, NEW})
    return {"id": own, **values}

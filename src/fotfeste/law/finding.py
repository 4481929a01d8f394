"""A finding: an answer together with the provisions it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from fotfeste.law.citation import Citation

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """What a rule found, why, and from which facts; never the one without the other.

    value:  the answer.
    basis:  the provisions, the governing one first; empty only for a promise.
    inputs: the facts the rule looked at, by name.
    """

    value: T
    basis: tuple[Citation, ...]
    inputs: Mapping[str, object] = field(default_factory=dict)

    def because(self) -> str:
        """Return the legal basis in one line: the provision, jf. the others."""
        return ", jf. ".join(str(citation) for citation in self.basis)

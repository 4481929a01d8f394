"""A measured figure, its target, and the arithmetic of measuring."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure.

    target: what it must reach: at least or at most, by `sense`; None where none is set.
    how:    how it was measured, in a sentence.
    limit:  what kept it from its target, where it was not reached.
    """

    name: str
    value: float
    unit: str
    how: str
    target: float | None = None
    sense: Literal["at least", "at most"] = "at least"
    limit: str = ""
    details: dict[str, object] = field(default_factory=dict)

    @property
    def reached(self) -> bool | None:
        """Return whether the target is reached, or None where there is none."""
        if self.target is None:
            return None
        if self.sense == "at least":
            return self.value >= self.target
        return self.value <= self.target


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that the share of all values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(len(ordered) * share * 1000) // 1000) - 1)]


def milliseconds(seconds: Sequence[float]) -> dict[str, float]:
    """Return the median, the 95th and the 99th percentile in milliseconds."""
    return {
        "p50": round(median(seconds) * 1000, 2),
        "p95": round(percentile(seconds, 0.95) * 1000, 2),
        "p99": round(percentile(seconds, 0.99) * 1000, 2),
    }

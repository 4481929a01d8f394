"""The rows of a network in the form of an interview: one for each who is in it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django import forms

from fotfeste.procedures.interview import NetworkMember
from fotfeste.web.forms import Line, readable
from fotfeste.web.lazy import Text
from fotfeste.web.told_interview import CLOSENESS, QUALITIES, SECTORS

ROWS, MORE, MOST = 4, 4, 20
"""How many people there is room for at first, how many more, and how many at most."""

PARTS = ("who", "sector", "closeness", "quality")
"""What is asked in each row."""


class Pick(forms.ChoiceField):
    """One of a few, from a list that opens: there are many in a row."""

    def __init__(self, label: Text, choices: Iterable[tuple[Any, Any]]) -> None:
        super().__init__(
            label=label,
            choices=[("", "Velg"), *choices],
            required=False,
            widget=forms.Select(attrs={"class": "ds-input"}),
            error_messages={"invalid_choice": "Velg ett av svarene på listen."},
        )


def fields_of(row: int) -> dict[str, forms.Field]:
    """Return the fields of the row, by name."""
    return {
        f"network.{row}.who": Line("Hvem?", max_length=100),
        f"network.{row}.sector": Pick("Fra hvor?", SECTORS.items()),
        f"network.{row}.closeness": Pick("Hvor nær?", CLOSENESS.items()),
        f"network.{row}.quality": Pick("Hvordan er det?", QUALITIES.items()),
    }


def rows_in(given: Collection[str], *, wants_more: bool) -> int:
    """Return how many rows there are: those that were sent, and more if asked.

    given: the names of all fields that were sent, or are filled in beforehand.
    """
    used = [row for row in range(MOST) if f"network.{row}.who" in given]
    rows = max(ROWS, *(row + 1 for row in used)) if used else ROWS
    return min(MOST, rows + MORE * wants_more)


def is_told(given: Mapping[str, Any]) -> bool:
    """Test that a row holds a name and, in all the rest, what can be chosen."""
    return (
        bool(str(given["who"] or "").strip())
        and given["sector"] in SECTORS
        and given["closeness"] in {str(near) for near in CLOSENESS}
        and given["quality"] in QUALITIES
    )


def member(given: Mapping[str, Any]) -> NetworkMember:
    """Return whom a filled-in row is about."""
    closeness: Any = int(given["closeness"])
    return NetworkMember(
        who=readable(given["who"]).strip(),
        sector=given["sector"],
        closeness=closeness,
        quality=given["quality"],
    )

"""A municipality's colours and mark, and whether they can be read (WCAG 2.2)."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, Struct

Hex = Annotated[str, Meta(pattern="^#[0-9a-fA-F]{6}$")]
Drawn = Annotated[str, Meta(pattern="^[MmLlHhVvCcSsQqTtAaZz0-9 ,.-]+$")]

READABLE = 4.5
"""The least contrast between a text and what is behind it (WCAG 2.2, 1.4.3)."""

WHITE, BLACK = "#ffffff", "#000000"
TINTS = {"background-tinted": 7, "surface-tinted": 13}
"""How much of the colour, in percent, there is in a ground that text stands on."""

NIGHT = "#0c1927"
"""What is behind everything in the dark."""


class Shape(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of the mark: a path of SVG in a square of 32 by 32, and its colour.

    colour: the municipality's own colour, where none is written.
    """

    path: Drawn
    colour: Hex | None = None


class Theme(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the pages of a municipality look like.

    accent:      of buttons and links on white; white stands on it.
    accent_dark: of the same in the dark; black stands on it.
    logo:        the mark beside the name; ours where there is none.
    """

    accent: Hex
    accent_dark: Hex
    logo: list[Shape] = []


def contrast(one: str, other: str) -> float:
    """Return the contrast between two colours, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, ground: str, percent: int) -> str:
    """Return the ground with so much of the colour in it, as color-mix in srgb does."""
    parts = zip(_channels(colour), _channels(ground), strict=True)
    share = percent / 100
    return "#" + "".join(f"{round(c * share + g * (1 - share)):02x}" for c, g in parts)


def unreadable(theme: Theme) -> Iterator[tuple[str, str, float]]:
    """Yield what cannot be read: the field, what it stands against, the contrast."""
    against = [
        ("accent", theme.accent, "white text on it", WHITE),
        *(
            (
                "accent",
                theme.accent,
                f"its own {name}",
                mixed(theme.accent, WHITE, much),
            )
            for name, much in TINTS.items()
        ),
        ("accent_dark", theme.accent_dark, "black text on it", BLACK),
        ("accent_dark", theme.accent_dark, "the dark", NIGHT),
        *(
            (
                "accent_dark",
                theme.accent_dark,
                f"its own {name} in the dark",
                mixed(theme.accent_dark, NIGHT, much),
            )
            for name, much in TINTS.items()
        ),
    ]
    for field, colour, what, ground in against:
        found = contrast(colour, ground)
        if found < READABLE:
            yield field, what, found


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

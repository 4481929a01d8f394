"""What is looked at: something that a person reads."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Language = Literal["nb", "nn"]
LANGUAGES: tuple[Language, ...] = ("nb", "nn")

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Text:
    """A text as it is read, its language, and where it stands."""

    file: str
    where: str
    language: Language
    text: str
    pages: tuple[str, ...] = ()
    """What it is read together with: a letter, a page, a catalogue."""

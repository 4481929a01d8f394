"""Letters printed together: a page for the envelope's window before each."""

from dataclasses import dataclass

from fotfeste.letters.compose.documents import Document
from fotfeste.letters.content import Letter
from fotfeste.letters.envelope import Envelope
from fotfeste.letters.pdf import filled, shown

BY_HAND = "Gis for hånd. Skal ikke i posten."
"""What stands where the address would, of a letter that is not to be posted."""
NO_ADDRESS = "Adressen mangler."


@dataclass(frozen=True, slots=True)
class Printed:
    """One letter to one addressee, as it is printed."""

    envelope: Envelope
    letter: Letter
    bundle: tuple[Document, ...] = ()


def together(parts: list[Printed], *, title: str, sender: str) -> bytes:
    """Return the letters as one tagged PDF, each after the page for its window."""
    return filled(
        "printing.typ",
        {
            "title": title,
            "sender": sender,
            "parts": [
                {"front": front(part.envelope), **shown(part.letter, part.bundle)}
                for part in parts
            ],
        },
    )


def front(envelope: Envelope) -> list[str]:
    """Return what shows in the window: the addressee, and never who sends it.

    A protected address is never printed, nor one where letters are not safe.
    """
    match envelope.hold:
        case "protected" | "unsafe":
            return [envelope.name, BY_HAND]
        case "no-address":
            return [envelope.name, NO_ADDRESS]
        case _:
            return [envelope.name, *envelope.address]

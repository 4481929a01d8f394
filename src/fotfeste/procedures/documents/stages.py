"""Where a request to see the documents stands."""

from dataclasses import dataclass
from datetime import date

from fotfeste.procedures.documents import events as did


@dataclass(frozen=True, slots=True)
class Access:
    """The request that is not answered, if there is one (innsyn)."""

    asked_on: date | None = None
    which: str = ""


NOT_ASKED = Access()


def evolve(access: Access, event: did.Event) -> Access:
    """Return where the request stands after one more event."""
    del access
    match event:
        case did.DocumentsAskedFor(on=day, which=which):
            return Access(day, which)
        case did.DocumentsGiven() | did.AccessRefused():
            return Access()

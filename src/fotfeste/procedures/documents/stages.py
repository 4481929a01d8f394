"""Where a request to see the documents stands."""

from dataclasses import dataclass, replace
from datetime import date

from fotfeste.procedures.documents import events as did

Paper = did.DocumentFiled | did.DocumentReceived
"""What lies in the case as a file: from the desk, or from the party."""


@dataclass(frozen=True, slots=True)
class Access:
    """The request that is not answered, if there is one, and what is filed (innsyn)."""

    asked_on: date | None = None
    which: str = ""
    filed: tuple[Paper, ...] = ()

    @property
    def open_to_party(self) -> tuple[Paper, ...]:
        """Return what is filed and not exempt from the party's access (fvl § 18)."""
        return tuple(
            one
            for one in self.filed
            if isinstance(one, did.DocumentReceived) or not one.exempt
        )


NOT_ASKED = Access()


def evolve(access: Access, event: did.Event) -> Access:
    """Return where the request stands after one more event."""
    match event:
        case did.DocumentsAskedFor(on=day, which=which):
            return Access(day, which, access.filed)
        case did.DocumentsGiven() | did.AccessRefused():
            return Access(filed=access.filed)
        case did.DocumentFiled() | did.DocumentReceived():
            return replace(access, filed=(*access.filed, event))

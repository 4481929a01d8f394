"""Where a request to see the documents stands."""

from dataclasses import dataclass, replace
from datetime import date

from fotfeste.procedures.documents import events as did


@dataclass(frozen=True, slots=True)
class Access:
    """The request that is not answered, if there is one, and what is filed (innsyn)."""

    asked_on: date | None = None
    which: str = ""
    filed: tuple[did.DocumentFiled, ...] = ()

    @property
    def open_to_party(self) -> tuple[did.DocumentFiled, ...]:
        """Return what is filed and not exempt from the party's access (fvl § 18)."""
        return tuple(one for one in self.filed if not one.exempt)


NOT_ASKED = Access()


def evolve(access: Access, event: did.Event) -> Access:
    """Return where the request stands after one more event."""
    match event:
        case did.DocumentsAskedFor(on=day, which=which):
            return Access(day, which, access.filed)
        case did.DocumentsGiven() | did.AccessRefused():
            return Access(filed=access.filed)
        case did.DocumentFiled():
            return replace(access, filed=(*access.filed, event))

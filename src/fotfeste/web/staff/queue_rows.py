"""What the print queue shows of each letter, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from fotfeste.access.readings import note_listed
from fotfeste.letters.content import OF_DECISION
from fotfeste.letters.dispatch import State
from fotfeste.letters.envelope import Envelope
from fotfeste.letters.print_queue import Marked, Queued, marks_of, same_day
from fotfeste.office.handle import OSLO
from fotfeste.web.citizen.letters import LETTER_TITLES
from fotfeste.web.lazy import Text
from fotfeste.web.staff import letter_lines
from fotfeste.web.who import Colleague

WHY = {
    "digital": "Sendes digitalt",
    "paper": "Får brev på papir",
    "reminder": "Vedtaket er ikke åpnet på en uke",
    "representative": "Har fullmakt og får brevet på papir",
    "other": "Til en annen enn personen",
    "failed": "Kom ikke fram digitalt",
}
"""Why a letter goes on paper."""

HOLD = {
    "": "",
    "protected": "Adressen er sperret. Brevet skal ikke i posten. Avtal at det hentes, "
    "eller gi det for hånd.",
    "unsafe": "Brev hjem er ikke trygt for personen. Brevet skal ikke i posten. "
    "Avtal at det hentes, eller gi det for hånd.",
    "no-address": "Vi har ingen adresse. Se om den er sperret før du skriver den på "
    "konvolutten.",
}
"""Why a letter cannot be put in the post as it is."""

TO_OTHERS = "Skriv adressen på konvolutten, eller send det slik dere pleier."
"""What is to be done with a letter to an authority whose address we do not know."""

NEVER_POSTED = frozenset({"protected", "unsafe"})


@dataclass(frozen=True, slots=True)
class Row:
    """One letter in the queue.

    late: a decision that has waited since before today: its period counts from the day
    it was to be posted.
    """

    queued: Queued
    envelope: Envelope
    marks: tuple[Marked, ...]
    late: bool
    may_undo: bool

    @property
    def key(self) -> UUID:
        """Return the key of the dispatch."""
        return self.queued.dispatch.id

    @property
    def name(self) -> str:
        """Return who it is to; somebody may have written without a name."""
        return self.envelope.name or "Uten navn"

    @property
    def title(self) -> Text:
        """Return what the letter is called."""
        return LETTER_TITLES[self.queued.dispatch.kind]

    @property
    def why(self) -> str:
        """Return why it goes on paper."""
        return WHY[self.queued.dispatch.why]

    @property
    def hold(self) -> str:
        """Return why it cannot be put in the post, or nothing."""
        one = self.queued.dispatch
        if one.addressee == "other" and one.hold:
            return TO_OTHERS
        return HOLD[one.hold]

    @property
    def is_for_hand(self) -> bool:
        """Tell whether it is never to be posted."""
        return self.queued.dispatch.hold in NEVER_POSTED

    @property
    def printed(self) -> Marked | None:
        """Return when it was printed last, and by whom."""
        return next((m for m in reversed(self.marks) if m.mark == "printed"), None)

    @property
    def how(self) -> str:
        """Return how it goes with it."""
        return letter_lines.how(self.queued.dispatch, list(self.marks))

    @property
    def waits(self) -> bool:
        """Tell whether it still waits for paper."""
        return self.queued.dispatch.state is State.WAITING


def rows(found: Iterable[Queued], who: Colleague) -> list[Row]:
    """Return the letters as they are shown; that the names were seen is noted.

    Call inside a fence.
    """
    queued = list(found)
    where = who.actor.municipality
    seen = [(one.dispatch.person, one.dispatch.stream) for one in queued]
    note_listed(where, who.employee, seen, who.office.now)
    marks = marks_of(where, [one.dispatch.id for one in queued])
    now = who.office.now.astimezone(OSLO)
    return [
        Row(
            one,
            one.dispatch.opened(where, one.party, who.office.keys),
            tuple(marks[one.dispatch.id]),
            one.dispatch.kind in OF_DECISION.values()
            and one.dispatch.made_at.astimezone(OSLO).date() < who.today,
            same_day(marks[one.dispatch.id], now),
        )
        for one in queued
    ]

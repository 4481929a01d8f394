"""What a decision depends on besides the case: the day, the person, the rulebook."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.procedures.person.stages import NOTHING_KNOWN, File
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.pack import Pack


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The day in Norway, who acts, where, and what the rulebook says.

    today:  local date in Norway.
    by:     the person or employee who gives the command.
    person: what is known of whom the case is about, in every case of theirs.
    party:  whom the case is about; None where it does not matter.
    """

    today: date
    by: UUID
    municipality: str
    book: Rulebook
    person: File = NOTHING_KNOWN
    party: UUID | None = None

    def pack(self, on: date) -> Pack:
        """Return the pack of the day a case began, or a successor's: a case keeps its.

        Raises: NoRuleInForceError - nobody had a pack that day.
        """
        return self.book.desk_pack(self.municipality, on)

    def desk(self) -> Pack:
        """Return today's pack of whoever serves the municipality: a successor's too."""
        return self.book.desk_pack(self.municipality, self.today)

    def for_party(self, last: date) -> date:
        """Return a day that the party is given to answer by: always a working day.

        Law: domstolloven § 149.
        """
        return self.book.calendar.working_day_on_or_after(last)

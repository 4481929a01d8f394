"""Who has a case, and what is noted in it."""

from dataclasses import dataclass, replace
from uuid import UUID

from fotfeste.procedures.handling import events as did


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it stands, with what stood there before (journalnotat)."""

    written: did.NoteWritten
    corrections: tuple[did.NoteCorrected, ...] = ()

    @property
    def words(self) -> str:
        """Return what the note says now."""
        return self.corrections[-1].words if self.corrections else self.written.words

    @property
    def before(self) -> tuple[str, ...]:
        """Return what the note has said before, the oldest first."""
        said = (self.written.words, *(one.words for one in self.corrections))
        return said[:-1]


@dataclass(frozen=True, slots=True)
class Handling:
    """Who has the case, and what is noted in it (saksbehandling).

    assigned: None while nobody has it.
    """

    assigned: did.CaseAssigned | None = None
    notes: tuple[Note, ...] = ()

    @property
    def assignee(self) -> UUID | None:
        """Return the key of the employee who has the case, or None."""
        return self.assigned.employee if self.assigned else None

    def note(self, key: UUID) -> Note | None:
        """Return the note with the key, or None."""
        return next((one for one in self.notes if one.written.note == key), None)


UNASSIGNED = Handling()


def evolve(handling: Handling, event: did.Event) -> Handling:
    """Return the handling after one more event. Decides nothing, refuses nothing."""
    match event:
        case did.CaseAssigned():
            return replace(handling, assigned=event)
        case did.ImpartialityConfirmed() if handling.assigned:
            return replace(
                handling, assigned=replace(handling.assigned, impartial=True)
            )
        case did.ImpartialityConfirmed():
            return handling
        case did.CaseGivenBack():
            return replace(handling, assigned=None)
        case did.NoteWritten():
            return replace(handling, notes=(*handling.notes, Note(event)))
        case did.NoteCorrected(note=key):
            notes = tuple(
                replace(one, corrections=(*one.corrections, event))
                if one.written.note == key
                else one
                for one in handling.notes
            )
            return replace(handling, notes=notes)

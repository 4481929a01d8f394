"""What a letter is written from: the case, who sends it, and the day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fotfeste.law.citation import Citation
from fotfeste.letters.content import Facts, Letter, LetterKind, Section, complete
from fotfeste.letters.wording import Texts
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.pack import Pack, StepName


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is common to all letters of a case.

    on:       the letter's date, local in Norway.
    names:    of employees, by their key.
    desk:     the pack whose units do the steps on the letter's day.
    receiver: name and address lines of who gets it in the party's place; () for none.
    copies:   who else gets it.
    """

    municipality: str
    book: Rulebook
    pack: Pack
    on: date
    reference: str
    name: str
    address: str
    names: Mapping[UUID, str]
    texts: Texts
    desk: Pack
    receiver: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    @property
    def sender(self) -> str:
        """Return what the municipality was called on the letter's day.

        After a merger the successor writes: it has taken over what was running.
        """
        return self.book.current_identity(self.municipality, self.on).name

    @property
    def party(self) -> tuple[str, ...]:
        """Return the party's name and address lines."""
        return (self.name, *lines(self.address))

    def law(self, *citations: Citation | str) -> str:
        """Return the provisions with the full names of their acts."""
        return ", ".join(self._full(Citation(text)) for text in citations)

    def term(self, key: str) -> str:
        """Return the provision of a term in force on the letter's day."""
        return self.law(self.book.term(key, self.on).citation)

    def letter(
        self,
        kind: LetterKind,
        step: StepName,
        title: str,
        *sections: Section,
        signed: tuple[str, ...] = (),
        recipient: tuple[str, ...] = (),
    ) -> Letter:
        """Return the letter from the unit that does the step, if it is complete."""
        unit = self.desk.unit(self.desk.unit_for(step))
        contact = [unit.name, unit.address, unit.phone]
        labels = ("reference", "date", "to", "contact", "page", "copies")
        return complete(
            Letter(
                kind=kind,
                language=get_language() or "nb",
                title=title,
                sender=self.sender,
                unit=unit.name,
                contact=tuple(line for line in contact if line),
                recipient=recipient or self.receiver or self.party,
                on=self.on,
                reference=self.reference,
                sections=sections,
                signed=signed,
                copies=() if recipient else self.copies,
                labels={label: self.texts(f"labels.{label}") for label in labels},
            )
        )

    def offers(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Return the names of the offers with the keys."""
        found = [self.pack.offer(key) for key in keys]
        return tuple(_(offer.name) for offer in found if offer)

    def emergency(self) -> Facts:
        """Return the numbers that answer now."""
        lines = self.book.lines(self.on).lines
        urgent = [line for line in lines if line.urgent]
        return Facts(
            tuple((line.phone, f"{_(line.name)}. {_(line.purpose)}") for line in urgent)
        )

    def _full(self, citation: Citation) -> str:
        standing = self.book.standing(citation, self.on)
        return f"{_(self.book.acts[standing.law].name)} {standing.place}"


def lines(address: str) -> list[str]:
    """Return the lines of an address that hold something."""
    return [line.strip() for line in address.splitlines() if line.strip()]

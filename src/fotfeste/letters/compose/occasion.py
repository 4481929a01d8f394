"""What a letter is written from: the case, who sends it, and the day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.law.citation import Citation
from fotfeste.letters.content import Facts, Letter, LetterKind, Section, complete
from fotfeste.letters.wording import Texts
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.pack import Pack, StepName


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is common to all letters of a case.

    on:    the letter's date, local in Norway.
    names: of employees, by their key.
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

    @property
    def sender(self) -> str:
        """Return what the municipality was called on the letter's day.

        After a merger the successor writes: it has taken over what was running.
        """
        return self.book.current_identity(self.municipality, self.on).name

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
        unit = self.pack.unit(self.pack.unit_for(step))
        contact = [unit.name, unit.address, unit.phone]
        labels = ("reference", "date", "to", "contact", "page")
        return complete(
            Letter(
                kind=kind,
                language=self.texts.language,
                title=title,
                sender=self.sender,
                unit=unit.name,
                contact=tuple(line for line in contact if line),
                recipient=recipient or (self.name, *_lines(self.address)),
                on=self.on,
                reference=self.reference,
                sections=sections,
                signed=signed,
                labels={label: self.texts(f"labels.{label}") for label in labels},
            )
        )

    def offers(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Return the names of the offers with the keys."""
        found = [self.pack.offer(key) for key in keys]
        return tuple(offer.name for offer in found if offer)

    def emergency(self) -> Facts:
        """Return the numbers that answer now."""
        lines = self.book.lines(self.on).lines
        urgent = [line for line in lines if line.urgent]
        return Facts(
            tuple((line.phone, f"{line.name}. {line.purpose}") for line in urgent)
        )

    def _full(self, citation: Citation) -> str:
        return f"{self.book.acts[citation.law].name} {citation.place}"


def _lines(address: str) -> list[str]:
    return [line.strip() for line in address.splitlines() if line.strip()]

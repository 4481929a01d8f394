"""Letters that say what the texts say, filled in: no table, no choice."""

from fotfeste.letters.compose.occasion import Occasion
from fotfeste.letters.compose.rights import appeal_section, further_sections
from fotfeste.letters.content import Letter, LetterKind, Paragraph, Section
from fotfeste.procedures.remedy.events import DecisionMadeAvailable
from fotfeste.rulebook.pack import StepName


def plain(
    occasion: Occasion,
    kind: LetterKind,
    step: StepName,
    facts: dict[str, str],
    *,
    notice: DecisionMadeAvailable | None = None,
    recipient: tuple[str, ...] = (),
    signed: tuple[str, ...] = (),
) -> Letter:
    """Return the letter of the kind, with the facts in it.

    facts:  what the texts name in braces; a paragraph of nothing is left out.
    notice: of a decision that can be appealed: how, and until when.
    Law: fvl § 27 for those that tell of a decision.
    """
    t = occasion.texts
    sections = [
        Section(
            section["id"],
            section["heading"].format(**facts),
            tuple(
                Paragraph(text)
                for text in (p.format(**facts) for p in section["paragraphs"])
                if text.strip()
            ),
        )
        for section in t.sections(kind)
    ]
    if notice:
        sections.append(
            appeal_section(occasion, notice.appeal_by, notice.body, notice.basis)
        )
        sections.extend(further_sections(occasion))
    return occasion.letter(
        kind,
        step,
        t(f"plain.{kind}.title", **facts),
        *(section for section in sections if section.blocks),
        recipient=recipient,
        signed=signed,
    )

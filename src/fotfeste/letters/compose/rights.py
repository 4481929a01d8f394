"""What every decision says of appeal, documents, help and costs (fvl § 27)."""

from collections.abc import Sequence
from datetime import date

from fotfeste.law.citation import Citation
from fotfeste.letters.compose.occasion import Occasion
from fotfeste.letters.content import Paragraph, Points, Section
from fotfeste.letters.wording import in_language, length, weekday


def appeal_section(
    occasion: Occasion, appeal_by: date, body: str, basis: Sequence[str]
) -> Section:
    """Return how to appeal: right, last day, body, to whom, how, and help.

    basis: the provisions of the last day, the governing one first.
    """
    t = occasion.texts
    right = occasion.book.appeal_route(Citation(basis[0]), occasion.on).right
    last = t("decision.appeal_last", day=weekday(appeal_by))
    return Section(
        "appeal",
        t("decision.appeal_heading"),
        (
            Paragraph(last, strong=True),
            Paragraph(
                t("decision.appeal_to", body=in_language(body), sender=occasion.sender)
            ),
            Paragraph(t("decision.appeal_how")),
            Points((t("decision.appeal_help"), t("decision.appeal_late"))),
            Paragraph(t("decision.appeal_law", law=occasion.law(right, *basis))),
        ),
    )


def help_section(occasion: Occasion) -> Section:
    """Return who else can help."""
    t = occasion.texts
    text = t("decision.help", law=occasion.term("ombud"))
    return Section("help", t("decision.help_heading"), (Paragraph(text),))


def further_sections(occasion: Occasion) -> tuple[Section, ...]:
    """Return what else a decision tells: waiting, documents, help and costs."""
    t = occasion.texts
    costs = occasion.book.term("costs", occasion.on)
    return (
        Section(
            "suspended",
            t("decision.suspended_heading"),
            (
                Paragraph(
                    t("decision.suspended", law=occasion.term("suspended-execution"))
                ),
            ),
        ),
        Section(
            "documents",
            t("decision.documents_heading"),
            (
                Paragraph(t("common.documents")),
                Paragraph(
                    t("common.documents_law", law=occasion.term("documents.access"))
                ),
            ),
        ),
        help_section(occasion),
        Section(
            "costs",
            t("decision.costs_heading"),
            (
                Paragraph(
                    t(
                        "decision.costs",
                        period=length(costs.length),
                        law=occasion.law(costs.citation),
                    )
                ),
            ),
        ),
    )

"""The letter of a decision: all that the law says a decision must hold."""

from collections.abc import Sequence

from fotfeste.law.citation import Citation
from fotfeste.letters.compose.occasion import Occasion
from fotfeste.letters.compose.rights import appeal_section, further_sections
from fotfeste.letters.content import (
    Block,
    Letter,
    LetterKind,
    Paragraph,
    Points,
    Section,
    Table,
)
from fotfeste.letters.wording import Texts, day, in_language
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.remedy.events import DecisionMadeAvailable


def decision(
    occasion: Occasion,
    file: at.File,
    made: did.DecisionMade,
    notice: DecisionMadeAvailable,
) -> Letter:
    """Return the decision, with all that the law says a decision must hold.

    Law: fvl §§ 23-25, 27, 36, 42, pbrl §§ 3-1, 7-2, 7-5; domain facts on letters.
    """
    t = occasion.texts
    people = (made.proposed_by, made.approved_by)
    names = tuple(occasion.names[p] for p in people if p and p in occasion.names)
    none_refused = all(
        service.outcome is did.Outcome.GRANT for service in made.decision.services
    )
    return occasion.letter(
        LetterKind.DECISION,
        "decide",
        t("decision.granted_title" if none_refused else "decision.title"),
        _applied_for(occasion, file),
        _decided(occasion, made.decision),
        Section(
            "grounds",
            t("decision.grounds_heading"),
            tuple(
                Paragraph(f"{in_language(service.name)}: {service.grounds}")
                for service in made.decision.services
            ),
        ),
        _assessment(occasion, file),
        Section(
            "own-view",
            t("decision.own_view_heading"),
            (
                Paragraph(made.decision.own_view),
                *((Paragraph(made.decision.weight),) if made.decision.weight else ()),
                Paragraph(
                    t("decision.own_view_law", law=occasion.term("participation"))
                ),
            ),
        ),
        Section(
            "how-reached",
            t("decision.how_heading"),
            (
                Paragraph(made.decision.how_reached),
                Paragraph(t("decision.took_part", names=made.decision.took_part)),
                Paragraph(_made_by(occasion, made)),
            ),
        ),
        _rules(occasion, made.decision),
        appeal_section(occasion, notice.appeal_by, notice.body, notice.basis),
        *further_sections(occasion),
        signed=names,
    )


def _applied_for(occasion: Occasion, file: at.File) -> Section:
    t, said = occasion.texts, file.application.application
    words: tuple[Block, ...] = ()
    if said.situation:
        words = (Paragraph(t("decision.own_words")), Paragraph(said.situation))
    return Section(
        "applied-for",
        t("decision.applied_heading"),
        (
            Paragraph(t("decision.applied", day=day(file.received_on))),
            Points(occasion.offers(file.wants)),
            *words,
        ),
    )


def _decided(occasion: Occasion, decision: did.Decision) -> Section:
    t = occasion.texts
    heads = ("service", "outcome", "amount", "period", "review", "price")
    other: tuple[Block, ...] = ()
    if decision.other_support:
        other = (
            Paragraph(t("decision.other_support"), strong=True),
            Paragraph(decision.other_support),
        )
    return Section(
        "decided",
        t("decision.decided_heading"),
        (
            Table(
                t("decision.caption"),
                tuple(t(f"decision.head_{head}") for head in heads),
                tuple(_service_row(occasion, s) for s in decision.services),
            ),
            *other,
        ),
    )


def _service_row(occasion: Occasion, service: did.ServiceDecision) -> tuple[str, ...]:
    t = occasion.texts
    nothing = t("decision.nothing")
    outcome = t(f"decision.outcome_{service.outcome}")
    name = in_language(service.name)
    if service.starts_on is None:
        return (name, outcome, nothing, nothing, nothing, nothing)
    start = day(service.starts_on)
    period = (
        t("decision.period", start=start, end=day(service.ends_on))
        if service.ends_on
        else t("decision.period_open", start=start)
    )
    review = day(service.review_on) if service.review_on else nothing
    price = in_language(service.price)
    return (name, outcome, service.amount, period, review, price)


def _assessment(occasion: Occasion, file: at.File) -> Section:
    t = occasion.texts
    table = assessed(file.findings, t)
    return Section("assessment", t("decision.assessment_heading"), (table,))


def assessed(findings: Sequence[did.FindingRecorded], texts: Texts) -> Table:
    """Return the findings as a table, with what the person means where they said it."""
    views = any(finding.own_view for finding in findings)
    heads = ("criterion", "finding", "reason", "evidence", *(["view"] if views else []))
    rows = []
    for finding in findings:
        row = (
            in_language(finding.name),
            texts(f"decision.finding_{finding.outcome}"),
            finding.reason,
            finding.evidence or texts("decision.no_evidence"),
        )
        rows.append((*row, finding.own_view) if views else row)
    return Table(
        texts("decision.caption_assessment"),
        tuple(texts(f"decision.head_{head}") for head in heads),
        tuple(rows),
    )


def _rules(occasion: Occasion, decision: did.Decision) -> Section:
    t = occasion.texts
    used = dict.fromkeys(basis for s in decision.services for basis in s.basis)
    return Section(
        "rules",
        t("decision.rules_heading"),
        (
            Points(tuple(occasion.law(basis) for basis in used)),
            Paragraph(t("decision.sound", law=occasion.law(Citation("hol § 4-1")))),
        ),
    )


def _made_by(occasion: Occasion, made: did.DecisionMade) -> str:
    t = occasion.texts
    text = t(
        "decision.case_handler",
        names=occasion.names.get(made.proposed_by, occasion.sender),
    )
    if made.approved_by and made.approved_by in occasion.names:
        name = occasion.names[made.approved_by]
        text = f"{text} {t('decision.approved_by', name=name)}"
    return text

"""The letters of an application."""

from datetime import datetime

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
from fotfeste.letters.wording import day, moment, weekday
from fotfeste.procedures import time_limits
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application import stages as at


def acknowledgement(occasion: Occasion, file: at.File, received_at: datetime) -> Letter:
    """Return the answer that says the application has come in (eforv § 6)."""
    t, arrived = occasion.texts, file.application
    due = time_limits.preliminary_answer(file.received_on, occasion.book)
    if arrived.channel == "online":
        received = t(
            "acknowledgement.received_online",
            moment=moment(received_at),
            reference=occasion.reference,
        )
    else:
        received = t(
            "acknowledgement.received_other",
            day=day(file.received_on),
            reference=occasion.reference,
        )
    unit = occasion.pack.unit(occasion.pack.unit_for("interview")).name
    coming: list[Block] = [Paragraph(t("acknowledgement.next", unit=unit))]
    if occasion.pack.promise("mapping-interview"):
        promised = time_limits.mapping_interview(
            file.received_on, occasion.book, occasion.pack
        )
        text = t("acknowledgement.next_promise", day=weekday(promised.value))
        coming.append(Paragraph(text))
    return occasion.letter(
        LetterKind.ACKNOWLEDGEMENT,
        "receive",
        t("acknowledgement.title"),
        Section(
            "received",
            t("acknowledgement.received_heading"),
            (
                Paragraph(received),
                Paragraph(t("acknowledgement.wants")),
                Points(_offers(occasion, file)),
            ),
        ),
        Section("next", t("acknowledgement.next_heading"), tuple(coming)),
        Section(
            "when",
            t("acknowledgement.when_heading"),
            (
                Paragraph(
                    t(
                        "acknowledgement.when",
                        day=weekday(due.value),
                        law=occasion.law(due.basis[0]),
                    )
                ),
            ),
        ),
        Section(
            "rights",
            t("acknowledgement.rights_heading"),
            (
                Points(
                    (
                        t("acknowledgement.comment"),
                        t("common.documents"),
                        t("common.companion"),
                    )
                ),
            ),
        ),
        Section(
            "emergency",
            t("acknowledgement.emergency_heading"),
            (Paragraph(t("acknowledgement.emergency")), occasion.emergency()),
        ),
    )


def invitation(occasion: Occasion, arranged: did.InterviewArranged) -> Letter:
    """Return the invitation to the mapping interview."""
    t = occasion.texts
    when = t("invitation.interview", day=weekday(arranged.on), at=arranged.at)
    return occasion.letter(
        LetterKind.INVITATION,
        "interview",
        t("invitation.title"),
        Section(
            "interview",
            t("invitation.interview_heading"),
            (
                Paragraph(when, strong=True),
                Paragraph(t("invitation.place", place=arranged.place)),
            ),
        ),
        Section(
            "about",
            t("invitation.about_heading"),
            (Paragraph(t("invitation.about")), Paragraph(t("common.companion"))),
        ),
        Section(
            "change",
            t("invitation.change_heading"),
            (Paragraph(t("invitation.change")),),
        ),
    )


def delay_notice(occasion: Occasion, notice: did.DelayNoticeGiven) -> Letter:
    """Return the notice of delay: the reason, and when to expect a decision.

    Law: fvl § 11 a second paragraph.
    """
    t = occasion.texts
    return occasion.letter(
        LetterKind.DELAY_NOTICE,
        "decide",
        t("delay-notice.title"),
        Section(
            "reason",
            t("delay-notice.reason_heading"),
            (Paragraph(t("delay-notice.reason")), Paragraph(notice.reason)),
        ),
        Section(
            "expected",
            t("delay-notice.expected_heading"),
            (
                Paragraph(
                    t("delay-notice.expected", day=weekday(notice.expected_on)),
                    strong=True,
                ),
                Paragraph(
                    t(
                        "delay-notice.expected_again",
                        law=occasion.term("preliminary-answer"),
                    )
                ),
            ),
        ),
        Section(
            "rights",
            t("delay-notice.rights_heading"),
            (
                Paragraph(t("delay-notice.rights")),
                Paragraph(t("common.documents")),
            ),
        ),
    )


def reopened(occasion: Occasion, file: at.File, event: did.CaseReopened) -> Letter:
    """Return the letter that says the case is handled again after an appeal."""
    t = occasion.texts
    due = time_limits.preliminary_answer(file.waiting_since, occasion.book)
    return occasion.letter(
        LetterKind.REOPENED,
        "decide",
        t("reopened.title"),
        Section(
            "reopened",
            t("reopened.reopened_heading"),
            (Paragraph(t("reopened.reopened")), Paragraph(event.reason)),
        ),
        Section(
            "next",
            t("reopened.next_heading"),
            (
                Paragraph(t("reopened.next")),
                Paragraph(
                    t(
                        "reopened.when",
                        day=weekday(due.value),
                        law=occasion.law(due.basis[0]),
                    )
                ),
            ),
        ),
    )


def decision(
    occasion: Occasion,
    file: at.File,
    made: did.DecisionMade,
    notice: did.DecisionMadeAvailable,
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
                Paragraph(f"{service.name}: {service.grounds}")
                for service in made.decision.services
            ),
        ),
        _assessment(occasion, file),
        Section(
            "own-view",
            t("decision.own_view_heading"),
            (
                Paragraph(made.decision.own_view),
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
            Points(_offers(occasion, file)),
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
    if service.starts_on is None:
        return (service.name, outcome, nothing, nothing, nothing, nothing)
    start = day(service.starts_on)
    period = (
        t("decision.period", start=start, end=day(service.ends_on))
        if service.ends_on
        else t("decision.period_open", start=start)
    )
    review = day(service.review_on) if service.review_on else nothing
    return (service.name, outcome, service.amount, period, review, service.price)


def _assessment(occasion: Occasion, file: at.File) -> Section:
    t = occasion.texts
    heads = ("criterion", "finding", "reason", "evidence")
    return Section(
        "assessment",
        t("decision.assessment_heading"),
        (
            Table(
                t("decision.caption_assessment"),
                tuple(t(f"decision.head_{head}") for head in heads),
                tuple(
                    (
                        finding.name,
                        t(f"decision.finding_{finding.outcome}"),
                        finding.reason,
                        finding.evidence or t("decision.no_evidence"),
                    )
                    for finding in file.findings
                ),
            ),
        ),
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


def _offers(occasion: Occasion, file: at.File) -> tuple[str, ...]:
    offers = [occasion.pack.offer(key) for key in file.wants]
    return tuple(offer.name for offer in offers if offer)

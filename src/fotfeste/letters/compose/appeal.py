"""The letters of an appeal."""

from collections.abc import Sequence

from fotfeste.letters.compose.occasion import Occasion
from fotfeste.letters.compose.rights import appeal_section, help_section
from fotfeste.letters.content import (
    Block,
    Letter,
    LetterKind,
    Numbered,
    Paragraph,
    Points,
    Section,
)
from fotfeste.letters.wording import day, in_language, weekday
from fotfeste.procedures.appeal import events as did


def acknowledgement(occasion: Occasion, received: did.AppealReceived) -> Letter:
    """Return the answer that says the appeal has come in."""
    t = occasion.texts
    text = t(
        "appeal-acknowledgement.received",
        day=day(received.received_on),
        reference=occasion.reference,
    )
    blocks: list[Block] = [Paragraph(text)]
    if not received.in_time:
        late = t("appeal-acknowledgement.late", day=day(received.appeal_by))
        blocks.append(Paragraph(late))
    blocks.append(Paragraph(t("appeal-acknowledgement.words")))
    words = (received.dissatisfied_with, received.change_wanted)
    blocks.extend(Paragraph(word) for word in words if word)
    return occasion.letter(
        LetterKind.APPEAL_ACKNOWLEDGEMENT,
        "appeal",
        t("appeal-acknowledgement.title"),
        Section(
            "received", t("appeal-acknowledgement.received_heading"), tuple(blocks)
        ),
        Section(
            "next",
            t("appeal-acknowledgement.next_heading"),
            (
                Paragraph(
                    t("appeal-acknowledgement.next", body=in_language(received.body))
                ),
            ),
        ),
        Section(
            "rights",
            t("appeal-acknowledgement.rights_heading"),
            (Points((t("common.documents"), t("common.companion"))),),
        ),
    )


def dismissal(
    occasion: Occasion, received: did.AppealReceived, dismissed: did.AppealDismissed
) -> Letter:
    """Return the dismissal of a late appeal; it can itself be appealed."""
    t = occasion.texts
    return occasion.letter(
        LetterKind.DISMISSAL,
        "appeal",
        t("dismissal.title"),
        Section(
            "dismissed",
            t("dismissal.dismissed_heading"),
            (Paragraph(t("dismissal.dismissed", day=weekday(received.appeal_by))),),
        ),
        Section(
            "grounds", t("dismissal.grounds_heading"), (Paragraph(dismissed.reason),)
        ),
        appeal_section(occasion, dismissed.appeal_by, dismissed.body, dismissed.basis),
        help_section(occasion),
    )


def forwarding(
    occasion: Occasion,
    received: did.AppealReceived,
    later: Sequence[object],
    documents: tuple[str, ...],
) -> Letter:
    """Return the letter to the appellate instance (fvl § 33 fourth paragraph).

    later:     what has happened since the appeal came in.
    documents: the titles of the bundle, in order.
    """
    t = occasion.texts
    admitted = [e.reason for e in later if isinstance(e, did.LateAppealAdmitted)]
    days = {"last": day(received.appeal_by), "sent": day(received.sent_on)}
    time: tuple[Block, ...] = (Paragraph(t("forwarding.in_time", **days)),)
    if admitted:
        time = (Paragraph(t("forwarding.admitted", **days)), Paragraph(admitted[0]))
    body = occasion.book.name("county-governor", occasion.on)
    return occasion.letter(
        LetterKind.FORWARDING,
        "appeal",
        t("forwarding.title"),
        Section(
            "appeal",
            t("forwarding.appeal_heading"),
            (
                Paragraph(
                    t(
                        "forwarding.appeal",
                        sender=occasion.sender,
                        name=received.name,
                        decided=day(received.decided_on),
                    )
                ),
                Paragraph(received.dissatisfied_with),
            ),
        ),
        Section("time", t("forwarding.time_heading"), time),
        Section(
            "statement",
            t("forwarding.statement_heading"),
            (Paragraph(_statement(later)),),
        ),
        Section(
            "documents",
            t("forwarding.documents_heading"),
            (Paragraph(t("forwarding.documents")), Numbered(documents)),
        ),
        recipient=(received.body or body,),
    )


def forwarding_copy(
    occasion: Occasion,
    forwarded: did.AppealForwarded,
    later: Sequence[object],
    documents: tuple[str, ...],
) -> Letter:
    """Return the party's copy of what was sent to the appellate instance."""
    t = occasion.texts
    return occasion.letter(
        LetterKind.FORWARDING_COPY,
        "appeal",
        t("forwarding-copy.title"),
        Section(
            "forwarded",
            t("forwarding-copy.forwarded_heading"),
            (
                Paragraph(
                    t(
                        "forwarding-copy.forwarded",
                        body=in_language(forwarded.body),
                        day=day(forwarded.on),
                    )
                ),
            ),
        ),
        Section(
            "statement",
            t("forwarding-copy.statement_heading"),
            (Paragraph(_statement(later)),),
        ),
        Section(
            "documents",
            t("forwarding-copy.documents_heading"),
            (Numbered(documents),),
        ),
        Section(
            "next",
            t("forwarding-copy.next_heading"),
            (Paragraph(t("forwarding-copy.next", body=in_language(forwarded.body))),),
        ),
    )


def _statement(later: Sequence[object]) -> str:
    return next(
        (
            e.statement
            for e in later
            if isinstance(e, did.DecisionUpheld | did.DecisionPartlyReversed)
        ),
        "",
    )

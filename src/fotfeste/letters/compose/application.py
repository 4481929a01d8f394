"""The letters of an application."""

from datetime import datetime

from fotfeste.letters.compose.occasion import Occasion
from fotfeste.letters.content import (
    Block,
    Letter,
    LetterKind,
    Paragraph,
    Points,
    Section,
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
    unit = occasion.desk.unit(occasion.desk.unit_for("interview")).name
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
                Points(occasion.offers(file.wants)),
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

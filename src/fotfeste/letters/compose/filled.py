"""What the plain letters are filled in with, from what has happened in the case."""

from datetime import date
from functools import singledispatch
from typing import Any

from fotfeste.letters.compose.occasion import Occasion
from fotfeste.letters.content import LetterKind
from fotfeste.letters.wording import day, in_language, weekday
from fotfeste.procedures import time_limits
from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.application import events as application
from fotfeste.procedures.application import stages as application_at
from fotfeste.procedures.care import events as care
from fotfeste.procedures.documents import events as documents
from fotfeste.procedures.information import events as information
from fotfeste.procedures.kinds import Case
from fotfeste.procedures.person.stages import File as PersonFile
from fotfeste.procedures.remedy import events as remedy
from fotfeste.procedures.report import events as report
from fotfeste.rulebook.pack import StepName

STEPS: dict[LetterKind, StepName] = {
    LetterKind.PASSED_ON: "receive",
    LetterKind.CASE_DISMISSED: "decide",
    LetterKind.CLOSED: "decide",
    LetterKind.DISCLOSED: "decide",
    LetterKind.REMINDER: "decide",
    LetterKind.TAKEN_UP: "interview",
    LetterKind.REVERSAL: "decide",
    LetterKind.INFORMATION_REQUEST: "decide",
    LetterKind.INFORMATION_REMINDER: "decide",
    LetterKind.PRESENTED: "decide",
    LetterKind.DOCUMENTS: "decide",
    LetterKind.ACCESS_REFUSED: "decide",
    LetterKind.GROUNDS: "decide",
    LetterKind.SUSPENSION: "appeal",
    LetterKind.CORRECTION: "decide",
    LetterKind.SUPERVISION: "appeal",
    LetterKind.MENDING: "appeal",
    LetterKind.APPEAL_DELAY_NOTICE: "appeal",
    LetterKind.COSTS: "appeal",
    LetterKind.ADVANCE_NOTICE: "decide",
    LetterKind.CHANGE_DROPPED: "decide",
    LetterKind.CHANGE: "decide",
    LetterKind.RESTORED: "decide",
    LetterKind.CARE_ENDED: "deliver",
    LetterKind.REPORT_RECEIVED: "receive",
    LetterKind.FEEDBACK: "decide",
}
"""Which unit writes each of the plain letters."""


@singledispatch
def facts(
    event: Any, case: Case, person: PersonFile, occasion: Occasion
) -> dict[str, str]:
    """Return what the letter of the event is filled in with.

    Raises: LookupError - no plain letter follows from the event.
    """
    del case, person, occasion
    raise LookupError(f"No plain letter follows from {type(event).__name__}")


@facts.register
def _(
    event: application.ApplicationPassed, case: Any, person: Any, on: Occasion
) -> Any:
    del case, person
    return {
        "recipient": event.recipient,
        "day": day(event.on),
        "law": on.term("enquiry.passed-on"),
    }


@facts.register
def _(
    event: application.ApplicationDismissed, case: Any, person: Any, on: Occasion
) -> Any:
    del person
    return {
        "day": day(case.opened.received_on),
        "reason": event.reason,
        "law": on.term("dismissal"),
    }


@facts.register
def _(event: application.CaseClosed, case: Any, person: Any, on: Occasion) -> Any:
    del case, person
    return {
        "why": on.texts(f"phrases.closed_{event.closing}"),
        "reason": event.reason,
        "law": on.term("stay"),
    }


@facts.register
def _(event: application.CaseReopened, case: Any, person: Any, on: Occasion) -> Any:
    del person
    comment = on.texts("phrases.comment_any")
    if event.comment_by:
        comment = on.texts("phrases.comment_by", day=weekday(event.comment_by))
    own = event.cause == "own-initiative"
    file: application_at.File = case.opened
    due = time_limits.preliminary_answer(file.waiting_since, on.book)
    return {
        "reason": event.reason,
        "comment": comment,
        "due": weekday(due.value),
        "law": on.term("reversal") if own else on.law(due.basis[0]),
    }


@facts.register
def _(
    event: information.InformationRequested, case: Any, person: PersonFile, on: Occasion
) -> Any:
    del case
    given = [c for c in person.consents if c.consent == event.consent]
    return {
        "name": on.name,
        "what": event.what,
        "why": event.why,
        "fields": given[0].fields if given else event.what,
        "until": day(given[0].valid_to if given else event.due_on),
        "due": weekday(event.due_on),
        "law": on.term("consent"),
    }


@facts.register
def _(event: information.SourceReminded, case: Any, person: Any, on: Occasion) -> Any:
    del case, person
    return {"name": on.name, "due": weekday(event.due_on)}


@facts.register
def _(
    event: information.InformationPresented, case: Any, person: Any, on: Occasion
) -> Any:
    del person
    asked = [r for r in case.opened.information.requests if r.key == event.request]
    return {
        "source": asked[0].source,
        "answer": asked[0].answer,
        "comment_by": weekday(event.comment_by),
        "law": on.term("party.comment"),
    }


@facts.register
def _(event: information.InformationDisclosed, case: Any, person: Any, on: Any) -> Any:
    del case, person
    return {
        "recipient": event.recipient,
        "what": event.what,
        "why": event.why,
        "law": on.law(event.basis),
    }


@facts.register
def _(event: remedy.ReminderGiven, case: Any, person: Any, on: Any) -> Any:
    del person
    decision = case.opened.decisions.made[event.number - 1]
    return {
        "title": decision.title,
        "day": day(decision.decided_on),
        "last": weekday(decision.appeal_by),
        "law": on.term("unopened"),
    }


@facts.register
def _(event: documents.DocumentsGiven, case: Any, person: Any, on: Occasion) -> Any:
    del case, person
    return {"how": event.how, "law": on.term("documents.access")}


@facts.register
def _(event: documents.AccessRefused, case: Any, person: Any, on: Occasion) -> Any:
    del case, person
    given = on.texts("phrases.given", given=event.given) if event.given else ""
    return {
        "which": event.which,
        "given": given,
        "reason": event.reason,
        "provision": on.law(event.provision),
    }


@facts.register
def _(event: remedy.GroundsGiven, case: Any, person: Any, on: Occasion) -> Any:
    del case, person
    return {"grounds": event.grounds, "law": on.term("grounds.asked-for")}


@facts.register
def _(event: remedy.SuspensionDecided, case: Any, person: Any, on: Occasion) -> Any:
    del case, person
    answer = "granted" if event.granted else "refused"
    return {
        "answer": on.texts(f"phrases.suspension_{answer}"),
        "reason": event.reason,
        "law": on.term("suspended-execution"),
    }


@facts.register
def _(event: remedy.DecisionCorrected, case: Any, person: Any, on: Occasion) -> Any:
    del case, person, on
    return {"was": event.was, "corrected": event.corrected}


@facts.register
def _(event: remedy.SupervisionAskedFor, case: Any, person: Any, on: Occasion) -> Any:
    del case, person
    return {
        "name": on.name,
        "words": event.words,
        "law": on.term("supervision-request"),
    }


@facts.register
def _(event: appeal.MendingAskedFor, case: Any, person: Any, on: Occasion) -> Any:
    del case, person
    return {
        "defects": event.defects,
        "day": weekday(event.mend_by),
        "law": on.term("appeal.mend"),
    }


@facts.register
def _(
    event: appeal.AppealDelayNoticeGiven, case: Any, person: Any, on: Occasion
) -> Any:
    del case, person
    return {
        "reason": event.reason,
        "day": weekday(event.expected_on),
        "law": on.term("preliminary-answer"),
    }


@facts.register
def _(event: appeal.CostsDecided, case: Any, person: Any, on: Occasion) -> Any:
    del case, person
    covered = on.texts("phrases.costs_refused")
    if event.covered:
        covered = on.texts("phrases.costs_covered", covered=event.covered)
    return {"covered": covered, "reason": event.reason}


@facts.register
def _(event: care.AdvanceNoticeGiven, case: Any, person: Any, on: Occasion) -> Any:
    del person
    return {
        "service": in_language(case.opened.grant.name),
        "proposal": event.proposal,
        "reason": event.reason,
        "comment_by": weekday(event.comment_by),
        "law": on.term("party.heard"),
    }


@facts.register
def _(event: care.ChangeDropped, case: Any, person: Any, on: Occasion) -> Any:
    del person, on
    return {"service": in_language(case.opened.grant.name), "reason": event.reason}


@facts.register
def _(event: care.ChangeDecided, case: Any, person: Any, on: Occasion) -> Any:
    del person
    change, necessity = event.change, ""
    if change.necessity:
        necessity = on.texts("phrases.necessity", reason=change.necessity)
    return {
        "service": in_language(case.opened.grant.name),
        "change": on.texts(f"phrases.change_{change.what}", amount=change.amount),
        "from_on": day(change.from_on),
        "necessity": necessity,
        "grounds": change.grounds,
        "own_view": change.own_view,
        "noticed": _noticed(case),
        "rules": on.law(*change.basis),
    }


@facts.register
def _(event: care.CareRestored, case: Any, person: Any, on: Occasion) -> Any:
    del person, on
    return {"service": in_language(case.opened.grant.name), "reason": event.reason}


@facts.register
def _(event: care.CareEnded, case: Any, person: Any, on: Occasion) -> Any:
    del person
    return {
        "service": in_language(case.opened.grant.name),
        "day": day(event.on),
        "why": on.texts(f"phrases.ended_{event.ending}"),
        "reason": event.reason,
    }


@facts.register
def _(event: report.ReportReceived, case: Any, person: Any, on: Occasion) -> Any:
    del case, person
    due = time_limits.of_term("kin.report-feedback", event.on, on.book)
    return {
        "day": day(event.on),
        "reference": on.reference,
        "due": weekday(due.value),
        "law": on.term("kin.report"),
    }


@facts.register
def _(event: report.FeedbackGiven, case: Any, person: Any, on: Occasion) -> Any:
    del case, person
    return {"words": event.words, "law": on.term("kin.report")}


def _noticed(case: Any) -> str:
    noticed: date = case.opened.noticed_on
    return day(noticed)

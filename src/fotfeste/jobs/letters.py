"""Making the letters that events give rise to."""

from dataclasses import replace
from typing import Any

from django.utils.translation import override

from fotfeste.access.people import Party
from fotfeste.jobs.dispatching import dispatch_letter
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.letters import archive
from fotfeste.letters.addressee import addressee
from fotfeste.letters.compose import appeal as appeal_letters
from fotfeste.letters.compose import application as application_letters
from fotfeste.letters.compose.decision import decision as decision_letter
from fotfeste.letters.compose.documents import Document, documents, for_party
from fotfeste.letters.compose.filled import STEPS, facts
from fotfeste.letters.compose.occasion import Occasion
from fotfeste.letters.compose.plain import plain
from fotfeste.letters.content import OF_DECISION, Letter, LetterKind
from fotfeste.letters.envelope import scopes_for
from fotfeste.letters.occasions import OUTSIDE, language_of, names_of, occasion_of
from fotfeste.letters.pdf import pdf
from fotfeste.office.handle import OSLO, Office
from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.application import events as application
from fotfeste.procedures.care import events as care
from fotfeste.procedures.documents import events as documents_events
from fotfeste.procedures.information import events as information
from fotfeste.procedures.kinds import Case, Event, replay
from fotfeste.procedures.remedy import events as remedy
from fotfeste.procedures.remedy.stages import Decision, DecisionKind
from fotfeste.procedures.report import events as report

LETTERS_OF: dict[type[Event], tuple[LetterKind, ...]] = {
    application.ApplicationReceived: (LetterKind.ACKNOWLEDGEMENT,),
    application.ApplicationPassed: (LetterKind.PASSED_ON,),
    application.InterviewArranged: (LetterKind.INVITATION,),
    application.DelayNoticeGiven: (LetterKind.DELAY_NOTICE,),
    application.CaseReopened: (LetterKind.REOPENED,),
    information.InformationRequested: (LetterKind.INFORMATION_REQUEST,),
    information.SourceReminded: (LetterKind.INFORMATION_REMINDER,),
    information.InformationPresented: (LetterKind.PRESENTED,),
    information.InformationDisclosed: (LetterKind.DISCLOSED,),
    documents_events.DocumentsGiven: (LetterKind.DOCUMENTS,),
    remedy.DecisionMadeAvailable: (LetterKind.DECISION,),
    remedy.ReminderGiven: (LetterKind.REMINDER,),
    remedy.GroundsGiven: (LetterKind.GROUNDS,),
    remedy.SuspensionDecided: (LetterKind.SUSPENSION,),
    remedy.DecisionCorrected: (LetterKind.CORRECTION,),
    remedy.SupervisionAskedFor: (LetterKind.SUPERVISION,),
    appeal.AppealReceived: (LetterKind.APPEAL_ACKNOWLEDGEMENT,),
    appeal.MendingAskedFor: (LetterKind.MENDING,),
    appeal.AppealDelayNoticeGiven: (LetterKind.APPEAL_DELAY_NOTICE,),
    appeal.AppealDismissed: (LetterKind.DISMISSAL,),
    appeal.AppealForwarded: (LetterKind.FORWARDING, LetterKind.FORWARDING_COPY),
    care.AdvanceNoticeGiven: (LetterKind.ADVANCE_NOTICE,),
    care.ChangeDropped: (LetterKind.CHANGE_DROPPED,),
    care.CareRestored: (LetterKind.RESTORED,),
    care.CareEnded: (LetterKind.CARE_ENDED,),
    report.ReportReceived: (LetterKind.REPORT_RECEIVED,),
    report.FeedbackGiven: (LetterKind.FEEDBACK,),
}
"""Which letters follow from which event; of a decision made available, by its kind."""

MAKERS: dict[DecisionKind, type[Event]] = {
    DecisionKind.SERVICES: application.DecisionMade,
    DecisionKind.DISMISSAL: application.ApplicationDismissed,
    DecisionKind.CLOSING: application.CaseClosed,
    DecisionKind.ACCESS: documents_events.AccessRefused,
    DecisionKind.CHANGE: care.ChangeDecided,
    DecisionKind.COSTS: appeal.CostsDecided,
}
"""The event that makes each kind of decision."""

REOPENINGS = {
    "appeal": LetterKind.REOPENED,
    "own-initiative": LetterKind.REVERSAL,
    "taken-up": LetterKind.TAKEN_UP,
}


def make_letters(history: log.History, record: log.Recorded, office: Office) -> None:
    """Make and keep the letters of the event; those that are kept are left alone."""
    until = tuple(r.event for r in history.records[: record.version])
    case = replay(history.kind, until)
    kinds = _kinds(record.event, case)
    names = names_of(history, office) if kinds else {}
    for kind in kinds:
        with fenced(history.municipality):
            if archive.is_kept(history.municipality, record.id, kind):
                continue
            to, origin = addressee(history, case, office, scopes_for(kind))
            with override(language_of(history, kind)):
                occasion = occasion_of(history, record, to, names, office)
                letter, bundle = _written(
                    history, record, kind, case, origin, occasion, office
                )
            archive.keep(
                letter,
                pdf(letter, bundle),
                municipality=history.municipality,
                event=record.id,
                stream=history.stream,
                party=Party(history.person, history.wrapped),
                to_party=kind not in OUTSIDE,
                by_post=kind not in OUTSIDE
                and (to.posted or kind is LetterKind.REMINDER),
                keys=office.keys,
                bundle=bundle,
            )
            dispatch_letter(history, record.id, letter, to, office)


def _kinds(event: Event, case: Case) -> tuple[LetterKind, ...]:
    match event:
        case remedy.DecisionMadeAvailable(number=number):
            return (OF_DECISION[_decision(case, number).kind],)
        case application.CaseReopened(cause=cause):
            return (REOPENINGS[cause],)
        case information.InformationDisclosed(silent=reason) if reason:
            return ()
        case care.CareEnded(ending=care.Ending.DEATH):
            return ()
        case _:
            pass
    return LETTERS_OF.get(type(event), ())


def _written(  # noqa: C901 - a line for each kind of letter
    history: log.History,
    record: log.Recorded,
    kind: LetterKind,
    case: Case,
    origin: log.History,
    occasion: Occasion,
    office: Office,
) -> tuple[Letter, tuple[Document, ...]]:
    """Return the letter, and the documents that go with it."""
    until = tuple(r.event for r in history.records[: record.version])
    file: Any = case.opened
    match kind, record.event:
        case LetterKind.ACKNOWLEDGEMENT, _:
            at = record.recorded_at.astimezone(OSLO)
            return application_letters.acknowledgement(occasion, file, at), ()
        case _, application.InterviewArranged() as arranged:
            return application_letters.invitation(occasion, arranged), ()
        case _, application.DelayNoticeGiven() as notice:
            return application_letters.delay_notice(occasion, notice), ()
        case LetterKind.REOPENED, application.CaseReopened() as event:
            return application_letters.reopened(occasion, file, event), ()
        case LetterKind.DECISION, remedy.DecisionMadeAvailable() as notice:
            made = [e for e in until if isinstance(e, application.DecisionMade)][-1]
            return decision_letter(occasion, file, made, notice), ()
        case _, appeal.AppealReceived() as received:
            return appeal_letters.acknowledgement(occasion, received), ()
        case _, appeal.AppealDismissed() as dismissed:
            return appeal_letters.dismissal(occasion, file.received, dismissed), ()
        case LetterKind.FORWARDING, _:
            bundle = _bundle((origin, history), occasion, office)
            titles = tuple(document.title for document in bundle)
            letter = appeal_letters.forwarding(occasion, file.received, until, titles)
            return letter, bundle
        case _, appeal.AppealForwarded() as forwarded:
            bundle = _bundle((origin, history), occasion, office, to_party=True)
            titles = tuple(document.title for document in bundle)
            copy = appeal_letters.forwarding_copy(occasion, forwarded, until, titles)
            return copy, bundle
        case LetterKind.DOCUMENTS, _:
            bundle = _bundle((history,), occasion, office, to_party=True)
            return _plain(history, record.event, kind, case, occasion), bundle
        case _:
            pass
    return _plain(history, record.event, kind, case, occasion), ()


def _plain(
    history: log.History,
    event: Event,
    kind: LetterKind,
    case: Case,
    occasion: Occasion,
) -> Letter:
    """Return a letter that only needs to be filled in."""
    notice: remedy.DecisionMadeAvailable | None = None
    recipient: tuple[str, ...] = ()
    match event:
        case remedy.DecisionMadeAvailable(number=number):
            notice = event
            event = _maker(history, number)
        case remedy.GroundsGiven(number=number):
            told = _decision(case, number).told
            notice = replace(told, appeal_by=event.appeal_by, basis=event.basis)
        case information.InformationRequested(source=source):
            recipient = (source,)
        case information.SourceReminded(request=request):
            asked: Any = case.opened
            there = {r.key: r.source for r in asked.information.requests}
            recipient = (there[request],)
        case remedy.SupervisionAskedFor(body=body):
            recipient = (body,)
        case _:
            pass
    filled = facts(event, case, history.known, occasion)
    return plain(
        occasion, kind, STEPS[kind], filled, notice=notice, recipient=recipient
    )


def _decision(case: Case, number: int) -> Decision:
    file: Any = case.opened
    decision: Decision = file.decisions.made[number - 1]
    return decision


def _maker(history: log.History, number: int) -> Event:
    """Return the event that made the decision with the number.

    A case that death closed was not decided.
    """
    makers = (*MAKERS.values(), appeal.AppealDismissed)
    made = [
        event
        for event in history.events
        if isinstance(event, makers)
        and not (isinstance(event, application.CaseClosed) and event.closing == "death")
    ]
    return made[number - 1]


def _bundle(
    histories: tuple[log.History, ...],
    occasion: Occasion,
    office: Office,
    *,
    to_party: bool = False,
) -> tuple[Document, ...]:
    """Return all the documents of the cases, in order, with the decisions as sent.

    to_party: without what the law lets be kept from them.
    """
    decisions = []
    for history in histories:
        party = Party(history.person, history.wrapped)
        decisions += [
            archive.letter_text(history.municipality, kept, party, office.keys)
            for kept in archive.letters_of(history.municipality, [history.stream])
            if kept.kind in OF_DECISION.values()
        ]
    records = [record for history in histories for record in history.records]
    shown = for_party(records) if to_party else records
    return documents(shown, decisions, occasion.texts, office.book)

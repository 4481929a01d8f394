"""Making the letters that events give rise to."""

from uuid import UUID

from fotfeste.access.models import Employee
from fotfeste.access.people import Party
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.letters import archive
from fotfeste.letters.compose import appeal as appeal_letters
from fotfeste.letters.compose import application as application_letters
from fotfeste.letters.compose.decision import decision as decision_letter
from fotfeste.letters.compose.documents import Document, documents
from fotfeste.letters.compose.occasion import Occasion
from fotfeste.letters.content import Letter, LetterKind
from fotfeste.letters.pdf import pdf
from fotfeste.letters.wording import Texts
from fotfeste.office.handle import OSLO, Office
from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.appeal import stages as appeal_stages
from fotfeste.procedures.application import events as application
from fotfeste.procedures.application import stages as application_stages
from fotfeste.procedures.kinds import replay

LETTERS_OF: dict[type, tuple[LetterKind, ...]] = {
    application.ApplicationReceived: (LetterKind.ACKNOWLEDGEMENT,),
    application.InterviewArranged: (LetterKind.INVITATION,),
    application.DelayNoticeGiven: (LetterKind.DELAY_NOTICE,),
    application.DecisionMadeAvailable: (LetterKind.DECISION,),
    application.CaseReopened: (LetterKind.REOPENED,),
    appeal.AppealReceived: (LetterKind.APPEAL_ACKNOWLEDGEMENT,),
    appeal.AppealDismissed: (LetterKind.DISMISSAL,),
    appeal.AppealForwarded: (LetterKind.FORWARDING, LetterKind.FORWARDING_COPY),
}
"""Which letters follow from which event."""


def make_letters(history: log.History, record: log.Recorded, office: Office) -> None:
    """Make and keep the letters of the event; those that are kept are left alone."""
    for kind in LETTERS_OF.get(type(record.event), ()):
        with fenced(history.municipality):
            if archive.is_kept(history.municipality, record.id, kind):
                continue
            letter, bundle, posted = _written(history, record, kind, office)
            archive.keep(
                letter,
                pdf(letter, bundle),
                municipality=history.municipality,
                event=record.id,
                stream=history.stream,
                party=Party(history.person, history.wrapped),
                to_party=kind is not LetterKind.FORWARDING,
                by_post=posted,
                keys=office.keys,
            )


def _written(
    history: log.History, record: log.Recorded, kind: LetterKind, office: Office
) -> tuple[Letter, tuple[Document, ...], bool]:
    """Return the letter, the documents behind it, and whether it goes by post."""
    until = tuple(r.event for r in history.records[: record.version])
    case = replay(history.kind, until)
    if isinstance(case, application_stages.Case):
        posted = case.opened.application.channel != "online"
        occasion = _occasion(history, record, case, office)
        return _of_application(occasion, case.opened, record, until), (), posted
    return _of_appeal(history, record, kind, case, office)


def _of_application(
    occasion: Occasion,
    file: application_stages.File,
    record: log.Recorded,
    until: tuple[object, ...],
) -> Letter:
    match record.event:
        case application.ApplicationReceived():
            at = record.recorded_at.astimezone(OSLO)
            return application_letters.acknowledgement(occasion, file, at)
        case application.InterviewArranged() as arranged:
            return application_letters.invitation(occasion, arranged)
        case application.DelayNoticeGiven() as notice:
            return application_letters.delay_notice(occasion, notice)
        case application.CaseReopened() as event:
            return application_letters.reopened(occasion, file, event)
        case application.DecisionMadeAvailable() as notice:
            made = [e for e in until if isinstance(e, application.DecisionMade)][-1]
            return decision_letter(occasion, file, made, notice)
        case _:
            raise LookupError(f"No letter follows from {type(record.event).__name__}")


def _of_appeal(
    history: log.History,
    record: log.Recorded,
    kind: LetterKind,
    case: appeal_stages.Case,
    office: Office,
) -> tuple[Letter, tuple[Document, ...], bool]:
    received = case.opened
    posted = received.channel != "online"
    occasion = _occasion(history, record, case, office)
    match record.event:
        case appeal.AppealReceived():
            return appeal_letters.acknowledgement(occasion, received), (), posted
        case appeal.AppealDismissed() as dismissed:
            letter = appeal_letters.dismissal(occasion, received, dismissed)
            return letter, (), posted
        case appeal.AppealForwarded() as forwarded:
            later = [e for e in history.events if isinstance(e, appeal.Event)]
            bundle = _bundle(history, received, occasion, office)
            titles = tuple(document.title for document in bundle)
            if kind is LetterKind.FORWARDING:
                letter = appeal_letters.forwarding(occasion, received, later, titles)
                return letter, bundle, False
            copy = appeal_letters.forwarding_copy(occasion, forwarded, later, titles)
            return copy, (), posted
        case _:
            raise LookupError(f"No letter follows from {type(record.event).__name__}")


def _bundle(
    history: log.History,
    received: appeal.AppealReceived,
    occasion: Occasion,
    office: Office,
) -> tuple[Document, ...]:
    """Return all the documents of the application and of the appeal, in order."""
    origin = log.read(history.municipality, received.case, office.keys)
    if origin is None:
        raise LookupError(f"The appeal {history.reference} is against no case")
    party = Party(history.person, history.wrapped)
    decisions = [
        archive.letter_text(history.municipality, kept, party, office.keys)
        for kept in archive.letters_of(history.municipality, [origin.stream])
        if kept.kind is LetterKind.DECISION
    ]
    records = [*origin.records, *history.records]
    return documents(records, decisions, occasion.texts)


def _occasion(
    history: log.History,
    record: log.Recorded,
    case: application_stages.Case | appeal_stages.Case,
    office: Office,
) -> Occasion:
    root = _application(history, case, office)
    return Occasion(
        municipality=history.municipality,
        book=office.book,
        pack=office.book.pack(history.municipality, root.received_on),
        on=record.recorded_at.astimezone(OSLO).date(),
        reference=history.reference,
        name=root.application.name,
        address=root.application.address,
        names=_names(history),
        texts=Texts("nb"),
    )


def _application(
    history: log.History,
    case: application_stages.Case | appeal_stages.Case,
    office: Office,
) -> application.ApplicationReceived:
    """Return the application at the root of the case; an appeal's is another's."""
    if isinstance(case, application_stages.Case):
        return case.opened.application
    origin = log.read(history.municipality, case.opened.case, office.keys)
    first = origin.events[0] if origin else None
    if not isinstance(first, application.ApplicationReceived):
        raise LookupError(f"The appeal {history.reference} is against no application")
    return first


def _names(history: log.History) -> dict[UUID, str]:
    actors = {record.actor for record in history.records}
    with fenced(history.municipality):
        return {
            employee.id: employee.name
            for employee in Employee.objects.filter(
                municipality=history.municipality, id__in=actors
            )
        }

"""What has happened and where a case stands, in plain Norwegian words."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from fotfeste.ledger.log import Recorded
from fotfeste.letters.wording import day, weekday
from fotfeste.office.open_case import OpenCase
from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.appeal import stages as appeal_stages
from fotfeste.procedures.application import events as application
from fotfeste.procedures.application import stages as application_stages
from fotfeste.procedures.kinds import Event

STAGES = {
    "application.Received": "Mottatt",
    "application.Invited": "Samtale avtalt",
    "application.Mapped": "Til vurdering",
    "application.Proposed": "Venter på godkjenning",
    "application.Decided": "Vedtak sendes",
    "application.Notified": "Vedtak gitt",
    "application.Withdrawn": "Trukket",
    "appeal.Late": "Klage, for sen",
    "appeal.UnderReview": "Klage til vurdering",
    "appeal.Upheld": "Klage skal sendes videre",
    "appeal.Forwarded": "Klage sendt videre",
    "appeal.Reversed": "Klage, vedtak omgjort",
    "appeal.Dismissed": "Klage avvist",
    "appeal.Concluded": "Klage avgjort",
}
"""What a stage is called in lists, by its stored name."""

CLOCKS = {
    "preliminary-answer": "Vedtak eller brev om forsinkelse må sendes",
    "new-notice": "Vedtak eller nytt brev om forsinkelse må sendes",
    "mapping-interview": "Samtalen skal holdes, har kommunen lovet",
    "decision-after-mapping": "Vedtaket skal komme, har kommunen lovet",
    "review": "Hjelpen skal vurderes på nytt",
    "appeal-handling": "Klagen skal være behandlet, eller personen vite hvorfor",
    "": "Ingenting haster",
}
"""What a clock asks for, by its term."""

_OUTCOMES = {"grant": "ja", "part": "delvis ja", "refusal": "nei"}
_APPEAL_OUTCOMES = {
    "upheld": "Vedtaket står",
    "changed": "Vedtaket er endret",
    "set-aside": "Vedtaket er opphevet, og saken skal behandles på nytt",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a timeline."""

    on: date
    recorded_at: datetime
    title: str
    words: tuple[str, ...]


def timeline(case: OpenCase) -> list[Line]:
    """Return what has happened, the latest first."""
    return [_line(record) for record in reversed(case.history.records)]


def timeline_for_party(case: OpenCase) -> list[Line]:
    """Return what has happened, without the desk's own drafts (fvl § 18 a).

    The last day to appeal stands at the top of the person's page, and only there.
    """
    drafts = application.DecisionProposed | application.DecisionReturned
    return [
        replace(_line(record), words=()) if _has_last_day(record) else _line(record)
        for record in reversed(case.history.records)
        if not isinstance(record.event, drafts)
    ]


def _has_last_day(record: Recorded) -> bool:
    return isinstance(record.event, application.DecisionMadeAvailable)


def _line(record: Recorded) -> Line:
    title, *words = _told(record.event)
    shown = tuple(word for word in words if word)
    return Line(record.occurred_on, record.recorded_at, title, shown)


def _told(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    """Return the title of the event, and the words that belong to it."""
    match event:
        case application.ApplicationReceived(channel="online"):
            return ("Søknaden kom",)
        case application.ApplicationReceived():
            return ("Søknaden kom, og ble registrert av en ansatt",)
        case application.InterviewArranged(on=on, at=at, place=place):
            return (f"Samtale ble avtalt til {weekday(on)} klokka {at}", place)
        case application.InterviewHeld(took_part=names):
            return ("Samtalen ble holdt", f"Til stede: {names}" if names else "")
        case application.InterviewMissed(reason=reason):
            return ("Samtalen ble ikke holdt", reason)
        case application.FindingRecorded(name=name, reason=reason):
            return (f"Vurdert: {name}", reason)
        case application.CommentReceived(words=words):
            return ("Søkeren skrev om saken", words)
        case application.DelayNoticeGiven(reason=reason, expected_on=on):
            return (f"Saken er forsinket. Svar ventes senest {day(on)}", reason)
        case application.DecisionProposed():
            return ("Vedtak er foreslått, og en annen skal godkjenne",)
        case application.DecisionReturned(comment=comment):
            return ("Forslaget ble sendt tilbake", comment)
        case application.DecisionMade(decision=decision):
            told = [f"{s.name}: {_OUTCOMES[s.outcome]}" for s in decision.services]
            return ("Vedtaket er gjort", *told)
        case application.DecisionMadeAvailable(appeal_by=last):
            return ("Vedtaket er klart", f"Siste dag for å klage er {weekday(last)}.")
        case application.DecisionOpened():
            return ("Vedtaket ble åpnet",)
        case application.DecisionAppealed(dissatisfied_with=words):
            return ("Vedtaket er påklaget", words)
        case application.AppealEnded():
            return ("Klagen ble avvist. Avvisningen kan påklages",)
        case application.CaseReopened(reason=reason):
            return ("Saken er åpnet igjen", reason)
        case application.ApplicationWithdrawn(reason=reason):
            return ("Søknaden er trukket", reason)
        case appeal.AppealReceived(in_time=in_time, dissatisfied_with=words):
            when = "i rett tid" if in_time else "etter fristen"
            return (f"Klagen kom {when}", words, event.change_wanted, event.why_late)
        case appeal.LateAppealAdmitted(reason=reason):
            return ("Den sene klagen blir behandlet likevel", reason)
        case appeal.AppealDismissed(reason=reason):
            return ("Klagen ble avvist", reason)
        case appeal.DecisionUpheld(statement=statement):
            return ("Kommunen holder på vedtaket", statement)
        case appeal.DecisionReversed(reason=reason):
            return ("Kommunen har omgjort vedtaket", reason)
        case appeal.AppealForwarded(body=body):
            return (f"Klagen er sendt til {body}",)
        case appeal.OutcomeRecorded(outcome=outcome, summary=summary):
            return (f"Klagen er avgjort. {_APPEAL_OUTCOMES[outcome]}", summary)


def standing(case: OpenCase) -> str:
    """Return where the case stands, to the party: never a word without a sentence."""
    if isinstance(case.case, appeal_stages.Case):
        return _appeal_standing(case.case)
    return _application_standing(case.case)


def _application_standing(case: application_stages.Case) -> str:
    match case.stage:
        case application_stages.Received():
            return "Vi har fått søknaden. Nå tar vi kontakt for å avtale en samtale."
        case application_stages.Invited(on=on):
            return f"Vi skal snakke sammen {weekday(on)}."
        case application_stages.Mapped():
            return "Vi har snakket sammen. Nå vurderer vi hva du trenger."
        case application_stages.Proposed() | application_stages.Decided():
            return "Vi er snart ferdige. Vedtaket blir kontrollert før det sendes."
        case application_stages.Notified() if case.opened.appeal:
            return "Du har fått vedtak, og du har klaget. Klagen er en egen sak."
        case application_stages.Notified():
            return "Du har fått vedtak. Du kan klage på det."
        case application_stages.Withdrawn():
            return "Du har trukket søknaden. Du kan søke igjen når du vil."
        case application_stages.NotOpened():
            return "Saken er ikke begynt."


def _appeal_standing(case: appeal_stages.Case) -> str:
    match case.stage:
        case appeal_stages.Late():
            return "Klagen kom etter fristen. Vi ser på om den kan behandles likevel."
        case appeal_stages.UnderReview():
            return "Vi ser på vedtaket en gang til."
        case appeal_stages.Upheld():
            return "Vi holder på vedtaket, og sender klagen videre."
        case appeal_stages.Forwarded():
            return f"{case.opened.body} har klagen nå. De avgjør den."
        case appeal_stages.Reversed():
            return "Du fikk medhold. Vi behandler saken din på nytt."
        case appeal_stages.Dismissed():
            return "Klagen ble avvist fordi den kom for sent. Du kan klage på det."
        case appeal_stages.Concluded(outcome=outcome):
            return f"Klagen er avgjort. {_APPEAL_OUTCOMES[outcome]}."
        case appeal_stages.NotOpened():
            return "Klagen er ikke begynt."

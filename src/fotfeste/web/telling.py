"""What has happened and where a case stands, in plain Norwegian words."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from fotfeste.ledger.log import Recorded
from fotfeste.letters.wording import day, weekday
from fotfeste.office.open_case import OpenCase
from fotfeste.procedures.appeal import stages as appeal
from fotfeste.procedures.application import events as application_events
from fotfeste.procedures.application import stages as application
from fotfeste.procedures.care import events as care_events
from fotfeste.procedures.care import stages as care
from fotfeste.procedures.contact import stages as contact
from fotfeste.procedures.documents import events as documents
from fotfeste.procedures.information import events as information
from fotfeste.procedures.kinds import Case, Kind
from fotfeste.procedures.person import events as person_events
from fotfeste.procedures.person import stages as person
from fotfeste.procedures.remedy import events as remedy
from fotfeste.procedures.report import events as report_events
from fotfeste.procedures.report import stages as report
from fotfeste.web.told import APPEAL_OUTCOMES, told

KINDS = {
    Kind.APPLICATION: "Søknad",
    Kind.APPEAL: "Klage",
    Kind.CARE: "Hjelp",
    Kind.CONTACT: "Kontakt",
    Kind.REPORT: "Bekymring",
    Kind.PERSON: "Fullmakter og samtykker",
}
"""What a kind of case is called."""

STAGES = {
    "application.Unconfirmed": "Venter på et ja fra personen",
    "application.Received": "Mottatt",
    "application.Invited": "Samtale avtalt",
    "application.Mapped": "Til vurdering",
    "application.Proposed": "Venter på godkjenning",
    "application.Decided": "Vedtak sendes",
    "application.Notified": "Vedtak gitt",
    "application.Withdrawn": "Trukket",
    "application.Passed": "Sendt videre",
    "application.Dismissed": "Avvist",
    "application.Closed": "Lukket",
    "appeal.Late": "Klage, for sen",
    "appeal.Defective": "Klage, mangler noe",
    "appeal.UnderReview": "Klage til vurdering",
    "appeal.Upheld": "Klage skal sendes videre",
    "appeal.Forwarded": "Klage sendt videre",
    "appeal.Reversed": "Klage, vedtak omgjort",
    "appeal.Dismissed": "Klage avvist",
    "appeal.Withdrawn": "Klage trukket",
    "appeal.Concluded": "Klage avgjort",
    "care.Granted": "Innvilget, ikke startet",
    "care.Running": "Hjelp gis",
    "care.Noticed": "Endring varslet",
    "care.ChangeWaiting": "Endring venter på godkjenning",
    "care.Changing": "Endring vedtatt",
    "care.Ended": "Hjelp avsluttet",
    "contact.InContact": "Kontakt",
    "contact.Turned": "Ble søknad",
    "contact.Ended": "Kontakt avsluttet",
    "report.UnderInvestigation": "Bekymring undersøkes",
    "report.Investigated": "Bekymring, svar gjenstår",
    "report.Concluded": "Bekymring besvart",
    "person.Known": "Meldinger, fullmakter og samtykker",
}
"""What a stage is called in lists, by its stored name."""

CLOCKS = {
    "preliminary-answer": "Vedtak eller brev om forsinkelse må sendes",
    "new-notice": "Vedtak eller nytt brev om forsinkelse må sendes",
    "mapping-interview": "Samtalen skal holdes, har kommunen lovet",
    "decision-after-mapping": "Vedtaket skal komme, har kommunen lovet",
    "information": "Vi ba om svar fra en annen",
    "documents.answer": "Personen venter på å få se dokumentene",
    "unopened": "Vedtaket er ikke åpnet. Minn om det på papir",
    "grounds.asked-for": "Personen venter på begrunnelse",
    "suspension.answer": "Personen venter på svar om vedtaket skal vente",
    "appeal-handling": "Klagen skal være behandlet, eller personen vite hvorfor",
    "appeal.forward": "Klagen skal være avgjort eller sendt videre",
    "appeal.mend": "Personen kan rette klagen",
    "costs": "Kravet om utgifter skal avgjøres",
    "care-start": "Hjelpen skal starte",
    "review": "Hjelpen skal vurderes på nytt",
    "care-end": "Perioden for hjelpen går ut",
    "party.heard": "Personen kan si noe om endringen",
    "change-effect": "Endringen gjelder",
    "message.answer": "Personen har skrevet, og venter på svar",
    "kin.report-feedback": "Den som meldte, skal ha svar",
    "": "Ingenting haster",
}
"""What a clock asks for, by its term."""


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
    What others have answered is put to the party in a letter (fvl § 17). What was found
    about another after a report is secret to who reported (hol § 12-1).
    """
    return [
        replace(_line(record), words=()) if _has_no_words(record) else _line(record)
        for record in reversed(case.history.records)
        if is_for_party(record)
    ]


def is_for_party(record: Recorded) -> bool:
    """Test that the party is shown that this has happened."""
    return not isinstance(record.event, _INTERNAL) and not _is_silent(record)


_INTERNAL = (
    application_events.DecisionProposed,
    application_events.DecisionReturned,
    care_events.ChangeProposed,
    care_events.ChangeReturned,
    report_events.ReportInvestigated,
    information.PresentationOmitted,
    person_events.EmployeeDisqualified,
    person_events.DisqualificationEnded,
)


def _is_silent(record: Recorded) -> bool:
    """Test that there was a reason not to tell the party (pbrl § 3-6, fvl § 19)."""
    match record.event:
        case information.InformationDisclosed(silent=silent):
            return bool(silent)
        case documents.DocumentFiled(exempt=exempt):
            return bool(exempt)
        case _:
            return False


def _has_no_words(record: Recorded) -> bool:
    """Test that the words stand elsewhere: in a letter, or at the top of the page."""
    elsewhere = remedy.DecisionMadeAvailable | information.InformationReceived
    return isinstance(record.event, elsewhere)


def _line(record: Recorded) -> Line:
    title, *words = told(record.event)
    shown = tuple(word for word in words if word)
    return Line(record.occurred_on, record.recorded_at, title, shown)


def title(case: OpenCase) -> str:
    """Return what the case is called: a service by its own name."""
    if isinstance(case.case, care.Case):
        return case.case.opened.grant.name
    return KINDS[case.history.kind]


def standing(case: OpenCase) -> str:
    """Return where the case stands, to the party: never a word without a sentence."""
    return standing_of(case.case)


def standing_of(case: Case) -> str:
    """Return where the case stands, to the party."""
    match case:
        case application.Case():
            return _application(case)
        case appeal.Case():
            return _appeal(case)
        case care.Case():
            return _care(case)
        case contact.Case() | report.Case() | person.Case():
            return _others(case)


def _application(case: application.Case) -> str:  # noqa: C901, PLR0912
    match case.stage:
        case application.Unconfirmed():
            return "Noen har fylt ut en søknad for deg. Sier du ja, begynner vi på den."
        case application.Received():
            return "Vi har fått søknaden. Nå tar vi kontakt for å avtale en samtale."
        case application.Invited(on=on):
            return f"Vi skal snakke sammen {weekday(on)}."
        case application.Mapped() if case.opened.comment_by:
            return "Vi venter på hva du mener, før vi bestemmer noe."
        case application.Mapped():
            return "Vi har snakket sammen. Nå vurderer vi hva du trenger."
        case application.Proposed() | application.Decided():
            return "Vi er snart ferdige. Vedtaket blir kontrollert før det sendes."
        case application.Notified() if case.opened.latest and case.opened.latest.appeal:
            return "Du har fått vedtak, og du har klaget. Klagen er en egen sak."
        case application.Notified():
            return "Du har fått vedtak."
        case application.Withdrawn():
            return "Du har trukket søknaden. Du kan søke igjen når du vil."
        case application.Passed():
            return "Søknaden er sendt til noen andre. De tar kontakt med deg."
        case application.Dismissed():
            return "Vi kan ikke behandle søknaden. Brevet sier hvorfor. Du kan klage."
        case application.Closed():
            return "Saken er lukket. Si fra hvis du vil at vi skal åpne den igjen."
        case application.NotOpened():
            return "Saken er ikke begynt."


def _appeal(case: appeal.Case) -> str:  # noqa: C901
    match case.stage:
        case appeal.Late():
            return "Klagen kom etter fristen. Vi ser på om den kan behandles likevel."
        case appeal.Defective(mend_by=last):
            return f"Klagen mangler noe. Send oss det innen {weekday(last)}."
        case appeal.UnderReview():
            return "Vi ser på vedtaket en gang til."
        case appeal.Upheld():
            return "Vi holder på vedtaket, og sender klagen videre."
        case appeal.Forwarded():
            return f"{case.opened.received.body} har klagen nå. De avgjør den."
        case appeal.Reversed():
            return "Du fikk medhold. Vi behandler saken din på nytt."
        case appeal.Dismissed():
            return (
                "Klagen kan ikke behandles. Brevet sier hvorfor. Du kan klage på det."
            )
        case appeal.Withdrawn():
            return "Du har trukket klagen."
        case appeal.Concluded(outcome=outcome):
            return f"Klagen er avgjort. {APPEAL_OUTCOMES[outcome]}."
        case appeal.NotOpened():
            return "Klagen er ikke begynt."


def _care(case: care.Case) -> str:
    match case.stage:
        case care.Granted():
            return f"Hjelpen er innvilget fra {day(case.opened.grant.starts_on)}."
        case care.Running():
            return f"Du får denne hjelpen. {case.opened.amount}".strip()
        case care.Noticed(notice=notice):
            last = weekday(notice.comment_by)
            return f"Vi vurderer å endre hjelpen. Du kan si hva du mener til {last}."
        case care.ChangeWaiting():
            return "Vi er snart ferdige med å vurdere hjelpen."
        case care.Changing(change=change):
            return f"Det er gjort vedtak om endring fra {day(change.from_on)}."
        case care.Ended():
            return "Hjelpen er avsluttet. Du kan søke igjen når du vil."
        case care.NotOpened():
            return "Hjelpen er ikke begynt."


def _others(case: contact.Case | report.Case | person.Case) -> str:
    match case.stage:
        case contact.InContact():
            return "Vi har kontakt. Det er ingen søknad og ikke noe vedtak."
        case contact.Turned():
            return "Kontakten ble til en søknad."
        case contact.Ended():
            return "Kontakten er avsluttet. Du er velkommen tilbake."
        case report.UnderInvestigation():
            return "Vi undersøker det du meldte fra om. Du får svar når vi er ferdige."
        case report.Investigated():
            return "Vi har undersøkt det du meldte fra om. Du får snart svar."
        case report.Concluded():
            return "Vi er ferdige, og du har fått svar."
        case person.Known():
            return "Her ser du hvem som kan handle for deg, og hva du har sagt ja til."
        case contact.NotOpened() | report.NotOpened() | person.NotOpened():
            return "Ingenting er skrevet ned."

"""What has happened and where a case stands, in plain Norwegian words."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.ledger.log import Recorded
from fotfeste.letters.wording import day, in_language, weekday
from fotfeste.office.open_case import OpenCase
from fotfeste.procedures.appeal import stages as appeal
from fotfeste.procedures.application import events as application_events
from fotfeste.procedures.application import stages as application
from fotfeste.procedures.care import events as care_events
from fotfeste.procedures.care import stages as care
from fotfeste.procedures.contact import stages as contact
from fotfeste.procedures.documents import events as documents
from fotfeste.procedures.handling import events as handling
from fotfeste.procedures.information import events as information
from fotfeste.procedures.kinds import Case, Event, Kind
from fotfeste.procedures.person import events as person_events
from fotfeste.procedures.person import stages as person
from fotfeste.procedures.remedy import events as remedy
from fotfeste.procedures.report import events as report_events
from fotfeste.procedures.report import stages as report
from fotfeste.web.told import told
from fotfeste.web.told_of_remedy import APPEAL_OUTCOMES

KINDS = {
    Kind.APPLICATION: gettext_lazy("Søknad"),
    Kind.APPEAL: gettext_lazy("Klage"),
    Kind.CARE: gettext_lazy("Hjelp"),
    Kind.CONTACT: gettext_lazy("Kontakt"),
    Kind.REPORT: gettext_lazy("Bekymring"),
    Kind.PERSON: gettext_lazy("Fullmakter og samtykker"),
}
"""What a kind of case is called."""

STAGES = {
    "application.Unconfirmed": gettext_lazy("Venter på et ja fra personen"),
    "application.Received": gettext_lazy("Mottatt"),
    "application.Invited": gettext_lazy("Samtale avtalt"),
    "application.Mapped": gettext_lazy("Til vurdering"),
    "application.Proposed": gettext_lazy("Venter på godkjenning"),
    "application.Decided": gettext_lazy("Vedtak sendes"),
    "application.Notified": gettext_lazy("Vedtak gitt"),
    "application.Withdrawn": gettext_lazy("Trukket"),
    "application.Passed": gettext_lazy("Sendt videre"),
    "application.Dismissed": gettext_lazy("Avvist"),
    "application.Closed": gettext_lazy("Lukket"),
    "appeal.Late": gettext_lazy("Klage, for sen"),
    "appeal.Defective": gettext_lazy("Klage, mangler noe"),
    "appeal.UnderReview": gettext_lazy("Klage til vurdering"),
    "appeal.Upheld": gettext_lazy("Klage skal sendes videre"),
    "appeal.Forwarded": gettext_lazy("Klage sendt videre"),
    "appeal.Reversed": gettext_lazy("Klage, vedtak omgjort"),
    "appeal.Dismissed": gettext_lazy("Klage avvist"),
    "appeal.Withdrawn": gettext_lazy("Klage trukket"),
    "appeal.Concluded": gettext_lazy("Klage avgjort"),
    "care.Granted": gettext_lazy("Innvilget, ikke startet"),
    "care.Running": gettext_lazy("Hjelp gis"),
    "care.Noticed": gettext_lazy("Endring varslet"),
    "care.ChangeWaiting": gettext_lazy("Endring venter på godkjenning"),
    "care.Changing": gettext_lazy("Endring vedtatt"),
    "care.Ended": gettext_lazy("Hjelp avsluttet"),
    "contact.InContact": gettext_lazy("Kontakt"),
    "contact.Turned": gettext_lazy("Ble søknad"),
    "contact.Ended": gettext_lazy("Kontakt avsluttet"),
    "report.UnderInvestigation": gettext_lazy("Bekymring undersøkes"),
    "report.Investigated": gettext_lazy("Bekymring, svar gjenstår"),
    "report.Concluded": gettext_lazy("Bekymring besvart"),
    "person.Known": gettext_lazy("Meldinger, fullmakter og samtykker"),
}
"""What a stage is called in lists, by its stored name."""

CLOCKS = {
    "preliminary-answer": gettext_lazy("Vedtak eller brev om forsinkelse må sendes"),
    "new-notice": gettext_lazy("Vedtak eller nytt brev om forsinkelse må sendes"),
    "mapping-interview": gettext_lazy("Samtalen skal holdes, har kommunen lovet"),
    "decision-after-mapping": gettext_lazy("Vedtaket skal komme, har kommunen lovet"),
    "information": gettext_lazy("Vi ba om svar fra en annen"),
    "documents.answer": gettext_lazy("Personen venter på å få se dokumentene"),
    "unopened": gettext_lazy("Vedtaket er ikke åpnet. Minn om det på papir"),
    "grounds.asked-for": gettext_lazy("Personen venter på begrunnelse"),
    "suspension.answer": gettext_lazy("Personen venter på svar om vedtaket skal vente"),
    "appeal-handling": gettext_lazy(
        "Klagen skal være behandlet, eller personen vite hvorfor"
    ),
    "appeal.forward": gettext_lazy("Klagen skal være avgjort eller sendt videre"),
    "appeal.mend": gettext_lazy("Personen kan rette klagen"),
    "costs": gettext_lazy("Kravet om utgifter skal avgjøres"),
    "care-start": gettext_lazy("Hjelpen skal starte"),
    "review": gettext_lazy("Hjelpen skal vurderes på nytt"),
    "care-end": gettext_lazy("Perioden for hjelpen går ut"),
    "party.heard": gettext_lazy("Personen kan si noe om endringen"),
    "change-effect": gettext_lazy("Endringen gjelder"),
    "message.answer": gettext_lazy("Personen har skrevet, og venter på svar"),
    "kin.report-feedback": gettext_lazy("Den som meldte, skal ha svar"),
    "": gettext_lazy("Ingenting haster"),
}
"""What a clock asks for, by its term."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a timeline.

    about: what it is about, for one who looks for something: a key of TOPICS.
    """

    on: date
    recorded_at: datetime
    title: str
    words: tuple[str, ...]
    about: str = ""


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
    person_events.SafetyNoted,
    person_events.SafetyNoteEnded,
    person_events.CircleClosed,
    person_events.CircleOpened,
    handling.ImpartialityConfirmed,
    handling.CaseGivenBack,
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
    about = _topic(record.event)
    return Line(record.occurred_on, record.recorded_at, title, shown, about)


TOPICS = {
    "talks": "Samtaler",
    "notes": "Notater",
    "information": "Opplysninger",
    "documents": "Dokumenter",
    "decisions": "Vedtak og brev",
    "appeal": "Klage",
    "help": "Hjelpen",
    "person": "Fra personen",
    "case": "Saken",
}
"""What one can look for in a timeline at the desk."""

_TALKS = (
    application_events.InterviewArranged
    | application_events.InterviewHeld
    | application_events.InterviewMissed
    | application_events.InterviewCancelled
    | care_events.AppointmentMade
    | care_events.AppointmentCancelled
)
_NOTES = handling.NoteWritten | handling.NoteCorrected
_DECISIONS = (
    application_events.FindingRecorded
    | application_events.DelayNoticeGiven
    | application_events.DecisionProposed
    | application_events.DecisionReturned
    | application_events.DecisionMade
)
_FROM_PERSON = (
    application_events.ApplicationReceived
    | application_events.ApplicationConfirmed
    | application_events.CommentReceived
    | application_events.ApplicationWithdrawn
    | documents.DocumentReceived
)
_ROOMS = {
    "information": "information",
    "documents": "documents",
    "remedy": "decisions",
    "appeal": "appeal",
    "care": "help",
    "person": "person",
}
"""What the events of a procedure are about, unless something nearer is known."""


def _topic(event: Event) -> str:
    nearer: dict[str, Any] = {
        "talks": _TALKS,
        "notes": _NOTES,
        "decisions": _DECISIONS,
        "person": _FROM_PERSON,
    }
    for topic, kinds in nearer.items():
        if isinstance(event, kinds):
            return topic
    return _ROOMS.get(type(event).__module__.split(".")[-2], "case")


def title(case: OpenCase) -> str:
    """Return what the case is called: a service by its own name."""
    if isinstance(case.case, care.Case):
        return _(case.case.opened.grant.name)
    return str(KINDS[case.history.kind])


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
            return _(
                "Noen har fylt ut en søknad for deg. Sier du ja, begynner vi på den."
            )
        case application.Received():
            return _("Vi har fått søknaden. Nå tar vi kontakt for å avtale en samtale.")
        case application.Invited(on=on):
            return _("Vi skal snakke sammen {day}.").format(day=weekday(on))
        case application.Mapped() if case.opened.comment_by:
            return _("Vi venter på hva du mener, før vi bestemmer noe.")
        case application.Mapped():
            return _("Vi har snakket sammen. Nå vurderer vi hva du trenger.")
        case application.Proposed() | application.Decided():
            return _("Vi er snart ferdige. Vedtaket blir kontrollert før det sendes.")
        case application.Notified() if case.opened.latest and case.opened.latest.appeal:
            return _("Du har fått vedtak, og du har klaget. Klagen er en egen sak.")
        case application.Notified():
            return _("Du har fått vedtak.")
        case application.Withdrawn():
            return _("Du har trukket søknaden. Du kan søke igjen når du vil.")
        case application.Passed():
            return _("Søknaden er sendt til noen andre. De tar kontakt med deg.")
        case application.Dismissed():
            return _(
                "Vi kan ikke behandle søknaden. Brevet sier hvorfor. Du kan klage."
            )
        case application.Closed():
            return _("Saken er lukket. Si fra hvis du vil at vi skal åpne den igjen.")
        case application.NotOpened():
            return _("Saken er ikke begynt.")


def _appeal(case: appeal.Case) -> str:  # noqa: C901
    match case.stage:
        case appeal.Late():
            return _(
                "Klagen kom etter fristen. Vi ser på om den kan behandles likevel."
            )
        case appeal.Defective(mend_by=last):
            return _("Klagen mangler noe. Send oss det innen {day}.").format(
                day=weekday(last)
            )
        case appeal.UnderReview():
            return _("Vi ser på vedtaket en gang til.")
        case appeal.Upheld():
            return _("Vi holder på vedtaket, og sender klagen videre.")
        case appeal.Forwarded():
            return _("{body} har klagen nå. De avgjør den.").format(
                body=in_language(case.opened.received.body)
            )
        case appeal.Reversed():
            return _("Du fikk medhold. Vi behandler saken din på nytt.")
        case appeal.Dismissed():
            return _(
                "Klagen kan ikke behandles. Brevet sier hvorfor. Du kan klage på det."
            )
        case appeal.Withdrawn():
            return _("Du har trukket klagen.")
        case appeal.Concluded(outcome=outcome):
            return _("Klagen er avgjort. {outcome}.").format(
                outcome=APPEAL_OUTCOMES[outcome]
            )
        case appeal.NotOpened():
            return _("Klagen er ikke begynt.")


def _care(case: care.Case) -> str:
    match case.stage:
        case care.Granted():
            return _("Hjelpen er innvilget fra {day}.").format(
                day=day(case.opened.grant.starts_on)
            )
        case care.Running():
            if not case.opened.amount:
                return _("Du får denne hjelpen.")
            said = _("Du får denne hjelpen. {amount}")
            return said.format(amount=case.opened.amount).strip()
        case care.Noticed(notice=notice):
            said = _("Vi vurderer å endre hjelpen. Du kan si hva du mener til {day}.")
            return said.format(day=weekday(notice.comment_by))
        case care.ChangeWaiting():
            return _("Vi er snart ferdige med å vurdere hjelpen.")
        case care.Changing(change=change):
            return _("Det er gjort vedtak om endring fra {day}.").format(
                day=day(change.from_on)
            )
        case care.Ended():
            return _("Hjelpen er avsluttet. Du kan søke igjen når du vil.")
        case care.NotOpened():
            return _("Hjelpen er ikke begynt.")


def _others(case: contact.Case | report.Case | person.Case) -> str:
    match case.stage:
        case contact.InContact():
            return _("Vi har kontakt. Det er ingen søknad og ikke noe vedtak.")
        case contact.Turned():
            return _("Kontakten ble til en søknad.")
        case contact.Ended():
            return _("Kontakten er avsluttet. Du er velkommen tilbake.")
        case report.UnderInvestigation():
            return _(
                "Vi undersøker det du meldte fra om. Du får svar når vi er ferdige."
            )
        case report.Investigated():
            return _("Vi har undersøkt det du meldte fra om. Du får snart svar.")
        case report.Concluded():
            return _("Vi er ferdige, og du har fått svar.")
        case person.Known():
            return _(
                "Her ser du hvem som kan handle for deg, og hva du har sagt ja til."
            )
        case contact.NotOpened() | report.NotOpened() | person.NotOpened():
            return _("Ingenting er skrevet ned.")

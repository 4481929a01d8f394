"""What has happened, an event at a time, in plain Norwegian words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.letters.wording import day, weekday
from fotfeste.procedures.application import events as application
from fotfeste.procedures.care import events as care
from fotfeste.procedures.contact import events as contact
from fotfeste.procedures.documents import events as documents
from fotfeste.procedures.handling import events as handling
from fotfeste.procedures.information import events as information
from fotfeste.procedures.kinds import Event
from fotfeste.procedures.report import events as report
from fotfeste.web.told_of_person import of_person
from fotfeste.web.told_of_remedy import of_appeal, of_remedy

OUTCOMES = {
    "grant": gettext_lazy("ja"),
    "part": gettext_lazy("delvis ja"),
    "refusal": gettext_lazy("nei"),
}
_CLOSINGS = {
    "death": gettext_lazy("Personen er død"),
    "moved": gettext_lazy("Personen oppholder seg ikke her lenger"),
    "no-contact": gettext_lazy("Vi har ikke fått kontakt"),
}
_ENDINGS = {
    "decision": gettext_lazy("Etter vedtak"),
    "period": gettext_lazy("Perioden er over"),
    "wish": gettext_lazy("Personen ønsket det"),
    "moved": gettext_lazy("Personen oppholder seg ikke her lenger"),
    "death": gettext_lazy("Personen er død"),
}
_PLACES = {
    "advice": gettext_lazy("Råd"),
    "outreach": gettext_lazy("Ute"),
    "activity-house": gettext_lazy("Aktivitetshuset"),
}
_WARNED = {
    "children": gettext_lazy("Barnevernet eller andre ble varslet for et barns skyld"),
    "pregnancy": gettext_lazy("Tjenesten ble varslet på grunn av graviditet"),
    "emergency": gettext_lazy("Noen ble varslet for å redde liv"),
}
_RESULTS = {
    "help-offered": gettext_lazy("Hjelp er tilbudt"),
    "coercion-considered": gettext_lazy("Tvang er vurdert"),
    "nothing-further": gettext_lazy("Ikke noe mer å gjøre"),
}


def told(event: Event) -> tuple[str, ...]:
    """Return the title of the event, and the words that belong to it."""
    tellings = (
        _application, _beside, of_remedy, of_appeal, _care, _others, of_person,
        _handling,
    )  # fmt: skip
    for telling in tellings:
        words = telling(event)
        if words:
            return words
    raise LookupError(f"Nothing is told of {type(event).__name__}")


def _application(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    match event:
        case application.ApplicationReceived(channel="online"):
            return (_("Søknaden kom"),)
        case application.ApplicationReceived(channel="referral"):
            return (
                _("Henvisningen kom"),
                _("Fra {sender}").format(sender=event.application.sender),
            )
        case application.ApplicationReceived(first_unit=unit):
            first = _("Den kom først til {unit}.").format(unit=unit) if unit else ""
            return (_("Søknaden kom, og ble registrert av en ansatt"), first)
        case application.ApplicationConfirmed(how=how):
            return (_("Personen har sagt ja til søknaden"), how)
        case application.ApplicationPassed(recipient=to):
            return (_("Søknaden er sendt videre til {recipient}").format(recipient=to),)
        case application.ApplicationDismissed(reason=reason):
            return (_("Søknaden er avvist"), reason)
        case application.CaseClosed(closing=closing, reason=reason):
            return (_("Saken er lukket. {why}").format(why=_CLOSINGS[closing]), reason)
        case application.InterviewArranged(on=on, at=at, place=place):
            return (
                _("Samtale ble avtalt til {day} klokka {at}").format(
                    day=weekday(on), at=at
                ),
                place,
            )
        case application.InterviewHeld(took_part=names):
            return (
                _("Samtalen ble holdt"),
                _("Til stede: {names}").format(names=names) if names else "",
            )
        case application.InterviewMissed(reason=reason):
            return (_("Samtalen ble ikke holdt"), reason)
        case application.InterviewCancelled(reason=reason):
            return (_("Tiden for samtalen passet ikke"), reason)
        case application.FindingRecorded(name=name, reason=reason):
            return (_("Vurdert: {name}").format(name=name), reason)
        case application.CommentReceived(words=words):
            return (_("Søkeren sa noe om saken"), words)
        case application.DelayNoticeGiven(reason=reason, expected_on=on):
            return (
                _("Saken er forsinket. Svar ventes senest {day}").format(day=day(on)),
                reason,
            )
        case application.DecisionProposed():
            return (_("Vedtak er foreslått, og en annen skal godkjenne"),)
        case application.DecisionReturned(comment=comment):
            return (_("Forslaget ble sendt tilbake"), comment)
        case application.DecisionMade(decision=decision):
            each = [f"{_(s.name)}: {OUTCOMES[s.outcome]}" for s in decision.services]
            return (_("Vedtaket er gjort"), *each)
        case application.CaseReopened(cause="own-initiative", reason=reason):
            return (_("Kommunen vurderer å endre vedtaket"), reason)
        case application.CaseReopened(reason=reason):
            return (_("Saken er åpnet igjen"), reason)
        case application.ApplicationWithdrawn(reason=reason):
            return (_("Søknaden er trukket"), reason)
        case _:
            return ()


def _beside(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    match event:
        case information.InformationRequested(source=source, what=what):
            return (_("Vi spurte {source} om opplysninger").format(source=source), what)
        case information.SourceReminded(due_on=due):
            return (
                _("Vi minnet om spørsmålet. Ny frist er {day}").format(day=day(due)),
            )
        case information.InformationReceived(answer=answer):
            return (_("Vi fikk svar på et spørsmål om opplysninger"), answer)
        case information.InformationPresented(comment_by=last):
            return (
                _("Søkeren fikk se svaret, og kan si noe til og med {day}").format(
                    day=day(last)
                ),
            )
        case information.PresentationOmitted(reason=reason):
            return (_("Svaret legges ikke fram for søkeren"), reason)
        case information.RequestEnded(reason=reason):
            return (_("Vi venter ikke lenger på svar"), reason)
        case information.InformationDisclosed(ground=ground, recipient=to, why=why):
            return (
                str(_WARNED[ground]),
                _("Til {recipient}").format(recipient=to),
                why,
            )
        case application.InterviewCorrected(words=words):
            return (_("Noe i samtalen ble rettet"), words)
        case information.CooperationAgreed(service=service):
            return (_("{service} samarbeider om saken").format(service=service),)
        case documents.DocumentsAskedFor(which=which):
            return (_("Søkeren ba om å få se dokumentene"), which)
        case documents.DocumentsGiven(how=how):
            return (_("Søkeren fikk dokumentene"), how)
        case documents.DocumentReceived(title=title):
            return (_("Personen sendte inn noe"), title)
        case documents.DocumentFiled(title=title):
            return (_("Et dokument er lagt i saken"), title)
        case documents.AccessRefused(which=which, provision=provision):
            return (_("Søkeren fikk nei til å se noe"), which, provision)
        case _:
            return ()


def _care(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    match event:
        case care.CareGranted(name=name, amount=amount):
            return (_("{name} er innvilget").format(name=_(name)), amount)
        case care.CareStarted(on=on):
            return (_("Hjelpen startet {day}").format(day=weekday(on)),)
        case care.PlanMade(goals=goals, took_part=names):
            return (
                _("Det er laget en plan"),
                goals,
                _("Med: {names}").format(names=names) if names else "",
            )
        case care.AppointmentMade(day=on, at=at, place=place):
            return (_("Avtale {day} klokka {at}").format(day=weekday(on), at=at), place)
        case care.AppointmentCancelled(reason=reason):
            return (_("En avtale er avlyst"), reason)
        case care.NeedReviewed(assessment=words, review_on=on):
            return (
                _("Behovet er vurdert på nytt"),
                words,
                _("Neste gang {day}.").format(day=day(on)),
            )
        case care.AdvanceNoticeGiven(proposal=proposal, comment_by=last):
            return (
                _("Endring er varslet. Svar innen {day}").format(day=day(last)),
                proposal,
            )
        case care.NoticeAnswered(words=words):
            return (_("Personen svarte på varselet"), words)
        case care.ChangeDropped(reason=reason):
            return (_("Endringen blir ikke noe av"), reason)
        case care.ChangeProposed():
            return (_("En endring er foreslått, og en annen skal godkjenne"),)
        case care.ChangeReturned(comment=comment):
            return (_("Forslaget ble sendt tilbake"), comment)
        case care.ChangeDecided(change=change):
            return (
                _("Endring er vedtatt fra {day}").format(day=day(change.from_on)),
                change.grounds,
            )
        case care.ChangeEffected(on=on):
            return (_("Endringen gjelder fra {day}").format(day=day(on)),)
        case care.GrantWithdrawn(from_on=first, grounds=grounds):
            return (
                _("Nytt vedtak: hjelpen gis ikke fra {day}").format(day=day(first)),
                grounds,
            )
        case care.CareRestored(reason=reason):
            return (_("Hjelpen er som før"), reason)
        case care.CareEnded(ending=ending, reason=reason):
            return (
                _("Hjelpen er avsluttet. {why}").format(why=_ENDINGS[ending]),
                reason,
            )
        case _:
            return ()


def _others(event: Event) -> tuple[str, ...]:
    match event:
        case contact.ContactMade(place=place, note=note):
            return (_("Første kontakt. {place}").format(place=_PLACES[place]), note)
        case contact.ContactNoted(place=place, note=note):
            return (_("Kontakt. {place}").format(place=_PLACES[place]), note)
        case contact.ContactTurned():
            return (_("Kontakten ble til en søknad"),)
        case contact.ContactEnded(reason=reason):
            return (_("Kontakten er avsluttet"), reason)
        case report.ReportReceived(words=words):
            return (_("Meldingen kom"), words)
        case report.ReportInvestigated(result=result):
            return (
                _("Meldingen er undersøkt. {result}").format(result=_RESULTS[result]),
            )
        case report.FeedbackGiven(words=words):
            return (_("Den som meldte, har fått svar"), words)
        case _:
            return ()


def _handling(event: Event) -> tuple[str, ...]:
    match event:
        case handling.CaseAssigned(name=name):
            return (_("{name} har fått saken").format(name=name),)
        case handling.ImpartialityConfirmed():
            return (_("Den som har saken, er ikke inhabil"),)
        case handling.CaseGivenBack(reason=reason):
            return (_("Saken venter på at noen tar den"), reason)
        case handling.NoteWritten(title=title, words=words, signed=signed):
            return (title or _("Notat"), words, signed)
        case handling.NoteCorrected(words=words, reason=reason, signed=signed):
            said = _("Hvorfor: {reason}").format(reason=reason)
            return (_("Et notat er rettet"), words, said, signed)
        case _:
            return ()

"""What has happened, an event at a time, in plain Norwegian words."""

from fotfeste.letters.wording import day, weekday
from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.application import events as application
from fotfeste.procedures.care import events as care
from fotfeste.procedures.contact import events as contact
from fotfeste.procedures.documents import events as documents
from fotfeste.procedures.information import events as information
from fotfeste.procedures.kinds import Event
from fotfeste.procedures.remedy import events as remedy
from fotfeste.procedures.report import events as report
from fotfeste.web.told_of_person import of_person

OUTCOMES = {"grant": "ja", "part": "delvis ja", "refusal": "nei"}
APPEAL_OUTCOMES = {
    "upheld": "Vedtaket står",
    "changed": "Vedtaket er endret",
    "set-aside": "Vedtaket er opphevet, og saken skal behandles på nytt",
}
_CLOSINGS = {
    "death": "Personen er død",
    "moved": "Personen oppholder seg ikke her lenger",
    "no-contact": "Vi har ikke fått kontakt",
}
_ENDINGS = {
    "decision": "Etter vedtak",
    "period": "Perioden er over",
    "wish": "Personen ønsket det",
    "moved": "Personen oppholder seg ikke her lenger",
    "death": "Personen er død",
}
_PLACES = {
    "advice": "Råd",
    "outreach": "Ute",
    "activity-house": "Aktivitetshuset",
}
_WARNED = {
    "children": "Barnevernet eller andre ble varslet for et barns skyld",
    "pregnancy": "Tjenesten ble varslet på grunn av graviditet",
    "emergency": "Noen ble varslet for å redde liv",
}
_RESULTS = {
    "help-offered": "Hjelp er tilbudt",
    "coercion-considered": "Tvang er vurdert",
    "nothing-further": "Ikke noe mer å gjøre",
}


def told(event: Event) -> tuple[str, ...]:
    """Return the title of the event, and the words that belong to it."""
    for telling in (_application, _beside, _remedy, _appeal, _care, _others, of_person):
        words = telling(event)
        if words:
            return words
    raise LookupError(f"Nothing is told of {type(event).__name__}")


def _application(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    match event:
        case application.ApplicationReceived(channel="online"):
            return ("Søknaden kom",)
        case application.ApplicationReceived(channel="referral"):
            return ("Henvisningen kom", f"Fra {event.application.sender}")
        case application.ApplicationReceived(first_unit=unit):
            first = f"Den kom først til {unit}." if unit else ""
            return ("Søknaden kom, og ble registrert av en ansatt", first)
        case application.ApplicationConfirmed(how=how):
            return ("Personen har sagt ja til søknaden", how)
        case application.ApplicationPassed(recipient=to):
            return (f"Søknaden er sendt videre til {to}",)
        case application.ApplicationDismissed(reason=reason):
            return ("Søknaden er avvist", reason)
        case application.CaseClosed(closing=closing, reason=reason):
            return (f"Saken er lukket. {_CLOSINGS[closing]}", reason)
        case application.InterviewArranged(on=on, at=at, place=place):
            return (f"Samtale ble avtalt til {weekday(on)} klokka {at}", place)
        case application.InterviewHeld(took_part=names):
            return ("Samtalen ble holdt", f"Til stede: {names}" if names else "")
        case application.InterviewMissed(reason=reason):
            return ("Samtalen ble ikke holdt", reason)
        case application.InterviewCancelled(reason=reason):
            return ("Tiden for samtalen passet ikke", reason)
        case application.FindingRecorded(name=name, reason=reason):
            return (f"Vurdert: {name}", reason)
        case application.CommentReceived(words=words):
            return ("Søkeren sa noe om saken", words)
        case application.DelayNoticeGiven(reason=reason, expected_on=on):
            return (f"Saken er forsinket. Svar ventes senest {day(on)}", reason)
        case application.DecisionProposed():
            return ("Vedtak er foreslått, og en annen skal godkjenne",)
        case application.DecisionReturned(comment=comment):
            return ("Forslaget ble sendt tilbake", comment)
        case application.DecisionMade(decision=decision):
            each = [f"{s.name}: {OUTCOMES[s.outcome]}" for s in decision.services]
            return ("Vedtaket er gjort", *each)
        case application.CaseReopened(cause="own-initiative", reason=reason):
            return ("Kommunen vurderer å endre vedtaket", reason)
        case application.CaseReopened(reason=reason):
            return ("Saken er åpnet igjen", reason)
        case application.ApplicationWithdrawn(reason=reason):
            return ("Søknaden er trukket", reason)
        case _:
            return ()


def _beside(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    match event:
        case information.InformationRequested(source=source, what=what):
            return (f"Vi spurte {source} om opplysninger", what)
        case information.SourceReminded(due_on=due):
            return (f"Vi minnet om spørsmålet. Ny frist er {day(due)}",)
        case information.InformationReceived(answer=answer):
            return ("Vi fikk svar på et spørsmål om opplysninger", answer)
        case information.InformationPresented(comment_by=last):
            return (f"Søkeren fikk se svaret, og kan si noe til og med {day(last)}",)
        case information.PresentationOmitted(reason=reason):
            return ("Svaret legges ikke fram for søkeren", reason)
        case information.RequestEnded(reason=reason):
            return ("Vi venter ikke lenger på svar", reason)
        case information.InformationDisclosed(ground=ground, recipient=to, why=why):
            return (_WARNED[ground], f"Til {to}", why)
        case information.CooperationAgreed(service=service):
            return (f"{service} samarbeider om saken",)
        case documents.DocumentsAskedFor(which=which):
            return ("Søkeren ba om å få se dokumentene", which)
        case documents.DocumentsGiven(how=how):
            return ("Søkeren fikk dokumentene", how)
        case documents.DocumentFiled(title=title):
            return ("Et dokument er lagt i saken", title)
        case documents.AccessRefused(which=which, provision=provision):
            return ("Søkeren fikk nei til å se noe", which, provision)
        case _:
            return ()


def _remedy(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    match event:
        case remedy.DecisionMadeAvailable(appeal_by=last):
            return ("Vedtaket er klart", f"Siste dag for å klage er {weekday(last)}.")
        case remedy.ReminderGiven():
            return ("Personen er minnet om vedtaket, på papir",)
        case remedy.AppealSettled():
            return ("Klagen er avgjort. Vedtaket står",)
        case remedy.DecisionOpened():
            return ("Vedtaket ble åpnet",)
        case remedy.GroundsAskedFor(words=words):
            return ("Det er bedt om begrunnelse", words)
        case remedy.GroundsGiven(appeal_by=last, grounds=grounds):
            new = f"Ny siste dag for å klage er {weekday(last)}."
            return ("Begrunnelsen er gitt", grounds, new)
        case remedy.DecisionAppealed(dissatisfied_with=words):
            return ("Vedtaket er påklaget", words)
        case remedy.AppealEnded():
            return ("Klagen er over. Vedtaket kan påklages igjen",)
        case remedy.SuspensionAskedFor(words=words):
            return ("Det er bedt om at vedtaket venter", words)
        case remedy.SuspensionDecided(granted=granted, reason=reason):
            title = "Vedtaket venter på klagen" if granted else "Vedtaket venter ikke"
            return (title, reason)
        case remedy.DecisionCorrected(was=was, corrected=corrected):
            return ("En feil i vedtaket er rettet", f"Før: {was}", f"Nå: {corrected}")
        case remedy.SupervisionAskedFor(words=words, body=body):
            return (f"Det er bedt om tilsyn fra {body}", words)
        case _:
            return ()


def _appeal(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    match event:
        case appeal.AppealReceived(in_time=in_time, dissatisfied_with=words):
            when = "i rett tid" if in_time else "etter fristen"
            return (f"Klagen kom {when}", words, event.change_wanted, event.why_late)
        case appeal.MendingAskedFor(defects=defects, mend_by=last):
            return (f"Klagen mangler noe, som kan rettes til {day(last)}", defects)
        case appeal.AppealMended(words=words):
            return ("Klagen er rettet", words)
        case appeal.AppealCommented(words=words):
            return ("Den som klaget, sa mer", words)
        case appeal.AppealDelayNoticeGiven(reason=reason, expected_on=on):
            return (f"Klagen er forsinket. Svar ventes senest {day(on)}", reason)
        case appeal.AppealWithdrawn(reason=reason):
            return ("Klagen er trukket", reason)
        case appeal.LateAppealAdmitted(reason=reason):
            return ("Den sene klagen blir behandlet likevel", reason)
        case appeal.AppealDismissed(reason=reason):
            return ("Klagen ble avvist", reason)
        case appeal.DecisionUpheld(statement=statement):
            return ("Kommunen holder på vedtaket", statement)
        case appeal.DecisionReversed(reason=reason):
            return ("Kommunen har omgjort vedtaket", reason)
        case appeal.DecisionPartlyReversed(reason=reason, statement=statement):
            return ("Kommunen har omgjort en del av vedtaket", reason, statement)
        case appeal.AppealForwarded(body=body):
            return (f"Klagen er sendt til {body}",)
        case appeal.OutcomeRecorded(outcome=outcome, summary=summary):
            return (f"Klagen er avgjort. {APPEAL_OUTCOMES[outcome]}", summary)
        case appeal.CostsClaimed(claim=claim):
            return ("Det er krevd å få dekket utgifter", claim)
        case appeal.CostsDecided(covered=covered, reason=reason):
            return ("Kravet om utgifter er avgjort", covered, reason)
        case _:
            return ()


def _care(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    match event:
        case care.CareGranted(name=name, amount=amount):
            return (f"{name} er innvilget", amount)
        case care.CareStarted(on=on):
            return (f"Hjelpen startet {weekday(on)}",)
        case care.PlanMade(goals=goals, took_part=names):
            return ("Det er laget en plan", goals, f"Med: {names}" if names else "")
        case care.AppointmentMade(day=on, at=at, place=place):
            return (f"Avtale {weekday(on)} klokka {at}", place)
        case care.AppointmentCancelled(reason=reason):
            return ("En avtale er avlyst", reason)
        case care.NeedReviewed(assessment=words, review_on=on):
            return ("Behovet er vurdert på nytt", words, f"Neste gang {day(on)}.")
        case care.AdvanceNoticeGiven(proposal=proposal, comment_by=last):
            return (f"Endring er varslet. Svar innen {day(last)}", proposal)
        case care.NoticeAnswered(words=words):
            return ("Personen svarte på varselet", words)
        case care.ChangeDropped(reason=reason):
            return ("Endringen blir ikke noe av", reason)
        case care.ChangeProposed():
            return ("En endring er foreslått, og en annen skal godkjenne",)
        case care.ChangeReturned(comment=comment):
            return ("Forslaget ble sendt tilbake", comment)
        case care.ChangeDecided(change=change):
            return (f"Endring er vedtatt fra {day(change.from_on)}", change.grounds)
        case care.ChangeEffected(on=on):
            return (f"Endringen gjelder fra {day(on)}",)
        case care.GrantWithdrawn(from_on=first, grounds=grounds):
            return (f"Nytt vedtak: hjelpen gis ikke fra {day(first)}", grounds)
        case care.CareRestored(reason=reason):
            return ("Hjelpen er som før", reason)
        case care.CareEnded(ending=ending, reason=reason):
            return (f"Hjelpen er avsluttet. {_ENDINGS[ending]}", reason)
        case _:
            return ()


def _others(event: Event) -> tuple[str, ...]:
    match event:
        case contact.ContactMade(place=place, note=note):
            return (f"Første kontakt. {_PLACES[place]}", note)
        case contact.ContactNoted(place=place, note=note):
            return (f"Kontakt. {_PLACES[place]}", note)
        case contact.ContactTurned():
            return ("Kontakten ble til en søknad",)
        case contact.ContactEnded(reason=reason):
            return ("Kontakten er avsluttet", reason)
        case report.ReportReceived(words=words):
            return ("Meldingen kom", words)
        case report.ReportInvestigated(result=result):
            return (f"Meldingen er undersøkt. {_RESULTS[result]}",)
        case report.FeedbackGiven(words=words):
            return ("Den som meldte, har fått svar", words)
        case _:
            return ()

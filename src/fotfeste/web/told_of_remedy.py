"""What has happened after a decision, and in an appeal, in plain Norwegian words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.letters.wording import day, weekday
from fotfeste.procedures.appeal import events as appeal
from fotfeste.procedures.kinds import Event
from fotfeste.procedures.remedy import events as remedy

APPEAL_OUTCOMES = {
    "upheld": gettext_lazy("Vedtaket står"),
    "changed": gettext_lazy("Vedtaket er endret"),
    "set-aside": gettext_lazy("Vedtaket er opphevet, og saken skal behandles på nytt"),
}


def of_remedy(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    """Return the title of the event, and the words that belong to it."""
    match event:
        case remedy.DecisionMadeAvailable(appeal_by=last):
            return (
                _("Vedtaket er klart"),
                _("Siste dag for å klage er {day}.").format(day=weekday(last)),
            )
        case remedy.ReminderGiven():
            return (_("Personen er minnet om vedtaket, på papir"),)
        case remedy.AppealSettled():
            return (_("Klagen er avgjort. Vedtaket står"),)
        case remedy.DecisionOpened():
            return (_("Vedtaket ble åpnet"),)
        case remedy.GroundsAskedFor(words=words):
            return (_("Det er bedt om begrunnelse"), words)
        case remedy.GroundsGiven(appeal_by=last, grounds=grounds):
            new = _("Ny siste dag for å klage er {day}.").format(day=weekday(last))
            return (_("Begrunnelsen er gitt"), grounds, new)
        case remedy.DecisionAppealed(dissatisfied_with=words):
            return (_("Vedtaket er påklaget"), words)
        case remedy.AppealEnded():
            return (_("Klagen er over. Vedtaket kan påklages igjen"),)
        case remedy.SuspensionAskedFor(words=words):
            return (_("Det er bedt om at vedtaket venter"), words)
        case remedy.SuspensionDecided(granted=granted, reason=reason):
            title = (
                _("Vedtaket venter på klagen") if granted else _("Vedtaket venter ikke")
            )
            return (title, reason)
        case remedy.DecisionCorrected(was=was, corrected=corrected):
            return (
                _("En feil i vedtaket er rettet"),
                _("Før: {was}").format(was=was),
                _("Nå: {corrected}").format(corrected=corrected),
            )
        case remedy.SupervisionAskedFor(words=words, body=body):
            return (_("Det er bedt om tilsyn fra {body}").format(body=body), words)
        case _:
            return ()


def of_appeal(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    """Return the title of the event, and the words that belong to it."""
    match event:
        case appeal.AppealReceived(in_time=in_time, dissatisfied_with=words):
            title = (
                _("Klagen kom i rett tid") if in_time else _("Klagen kom etter fristen")
            )
            return (title, words, event.change_wanted, event.why_late)
        case appeal.MendingAskedFor(defects=defects, mend_by=last):
            return (
                _("Klagen mangler noe, som kan rettes til {day}").format(day=day(last)),
                defects,
            )
        case appeal.AppealMended(words=words):
            return (_("Klagen er rettet"), words)
        case appeal.AppealCommented(words=words):
            return (_("Den som klaget, sa mer"), words)
        case appeal.AppealDelayNoticeGiven(reason=reason, expected_on=on):
            return (
                _("Klagen er forsinket. Svar ventes senest {day}").format(day=day(on)),
                reason,
            )
        case appeal.AppealWithdrawn(reason=reason):
            return (_("Klagen er trukket"), reason)
        case appeal.LateAppealAdmitted(reason=reason):
            return (_("Den sene klagen blir behandlet likevel"), reason)
        case appeal.AppealDismissed(reason=reason):
            return (_("Klagen ble avvist"), reason)
        case appeal.DecisionUpheld(statement=statement):
            return (_("Kommunen holder på vedtaket"), statement)
        case appeal.DecisionReversed(reason=reason):
            return (_("Kommunen har omgjort vedtaket"), reason)
        case appeal.DecisionPartlyReversed(reason=reason, statement=statement):
            return (_("Kommunen har omgjort en del av vedtaket"), reason, statement)
        case appeal.AppealForwarded(body=body):
            return (_("Klagen er sendt til {body}").format(body=body),)
        case appeal.OutcomeRecorded(outcome=outcome, summary=summary):
            return (
                _("Klagen er avgjort. {outcome}").format(
                    outcome=APPEAL_OUTCOMES[outcome]
                ),
                summary,
            )
        case appeal.CostsClaimed(claim=claim):
            return (_("Det er krevd å få dekket utgifter"), claim)
        case appeal.CostsDecided(covered=covered, reason=reason):
            return (_("Kravet om utgifter er avgjort"), covered, reason)
        case _:
            return ()

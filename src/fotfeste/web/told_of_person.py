"""What has happened about a person, whatever the case, in plain Norwegian words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fotfeste.letters.wording import day
from fotfeste.procedures.kinds import Event
from fotfeste.procedures.person import events as person

_TIES = {
    "party": gettext_lazy("En ansatt er inhabil: er part i saken"),
    "kin": gettext_lazy("En ansatt er inhabil: er i slekt med personen"),
    "colleague": gettext_lazy("En ansatt er inhabil: er kollega av personen"),
    "other": gettext_lazy("En ansatt er inhabil: har en annen grunn"),
}


def of_person(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    """Return the title of the event, and the words that belong to it."""
    match event:
        case person.PowerOfAttorneyGiven(name=name, valid_to=last):
            until = _("Gjelder til og med {day}.").format(day=day(last)) if last else ""
            return (_("{name} har fått fullmakt").format(name=name), until)
        case person.PowerOfAttorneyRevoked():
            return (_("En fullmakt er trukket tilbake"),)
        case person.ConsentGiven(source=source, valid_to=last, fields=fields):
            return (
                _("Samtykke for {source} til og med {day}").format(
                    source=source, day=day(last)
                ),
                fields,
            )
        case person.ConsentAskedFor(source=source, purpose=purpose):
            return (
                _("Kommunen spurte om samtykke for {source}").format(source=source),
                purpose,
            )
        case person.ConsentRefused(source=source):
            return (_("Nei til samtykke for {source}").format(source=source),)
        case person.ConsentWithdrawn():
            return (_("Et samtykke er trukket tilbake"),)
        case person.ContactWished(words=words):
            return (_("Personen sa hvordan det er trygt å ta kontakt"), words)
        case person.MessageReceived(words=words):
            return (_("Personen skrev en melding"), words)
        case person.MessageAnswered(words=words):
            return (_("Meldingen ble besvart"), words)
        case person.MessageSettled(reason=reason):
            return (_("En melding trengte ikke svar"), reason)
        case person.MessageSent(words=words):
            return (_("Kommunen skrev en melding"), words)
        case person.EmployeeDisqualified(tie=tie, explanation=words):
            return (str(_TIES[tie]), words)
        case person.DisqualificationEnded(explanation=words):
            return (_("En ansatt er ikke lenger inhabil"), words)
        case person.SafetyNoted(words=words):
            return (_("Det er skrevet hva vi må vite før et besøk"), words)
        case person.SafetyNoteEnded(reason=reason):
            return (_("Det vi måtte vite før et besøk, gjelder ikke lenger"), reason)
        case person.CircleClosed(reason=reason):
            return (_("Bare noen få ansatte kan se sakene"), reason)
        case person.CircleOpened(reason=reason):
            return (_("Alle som arbeider med sakene, kan se dem igjen"), reason)
        case person.AccessBarred(name=name):
            return (_("{name} er stengt ute fra sakene").format(name=name),)
        case person.BarLifted():
            return (_("En ansatt er ikke lenger stengt ute fra sakene"),)
        case _:
            return ()

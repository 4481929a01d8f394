"""What has happened about a person, whatever the case, in plain Norwegian words."""

from fotfeste.letters.wording import day
from fotfeste.procedures.kinds import Event
from fotfeste.procedures.person import events as person

_TIES = {
    "party": "er part i saken",
    "kin": "er i slekt med personen",
    "colleague": "er kollega av personen",
    "other": "har en annen grunn",
}


def of_person(event: Event) -> tuple[str, ...]:  # noqa: C901, PLR0912
    """Return the title of the event, and the words that belong to it."""
    match event:
        case person.PowerOfAttorneyGiven(name=name, valid_to=last):
            until = f"Gjelder til og med {day(last)}." if last else ""
            return (f"{name} har fått fullmakt", until)
        case person.PowerOfAttorneyRevoked():
            return ("En fullmakt er trukket tilbake",)
        case person.ConsentGiven(source=source, valid_to=last, fields=fields):
            return (f"Samtykke for {source} til og med {day(last)}", fields)
        case person.ConsentAskedFor(source=source, purpose=purpose):
            return (f"Kommunen spurte om samtykke for {source}", purpose)
        case person.ConsentRefused(source=source):
            return (f"Nei til samtykke for {source}",)
        case person.ConsentWithdrawn():
            return ("Et samtykke er trukket tilbake",)
        case person.ContactWished(words=words):
            return ("Personen sa hvordan det er trygt å ta kontakt", words)
        case person.MessageReceived(words=words):
            return ("Personen skrev en melding", words)
        case person.MessageAnswered(words=words):
            return ("Meldingen ble besvart", words)
        case person.MessageSettled(reason=reason):
            return ("En melding trengte ikke svar", reason)
        case person.MessageSent(words=words):
            return ("Kommunen skrev en melding", words)
        case person.EmployeeDisqualified(tie=tie, explanation=words):
            return (f"En ansatt er inhabil: {_TIES[tie]}", words)
        case person.DisqualificationEnded(explanation=words):
            return ("En ansatt er ikke lenger inhabil", words)
        case _:
            return ()

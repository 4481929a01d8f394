"""What an application says that holds in every case of the person's."""

from collections.abc import Sequence
from contextlib import suppress
from typing import get_args

from django.utils.translation import get_language

from fotfeste.law.periods import Period, end
from fotfeste.ledger.log import ConflictError, uuid7
from fotfeste.office.handle import handle
from fotfeste.office.open_case import open_person
from fotfeste.procedures.person.commands import GiveConsent, WishContact
from fotfeste.procedures.person.events import Language
from fotfeste.procedures.refusal import Refused
from fotfeste.web.citizen.answers import content
from fotfeste.web.citizen.questions import Answers
from fotfeste.web.who import Citizen

TRIES = 3
"""How often the file is read again when another page has changed it."""


def reach(answers: Answers, who: Citizen) -> WishContact:
    """Return how to reach the person, by what they have said now and before.

    What is left empty takes nothing back: what was unsafe is so until they say
    otherwise. Who applies on pages in another language gets letters in it; on those in
    bokmål, which everybody comes to first, what they chose before holds.
    """
    said = content(who.identity.name, answers)
    before = open_person(who.actor, who.party, who.office).history.known
    contact = before.contact
    unsafe = dict.fromkeys((*(contact.avoid if contact else ()), *said.avoid))
    on_page = get_language()
    written: list[Language] = [one for one in get_args(Language) if one == on_page]
    return WishContact(
        phone=said.phone or (contact.phone if contact else ""),
        email=said.email or (contact.email if contact else ""),
        avoid=tuple(unsafe),
        words=said.safe_contact or (contact.words if contact else ""),
        language=written[0] if written and on_page != "nb" else before.language,
    )


def consents(answers: Answers, who: Citizen) -> list[GiveConsent]:
    """Return the consents that were given with the answers; each holds for a year."""
    sources = answers.get("consents", [])
    last = end(who.today, Period("1 years"), who.office.book.calendar)
    return [
        GiveConsent(
            consent=uuid7(),
            source=source,
            purpose="Å vurdere hva jeg trenger",
            fields="Det som er viktig for søknaden",
            valid_to=last,
            how="online",
        )
        for source in (sources if isinstance(sources, list) else [])
    ]


def on_own_file(commands: Sequence[WishContact | GiveConsent], who: Citizen) -> None:
    """Record on the person's own file what holds in every case of theirs.

    Where another page changes the file meanwhile, it is read and tried again.
    """
    for command in commands:
        if command == _NOTHING_SAID:
            continue
        for _try in range(TRIES):
            with suppress(Refused, ConflictError):
                _recorded(command, who)
                break


_NOTHING_SAID = WishContact(phone="", email="", avoid=(), words="")


def _recorded(command: WishContact | GiveConsent, who: Citizen) -> None:
    own = open_person(who.actor, who.party, who.office)
    held = isinstance(command, GiveConsent) and own.history.known.consent_to(
        command.source, who.today
    )
    if not held:
        handle(
            command,
            actor=who.actor,
            stream=own.history.stream,
            seen=own.history.version,
            office=who.office,
            party=who.party,
        )

"""Telling a person that there is something new, where it is safe to tell them."""

from django.conf import settings
from django.utils.translation import override

from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.letters import archive, notices
from fotfeste.letters.notices import Notice
from fotfeste.letters.wording import in_language
from fotfeste.office.handle import OSLO, Office
from fotfeste.procedures.person import events as person
from fotfeste.rulebook.pack import Notice as Words

WORTH_TELLING = (
    person.MessageAnswered,
    person.MessageSent,
    person.ConsentAskedFor,
)
"""Events that are new to the person though no letter follows from them."""


def notify(history: log.History, record: log.Recorded, office: Office) -> None:
    """Tell the person that there is something new, once for each event.

    Nothing is sent to one who has not said how it is safe to reach them, or gets the
    letter by post. What is sent says nothing of what it concerns.
    """
    carrier = notices.sender(settings.FOTFESTE_NOTICES)
    wished = history.known.contact
    if carrier is None or wished is None or "messages" in wished.avoid:
        return
    if not (isinstance(record.event, WORTH_TELLING) or _has_letter(history, record)):
        return
    today = office.now.astimezone(OSLO).date()
    words = office.book.desk_pack(history.municipality, today).notice
    name = office.book.current_identity(history.municipality, today).name
    with override(history.known.language):
        notice = _notice(wished, words, name)
    if notice:
        notices.send_once(history.municipality, str(record.id), notice, carrier)


def _has_letter(history: log.History, record: log.Recorded) -> bool:
    """Test that a letter of the event lies on the person's pages."""
    with fenced(history.municipality):
        kept = archive.letters_of(history.municipality, [history.stream])
    return any(
        one.event == record.id and one.to_party and not one.by_post for one in kept
    )


def _notice(wished: person.ContactWished, words: Words, name: str) -> Notice | None:
    quiet = "name" in wished.avoid
    sender = words.quiet_sender if quiet else words.sender
    said = in_language(words.quiet if quiet else words.text)
    text = said.format(municipality=name)
    if wished.phone:
        return Notice("sms", wished.phone, sender, text)
    if wished.email:
        return Notice("email", wished.email, sender, text)
    return None

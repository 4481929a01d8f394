"""From a case to what its letters are written from."""

from uuid import UUID

from django.utils.translation import override

from fotfeste.access.models import Employee
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.letters.addressee import Addressee, addressee
from fotfeste.letters.compose.application import acknowledgement
from fotfeste.letters.compose.occasion import Occasion, lines
from fotfeste.letters.content import Letter, LetterKind
from fotfeste.letters.wording import Texts
from fotfeste.office.handle import OSLO, Office
from fotfeste.procedures.application import stages as application

OUTSIDE = frozenset(
    {
        LetterKind.FORWARDING,
        LetterKind.SUPERVISION,
        LetterKind.INFORMATION_REQUEST,
        LetterKind.INFORMATION_REMINDER,
    }
)
"""Letters to others than the party."""


def language_of(history: log.History, kind: LetterKind) -> str:
    """Return the language of a letter: the person's own, bokmål to authorities."""
    return "nb" if kind in OUTSIDE else history.known.language


def occasion_of(
    history: log.History,
    record: log.Recorded,
    to: Addressee,
    names: dict[UUID, str],
    office: Office,
) -> Occasion:
    """Return what the letters of the event are written from, to whom they go."""
    on = record.recorded_at.astimezone(OSLO).date()
    texts = Texts()
    receiver: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    if to.representatives:
        first, *others = to.representatives
        behalf = texts("phrases.on_behalf", name=to.name)
        receiver = (first.name, behalf, *lines(first.address))
        copies = tuple(other.name for other in others)
        if any(power.copies for power in to.representatives):
            copies = (*copies, to.name)
    return Occasion(
        municipality=history.municipality,
        book=office.book,
        pack=to.pack,
        on=on,
        reference=history.reference,
        name=to.name,
        address=to.address,
        names=names,
        texts=texts,
        desk=office.book.desk_pack(history.municipality, on),
        receiver=receiver,
        copies=copies,
    )


def names_of(history: log.History, office: Office) -> dict[UUID, str]:
    """Return the names of the employees who acted, and of a successor's too."""
    actors = {record.actor for record in history.records}
    today = office.now.astimezone(OSLO).date()
    names: dict[UUID, str] = {}
    desk = office.book.desk_of(history.municipality, today)
    for municipality in {history.municipality, desk}:
        with fenced(municipality):
            found = Employee.objects.filter(municipality=municipality, id__in=actors)
            names |= {employee.id: employee.name for employee in found}
    return names


def first_letter(
    history: log.History, case: application.Case, office: Office
) -> Letter:
    """Return the acknowledgement of an application, as it is or will be sent."""
    record = history.records[0]
    at = record.recorded_at.astimezone(OSLO)
    with override(history.known.language):
        to, _origin = addressee(history, case, office)
        occasion = occasion_of(history, record, to, {}, office)
        return acknowledgement(occasion, case.opened, at)

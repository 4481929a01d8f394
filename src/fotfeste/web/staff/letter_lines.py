"""What the desk sees of each letter of a case: to whom it went, and how it goes."""

from dataclasses import dataclass
from uuid import UUID

from fotfeste.access.people import Party
from fotfeste.ledger.keys import KeyRing
from fotfeste.letters import archive, dispatch
from fotfeste.letters.archive import KeptLetter
from fotfeste.letters.content import LetterKind
from fotfeste.letters.dispatch import Dispatch, State
from fotfeste.letters.print_queue import Marked, marks_of
from fotfeste.letters.wording import day
from fotfeste.office.handle import OSLO
from fotfeste.web.citizen.letters import LETTER_TITLES
from fotfeste.web.lazy import Text

OUTSIDE_SAID = {
    "AVVIST": "SvarUt tok ikke imot brevet",
    "FEILET_UNDER_MOTTAK": "SvarUt klarte ikke å ta imot brevet",
    "IKKE_LEVERT": "det kunne ikke leveres digitalt",
    "SLETTET": "det er slettet hos SvarUt",
    "Ikke trygt": "personen har sagt at slike varsler ikke er trygge",
    "Uten fødselsnummer": "vi har ikke fødselsnummeret til mottakeren",
}
"""What SvarUt's own words for what went wrong mean, and ours."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One addressee of a letter, and how it goes, in words."""

    to: str
    how: str
    failed: bool = False


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter on the case's page.

    pages: whether it lies on the party's pages. unsent: what is to be done by hand, of
    a letter from before there were dispatches.
    """

    letter: KeptLetter
    title: Text
    sent: tuple[Sent, ...]
    pages: bool
    unsent: str


def letter_lines(
    municipality: str, stream: UUID, party: Party, keys: KeyRing
) -> list[LetterLine]:
    """Return the letters of a case, the earliest first. Call inside a fence."""
    kept = archive.letters_of(municipality, [stream])
    sent = dispatch.of_cases(municipality, [stream])
    marks = marks_of(municipality, [one.id for one in sent])
    lines = []
    for letter in kept:
        own = tuple(
            Sent(
                one.opened(municipality, party, keys).name,
                how(one, marks[one.id]),
                one.state is State.FAILED,
            )
            for one in sent
            if one.event == letter.event and one.kind == letter.kind
        )
        pages = letter.to_party and not letter.by_post
        lines.append(
            LetterLine(
                letter,
                LETTER_TITLES[letter.kind],
                own,
                pages,
                "" if own or pages else _by_hand(letter),
            )
        )
    return lines


def how(one: Dispatch, marks: list[Marked]) -> str:
    """Return how it goes with a dispatch, in words."""
    done = marks[-1] if marks else None
    match one.state:
        case State.WAITING if one.way == "post":
            return "venter på utskrift"
        case State.WAITING:
            return "venter på å bli sendt digitalt"
        case State.SENT:
            return _on("sendt digitalt", done)
        case State.READ:
            return _on("lest digitalt", done)
        case State.FAILED:
            return f"kom ikke fram digitalt: {reason(one)}"
        case State.POSTED:
            return _on("lagt i posten", done)
        case State.DROPPED:
            return "ikke sendt: fullmakten gjelder ikke lenger"
        case State.HANDED:
            return _on("gitt for hånd", done)


def reason(one: Dispatch) -> str:
    """Return why it did not get through, in words, with the code that was answered."""
    if one.reason in OUTSIDE_SAID:
        return OUTSIDE_SAID[one.reason]
    return f"svaret var «{one.reason}»" if one.reason else "vi fikk ikke vite hvorfor"


def _on(said: str, done: Marked | None) -> str:
    if done is None:
        return said
    when = day(done.on_day or done.at.astimezone(OSLO).date())
    return f"{said} {when}{f' av {done.name}' if done.name else ''}"


def _by_hand(letter: KeptLetter) -> str:
    if letter.by_post:
        return "skriv ut og send i posten"
    if letter.kind is LetterKind.FORWARDING:
        return "last ned og send til klageinstansen. Alle dokumentene følger med"
    return "last ned og send"

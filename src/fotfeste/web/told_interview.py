"""A mapping interview as a page shows it: said, drawn, answered and corrected."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy

from fotfeste.ledger.log import Recorded
from fotfeste.procedures.application.events import InterviewCorrected, InterviewHeld
from fotfeste.procedures.interview import (
    PARTS,
    InstrumentAnswers,
    NetworkMember,
    Part,
    Quality,
    Sector,
)
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.instruments import Instrument, Item
from fotfeste.rulebook.scoring import Incomplete, Indication, scored, unanswered
from fotfeste.web.lazy import Text
from fotfeste.web.network_map import NetworkMap, network_map

PART_NAMES: Mapping[Part, Text] = {
    "own_words": gettext_lazy("Med egne ord"),
    "goals": gettext_lazy("Mål"),
    "values": gettext_lazy("Hva som er viktig"),
    "resources": gettext_lazy("Ressurser"),
    "coping": gettext_lazy("Mestring"),
    "network": gettext_lazy("Nettverk"),
    "network_map": gettext_lazy("Nettverkskart"),
    "family": gettext_lazy("Familie og barn"),
    "housing": gettext_lazy("Bolig"),
    "economy": gettext_lazy("Økonomi"),
    "work": gettext_lazy("Arbeid og aktivitet"),
    "health": gettext_lazy("Helse"),
    "self_care": gettext_lazy("Å ta vare på seg selv"),
    "substance_use": gettext_lazy("Rusmidler"),
    "instruments": gettext_lazy("Svar på skjemaer"),
    "took_part": gettext_lazy("Hvem som var med"),
}
"""What the parts of an interview are called, in the order of the page."""

SECTORS: Mapping[Sector, Text] = {
    "family": gettext_lazy("Familie"),
    "friends": gettext_lazy("Venner"),
    "work": gettext_lazy("Jobb og skole"),
    "neighbourhood": gettext_lazy("Naboer og fritid"),
    "services": gettext_lazy("Hjelpere"),
}
CLOSENESS: Mapping[int, Text] = {
    1: gettext_lazy("Svært nær"),
    2: gettext_lazy("Nær"),
    3: gettext_lazy("Litt lenger unna"),
}
QUALITIES: Mapping[Quality, Text] = {
    "supportive": gettext_lazy("Støtter"),
    "mixed": gettext_lazy("Både og"),
    "hard": gettext_lazy("Vanskelig"),
}


@dataclass(frozen=True, slots=True)
class ToldMember:
    """Somebody in the network, in words; the same as the picture shows."""

    who: str
    closeness: Text
    quality: Text


@dataclass(frozen=True, slots=True)
class ToldNetwork:
    """A network as picture and as list, with the same people in both.

    people:  everybody, as they were named.
    members: everybody in words, under their sector, the nearest first.
    """

    people: tuple[NetworkMember, ...]
    members: tuple[tuple[Text, tuple[ToldMember, ...]], ...]

    @property
    def picture(self) -> NetworkMap:
        """Return the picture; it is drawn when a page asks for it, and not before."""
        names: dict[Sector, str] = {key: str(name) for key, name in SECTORS.items()}
        return network_map(self.people, names)

    @property
    def count(self) -> int:
        """Return how many there are in it."""
        return len(self.people)


@dataclass(frozen=True, slots=True)
class ToldInstrument:
    """An instrument with its answers, and what they may mean by its manual.

    answers: each answered item, what it gave, and what that means where it is said.
    """

    instrument: Instrument
    answers: tuple[tuple[Item, int, str], ...]
    results: tuple[Indication | Incomplete, ...]
    lacking: tuple[Item, ...]

    @property
    def unknown(self) -> int:
        """Return how many items the instrument has that are not here."""
        return max(0, (self.instrument.items_in_all or 0) - len(self.instrument.items))


@dataclass(frozen=True, slots=True)
class ToldPart:
    """One part of an interview: its words, and what the person has corrected."""

    key: Part
    name: Text
    words: str
    corrections: tuple[tuple[date, str], ...]


@dataclass(frozen=True)
class ToldInterview:
    """An interview of a case, from its number to what has been corrected in it."""

    number: int
    held: InterviewHeld
    parts: tuple[ToldPart, ...]
    instruments: tuple[ToldInstrument, ...]
    network: ToldNetwork | None

    @property
    def function(self) -> tuple[ToldInstrument, ...]:
        """Return what is scored without a sum: how the person manages."""
        return tuple(t for t in self.instruments if not t.instrument.scales)


def told_interviews(
    records: tuple[Recorded, ...], book: Rulebook
) -> tuple[ToldInterview, ...]:
    """Return the interviews of a case, the latest first."""
    held = [r.event for r in records if isinstance(r.event, InterviewHeld)]
    told = [
        ToldInterview(
            number,
            one,
            tuple(_parts(number, one, records)),
            tuple(told_instrument(given, one.on, book) for given in one.instruments),
            told_network(one.network_map),
        )
        for number, one in enumerate(held, 1)
    ]
    return tuple(reversed(told))


def told_instrument(
    given: InstrumentAnswers, on: date, book: Rulebook
) -> ToldInstrument:
    """Return the answers as the edition they were given to reads them.

    on: the day of the interview, where no edition was kept.
    """
    instrument = book.instrument(given.instrument, given.edition or on)
    points = given.points
    return ToldInstrument(
        instrument,
        tuple(
            (item, points[item.id], instrument.meaning(points[item.id]))
            for item in instrument.items
            if item.id in points
        ),
        scored(instrument, points, given.gender, given.age),
        unanswered(instrument, points),
    )


def _parts(
    number: int, held: InterviewHeld, records: tuple[Recorded, ...]
) -> Iterator[ToldPart]:
    """Yield the parts that say something, or that somebody has corrected."""
    for key in PARTS:
        corrections = tuple(
            (record.occurred_on, record.event.words)
            for record in records
            if isinstance(record.event, InterviewCorrected)
            and (record.event.interview, record.event.part) == (number, key)
        )
        words = getattr(held, key)
        if words or corrections:
            said = words if isinstance(words, str) else ""
            yield ToldPart(key, PART_NAMES[key], said, corrections)


def told_network(members: Sequence[NetworkMember]) -> ToldNetwork | None:
    """Return the network as picture and as list, or None where nobody is in it."""
    if not members:
        return None
    near = sorted(members, key=lambda member: member.closeness)
    told = (
        (
            name,
            tuple(
                ToldMember(one.who, CLOSENESS[one.closeness], QUALITIES[one.quality])
                for one in near
                if one.sector == sector
            ),
        )
        for sector, name in SECTORS.items()
    )
    listed = tuple((name, found) for name, found in told if found)
    return ToldNetwork(tuple(members), listed)

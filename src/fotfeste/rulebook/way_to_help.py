"""Models of the way to help: questions, doors, and the words that people use."""

from collections.abc import Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

Page = Literal["apply", "contact", "report", "help-now", "municipalities"]
"""Pages of ours that a door can lead to."""


class Answer(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One answer to a question of the guide; its id is the only one of its name."""

    id: str
    text: str


class Question(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A short question, which can always be left unanswered."""

    id: str
    ask: str
    answers: list[Answer]


class Door(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somewhere to turn: exactly one of what it leads to, and the answers it fits.

    line:     the id of a help line.
    page:     a page of ours.
    guidance: the id of a section of the national page.
    topic:    the municipality's offers on the topic; no door where it has none.
    site:     an address outside.
    topics:   what a search for leads to it, beside the topic it shows.
    when:     for a question, the answers that the door is open for; a question that
              is not named does not matter.
    """

    id: str
    title: str
    text: str
    line: str | None = None
    page: Page | None = None
    guidance: str | None = None
    topic: str | None = None
    site: str | None = None
    topics: list[str] = []
    when: dict[str, list[str]] = {}

    @property
    def leads_to(self) -> list[str]:
        """Return what the door leads to: one thing, when the rulebook is sound."""
        places = (self.line, self.page, self.guidance, self.topic, self.site)
        return [place for place in places if place]

    def is_open(self, answers: Mapping[str, str]) -> bool:
        """Test that the door fits the answers given so far, by the question's id."""
        return all(
            answers[question] in fits
            for question, fits in self.when.items()
            if question in answers
        )


class WayToHelp(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The questions and the doors, from a day, to a day (both inclusive)."""

    valid_from: date
    valid_to: date | None = None
    questions: list[Question]
    doors: list[Door]


class Topic(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that people ask about, and the words that they use for it.

    nn, en: words of nynorsk and English that bokmål has not.
    """

    id: str
    name: str
    words: list[str]
    nn: list[str] = []
    en: list[str] = []

    @property
    def known(self) -> tuple[str, ...]:
        """Return the words of all languages."""
        return (*self.words, *self.nn, *self.en)


class EverydayWords(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The topics, from a day, to a day (both inclusive)."""

    valid_from: date
    valid_to: date | None = None
    topics: list[Topic]

    def about(self, asked: str) -> list[str]:
        """Return the ids of the topics that the words lead to, the likeliest first.

        Forgives endings and spelling mistakes; what is far from every word leads
        nowhere.
        """
        said = words_of(asked)
        found = {
            topic.id: max(
                (_likeness(word, known) for word in said for known in topic.known),
                default=0.0,
            )
            for topic in self.topics
        }
        likely = sorted(found, key=lambda topic: -found[topic])
        return [topic for topic in likely if found[topic] >= ENOUGH]


ENOUGH = 0.82
"""How alike a word must be to one we know: one letter wrong in five, or an ending."""

_MARKS = str.maketrans(dict.fromkeys('.,;:!?«»"()/-', " "))


def words_of(asked: str) -> Sequence[str]:
    """Return the words that somebody wrote, without signs and capitals."""
    return asked.casefold().translate(_MARKS).split()


def _likeness(word: str, known: str) -> float:
    """Return how alike the words are, from 0 (not at all) to 1 (the same)."""
    if word == known:
        return 1.0
    shorter, longer = sorted((word, known), key=len)
    if len(shorter) >= 4 and longer.startswith(shorter):
        return 0.95
    if len(shorter) < 4:
        return 0.0
    return SequenceMatcher(None, word, known, autojunk=False).ratio()

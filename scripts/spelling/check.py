"""What is wrong with the texts: words nobody knows, and pages that are hard to read."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from scripts.spelling.dictionaries import Speller
from scripts.spelling.lix import HARDEST, lix
from scripts.spelling.plain import words
from scripts.spelling.text import Text

_PAGE = 40
"""Fewer words are a label or two: an index of them says nothing."""
_MOST_MEANT = 8
"""For so many words we look for what was meant: each takes seconds."""


@dataclass(frozen=True)
class Answer:
    """The words that a language does not know, and which of our own words it needs."""

    unknown: dict[str, list[str]]
    needed: frozenset[str]


def distinct(texts: Iterable[Text]) -> set[str]:
    """Return the words of the texts, each once."""
    return {word for text in texts for word in words(text.text)}


def asked(speller: Speller, said: Iterable[str]) -> Answer:
    """Ask for each word once, and for what may have been meant."""
    unknown = [word for word in sorted(said) if not speller.knows(word)]
    meant = {word: speller.meant(word) for word in unknown[:_MOST_MEANT]}
    return Answer(
        {word: meant.get(word, []) for word in unknown}, frozenset(speller.needed)
    )


def misspelled(texts: Iterable[Text], unknown: dict[str, list[str]]) -> Iterator[str]:
    """Yield each word that nobody knows, with its first place and how many others."""
    places: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        for word in words(text.text):
            if word in unknown:
                places[word].append(text)
    for word, found in places.items():
        first, more = found[0], len(found) - 1
        meant = f": {', '.join(unknown[word])}?" if unknown[word] else ""
        others = f" (and {more} more)" if more else ""
        yield f"{first.file}: {first.where}: «{word}»{meant}{others}\n    {first.text}"


def hard(texts: Iterable[Text]) -> Iterator[str]:
    """Yield each page that is harder to read than we allow."""
    pages: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        if text.text.endswith((".", "?", "!", ":")):
            for page in text.pages:
                pages[page].append(text.text)
    for page, said in pages.items():
        whole = " ".join(said)
        if len(whole.split()) >= _PAGE and lix(whole) > HARDEST:
            yield f"{page}: LIX {lix(whole):.1f}, at most {HARDEST}"


def needless(lists: dict[str, list[str]], needed: Container[str]) -> Iterator[str]:
    """Yield our own words that no text needs, or that the dictionary knows by now."""
    for name, own in lists.items():
        for word in own:
            if word not in needed:
                yield f"{name}: «{word}» is needed no more"

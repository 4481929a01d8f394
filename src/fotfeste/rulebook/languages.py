"""Which texts of the rulebook people read, so that they can be said in any language."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, structs

from fotfeste.rulebook import instruments, national, pack, way_to_help
from fotfeste.rulebook.book import Rulebook

TEXTS: dict[type[Struct], tuple[str, ...]] = {
    national.Act: ("name",),
    national.Term: ("text",),
    national.DatedName: ("nb",),
    national.HelpLine: ("name", "purpose", "hours", "also_known_as"),
    national.GuidanceSection: ("title", "text", "points", "more"),
    national.Guidance: ("title", "lead"),
    way_to_help.Answer: ("text",),
    way_to_help.Question: ("ask",),
    way_to_help.Door: ("title", "text"),
    instruments.Item: ("name",),
    instruments.Level: ("text",),
    instruments.Cutoff: ("text", "note"),
    instruments.Zone: ("text",),
    instruments.Instrument: ("about", "note"),
    pack.Unit: ("about",),
    pack.Offer: ("name", "what", "price"),
    pack.Criterion: ("name", "question", "note"),
    pack.Channel: ("text",),
    pack.Promise: ("text",),
    pack.NotOffered: ("what", "instead"),
    pack.Notice: ("text", "quiet"),
    pack.Section: ("title", "text", "points"),
    pack.Pack: (
        "service", "lead", "young", "audience", "conditions", "content", "process",
        "waiting", "appeal", "price", "expect_of_us", "expect_of_you", "values",
    ),
}  # fmt: skip
"""The fields that hold them; the rest are names, places, keys, rules and sources."""


def texts(book: Rulebook) -> Iterator[str]:
    """Yield every text that people read, in bokmål, some more than once."""
    for versions in book.act_versions.values():
        for version in versions:
            yield from texts_of(version.terms)
    national_files = (book.acts, book.names, book.contacts, book.guidance, book.ways)
    for thing in (*national_files, book.instruments, book.packs):
        yield from texts_of(thing)


def texts_of(thing: Any) -> Iterator[str]:
    """Yield the texts of a model, and of all that it holds."""
    match thing:
        case Struct():
            spoken = TEXTS.get(type(thing), ())
            for name, value in structs.asdict(thing).items():
                yield from _lines(value) if name in spoken else texts_of(value)
        case dict():
            yield from texts_of(list(thing.values()))
        case list() | tuple():
            for one in thing:
                yield from texts_of(one)
        case _:
            return


def _lines(value: Any) -> Iterator[str]:
    """Yield the texts of one field: one, many or none."""
    if isinstance(value, str):
        yield from [value] if value else []
    elif value:
        yield from value

"""The check of municipalities: their packs, names for all their days, successors."""

from collections.abc import Iterator
from datetime import date, timedelta

from fotfeste.rulebook.book import NoRuleInForceError, Rulebook
from fotfeste.rulebook.documents import Document, Problem
from fotfeste.rulebook.pack import Municipality, Pack
from fotfeste.rulebook.reading import Reading, folder_of


def municipalities(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    """Yield the municipalities that are only half there."""
    for file, one in reading.of(Municipality).items():
        document, packs = reading.documents[file], book.packs.get(folder_of(file), [])
        if packs:
            yield from _identities(document, one, packs)
            yield from _successor(book, document, one, packs)
        else:
            yield document.problem(
                (), f"«{folder_of(file)}» has no pack", "Add a dated file"
            )
    for file in reading.of(Pack):
        if folder_of(file) not in book.municipalities:
            yield Problem(
                file, 1, "The folder has no municipality.yaml", "Add one beside it"
            )


def _identities(
    document: Document, one: Municipality, packs: list[Pack]
) -> Iterator[Problem]:
    # The check of periods has seen that neither has gaps, so the ends tell all.
    first, last = packs[0].valid_from, packs[-1].valid_to or date.max
    named = one.identities
    if not named or named[0].valid_from > first:
        yield document.problem(
            ("identities",),
            f"The municipality has a pack from {first}, but no name then",
            "Add what it was called and numbered from that day",
        )
    elif (named[-1].valid_to or date.max) < last:
        yield document.problem(
            ("identities", len(named) - 1, "valid_to"),
            f"The municipality has a pack after {named[-1].valid_to}, but no name",
            "Add what it is called and numbered after that day",
        )


def _successor(
    book: Rulebook, document: Document, one: Municipality, packs: list[Pack]
) -> Iterator[Problem]:
    if one.successor is None:
        return
    last = packs[-1].valid_to
    if one.successor not in book.municipalities:
        yield document.problem(
            ("successor",),
            f"The successor «{one.successor}» is not in the rulebook",
            "Add its folder, or mend the name",
        )
    elif last is not None:
        try:
            book.pack(one.successor, last + timedelta(days=1))
        except NoRuleInForceError as error:
            yield document.problem(
                ("successor",),
                f"The successor does not carry on the day after {last}: {error}",
                "Let the successor's pack begin the day after the last day",
            )

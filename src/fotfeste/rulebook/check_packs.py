"""The check of packs: units for all steps, a legal basis and a way to appeal."""

from collections.abc import Iterator
from datetime import date

from fotfeste.law.citation import Citation
from fotfeste.rulebook.book import NoRuleInForceError, Rulebook
from fotfeste.rulebook.changes import days_of_change, days_within
from fotfeste.rulebook.documents import Document, Problem
from fotfeste.rulebook.pack import Pack
from fotfeste.rulebook.reading import Reading
from fotfeste.rulebook.theme import READABLE, unreadable


def packs(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    """Yield what is wrong inside single packs."""
    changes = days_of_change(reading)
    for file, pack in reading.of(Pack).items():
        document = reading.documents[file]
        yield from _units(document, pack)
        yield from _offers(document, pack)
        yield from _criteria(document, pack)
        yield from _young(document, pack)
        yield from _theme(document, pack)
        yield from _appeals(book, document, pack, days_within(pack, changes))
        if pack.next_review <= pack.updated:
            yield document.problem(
                ("next_review",),
                "The next review is not after the last update",
                "Write the day on which somebody is to read it again",
            )


def _theme(document: Document, pack: Pack) -> Iterator[Problem]:
    for field, what, found in unreadable(pack.theme) if pack.theme else ():
        yield document.problem(
            ("theme", field),
            f"The colour cannot be read against {what}: the contrast is {found:.1f}",
            f"Choose a colour with a contrast of at least {READABLE}",
        )


def _units(document: Document, pack: Pack) -> Iterator[Problem]:
    known = {unit.id for unit in pack.units}
    for step in ("receive", "interview", "decide", "deliver", "appeal"):
        unit = getattr(pack.steps, step)
        if unit not in known:
            yield document.problem(
                ("steps", step),
                f"«{unit}» is not one of the units",
                f"Choose among {', '.join(sorted(known))}, or add the unit",
            )


def _offers(document: Document, pack: Pack) -> Iterator[Problem]:
    if not any(offer.apply for offer in pack.offers):
        yield document.problem(
            ("offers",), "There is nothing to apply for", "Let an offer be applied for"
        )
    for n, offer in enumerate(pack.offers):
        if not offer.basis:
            yield document.problem(
                ("offers", n, "basis"),
                f"«{offer.id}» has no legal basis",
                "Write at least one provision",
            )


def _criteria(document: Document, pack: Pack) -> Iterator[Problem]:
    """Yield each offer whose application could be decided without being assessed."""
    for n, offer in enumerate(pack.offers):
        criteria = pack.criteria_for(offer.for_whom)
        if offer.apply and not any(c.required and c.each_service for c in criteria):
            yield document.problem(
                ("offers", n, "for_whom"),
                f"No criterion is about «{offer.id}» itself",
                f"Add a required criterion with each_service: true"
                f" and for_whom: {offer.for_whom}",
            )


def _young(document: Document, pack: Pack) -> Iterator[Problem]:
    if pack.age_from is not None and not pack.young:
        yield document.problem(
            ("age_from",),
            f"Nothing says where those under {pack.age_from} can turn",
            "Write young: a sentence that shows the way; age is no ground for refusal",
        )


def _appeals(
    book: Rulebook, document: Document, pack: Pack, days: list[date]
) -> Iterator[Problem]:
    for n, offer in enumerate(pack.offers):
        for m, basis in enumerate(offer.basis):
            if why := _why_no_appeal(book, basis, days):
                yield document.problem(
                    ("offers", n, "basis", m), why, "Mend it, or add a route"
                )


def _why_no_appeal(book: Rulebook, basis: Citation, days: list[date]) -> str | None:
    try:
        for day in days:
            book.appeal_route(basis, day)
    except NoRuleInForceError as error:
        return str(error)
    return None

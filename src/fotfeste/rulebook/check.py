"""The check of a rulebook: what no file can show by itself.

The law is the floor: a pack may promise more, never less (X-05).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.law.calendar import Calendar, Holiday
from fotfeste.law.citation import Citation
from fotfeste.law.periods import longest
from fotfeste.rulebook.book import Dated, NoRuleInForceError, Rulebook, in_force
from fotfeste.rulebook.documents import Document, Problem
from fotfeste.rulebook.national import (
    Acts,
    ActVersion,
    AppealRoutes,
    Contacts,
    Guidance,
    Holidays,
    Names,
)
from fotfeste.rulebook.pack import Municipality, Pack
from fotfeste.rulebook.reading import Reading, digest, read

NEEDED_TERMS = (
    "preliminary-answer",
    "renotification",
    "appeal.latest",
    "counting.days",
    "counting.weeks-and-months",
    "counting.extension",
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A rulebook, if it is sound; all its faults; and notes that are no faults."""

    rulebook: Rulebook | None
    problems: list[Problem]
    notes: list[Problem]


def check(texts: Mapping[str, str]) -> Checked:
    """Read and check a rulebook folder; the server starts on nothing that fails here.

    texts: from the path in the folder to the text of the file.
    """
    reading = read(texts)
    problems = [*reading.problems, *_periods(reading), *_citations(reading)]
    if not problems:
        problems = [*_missing_files(reading), *_holidays(reading)]
    if problems:
        return Checked(None, sorted(problems, key=_order), [])
    book = _assembled(reading, digest(texts))
    problems = [*_terms(book, reading), *_routes(book, reading)]
    if not problems:
        problems = [*_municipalities(book, reading), *_packs(book, reading)]
    notes = [] if problems else list(_less_than_the_law(book, reading))
    return Checked(None if problems else book, sorted(problems, key=_order), notes)


def _order(problem: Problem) -> tuple[str, int]:
    return problem.file, problem.line


def _assembled(reading: Reading, fingerprint: str) -> Rulebook:
    by_folder: dict[str, list[Pack]] = {}
    for file, pack in reading.of(Pack).items():
        by_folder.setdefault(_folder(file), []).append(pack)
    versions: dict[str, list[ActVersion]] = {}
    for version in reading.of(ActVersion).values():
        versions.setdefault(version.law, []).append(version)
    return Rulebook(
        digest=fingerprint,
        acts={
            act.short: act for acts in reading.of(Acts).values() for act in acts.acts
        },
        act_versions=versions,
        calendar=_calendar(list(reading.of(Holidays).values())[-1]),
        names={
            thing.id: thing.names
            for names in reading.of(Names).values()
            for thing in names.things
        },
        contacts=list(reading.of(Contacts).values()),
        routes=list(reading.of(AppealRoutes).values()),
        guidance=list(reading.of(Guidance).values()),
        municipalities={
            _folder(file): one for file, one in reading.of(Municipality).items()
        },
        packs=by_folder,
    )


def _folder(file: str) -> str:
    return file.split("/")[-2]


def _calendar(holidays: Holidays) -> Calendar:
    return Calendar(
        tuple(
            Holiday(entry.name, _month_day(entry.date), entry.after_easter)
            for entry in holidays.holidays
        )
    )


def _month_day(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    day = date.fromisoformat(f"2000-{text}")
    return day.month, day.day


def _missing_files(reading: Reading) -> Iterator[Problem]:
    for kind, place in (
        (Acts, "national/acts.yaml"),
        (Names, "national/names.yaml"),
        (Holidays, "national/holidays/1995-02-24.yaml"),
        (Contacts, "national/contacts/2026-01-01.yaml"),
        (AppealRoutes, "national/appeal-routes/2012-01-01.yaml"),
        (Guidance, "national/guidance/2026-01-01.yaml"),
    ):
        if not reading.of(kind):
            yield Problem(place, 1, "The rulebook lacks this file", "Add it")


def _periods(reading: Reading) -> Iterator[Problem]:
    """Yield what is wrong with the days on which files and names begin and end."""
    families: dict[str, list[tuple[str, Dated]]] = {}
    for file, part in sorted(reading.parts.items()):
        if isinstance(
            part, ActVersion | Holidays | Contacts | AppealRoutes | Guidance | Pack
        ):
            families.setdefault(file.rpartition("/")[0], []).append((file, part))
            if file.rpartition("/")[2] != f"{part.valid_from}.yaml":
                yield reading.documents[file].problem(
                    ("valid_from",),
                    f"The file is in force from {part.valid_from}, but is named"
                    f" {file.rpartition('/')[2]}",
                    f"Name it {part.valid_from}.yaml",
                )
    for versions in families.values():
        yield from _row(
            [(reading.documents[f], (), version) for f, version in versions]
        )
    for file, names in reading.of(Names).items():
        for n, thing in enumerate(names.things):
            yield from _row(
                [
                    (reading.documents[file], ("things", n, "names", m), name)
                    for m, name in enumerate(thing.names)
                ]
            )
    for file, one in reading.of(Municipality).items():
        yield from _row(
            [
                (reading.documents[file], ("identities", n), identity)
                for n, identity in enumerate(one.identities)
            ]
        )


def _row(
    versions: Sequence[tuple[Document, tuple[str | int, ...], Dated]],
) -> Iterator[Problem]:
    """Yield where versions end before they begin, overlap, or leave days without."""
    for document, path, version in versions:
        if version.valid_to is not None and version.valid_to < version.valid_from:
            yield document.problem(
                (*path, "valid_to"),
                f"It ends {version.valid_to}, before it begins {version.valid_from}",
                "Mend one of the two dates",
            )
    for (_, _, before), (document, path, after) in zip(
        versions, versions[1:], strict=False
    ):
        at = (*path, "valid_from")
        if before.valid_to is None or before.valid_to >= after.valid_from:
            yield document.problem(
                at,
                f"The period from {after.valid_from} overlaps the one before it,"
                f" which ends {before.valid_to or 'never'}",
                f"Let the one before end {after.valid_from - timedelta(days=1)}",
            )
        elif before.valid_to + timedelta(days=1) < after.valid_from:
            yield document.problem(
                at,
                f"A period is missing: nothing holds from"
                f" {before.valid_to + timedelta(days=1)}"
                f" to {after.valid_from - timedelta(days=1)}",
                "Let one of the two reach the other, or add what held in between",
            )


def _citations(reading: Reading) -> Iterator[Problem]:
    known = {act.short for acts in reading.of(Acts).values() for act in acts.acts}
    for file, part in sorted(reading.parts.items()):
        document = reading.documents[file]
        if isinstance(part, ActVersion):
            if part.law not in known:
                yield _unknown_act(document, ("law",), part.law)
            for n, term in enumerate(part.terms):
                yield from _cited(document, ("terms", n, "cite"), part.law, term.cite)
        cites = _cites_in(document.data, ())
        for path, citation in cites:
            if citation.law not in known:
                yield _unknown_act(document, path, citation.law)


def _cited(
    document: Document, path: tuple[str | int, ...], law: str, place: str
) -> Iterator[Problem]:
    try:
        Citation(f"{law} {place}")
    except ValueError as error:
        yield document.problem(path, str(error), "Write only the place, from §")


def _cites_in(
    data: object, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Citation]]:
    items: list[tuple[str | int, object]] = []
    if isinstance(data, dict):
        items = list(data.items())
    elif isinstance(data, list):
        items = list(enumerate(data))
    elif isinstance(data, str) and "§" in data and len(data) < 60:
        try:
            yield path, Citation(data)
        except ValueError:
            return
    for key, value in items:
        yield from _cites_in(value, (*path, key))


def _unknown_act(
    document: Document, path: tuple[str | int, ...], short: str
) -> Problem:
    return document.problem(
        path,
        f"«{short}» is no act we know",
        "Use a short name from national/acts.yaml, or add the act there",
    )


def _holidays(reading: Reading) -> Iterator[Problem]:
    for file, holidays in reading.of(Holidays).items():
        for n, entry in enumerate(holidays.holidays):
            path = ("holidays", n)
            if (entry.date is None) == (entry.after_easter is None):
                yield reading.documents[file].problem(
                    path,
                    f"«{entry.name}» needs either a date or a distance from Easter",
                    "Write date: 05-17, or after_easter: 39",
                )
                continue
            try:
                _month_day(entry.date)
            except ValueError:
                yield reading.documents[file].problem(
                    (*path, "date"),
                    f"«{entry.date}» is no day of the year",
                    "Write month-day, such as 05-17",
                )


def _terms(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    latest = max(version.valid_from for version in book.contacts)
    for key in NEEDED_TERMS:
        try:
            book.term(key, latest)
        except NoRuleInForceError as error:
            yield Problem("national", 1, str(error), "Add the term to its act")
    for file, version in reading.of(ActVersion).items():
        seen: set[str] = set()
        for n, term in enumerate(version.terms):
            if term.id in seen:
                yield reading.documents[file].problem(
                    ("terms", n, "id"), f"«{term.id}» stands here twice", "Keep one"
                )
            seen.add(term.id)


def _routes(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    for file, version in reading.of(AppealRoutes).items():
        document = reading.documents[file]
        for n, route in enumerate(version.routes):
            path = ("routes", n)
            try:
                book.term(route.term, version.valid_from)
                book.name(route.body, version.valid_from)
            except NoRuleInForceError as error:
                yield document.problem(path, str(error), "Mend the id, or add it")
            if route.basis.partition(" ")[0] not in book.acts:
                yield _unknown_act(document, (*path, "basis"), route.basis)


def _municipalities(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    for file, one in reading.of(Municipality).items():
        document, key = reading.documents[file], _folder(file)
        if key not in book.packs:
            yield document.problem((), f"«{key}» has no pack", "Add a dated file")
        if one.successor is not None and one.successor not in book.municipalities:
            yield document.problem(
                ("successor",),
                f"The successor «{one.successor}» is not in the rulebook",
                "Add its folder, or mend the name",
            )
    for file in reading.of(Pack):
        if _folder(file) not in book.municipalities:
            yield Problem(
                file, 1, "The folder has no municipality.yaml", "Add one beside it"
            )


def _packs(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    for file, pack in reading.of(Pack).items():
        document = reading.documents[file]
        yield from _ids(document, pack)
        yield from _units(document, pack)
        yield from _offers(book, document, pack)
        yield from _promises(book, document, pack)
        if pack.next_review <= pack.updated:
            yield document.problem(
                ("next_review",),
                "The next review is not after the last update",
                "Write the day on which somebody is to read it again",
            )


def _ids(document: Document, pack: Pack) -> Iterator[Problem]:
    for name in ("offers", "criteria", "units", "promises", "sections"):
        keys = [thing.id for thing in getattr(pack, name)]
        for n, key in enumerate(keys):
            if key in keys[:n]:
                yield document.problem(
                    (name, n, "id"), f"«{key}» stands here twice", "Keep one of them"
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


def _offers(book: Rulebook, document: Document, pack: Pack) -> Iterator[Problem]:
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
        for m, basis in enumerate(offer.basis):
            try:
                book.appeal_route(basis, max(pack.valid_from, _FIRST_ROUTES))
            except NoRuleInForceError as error:
                yield document.problem(
                    ("offers", n, "basis", m), str(error), "Mend it, or add a route"
                )


_FIRST_ROUTES = date(2012, 1, 1)


def _promises(book: Rulebook, document: Document, pack: Pack) -> Iterator[Problem]:
    for n, promise in enumerate(pack.promises):
        if promise.id == "appeal":
            law = _law_for_appeals(book, pack)
            if longest(pack.valid_from, [law, promise.value], book.calendar) == law:
                yield document.problem(
                    ("promises", n, "value"),
                    f"The promised {promise.value} to appeal is no more than the law's"
                    f" {law}",
                    "Promise more, or take it away; a printed shorter period belongs"
                    " under published",
                )


def _less_than_the_law(book: Rulebook, reading: Reading) -> Iterator[Problem]:
    for file, pack in reading.of(Pack).items():
        for n, published in enumerate(pack.published):
            if published.term != "appeal":
                continue
            law = _law_for_appeals(book, pack)
            periods = [law, published.value]
            if law != published.value and (
                longest(pack.valid_from, periods, book.calendar) == law
            ):
                yield reading.documents[file].problem(
                    ("published", n, "value"),
                    f"Note: the published text says {published.value} to appeal"
                    f" ({published.where}); the law gives {law}",
                    "People get the law's; ask the municipality to mend its text",
                )


def _law_for_appeals(book: Rulebook, pack: Pack):  # type: ignore[no-untyped-def]
    day = max(pack.valid_from, _FIRST_ROUTES)
    return longest(
        day,
        [
            book.term(book.appeal_route(offer.basis[0], day).term, day).length
            for offer in pack.offers
            if offer.basis
        ],
        book.calendar,
    )


__all__ = ["Checked", "check", "in_force"]

"""The rulebook in memory: what is in force on a date."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol, TypeVar

from fotfeste.law.calendar import Calendar
from fotfeste.law.citation import Citation
from fotfeste.law.finding import Finding
from fotfeste.law.periods import Period, end
from fotfeste.rulebook.instruments import Instrument
from fotfeste.rulebook.national import (
    AccessControl,
    Act,
    ActVersion,
    AppealRoute,
    AppealRoutes,
    Contacts,
    DatedName,
    Guidance,
    IndividualDecisions,
    SmallCells,
)
from fotfeste.rulebook.pack import DatedIdentity, Municipality, Pack
from fotfeste.rulebook.way_to_help import EverydayWords, WayToHelp


class NoRuleInForceError(LookupError):
    """Nothing in the rulebook covers the date that was asked about."""


class Dated(Protocol):
    """What holds from a day, to a day (both inclusive; None: for the time being)."""

    @property
    def valid_from(self) -> date:
        """Return the first day."""

    @property
    def valid_to(self) -> date | None:
        """Return the last day, or None."""


D = TypeVar("D", bound=Dated)


def in_force(versions: Sequence[D], on: date, what: str) -> D:
    """Return the version that holds on the date.

    Raises: NoRuleInForceError - names what was asked for and which days are held.
    """
    for version in versions:
        if version.valid_from <= on and (
            version.valid_to is None or on <= version.valid_to
        ):
            return version
    held = "; ".join(f"{v.valid_from} to {v.valid_to or '…'}" for v in versions)
    raise NoRuleInForceError(
        f"No {what} is in force on {on}. Held: {held or 'nothing'}."
        " Ask for another day, or add a file to the rulebook."
    )


@dataclass(frozen=True, slots=True)
class TermInForce:
    """A term with its act and validity, ready to be cited."""

    id: str
    citation: Citation
    text: str
    period: Period | None
    valid_from: date
    valid_to: date | None
    practice: str | None
    note: str | None = None

    @property
    def length(self) -> Period:
        """Return the period.

        Raises: LookupError - the provision gives a way of counting, not a period.
        """
        if self.period is None:
            raise LookupError(f"«{self.id}» has no period")
        return self.period


@dataclass(frozen=True)
class Rulebook:
    """Everything that was read and found to be sound.

    digest:   a fingerprint of the texts, kept with every event that rests on them.
    editions: the same of the editions made at a municipality's desk, by its key.
    """

    digest: str
    acts: dict[str, Act]
    act_versions: dict[str, list[ActVersion]]
    calendar: Calendar
    names: dict[str, list[DatedName]]
    contacts: list[Contacts]
    routes: list[AppealRoutes]
    guidance: list[Guidance]
    ways: list[WayToHelp]
    words: list[EverydayWords]
    individual_decisions: list[IndividualDecisions]
    small_cells: list[SmallCells]
    access_control: list[AccessControl]
    instruments: dict[str, list[Instrument]]
    municipalities: dict[str, Municipality]
    packs: dict[str, list[Pack]]
    editions: dict[str, str] = field(default_factory=dict)
    _terms: dict[str, list[TermInForce]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for versions in self.act_versions.values():
            for version in versions:
                for term in version.terms:
                    self._terms.setdefault(term.id, []).append(
                        TermInForce(
                            term.id,
                            Citation(f"{version.law} {term.cite}"),
                            term.text,
                            term.value,
                            term.valid_from or version.valid_from,
                            version.valid_to,
                            term.practice,
                            term.note,
                        )
                    )

    def fingerprint(self, municipality: str) -> str:
        """Return what an event keeps of the rulebook that it rests on.

        It is the digest of the folder, then those of the editions of who has served
        the municipality's cases: it, and its successors. Others' change nothing here.
        """
        found, key = [self.digest], municipality
        while key:
            found += [self.editions[key]] if key in self.editions else []
            known = self.municipalities.get(key)
            key = known.successor or "" if known else ""
        return "+".join(found)

    def with_packs(
        self, municipality: str, packs: list[Pack], edition: str
    ) -> "Rulebook":
        """Return the rulebook with other packs of one municipality.

        edition: the fingerprint of the editions among them; empty where there are none.
        """
        editions = {k: v for k, v in self.editions.items() if k != municipality}
        if edition:
            editions[municipality] = edition
        return replace(
            self,
            packs={**self.packs, municipality: packs},
            editions=editions,
            _terms={},
        )

    def term(self, key: str, on: date) -> TermInForce:
        """Return the term in force on the date, or raise NoRuleInForceError."""
        return in_force(self._terms.get(key, []), on, f"rule for «{key}»")

    def standing(self, citation: Citation, on: date) -> Citation:
        """Return the provision that says the same on the date.

        It is the one given, until its act has ended; then what the new act says of the
        same thing. Where the rulebook knows of nothing, the one given is kept.
        """
        versions = self.act_versions.get(citation.law, [])
        if any(not v.valid_to or on <= v.valid_to for v in versions) or not versions:
            return citation
        same = [
            term
            for term in self.terms()
            if term.citation.law == citation.law
            and term.citation.paragraph == citation.paragraph
        ]
        for term in sorted(same, key=lambda term: term.citation != citation):
            with suppress(NoRuleInForceError):
                return self.term(term.id, on).citation
        return citation

    def terms(self) -> list[TermInForce]:
        """Return every term of every date."""
        return [term for versions in self._terms.values() for term in versions]

    def name(self, key: str, on: date) -> str:
        """Return what the thing was called on the date (bokmål)."""
        return in_force(self.names.get(key, []), on, f"name of «{key}»").nb

    def lines(self, on: date) -> Contacts:
        """Return the help lines shown on the date."""
        return in_force(self.contacts, on, "list of help lines")

    def national_guidance(self, on: date) -> Guidance:
        """Return what every municipality's pages tell on the date."""
        return in_force(self.guidance, on, "national guidance")

    def way_to_help(self, on: date) -> WayToHelp:
        """Return the questions and doors of the guide on the date."""
        return in_force(self.ways, on, "way to help")

    def everyday_words(self, on: date) -> EverydayWords:
        """Return the words people use, and what they are about, on the date."""
        return in_force(self.words, on, "list of everyday words")

    def control(self, on: date) -> AccessControl:
        """Return the limits of employees' access and of its control on the date."""
        return in_force(self.access_control, on, "control of access")

    def instrument(self, key: str, on: date) -> Instrument:
        """Return the instrument as it was on the date, or raise NoRuleInForceError."""
        return in_force(self.instruments.get(key, []), on, f"instrument «{key}»")

    def instruments_on(self, on: date) -> dict[str, Instrument]:
        """Return every instrument that holds on the date, by its key."""
        found = {}
        for key in self.instruments:
            with suppress(NoRuleInForceError):
                found[key] = self.instrument(key, on)
        return found

    def appeal_route(self, basis: Citation, on: date) -> AppealRoute:
        """Return how a decision on the legal basis is appealed.

        The route of a provision goes before the route of its whole act.
        Raises: NoRuleInForceError - no route for the basis; says which acts have one.
        """
        routes = in_force(self.routes, on, "list of appeal routes").routes
        for route in sorted(routes, key=lambda route: "§" not in route.basis):
            if _is_about(route.basis, basis):
                return route
        known = ", ".join(sorted({route.basis for route in routes}))
        raise NoRuleInForceError(
            f"No appeal route is known for «{basis}» on {on}. Known: {known}."
        )

    def needs_decision(
        self, basis: Citation, starts_on: date, ends_on: date | None, on: date
    ) -> Finding[bool]:
        """Return whether the service takes an individual decision (enkeltvedtak).

        Law: pbrl § 2-7: some services do, when they are to last longer than two weeks.
             Those of other acts always do. A municipality may decide where none must.
        In:  starts_on, ends_on - first and last day of the service; None: open-ended.
             on - the day whose law is asked for.
        """
        law = in_force(self.individual_decisions, on, "list of individual decisions")
        inputs = {"basis": basis, "starts_on": starts_on, "ends_on": ends_on}
        for always in law.always:
            if _is_about(always.basis, basis):
                return Finding(value=True, basis=(always.cite,), inputs=inputs)
        # `end` leaves the first day out; of the service's own days it is the first.
        lasts = ends_on is None or ends_on >= end(
            starts_on, law.longer_than, self.calendar
        )
        listed = any(provision.covers(basis) for provision in law.provisions)
        return Finding(
            listed and lasts,
            (law.cite,),
            {**inputs, "listed": listed, "longer_than": law.longer_than},
        )

    def fewest_shown(self, on: date) -> int:
        """Return the smallest number that is shown in a table, besides zero."""
        return in_force(self.small_cells, on, "rule for small numbers").fewest

    def municipality(self, key: str) -> Municipality:
        """Return the municipality with the key, or raise NoRuleInForceError."""
        try:
            return self.municipalities[key]
        except KeyError:
            known = ", ".join(sorted(self.municipalities))
            raise NoRuleInForceError(
                f"No municipality is called «{key}». Known: {known}."
            ) from None

    def identity(self, key: str, on: date) -> DatedIdentity:
        """Return the municipality's name, number and county on the date."""
        return in_force(self.municipality(key).identities, on, f"name of «{key}»")

    def current_identity(self, key: str, on: date) -> DatedIdentity:
        """Return the identity on the date of the municipality or its successor."""
        successor = self.municipality(key).successor
        try:
            return self.identity(key, on)
        except NoRuleInForceError:
            if successor is None:
                raise
            return self.current_identity(successor, on)

    def pack(self, key: str, on: date) -> Pack:
        """Return the municipality's pack in force on the date.

        Raises: NoRuleInForceError - names the successor where there is one.
        """
        municipality = self.municipality(key)
        try:
            return in_force(self.packs.get(key, []), on, f"pack of «{key}»")
        except NoRuleInForceError as error:
            if municipality.successor is None:
                raise
            raise NoRuleInForceError(
                f"{error} Its successor is «{municipality.successor}»."
            ) from None

    def desk_of(self, key: str, on: date) -> str:
        """Return who serves the municipality's cases then: it, or a successor."""
        municipality = self.municipality(key)
        ended = all(
            p.valid_to is not None and p.valid_to < on for p in self.packs.get(key, [])
        )
        if municipality.successor and ended:
            return self.desk_of(municipality.successor, on)
        return key

    def desk_pack(self, key: str, on: date) -> Pack:
        """Return the pack by which the municipality's cases are worked on the date.

        Its units do the steps, whatever pack governs a case; after a merger, the
        successor's.
        """
        return self.pack(self.desk_of(key, on), on)

    def served(self, on: date) -> list[str]:
        """Return the keys of the municipalities one can apply to on the date."""
        return [
            key
            for key, municipality in sorted(self.municipalities.items())
            if not municipality.template
            and any(
                p.valid_from <= on and (p.valid_to is None or on <= p.valid_to)
                for p in self.packs.get(key, [])
            )
        ]


def _is_about(named: str, basis: Citation) -> bool:
    """Test that the provision, or the whole act, takes in the legal basis."""
    return Citation(named).covers(basis) if "§" in named else named == basis.law

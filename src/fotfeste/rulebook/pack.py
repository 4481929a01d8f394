"""Models of a municipality's files: who it is, and its packs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from msgspec import Struct

from fotfeste.law.citation import Citation
from fotfeste.law.periods import Period
from fotfeste.rulebook.theme import Theme

ForWhom = Literal["self", "kin"]
"""Whose need it is about: one's own, or one's own as next of kin (pårørende)."""

StepName = Literal["receive", "interview", "decide", "deliver", "appeal"]


class DatedIdentity(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the municipality is called and numbered from a day, to a day (inclusive)."""

    name: str
    number: str
    county: str
    valid_from: date
    valid_to: date | None = None


class Municipality(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A municipality over time; the folder's name is its key for ever.

    successor: the key of the municipality that carries on after the last day.
    template:  true for packs that others build on and nobody runs.
    """

    identities: list[DatedIdentity]
    successor: str | None = None
    template: bool = False
    made_up: bool = False


class Source(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where the facts of a pack come from, who keeps them, and when they were read."""

    title: str
    owner: str
    updated: date | None = None
    note: str | None = None


class Unit(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of the municipality that does a step."""

    id: str
    name: str
    about: str
    address: str | None = None
    phone: str | None = None


class Steps(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which unit does which step, by unit id."""

    receive: str
    interview: str
    decide: str
    deliver: str
    appeal: str


class Offer(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A service one can get, with its legal basis.

    basis:    the provisions it is given under, the governing one first.
    decision: whether it takes an individual decision to get it (enkeltvedtak).
    apply:    whether it can be chosen in the application.
    for_whom: whose need it is for.
    topics:   what it is about, in the keys of the everyday words.
    """

    id: str
    name: str
    what: str
    basis: list[Citation]
    decision: bool
    price: str
    apply: bool = True
    for_whom: ForWhom = "self"
    topics: list[str] = []


class Criterion(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is assessed before a decision; `required` ones can never be missing.

    for_whom:     in whose case it is assessed.
    each_service: whether it is assessed for each service applied for, or once.
    """

    id: str
    name: str
    question: str
    required: bool
    note: str | None = None
    for_whom: ForWhom = "self"
    each_service: bool = False


@dataclass(frozen=True, slots=True)
class Assessment:
    """A criterion to assess in a case: of one service applied for, or of the person."""

    criterion: Criterion
    offer: Offer | None

    @property
    def key(self) -> tuple[str, str]:
        """Return the criterion's key and the offer's, empty when about the person."""
        return self.criterion.id, self.offer.id if self.offer else ""

    @property
    def name(self) -> str:
        """Return the criterion's name, and the service's where it is about one."""
        if self.offer is None:
            return self.criterion.name
        return f"{self.criterion.name}: {self.offer.name}"


class Channel(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A way of reaching the service."""

    kind: Literal["online", "post", "phone", "visit"]
    text: str


class Promise(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A period the municipality promises, beside the law's."""

    id: Literal["mapping-interview", "decision-after-mapping", "appeal"]
    value: Period
    text: str


class Published(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A period as the municipality's own page has printed it, kept as history."""

    term: Literal["appeal", "preliminary-answer"]
    value: Period
    where: str


class NotOffered(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the service does not do, and who does or what one can get instead."""

    what: str
    instead: str


class Notice(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words of an SMS or an e-mail: that there is something new, never what.

    sender: who it is from, eleven letters at the most, as a telephone shows it.
    quiet:  the same for those to whom not even the service's name is safe.
    """

    sender: str = "Kommunen"
    text: str = "Du har fått noe nytt å lese. Logg inn på sidene til {municipality}."
    quiet_sender: str = "Beskjed"
    quiet: str = "Du har fått noe nytt å lese. Logg inn der du pleier."


class Section(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A further part of the service page."""

    id: str
    title: str
    text: list[str] = []
    points: list[str] = []


class Pack(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One municipality's service from a day, to a day (both inclusive).

    extends:         the pack this one builds on, as "folder/date".
    second_person:   whether somebody else must approve a decision.
    age_from:        whom the service is for; a routing rule, never a ground of refusal.
    young:           where those who are younger are shown the way to.
    collect_from:    whom information is commonly asked from, with consent.
    cooperating:     services that a case can be shared with.
    notice:          the words of a notice by SMS or e-mail.
    theme:           colours and mark; ours where there is none.
    """

    valid_from: date
    valid_to: date | None = None
    extends: str | None = None
    source: Source
    updated: date
    next_review: date
    service: str
    lead: str
    second_person: bool
    age_from: int | None = None
    young: str = ""
    audience: list[str]
    conditions: list[str]
    content: list[str]
    offers: list[Offer]
    criteria: list[Criterion]
    units: list[Unit]
    steps: Steps
    channels: list[Channel]
    process: list[str]
    waiting: list[str]
    appeal: list[str]
    price: str
    law: list[Citation]
    promises: list[Promise] = []
    published: list[Published] = []
    expect_of_us: list[str] = []
    expect_of_you: list[str] = []
    not_offered: list[NotOffered] = []
    partners: list[str] = []
    collect_from: list[str] = []
    cooperating: list[str] = []
    values: list[str] = []
    sections: list[Section] = []
    notice: Notice = Notice()
    theme: Theme | None = None

    def offer(self, key: str) -> Offer | None:
        """Return the offer with the key, or None."""
        return next((offer for offer in self.offers if offer.id == key), None)

    def unit(self, key: str) -> Unit:
        """Return the unit with the key; the check has seen that it exists."""
        return next(unit for unit in self.units if unit.id == key)

    def unit_for(self, step: StepName) -> str:
        """Return the key of the unit that does the step."""
        return str(getattr(self.steps, step))

    def promise(self, key: str) -> Promise | None:
        """Return the promise with the key, or None."""
        return next((promise for promise in self.promises if promise.id == key), None)

    def criteria_for(self, for_whom: ForWhom) -> list[Criterion]:
        """Return the criteria that are assessed in the case of such a person."""
        return [c for c in self.criteria if c.for_whom == for_whom]

    def assessments(
        self, for_whom: ForWhom, wants: Sequence[str]
    ) -> tuple[Assessment, ...]:
        """Return what is assessed in a case: of the person, then of each service.

        wants: the keys of the offers applied for; one the pack has not is left out.
        """
        offers = [offer for key in wants if (offer := self.offer(key))]
        criteria = self.criteria_for(for_whom)
        return (
            *(Assessment(c, None) for c in criteria if not c.each_service),
            *(Assessment(c, o) for o in offers for c in criteria if c.each_service),
        )

"""Models of the national files: acts, terms, holidays, names, contacts, guidance."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from fotfeste.law.citation import Citation
from fotfeste.law.periods import Period
from fotfeste.rulebook.opening_hours import Clock, Hours


class Act(Struct, frozen=True, forbid_unknown_fields=True):
    """An act or regulation (lov, forskrift) that may be cited."""

    short: str
    name: str
    lovdata: str


class Acts(Struct, frozen=True, forbid_unknown_fields=True):
    """All that may be cited."""

    acts: list[Act]


class Term(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One rule of an act as a value: a period, or how something is counted.

    value:      the period; left out where the provision gives a way of counting.
    cite:       the place in the act.
    practice:   why the value is a practice and no law, where it is one.
    note:       what is not verified, or is more than the provision says.
    valid_from: the day the provision came, where that is later than the file's.
    """

    id: str
    cite: str
    text: str
    value: Period | None = None
    practice: str | None = None
    note: str | None = None
    valid_from: date | None = None


class ActVersion(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The terms of one act from a day, to a day (both inclusive)."""

    law: str
    valid_from: date
    valid_to: date | None = None
    source: str
    checked: date
    terms: list[Term]


class PreparedAct(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An act that is adopted, but perhaps not in force; it takes the place of another.

    in_force: the first day, when it is set; until then nothing follows from the act.
    replaces: the act that ends the day before.
    """

    law: str
    replaces: str
    in_force: date | None = None
    source: str
    checked: date
    terms: list[Term]


class HolidayEntry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A holiday: `date` as month-day, or `after_easter` in days."""

    name: str
    cite: Citation
    date: str | None = None
    after_easter: int | None = None


class Holidays(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The holidays besides Sundays from a day, to a day (both inclusive)."""

    valid_from: date
    valid_to: date | None = None
    holidays: list[HolidayEntry]


class DatedName(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What something was called from a day, to a day (both inclusive)."""

    valid_from: date
    valid_to: date | None = None
    nb: str
    nn: str | None = None
    note: str | None = None


class NamedThing(Struct, frozen=True, forbid_unknown_fields=True):
    """An authority, line or scheme whose name has changed."""

    id: str
    names: list[DatedName]


class Names(Struct, frozen=True, forbid_unknown_fields=True):
    """Names at a date."""

    things: list[NamedThing]


class HelpLine(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number one can call, when, and when we last checked it.

    always, open: whether it is open day and night, or when; neither where the owner's
                  own page has to be asked.
    """

    id: str
    name: str
    phone: str
    purpose: str
    hours: str
    checked: date
    urgent: bool = False
    also_known_as: str | None = None
    always: bool = False
    open: list[Hours] = []


class Contacts(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The help lines shown from a day, to a day (both inclusive)."""

    valid_from: date
    valid_to: date | None = None
    lines: list[HelpLine]


class AppealRoute(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How decisions on one legal basis are appealed.

    basis: the provision, or an act's short name for the whole act.
    term:  the id of the term that gives the appeal period.
    right: the provision that gives the right to appeal.
    body:  the id in the names of the appellate instance.
    """

    basis: str
    term: str
    right: Citation
    body: str


class AppealRoutes(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All the routes from a day, to a day (both inclusive)."""

    valid_from: date
    valid_to: date | None = None
    routes: list[AppealRoute]


class AlwaysDecided(Struct, frozen=True, forbid_unknown_fields=True):
    """What is always given by an individual decision, and which provision says so.

    basis: the provision, or an act's short name for the whole act.
    """

    basis: str
    cite: Citation


class IndividualDecisions(
    Struct, frozen=True, forbid_unknown_fields=True, kw_only=True
):
    """Which services take an individual decision (enkeltvedtak), from a day, to a day.

    provisions:  those that take one when the service is to last longer.
    longer_than: than this.
    always:      those that take one however long it lasts.
    """

    valid_from: date
    valid_to: date | None = None
    cite: Citation
    longer_than: Period
    provisions: list[Citation]
    always: list[AlwaysDecided] = []
    note: str | None = None


class SmallCells(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How small a number may be in a table for others, from a day, to a day.

    fewest: the smallest number that is shown, besides zero.
    cite:   the provision that says that nobody must be recognised.
    """

    valid_from: date
    valid_to: date | None = None
    cite: Citation
    fewest: int
    note: str | None = None


class AccessControl(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The limits of employees' access and of its control, from a day, to a day.

    authorisation:   the longest that access is given for at a time.
    told_before:     how long before its end it is told that it ends.
    opens, closes:   the usual hours of a working day, the last not included.
    people_in_a_day: to read of more people than this in a day is worth a look.
    times_as_usual:  and so is more than this many times one's own median,
    worth_a_look:    from this many people on.
    """

    valid_from: date
    valid_to: date | None = None
    cite: Citation
    authorisation: Period
    told_before: Period
    opens: Clock
    closes: Clock
    people_in_a_day: Annotated[int, Meta(ge=1)]
    times_as_usual: Annotated[int, Meta(ge=1)]
    worth_a_look: Annotated[int, Meta(ge=1)]
    note: str | None = None


class GuidanceSection(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of the national page; `emphasis` draws it out, as for someone pregnant.

    more:  what stands only on a page of its own; without it there is no such page.
    names: what has changed its name, by id: told with the dates.
    lines: who answers now, by the id of a help line.
    """

    id: str
    title: str
    text: list[str] = []
    points: list[str] = []
    more: list[str] = []
    names: list[str] = []
    lines: list[str] = []
    cite: list[Citation] = []
    emphasis: Literal["none", "important"] = "none"


class Guidance(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every municipality's pages tell, from a day, to a day (both inclusive)."""

    valid_from: date
    valid_to: date | None = None
    source: str
    updated: date
    next_review: date
    title: str
    lead: str
    sections: list[GuidanceSection]

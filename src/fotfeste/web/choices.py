"""What a form offers from the case it is filled in from, on both sides."""

from collections.abc import Callable

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, pgettext_lazy

from fotfeste.law.periods import Period, end
from fotfeste.letters.wording import day, weekday
from fotfeste.procedures.application.events import InterviewHeld
from fotfeste.procedures.care.stages import File as CareFile
from fotfeste.procedures.remedy.stages import NONE_MADE, Decisions
from fotfeste.web.step_form import Setting
from fotfeste.web.told_interview import PART_NAMES

AVOID = [
    ("letters", gettext_lazy("Ikke send brev hjem")),
    ("voicemail", gettext_lazy("Ikke legg igjen beskjed på telefonen")),
    ("messages", gettext_lazy("Ikke send SMS eller e-post")),
    ("name", gettext_lazy("Ikke si eller skriv hvor dere ringer fra")),
]
"""What can be unsafe for one who lives with others."""

LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
"""What letters are written in, each by its own name."""

SCOPES = [
    ("apply", gettext_lazy("Søke og svare i saken")),
    ("letters", gettext_lazy("Få brevene")),
    ("documents", gettext_lazy("Se dokumentene")),
    ("attend", gettext_lazy("Være med i samtaler og avtaler")),
    ("appeal", pgettext_lazy("what a power of attorney covers", "Klage")),
]
"""What a power of attorney can cover, in words."""


DECISIONS = (
    gettext_noop("Vedtak om tjenester"),
    gettext_noop("Avvisning av søknaden"),
    gettext_noop("Saken ble lukket"),
    gettext_noop("Avslag på innsyn"),
    gettext_noop("Vedtak om sakskostnader"),
    gettext_noop("Avvisning av klagen"),
    gettext_noop("Endring av tjenesten"),
    gettext_noop("Avslutning"),
)
"""What decisions are called in the file."""


def decisions(setting: Setting) -> list[tuple[str, str]]:
    """Return the decisions that the party has been told of, the latest first."""
    made: Decisions = getattr(setting.case.case.file, "decisions", NONE_MADE)
    return [
        (str(d.number), f"{_(d.title)}, {day(d.decided_on)}")
        for d in reversed(made.told)
    ]


def interviews(setting: Setting) -> list[tuple[str, str]]:
    """Return the interviews that have been held, the latest first."""
    held: tuple[InterviewHeld, ...] = getattr(setting.case.case.file, "interviews", ())
    days = [(str(n), day(one.on)) for n, one in enumerate(held, 1)]
    return days[::-1]


def parts_of_interview(setting: Setting) -> list[tuple[str, str]]:
    """Return what an interview can be about: what is not there can be lacking."""
    del setting
    return [(part, str(name)) for part, name in PART_NAMES.items()]


def appointments(setting: Setting) -> list[tuple[str, str]]:
    """Return the days that are agreed."""
    file = setting.case.case.file
    made = file.appointments if isinstance(file, CareFile) else ()
    when = _("{day} klokka {at}")
    return [
        (str(a.appointment), when.format(day=weekday(a.day), at=a.at)) for a in made
    ]


def comment_by(setting: Setting) -> dict[str, object]:
    """Return the day that a party is commonly given to comment by (fvl § 16)."""
    period = setting.book.term("party.heard-period", setting.today).length
    return {"comment_by": end(setting.today, period, setting.book.calendar)}


def sources(setting: Setting) -> list[tuple[str, str]]:
    """Return whom consent is commonly given for in the municipality."""
    desk = setting.case.desk
    return [(name, name) for name in (*desk.collect_from, *desk.cooperating)]


def powers(setting: Setting) -> list[tuple[str, str]]:
    """Return the powers of attorney that are not revoked."""
    return [(str(p.power), p.name) for p in setting.case.history.known.powers]


def consents(setting: Setting) -> list[tuple[str, str]]:
    """Return the consents that are not withdrawn."""
    given = setting.case.history.known.consents
    return [(str(c.consent), f"{c.source}: {c.fields}") for c in given]


def in_a_year(setting: Setting) -> dict[str, object]:
    """Return a day until which a consent can hold, to be changed."""
    return {"valid_to": end(setting.today, Period("1 years"), setting.book.calendar)}


def first_of(
    field: str, choices: Callable[[Setting], list[tuple[str, str]]]
) -> Callable[[Setting], dict[str, object]]:
    """Return what fills in the field with the only choice, where there is one."""

    def filled(setting: Setting) -> dict[str, object]:
        offered = choices(setting)
        return {field: offered[0][0]} if len(offered) == 1 else {}

    return filled


def unanswered(setting: Setting) -> list[tuple[str, str]]:
    """Return the messages that wait for an answer, as they begin."""
    waiting = setting.case.history.known.unanswered
    return [
        (str(one.message), f"{weekday(one.on)}: {Truncator(one.words).chars(80)}")
        for one in waiting
    ]


def consents_asked(setting: Setting) -> list[tuple[str, str]]:
    """Return the consents that the person is asked for and has not answered."""
    asked = setting.case.history.known.asked
    return [(str(one.consent), f"{one.source}: {one.fields}") for one in asked]

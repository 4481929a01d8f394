"""Dates and links in Norwegian."""

from collections.abc import Sequence
from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from fotfeste.letters import wording
from fotfeste.letters.content import Block, Numbered
from fotfeste.office.handle import OSLO
from fotfeste.rulebook import opening_hours
from fotfeste.rulebook.national import HelpLine
from fotfeste.web.who import office_now

register = template.Library()


@register.filter
def day(on: date) -> str:
    """Return the date in words: «27. februar 2026»."""
    return wording.day(on)


@register.filter
def weekday(on: date) -> str:
    """Return the date with its day of the week."""
    return wording.weekday(on)


@register.filter
def moment(at: datetime) -> str:
    """Return the local time in words."""
    return wording.moment(at.astimezone(OSLO))


@register.filter
def hour(at: datetime) -> str:
    """Return the local time of the day: «14.05»."""
    return f"{at.astimezone(OSLO):%H.%M}"


@register.filter
def call(line: HelpLine) -> SafeString:
    """Return the number as a link that dials it."""
    number = line.phone.replace(" ", "")
    return format_html('<a class="ds-link" href="tel:{}">{}</a>', number, line.phone)


_NUMBERS = (
    gettext_lazy("null"),
    gettext_lazy("ett"),
    gettext_lazy("to"),
    gettext_lazy("tre"),
    gettext_lazy("fire"),
    gettext_lazy("fem"),
    gettext_lazy("seks"),
    gettext_lazy("sju"),
    gettext_lazy("åtte"),
    gettext_lazy("ni"),
    gettext_lazy("ti"),
    gettext_lazy("elleve"),
    gettext_lazy("tolv"),
)


@register.filter
def in_words(number: int) -> str:
    """Return a small number as a word."""
    return str(_NUMBERS[number]) if number < len(_NUMBERS) else str(number)


@register.simple_tag
def opening(line: HelpLine) -> str:
    """Return whether somebody answers now, or when: nothing where nobody knows."""
    if line.always:
        return _("Åpent nå.")
    office = office_now()
    now = office.now.astimezone(OSLO)
    found = opening_hours.opening(line.open, now, office.book.calendar)
    if found.now:
        return _("Åpent nå.")
    if found.day is None or found.at is None:
        return ""
    at = f"{found.at:%H.%M}".removeprefix("0").removesuffix(".00")
    match (found.day - now.date()).days:
        case 0:
            return _("Åpner i dag klokka {at}.").format(at=at)
        case 1:
            return _("Åpner i morgen klokka {at}.").format(at=at)
        case _:
            on = wording.weekday(found.day)
            return _("Åpner {day} klokka {at}.").format(day=on, at=at)


@register.filter
def is_numbered(block: Block) -> bool:
    """Test that the block is a list whose numbers are referred to."""
    return isinstance(block, Numbered)


@register.filter
def with_heads(row: tuple[str, ...], heads: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the cells of a row, each with its column's header."""
    return list(zip(heads, row, strict=True))


@register.filter
def days_left(on: date, today: date) -> str:
    """Return how far away the day is: «i dag», «om 3 dager», «2 dager siden»."""
    days = (on - today).days
    if days == 0:
        return _("i dag")
    if days == 1:
        return _("i morgen")
    if days == -1:
        return _("i går")
    if days > 0:
        ahead = ngettext("om {days} dag", "om {days} dager", days)
        return ahead.format(days=days)
    ago = ngettext("for {days} dag siden", "for {days} dager siden", -days)
    return ago.format(days=-days)


_GROUNDS = {
    "written": gettext_lazy("skriftlig fullmakt"),
    "lawyer": gettext_lazy("advokat"),
    "guardian": gettext_lazy("verge"),
    "future-power": gettext_lazy("fremtidsfullmakt"),
}
_SCOPES = {
    "apply": gettext_lazy("søke og svare"),
    "letters": gettext_lazy("få brev"),
    "documents": gettext_lazy("se dokumenter"),
    "attend": gettext_lazy("være med i samtaler"),
    "appeal": gettext_lazy("klage"),
}


@register.filter
def ground(key: str) -> str:
    """Return what a representative's right rests on, in words."""
    return str(_GROUNDS[key])


_AVOIDED = {
    "letters": gettext_lazy("brev hjem"),
    "voicemail": gettext_lazy("beskjed på telefonen"),
    "messages": gettext_lazy("SMS og e-post"),
    "name": gettext_lazy("å si eller skrive hvem som ringer"),
}


@register.filter
def avoided(keys: Sequence[str]) -> str:
    """Return what is not safe when one makes contact, as one enumeration."""
    return wording.listed([str(_AVOIDED[key]) for key in keys])


@register.filter
def scopes(keys: Sequence[str]) -> str:
    """Return what a representative may do, as one enumeration."""
    return capfirst(wording.listed([str(_SCOPES[key]) for key in keys]))

"""Dates and links in Norwegian."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

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
def call(line: HelpLine) -> SafeString:
    """Return the number as a link that dials it."""
    number = line.phone.replace(" ", "")
    return format_html('<a class="ds-link" href="tel:{}">{}</a>', number, line.phone)


_NUMBERS = ("null", "ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni",
            "ti", "elleve", "tolv")  # fmt: skip


@register.filter
def in_words(number: int) -> str:
    """Return a small number as a word."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


@register.simple_tag
def opening(line: HelpLine) -> str:
    """Return whether somebody answers now, or when: nothing where nobody knows."""
    if line.always:
        return "Åpent nå."
    office = office_now()
    now = office.now.astimezone(OSLO)
    found = opening_hours.opening(line.open, now, office.book.calendar)
    if found.now:
        return "Åpent nå."
    if found.day is None or found.at is None:
        return ""
    at = f"{found.at:%H.%M}".removeprefix("0").removesuffix(".00")
    on = days_left(found.day, now.date())
    when = (
        on
        if found.day <= now.date() + timedelta(days=1)
        else wording.weekday(found.day)
    )
    return f"Åpner {when} klokka {at}."


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
        return "i dag"
    if days == 1:
        return "i morgen"
    if days == -1:
        return "i går"
    return f"om {days} dager" if days > 0 else f"for {-days} dager siden"


_GROUNDS = {
    "written": "skriftlig fullmakt",
    "lawyer": "advokat",
    "guardian": "verge",
    "future-power": "fremtidsfullmakt",
}
_SCOPES = {
    "apply": "søke og svare",
    "letters": "få brev",
    "documents": "se dokumenter",
    "attend": "være med i samtaler",
    "appeal": "klage",
}


@register.filter
def ground(key: str) -> str:
    """Return what a representative's right rests on, in words."""
    return _GROUNDS[key]


_AVOIDED = {
    "letters": "brev hjem",
    "voicemail": "beskjed på telefonen",
    "messages": "SMS og e-post",
    "name": "å si eller skrive hvem som ringer",
}


@register.filter
def avoided(keys: Sequence[str]) -> str:
    """Return what is not safe when one makes contact, as one enumeration."""
    return wording.listed([_AVOIDED[key] for key in keys])


@register.filter
def scopes(keys: Sequence[str]) -> str:
    """Return what a representative may do, as one enumeration."""
    return wording.listed([_SCOPES[key] for key in keys]).capitalize()

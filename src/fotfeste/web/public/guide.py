"""The way to help: a few questions in the page, and the doors that fit the answers.

Nothing is sent and nothing is kept: the answers are radio buttons of the browser, and a
style sheet made from the same questions shuts the doors that do not fit. A browser that
cannot follow the style sheet shows every door, each with what it is for.
"""

from collections.abc import Set
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from fotfeste.rulebook.national import HelpLine
from fotfeste.rulebook.pack import Offer, Pack
from fotfeste.rulebook.way_to_help import Answer, Door, Question, WayToHelp
from fotfeste.web.public.here import Here, Today, here, today


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """A door as it is shown: what it leads to here.

    fits: the answers it is open for, as the attributes of its element.
    """

    door: Door
    fits: list[tuple[str, str]]
    line: HelpLine | None = None
    address: str = ""
    offers: tuple[Offer, ...] = ()


@require_safe
@gzip_page
def guide(request: HttpRequest, municipality: str | None = None) -> HttpResponse:
    """Show the questions and the doors, of one municipality or of the whole country."""
    at = here(municipality) if municipality else None
    now = at or today()
    way = now.book.way_to_help(now.on)
    name = at.identity.name if at else ""
    return render(
        request,
        "public/guide.html",
        {
            "questions": [_asked(question, name) for question in way.questions],
            "doors": doors(way, at, now),
        },
    )


@require_safe
@cache_control(public=True, max_age=3600)
def style(request: HttpRequest) -> HttpResponse:
    """Give the rules that shut a door that does not fit an answer."""
    del request
    now = today()
    way = now.book.way_to_help(now.on)
    return HttpResponse("\n".join(rules(way)), content_type="text/css")


def rules(way: WayToHelp) -> list[str]:
    """Return a rule for each answer: given, it shuts the doors that it does not fit."""
    return [
        f".ff-guide:has(#{answer.id}:checked)"
        f' [data-{question.id}]:not([data-{question.id}~="{answer.id}"])'
        " { display: none; }"
        for question in way.questions
        for answer in question.answers
    ]


def doors(way: WayToHelp, at: Here | None, now: Today) -> list[OpenDoor]:
    """Return the doors there are; a topic that is not offered here has none.

    at: the municipality; None for the whole country.
    """
    pack, municipality = (at.pack, at.municipality) if at else (None, None)
    lines = {line.id: line for line in now.book.lines(now.on).lines}
    pages = {s.id for s in now.book.national_guidance(now.on).sections if s.more}
    found = []
    for door in way.doors:
        fits = [
            (question, " ".join(answers)) for question, answers in door.when.items()
        ]
        if door.line:
            found.append(OpenDoor(door, fits, line=lines[door.line]))
        elif door.topic:
            offers = about(door.topic, pack)
            address = (
                f"{reverse('service', args=[municipality])}#tilbud" if offers else ""
            )
            if offers:
                found.append(OpenDoor(door, fits, address=address, offers=offers))
        elif address := _address(door, municipality, pages):
            found.append(OpenDoor(door, fits, address=address))
    return found


def about(topic: str, pack: Pack | None) -> tuple[Offer, ...]:
    """Return the municipality's offers on the topic."""
    return tuple(o for o in pack.offers if topic in o.topics) if pack else ()


def _address(door: Door, municipality: str | None, pages: Set[str]) -> str:
    """Return where the door leads; empty where there is no such place here."""
    if door.site:
        return door.site
    home = reverse("service", args=[municipality]) if municipality else reverse("front")
    if door.guidance in pages:
        return reverse("national", args=[door.guidance])
    if door.guidance:
        return f"{reverse('front')}#nasjonalt-{door.guidance}"
    match door.page:
        case "help-now":
            return reverse("help-now")
        case "municipalities":
            return f"{reverse('front')}#kommuner"
        case "contact" if municipality:
            return f"{home}#snakk"
        case "apply" | "report" as page if municipality:
            return reverse(page, args=[municipality])
        case _:
            return ""


def _asked(question: Question, name: str) -> Question:
    """Return the question with the municipality's name in its answers."""
    here = name or _("kommunen der jeg er")
    answers = [
        Answer(id=a.id, text=a.text.format(municipality=here)) for a in question.answers
    ]
    return Question(id=question.id, ask=question.ask, answers=answers)

"""Search in what a municipality offers, in everyday words, also misspelt ones.

What is searched for is sent in the body and not in the address: it stays out of the
browser's history, and out of every log.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from fotfeste.rulebook.national import GuidanceSection
from fotfeste.rulebook.pack import Offer
from fotfeste.rulebook.way_to_help import words_of
from fotfeste.web.public.guide import OpenDoor, doors
from fotfeste.web.public.here import Here, here

MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class Found:
    """What a search led to."""

    offers: list[Offer]
    doors: list[OpenDoor]
    sections: list[GuidanceSection]

    def __bool__(self) -> bool:
        return bool(self.offers or self.doors or self.sections)


@csrf_exempt  # it changes nothing, and the reader has no session to be protected
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest, municipality: str) -> HttpResponse:
    """Show the offers, the doors and the national pages that the words lead to."""
    at = here(municipality)
    asked = request.POST.get("words", "").replace("\x00", "")[:MOST_LETTERS].strip()
    found = find(asked, at) if asked else None
    return render(
        request,
        "public/search.html",
        {"asked": asked, "found": found, "most": MOST_LETTERS},
    )


def find(asked: str, at: Here) -> Found:
    """Return what the words lead to: by what they are about, or as they stand."""
    book, pack = at.book, at.pack
    topics = book.everyday_words(at.on).about(asked)
    said = [word for word in words_of(asked) if len(word) > 3]

    def stands_in(*texts: str) -> bool:
        whole = " ".join((*texts, *(_(text) for text in texts))).casefold()
        return any(word in whole for word in said)

    offers = [
        o for o in pack.offers if stands_in(o.name) or set(o.topics) & set(topics)
    ]
    offers.sort(
        key=lambda o: min([topics.index(t) for t in o.topics if t in topics] or [-1])
    )
    sections = [
        section
        for section in book.national_guidance(at.on).sections
        if stands_in(section.title, *section.text)
    ]
    open_doors = [
        one
        for one in doors(book.way_to_help(at.on), at, at)
        if not one.offers and set(one.door.topics) & set(topics)
    ]
    return Found(offers, open_doors, sections)

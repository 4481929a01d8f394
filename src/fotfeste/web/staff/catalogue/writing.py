"""Writing in an edition, part by part; every save is checked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from fotfeste.access.policy import NotFoundError
from fotfeste.office import edition_text
from fotfeste.office.edition_check import judged
from fotfeste.office.edition_text import Said
from fotfeste.office.editions import Kept
from fotfeste.rulebook.editions import Edition
from fotfeste.rulebook.yaml_source import Path
from fotfeste.web.staff.catalogue.door import leader_page
from fotfeste.web.staff.catalogue.part_form import PartForm, as_sent, form_of
from fotfeste.web.staff.catalogue.parts import Part, part_by_slug
from fotfeste.web.staff.catalogue.placing import (
    NEW,
    InList,
    Place,
    address_of,
    place_of,
    thing_in,
    things,
    with_key,
)
from fotfeste.web.staff.catalogue.saving import draft, status, written
from fotfeste.web.staff.catalogue.words import Fault, in_norwegian
from fotfeste.web.who import Colleague


@require_http_methods(["GET", "POST"])
@leader_page
def part(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID, slug: str
) -> HttpResponse:
    """Show a part of the edition: its fields, or the list of its things."""
    kept, chosen = draft(municipality, key), _part(slug)
    said = edition_text.said(kept.edition)
    if said is None:
        return redirect("edition-file", municipality, key)
    if chosen.shape != "list":
        asking = Asking(kept, chosen, said, place_of(chosen, said.whole))
        return _asked(request, who, asking)
    return render(
        request,
        "staff/catalogue/list.html",
        {
            "kept": kept,
            "part": chosen,
            "things": [
                (address_of(one, n), _name(one))
                for n, one in enumerate(things(said.whole, chosen.fields[0]))
            ],
            "new": NEW,
        },
    )


@require_http_methods(["GET", "POST"])
@leader_page
def thing(
    request: HttpRequest,
    who: Colleague,
    municipality: str,
    key: UUID,
    slug: str,
    thing: str,
) -> HttpResponse:
    """Show a thing of a list, such as an offer, and save what is written of it."""
    kept, chosen = draft(municipality, key), _part(slug)
    said = edition_text.said(kept.edition)
    if said is None:
        return redirect("edition-file", municipality, key)
    place = thing_in(chosen, said.whole, thing) if chosen.shape == "list" else None
    if place is None:
        raise NotFoundError
    return _asked(request, who, Asking(kept, chosen, said, place))


@dataclass(frozen=True, slots=True)
class Asking:
    """What a page asks for: a place in an edition, and what the edition says."""

    kept: Kept
    part: Part
    said: Said
    place: Place

    @property
    def is_new(self) -> bool:
        """Test that it is about a thing that is not there yet."""
        return isinstance(self.place, InList) and self.place.index is None

    @property
    def must_have_key(self) -> bool:
        """Test that it is about a new thing that is known by a key."""
        return self.is_new and "id" in self.part.model.__struct_fields__

    @property
    def may_go(self) -> bool:
        """Test that it is about a thing that can be taken away."""
        return isinstance(self.place, InList) and not self.is_new


def _asked(request: HttpRequest, who: Colleague, asking: Asking) -> HttpResponse:
    """Show the form with what is said and what is wrong with it, or save it."""
    kind = form_of(asking.part, _choices(who, asking.said))
    if request.method == "POST":
        form = kind(request.POST)
        if form.is_valid() and _saved(form, who, asking, gone="fjern" in request.POST):
            return redirect("edition", asking.kept.edition.municipality, asking.kept.id)
    else:
        values = asking.place.values()
        seen = asking.kept.version
        if asking.is_new:
            form = kind(initial={"seen": seen})
        else:
            form = kind(as_sent(kind, values, seen))
            form.is_valid()
            _add(form, _faults(asking.kept, asking.place.path))
    context = {"form": form, "asking": asking, "part": asking.part}
    context |= {"kept": asking.kept, "name": _name(asking.place.values())}
    return render(request, "staff/catalogue/part.html", context, status=status(form))


def _saved(form: PartForm, who: Colleague, asking: Asking, *, gone: bool) -> bool:
    """Test that it is saved, and has no fault; if not, the form has the reasons."""
    place, before = asking.place, asking.kept
    values: dict[str, Any] | None = None if gone else form.wanted(place.values())
    if values is not None and asking.must_have_key and not values.get("id"):
        there = things(asking.said.whole, asking.part.fields[0])
        values = with_key(values, [str(one.get("id")) for one in there])
    whole = place.placed(values)
    day = whole.get("valid_from")
    text = edition_text.rewritten(before.edition, asking.said, whole)
    edition = Edition(
        before.edition.municipality,
        day if isinstance(day, date) else before.edition.valid_from,
        text,
    )
    after = written(form, who, before, edition)
    if after is None:
        return False
    faults = [] if gone else _faults(after, _path_after(asking))
    _add(form, faults)
    if faults:
        form.show_version(after.version)
    return not faults


def _path_after(asking: Asking) -> Path:
    """Return the way to what was written: a new thing stands last."""
    if not asking.is_new:
        return asking.place.path
    field = str(asking.place.path[0])
    return (field, len(things(asking.said.whole, field)))


def _faults(kept: Kept, path: Path) -> list[Fault]:
    """Return the faults of what stands at the path, each with the way from there."""
    found = in_norwegian(judged(kept.edition).problems)
    length = len(path)
    return [
        replace(fault, path=fault.path[length:])
        for fault in found
        if fault.path[:length] == path and fault.path
    ]


def _add(form: PartForm, faults: list[Fault]) -> None:
    for fault in faults:
        name = str(fault.path[0]) if fault.path else ""
        if name in form.fields:
            form.add_error(name, f"{fault.what} {fault.todo}".strip())
        elif not fault.path or len(fault.path) == 1:
            form.add_error(None, f"{fault.what} {fault.todo}".strip())


def _choices(who: Colleague, said: Said) -> Mapping[str, list[tuple[str, str]]]:
    topics = who.office.book.everyday_words(who.today).topics
    units = [
        (str(one.get("id")), str(one.get("name")))
        for one in things(said.whole, "units")
    ]
    return {
        "topics": [(one.id, one.name.capitalize()) for one in topics],
        "units": units,
    }


def _name(thing: Mapping[str, Any]) -> str:
    for name in ("name", "title", "what", "text", "where"):
        if thing.get(name):
            return str(thing[name])
    return ""


def _part(slug: str) -> Part:
    found = part_by_slug(slug)
    if found is None:
        raise NotFoundError
    return found

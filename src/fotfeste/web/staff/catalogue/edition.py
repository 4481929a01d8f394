"""An edition: what it changes, what is wrong with it, and what is decided of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from difflib import unified_diff
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.forms import CharField, HiddenInput
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, override
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.ledger.log import ConflictError
from fotfeste.office import edition_text, editions
from fotfeste.office.edition_check import EditionRefusedError, judged
from fotfeste.office.editions import Kept, State
from fotfeste.rulebook.check import Checked
from fotfeste.rulebook.comparing import differences
from fotfeste.rulebook.languages import texts_of
from fotfeste.rulebook.pack import Pack
from fotfeste.rulebook.readability import HARDEST, lix
from fotfeste.web.forms import Form, Seen, Words
from fotfeste.web.staff.catalogue.door import by, kept_one, leader_page, refusal
from fotfeste.web.staff.catalogue.pages import as_file
from fotfeste.web.staff.catalogue.parts import PARTS, Part, part_of
from fotfeste.web.staff.catalogue.placing import address_of, things
from fotfeste.web.staff.catalogue.words import (
    Fault,
    in_norwegian,
    label,
    words,
)
from fotfeste.web.who import Colleague

_FEWEST_WORDS = 15
"""How many words a text has before its readability says anything."""


class DecideForm(Form):
    """What is done with an edition, at the version that was seen."""

    seen = Seen()
    do = CharField(widget=HiddenInput, max_length=20)
    comment = Words("Hva må ses på igjen?", rows=3, max_length=2000)


@dataclass(frozen=True, slots=True)
class Shown:
    """A difference as it is read: where, what stood there, and what stands there."""

    where: str
    before: str
    after: str


@require_http_methods(["GET", "POST"])
@leader_page
def edition(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID
) -> HttpResponse:
    """Show an edition whole, and carry out what is decided of it."""
    kept = kept_one(municipality, key)
    form = DecideForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _decided(form, who, kept):
        return redirect("edition", municipality, key)
    kept = kept_one(municipality, key)
    status = 409 if form.has_error("__all__", "conflict") else 200
    return render(
        request, "staff/catalogue/edition.html", _told(form, who, kept), status=status
    )


@require_safe
@leader_page
def download(
    request: HttpRequest, who: Colleague, municipality: str, key: UUID
) -> HttpResponse:
    """Give the edition as the file that lies in a rulebook's folder."""
    del request, who
    return as_file(kept_one(municipality, key).edition)


def _decided(form: DecideForm, who: Colleague, kept: Kept) -> bool:
    """Test that it is done; if not, the form has the reason."""
    data, book, mine = form.cleaned_data, who.office.book, by(who)
    ways: dict[str, Callable[[], Kept]] = {
        "propose": lambda: editions.propose(kept, mine, book),
        "approve": lambda: editions.approve(kept, mine, book),
        "send-back": lambda: editions.send_back(kept, mine, data["comment"]),
        "withdraw": lambda: editions.withdraw(kept, mine),
    }
    try:
        if data["seen"] != kept.version or data["do"] not in ways:
            raise ConflictError
        ways[data["do"]]()
    except EditionRefusedError as no:
        form.add_error(None, refusal(no))
        return False
    except ConflictError:
        form.add_error(None, conflict())
        return False
    return True


def conflict() -> ValidationError:
    """Return what is said to one who was slower than another."""
    return ValidationError(words()["conflict"], code="conflict")


def _told(form: DecideForm, who: Colleague, kept: Kept) -> dict[str, Any]:
    checked = judged(kept.edition)
    pack = _pack(checked, kept)
    mine = kept.proposed_by == who.employee.id
    day_before = kept.edition.valid_from - timedelta(days=1)
    where = kept.edition.municipality
    version = edition_text.version_on(where, day_before)
    before = who.office.book.pack(where, day_before)
    texts = _new_texts(before, pack)
    return {
        "form": form,
        "kept": kept,
        "state": words()["states"][kept.state],
        "trail": [(words()["done"][done.what], done) for done in kept.trail],
        "faults": list(_placed(kept, in_norwegian(checked.problems))),
        "notes": in_norwegian(_own(checked, kept)),
        "differences": list(_differences(before, pack)),
        "file_lines": _lines(version.text if version else "", kept.edition.text),
        "hard": _hard(texts),
        "untranslated": _untranslated(texts),
        "parts": PARTS,
        "may_write": kept.state is State.DRAFT,
        "may_propose": kept.state is State.DRAFT and not checked.problems,
        "may_approve": kept.state is State.PROPOSED and not mine,
        "waits": kept.state is State.PROPOSED and mine,
        "may_withdraw": kept.state is not State.WITHDRAWN
        and not kept.is_in_force(who.today),
        "readable": pack is not None,
    }


def _placed(
    kept: Kept, faults: list[Fault]
) -> Iterator[tuple[Fault, Part | None, str]]:
    """Yield each fault with the part it is in, and the address of the thing in that."""
    said = edition_text.said(kept.edition) if faults else None
    for fault in faults:
        part = part_of(str(fault.path[0])) if fault.path and said else None
        address = ""
        if part and said and part.shape == "list" and len(fault.path) > 1:
            index, there = fault.path[1], things(said.whole, part.fields[0])
            if isinstance(index, int) and index < len(there):
                address = address_of(there[index], index)
        yield fault, part, address


def _own(checked: Checked, kept: Kept) -> list[Any]:
    return [note for note in checked.notes if note.file == kept.edition.file]


def _pack(checked: Checked, kept: Kept) -> Pack | None:
    if checked.rulebook is None:
        return None
    return checked.rulebook.pack(kept.edition.municipality, kept.edition.valid_from)


def _differences(before: Pack, pack: Pack | None) -> Iterator[Shown]:
    """Yield what is other than the day before, field by field."""
    if pack is None:
        return
    for one in differences(before, pack):
        values = one.before, one.after
        if one.path[0] == "steps":
            units = {unit.id: unit.name for unit in (*before.units, *pack.units)}
            values = units.get(one.before), units.get(one.after)
        yield Shown(_where(one.path, before, pack), *map(_read, values))


def _where(path: tuple[str, ...], before: Pack, after: Pack) -> str:
    """Return the field in words: the part, the thing's own name, and its field."""
    told = [label(path[0])]
    if len(path) == 1:
        return told[0]
    things = (
        [*getattr(after, path[0]), *getattr(before, path[0])]
        if _many(after, path[0])
        else []
    )
    thing = next((one for one in things if getattr(one, "id", "") == path[1]), None)
    if thing is not None:
        told.append(_called(thing, path[1]))
    rest = path[2:] if thing is not None else path[1:]
    kind = type(thing if thing is not None else getattr(after, path[0])).__name__
    told += [
        label(kind, name) for name in rest if f"{kind}.{name}" in words()["fields"]
    ]
    return ": ".join(told)


def _called(thing: object, key: str) -> str:
    return str(getattr(thing, "name", "") or getattr(thing, "title", key))


def _many(pack: Pack, name: str) -> bool:
    return isinstance(getattr(pack, name), list)


def _read(value: Any) -> str:
    """Return plain data as one reads it."""
    match value:
        case None | "" | []:
            return "–"
        case bool():
            return "ja" if value else "nei"
        case list():
            return "\n".join(_read(one) for one in value)
        case dict():
            return ", ".join(_read(one) for key, one in value.items() if key != "id")
        case _:
            return str(value)


def _lines(before: str, after: str) -> list[tuple[str, str]]:
    """Return the lines of the two files that differ, each with its sign."""
    found = unified_diff(before.splitlines(), after.splitlines(), n=2, lineterm="")
    return [
        (line[:1].strip(), line[1:])
        for line in found
        if not line.startswith(("---", "+++", "@@"))
    ]


def _new_texts(before: Pack, pack: Pack | None) -> list[str]:
    """Return the texts that citizens read for the first time."""
    known = set(texts_of(before))
    return [t for t in dict.fromkeys(texts_of(pack)) if t not in known] if pack else []


def _hard(texts: list[str]) -> list[tuple[int, str]]:
    """Return the texts that are hard to read, the hardest first."""
    found = [(lix(text), text) for text in texts if len(text.split()) >= _FEWEST_WORDS]
    return sorted((one for one in found if one[0] > HARDEST), reverse=True)


def _untranslated(texts: list[str]) -> list[str]:
    """Return the texts that nynorsk has no words of its own for."""
    with override("nn"):
        return [text for text in texts if gettext(text) == text]

"""Forms for the parts of a pack, made from its model: one asks for what it holds."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, get_args, get_origin

from django import forms
from django.http import QueryDict

from fotfeste.law.periods import Period
from fotfeste.rulebook.pack import Steps
from fotfeste.web.forms import Day, Form, Line, One, Seen, Several, Words
from fotfeste.web.staff.catalogue.parts import (
    Part,
    asked,
    default_of,
    may_be_empty,
    type_of,
)
from fotfeste.web.staff.catalogue.words import words

_UNITS_OF_TIME = {
    "dag": "days", "dager": "days", "arbeidsdag": "working-days",
    "arbeidsdager": "working-days", "uke": "weeks", "uker": "weeks",
    "måned": "months", "måneder": "months", "år": "years",
}  # fmt: skip
_IN_NORWEGIAN = {
    "days": "dager", "working-days": "arbeidsdager", "weeks": "uker",
    "months": "måneder", "years": "år",
}  # fmt: skip
_PERIOD = re.compile(r"(\d{1,3}) +([a-zåA-ZÅ]+)")


class PartForm(Form):
    """A page's fields, filled in with what the edition says, faults and all."""

    seen = Seen()

    def wanted(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields as plain data, with what the page does not ask for kept.

        What may be left out, and is, is left out of the data.
        """
        found = dict(before)
        for name, field in self.fields.items():
            value = _plain(self.cleaned_data.get(name), field)
            if name == "seen":
                continue
            if name not in found and _is_left_out(field) and value == _default(field):
                continue
            if isinstance(field, Several) and sorted(value) == sorted(
                found.get(name) or []
            ):
                continue  # the order on the page is not theirs
            if value not in (None, "", []) or not _is_left_out(field):
                found[name] = value
            elif found.get(name) and isinstance(value, list):
                found[name] = []  # said, as what it builds on may say something
            else:
                found.pop(name, None)
        return found


class Lines(Words):
    """Several texts, one on each line."""


class PeriodLine(Line):
    """A period, written in Norwegian; what is none is left for the check to tell."""

    def to_python(self, value: Any) -> str:
        """Return the period as the files write it."""
        text = super().to_python(value).strip()
        found = _PERIOD.fullmatch(text)
        unit = _UNITS_OF_TIME.get(found[2].lower()) if found else None
        return f"{found[1]} {unit}" if found and unit else text


def form_of(part: Part, choices: Mapping[str, list[tuple[str, str]]]) -> type[PartForm]:
    """Return the form of the part.

    choices: what one can choose among where the pack or the rulebook says it, by field.
    """
    made = {name: _field(part, name, choices) for name in asked(part)}
    return type("MadePartForm", (PartForm,), made)


def as_sent(form: type[PartForm], values: Mapping[str, Any], version: int) -> QueryDict:
    """Return what a browser would send of the values: so faults stand by the fields."""
    data = QueryDict(mutable=True)
    data["seen"] = str(version)
    for name, field in form.base_fields.items():
        value = values.get(name, _default(field))
        if name == "seen" or value is None:
            continue
        if isinstance(field, Several):
            data.setlist(name, list(value) if isinstance(value, list) else [])
        else:
            data[name] = _shown(value, field)
    return data


def _shown(value: Any, field: forms.Field) -> str:
    if isinstance(field, Lines):
        return "\n".join(map(str, value)) if isinstance(value, list) else str(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(field, PeriodLine):
        amount, _, unit = str(value).partition(" ")
        return f"{amount} {_IN_NORWEGIAN.get(unit, unit)}"
    return str(value)


def _plain(value: Any, field: forms.Field) -> Any:
    if isinstance(field, Lines):
        return [line.strip() for line in value.splitlines() if line.strip()]
    if isinstance(field, YesNo):
        return value == "yes"
    return value


class YesNo(One):
    """Yes or no."""


def _default(field: forms.Field) -> Any:
    return getattr(field, "default", None)


def _is_left_out(field: forms.Field) -> bool:
    return bool(getattr(field, "left_out", False))


def _field(
    part: Part, name: str, choices: Mapping[str, list[tuple[str, str]]]
) -> forms.Field:
    model = part.model
    key = name if part.shape == "fields" else f"{model.__name__}.{name}"
    said = words()["fields"][key]
    kind = type_of(model, name)
    optional = may_be_empty(model, name)
    more: dict[str, Any] = {
        "required": kind is bool or not optional,
        "help_text": said.get("help", ""),
    }
    field: forms.Field
    if name in choices and get_origin(kind) is list:
        field = Several(said["label"], choices=choices[name], **more)
    elif name in choices or model is Steps:
        field = One(said["label"], choices.get(name, choices["units"]), **more)
    elif get_origin(kind) is Literal:
        named = words()["choices"][name]
        field = One(said["label"], [(k, named[k]) for k in get_args(kind)], **more)
    elif kind is bool:
        field = YesNo(said["label"], [("yes", "Ja"), ("no", "Nei")], **more)
    elif get_origin(kind) is list:
        more["help_text"] = said.get("help", words()["lines"])
        field = Lines(said["label"], rows=said.get("rows", 3), **more)
    elif kind is date:
        field = Day(said["label"], **more)
    elif kind is int:
        field = _number(said["label"], more)
    elif kind is Period:
        field = PeriodLine(said["label"], **more)
    else:
        field = _text(said, more)
    field.left_out = optional  # type: ignore[attr-defined]
    field.default = default_of(model, name)  # type: ignore[attr-defined]
    return field


def _text(said: Mapping[str, Any], more: dict[str, Any]) -> forms.Field:
    if "rows" in said:
        return Words(said["label"], rows=said["rows"], **more)
    return Line(said["label"], **more)


def _number(label: str, more: dict[str, Any]) -> forms.Field:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=120,
        widget=forms.NumberInput(attrs={"class": "ds-input ff-short"}),
        error_messages={
            "invalid": "Skriv et helt tall.",
            "max_value": "Skriv et tall fra 0 til 120.",
            "min_value": "Skriv et tall fra 0 til 120.",
        },
        **more,
    )

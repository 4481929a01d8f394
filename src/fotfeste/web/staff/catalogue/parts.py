"""The parts of a pack that have a page of their own, in the order one reads them."""

import types
from dataclasses import dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Struct, structs

from fotfeste.rulebook.pack import Pack

Shape = Literal["fields", "list", "single"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the pack: its address, its words, and the fields of the pack in it.

    shape: several fields; a list, whose things have a page each; or one thing.
    one:   what a thing of the list is called.
    """

    slug: str
    title: str
    about: str
    fields: tuple[str, ...]
    shape: Shape = "fields"
    one: str = ""

    @property
    def model(self) -> type[Struct]:
        """Return what the fields of the page belong to."""
        if self.shape == "fields":
            return Pack
        return model_in(Pack, self.fields[0])


PARTS: tuple[Part, ...] = (
    Part(
        "siden",
        "Teksten på siden",
        "Det innbyggerne leser om tjenesten.",
        (
            "service",
            "lead",
            "audience",
            "young",
            "age_from",
            "conditions",
            "content",
            "process",
            "waiting",
            "price",
            "appeal",
            "expect_of_us",
            "expect_of_you",
            "values",
            "partners",
        ),
    ),
    Part(
        "tilbud",
        "Tilbud",
        "Det man kan få hjelp til. Loven er gulvet.",
        ("offers",),
        "list",
        "Tilbud",
    ),
    Part(
        "kontakt",
        "Slik når de dere",
        "Måtene å nå dere på. Skriv også når dere har åpent.",
        ("channels",),
        "list",
        "Måte å nå dere på",
    ),
    Part(
        "enheter",
        "Enheter",
        "De som gjør jobben, med adresse og telefon.",
        ("units",),
        "list",
        "Enhet",
    ),
    Part(
        "hvem-gjor-hva",
        "Hvem gjør hva",
        "Enheten som har hvert steg i en sak. Åpne saker følger med fra første dag.",
        ("steps",),
        "single",
    ),
    Part(
        "lofter",
        "Løfter om tid",
        "Dere kan love mer enn loven, aldri mindre.",
        ("promises",),
        "list",
        "Løfte",
    ),
    Part(
        "vurderinger",
        "Det dere vurderer",
        "Det som vurderes før et vedtak.",
        ("criteria",),
        "list",
        "Vurdering",
    ),
    Part(
        "gjor-ikke",
        "Det dere ikke gjør",
        "Si alltid hva man kan få i stedet.",
        ("not_offered",),
        "list",
        "Dette gjør dere ikke",
    ),
    Part(
        "avsnitt",
        "Flere avsnitt",
        "Egne avsnitt nederst på siden.",
        ("sections",),
        "list",
        "Avsnitt",
    ),
    Part(
        "saken",
        "Regler for saken",
        "Det som styrer saksbehandlingen hos dere.",
        ("second_person", "law", "collect_from", "cooperating"),
    ),
    Part(
        "varsel",
        "Varsel på SMS og e-post",
        "Varselet sier at det er noe nytt. Det sier aldri hva.",
        ("notice",),
        "single",
    ),
    Part(
        "trykte-frister",
        "Trykte frister",
        "Frister i det dere har trykt. Lovens frist gjelder uansett.",
        ("published",),
        "list",
        "Trykt frist",
    ),
    Part(
        "kilde",
        "Hvor opplysningene kommer fra",
        "Hvem som eier teksten.",
        ("source",),
        "single",
    ),
    Part(
        "dager",
        "Dager",
        "Når utgaven begynner å gjelde, og når noen skal lese den igjen.",
        ("valid_from", "updated", "next_review"),
    ),
)
"""Every part; the rest of a pack is written in the whole file."""

WHOLE_FILE_ONLY = ("extends", "valid_to", "theme")


def part_by_slug(slug: str) -> Part | None:
    """Return the part with the address, or None."""
    return next((part for part in PARTS if part.slug == slug), None)


def part_of(field: str) -> Part | None:
    """Return the part that a field of the pack is in, or None."""
    return next((part for part in PARTS if field in part.fields), None)


def model_in(model: type[Struct], name: str) -> type[Struct]:
    """Return the model of a field that holds a thing, or a list of things."""
    kind = get_type_hints(model)[name]
    inner = get_args(kind)[0] if get_args(kind) else kind
    assert isinstance(inner, type)  # noqa: S101 - the parts name only such fields
    assert issubclass(inner, Struct)  # noqa: S101
    return inner


def asked(part: Part) -> tuple[str, ...]:
    """Return the fields that the part's page asks for; a thing's key is made for it."""
    if part.shape == "fields":
        return part.fields
    names = part.model.__struct_fields__
    chosen = get_origin(get_type_hints(part.model).get("id")) is Literal
    return names if chosen else tuple(name for name in names if name != "id")


def may_be_empty(model: type[Struct], name: str) -> bool:
    """Test that the field has a value of its own where nothing is written."""
    field = next(field for field in structs.fields(model) if field.name == name)
    return field.default is not NODEFAULT or field.default_factory is not NODEFAULT


def default_of(model: type[Struct], name: str) -> Any:
    """Return what holds where nothing is written; None where that is nothing."""
    field = next(field for field in structs.fields(model) if field.name == name)
    return None if field.default is NODEFAULT else field.default


def type_of(model: type[Struct], name: str) -> Any:
    """Return the field's type, without None where it may be left out."""
    kind = get_type_hints(model)[name]
    if get_origin(kind) in (Union, types.UnionType):
        return next(one for one in get_args(kind) if one is not types.NoneType)
    return kind

"""Letters hold what the law asks, and their PDF can be read by everybody."""

import io
import re
from dataclasses import replace
from datetime import date
from typing import get_args
from uuid import UUID

import pypdf
import pytest
from tests.procedures.events import AVAILABLE, MADE, NOTIFIED

from fotfeste.letters.compose import decision as compose
from fotfeste.letters.compose.filled import STEPS
from fotfeste.letters.compose.occasion import Occasion
from fotfeste.letters.content import (
    REQUIRED,
    IncompleteLetterError,
    Letter,
    LetterKind,
    Paragraph,
    Section,
    complete,
)
from fotfeste.letters.pdf import pdf
from fotfeste.letters.wording import Texts
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.application.events import Closing
from fotfeste.procedures.care.events import Ending

NAMES = {
    "arabic": "محمد علي", "sami": "Áhkku Čáhci Đŋŧž", "cyrillic": "Михаил Їжак",
    "greek": "Γιώργος", "hebrew": "דוד כהן", "tigrinya": "ገብረ", "hindi": "राम शर्मा",
    "chinese": "王小明", "vietnamese": "Nguyễn Thị Ánh", "thai": "สมชาย",
    "georgian": "გიორგი", "armenian": "Արմեն", "bengali": "রহমান", "tamil": "குமார்",
}  # fmt: skip


def occasion(book, name="Nora Testdatter", municipality="raelingen") -> Occasion:
    return Occasion(
        municipality=municipality,
        book=book,
        pack=book.pack(municipality, date(2026, 2, 2)),
        on=date(2026, 3, 5),
        reference="2026-00001",
        name=name,
        address="Prøveveien 1\n2025 Fjerdingby",
        names={UUID(int=1): "Kari Saksbehandler"},
        texts=Texts(),
        desk=book.desk_pack(municipality, date(2026, 3, 5)),
    )


def decision(book, name="Nora Testdatter") -> Letter:
    return compose.decision(
        occasion(book, name), at.replay(NOTIFIED).opened, MADE, AVAILABLE
    )


def words(letter: Letter) -> str:
    parts = []
    for section in letter.sections:
        parts.append(section.heading)
        for block in section.blocks:
            for value in (getattr(block, f) for f in block.__struct_fields__):
                parts.append(value if isinstance(value, str) else str(value))
    return "\n".join(parts)


def test_the_decision_says_everything_the_law_asks(book):
    text = words(decision(book))
    for said in (
        "Samtaler med en fagperson", "Hasjavvenning (HAP)", "Jeg røyker mer enn jeg vil.",
        "Én time i uka", "9. mars 2026", "1. september 2026", "Gratis",
        "Hjelper deg videre.", "Samtalene dekker det.", "Oppfylt",
        "Du vil helst ha samtaler.", "Vi snakket sammen.", "Nora og Kari",
        "Kari Saksbehandler", "helse- og omsorgstjenesteloven § 3-2 første ledd nr. 5",
        "helse- og omsorgstjenesteloven § 4-1", "tirsdag 7. april 2026",
        "Statsforvalteren", "pasient- og brukerrettighetsloven § 7-5",
        "pasient- og brukerrettighetsloven § 7-2", "domstolloven § 149",
        "forvaltningsloven § 42", "forvaltningsloven § 18", "forvaltningsloven § 36",
        "Pasient- og brukerombudet", "pasient- og brukerrettighetsloven § 3-1",
    ):  # fmt: skip
        assert said in text, said


def test_the_letter_prints_one_concrete_last_day(book):
    section = next(s for s in decision(book).sections if s.id == "appeal")
    dates = re.findall(r"\d{1,2}\. [a-z]+ \d{4}", words_of(section))
    assert dates == ["7. april 2026"]
    assert not re.search(r"(tre|fire) uker", words_of(section))


def words_of(section: Section) -> str:
    return "\n".join(str(b) for b in section.blocks)


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_that_lacks_a_part_cannot_be_made(book, kind):
    whole = replace_sections(
        decision(book),
        kind,
        [Section(key, key, (Paragraph("Sagt."),)) for key in REQUIRED[kind]],
    )
    assert complete(whole) == whole
    for n, key in enumerate(REQUIRED[kind]):
        lacking = [*whole.sections[:n], *whole.sections[n + 1 :]]
        with pytest.raises(IncompleteLetterError, match=key):
            complete(replace_sections(whole, kind, lacking))
        empty = [*lacking, Section(key, key, (Paragraph("  "),))]
        with pytest.raises(IncompleteLetterError, match=key):
            complete(replace_sections(whole, kind, empty))


def replace_sections(letter, kind, sections):
    fields = {f: getattr(letter, f) for f in letter.__struct_fields__}
    return Letter(**{**fields, "kind": kind, "sections": tuple(sections)})


@pytest.fixture(scope="module")
def made(book):
    return pypdf.PdfReader(io.BytesIO(pdf(decision(book))))


def test_the_pdf_says_it_is_archivable_and_accessible(made):
    metadata = made.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_the_pdf_is_tagged_has_a_language_and_shows_its_title(made):
    root = made.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("nb")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert made.metadata.title == "Vedtak i saken din"


def structure(made):
    def walk(node):
        node = node.get_object()
        if isinstance(node, pypdf.generic.DictionaryObject):
            if "/S" in node:
                yield node
            kids = node.get("/K", [])
            kids = kids.get_object() if hasattr(kids, "get_object") else kids
            for kid in kids if isinstance(kids, list) else [kids]:
                if not isinstance(kid, int):
                    yield from walk(kid)

    return list(walk(made.trailer["/Root"]["/StructTreeRoot"]))


def test_headings_lists_and_table_headers_are_what_they_are(made):
    tags = [node["/S"] for node in structure(made)]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == len(REQUIRED[LetterKind.DECISION])
    assert {"/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/P"} <= set(tags)
    headers = [node for node in structure(made) if node["/S"] == "/TH"]
    assert len(headers) >= 6 + 4
    for header in headers:
        assert scope(header) in ("/Column", "/Both", "/Row")


def scope(node):
    attributes = node["/A"].get_object()
    every = attributes if isinstance(attributes, list) else [attributes]
    return next(a.get_object()["/Scope"] for a in every if "/Scope" in a.get_object())


def test_all_fonts_are_inside(made):
    seen = 0
    for page in made.pages:
        for font in page["/Resources"]["/Font"].values():
            font = font.get_object()
            below = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(below.get_object())
            seen += 1
    assert seen


@pytest.mark.parametrize("script", NAMES)
def test_any_name_is_set_with_a_font_that_has_it(book, script):
    reader = pypdf.PdfReader(io.BytesIO(pdf(decision(book, NAMES[script]))))
    fonts = {
        font.get_object()["/BaseFont"]
        for font in reader.pages[0]["/Resources"]["/Font"].values()
    }
    assert all("Noto" in font for font in fonts), fonts
    text = reader.pages[0].extract_text()
    assert "\ufffd" not in text
    if script in ("sami", "cyrillic", "greek", "chinese", "vietnamese", "georgian"):
        assert NAMES[script].split()[0] in text


@pytest.mark.parametrize(
    "words",
    ["#let x = 1", "*fet* _kursiv_", "$x^2$", "<script>", "`kode`", "= H", "\\"],
)
def test_what_people_write_is_never_markup(book, words):
    text = (
        pypdf.PdfReader(io.BytesIO(pdf(decision(book, words)))).pages[0].extract_text()
    )
    assert words in text


def test_a_letter_uses_the_names_of_its_own_day(book):
    before = replace(
        occasion(book),
        on=date(2020, 12, 1),
        pack=book.pack("raelingen", date(2020, 2, 2)),
    )
    assert before.book.name("county-governor", before.on) == "Fylkesmannen"
    assert before.sender == "Rælingen kommune"


def test_every_text_of_the_catalogue_is_used_and_none_is_missing():
    from importlib.resources import files
    from pathlib import Path

    import yaml

    package = Path(str(files("fotfeste.letters")))
    catalogue = yaml.safe_load((package / "texts" / "nb.yaml").read_text("utf-8"))
    code = [*package.rglob("*.py"), package.parent / "jobs" / "letters.py"]
    source = "\n".join(p.read_text("utf-8") for p in code)
    asked = set(re.findall(r"""["']((?:[a-z-]+)\.[a-z_-]+)["']""", source))
    terms = {"documents.access"}  # an id of the rulebook, of the same form
    held = {f"{part}.{key}" for part, texts in catalogue.items() for key in texts}
    built = {  # put together from a part and a key in the code
        *(k for k in held if k.split(".")[0] in ("labels", "documents")),
        *(k for k in held if re.match(r"decision\.(head|outcome|finding)_", k)),
        *(f"plain.{kind}" for kind in STEPS),
        *(f"phrases.ended_{ending}" for ending in Ending),
        *(f"phrases.closed_{closing}" for closing in get_args(Closing)),
        *(f"phrases.{k}" for k in ("suspension_granted", "suspension_refused")),
        *(f"phrases.{k}" for k in ("change_change", "change_end")),
    }
    assert held - asked - built == set()
    assert {k for k in asked if k.split(".")[0] in catalogue} - held - terms == set()


@pytest.mark.parametrize("sign", ["😀", "\x01", "\ufffe", "ᚠ", "🏳️‍🌈", "\u200d"])
def test_no_sign_keeps_a_letter_from_being_made(book, sign):
    assert pdf(decision(book, f"Nora {sign} Testdatter")).startswith(b"%PDF")

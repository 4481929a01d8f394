"""Every citation in the rulebook is held against the acts themselves."""

import re
from dataclasses import dataclass

import pytest

from fotfeste.law.citation import Citation
from fotfeste.law.periods import Unit

_HEADING = re.compile(r"^#{2,6} § ?(\d+(?:-\d+)?(?: ?[a-z])?)\b\.?(.*)$", re.MULTILINE)
_NUMBERS = {
    1: "1|én|en|ett|et|éi|ei|een|eet",
    2: "2|to|tvo",
    3: "3|tre|tredje",
    4: "4|fire",
    5: "5|fem",
    6: "6|seks|sex",
    7: "7|sju|syv",
    8: "8|åtte|otte",
    9: "9|ni",
    10: "10|ti",
}
_UNITS = {
    Unit.DAYS: "dag(?:er|ers|s)?",
    Unit.WORKING_DAYS: "(?:virke|arbeids)dag(?:er|ers|s)?",
    Unit.WEEKS: "uke(?:r|rs|s)?|veke[rs]?",
    Unit.MONTHS: "m(?:å|aa)ned(?:er|ers|s)?|månader",
    Unit.YEARS: "(?:å|aa)rs?",
}
_ORDINALS = {
    word: number
    for number, words in enumerate(
        [
            ("første",),
            ("andre", "annet"),
            ("tredje",),
            ("fjerde",),
            ("femte",),
            ("sjette",),
            ("sjuende",),
            ("åttende",),
        ],
        start=1,
    )
    for word in words
}


@dataclass
class Paragraph:
    """A paragraph of an act: its heading, and its ledd, each with its points."""

    title: str
    ledd: list[str]
    points: list[list[str]]


def paragraphs(act):
    """Return the paragraphs of an act, by number without spaces («11a»)."""
    found = {}
    headings = list(_HEADING.finditer(act))
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        body = act[heading.end() : following.start() if following else len(act)]
        paragraph = Paragraph(heading[2].strip(), [], [])
        for block in (block.strip() for block in re.split(r"\n\s*\n", body)):
            if block.startswith("- ") and paragraph.ledd:
                paragraph.points[-1] += re.findall(r"^- (.+)$", block, re.MULTILINE)
                paragraph.ledd[-1] += "\n" + block
            elif block and not block.startswith(("*", "#")):
                paragraph.ledd.append(block)
                paragraph.points.append([])
        found.setdefault(heading[1].replace(" ", ""), paragraph)
    return found


@pytest.fixture(scope="session")
def acts(laws, book):
    return {
        short: paragraphs(laws[act.lovdata])
        for short, act in book.acts.items()
        if act.lovdata in laws
    }


def cited(book):
    """Yield every citation in the rulebook, and who makes it."""
    for term in book.terms():
        yield f"term {term.id}", term.citation
    for routes in book.routes:
        for route in routes.routes:
            yield f"route of {route.basis}", route.right
            if "§" in route.basis:
                yield f"route of {route.basis}", Citation(route.basis)
    for guidance in book.guidance:
        for section in guidance.sections:
            for cite in section.cite:
                yield f"guidance {section.id}", cite
    for decisions in book.individual_decisions:
        yield "individual decisions", decisions.cite
        for cite in [*decisions.provisions, *(a.cite for a in decisions.always)]:
            yield "individual decisions", cite
    yield from (("access control", one.cite) for one in book.access_control)
    yield from cited_by_packs(book)


def cited_by_packs(book):
    for key, packs in book.packs.items():
        for pack in packs:
            for cite in pack.law:
                yield f"{key} {pack.valid_from}", cite
            for offer in pack.offers:
                for cite in offer.basis:
                    yield f"{key} {pack.valid_from} {offer.id}", cite


def fault(acts, citation):
    """Return what the act lacks of the citation, or None."""
    if citation.law not in acts:
        return f"the text of «{citation.law}» is not among the acts"
    paragraph = acts[citation.law].get(citation.paragraph.replace(" ", ""))
    if paragraph is None:
        return "there is no such paragraph"
    if "opphevet" in paragraph.title.lower() or not paragraph.ledd:
        return "the paragraph is repealed"
    ledd, number = citation.parts["ledd"], citation.parts["number"]
    if ledd and _ORDINALS[ledd] > len(paragraph.ledd):
        return f"it has {len(paragraph.ledd)} ledd"
    if number:
        points = paragraph.points[_ORDINALS[ledd] - 1 if ledd else 0]
        if int(number) > len(points):
            return f"it has {len(points)} points"
    return None


def test_every_act_that_may_be_cited_is_at_hand(book, laws):
    assert {act.lovdata for act in book.acts.values()} - set(laws) == set()


def test_every_citation_is_in_the_act(book, acts):
    faults = {
        f"{who}: {citation}: {why}"
        for who, citation in cited(book)
        if (why := fault(acts, citation))
    }
    assert not faults, "\n".join(sorted(faults))


def test_every_holiday_stands_in_the_paragraph_it_cites(original_texts, book, acts):
    [text] = [
        text
        for file, text in original_texts.items()
        if file.startswith("national/holidays/") and "scenarios" not in file
    ]
    entries = re.findall(r"name: ([^,]+),.*cite: (\S+ § \d+)", text)
    assert len(entries) == len(book.calendar.holidays)
    for name, cite in entries:
        citation = Citation(cite)
        words = " ".join(acts[citation.law][citation.paragraph].ledd).lower()
        words = words.replace("annen", "andre")
        known_as = {"arbeidernes dag": "1. og 17. mai", "grunnlovsdagen": "17. mai"}
        assert known_as.get(name, name).lower() in words, f"{name}: {cite}"


def test_no_holiday_of_the_act_is_forgotten(original_texts, acts):
    text = original_texts["national/holidays/1995-02-24.yaml"]
    [points] = [p for p in acts["helligdagsfredloven"]["2"].points if p]
    named = [point for point in points if "søndager" not in point]
    assert text.count("cite: helligdagsfredloven § 2") == len(named)


AMENDED = {"serious-event"}
"""Terms that a later act has changed than the text that is kept here."""


def test_the_number_and_unit_of_every_term_stand_in_its_paragraph(book, acts):
    wrong = []
    for term in book.terms():
        if term.period is None or term.practice or term.id in AMENDED:
            continue
        paragraph = acts[term.citation.law][term.citation.paragraph.replace(" ", "")]
        ledd = term.citation.parts["ledd"]
        text = paragraph.ledd[_ORDINALS[ledd] - 1] if ledd else str(paragraph.ledd)
        number = _NUMBERS.get(term.period.amount, str(term.period.amount))
        pattern = rf"\b(?:{number})\s+(?:{_UNITS[term.period.unit]})\b"
        if not re.search(pattern, text, re.IGNORECASE):
            wrong.append(f"{term.id}: {term.citation} does not say {term.period}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        "pbrl § 7-55",
        "fvl § 29 niende ledd",
        "hol § 3-2 første ledd nr. 8",
        "fvl § 11 e",
        "hol § 3-7",
    ],
)
def test_a_citation_of_nothing_is_found_out(acts, wrong):
    if wrong == "fvl § 29 niende ledd":
        with pytest.raises(ValueError, match="not a citation"):
            Citation(wrong)
        wrong = "fvl § 29 åttende ledd"
    assert fault(acts, Citation(wrong))

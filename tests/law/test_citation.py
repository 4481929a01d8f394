"""Citations: what is one, what its parts are, and what covers what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.law.citation import Citation

ORDINALS = ("første", "andre", "annet", "tredje", "fjerde", "åttende")


def _or_nothing(values):
    return st.none() | values


@st.composite
def citations(draw):
    """Return a citation and the parts it was made of."""
    number = st.integers(1, 999).map(str)
    paragraph = draw(number)
    paragraph += draw(st.just("") | number.map("-{}".format))
    paragraph += draw(st.just("") | st.sampled_from("abc").map(" {}".format))
    parts = {
        "paragraph": paragraph,
        "ledd": draw(_or_nothing(st.sampled_from(ORDINALS))),
        "punktum": draw(_or_nothing(st.sampled_from(ORDINALS))),
        "number": draw(_or_nothing(number)),
        "letter": draw(_or_nothing(st.sampled_from("abcdef"))),
    }
    written = {
        "paragraph": "§ {}",
        "ledd": "{} ledd",
        "punktum": "{} punktum",
        "number": "nr. {}",
        "letter": "bokstav {}",
    }
    place = " ".join(written[k].format(v) for k, v in parts.items() if v is not None)
    law = draw(st.sampled_from(["hol", "pbrl", "helligdagsfredloven"]))
    return Citation(f"{law} {place}"), law, place, parts


@given(citations())
def test_a_citation_has_the_parts_it_was_written_with(made):
    citation, law, place, parts = made
    assert (citation.law, citation.place) == (law, place)
    assert citation.parts == parts
    assert citation.paragraph == parts["paragraph"]
    assert citation == f"{law} {place}"


@given(citations())
def test_a_citation_covers_itself_and_is_covered_by_its_paragraph(made):
    citation, law, _, parts = made
    assert citation.covers(citation)
    assert Citation(f"{law} § {parts['paragraph']}").covers(citation)
    assert not Citation(f"x{law} § {parts['paragraph']}").covers(citation)


@given(citations(), citations())
def test_two_that_cover_each_other_are_the_same(one, other):
    if one[0].covers(other[0]) and other[0].covers(one[0]):
        assert one[0] == other[0]


@pytest.mark.parametrize(
    ("wide", "narrow", "covers"),
    [
        ("hol § 3-2", "hol § 3-2 første ledd nr. 6 bokstav b", True),
        ("hol § 3-2 første ledd", "hol § 3-2 første ledd nr. 6", True),
        ("hol § 3-2 første ledd nr. 6", "hol § 3-2 første ledd", False),
        ("hol § 3-2", "hol § 3-2 a", False),
        ("hol § 3-2", "hol § 3-20", False),
        ("hol § 3-2", "pbrl § 3-2", False),
        ("fvl § 11 a", "fvl § 11 a tredje ledd", True),
    ],
)
def test_what_covers_what(wide, narrow, covers):
    assert Citation(wide).covers(Citation(narrow)) is covers


@pytest.mark.parametrize(
    "text",
    [
        *("", "hol", "§ 3-2", "hol 3-2", "hol §3-2", "hol § x", "HOL § 3-2"),
        *("hol  § 3-2", "hol § 3-2 niende ledd", "hol § 3-2 nr 6", "hol § 3-2."),
        *("hol §§ 3-2", "hol § 3-2 bokstav b nr. 6", "hol § 3-2\n", "hol kapittel 3"),
        *("hol § 2a", "hol § ٣"),
    ],
)
def test_what_is_no_citation_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match="such as «pbrl § 7-5»"):
        Citation(text)

"""Every text is found, and what is misspelled or hard in it is told."""

import pytest
from scripts.spelling.check import asked, distinct, hard, misspelled, needless
from scripts.spelling.dictionaries import OWN, Speller, own_words
from scripts.spelling.lix import ended, lix
from scripts.spelling.plain import plain, words
from scripts.spelling.text import ROOT, Text
from scripts.spelling.texts import all_texts

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n>1;\\n"

#: src/fotfeste/web/told.py:12 src/fotfeste/web/telling.py:3
#, python-format
msgid "Søknaden din kom %(day)s."
msgstr "Søknaden din kom %(day)s, takk."

#: src/fotfeste/web/templates/front.html:7
msgid "{count} sak"
msgid_plural "{count} saker"
msgstr[0] "{count} sak her"
msgstr[1] "{count} saker her"

msgid "Ikke omsatt"
msgstr ""

#~ msgid "Borte"
#~ msgstr "Vekke"
"""
TEMPLATE = """{% extends "base.html" %}{% block wide %}ff-wide{% endblock %}
<style>p { margin: 0 }</style>
<h1>Søk om <em>hjelp</em></h1>
{# Ingen ser dette #}
<p title="Mer om saken">Du har
  <a href="/">{{ count }} saker</a> <b>nå</b>.</p>
"""


class Known:
    """A dictionary of the words it is given."""

    def __init__(self, *known):
        self.known = known

    def lookup(self, word):
        return word in self.known or word.lower() in self.known

    def suggest(self, word):
        return (known for known in self.known if known[0] == word[0])


@pytest.fixture
def written(tmp_path):
    """Write a file, and return what is read of it as (where, language, text)."""

    def write(name, content):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
        return [(text.where, text.language, text.text) for text in all_texts(tmp_path)]

    return write


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Svar innen {day}, %(name)s. Du har %s igjen.",
            "Svar innen , . Du har igjen.",
        ),
        ("<b>Ring</b> oss<br>i dag", "Ring oss i dag"),
        ("Se fvl § 11 a og hol §§ 3-1", "Se fvl og hol"),
        ("Les [mer](../x.md) på https://ung.no/rus eller ung.no", "Les [mer på eller"),
        ("Skriv til a.b@example.no. `make docs`", "Skriv til ."),
        ("{% if x %}Ja{% endif %} {{ y }}{# nei #}<!-- nei -->", "Ja"),
        ("hjelp\xadesiden", "hjelpesiden"),
    ],
)
def test_only_what_is_read_is_left(text, read):
    assert plain(text) == read


def test_words_keep_their_hyphens_and_no_numbers():
    assert words("Barneverns- og helsenemnda, e-post, 17. mai, v/NAV, 3a") == [
        "Barneverns-", "og", "helsenemnda", "e-post", "mai", "NAV",
    ]  # fmt: skip


def test_a_catalogue_is_read_in_both_languages(written):
    found = written("src/fotfeste/locale/nn/LC_MESSAGES/django.po", CATALOGUE)
    assert found == [
        ("src/fotfeste/web/told.py:12", "nb", "Søknaden din kom ."),
        ("src/fotfeste/web/told.py:12", "nn", "Søknaden din kom , takk."),
        ("src/fotfeste/web/templates/front.html:7", "nb", "sak"),
        ("src/fotfeste/web/templates/front.html:7", "nb", "saker"),
        ("src/fotfeste/web/templates/front.html:7", "nn", "sak her"),
        ("src/fotfeste/web/templates/front.html:7", "nn", "saker her"),
        ("", "nb", "Ikke omsatt"),
    ]


def test_a_source_text_is_read_once_and_only_nynorsk_is_looked_at(written):
    written("src/fotfeste/locale/nb/LC_MESSAGES/django.po", CATALOGUE)
    found = written("rulebook/locale/nn/LC_MESSAGES/django.po", CATALOGUE)
    assert [language for _, language, _ in found].count("nb") == 4
    assert [language for _, language, _ in found].count("nn") == 3
    other = written("src/fotfeste/locale/en/LC_MESSAGES/django.po", CATALOGUE)
    assert other == found


def test_the_rulebook_is_read_without_its_identifiers(written):
    found = written(
        "rulebook/national/x.yaml",
        "terms:\n- id: the-term\n  value: 3 weeks\n  kind: online\n  text: Du kan klage.\n"
        "  words: [hasj]\n  names: {nb: Statsforvalteren, nn: Statsforvaltaren}\n",
    )
    assert found == [
        ("terms[0].text", "nb", "Du kan klage."),
        ("terms[0].words[0]", "nb", "hasj"),
        ("terms[0].names.nb", "nb", "Statsforvalteren"),
        ("terms[0].names.nn", "nn", "Statsforvaltaren"),
    ]


def test_a_small_letter_is_no_identifier_in_a_letter(written):
    found = written(
        "src/fotfeste/letters/texts/nb.yaml", "labels:\n  none: ingenting\n"
    )
    assert found == [("labels.none", "nb", "ingenting")]


def test_a_template_is_read_by_the_block(written):
    found = written("src/fotfeste/web/templates/x.html", TEMPLATE)
    assert found == [
        ("line 3", "nb", "Søk om hjelp"),
        ("line 5", "nb", "Mer om saken"),
        ("line 5", "nb", "Du har saker nå."),
    ]


def test_pages_in_norwegian_are_read_and_others_are_not(written):
    assert not written("docs/a.md", "# One and two\n\nThis and that.\n")
    found = written(
        "docs/b.md",
        "# Du og vi\n\nVi hjelper\ndeg.\n\n- en\n- to\n\n| A b | C d |\n\n```\nkode\n```\n",
    )
    assert [text for _, _, text in found] == [
        "Du og vi", "Vi hjelper deg.", "en", "to", "A b", "C d",
    ]  # fmt: skip


def test_nothing_of_ours_is_left_out():
    files = {text.file for text in all_texts()}
    assert {
        "src/fotfeste/letters/texts/nb.yaml",
        "src/fotfeste/web/texts/refusals.nb.yaml",
        "src/fotfeste/web/templates/staff/case.html",
        "rulebook/national/guidance/2026-01-01.yaml",
        "docs/explanation/not-automated.md",
        "docs/reference/clocks.md",
        "docs/glossary.yaml",
    } <= files
    assert {
        file.relative_to(ROOT).as_posix() for file in ROOT.glob("src/**/n?/**/*.po")
    } <= files


def test_our_own_words_are_known_as_hunspell_would_know_them():
    speller = Speller(Known("helse", "nemnda"), frozenset({"noe", "RUSinfo"}))
    assert all(map(speller.knows, ["noe", "Noe", "NOE", "RUSinfo", "helse"]))
    assert not any(map(speller.knows, ["nOe", "rusinfo", "Rusinfo", "noen"]))
    assert speller.needed == {"noe", "RUSinfo"}


def test_a_hyphenated_word_is_known_by_its_parts():
    speller = Speller(Known("barnevern", "helse", "pasient", "rett"), frozenset())
    assert all(
        map(speller.knows, ["barneverns-", "helse-", "helse-pasient", "pasient-rett"])
    )
    assert not any(map(speller.knows, ["barnevarns-", "helse-pasjent"]))


def test_a_misspelled_word_is_told_once_with_its_place_and_what_was_meant():
    texts = [
        Text("a.po", "web/told.py:1", "nb", "Din søknat er søknat."),
        Text("b.yaml", "title", "nb", "Søknad"),
    ]
    answer = asked(Speller(Known("søknad", "er", "din"), frozenset()), distinct(texts))
    assert answer.unknown == {"søknat": ["søknad"]}
    assert list(misspelled(texts, answer.unknown)) == [
        "a.po: web/told.py:1: «søknat»: søknad? (and 1 more)\n    Din søknat er søknat."
    ]


def test_a_page_that_is_hard_is_told_and_a_label_is_not():
    hard_words = (
        "Kommunehelsetjenesten forvaltningsmessig saksbehandler klagefristberegning "
    )
    page = [Text("a.md", "", "nb", f"{hard_words * 12}.", ("a.md",))]
    assert [line.split(":")[0] for line in hard(page)] == ["a.md"]
    assert not list(hard([Text("a.md", "", "nb", hard_words, ("a.md",))]))


def test_a_word_that_is_needed_no_more_is_told():
    assert list(needless({"words.txt": ["noe", "borte"]}, {"noe"})) == [
        "words.txt: «borte» is needed no more"
    ]


def test_our_own_words_are_sorted_and_stand_in_one_list():
    lists = [own_words(file) for file in sorted(OWN.glob("words*.txt"))]
    assert len(lists) == 3
    for own in lists:
        assert own == sorted(own, key=str.casefold)
        assert all(words(word) == [word] for word in own)
    both = [word for own in lists for word in own]
    assert len(both) == len({word.casefold() for word in both})


def test_the_index_is_that_of_bjornsson():
    assert lix("Du kan klage. Vi hjelper deg.") == 6 / 2 + 100 / 6
    assert [ended("Svar"), ended("Svar?")] == ["Svar.", "Svar?"]

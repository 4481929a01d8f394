"""A municipality's colours: read by everybody, or refused."""

import pytest

from fotfeste.rulebook.theme import Theme, contrast, mixed, unreadable

EKSEMPEL = "municipalities/eksempel/2025-01-06.yaml"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # as WCAG's own examples have it: not enough
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_what_wcag_says(one, other, expected):
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


def test_a_mix_is_between():
    assert mixed("#000000", "#ffffff", 100) == "#000000"
    assert mixed("#000000", "#ffffff", 0) == "#ffffff"
    assert mixed("#ff0000", "#0000ff", 50) == "#800080"


def test_what_everybody_can_read_is_sound(book):
    themes = [
        pack.theme for packs in book.packs.values() for pack in packs if pack.theme
    ]
    assert themes, "somebody has colours of their own"
    for theme in themes:
        assert list(unreadable(theme)) == []


def test_what_is_too_light_and_too_dark_is_told():
    told = list(unreadable(Theme(accent="#ffcc00", accent_dark="#003300")))
    assert {field for field, _, _ in told} == {"accent", "accent_dark"}
    assert all(found < 4.5 for _, _, found in told)


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ('accent: "#1c6b4a"', 'accent: "#8fd0b4"', "contrast is"),
        ('accent_dark: "#5fb48d"', 'accent_dark: "#12402d"', "contrast is"),
        ('accent: "#1c6b4a"', 'accent: "green"', "theme.accent"),
        ("path: M16 2", "path: url(https://x)", "path"),
    ],
)
def test_the_check_refuses_it_at_its_line(
    original_texts, spoiled, the_problem, line_of, before, after, word
):
    texts = spoiled(original_texts, EKSEMPEL, before, after)
    problem = the_problem(texts, EKSEMPEL, line_of(texts[EKSEMPEL], after))
    assert word in str(problem)

"""A hidden number cannot be worked out: not by sums, and not by trying all tables."""

from fractions import Fraction
from itertools import product

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from fotfeste.office.small_cells import suppressed

FEWEST = 5


def tables(most_rows, most_columns, numbers):
    return st.integers(1, most_columns).flatmap(
        lambda columns: st.lists(
            st.lists(numbers, min_size=columns, max_size=columns),
            min_size=1,
            max_size=most_rows,
        )
    )


SOME = st.one_of(st.integers(0, 9), st.integers(0, 400), st.just(0), st.just(1))


def whole(table):
    rows = [[*row, sum(row)] for row in table]
    return [*rows, [sum(row[j] for row in rows) for j in range(len(rows[0]))]]


def shown(table, fewest=FEWEST):
    seen = suppressed(table, fewest)
    rows = [[*row, one] for row, one in zip(seen.cells, seen.row_sums, strict=True)]
    return [*rows, [*seen.column_sums, seen.total]]


def equations(rows, columns):
    """Yield what everybody knows: each row and each column adds up to its sum."""
    for i in range(rows + 1):
        yield {(i, j): -1 if j == columns else 1 for j in range(columns + 1)}
    for j in range(columns + 1):
        yield {(i, j): -1 if i == rows else 1 for i in range(rows + 1)}


def derivable(seen):
    """Return the hidden cells that the equations alone determine (Gauss–Jordan)."""
    hidden = [
        (i, j)
        for i, row in enumerate(seen)
        for j, value in enumerate(row)
        if value is None
    ]
    matrix = [
        [Fraction(one.get(cell, 0)) for cell in hidden]
        for one in equations(len(seen) - 1, len(seen[0]) - 1)
    ]
    reduced, row = matrix, 0
    for column in range(len(hidden)):
        pivot = next((r for r in range(row, len(reduced)) if reduced[r][column]), None)
        if pivot is None:
            continue
        reduced[row], reduced[pivot] = reduced[pivot], reduced[row]
        lead = reduced[row][column]
        reduced[row] = [value / lead for value in reduced[row]]
        for other in range(len(reduced)):
            if other != row and reduced[other][column]:
                times = reduced[other][column]
                reduced[other] = [
                    a - times * b
                    for a, b in zip(reduced[other], reduced[row], strict=True)
                ]
        row += 1
    return [
        hidden[next(n for n, value in enumerate(line) if value)]
        for line in reduced
        if sum(1 for value in line if value) == 1
    ]


@settings(max_examples=400, deadline=None)
@given(tables(8, 4, SOME))
def test_no_hidden_number_follows_from_the_sums_that_are_shown(table):
    assert derivable(shown(table)) == []


@settings(max_examples=400, deadline=None)
@given(tables(8, 4, SOME), st.integers(1, 10))
def test_what_is_small_is_hidden_and_the_rest_is_true(table, fewest):
    for row, told in zip(whole(table), shown(table, fewest), strict=True):
        for value, cell in zip(row, told, strict=True):
            assert cell is None or cell == value
            if 0 < value < fewest:
                assert cell is None
            if value == 0:
                assert cell == 0


def alike(seen):
    """Return every table that looks the same, knowing that zero would be shown."""
    inner = [row[:-1] for row in seen[:-1]]
    places = [
        (i, j)
        for i, row in enumerate(inner)
        for j, value in enumerate(row)
        if value is None
    ]
    found = []
    for values in product(range(1, 14), repeat=len(places)):
        table = [list(row) for row in inner]
        for (i, j), value in zip(places, values, strict=True):
            table[i][j] = value
        if all(
            (cell is None and value > 0) or cell == value
            for row, told in zip(whole(table), seen, strict=True)
            for value, cell in zip(row, told, strict=True)
        ):
            found.append(whole(table))
    return found


@settings(max_examples=150, deadline=None)
@given(tables(2, 2, st.integers(0, 8)))
def test_trying_all_tables_leaves_every_hidden_number_open(table):
    seen = shown(table)
    fits = alike(seen)
    assert whole(table) in fits
    for i, row in enumerate(seen):
        for j, value in enumerate(row):
            if value is None:
                assert len({one[i][j] for one in fits}) > 1, (table, i, j)


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ([[10, 20], [30, 40]], ((10, 20), (30, 40))),
        ([[0, 20], [30, 0]], ((0, 20), (30, 0))),
        ([[0, 0]], ((0, 0),)),
        ([[2, 20], [30, 40]], ((None, None), (None, None))),
    ],
)
def test_no_more_is_hidden_than_it_takes(table, cells):
    assert suppressed(table, FEWEST).cells == cells


def test_two_ones_are_not_told_by_their_sum():
    seen = suppressed([[1, 1, 20], [30, 30, 30]], FEWEST)
    hidden = sum(cell is None for row in seen.cells for cell in row)
    assert hidden > 2, "they add up to two, and neither is zero"


def test_the_sums_are_small_too():
    seen = suppressed([[3, 0], [0, 0]], FEWEST)
    assert seen.cells == ((None, 0), (0, 0))
    assert (seen.row_sums, seen.column_sums) == ((None, 0), (None, 0))
    assert seen.total is None


def test_no_table_is_an_empty_table():
    assert suppressed([], FEWEST).total == 0

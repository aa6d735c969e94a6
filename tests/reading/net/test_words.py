"""Case, layout and quotation of words; windows of whole sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.net import words
from communique.reading.net.windows import windows
from communique.reading.net.words import BLANK, INSIDE, LINE, OUTSIDE, PARAGRAPH, QUOTE_MARK, TOUCHING, gap, quoting, shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("lake", words.LOWER),
        ("Lake", words.NAME),
        ("McNeil", words.LED),
        ("UN", words.CAPITALS),
        ("I", words.LETTER),
        ("2025", words.NUMBER),
        ("G7", words.CODE),
        ("iPhone", words.OTHER),
        ("—", words.MARK),
    ],
)
def test_shape(word: str, expected: int) -> None:
    assert shape(word) == expected


def test_gap() -> None:
    assert [gap(""), gap(" "), gap(" \n"), gap("\n\n"), gap("", first=True)] == [TOUCHING, BLANK, LINE, PARAGRAPH, PARAGRAPH]


def quoted(text: str, gaps: list[int] | None = None) -> list[int]:
    found = text.split()
    return list(quoting(found, gaps or [BLANK] * len(found)))


@pytest.mark.parametrize("text", ["a “ b ” c", 'a " b " c', "a « b » c", "a '' b '' c"])
def test_quotation_marks_of_every_kind(text: str) -> None:
    assert quoted(text) == [OUTSIDE, QUOTE_MARK, INSIDE, QUOTE_MARK, OUTSIDE]


def test_a_new_line_ends_a_quotation() -> None:
    assert quoted("“ a b", [BLANK, TOUCHING, LINE]) == [QUOTE_MARK, INSIDE, OUTSIDE]


def test_windows_hold_whole_sentences() -> None:
    assert list(windows([0, 0, 1, 0, 1, 0, 0, 1], most=5)) == [(0, 5), (5, 8)]


def test_a_long_sentence_is_cut() -> None:
    assert list(windows([0] * 7 + [1, 1], most=3)) == [(0, 3), (3, 6), (6, 9)]


@given(st.lists(st.booleans(), max_size=60), st.integers(1, 20))
def test_windows_leave_nothing_out(ends: list[bool], most: int) -> None:
    found = list(windows(ends, most))
    assert [i for start, end in found for i in range(start, end)] == list(range(len(ends)))
    assert all(end - start <= most for start, end in found)
    assert all(a[1] == b[0] for a, b in pairwise(found))

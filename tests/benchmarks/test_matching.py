"""Words shared, pairs one to one, counts that add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.items import Item, Range
from benchmarks.matching import Tally, Words, pairs, wording_f1

TEXT = "Both sides will reopen the bridge."


def test_ranges_are_compared_by_words() -> None:
    words = Words(TEXT)
    whole, part = Range(0, len(TEXT)), Range(TEXT.index("reopen"), TEXT.index("."))
    assert words.f1(whole, whole) == 1
    assert words.f1(whole, part) == pytest.approx(2 * 3 / 9)
    assert words.f1(part, Range(0, 10)) == 0
    assert words.f1(part, None) == 0


def test_wordings_agree_by_their_stems() -> None:
    assert wording_f1("reopening the bridge", "to reopen bridges", {"the", "to"}) == 1
    assert wording_f1("reopen the bridge", "close it", {"the"}) == 0


def test_pairs_are_greedy_and_ties_go_in_text_order() -> None:
    weights = {(0, 0): 0.5, (0, 1): 0.9, (1, 1): 0.8, (1, 0): 0.5}
    assert pairs(2, 2, lambda i, j: weights[i, j]) == [(0, 1), (1, 0)]
    assert pairs(2, 1, lambda *_: 0.7) == [(0, 0)]
    assert pairs(1, 1, lambda *_: 0.0) == []


@given(st.lists(st.lists(st.floats(0, 1), min_size=4, max_size=4), max_size=5))
def test_nothing_is_paired_twice(weights: list[list[float]]) -> None:
    found = pairs(len(weights), 4, lambda i, j: weights[i][j])
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert all(weights[i][j] > 0 for i, j in found)


def test_a_tally_adds_up() -> None:
    tally, more = Tally(), Tally()
    tally.add("x_recall", 1, 2)
    more.add("x_recall", 2, 2)
    more.add("x_precision", 3, 6)
    tally.merge(more)
    assert tally.fraction("x_recall") == "3/4"
    assert tally.rate("x_recall") == 0.75
    assert tally.f1("x") == pytest.approx(0.6)
    assert tally.rate("y") is None
    assert tally.f1("y") is None


def test_fields_of_other_types_read_as_nothing() -> None:
    item = Item({"a": [3, 3], "b": "x", "c": [[0, 2], [1], "no"], "d": None, "e": ["x", None, ""]})
    assert item.range("a") is None
    assert item.range("b") is None
    assert item.ranges("c") == [Range(0, 2)]
    assert item.text("d") == ""
    assert item.texts("b", "e", "missing") == ["x", "x"]
    assert item.items("b") == []

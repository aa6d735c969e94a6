"""The best tree is the best of all trees, has one root and no cycle."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading.net.trees import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(h == 0 for h in heads) != 1:
        return False
    for word in range(1, len(heads) + 1):
        at, steps = word, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads)))


def best_of_all(scores: np.ndarray) -> float:
    n = len(scores)
    return max(total(scores, heads) for heads in product(range(n + 1), repeat=n) if is_tree(heads))


@settings(deadline=None, max_examples=150)
@given(st.integers(1, 4), st.integers(0, 2**32 - 1), st.sampled_from([0.1, 1.0, 30.0]))
def test_no_tree_is_better(n: int, seed: int, scale: float) -> None:
    scores = (np.random.default_rng(seed).normal(size=(n, n + 1)) * scale).astype(np.float32)
    heads = tuple(int(h) for h in best_tree(scores))
    assert is_tree(heads)
    assert total(scores, heads) == pytest.approx(best_of_all(scores), abs=1e-3)


def test_two_words_that_choose_each_other() -> None:
    scores = np.array([[1, 0, 9], [2, 9, 0]], dtype=np.float32)
    assert best_tree(scores).tolist() == [2, 0]


def test_two_that_would_both_be_root() -> None:
    scores = np.array([[9, 0, 1], [8, 5, 0]], dtype=np.float32)
    assert best_tree(scores).tolist() == [0, 1]


def test_a_long_sentence() -> None:
    scores = np.random.default_rng(7).normal(size=(120, 121)).astype(np.float32)
    assert is_tree(tuple(int(h) for h in best_tree(scores)))


def test_one_word() -> None:
    assert best_tree(np.zeros((1, 2), dtype=np.float32)).tolist() == [0]

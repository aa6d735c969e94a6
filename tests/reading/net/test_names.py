"""Names out of scores: whole, of one kind, the same words alike in all of a document."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from communique.reading.net.labels import NAMES
from communique.reading.net.names import best_row, in_window, named
from communique.reading.net.network import Scores
from tests.reading.net.scored import SURE, analysis, scores

TEXT = "Ada Quist met Lund. Lund left."  # Ada Quist met Lund . Lund left .


def label(made: Scores, words: dict[int, str], sure: float = SURE) -> None:
    made.names[:, 0] = 1
    for word, name in words.items():
        made.names[word, NAMES.index(name)] = sure


def test_names_are_whole() -> None:
    made = scores(8)
    label(made, {0: "B-person", 1: "I-person", 3: "B-place", 5: "B-place"})
    found = named(analysis(TEXT, made))
    assert [(n.kind, n.words) for n in found] == [("person", range(2)), ("place", range(3, 4)), ("place", range(5, 6))]
    assert all(n.sure > 0.9 for n in found)


def test_nothing_goes_on_from_another_kind() -> None:
    made = scores(8)
    label(made, {0: "B-person", 1: "I-place"})
    made.names[1, NAMES.index("I-person")] = SURE - 1
    assert [(n.kind, n.words) for n in named(analysis(TEXT, made))] == [("person", range(2))]


def test_the_same_words_are_of_one_kind() -> None:
    made = scores(8)
    label(made, {3: "B-person"}, sure=2.0)
    label(made, {5: "B-place"})
    assert [n.kind for n in named(analysis(TEXT, made))] == ["place", "place"]


def follows(labels: tuple[int, ...]) -> bool:
    """Whether each `I-`, which have even numbers, goes on from its own kind."""
    before = (0, *labels)
    return all(label % 2 or not label or former in (label, label - 1) for former, label in zip(before, labels, strict=False))


@pytest.mark.parametrize("seed", range(40))
def test_no_row_of_labels_is_better(seed: int) -> None:
    made = np.random.default_rng(seed).normal(0, 1.5, (4, 5)).astype(np.float32)  # two kinds
    made[seed % 4, 0] += 20 * (seed % 3)  # a word that is surely none, so that the row is looked at in parts
    worth = {row: float(made[range(4), row].sum()) for row in product(range(5), repeat=4) if follows(row)}
    found = tuple(best_row(made).tolist())
    assert worth[found] == pytest.approx(max(worth.values()), abs=1e-4)


@pytest.mark.parametrize("seed", range(5))
def test_any_scores_make_names_without_overlap(seed: int) -> None:
    made = np.random.default_rng(seed).normal(0, 3, (30, len(NAMES))).astype(np.float32)
    covered = [i for _, run, _ in in_window(made) for i in run]
    assert covered == sorted(set(covered))

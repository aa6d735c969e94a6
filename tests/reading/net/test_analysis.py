"""Tags and trees out of scores: of any words, over windows, names as one word."""

from __future__ import annotations

import numpy as np
import pytest

from communique.reading.net.grammar import DocumentGrammar
from tests.reading.net.scored import LABELS, RELATIONS, SURE, analysis, scores, told

TEXT = "Ada Quist met Lund. She left."  # Ada Quist met Lund . She left .


def test_a_tree_is_of_the_words_that_are_asked_for() -> None:
    made = scores(8)
    made.arcs[2, 0], made.arcs[1, 3], made.arcs[3, 3], made.arcs[0, 5] = SURE, SURE, SURE, SURE
    made.arcs[0, 2] = SURE / 2
    told(made).relation[[1, 3], 3] = 1, 2
    seen = analysis(TEXT, made)
    assert seen.tree([1, 2, 3]) == ([1, -1, 1], ["nsubj", "root", "obj"])
    heads, _ = seen.tree([0, 1, 2])
    assert heads == [1, 2, -1]  # word 5, on which word 0 would hang, is not there


@pytest.mark.parametrize("seed", range(5))
def test_trees_over_windows_are_trees(seed: int) -> None:
    rng = np.random.default_rng(seed)
    parts = scores(5), scores(3)
    for part in parts:
        part.arcs[:] = rng.normal(0, 3, part.arcs.shape)
        told(part).relation[:] = rng.integers(0, len(RELATIONS), told(part).relation.shape)
    numbers = [1, 2, 4, 6, 7]
    heads, relations = analysis(TEXT, *parts, starts=(0, 5)).tree(numbers)
    assert heads.count(-1) == 1
    assert all(relation in (*LABELS["relations"], "parataxis") for relation in relations)
    for i in range(len(numbers)):
        way = [i]
        while heads[way[-1]] >= 0:
            way.append(heads[way[-1]])
            assert len(way) <= len(numbers)


def test_a_name_hangs_as_one_word() -> None:
    made = scores(8)
    made.fine_tags[[0, 1, 3], 0], made.fine_tags[[2, 6], 1] = SURE, SURE
    made.arcs[2, 0], made.arcs[0, 3], made.arcs[1, 4], made.arcs[3, 3] = SURE, SURE, SURE, SURE  # "Quist" hangs on "Lund"
    told(made).relation[[0, 3], 3] = 1, 2
    seen = analysis(TEXT, made)
    spans = seen.words.spans[:4]
    tags, heads, relations = DocumentGrammar(seen.words, seen.tags, seen.tree)(spans, [s.of(TEXT) for s in spans])
    assert tags == ["NNP", "NNP", "VBD", "NNP"]
    assert heads == [1, 2, -1, 2]
    assert relations == ["flat", "nsubj", "root", "obj"]
    assert DocumentGrammar(seen.words, seen.tags, seen.tree)([], []) == ([], [], [])

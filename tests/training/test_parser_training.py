"""The parser's treebank reader and its oracle, on two sentences."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from communique.reading import parser as shipped_parser
from communique.reading.parser import NONE, SHIFT, start
from communique.reading.tagger import Tagger
from tests.training.treebank import written
from training.parser import __main__ as training
from training.parser.__main__ import Trainer, costs, save
from training.parser.treebank import Tree, read

TAGGER = Tagger({}, {})


def test_trees_stand_over_our_own_words(tmp_path: Path) -> None:
    first, second = read(written(tmp_path), TAGGER)
    assert first.words == ["The", "long-term", "plan", "did", "n't", "sink", "."]
    assert first.heads == [2, 2, 5, 5, 5, 7, 5]  # the root hangs on len(words)
    assert first.labels == ["det", "compound", "nsubj", "aux", "advmod", "root", "punct"]
    assert (second.heads, second.labels) == ([1, 3, 1], ["nsubj", "root", "advmod"])
    assert len(first.tags) == len(first.words)


# ------------------------------------------------------------------ the oracle
TREE = Tree(["Pilots", "sang", "loudly"], ["NNS", "VBD", "RB"], [1, 3, 1], ["nsubj", "root", "advmod"])


def test_nothing_can_be_lost_at_the_start() -> None:
    assert costs(start(TREE.words, TREE.tags), TREE) == {SHIFT: 0}


def test_a_gold_arc_costs_nothing_and_its_loss_costs_one() -> None:
    state = start(TREE.words, TREE.tags)
    state.apply(SHIFT, 0)  # Pilots | sang
    assert costs(state, TREE) == {SHIFT: 1, "<": 0, ">": 2}


def test_attaching_a_word_too_soon_loses_its_head_and_its_children() -> None:
    state = start(TREE.words, TREE.tags)
    for action in (SHIFT, "<", SHIFT):
        state.apply(action, 1)  # sang | loudly, Pilots attached
    cost = costs(state, TREE)
    assert cost == {SHIFT: 1, "<": 2, ">": 0}


def test_following_the_oracle_rebuilds_every_projective_tree(tmp_path: Path) -> None:
    trees = list(read(written(tmp_path), TAGGER))
    for tree in trees:
        state = start(tree.words, tree.tags)
        while not state.done:
            cost = costs(state, tree)
            best = min(cost, key=lambda move: (cost[move], move))
            assert cost[best] == 0, "a tree without crossing arcs can always be finished"
            state.apply(best, 0)
        assert state.heads[: len(tree.words)] == tree.heads


# ------------------------------------------------------------------ training
@pytest.fixture
def trainer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trainer:
    """Trained on the two sentences, with a small table of features."""
    for module in (training, shipped_parser):
        monkeypatch.setattr(module, "BUCKETS", 1 << 12)
    trees = list(read(written(tmp_path), TAGGER)) * 3  # an action counts from its third time
    found = Trainer(trees)
    for epoch in range(6):
        for tree in trees:
            found.learn(tree, explore=epoch > 2)
    return found


def test_two_sentences_are_learned_and_survive_eight_bits(trainer: Trainer, tmp_path: Path) -> None:
    parser = trainer.averaged()
    assert parser.weights.dtype == np.int8
    for tree in read(written(tmp_path), TAGGER):
        heads, labels = parser.parse(tree.words, tree.tags)
        assert [len(tree.words) if h == NONE else h for h in heads] == tree.heads
        assert labels == tree.labels
    assert training.scores(parser, list(read(written(tmp_path), TAGGER))).startswith("UAS 100.0 LAS 100.0")


def test_saved_weights_are_read_back_the_same(trainer: Trainer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parser, path = trainer.averaged(), tmp_path / "parser.npz"
    save(parser, path)
    with np.load(path) as data:
        flat = np.zeros(parser.weights.size, np.int8)
        flat[np.cumsum(data["gaps"], dtype=np.int64)] = data["values"]
        assert tuple(data["labels"]) == parser.labels
        assert [(str(a), int(b)) for a, b in zip(data["moves"], data["move_labels"], strict=True)] == list(parser.actions)
    assert np.array_equal(flat.reshape(parser.weights.shape), parser.weights)
    assert "weights" in capsys.readouterr().out

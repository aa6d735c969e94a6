"""The tagger's treebank reader and its training, on two sentences."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from communique.reading.tagger import Tagger
from tests.training.treebank import written
from training.tagger import lemmas
from training.tagger.__main__ import Trainer, accuracy, unambiguous, write
from training.tagger.treebank import read


def test_hyphened_compounds_are_one_word_and_ranges_are_skipped(tmp_path: Path) -> None:
    first, second = read(written(tmp_path))
    assert first == [
        ("The", "DT"),
        ("long-term", "JJ"),
        ("plan", "NN"),
        ("did", "VBD"),
        ("n't", "RB"),
        ("sink", "VB"),
        (".", "."),
    ]
    assert second == [("Pilots", "NNS"), ("sang", "VBD"), ("loudly", "RB")]


def test_words_that_nearly_always_carry_one_tag() -> None:
    sentences = [[("the", "DT"), ("ship", "NN")]] * 19 + [[("the", "DT"), ("ship", "VB")]]
    assert unambiguous(sentences) == {"the": "DT"}
    assert unambiguous(sentences, least=21) == {}


def test_a_few_rounds_learn_two_sentences(tmp_path: Path) -> None:
    sentences = list(read(written(tmp_path)))
    trainer = Trainer({})
    for _ in range(8):
        for sentence in sentences:
            trainer.learn(sentence)
    assert accuracy(Tagger({}, trainer.averaged(0.0)), sentences) == (10, 10)


def test_weights_too_small_to_matter_are_left_out(tmp_path: Path) -> None:
    trainer = Trainer({})
    for sentence in read(written(tmp_path)):
        trainer.learn(sentence)
    kept = trainer.averaged(0.5)
    assert all(abs(w) >= 0.5 for row in kept.values() for w in row.values())
    assert len(kept) < len(trainer.averaged(0.0))


def test_weights_are_written_the_way_they_are_shipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tagger.json.gz"
    write(Tagger({"the": "DT"}, {"w pier": {"NN": 1.5, "VB": -1.0}}), path)
    assert json.loads(gzip.decompress(path.read_bytes())) == {
        "known": {"the": "DT"},
        "weights": {"w pier": ["NN", 1.5, "VB", -1.0]},
    }
    assert "1 features" in capsys.readouterr().out


def test_the_lemma_table_holds_what_the_rules_get_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lemmas.json.gz"
    lemmas.write([written(tmp_path)], path)
    table = json.loads(gzip.decompress(path.read_bytes()))
    assert table["irregular"].get("VB:sang") == "sing"
    assert "NN:pilots" not in table["irregular"]
    assert {"sing", "sink"} <= set(table["verbs"])
    assert "verbs" in capsys.readouterr().out

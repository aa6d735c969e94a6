"""The benchmark on a part of the corpus: which documents, which attributions, and what the last line holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import corpus
from corpus.annotation.files import save
from tests.corpus.sample import later, sample


def test_attributions_of_every_nature_but_doubtful_ones() -> None:
    document = sample(("{c1 okello promise:", "{c1 okello promise ?:"))
    found = corpus.attributions(document)
    assert len(found) == len(document.attributions) - 1
    assert tuple(found[-1]["content"][0]) == tuple(document.attributions[-1].content[0])


def test_only_the_asked_part_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for document in (sample(), later()):
        save(document, tmp_path)
    monkeypatch.setattr(corpus, "TEXTS", tmp_path)
    monkeypatch.setattr(corpus, "splits", lambda: {"t01-ferry-1": "dev", "t01-ferry-2": "test"})
    monkeypatch.setattr("sys.argv", ["corpus", "--split", "test"])
    corpus.main()
    line = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert line["benchmark"] == "corpus"
    assert line["test"]["documents"] == 1
    assert line["test"]["counts"]["statement_recall"][1] == 7
    assert line["test"]["counts"]["attribution_record_partial_recall"][1] == 8
    assert set(line["test"]["genres"]) == {"diplomatic"}

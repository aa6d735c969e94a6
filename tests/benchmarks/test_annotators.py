"""Two annotations of one text: the same agree wholly, others by as much as can be counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import annotators
from benchmarks.annotators import agreement, compare, kappa, label, matched
from corpus.annotation.files import save
from corpus.annotation.model import Document
from tests.corpus.sample import sample

OTHER = sample(
    ("{c2 okello>mushi promise:", "{c2 okello>mushi assert:"),
    ("{q1:says} {s1:Okello}", "says Okello"),
    ("{c1 okello promise:Ferry line to reopen}", "Ferry line to reopen"),
    ("AGREE | okello > tza", "COOPERATE | okello > tza"),
)


def figures(one: Document, other: Document) -> dict[str, float]:
    return agreement(compare(one, other), compare(other, one))


def test_the_same_annotation_agrees_wholly() -> None:
    assert set(figures(sample(), sample()).values()) == {1.0}


def test_what_only_one_has_lowers_the_figure_in_one_direction() -> None:
    found = figures(sample(), OTHER)
    assert found["statement_f1"] == pytest.approx(2 * (6 / 7) / (1 + 6 / 7), abs=1e-3)
    assert found["event_f1"] == pytest.approx(0.5)
    assert found["encounter_f1"] == 1.0


def test_acts_are_compared_on_matched_attributions() -> None:
    pairs = list(matched(sample(), OTHER))
    assert len(pairs) == 7
    acts = [(label(a, "act"), label(b, "act")) for a, b in pairs]
    assert acts.count(("promise", "assert")) == 1


@pytest.mark.parametrize(
    ("labels", "value"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
        ([("a", "a"), ("a", "a")], 1.0),
    ],
)
def test_kappa(labels: list[tuple[str, str]], value: float) -> None:
    assert kappa(labels) == pytest.approx(value)


def folder(path: Path, second: Document) -> Path:
    for name, document in (("first", sample()), ("second", second)):
        save(document, path)
        (path / name).mkdir()
        (path / "t01" / f"{document.key}.xml").rename(path / name / f"{document.key}.xml")
    return path


def test_the_last_line_holds_figures_and_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(annotators, "FOLDER", folder(tmp_path, OTHER))
    monkeypatch.setattr(annotators, "TEXTS", tmp_path)
    save(sample(), tmp_path)  # settled: as the first annotator had it
    annotators.main()
    line = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert line["documents"] == 1
    assert line["counts"]["event"] == ["1/2", "1/2"]
    assert 0 < line["figures"]["act_kappa"] < 1
    assert set(line["first_settled"].values()) == {1.0}
    assert line["second_settled"]["event_f1"] == line["figures"]["event_f1"]


def test_two_annotations_are_of_one_text(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="different texts"):
        list(annotators.both(folder(tmp_path, sample(("The lake was low", "The lake was high")))))

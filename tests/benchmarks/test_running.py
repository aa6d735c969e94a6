"""Each benchmark ends with one line of JSON, also where its data are not there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import attribution, dates, events, gold
from benchmarks.matching import Tally
from benchmarks.running import counts, rates

TEXT = "Norway's foreign minister Kari Lunde met Peru's foreign minister Ana Ruiz in Oslo on 3 June 2024.\n"


def last_line(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    line: dict[str, object] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return line


@pytest.mark.parametrize("main", [attribution.main, dates.main, events.main])
def test_without_its_data_a_benchmark_says_so(
    main: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["benchmark", "--data", str(tmp_path / "nowhere")])
    main()
    line = last_line(capsys)
    assert str(line["skipped"]).startswith(f"no {tmp_path / 'nowhere'}")
    assert line["versions"]


def test_gold_is_measured_with_the_date_that_has_to_be_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    item = {"file": "x.txt", "published": "2024-06-04", "published_source": "given", "diplomatic": True, "statements": []}
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "x.json").write_text(json.dumps(item), encoding="utf-8")
    (sample,) = gold.samples(tmp_path, tmp_path)
    assert gold.predict(sample).text("published") == "2024-06-04"

    monkeypatch.setattr(gold, "PILOT", tmp_path)
    monkeypatch.setattr("sys.argv", ["gold", "--data", str(tmp_path / "nowhere" / "data")])
    gold.main()
    line = last_line(capsys)
    assert line["benchmark"] == "gold"
    assert isinstance(line["pilot"], dict)
    assert line["pilot"]["documents"] == 1
    assert isinstance(line["seeds"], dict)
    assert "skipped" in line["seeds"]


def test_only_figures_that_are_defined_are_shown() -> None:
    tally = Tally()
    tally.add("x_recall", 1, 3)
    tally.add("x_precision", 0, 0)
    assert rates(tally, ("x", "y")) == {"x_recall": 0.3333}
    assert counts(tally) == {"x_precision": (0, 0), "x_recall": (1, 3)}

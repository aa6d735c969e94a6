"""Our figures are those of the shared scorers, on the same predictions."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import attribution, gold
from benchmarks.attribution_scoring import score as score_attributions
from benchmarks.items import Item
from benchmarks.matching import Tally
from benchmarks.polnear import predicted, read_polnear
from benchmarks.running import rates, read
from benchmarks.scoring import score
from communique.record.plain import Plain
from communique.views.export.gold import to_gold

TEXTS_OF_POLNEAR = 12


def scorer(shared: Path, name: str) -> ModuleType:
    path = shared / "eval" / f"{name}.py"
    if not path.is_file():
        pytest.skip(f"needs the shared scorer {path.name}")
    spec = importlib.util.spec_from_file_location(f"shared_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def prediction(name: str, data: bytes, published: str | None = None) -> dict[str, Plain]:
    record = read(name, data, published)
    return to_gold(record) if record else {}


def rounded(tally: Mapping[str, tuple[float, int]]) -> dict[str, tuple[float, int]]:
    return {figure: (round(hits, 6), of) for figure, (hits, of) in tally.items()}


@pytest.mark.parametrize("part", ["pilot", "seeds"])
def test_records(shared: Path, part: str) -> None:
    theirs = scorer(shared, "record_score")
    folder, texts = (gold.PILOT, gold.PILOT) if part == "pilot" else (shared / "gold", shared / "seeds")
    ours, predictions = Tally(), {}
    for sample in gold.samples(folder, texts):
        found = prediction(sample.name, sample.data, sample.published)
        predictions[Path(sample.name).stem] = json.loads(json.dumps(found))
        ours.merge(score(sample.gold, Item(found), sample.data.decode("utf-8")))
    total = theirs.run(folder, predictions, texts).total
    total.pop("statement_fragments", None)
    assert rounded(ours) == rounded(total)
    assert ours["statement_recall"][1] > 30


def test_attributions(shared: Path) -> None:
    theirs = scorer(shared, "attribution_score")
    folder = shared / "data" / "attribution" / "polnear" / "dev"
    if not folder.is_dir():
        pytest.skip("needs PolNeAR in the shared data")
    ours, total = Tally(), theirs.Score()
    gold_of = {name: (text, records) for name, text, records in theirs.read_gold(folder)}
    for text in list(read_polnear(folder))[:TEXTS_OF_POLNEAR]:
        found = prediction(f"{text.name}.txt", text.data)
        ours.merge(score_attributions(text.text, text.attributions, predicted(Item(found).items("statements"))))
        source, records = gold_of[text.name]
        total.add(source, records, theirs.predicted_records(source, json.loads(json.dumps(found))))
    figures = {name: pytest.approx(percent / 100, abs=1e-4) for name, (percent, _) in total.figures().items()}
    assert {k: v for k, v in rates(ours, attribution.F1_OF).items() if k in figures} == {
        k: v for k, v in figures.items() if not k.endswith(("_pronoun", "_other"))
    }

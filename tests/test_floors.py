"""Accuracy does not fall: every figure of `benchmarks/floors.json` is measured again, and no floor is lowered silently.

When figures rise, raise their floors. To lower or drop one on purpose, name it under `lowered` with the reason.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from benchmarks import attribution, corpus, gold
from benchmarks.running import ROOT, Figures, rates

FILE = "benchmarks/floors.json"
FLOORS: Figures = json.loads((ROOT / FILE).read_text(encoding="utf-8"))["floors"]
LOWERED: dict[str, str] = json.loads((ROOT / FILE).read_text(encoding="utf-8"))["lowered"]


def hold(part: str, measured: Figures) -> None:
    """Fail, with all figures that fell, if one of a part (`BENCHMARK.SET`) is under its floor."""
    floors = {figure.removeprefix(f"{part}."): floor for figure, floor in FLOORS.items() if figure.startswith(f"{part}.")}
    assert floors, f"no floor is set for {part}"
    fallen = [f"{f} {measured.get(f)} < {floor}" for f, floor in floors.items() if measured.get(f, 0.0) < floor]
    assert not fallen, f"{part} fell under its floors: " + "; ".join(fallen)


@pytest.mark.accuracy
def test_records_of_the_pilot_corpus() -> None:
    documents = gold.samples(gold.PILOT, gold.PILOT)
    hold("gold.pilot", rates(gold.measure(documents, "pilot")["all"], gold.F1_OF))


@pytest.mark.accuracy
def test_records_of_the_seeds(shared: Path) -> None:
    documents = gold.samples(shared / "gold", shared / "seeds")
    hold("gold.seeds", rates(gold.measure(documents, "seeds")["all"], gold.F1_OF))


@pytest.mark.accuracy
def test_every_layer_of_our_corpus() -> None:
    hold("corpus.dev", corpus.figures(corpus.measure(list(corpus.documents("dev")), "corpus dev")["all"]))


@pytest.mark.accuracy
def test_attributions_of_polnear(shared: Path) -> None:
    folder = shared / "data" / "attribution" / "polnear" / "dev"
    if not folder.is_dir():
        pytest.skip("needs PolNeAR in the shared data")
    hold("attribution.dev", rates(attribution.measure(folder, "PolNeAR dev"), attribution.F1_OF))


def test_no_floor_was_lowered_silently() -> None:
    """Against the version committed last, and the one before it: the last may be the very one that lowers."""
    revisions = history()[:2]
    if not revisions:
        pytest.skip(f"needs a git history that has {FILE}")
    for revision in revisions:
        before: Figures = json.loads(git("show", f"{revision}:./{FILE}"))["floors"]
        lower = {figure: (then, FLOORS.get(figure)) for figure, then in before.items() if FLOORS.get(figure, 0.0) < then}
        silent = {figure: change for figure, change in lower.items() if not LOWERED.get(figure)}
        assert not silent, f"lower than in {revision[:10]}, with no reason under 'lowered': {silent}"


def history() -> list[str]:
    """Commits that changed the floors, newest first; none without git."""
    try:
        return git("log", "--format=%H", "--", FILE).split()
    except (OSError, subprocess.CalledProcessError):
        return []


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout

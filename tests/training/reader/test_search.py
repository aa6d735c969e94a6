"""The runs that a search makes differ from the plan in what their names say."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("torch")
pytest.importorskip("safetensors")

from training.reader.loop import Plan
from training.reader.search import CHANGES


def test_every_run_but_the_first_differs_from_the_plan() -> None:
    plans = {name: replace(Plan(), **change) for name, change in CHANGES.items()}
    assert plans.pop("as planned") == Plan()
    assert Plan() not in plans.values()
    assert all(set(plan.weights) == set(Plan().weights) for plan in plans.values())

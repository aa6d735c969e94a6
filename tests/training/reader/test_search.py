"""The runs that a search makes differ from the plan in what their names say."""

from __future__ import annotations

from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")

from training.reader.loop import Plan  # noqa: E402
from training.reader.model import Reader, Sizes  # noqa: E402
from training.reader.search import CHANGES, MEANS, mean  # noqa: E402


def test_every_run_but_the_first_differs_from_the_plan() -> None:
    plans = {name: replace(Plan(), **change) for name, change in CHANGES.items()}
    assert plans.pop("as planned") == Plan()
    assert Plan() not in plans.values()
    assert all(set(plan.weights) == set(Plan().weights) for plan in plans.values())


def test_the_mean_of_two_readers() -> None:
    readers = [Reader(Sizes(2, 3, 4)) for _ in range(2)]
    one, other = (reader.tag.weight.detach().clone() for reader in readers)
    assert torch.allclose(mean(readers).tag.weight, (one + other) / 2)
    assert all(part in CHANGES for parts in MEANS.values() for part in parts)

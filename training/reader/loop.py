"""Training, by steps and with fixed seeds; what was reached is kept, and a run that was stopped goes on from there."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from communique.reading.net.pieces import Pieces
from training.reader.batches import Disguise, Item, collate, epoch, windows_of
from training.reader.losses import WEIGHTS, losses, weighed
from training.reader.model import LAYERS, Reader
from training.reader.samples import Data


@dataclass(frozen=True)
class Plan:
    """Everything that decides how a run turns out, but the data.

    `rate` is the learning rate of the encoder's last layer; each layer below has `decay` of the one above, the heads
    `head_rate`. `pieces` is the size of a batch, `window` the most words of a window. A corpus document comes `corpus` times
    in an epoch, a sentence that is there for its names only `named` times. `smoothing` is of the labels of acts. `average` is
    how much of the running mean of all weights is kept at each step; the mean is what comes out. 0 for none. `case` is whether
    the encoder is told the case of letters.
    """

    steps: int = 2500
    rate: float = 3e-4
    decay: float = 0.85
    head_rate: float = 2e-3
    warm: float = 0.06
    pieces: int = 4096
    window: int = 160
    corpus: int = 3
    named: int = 4
    smoothing: float = 0.1
    average: float = 0.0
    disguised: bool = True
    case: bool = True
    seed: int = 1
    keep_every: int = 200
    weights: dict[str, float] = field(default_factory=lambda: dict(WEIGHTS))


def train(model: Reader, data: Data, pieces: Pieces, plan: Plan, kept: Path, device: torch.device,
          what: str = "training") -> None:  # fmt: skip
    """Run the plan to its end; `kept` holds the state every so many steps, and is read at the start if it is there. `what`
    is shown beside the progress."""
    torch.manual_seed(plan.seed)
    model.to(device).train()  # before the optimizer: its state stands where the weights are
    optimizer = torch.optim.AdamW(groups(model, plan), betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: pace(step, plan))
    mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(plan.average)) if plan.average else None
    parts: dict[str, Any] = {"model": model, "optimizer": optimizer, "schedule": schedule}
    if mean:
        parts["mean"] = mean
    done = _resumed(kept, parts)
    for step, found in _steps(model, data, pieces, plan, done, device, what):
        optimizer.zero_grad()
        weighed(found, plan.weights).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if mean:
            mean.update_parameters(model)
        if step % plan.keep_every == 0 or step == plan.steps:
            _keep(kept, step, parts)
    if mean:
        model.load_state_dict(mean.module.state_dict())


def _steps(
    model: Reader, data: Data, pieces: Pieces, plan: Plan, done: int, device: torch.device, what: str
) -> Iterator[tuple[int, dict[str, Tensor]]]:
    """The losses of each step that is still to be done, with progress shown."""
    if done >= plan.steps:
        return
    with _progress() as progress:
        task = progress.add_task(what, total=plan.steps, completed=done, loss=0.0)
        for step, batch in enumerate(_batches(data, plan), 1):
            if step <= done:
                continue
            disguise = Disguise(random.Random(plan.seed * 1_000_003 + step)) if plan.disguised else list
            gold = collate(batch, pieces, disguise).to(device)
            with torch.autocast(device.type, torch.bfloat16):
                found = losses(model, gold, plan.smoothing)
            yield step, found
            progress.update(task, advance=1, loss=sum(loss.item() for loss in found.values()))
            if step == plan.steps:
                return


def pace(step: int, plan: Plan) -> float:
    """Up to the full rate in the first steps, then down to nearly nothing in a straight line."""
    warm = max(1.0, plan.warm * plan.steps)
    return min(1.0, (step + 1) / warm) * max(0.02, 1 - max(0.0, step - warm) / max(1.0, plan.steps - warm))


def groups(model: Reader, plan: Plan) -> list[dict[str, Any]]:
    """Each parameter with its rate: the lower the layer, the slower; norms and biases do not decay."""
    found: list[dict[str, Any]] = []
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        layer = re.match(r"encoder\.layers\.(\d+)", name)
        new = not name.startswith("encoder.") or re.match(r"encoder\.(shape|gap|quoting)\.", name)
        depth = LAYERS - 1 - int(layer[1]) if layer else LAYERS
        rate = plan.head_rate if new else plan.rate * plan.decay**depth
        decays = not re.search(r"bias|norm", name)
        found.append({"params": [parameter], "lr": rate, "weight_decay": 0.01 if decays else 0.0})
    return found


def _batches(data: Data, plan: Plan) -> Iterator[list[Item]]:
    """Without end, the same for the same seed."""
    rng = random.Random(plan.seed)
    while True:
        items = [*windows_of(rng.choice(data.trees), plan.window), *windows_of(data.prose, plan.window)]
        items += list(windows_of(data.named, plan.window)) * plan.named
        items += list(windows_of(data.corpus, plan.window)) * plan.corpus
        yield from epoch(items, plan.pieces, rng)


def _resumed(kept: Path, parts: dict[str, Any]) -> int:
    if not kept.exists():
        return 0
    state = torch.load(kept, weights_only=True)
    for name, part in parts.items():
        part.load_state_dict(state[name])
    return int(state["step"])


def _keep(kept: Path, step: int, parts: dict[str, Any]) -> None:
    """Written beside and moved into place: a run that is killed while it writes loses nothing."""
    beside = kept.with_suffix(".part")
    torch.save({"step": step, **{name: part.state_dict() for name, part in parts.items()}}, beside)
    beside.replace(kept)


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description} {task.completed:,} of {task.total:,}"), BarColumn(), TimeRemainingColumn(),
        TextColumn("loss {task.fields[loss]:.2f}"),
    )  # fmt: skip

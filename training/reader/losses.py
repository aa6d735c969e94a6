"""What each head has to learn, and how much it counts."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from training.reader.batches import Batch
from training.reader.model import Reader
from training.reader.samples import UNKNOWN

WEIGHTS: Mapping[str, float] = {
    "end": 1.0, "tag": 1.0, "fine_tag": 1.0, "name": 1.0, "arc": 1.0, "relation": 1.0, "anchor": 1.0, "act": 0.5, "event": 3.0,
    "modality": 0.3, "role": 1.0,
}  # fmt: skip
_NEVER = -1e4


def losses(model: Reader, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head that the batch has gold for, not yet weighed."""
    words, gold = model.words(**batch.inputs), batch.gold
    dropped = model.drop(words)
    heads = {
        "end": (model.end, "ends"), "tag": (model.tag, "tags"), "fine_tag": (model.fine_tag, "fine_tags"),
        "name": (model.name, "names"), "anchor": (model.anchor, "anchors"), "act": (model.act, "acts"),
        "modality": (model.modality, "modalities"),
    }  # fmt: skip
    found = {name: _cross(head(dropped), gold[layer]) for name, (head, layer) in heads.items() if _known(gold[layer])}
    if _known(gold["heads"]):
        found["arc"] = _cross(inside(model.arcs(words), gold["sentences"]), gold["heads"])
        relations = torch.where(gold["heads"] == UNKNOWN, UNKNOWN, gold["relations"])
        found["relation"] = _cross(model.relations(words, gold["heads"].clamp(min=0)), relations)
    if "events" in gold:
        known = gold["events"] != UNKNOWN
        scores = model.event(dropped).float()
        found["event"] = functional.binary_cross_entropy_with_logits(scores[known], gold["events"][known])
    if "roles" in gold:
        found["role"] = _cross(model.roles(words, gold["asked"]), gold["roles"])
    return found


def inside(arcs: Tensor, sentences: Tensor) -> Tensor:
    """Scores of arcs `[batch, words, 1 + words]`, those that would leave the sentence made impossible."""
    same = sentences[:, :, None] == sentences[:, None, :]
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
    return arcs.float().masked_fill(~allowed, _NEVER)


def weighed(found: Mapping[str, Tensor], weights: Mapping[str, float]) -> Tensor:
    return torch.stack([weights[name] * loss for name, loss in found.items()]).sum()


def _known(gold: Tensor) -> bool:
    return bool((gold != UNKNOWN).any())


def _cross(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, -2), gold.flatten(), ignore_index=UNKNOWN)

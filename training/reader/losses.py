"""What each head has to learn, and how much it counts."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from communique.reading.net.labels import NAMES
from training.reader.batches import Batch
from training.reader.model import Reader
from training.reader.named import UNMARKED
from training.reader.samples import OPEN, UNKNOWN

WEIGHTS: Mapping[str, float] = {
    "end": 1.0, "tag": 1.0, "fine_tag": 1.0, "name": 1.0, "arc": 1.0, "relation": 1.0, "anchor": 1.0, "act": 0.5, "event": 3.0,
    "modality": 0.3, "role": 1.0,
}  # fmt: skip
_NEVER = -1e4
_UNMARKED = [i for i, name in enumerate(NAMES) if name.partition("-")[2] in {"", *UNMARKED}]


def losses(model: Reader, batch: Batch, smoothing: float = 0.0) -> dict[str, Tensor]:
    """The loss of each head that the batch has gold for, not yet weighed; acts are learned with smoothed labels."""
    words, gold = model.words(**batch.inputs), batch.gold
    dropped = model.drop(words)
    heads = {
        "end": (model.end, "ends"), "tag": (model.tag, "tags"), "fine_tag": (model.fine_tag, "fine_tags"),
        "anchor": (model.anchor, "anchors"), "modality": (model.modality, "modalities"),
    }  # fmt: skip
    found = {name: _cross(head(dropped), gold[layer]) for name, (head, layer) in heads.items() if _known(gold[layer])}
    if _known(gold["acts"]):
        found["act"] = _cross(model.act(dropped), gold["acts"], smoothing)
    if _known(gold["names"]):
        found["name"] = _names(model.name(dropped), gold["names"])
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


def _cross(scores: Tensor, gold: Tensor, smoothing: float = 0.0) -> Tensor:
    flat = scores.float().flatten(0, -2)
    return functional.cross_entropy(flat, gold.flatten(), ignore_index=UNKNOWN, label_smoothing=smoothing)


def _names(scores: Tensor, gold: Tensor) -> Tensor:
    """A word that is `OPEN` has to be anything but of a kind that its source marks."""
    known = gold != UNKNOWN
    logs, wanted = torch.log_softmax(scores[known].float(), -1), gold[known]
    unmarked = torch.logsumexp(logs[:, _UNMARKED], -1)
    exact = logs.gather(1, wanted.clamp(min=0)[:, None])[:, 0]
    return -torch.where(wanted == OPEN, unmarked, exact).mean()

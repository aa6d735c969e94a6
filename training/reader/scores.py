"""How good a reader is on held-out samples, head by head, on the words of the samples themselves.

Trees by greedy choice of heads; an attribution is right in part if its content shares at least half of its words with a gold
one (Jaccard), as in `benchmarks.attribution_scoring`. These figures steer training. Those that count are made by `benchmarks`
with the engine as it ships.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from benchmarks.matching import Tally, pairs
from communique.reading.net.labels import BEGIN, CONTENT, CUE, NAMES, SOURCE
from communique.reading.net.pieces import Pieces
from training.reader.batches import Batch, collate, windows_of
from training.reader.losses import inside
from training.reader.model import Reader
from training.reader.named import UNMARKED
from training.reader.samples import OPEN, UNKNOWN, Frame, Sample

_LEAST = 0.5
Name = tuple[str, int, int]


class Figure(NamedTuple):
    """F1 in percent, and what stands behind it: what was right, found and wanted. Where all is judged, as with tags, the share
    right."""

    percent: float
    hits: int
    found: int
    gold: int


def figures(tally: Tally) -> dict[str, Figure]:
    """Every figure of a tally that has gold."""
    made: dict[str, Figure] = {}
    for name in dict.fromkeys(name.removesuffix("_recall") for name in tally if name.endswith("_recall")):
        (hits, gold), (_, found) = tally[f"{name}_recall"], tally[f"{name}_precision"]
        if gold:
            made[name] = Figure(round(100 * (tally.f1(name) or 0.0), 2), int(hits), found, gold)
    return made


def _add(tally: Tally, figure: str, hits: int, found: int, gold: int) -> None:
    tally.add(f"{figure}_precision", hits, found)
    tally.add(f"{figure}_recall", hits, gold)


def _add_sets(tally: Tally, figure: str, found: set[Name] | set[int], gold: set[Name] | set[int]) -> None:
    _add(tally, figure, len(found & gold), len(found), len(gold))


@torch.no_grad()
def score(model: Reader, samples: Iterable[Sample], pieces: Pieces, window: int, device: torch.device) -> Tally:
    """Figures over all layers that the samples have gold for."""
    tally = Tally()
    model.eval()
    for sample, start, end in windows_of(samples, window):
        batch = collate([(sample, start, end)], pieces).to(device)
        with torch.autocast(device.type, torch.bfloat16):
            words = model.words(**batch.inputs)
            _labels(model, batch, words, tally)
            if sample.heads:
                _trees(model, batch, words, tally)
            if sample.frames is not None:
                _attributions(model, words, [f for f in sample.frames if start <= f.anchor < end], start, sample.words, tally)
    return tally


def _labels(model: Reader, batch: Batch, words: Tensor, tally: Tally) -> None:
    for figure, head, layer in (("tag", model.tag, "tags"), ("fine tag", model.fine_tag, "fine_tags"),
                                ("act", model.act, "acts"), ("modality", model.modality, "modalities")):  # fmt: skip
        gold = batch.gold[layer]
        known = gold != UNKNOWN
        _add(tally, figure, int((head(words).argmax(-1) == gold)[known].sum()), int(known.sum()), int(known.sum()))
    if (ends := batch.gold["ends"][0]).max() > 0:
        _add_sets(tally, "sentence ends", _places(model.end(words)[0].argmax(-1) == 1), _places(ends == 1))
    if ((gold := batch.gold["names"][0]) != UNKNOWN).any():
        found = set(names(torch.where(gold == UNKNOWN, 0, model.name(words)[0].argmax(-1)).tolist()))
        if (gold == OPEN).any():  # what the source does not mark is not judged
            found = {name for name in found if name[0] not in UNMARKED}
        _add_sets(tally, "names", found, set(names(gold.clamp(min=0).tolist())))
    if "events" in batch.gold:
        events = batch.gold["events"][0]
        marked, known = model.event(words)[0] > 0, events != UNKNOWN
        _add(
            tally, "words of events", int((marked & (events == 1)).sum()), int((marked & known).sum()), int((events == 1).sum())
        )


def _trees(model: Reader, batch: Batch, words: Tensor, tally: Tally) -> None:
    gold, relations = batch.gold["heads"][0], batch.gold["relations"][0]
    heads = inside(model.arcs(words), batch.gold["sentences"]).argmax(-1)
    right = heads[0] == gold
    labeled = right & (model.relations(words, heads)[0].argmax(-1) == relations)
    for figure, hits in (("UAS", right), ("LAS", labeled)):
        _add(tally, figure, int(hits.sum()), len(gold), len(gold))


def _attributions(model: Reader, words: Tensor, gold: Sequence[Frame], start: int, forms: Sequence[str], tally: Tally) -> None:
    anchors = _places(model.anchor(words)[0].softmax(-1)[:, 0] < 0.5)
    asked = sorted(anchors)
    roles = model.roles(words, torch.tensor([asked], device=words.device))[0].argmax(-1).tolist() if asked else []
    full = [form[0].isalnum() for form in forms[start : start + words.shape[1]]]
    found = [_by_role(enumerate(row), full) for row in roles]
    found = [f for f in found if f["content"]]
    wanted = [_by_role(_numbered(f, start), full) for f in gold]
    for role in ("content", "source", "cue"):
        _add_sets(tally, f"words of {role}", set().union(*(f[role] for f in found)), set().union(*(g[role] for g in wanted)))
    _records(found, wanted, [f.optional for f in gold], tally)


def _records(found: Sequence[dict[str, set[int]]], wanted: Sequence[dict[str, set[int]]], doubtful: Sequence[bool],
             tally: Tally) -> None:  # fmt: skip
    """Optional ones may be found, and are no miss."""
    matched = list(pairs(len(wanted), len(found), lambda i, j: _overlap(wanted[i]["content"], found[j]["content"])))
    firm = [(i, j) for i, j in matched if not doubtful[i]]
    alike = [(i, j) for i, j in firm if all(_agree(wanted[i][role], found[j][role]) for role in ("source", "cue"))]
    same = [(i, j) for i, j in firm if wanted[i]["content"] == found[j]["content"]]
    made, needed = len(found) - (len(matched) - len(firm)), len(wanted) - sum(doubtful)
    for figure, hits in (("partial", firm), ("triple", alike), ("exact", same)):
        _add(tally, figure, len(hits), made, needed)


def _by_role(roles: Iterable[tuple[int, int]], full: Sequence[bool]) -> dict[str, set[int]]:
    """Words of each role; marks do not count."""
    names = {CUE: "cue", SOURCE: "source", BEGIN: "content", CONTENT: "content"}
    made: dict[str, set[int]] = {"cue": set(), "source": set(), "content": set()}
    for word, role in roles:
        if role in names and 0 <= word < len(full) and full[word]:
            made[names[role]].add(word)
    return made


def _numbered(frame: Frame, start: int) -> Iterator[tuple[int, int]]:
    for role, words in ((CONTENT, frame.content), (SOURCE, frame.source), (CUE, frame.cue)):
        yield from ((word - start, role) for word in words)


def _overlap(one: set[int], other: set[int]) -> float:
    shared = len(one & other) / max(1, len(one | other))
    return shared if shared >= _LEAST else 0.0


def _agree(one: set[int], other: set[int]) -> bool:
    return bool(one & other) or not (one or other)


def _places(marked: Tensor) -> set[int]:
    return {int(i) for i in marked.nonzero()}


def names(labels: Iterable[int]) -> Iterator[Name]:
    """Kind, first and last word of each name; an `I-` that continues nothing begins one."""
    begun: Name | None = None
    for i, number in enumerate(labels):
        part, _, kind = NAMES[number].partition("-")
        if begun and (part != "I" or kind != begun[0]):
            yield begun
            begun = None
        if kind:
            begun = (kind, begun[1], i) if begun else (kind, i, i)
    if begun:
        yield begun

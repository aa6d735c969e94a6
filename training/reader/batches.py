"""Samples as tensors: windows of documents of like length together, now and then in disguise."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from communique.reading.net.labels import BEGIN, CONTENT, CUE, EVENTS, SOURCE
from communique.reading.net.pieces import Columns, Pieces, Window, padded
from communique.reading.net.windows import windows
from communique.reading.net.words import CLOSING, EITHER, OPENING
from training.reader.samples import ROOT, UNKNOWN, Frame, Sample

Item = tuple[Sample, int, int]
_MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("''", "''"))


@dataclass(frozen=True)
class Batch:
    """Inputs of the encoder and gold of the heads, by their names. `UNKNOWN` counts for nothing."""

    inputs: dict[str, Tensor]
    gold: dict[str, Tensor]

    def to(self, device: torch.device) -> Batch:
        return Batch(*({name: part.to(device) for name, part in side.items()} for side in (self.inputs, self.gold)))


def windows_of(samples: Iterable[Sample], most: int) -> Iterator[Item]:
    for sample in samples:
        for start, end in windows(sample.ends or [0] * len(sample.words), most):
            yield sample, start, end


def epoch(items: list[Item], pieces: int, rng: random.Random) -> list[list[Item]]:
    """Batches in random order, each of windows of like length that hold about so many pieces together."""
    rng.shuffle(items)
    batches: list[list[Item]] = []
    for start in range(0, len(items), 1500):
        batch: list[Item] = []
        for item in sorted(items[start : start + 1500], key=lambda i: i[2] - i[1]):
            if batch and (len(batch) + 1) * (item[2] - item[1]) * 1.3 > pieces:
                batches.append(batch)
                batch = []
            batch.append(item)
        batches.append(batch)
    rng.shuffle(batches)
    return batches


def collate(items: Sequence[Item], pieces: Pieces, disguise: Callable[[list[str]], list[str]] = list) -> Batch:
    columns = [pieces.columns(Window(disguise(sample.words[a:b]), sample.gaps[a:b])) for sample, a, b in items]
    inputs = {name: torch.tensor(padded([getattr(c, name) for c in columns])) for name in Columns._fields}
    return Batch(inputs, _gold(items, inputs["first"].shape[1]))


def _gold(items: Sequence[Item], length: int) -> dict[str, Tensor]:
    made = {
        name: torch.tensor(padded([_column(getattr(s, name), a, b) for s, a, b in items], UNKNOWN))
        for name in ("ends", "tags", "fine_tags", "relations", "names", "modalities")
    }
    made["heads"] = torch.tensor(padded([_heads(sample.heads, a, b) for sample, a, b in items], UNKNOWN))
    made["sentences"] = torch.tensor(padded([_sentences(sample.ends, a, b) for sample, a, b in items], -1))
    if any(sample.events for sample, _, _ in items):
        made["events"] = torch.full((len(items), length, len(EVENTS)), float(UNKNOWN))
        for i, (sample, a, b) in enumerate(items):
            if sample.events:
                made["events"][i, : b - a] = torch.tensor(sample.events[a:b], dtype=torch.float)
    return made | _attributions(items, length)


def _column(values: list[int] | None, start: int, end: int) -> list[int]:
    return values[start:end] if values else [UNKNOWN] * (end - start)


def _heads(heads: list[int] | None, start: int, end: int) -> list[int]:
    """Heads by their number in the window, from 1; 0 is the root. One outside a cut sentence is not known."""
    return [0 if head == ROOT else head - start + 1 if start <= head < end else UNKNOWN for head in _column(heads, start, end)]


def _sentences(ends: list[int] | None, start: int, end: int) -> list[int]:
    found, number = list[int](), 0
    for i in range(start, end):
        found.append(number)
        number += ends[i] if ends else 0
    return found


def _attributions(items: Sequence[Item], length: int) -> dict[str, Tensor]:
    """Which words are anchors and of what act; for each anchor what every word is to it."""
    kept = [[f for f in sample.frames or () if a <= f.anchor < b] for sample, a, b in items]
    anchors = torch.full((2, len(items), length), UNKNOWN)
    asked = torch.zeros((len(items), max(map(len, kept))), dtype=torch.long)
    roles = torch.full((*asked.shape, length), UNKNOWN)
    for i, ((sample, a, b), frames) in enumerate(zip(items, kept, strict=True)):
        if sample.frames is not None:
            anchors[0, i, : b - a] = 0
            anchors[0, i, [w - a for w in sample.maybe if a <= w < b]] = UNKNOWN
        for j, frame in enumerate(frames):
            asked[i, j] = frame.anchor - a
            anchors[0, i, frame.anchor - a] = UNKNOWN if frame.optional else frame.nature
            anchors[1, i, frame.anchor - a] = frame.act
            roles[i, j, : b - a] = 0
            for role, words in _roles(frame):
                roles[i, j, [w - a for w in words if a <= w < b]] = role
    made = {"anchors": anchors[0], "acts": anchors[1]}
    return made | ({"asked": asked, "roles": roles} if asked.shape[1] else {})


def _roles(frame: Frame) -> tuple[tuple[int, Sequence[int]], ...]:
    """The words of each role; of a word with several the last one counts."""
    return (CONTENT, frame.content), (BEGIN, frame.begins), (SOURCE, frame.source), (CUE, frame.cue)


class Disguise:
    """Now and then a window in capitals, in small letters, in title case, or with other quotation marks."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng

    def __call__(self, words: list[str]) -> list[str]:
        chance = self._rng.random()
        if chance < 0.04:
            return [w.upper() for w in words]
        if chance < 0.06:
            return [w.lower() for w in words]
        if chance < 0.10:
            return [w[:1].upper() + w[1:] if len(w) > 3 else w for w in words]
        return requoted(words, *self._rng.choice(_MARKS)) if chance < 0.25 else words


def requoted(words: Iterable[str], opening: str, closing: str) -> list[str]:
    """Words with other double quotation marks."""
    made, inside = list[str](), False
    for word in words:
        opens = word in OPENING or (word in EITHER and not inside)
        closes = word in CLOSING or (word in EITHER and inside)
        inside = opens or (inside and not closes)
        made.append(opening if opens else closing if closes else word)
    return made

"""The network as it runs: windows in, the scores of all heads out, in batches of windows of like length."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from communique.reading.net.pieces import Columns, Pieces, Window, padded

Floats = NDArray[np.float32]
MAY_HANG: Final = 0.05  # probability from which roles are kept
_BATCH: Final = 2048  # pieces


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of a window of `n` words; the second size of each is the number of its labels, or as told.

    `arcs[i, h]` is how much word `i` hangs on `h` (0 the root, `k` word `k` counted from 1), `relations[i, h]` the number of
    the best relation for that arc; `roles[i][j, r]` how much word `j` is `r` to an attribution that hangs on word `i`, for the
    words on which one may hang.
    """

    ends: Floats
    tags: Floats
    fine_tags: Floats
    names: Floats
    anchors: Floats
    acts: Floats
    events: Floats
    modalities: Floats
    arcs: Floats
    relations: NDArray[np.uint8]
    roles: Mapping[int, Floats]


OUTPUTS: Final = tuple(field.name for field in fields(Scores))  # the graph's, in its order


class Network:
    """A session of onnxruntime. `labels` are those of the heads that learned them from treebanks."""

    def __init__(self, model: Path, tokenizer: Path, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._pieces = Pieces(tokenizer)
        known = self._session.get_modelmeta().custom_metadata_map
        self.labels: dict[str, list[str]] = {name: json.loads(values) for name, values in known.items()}

    def read(self, windows: Sequence[Window]) -> list[Scores]:
        """Scores of each window, in the order given. A window without words has none, and is an error of the caller."""
        found: dict[int, Scores] = {}
        for batch, lengths, outputs in self.run(windows, OUTPUTS):
            for i, (number, words) in enumerate(zip(batch, lengths, strict=True)):
                found[number] = _scores({name: values[i] for name, values in outputs.items()}, words)
        return [found[i] for i in range(len(windows))]

    def run(self, windows: Sequence[Window], heads: Sequence[str]) -> Iterator[tuple[list[int], list[int], dict[str, Any]]]:
        """Batch by batch: the numbers of its windows, how many words each has, and the outputs of some heads, padded.

        What no head asked for needs is not run.
        """
        columns = [self._pieces.columns(window) for window in windows]
        for batch in _batches([len(c.pieces) for c in columns]):
            made = [columns[i] for i in batch]
            given = {name: np.array(padded([getattr(c, name) for c in made]), dtype=np.int64) for name in Columns._fields}
            outputs = self._session.run(list(heads), given)
            yield batch, [len(c.first) for c in made], dict(zip(heads, outputs, strict=True))


def _scores(padded_scores: dict[str, Any], words: int) -> Scores:
    """Those of one window, copied out of its batch: what padding added, and roles that nobody will ask for, are let go."""
    cut = {name: values[:words].copy() for name, values in padded_scores.items() if name not in ("arcs", "relations", "roles")}
    arcs = padded_scores["arcs"][:words, : words + 1].copy()
    relations = padded_scores["relations"][:words, : words + 1].astype(np.uint8)
    hung = np.flatnonzero(log_softmax(cut["anchors"])[:, 0] <= np.log1p(-MAY_HANG))
    roles = {int(i): padded_scores["roles"][i, :words].copy() for i in hung}
    return Scores(**cut, arcs=arcs, relations=relations, roles=roles)


def log_softmax(scores: Floats) -> Floats:
    """Logarithms of the probabilities that scores stand for; each row of the last size is one choice."""
    lowered = scores - scores.max(-1, keepdims=True)
    logs: Floats = lowered - np.log(np.exp(lowered).sum(-1, keepdims=True))
    return logs


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of windows that go together: of like length, so that little is padded, and not too many pieces."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[i] > _BATCH:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch

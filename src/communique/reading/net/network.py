"""The network as it runs: windows in, the scores of all heads out, in batches of windows of like length."""

from __future__ import annotations

import json
import os
from base64 import b64decode
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from communique.reading.net.pairs import Forms, Pairs, Vectors
from communique.reading.net.pieces import Columns, Pieces, Window, padded

Floats = NDArray[np.float32]
_BATCH: Final = 256  # pieces; windows that are longer go alone: beside others they would only be padded
_SLOW: Final = ("SkipLayerNormFusion",)  # of onnxruntime's optimizations: takes five times as long as what it replaces


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of a window of `n` words; the second size of each is the number of its labels.

    `arcs[i, h]` is how much word `i` hangs on `h` (0 the root, `k` word `k` counted from 1); `pairs` answers what two words are
    to each other.
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
    pairs: Pairs


HEADS: Final = tuple(field.name for field in fields(Scores) if field.name not in ("arcs", "pairs"))  # one row a word
VECTORS: Final = ("dependents", "heads", "role_anchors", "role_words")
OUTPUTS: Final = (*HEADS, "arcs", *VECTORS)  # of the graph
FORMS: Final = "forms"  # the entry of its metadata with the small graph of pairs, in base 64: so one file is one reader


class Network:
    """A session of onnxruntime. `labels` are those of the heads that learned them from treebanks.

    It runs `threads` batches at the same time (0 for as many as there are cores), each on one core: onnxruntime's own threads
    gain less, and wait in loops that take the cores from others.
    """

    def __init__(self, model: Path, tokenizer: Path, threads: int = 0) -> None:
        self.threads = threads or _cores()
        self._pool = ThreadPoolExecutor(self.threads, thread_name_prefix="network")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"], disabled_optimizers=list(_SLOW)
        )
        self._pieces = Pieces(tokenizer)
        known = self._session.get_modelmeta().custom_metadata_map
        self._forms = Forms(b64decode(known.pop(FORMS)))
        self.labels: dict[str, list[str]] = {name: json.loads(values) for name, values in known.items()}

    def read(self, windows: Sequence[Window]) -> list[Scores]:
        """Scores of each window, in the order given. A window without words has none, and is an error of the caller."""
        found: dict[int, Scores] = {}
        for batch, lengths, outputs in self.run(windows, OUTPUTS):
            for i, (number, words) in enumerate(zip(batch, lengths, strict=True)):
                found[number] = self._scores({name: values[i] for name, values in outputs.items()}, words)
        return [found[i] for i in range(len(windows))]

    def run(self, windows: Sequence[Window], heads: Sequence[str]) -> Iterator[tuple[list[int], list[int], dict[str, Any]]]:
        """Batch by batch: the numbers of its windows, how many words each has, and the outputs of some heads, padded."""
        columns = [self._pieces.columns(window) for window in windows]
        batches = _batches([len(c.pieces) for c in columns])
        given = [_together([columns[i] for i in batch]) for batch in batches]
        every = self._pool.map if min(self.threads, len(batches)) > 1 else map
        for batch, outputs in zip(batches, every(partial(self._session.run, list(heads)), given), strict=True):
            yield batch, [len(columns[i].first) for i in batch], dict(zip(heads, outputs, strict=True))

    def _scores(self, outputs: dict[str, Any], words: int) -> Scores:
        """Those of one window, without what padding added."""
        dependents, heads, anchors, others = (outputs[name][: words + (name == "heads")] for name in VECTORS)
        return Scores(
            **{name: outputs[name][:words] for name in HEADS},
            arcs=outputs["arcs"][:words, : words + 1],
            pairs=Vectors(self._forms, dependents, heads, anchors, others),
        )


def log_softmax(scores: Floats) -> Floats:
    """Logarithms of the probabilities that scores stand for; each row of the last size is one choice."""
    lowered = scores - scores.max(-1, keepdims=True)
    logs: Floats = lowered - np.log(np.exp(lowered).sum(-1, keepdims=True))
    return logs


def _batches(lengths: Sequence[int]) -> list[list[int]]:
    """Numbers of windows that go together: of like length, so that little is padded, and not too many pieces."""
    batches: list[list[int]] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batches and (len(batches[-1]) + 1) * lengths[i] <= _BATCH:
            batches[-1].append(i)
        else:
            batches.append([i])
    return batches


def _together(columns: Sequence[Columns]) -> dict[str, NDArray[np.int64]]:
    """The inputs of a batch, padded."""
    return {name: np.array(padded([getattr(c, name) for c in columns]), dtype=np.int64) for name in Columns._fields}


def _cores() -> int:
    """Those that this process may use, where the system says so."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

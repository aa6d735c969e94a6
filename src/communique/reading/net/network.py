"""The network as it runs: windows in, the scores of all heads out, in batches of windows of like length."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from communique.reading.net.pieces import Columns, Pieces, Window, padded

Floats = NDArray[np.float32]
_BATCH: Final = 2048  # pieces


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of a window of `n` words; the second size of each is the number of its labels, or as told.

    `arcs[i, h]` is how much word `i` hangs on `h` (0 the root, `k` word `k` counted from 1), `relations[i, h]` the number of
    the best relation for that arc; `roles[i, j, r]` how much word `j` is `r` to an attribution that hangs on word `i`.
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
    relations: NDArray[np.int64]
    roles: Floats


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
        columns = [self._pieces.columns(window) for window in windows]
        found: dict[int, Scores] = {}
        for batch in _batches([len(c.pieces) for c in columns]):
            found.update(zip(batch, self._run([columns[i] for i in batch]), strict=True))
        return [found[i] for i in range(len(windows))]

    def _run(self, batch: Sequence[Columns]) -> Iterator[Scores]:
        given = {name: np.array(padded([getattr(c, name) for c in batch]), dtype=np.int64) for name in Columns._fields}
        outputs = dict(zip(OUTPUTS, self._session.run(list(OUTPUTS), given), strict=True))
        for i, columns in enumerate(batch):
            yield Scores(**{name: _cut(values[i], name, len(columns.first)) for name, values in outputs.items()})


def _cut(values: Any, name: str, words: int) -> Any:
    """Without what padding added."""
    if name in ("arcs", "relations"):
        return values[:words, : words + 1]
    return values[:words, :words] if name == "roles" else values[:words]


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

"""What two words are to each other, from a vector of each: the relation of an arc, the role of a word in an attribution.

The large graph could score all pairs, but few are ever asked for: each word with the head that it gets, and all words with
those few on which an attribution hangs. So it gives the vectors, and a small graph scores the pairs that are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.intp]
DISTANCES: Final = 64
INPUTS: Final = ("dependents", "heads", "anchors", "words", "distances")
OUTPUTS: Final = ("relations", "roles")
_NEAR, _FAR, _FARTHEST = 8, 31, 512


class Pairs(Protocol):
    """Answers for the words of one window."""

    def relations(self, words: Numbers, heads: Numbers, /) -> Numbers:
        """The number of the best relation of each word to its head, 0 the root, `k` word `k` counted from 1."""

    def roles(self, anchors: Sequence[int], /) -> Floats:
        """Scores `[anchors, words, roles]` of what each word of the window is to some anchors."""


class Forms:
    """The small graph, in which two vectors go into biaffine forms (Dozat and Manning 2017); a vector ends in a one.

    Its inputs are vectors `[pairs, n]` of dependents and of their heads, `[anchors, m]` and `[words, m]`, and the classes of
    the distances of words to anchors, `[anchors, words]`. All of it runs at each call; what is not asked for is given one row.
    """

    def __init__(self, graph: bytes) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        kinds = {"tensor(int64)": np.int64, "tensor(float)": np.float32}
        self._nothing = {
            node.name: np.zeros([size if isinstance(size, int) else 1 for size in node.shape], kinds[node.type])
            for node in self._session.get_inputs()
        }

    def relations(self, dependents: Floats, heads: Floats) -> Numbers:
        """The number of the best relation of each pair."""
        found: Numbers
        (found,) = self._session.run(["relations"], self._nothing | {"dependents": dependents, "heads": heads})
        return found

    def roles(self, anchors: Floats, words: Floats, distances: Numbers) -> Floats:
        """Scores `[anchors, words, roles]`."""
        found: Floats
        asked = {"anchors": anchors, "words": words, "distances": distances}
        (found,) = self._session.run(["roles"], self._nothing | asked)
        return found


@dataclass(frozen=True, slots=True)
class Vectors:
    """Of each word of a window as dependent `[words, n]`, as head `[1 + words, n]`, the root first, as anchor and as a word
    that is something to an anchor `[words, m]`; answers as `Pairs` has it."""

    forms: Forms
    dependents: Floats
    heads: Floats
    anchors: Floats
    words: Floats

    def relations(self, words: Numbers, heads: Numbers) -> Numbers:
        return self.forms.relations(self.dependents[words], self.heads[heads])

    def roles(self, anchors: Sequence[int]) -> Floats:
        chosen = np.asarray(anchors, dtype=np.int64)
        offsets = np.arange(len(self.words))[None, :] - chosen[:, None]
        return self.forms.roles(self.anchors[chosen], self.words, distance(offsets))


def distance(offsets: NDArray[np.integer]) -> Numbers:
    """Distances in classes: exact up to seven words, then in steps that grow; those of the second half are to the left."""
    found: Numbers = _CLASSES[np.clip(offsets, -_FARTHEST, _FARTHEST) + _FARTHEST]
    return found


def _classes(offsets: NDArray[np.integer]) -> Numbers:
    far = np.abs(offsets)
    steps = _NEAR + (np.log2(np.maximum(far, _NEAR) / _NEAR) * 4).astype(np.int64)
    classes: Numbers = np.where(far < _NEAR, far, np.minimum(steps, _FAR)) + np.where(offsets < 0, DISTANCES // 2, 0)
    return classes


_CLASSES: Final = _classes(np.arange(-_FARTHEST, _FARTHEST + 1))

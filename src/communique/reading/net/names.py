"""Names from the scores of the words: whole ones, of one kind each, and one kind for the same words in all of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from communique.reading.net.analysis import Analysis
from communique.reading.net.labels import NAME_KINDS, NAMES
from communique.reading.net.network import Floats, log_softmax
from communique.reading.protocol import NameKind

_B, _I = slice(1, None, 2), slice(2, None, 2)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in numbers of words; `sure` is the probability of its words to be of its kind."""

    kind: NameKind
    words: range
    sure: float


def named(analysis: Analysis) -> list[Named]:
    """The names of a document, in text order, without overlap."""
    rows = _viterbi([scores.names for scores in analysis.scores])
    found = [
        Named(kind, range(run.start + start, run.stop + start), sure)
        for start, scores, row in zip(analysis.starts, analysis.scores, rows, strict=True)
        for kind, run, sure in _runs(row[: len(scores.names)], scores.names)
    ]
    return _agreed(found, analysis)


def in_window(scores: Floats) -> Iterator[tuple[NameKind, range, float]]:
    """Kind, words and probability of each name in the best row of labels for some words, `[words, labels]`."""
    return _runs(_viterbi([scores])[0], scores)


def _runs(labels: NDArray[np.intp], scores: Floats) -> Iterator[tuple[NameKind, range, float]]:
    for begin in np.flatnonzero(labels % 2 == 1).tolist():
        end = begin + 1
        while end < len(labels) and labels[end] == labels[begin] + 1:
            end += 1
        kind = (int(labels[begin]) - 1) // 2
        of_kind = np.exp(log_softmax(scores[begin:end]))[:, 1 + 2 * kind : 3 + 2 * kind].sum(-1)
        yield NAME_KINDS[kind], range(begin, end), float(of_kind.mean())


def _viterbi(scores: Sequence[Floats]) -> NDArray[np.intp]:
    """The best row of labels of each window, in which an `I-` goes on from its own kind only; rows as long as the longest."""
    every = np.zeros((len(scores), max(map(len, scores), default=0), len(NAMES)), dtype=np.float32)
    for made, part in zip(every, scores, strict=True):
        made[: len(part)] = part
        made[len(part) :, 1:] = -np.inf
    row = np.zeros(every.shape[:2], dtype=np.intp)
    if not every.size:
        return row
    came = np.zeros(every.shape, dtype=np.intp)
    numbers = np.arange(1, len(NAMES), 2)
    best = every[:, 0].copy()
    best[:, _I] = -np.inf
    for t in range(1, every.shape[1]):
        top = best.argmax(1)
        came[:, t] = top[:, None]
        came[:, t, _I] = np.where(best[:, _B] >= best[:, _I], numbers, numbers + 1)
        before = np.repeat(best.max(1)[:, None], len(NAMES), axis=1)
        before[:, _I] = np.maximum(best[:, _B], best[:, _I])
        best = before + every[:, t]
    windows = np.arange(len(scores))
    row[:, -1] = best.argmax(1)
    for t in range(every.shape[1] - 1, 0, -1):
        row[:, t - 1] = came[windows, t, row[:, t]]
    return row


def _agreed(found: list[Named], analysis: Analysis) -> list[Named]:
    """The same words have the kind that most speaks for in the whole document."""
    votes: dict[str, dict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    for name in found:
        votes[_form(name, analysis)][name.kind] += name.sure
    return [replace(name, kind=max(v := votes[_form(name, analysis)], key=v.__getitem__)) for name in found]


def _form(name: Named, analysis: Analysis) -> str:
    return " ".join(analysis.words[i] for i in name.words)

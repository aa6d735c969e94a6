"""Names from the scores of the words: whole ones, of one kind each, and one kind for the same words in all of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from communique.reading.net.analysis import Analysis
from communique.reading.net.labels import NAME_KINDS
from communique.reading.net.network import Floats, log_softmax
from communique.reading.protocol import NameKind

_SURE = 8.0  # lead of "no name" over any name, in logarithms, that no neighbor makes up for
_B, _I = slice(1, None, 2), slice(2, None, 2)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in numbers of words; `sure` is the probability of its words to be of its kind."""

    kind: NameKind
    words: range
    sure: float


def named(analysis: Analysis) -> list[Named]:
    """The names of a document, in text order, without overlap."""
    found = [
        Named(kind, range(run.start + start, run.stop + start), sure)
        for start, scores in zip(analysis.starts, analysis.scores, strict=True)
        for kind, run, sure in in_window(scores.names)
    ]
    return _agreed(found, analysis)


def in_window(scores: Floats) -> Iterator[tuple[NameKind, range, float]]:
    """Kind, words and probability of each name in the best row of labels for some words, `[words, labels]`."""
    labels, probable = best_row(scores), np.exp(log_softmax(scores))
    for begin in np.flatnonzero(labels % 2 == 1).tolist():
        end = begin + 1
        while end < len(labels) and labels[end] == labels[begin] + 1:
            end += 1
        kind = (int(labels[begin]) - 1) // 2
        of_kind = probable[begin:end, 1 + 2 * kind : 3 + 2 * kind]
        yield NAME_KINDS[kind], range(begin, end), float(of_kind.sum()) / (end - begin)


def best_row(scores: Floats) -> NDArray[np.intp]:
    """The best row of labels in which an `I-` goes on from its own kind only.

    Where the best labels of the words follow each other well, as they nearly always do, they are the answer; else Viterbi finds
    it, for the words up to the next that are surely in no name.
    """
    row: NDArray[np.intp] = scores.argmax(-1)
    before = np.concatenate([[0], row[:-1]])
    strays = np.flatnonzero((row % 2 == 0) & (row > 0) & (row != before) & (row != before + 1))
    if strays.size:
        outside = np.flatnonzero(scores[:, 0] - scores[:, 1:].max(-1) > _SURE)
        bounds = [-1, *outside.tolist(), len(row)]
        for i in np.unique(np.searchsorted(bounds, strays)).tolist():
            stretch = slice(bounds[i - 1] + 1, bounds[i])
            row[stretch] = _viterbi(scores[stretch])
    return row


def _viterbi(scores: Floats) -> NDArray[np.intp]:
    """The best row for any scores, `[words, labels]`, one word or more."""
    came = np.zeros(scores.shape, dtype=np.intp)
    numbers = np.arange(1, scores.shape[1], 2)
    best = scores[0].copy()
    best[_I] = -np.inf
    for t in range(1, len(scores)):
        goes_on = np.maximum(best[_B], best[_I])
        came[t] = top = best.argmax()
        came[t, _I] = np.where(best[_B] >= best[_I], numbers, numbers + 1)
        before = np.full(scores.shape[1], best[top])
        before[_I] = goes_on
        best = before + scores[t]
    row = [int(best.argmax())]
    for t in range(len(scores) - 1, 0, -1):
        row.append(int(came[t, row[-1]]))
    return np.array(row[::-1])


def _agreed(found: list[Named], analysis: Analysis) -> list[Named]:
    """The same words have the kind that most speaks for in the whole document."""
    votes: dict[str, dict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    for name in found:
        votes[_form(name, analysis)][name.kind] += name.sure
    return [replace(name, kind=max(v := votes[_form(name, analysis)], key=v.__getitem__)) for name in found]


def _form(name: Named, analysis: Analysis) -> str:
    return " ".join(analysis.words[i] for i in name.words)

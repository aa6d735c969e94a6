"""Names from the scores of the words: whole ones, of one kind each, and one kind for the same words in all of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from communique.reading.net.analysis import Analysis
from communique.reading.net.labels import NAME_KINDS
from communique.reading.net.network import Floats
from communique.reading.protocol import NameKind

_O, _B, _I = 0, slice(1, None, 2), slice(2, None, 2)


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
    labels = _viterbi(scores)
    lowered = np.exp(scores - scores.max(-1, keepdims=True))
    probable = lowered / lowered.sum(-1, keepdims=True)
    begins = np.flatnonzero(labels % 2 == 1)
    for begin in begins.tolist():
        end = begin + 1
        while end < len(labels) and labels[end] == labels[begin] + 1:
            end += 1
        kind = (int(labels[begin]) - 1) // 2
        of_kind = probable[begin:end, 1 + 2 * kind : 3 + 2 * kind].sum(-1)
        yield NAME_KINDS[kind], range(begin, end), float(of_kind.mean())


def _viterbi(scores: Floats) -> NDArray[np.intp]:
    """The best row of labels in which an `I-` goes on from its own kind only."""
    n = len(scores)
    came = np.zeros(scores.shape, dtype=np.intp)
    best = scores[0].copy()
    best[_I] = -np.inf
    for t in range(1, n):
        top = int(best.argmax())
        came[t] = top
        going = best[_B] >= best[_I]
        numbers = np.arange(1, scores.shape[1], 2)
        came[t, _I] = np.where(going, numbers, numbers + 1)
        before = np.full(scores.shape[1], best[top])
        before[_I] = np.maximum(best[_B], best[_I])
        best = before + scores[t]
    row = np.zeros(n, dtype=np.intp)
    row[-1] = best.argmax()
    for t in range(n - 1, 0, -1):
        row[t - 1] = came[t, row[t]]
    return row


def _agreed(found: list[Named], analysis: Analysis) -> list[Named]:
    """The same words have the kind that most speaks for in the whole document."""
    votes: dict[str, dict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    for name in found:
        votes[_form(name, analysis)][name.kind] += name.sure
    return [replace(name, kind=max(v := votes[_form(name, analysis)], key=v.__getitem__)) for name in found]


def _form(name: Named, analysis: Analysis) -> str:
    return " ".join(analysis.words[i] for i in name.words)

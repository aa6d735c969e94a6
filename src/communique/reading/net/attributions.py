"""Attributions from the scores of a window: each hangs on an anchor, its parts are the words that are something to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from communique.reading.net.analysis import Analysis
from communique.reading.net.labels import ACTS, BEGIN, CONTENT, CUE, NATURES, ROLES, SOURCE
from communique.reading.net.network import Floats, log_softmax
from communique.reading.net.texts import Words
from communique.record.statements import Nature, SpeechAct

Runs = tuple[range, ...]


@dataclass(frozen=True, slots=True)
class Hung:
    """An attribution in numbers of words. `sure` is the probability of its anchor."""

    anchor: int
    sure: float
    nature: Nature
    act: SpeechAct
    cue: Runs
    source: Runs
    content: Runs


def hung(analysis: Analysis, least: float) -> Iterator[Hung]:
    """The attributions whose anchors are at least so probable (`MAY_HANG` or more), in text order; each has some content."""
    probable = [np.exp(log_softmax(scores.anchors)) for scores in analysis.scores]
    places = [np.flatnonzero(anchors[:, 0] <= 1 - least).tolist() for anchors in probable]
    asked = (scores.roles[i] for scores, chosen in zip(analysis.scores, places, strict=True) for i in chosen)
    rows = iter(_roles(list(asked)))
    for start, scores, anchors, chosen in zip(analysis.starts, analysis.scores, probable, places, strict=True):
        for i in chosen:
            roles = next(rows)[: len(scores.tags)]
            cue, source, content = (_runs(roles == role, start, analysis.words) for role in (CUE, SOURCE, CONTENT))
            if content:
                nature, act = int(anchors[i, 1:].argmax()) % len(NATURES), int(scores.acts[i].argmax())
                yield Hung(start + i, float(1 - anchors[i, 0]), NATURES[nature], ACTS[act], cue, source, content)


def _roles(scores: Sequence[Floats]) -> NDArray[np.intp]:
    """The best roles `[anchors, words]` where content goes on only from a word that begins it.

    `scores` are `[words, roles]` of each anchor; each row is as long as the longest.
    """
    every = np.zeros((len(scores), max(map(len, scores), default=0), len(ROLES)), dtype=np.float32)
    for row, part in zip(every, scores, strict=True):
        row[: len(part)] = part
    logs = log_softmax(every)
    others = logs[..., [0, CUE, SOURCE]]
    is_content = _in_content(others.max(-1), logs[..., BEGIN], logs[..., CONTENT])
    apart = np.array([0, CUE, SOURCE])[others.argmax(-1)]
    return np.where(is_content, CONTENT, apart)


def _in_content(none: Floats, begin: Floats, inside: Floats) -> NDArray[np.bool_]:
    """Viterbi over two states, for all rows at once: a word is content if it begins some, or goes on after content."""
    entered, left = np.zeros(none.shape, dtype=bool), np.zeros(none.shape, dtype=bool)
    if not none.size:
        return entered
    out, content = none[:, 0], begin[:, 0]
    for t in range(1, none.shape[1]):
        left[:, t] = content > out
        best = np.maximum(out, content)
        going, starting = content + inside[:, t], best + begin[:, t]
        entered[:, t] = starting > going
        out, content = best + none[:, t], np.maximum(starting, going)
    found = np.zeros(none.shape, dtype=bool)
    state = content > out
    for t in range(none.shape[1] - 1, -1, -1):
        found[:, t] = state
        state = np.where(state & ~entered[:, t], True, left[:, t])
    return found


def _runs(marked: NDArray[np.bool_], start: int, words: Words) -> Runs:
    """Stretches of words; marks between do not part them, and none begins or ends with a comma or the like."""
    found: list[range] = []
    for place in (place for place in (np.flatnonzero(marked) + start).tolist() if words[place][0].isalnum()):
        if found and not any(words[k][0].isalnum() for k in range(found[-1].stop, place)):
            found[-1] = range(found[-1].start, place + 1)
        else:
            found.append(range(place, place + 1))
    return tuple(found)

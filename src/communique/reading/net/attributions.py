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
_AFTER_HEAD = frozenset({"nmod", "obj", "acl", "acl:relcl", "xcomp", "flat", "fixed", "compound", "nmod:unmarked"})
_BEFORE_HEAD = frozenset({"amod", "aux", "aux:pass", "case", "cc", "compound", "cop", "det", "mark", "nmod:poss", "nummod"})


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
    """The attributions whose anchors are at least so probable in text order; each has some content."""
    probable = [np.exp(log_softmax(scores.anchors)) for scores in analysis.scores]
    places = [np.flatnonzero(anchors[:, 0] <= 1 - least).tolist() for anchors in probable]
    asked = (scores.pairs.roles(chosen) for scores, chosen in zip(analysis.scores, places, strict=True) if chosen)
    rows = iter(_roles([part for parts in asked for part in parts]))
    for start, scores, anchors, chosen in zip(analysis.starts, analysis.scores, probable, places, strict=True):
        for i in chosen:
            roles = next(rows)[: len(scores.tags)]
            cue, source, content = (_runs(roles == role, start, analysis.words) for role in (CUE, SOURCE, CONTENT))
            if content:
                content = tuple(_whole(run, analysis, {*_words(cue), *_words(source)}) for run in content)
                nature, act = int(anchors[i, 1:].argmax()) % len(NATURES), int(scores.acts[i].argmax())
                yield Hung(start + i, float(1 - anchors[i, 0]), NATURES[nature], ACTS[act], cue, source, content)


def _words(runs: Runs) -> Iterator[int]:
    return (i for run in runs for i in run)


def _whole(run: range, analysis: Analysis, taken: set[int]) -> range:
    """A run of content that does not break off inside a phrase: "no basis in | fact", "the spirit | of Rome"."""
    ends = analysis.words.ends
    if run.stop >= len(ends) or ends[run.stop - 1] or not analysis.words[run.stop][0].isalnum():
        return run
    first = next((i for i in range(run.start - 1, -1, -1) if ends[i]), -1) + 1
    last = next((i for i in range(run.stop, len(ends)) if ends[i]), len(ends) - 1)
    heads, relations = analysis.tree(range(first, last + 1))
    stop = run.stop - first
    while (more := _broken_off(run.start - first, stop, heads, relations)) > stop and not taken & set(
        range(stop + first, more + first)
    ):
        stop = more
    return range(run.start, stop + first)


def _broken_off(start: int, stop: int, heads: list[int], relations: list[str]) -> int:
    """Where the phrase ends that words `[start, stop)` break off: with the head of the last, or with what describes one."""
    if heads[stop - 1] >= stop and relations[stop - 1] in _BEFORE_HEAD:
        return heads[stop - 1] + 1
    if stop < len(heads):
        top = stop
        while heads[top] > top:
            top = heads[top]
        if start <= heads[top] < stop and relations[top] in _AFTER_HEAD:
            return top + 1
    return stop


def _roles(scores: Sequence[Floats]) -> NDArray[np.intp]:
    """The best roles `[anchors, words]` where content goes on only from a word that begins it.

    `scores` are `[words, roles]` of each anchor; each row is as long as the longest.
    """
    every = np.zeros((len(scores), max(map(len, scores), default=0), len(ROLES)), dtype=np.float32)
    for row, part in zip(every, scores, strict=True):
        row[: len(part)] = part
    others = every[..., [0, CUE, SOURCE]]
    is_content = in_content(others.max(-1), every[..., BEGIN], every[..., CONTENT])
    apart = np.array([0, CUE, SOURCE])[others.argmax(-1)]
    return np.where(is_content, CONTENT, apart)


def in_content(none: Floats, begin: Floats, inside: Floats) -> NDArray[np.bool_]:
    """A word is content if it begins some, or goes on after content: the best such row for each row of scores.

    The best role of each word is the answer where content never goes on from nothing; the other rows take Viterbi.
    """
    found = np.maximum(begin, inside) > none
    goes_on = found & (inside > begin)
    after_none = np.ones(found.shape, dtype=bool)
    after_none[:, 1:] = ~found[:, :-1]
    strays = (goes_on & after_none).any(1)
    for i in np.flatnonzero(strays).tolist():
        found[i] = _viterbi(none[i].tolist(), begin[i].tolist(), inside[i].tolist())
    return found


def _viterbi(none: list[float], begin: list[float], inside: list[float]) -> list[bool]:
    """The best row for any scores; over two states numbers of Python are faster than arrays."""
    out, content = none[0], begin[0]
    came: list[tuple[bool, bool]] = []  # whether the word before is content: where this one is none, where it is content
    for absent, opens, goes_on in zip(none[1:], begin[1:], inside[1:], strict=True):
        best = max(out, content)
        stays = content + goes_on >= best + opens
        came.append((content > out, stays or content > out))
        out, content = best + absent, content + goes_on if stays else best + opens
    found = [content > out]
    for from_none, from_content in reversed(came):
        found.append(from_content if found[-1] else from_none)
    return found[::-1]


def _runs(marked: NDArray[np.bool_], start: int, words: Words) -> Runs:
    """Stretches of words; marks between do not part them, and none begins or ends with a comma or the like."""
    found: list[range] = []
    for place in (place for place in (np.flatnonzero(marked) + start).tolist() if words[place][0].isalnum()):
        if found and not any(words[k][0].isalnum() for k in range(found[-1].stop, place)):
            found[-1] = range(found[-1].start, place + 1)
        else:
            found.append(range(place, place + 1))
    return tuple(found)

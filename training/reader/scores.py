"""How good a network is on held-out samples, head by head, on the words and sentences of the samples themselves.

Everything is decoded as the engine decodes it. An attribution is right in part if its content shares at least half of its
words with a gold one (Jaccard), as in `benchmarks.attribution_scoring`. These figures steer training; those that count are made
by `benchmarks` with the engine as it ships.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.matching import Tally, pairs
from communique.reading.net.analysis import Analysis, analyze
from communique.reading.net.attributions import Hung, Runs, hung
from communique.reading.net.labels import NAMES
from communique.reading.net.names import in_window
from communique.reading.net.network import Network, Scores
from training.reader.named import UNMARKED
from training.reader.reported import laid_out
from training.reader.samples import OPEN, ROOT, UNKNOWN, Sample

_LEAST = 0.5
Name = tuple[str, int, int]


class Figure(NamedTuple):
    """F1 in percent, and what stands behind it: what was right, found and wanted. Where all is judged, as with tags, the share
    right."""

    percent: float
    hits: int
    found: int
    gold: int


def figures(tally: Tally) -> dict[str, Figure]:
    """Every figure of a tally that has gold."""
    made: dict[str, Figure] = {}
    for name in dict.fromkeys(name.removesuffix("_recall") for name in tally if name.endswith("_recall")):
        (hits, gold), (_, found) = tally[f"{name}_recall"], tally[f"{name}_precision"]
        if gold:
            made[name] = Figure(round(100 * (tally.f1(name) or 0.0), 2), int(hits), found, gold)
    return made


def score(network: Network, samples: Iterable[Sample], window: int) -> Tally:
    """Figures over all layers that the samples have gold for."""
    tally = Tally()
    for sample in samples:
        analysis = analyze(network, laid_out(sample), sample.words, window)
        for start, made in zip(analysis.starts, analysis.scores, strict=True):
            _labels(made, sample, slice(start, start + len(made.tags)), tally)
        if sample.heads:
            _trees(analysis, sample, tally)
        if sample.frames is not None:
            _attributions(list(hung(analysis, _LEAST)), sample, tally)
    return tally


def _labels(scores: Scores, sample: Sample, part: slice, tally: Tally) -> None:
    acts = _acts(sample)
    for figure, found, gold in (("tag", scores.tags, sample.tags), ("fine tag", scores.fine_tags, sample.fine_tags),
                                ("act", scores.acts, acts), ("modality", scores.modalities, sample.modalities)):  # fmt: skip
        if gold is not None:
            wanted = np.array(gold[part])
            known = wanted != UNKNOWN
            _add(tally, figure, int((found.argmax(-1) == wanted)[known].sum()), int(known.sum()), int(known.sum()))
    if sample.ends and any(sample.ends):
        _add_sets(tally, "sentence ends", _places(scores.ends.argmax(-1) == 1), _places(np.array(sample.ends[part]) == 1))
    if sample.names and any(label != UNKNOWN for label in sample.names[part]):
        _names(scores, sample.names[part], tally)
    if sample.events:
        events = np.array(sample.events[part])
        marked, known = scores.events > 0, events != UNKNOWN
        hits, wanted_words = marked & (events == 1), events == 1
        _add(tally, "words of events", int(hits.sum()), int((marked & known).sum()), int(wanted_words.sum()))


def _acts(sample: Sample) -> list[int] | None:
    """The act of each anchor; other words have none."""
    if sample.frames is None:
        return None
    acts = {frame.anchor: frame.act for frame in sample.frames}
    return [acts.get(i, UNKNOWN) for i in range(len(sample.words))]


def _names(scores: Scores, gold: Sequence[int], tally: Tally) -> None:
    found: set[Name] = {(kind, run.start, run.stop - 1) for kind, run, _ in in_window(scores.names)}
    found = {name for name in found if all(gold[i] != UNKNOWN for i in range(name[1], name[2] + 1))}
    if OPEN in gold:  # what the source does not mark is not judged
        found = {name for name in found if name[0] not in UNMARKED}
    _add_sets(tally, "names", found, set(names(max(0, label) for label in gold)))


def _trees(analysis: Analysis, sample: Sample, tally: Tally) -> None:
    known = analysis.labels["relations"]
    for start, end in _sentences(sample):
        heads, relations = analysis.tree(range(start, end))
        for i in range(start, end):
            head, gold = heads[i - start], (sample.heads or ())[i]
            right = head + start == gold if head >= 0 else gold == ROOT
            _add(tally, "UAS", int(right), 1, 1)
            _add(tally, "LAS", int(right and relations[i - start] == known[(sample.relations or ())[i]]), 1, 1)


def _sentences(sample: Sample) -> Iterator[tuple[int, int]]:
    start = 0
    for i, ended in enumerate(sample.ends or ()):
        if ended:
            yield start, i + 1
            start = i + 1


def _attributions(made: Sequence[Hung], sample: Sample, tally: Tally) -> None:
    gold, full = sample.frames or (), [word[0].isalnum() for word in sample.words]
    found = [{"content": _words(f.content), "source": _words(f.source), "cue": _words(f.cue)} for f in made]
    wanted = [
        {role: {i for i in words if full[i]} for role, words in (("content", f.content), ("source", f.source), ("cue", f.cue))}
        for f in gold
    ]
    for role in ("content", "source", "cue"):
        _add_sets(tally, f"words of {role}", set().union(*(f[role] for f in found)), set().union(*(g[role] for g in wanted)))
    _records(found, wanted, [f.optional for f in gold], tally)


def _records(found: Sequence[dict[str, set[int]]], wanted: Sequence[dict[str, set[int]]], doubtful: Sequence[bool],
             tally: Tally) -> None:  # fmt: skip
    """Optional ones may be found, and are no miss."""
    matched = list(pairs(len(wanted), len(found), lambda i, j: _overlap(wanted[i]["content"], found[j]["content"])))
    firm = [(i, j) for i, j in matched if not doubtful[i]]
    alike = [(i, j) for i, j in firm if all(_agree(wanted[i][role], found[j][role]) for role in ("source", "cue"))]
    same = [(i, j) for i, j in firm if wanted[i]["content"] == found[j]["content"]]
    made, needed = len(found) - (len(matched) - len(firm)), len(wanted) - sum(doubtful)
    for figure, hits in (("partial", firm), ("triple", alike), ("exact", same)):
        _add(tally, figure, len(hits), made, needed)


def _words(runs: Runs) -> set[int]:
    return {i for run in runs for i in run}


def _overlap(one: set[int], other: set[int]) -> float:
    shared = len(one & other) / max(1, len(one | other))
    return shared if shared >= _LEAST else 0.0


def _agree(one: set[int], other: set[int]) -> bool:
    return bool(one & other) or not (one or other)


def _add(tally: Tally, figure: str, hits: int, found: int, gold: int) -> None:
    tally.add(f"{figure}_precision", hits, found)
    tally.add(f"{figure}_recall", hits, gold)


def _add_sets(tally: Tally, figure: str, found: set[Name] | set[int], gold: set[Name] | set[int]) -> None:
    _add(tally, figure, len(found & gold), len(found), len(gold))


def _places(marked: NDArray[np.bool_]) -> set[int]:
    return set(np.flatnonzero(marked).tolist())


def names(labels: Iterable[int]) -> Iterator[Name]:
    """Kind, first and last word of each name; an `I-` that continues nothing begins one."""
    begun: Name | None = None
    for i, number in enumerate(labels):
        part, _, kind = NAMES[number].partition("-")
        if begun and (part != "I" or kind != begun[0]):
            yield begun
            begun = None
        if kind:
            begun = (kind, begun[1], i) if begun else (kind, i, i)
    if begun:
        yield begun

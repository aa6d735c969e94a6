"""Scores attributions by their words, as is usual on PARC 3.0 and PolNeAR.

A word is a run of word characters with inner apostrophes and hyphens; punctuation never counts. A range covers every word it
overlaps.

token     all words of a role in a text, gold against predicted, pooled over texts
span      pieces of a role as sets of words, equal or not
exact     an attribution is the set of words of its content; equal sets are right
partial   attributions paired one to one by the Jaccard overlap of their contents, at least one half
triple    partial, and the sources share a word, and the cues (or both have none)
direct_speaker  of gold attributions that are wholly quotation and have a source: right if the attribution that shares most of
          the content, and at least half of it, has a source that shares a word. By mention: "he" is right for "he"
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from benchmarks.items import Range
from benchmarks.matching import Tally, pairs
from benchmarks.polnear import ROLES, Attribution, Role

WordSet = frozenset[int]

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_MARK = re.compile(r"''|[\"“”„«»]")
_QUOTATION = re.compile(r'["“„«][^"”»]*["”»]?')
_LEAST = 0.5


class Words:
    """The words of a text, by number."""

    def __init__(self, text: str) -> None:
        spans = [m.span() for m in _WORD.finditer(text)]
        self._starts, self._ends = [s for s, _ in spans], [e for _, e in spans]

    def of(self, ranges: Iterable[Range]) -> WordSet:
        """Numbers of the words that some ranges overlap."""
        return frozenset(i for r in ranges for i in range(bisect_right(self._ends, r.start), bisect_left(self._starts, r.end)))


@dataclass(frozen=True)
class Marked:
    """An attribution in numbers of words, each role as a whole and in its contiguous pieces."""

    words: Mapping[Role, WordSet]
    pieces: Mapping[Role, frozenset[WordSet]]
    kind: str


def quote_kind(text: str, content: Iterable[Range]) -> str:
    """`direct` where every word of the content stands in quotation marks, `mixed` where some do, else `indirect`."""
    words = " ".join(text[r.start : r.end] for r in content)
    if not _MARK.search(words):
        return "indirect"
    return "mixed" if re.search(r"\w", _QUOTATION.sub(" ", words)) else "direct"


def _marked(text: str, words: Words, attributions: Iterable[Attribution]) -> list[Marked]:
    """Attributions in words; those without a word of content are none."""
    every = [
        Marked(
            {role: words.of(a[role]) for role in ROLES},
            {role: frozenset(words.of([r]) for r in a[role]) - {frozenset()} for role in ROLES},
            quote_kind(text, a["content"]),
        )
        for a in attributions
    ]
    return [m for m in every if m.words["content"]]


def score(text: str, gold: Sequence[Attribution], predicted: Sequence[Attribution]) -> Tally:
    """Hits out of tries of every figure for one text; F1 is by `Tally.f1` of `…_precision` and `…_recall`."""
    words, tally = Words(text), Tally()
    wanted, found = _marked(text, words, gold), _marked(text, words, predicted)
    for role in ROLES:
        _count(tally, f"token_{role}", *(frozenset[int]().union(*(m.words[role] for m in side)) for side in (wanted, found)))
        _count(
            tally, f"span_{role}", *(frozenset[WordSet]().union(*(m.pieces[role] for m in side)) for side in (wanted, found))
        )
    _attributions(tally, wanted, found)
    _speakers(tally, wanted, found)
    return tally


def _count(tally: Tally, figure: str, wanted: Set[object], found: Set[object]) -> None:
    _hits(tally, figure, len(wanted & found), len(found), len(wanted))


def _hits(tally: Tally, figure: str, hits: int, predicted: int, gold: int) -> None:
    tally.add(f"{figure}_precision", hits, predicted)
    tally.add(f"{figure}_recall", hits, gold)


def _attributions(tally: Tally, wanted: list[Marked], found: list[Marked]) -> None:
    exact = (Counter(m.words["content"] for m in wanted) & Counter(m.words["content"] for m in found)).total()
    partial = pairs(len(wanted), len(found), lambda i, j: _jaccard(wanted[i], found[j]))
    triple = [(i, j) for i, j in partial if all(_agree(wanted[i], found[j], role) for role in ("source", "cue"))]
    for figure, hits in (("exact", exact), ("partial", len(partial)), ("triple", len(triple))):
        _hits(tally, f"record_{figure}", hits, len(found), len(wanted))
    matched = {i for i, _ in partial}
    for i, marked in enumerate(wanted):
        tally.add(f"record_partial_recall_{marked.kind}", i in matched)


def _jaccard(one: Marked, other: Marked) -> float:
    """Overlap of two contents; 0 where it is too little to be the same."""
    a, b = one.words["content"], other.words["content"]
    overlap = len(a & b) / len(a | b)
    return overlap if overlap >= _LEAST else 0.0


def _agree(one: Marked, other: Marked, role: Role) -> bool:
    a, b = one.words[role], other.words[role]
    return bool(a & b) or not (a or b)


def _speakers(tally: Tally, wanted: list[Marked], found: list[Marked]) -> None:
    for gold in wanted:
        if gold.kind == "direct" and gold.words["source"]:
            covering = _covering(gold.words["content"], found)
            right = covering is not None and bool(covering.words["source"] & gold.words["source"])
            tally.add("direct_speaker_end_to_end", right)
            if covering:
                tally.add("direct_speaker_given_found", right)


def _covering(content: WordSet, found: list[Marked]) -> Marked | None:
    """What shares most of a content, if that is enough of it."""
    best = max(found, key=lambda m: len(m.words["content"] & content), default=None)
    return best if best and len(best.words["content"] & content) >= _LEAST * len(content) else None

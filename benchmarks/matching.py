"""Comparing what was found with what was wanted: words shared, one-to-one pairs, and counts that add up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Set

from benchmarks.items import Range
from benchmarks.names import fold

_WORD = re.compile(r"\w+")
_STEM = 5  # letters by which long words agree, so that "visited" is "visiting"


class Words:
    """The words of a text, by number; a range covers those whose middle lies in it."""

    def __init__(self, text: str) -> None:
        self._middles = [sum(m.span()) // 2 for m in _WORD.finditer(text)]

    def f1(self, one: Range | None, other: Range | None) -> float:
        """F1 of the words two ranges cover; 0 where one is missing."""
        if one is None or other is None:
            return 0.0
        (a, b), (c, d) = self._numbers(one), self._numbers(other)
        shared = max(0, min(b, d) - max(a, c))
        return 2 * shared / (b - a + d - c) if shared else 0.0

    def _numbers(self, span: Range) -> tuple[int, int]:
        return bisect_left(self._middles, span.start), bisect_left(self._middles, span.end)


def wording_f1(one: str, other: str, leave_out: Set[str]) -> float:
    """F1 of two bags of words, wherever they stand."""
    x, y = ([w for w in fold(words).split() if w not in leave_out] for words in (one, other))
    rest = list(y)
    for word in x:
        if (same := next((r for r in rest if _alike(word, r)), None)) is not None:
            rest.remove(same)
    shared = len(y) - len(rest)
    return 2 * shared / (len(x) + len(y)) if shared else 0.0


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= _STEM and a[:_STEM] == b[:_STEM])


def pairs(gold: int, predicted: int, weight: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """One-to-one pairs of gold and predicted numbers, greedily the heaviest first, ties in text order; none of weight 0."""
    weights = ((weight(i, j), -i, -j) for i in range(gold) for j in range(predicted))
    ranked = sorted((w for w in weights if w[0] > 0), reverse=True)
    taken_gold, taken_predicted, found = set[int](), set[int](), list[tuple[int, int]]()
    for _, i, j in ranked:
        if i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            found.append((-i, -j))
    return found


class Tally(dict[str, tuple[float, int]]):
    """Hits out of tries, by figure."""

    def add(self, figure: str, hits: float, of: int = 1) -> None:
        before, tries = self.get(figure, (0, 0))
        self[figure] = (before + hits, tries + of)

    def merge(self, other: Tally) -> None:
        for figure, (hits, of) in other.items():
            self.add(figure, hits, of)

    def rate(self, figure: str) -> float | None:
        """Hits by tries; None where nothing was tried."""
        hits, of = self.get(figure, (0, 0))
        return hits / of if of else None

    def fraction(self, figure: str) -> str:
        """Hits by tries as they are shown, e.g. `3/4`; empty where nothing was counted."""
        hits, of = self.get(figure, (0, 0))
        return f"{hits:g}/{of}" if of else ""

    def f1(self, what: str) -> float | None:
        """Of `WHAT_precision` and `WHAT_recall`; None where one of them is not defined."""
        precision, recall = self.rate(f"{what}_precision"), self.rate(f"{what}_recall")
        return None if precision is None or recall is None else harmonic(precision, recall)


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

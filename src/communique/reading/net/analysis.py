"""What the network says of one document: tags, trees of any of its words, and the scores of each window."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from communique.reading.net.network import Network, Scores
from communique.reading.net.pieces import Window
from communique.reading.net.texts import Words
from communique.reading.net.trees import best_tree
from communique.reading.net.windows import MOST, windows

_JOINED: Final = "parataxis"


@dataclass(frozen=True)
class Analysis:
    """`starts[i]` is the number of the first word of window `i`, `scores[i]` what the heads say of it."""

    words: Words
    starts: list[int]
    scores: list[Scores]
    labels: dict[str, list[str]]

    @cached_property
    def tags(self) -> list[str]:
        """The Penn Treebank tag of each word."""
        known = self.labels["fine_tags"]
        return [known[i] for scores in self.scores for i in scores.fine_tags.argmax(-1).tolist()]

    @cached_property
    def universal_tags(self) -> list[str]:
        """The part of speech of each word, of Universal Dependencies."""
        known = self.labels["tags"]
        return [known[i] for scores in self.scores for i in scores.tags.argmax(-1).tolist()]

    def tree(self, numbers: Sequence[int]) -> tuple[list[int], list[str]]:
        """The best tree over some words, as if no others stood between: heads by place in `numbers`, -1 the root; relations.

        What stands in another window (of a very long sentence) is a tree of its own, joined to the root of the first.
        """
        key = tuple(numbers)
        if key not in self._trees:
            self._trees[key] = self._tree(numbers)
        heads, relations = self._trees[key]
        return heads[:], relations[:]

    @cached_property
    def _trees(self) -> dict[tuple[int, ...], tuple[list[int], list[str]]]:
        """What was asked for already: a sentence is, by the rules and for the contents in it."""
        return {}

    def _tree(self, numbers: Sequence[int]) -> tuple[list[int], list[str]]:
        heads, relations = np.zeros(len(numbers), dtype=np.intp), [""] * len(numbers)
        known, root = self.labels["relations"], -1
        for scores, places, inside in self._by_window(numbers):
            columns = np.concatenate([[0], inside + 1])
            found = best_tree(scores.arcs[inside][:, columns])
            best = scores.pairs.relations(inside, columns[found]).tolist()
            top = int(places[found.argmin()])
            heads[places] = np.where(found > 0, places[found - 1], root)
            for place, relation in zip(places.tolist(), best, strict=True):
                relations[place] = _JOINED if place == top and root >= 0 else known[relation]
            root = top if root < 0 else root
        return heads.tolist(), relations

    def _by_window(self, numbers: Sequence[int]) -> Iterator[tuple[Scores, NDArray[np.intp], NDArray[np.intp]]]:
        """Of each window with some of these words, which ascend: its scores, their places among `numbers` and in the window."""
        every = np.asarray(numbers)
        first, last = (bisect_right(self.starts, i) - 1 for i in (numbers[0], numbers[-1]))
        if first == last:  # as nearly always
            yield self.scores[first], np.arange(len(every)), every - self.starts[first]
            return
        of = np.searchsorted(self.starts, every, side="right") - 1
        for window in np.unique(of):
            places = np.flatnonzero(of == window)
            yield self.scores[window], places, every[places] - self.starts[window]


def analyze(network: Network, words: Words, forms: Sequence[str], most: int = MOST) -> Analysis:
    """What a network says of a text; `forms` are its words as the network is to see them, `most` as `windows` has it.

    Texts are read one by one: scores in eight bits depend a little on what is read beside.
    """
    places = list(windows(words.ends, most))
    scores = network.read([Window(forms[a:b], words.gaps[a:b]) for a, b in places])
    return Analysis(words, [a for a, _ in places], scores, network.labels)

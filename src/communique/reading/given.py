"""Trees that are given whole, asked for some of their words: those of another parser, or of a treebank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ROOT = -1


@dataclass(frozen=True)
class GivenTrees:
    """`heads` are word numbers of the document, `ROOT` for a root, without cycles; `relations` of Universal Dependencies."""

    heads: Sequence[int]
    relations: Sequence[str]

    def tree(self, numbers: Sequence[int]) -> tuple[list[int], list[str]]:
        """The tree over some words: what hung on a word that is left out hangs on the next above it; one root."""
        place = {word: i for i, word in enumerate(numbers)}
        heads, relations = [self._above(word, place) for word in numbers], [self.relations[word] for word in numbers]
        root = heads.index(ROOT) if ROOT in heads else 0
        for i, head in enumerate(heads):
            if i == root:
                heads[i] = ROOT
            elif head in (ROOT, i):
                heads[i], relations[i] = root, "parataxis"
        return heads, relations

    def _above(self, word: int, place: dict[int, int]) -> int:
        head = self.heads[word]
        while head != ROOT and head not in place:
            head = self.heads[head]
        return ROOT if head == ROOT else place[head]

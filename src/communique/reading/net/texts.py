"""A text as the network reads it: its words in a row, the white space before each, where its sentences end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from communique.reading.net.words import gap
from communique.reading.tokens import sentences, tokens
from communique.record import Span


class Words:
    """The words of a text, numbered, and which of them a span of the text covers; `spans` and `ends` where they are known
    already."""

    def __init__(self, text: str, spans: list[Span] | None = None, ends: list[int] | None = None) -> None:
        self.text = text
        self.spans = tokens(text, 0, len(text)) if spans is None else spans
        self._sentence_ends = ends
        self._starts, self._ends = [s.start for s in self.spans], [s.end for s in self.spans]

    def __len__(self) -> int:
        return len(self.spans)

    def __getitem__(self, i: int) -> str:
        return self.spans[i].of(self.text)

    def of(self, start: int, end: int) -> range:
        """The words that `[start, end)` touches."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def at(self, position: int) -> int:
        """The word that holds a position, or the last one before it."""
        return max(0, bisect_right(self._starts, position) - 1)

    def span(self, numbers: range) -> Span:
        """The characters of some words in a row."""
        return Span(self.spans[numbers.start].start, self.spans[numbers.stop - 1].end)

    def of_all(self, spans: Iterable[tuple[int, int]]) -> list[int]:
        return sorted({i for span in spans for i in self.of(*span)})

    @cached_property
    def gaps(self) -> list[int]:
        before = [0, *self._ends]
        return [gap(self.text[end:start], first=not end) for end, start in zip(before, self._starts, strict=False)]

    @cached_property
    def ends(self) -> list[int]:
        """1 where a sentence ends, by the rules of `communique.reading.tokens`; no sentence goes beyond its line."""
        if self._sentence_ends is not None:
            return self._sentence_ends
        found = [0] * len(self)
        for line in re.finditer(r"[^\n]+", self.text):
            for sentence in sentences(self.text, line.start(), line.end()):
                for i in self.of(sentence.start, sentence.end)[-1:]:
                    found[i] = 1
        return found

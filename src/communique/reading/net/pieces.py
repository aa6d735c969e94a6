"""Words as the encoder takes them: pieces of its vocabulary, each with what `words` says of its word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer

from communique.reading.net.words import CONTINUED, quoting, shape

MOST = 512  # pieces of a window, its two ends included
_OF_A_WORD = 6
_LONGEST = 100  # letters of a word that are looked at
_REMEMBERED = 200_000  # words
_START, _STOP, _STRANGE = 101, 102, 100


class Window(NamedTuple):
    """A stretch of words; `gaps` is the white space before each, as `communique.reading.net.words.gap` counts it."""

    words: Sequence[str]
    gaps: Sequence[int]


class Columns(NamedTuple):
    """Inputs of the network for one window: the first four and `mask` have one entry a piece, `first` has one a word.

    `first` is the number of a word's first piece. What does not fit into `MOST` pieces is cut, and stands for the last one.
    """

    pieces: list[int]
    shapes: list[int]
    gaps: list[int]
    quotings: list[int]
    mask: list[int]
    first: list[int]


class Pieces:
    """The vocabulary of the published encoder; words that were met before are remembered."""

    def __init__(self, tokenizer: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        """The first pieces of a word; at least one."""
        found: list[int] | None = self._known.get(word)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()  # another thread may be just about to look
            every: list[int] = self._tokenizer.encode(word[:_LONGEST], add_special_tokens=False).ids
            found = self._known[word] = every[:_OF_A_WORD] or [_STRANGE]
        return found

    def columns(self, window: Window) -> Columns:
        pieces, shapes, gaps, quotings, first = [_START], [0], [0], [0], list[int]()
        for word, gap, inside in zip(window.words, window.gaps, quoting(*window), strict=True):
            found = self.of(word)
            first.append(min(len(pieces), MOST - 1))
            pieces += found
            shapes.append(shape(word))
            gaps.append(gap)
            quotings.append(inside)
            for _ in found[1:]:
                shapes.append(CONTINUED)
                gaps.append(0)
                quotings.append(inside)
        n = min(len(pieces), MOST - 1)
        return Columns([*pieces[:n], _STOP], [*shapes[:n], 0], [*gaps[:n], 0], [*quotings[:n], 0], [1] * (n + 1), first)


def padded(rows: Sequence[Sequence[int]], value: int = 0) -> list[list[int]]:
    """Rows of one length, filled up at their ends."""
    width = max(map(len, rows))
    return [[*row, *[value] * (width - len(row))] for row in rows]

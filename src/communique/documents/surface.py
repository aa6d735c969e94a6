"""What a reader of an input would see, with the way back to its source; and the stretches of it that stand apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from communique.record import Span
from communique.record.documents import BlockKind

Piece = tuple[int, int, int, int]

# White space as Unicode has it, then marks that show nothing: zero-width signs, direction marks, the byte-order mark.
_EDGES = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x2010)))
_EDGES += "\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class Surface:
    """Visible characters and where they come from.

    `pieces` are `(start, end, origin_start, origin_end)` in code points of `text` and of the decoded input, in order, as in
    `record.OffsetMap`. `verbatim` is true where the text is the decoded input itself, so that its line breaks mean something.
    """

    text: str
    pieces: tuple[Piece, ...]
    verbatim: bool

    def pieces_within(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of a stretch of `text`, those that map character by character cut to it."""
        index = max(bisect_right(self.pieces, (start, 1 << 62, 0, 0)) - 1, 0)
        for a, b, c, d in map(self.pieces.__getitem__, range(index, len(self.pieces))):
            if a >= end:
                return
            if b <= start:
                continue
            low, high = max(a, start), min(b, end)
            yield (low, high, c + low - a, c + high - a) if b - a == d - c else (low, high, c, d)


@dataclass(frozen=True, slots=True)
class Unit:
    """A line or paragraph of a surface, `[start, end)` of its text, without white space around it.

    `after_blank` is true where a blank line (or the beginning) stands before it; `hint` is the kind its markup says it has.
    """

    start: int
    end: int
    after_blank: bool = True
    hint: BlockKind | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def shrunk(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the white space and invisible marks at its edges; empty where nothing else is in it."""
    words = text[start:end]
    kept = words.lstrip(_EDGES)
    start += len(words) - len(kept)
    return start, start + len(kept.rstrip(_EDGES))


def verbatim(text: str) -> Surface:
    """The surface of a plain text: itself."""
    return Surface(text, ((0, len(text), 0, len(text)),) if text else (), verbatim=True)

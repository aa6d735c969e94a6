"""Blocks put together: the clean text, its blocks and the map back to the original input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.documents.surface import Piece, Surface
from communique.record import Block, OffsetMap, Span

_BREAK = "\n\n"


@dataclass(slots=True)
class _Sheet:
    """A text that grows piece by piece."""

    surface: Surface
    parts: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[Piece] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def copy(self, start: int, end: int) -> None:
        """Adds a stretch of the surface, with the pieces that lead back from it."""
        for a, b, c, d in self.surface.pieces_within(start, end):
            self._join((self.length + a - start, self.length + b - start, c, d))
        self.put(self.surface.text[start:end])

    def _join(self, piece: Piece) -> None:
        """Adds a piece, as one with the last where both map character by character and touch on both sides."""
        a, b, c, d = piece
        if self.pieces and b - a == d - c:
            e, f, g, h = self.pieces[-1]
            if (f, h) == (a, c) and f - e == h - g:
                self.pieces[-1] = (e, b, g, d)
                return
        self.pieces.append(piece)


def lay_out(surface: Surface, blocks: Sequence[Block]) -> tuple[str, tuple[Block, ...], OffsetMap]:
    """The text made of some blocks, the blocks as ranges of that text, and the map from it to the original input.

    `blocks` are ranges of the surface's text, in order. What stands between two of them is kept where it is only white space
    of the original; otherwise a blank line takes its place, which maps to nothing.
    """
    sheet, last = _Sheet(surface), 0
    placed: list[Block] = []
    for block in blocks:
        if placed:
            _separate(sheet, last, block.span.start)
        start = sheet.length
        sheet.copy(block.span.start, block.span.end)
        placed.append(Block(Span(start, sheet.length), block.kind))
        last = block.span.end
    return "".join(sheet.parts), tuple(placed), OffsetMap(tuple(sheet.pieces))


def _separate(sheet: _Sheet, start: int, end: int) -> None:
    gap = sheet.surface.text[start:end]
    if not gap or (gap.isspace() and (sheet.surface.verbatim or "\n" not in gap)):
        sheet.copy(start, end)
    else:
        sheet.put(_BREAK)

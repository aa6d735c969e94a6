"""A text somebody published, cleaned, with the way back to the original."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from communique.record.dates import DateValue
from communique.record.span import Span

BlockKind = Literal["title", "byline", "dateline", "paragraph", "caption", "heading", "list_item", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `Document.text`: a title, a paragraph … ; blocks do not overlap and stand in text order."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The way from `Document.text` back to the original input (the decoded file), in code points of both.

    `pieces` are `(text_start, text_end, origin_start, origin_end)`, in text order, without overlap. Where both lengths are
    equal the piece maps character by character; otherwise (an entity such as `&amp;`, a run of white space) it maps as a
    whole. Text between pieces (paragraph breaks that were put in) belongs to the piece before.
    """

    pieces: tuple[tuple[int, int, int, int], ...]

    def to_origin(self, span: Span) -> Span:
        """The span of the original input that a span of the text came from."""
        return Span(self._start(span.start), self._end(span.end))

    def _start(self, position: int) -> int:
        a, b, c, d = self._piece(position)
        if position >= b:  # in a break: the next piece begins there
            after = bisect_right(self.pieces, (position, 1 << 62, 0, 0))
            return self.pieces[after][2] if after < len(self.pieces) else d
        return c + position - a if b - a == d - c else c

    def _end(self, end: int) -> int:
        a, b, c, d = self._piece(end - 1)
        return c + min(end, b) - a if b - a == d - c else d

    def _piece(self, position: int) -> tuple[int, int, int, int]:
        index = bisect_right(self.pieces, (position, 1 << 62, 0, 0)) - 1
        return self.pieces[max(index, 0)]


@dataclass(frozen=True, slots=True)
class Document:
    """A report, readout, joint statement or transcript.

    `id` is content-addressed (`record.ids`). `text` is clean; every offset in the record is of it. `published` has the
    precision the source gives, with time and zone where stated; None where it is not known. `published_from` says where
    the date was found: `given` by the reader, `text`, `metadata`, or None. `source` is the file name or address it was
    read from, `media_type` what it was (`text/plain`, `text/html`, `application/json`), `sha256` the digest of the
    original bytes.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    origin: OffsetMap
    source: str
    media_type: str
    sha256: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: DateValue | None = None
    published_from: Literal["given", "text", "metadata"] | None = None
    story_code: str | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()

    def blocks_of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        return tuple(b for b in self.blocks if b.kind in kinds)

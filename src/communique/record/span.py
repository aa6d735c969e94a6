"""Half-open ranges of characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.errors import RecordError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in Unicode code points, of `Document.text` unless a docstring names another text.

    Raises:
        RecordError: if the span is empty, negative or ends before it starts.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise RecordError(f"a span must hold at least one character, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        """Whether a span lies wholly, or a position, inside this one."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words this span covers."""
        return text[self.start : self.end]


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of some spans.

    Raises:
        RecordError: if there are none.
    """
    every = list(spans)
    if not every:
        raise RecordError("the hull of no spans is undefined")
    return Span(min(s.start for s in every), max(s.end for s in every))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span of `text[start:end]` without the white space around it; None where nothing is left."""
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return Span(start, end) if start < end else None

"""Cutting a text where facts begin and end, so that overlapping evidence becomes flat, unnested pieces of markup.

Nested or crossing spans can't be nested HTML elements. Cut at every border, each piece is covered by a constant set of
marks, and one element per piece can name them all (the flat form of stand-off annotation).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from communique.record import Span

Role = Literal["content", "cue", "speaker", "addressee", "insert", "encounter", "event", "commitment", "date", "mention"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of `Document.text` that plays a role in a fact; `fact` is the id of the fact, actor or time mention."""

    span: Span
    fact: str
    role: Role


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of `Document.text` covered from end to end by the same marks, the innermost (shortest) first."""

    span: Span
    marks: tuple[Mark, ...] = ()


def segmented(windows: Sequence[Span], marks: Iterable[Mark]) -> list[tuple[Segment, ...]]:
    """The segments of each window, in order; those of one window cover it without gap or overlap.

    Args:
        windows: stretches of `Document.text` that stand in text order and do not overlap, such as paragraphs.
        marks: stretches of the same text, in any order; what lies outside every window is left out.
    """
    pieces = _pieces(windows, list(marks))
    ahead = next(pieces, None)
    rows: list[tuple[Segment, ...]] = []
    for window in windows:
        row: list[Segment] = []
        while ahead is not None and ahead.span.start < window.end:
            if ahead.span.start >= window.start:
                row.append(ahead)
            ahead = next(pieces, None)
        rows.append(tuple(row))
    return rows


def _pieces(windows: Sequence[Span], marks: Sequence[Mark]) -> Iterator[Segment]:
    """Everything between the first border and the last, cut at every border."""
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in dict.fromkeys(marks):
        opening.setdefault(mark.span.start, []).append(mark)
        closing.setdefault(mark.span.end, []).append(mark)
    borders = sorted({*opening, *closing, *(edge for w in windows for edge in (w.start, w.end))})
    active: dict[Mark, None] = {}
    for start, end in pairwise(borders):
        for mark in closing.get(start, ()):
            del active[mark]
        active.update(dict.fromkeys(opening.get(start, ())))
        yield Segment(Span(start, end), tuple(sorted(active, key=_innermost_first)))


def _innermost_first(mark: Mark) -> tuple[int, int]:
    return len(mark.span), -mark.span.start

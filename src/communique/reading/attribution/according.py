""" "according to X"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.reading.attribution.edges import Content, tidy
from communique.reading.syntax import Syntax


def according(syntax: Syntax) -> Iterator[tuple[int, int, int, int, Content]]:
    """ "according to X": (cue start, cue end, source start, source end, content)."""
    s = syntax
    for k in range(len(s.unit) - 2):
        if s.low(k) == "according" and s.low(k + 1) == "to":
            head = (
                s.unit.heads[k]
                if s.unit.heads[k] > k
                else next((j for j in range(k + 2, min(k + 14, len(s.unit))) if s.tag(j)[:2] in ("NN", "PR")), -1)
            )
            if head < 0:
                continue
            end = max(min(s.extent(head)[1], len(s.unit)), head + 1)
            end = next((j for j in range(head + 1, end) if s.low(j) == "," and not s.tag(j + 1).startswith("W")), end)
            if k <= 1:
                start = next((j + 1 for j in range(head, len(s.unit)) if s.low(j) == ","), end)
                piece = tidy(s, start, len(s.unit))
                source_end = start - 1
            else:
                first = 1 if s.low(0) in ("but", "and") else 0
                piece = tidy(s, first, k)
                source_end = end
            _, source_end = s.trimmed(k + 2, max(source_end, k + 3))
            if piece[1] - piece[0] > 2:
                yield k, k + 2, k + 2, source_end, Content((piece,), 0.85)

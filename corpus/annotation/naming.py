"""Finds the names of a document's actors in its text: the longest words first, none across the edge of another mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.annotation.model import Actor, Mention, Span


def mentions(text: str, actors: Iterable[Actor], walls: Sequence[Span], taken: Iterable[Mention] = ()) -> list[Mention]:
    """Where names and aliases stand as whole words; `taken` are mentions marked by hand, which win."""
    names = sorted({(n, a.key) for a in actors for n in (a.name, *a.aliases)}, key=lambda n: (-len(n[0]), n))
    used = [m.span for m in taken]
    found: list[Mention] = []
    for name, actor in names:
        for match in _pattern(name).finditer(text):
            span = Span(*match.span())
            if not any(_overlap(span, u) for u in used) and not any(_cross(span, w) for w in walls):
                used.append(span)
                found.append(Mention(actor, span))
    return found


def stands(name: str, text: str) -> bool:
    """Whether a name stands in a text as whole words."""
    return bool(name) and _pattern(name).search(text) is not None


def _pattern(name: str) -> re.Pattern[str]:
    """A name as whole words, with a line break where it has a blank."""
    words = r"\s".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _cross(one: Span, other: Span) -> bool:
    """Whether they overlap and neither holds the other: such marks cannot be nested."""
    return _overlap(one, other) and not (
        (one.start <= other.start and other.end <= one.end) or (other.start <= one.start and one.end <= other.end)
    )

"""Quotations and their reporting clauses: "“…,” he said. “…”", "X said: “…”", a paragraph of nothing but speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.reading.attribution.frames import Frame
from communique.reading.quotes import Quote
from communique.reading.syntax import Syntax
from communique.record import Span

_LINK = frozenset({",", ":", "that", "–", "—", "-", "``", '"', "“", "(", "also", "too"})


@dataclass(frozen=True, slots=True)
class Speech:
    """Quotations that belong to one reporting clause; `frame` is None where the clause has to be carried over."""

    quotes: tuple[Quote, ...]
    frame: Frame | None
    syntax: Syntax
    sure: float


def speeches(syntax: Syntax, found: Sequence[Frame]) -> Iterator[Speech]:
    """The quotations of one frame sentence with their reporting clauses, in order; those of one clause together."""
    grouped: list[tuple[list[Quote], Frame | None, float]] = []
    bounds = [0, *(k for k, _ in syntax.unit.quotes), len(syntax.unit)]
    for n, (place, quote) in enumerate(syntax.unit.quotes):
        frame, sure = _frame_of(syntax, found, bounds[n], place, bounds[n + 2])
        if (grouped and frame is not None and grouped[-1][1] is frame) or (
            grouped and frame is None and not _words_between(syntax, bounds[n], place)
        ):
            grouped[-1][0].append(quote)
        else:
            grouped.append(([quote], frame, sure))
    for quotes, frame, sure in grouped:
        yield Speech(tuple(quotes), frame, syntax, sure)


def _frame_of(syntax: Syntax, found: Sequence[Frame], before: int, place: int, after: int) -> tuple[Frame | None, float]:
    """The reporting clause of the quotation that stands before word `place`, between two neighbors at `before` and `after`."""
    left = [f for f in found if before <= f.verb < place and "np_as" not in f.cue.frames]
    if left and _leads_to(syntax, left[-1], place):
        return left[-1], 0.95
    right = [f for f in found if place <= f.verb < after]
    if right and _follows(syntax, right[0], place):
        return right[0], 0.95
    if left:
        return left[-1], 0.6
    if right:
        return right[0], 0.6
    return None, 0.6


def _leads_to(syntax: Syntax, frame: Frame, place: int) -> bool:
    """Whether nothing stands between a reporting verb and the quotation but a comma, an addressee, a time or a place."""
    if syntax.low(place - 1) in (",", ":", "that") or frame.verb == place - 1:
        between = [k for k in range(frame.verb + 1, place) if k in syntax.verbs and syntax.tag(k) not in ("VBG", "VBN")]
        return not between or syntax.low(place - 1) == ":"
    return all(syntax.low(k) in _LINK or not syntax.tag(k)[:1].isalpha() for k in range(frame.verb + 1, place))


def _follows(syntax: Syntax, frame: Frame, place: int) -> bool:
    lead = min(frame.lead, frame.verb)
    return all(
        syntax.low(k) in _LINK or not syntax.tag(k)[:1].isalpha() or syntax.tag(k) in ("RB", "CC") for k in range(place, lead)
    )


def _words_between(syntax: Syntax, start: int, end: int) -> bool:
    return any(syntax.tag(k)[:1].isalpha() for k in range(start, end))


_SIGNED = re.compile(r"\s*[―—–-]{1,2}\s*(?P<who>[A-ZÀ-Þ][^\n.,;:!?“\"]{1,60})[.,]?\s*(?=$|\n|,)")


def signature(text: str, quote: Quote, end: int) -> Span | None:
    """The name set after a quotation with a dash: "“…” — Amina Said"; `end` is where the paragraph ends."""
    match = _SIGNED.match(text, quote.outer.end, end)
    return Span(match.start("who"), match.start("who") + len(match["who"].rstrip())) if match else None

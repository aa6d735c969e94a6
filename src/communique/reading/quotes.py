"""Quotation marks of all conventions, with the quotations they enclose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.record import Span
from communique.record.statements import QuoteType

_CLOSERS = {
    "“": '”"“',
    "„": '“”"',
    "«": "»",
    "»": "«",
    '"': '"”',
    "``": "''",
    "''": "''",
    "‘": "’",
    "‹": "›",
    "'": "'",
    "「": "」",
}
_OPENER = re.compile(r"[“„«\"‹「]|(?<![\w.,!?…])»(?=\w)|``|''|(?<![\w’'])[‘'](?=[\w“\"\[(])")
_SINGLE = frozenset("‘'")
_MARKS = 4  # characters beside quotations that a direct content may have: marks and blanks
_LONGEST_SINGLE = 1500  # characters; beyond it a single mark is an apostrophe


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `outer` with its marks, `inner` without; `closed` is false where the closing mark is missing."""

    outer: Span
    inner: Span
    closed: bool


def quote_type(content: Sequence[Span], quoted: Iterable[Span]) -> QuoteType:
    """How much of a content stands in some quotations: all, some or nothing."""
    inside = [q for q in quoted if any(q.overlaps(c) for c in content)]
    if not inside:
        return "indirect"
    shared = sum(min(c.end, q.end) - max(c.start, q.start) for q in inside for c in content if q.overlaps(c))
    return "direct" if sum(map(len, content)) - shared <= _MARKS else "mixed"


def quotes(text: str, start: int, end: int) -> list[Quote]:
    """The outermost quotations of `text[start:end]` (one paragraph), in order.

    An opening mark that is never closed reaches to the paragraph's end: so the next paragraph of a long speech opens again.
    """
    return list(_scan(text, start, end))


def _scan(text: str, start: int, end: int) -> Iterator[Quote]:
    position = start
    while match := _OPENER.search(text, position, end):
        mark = match[0]
        close = _close(text, mark, match.end(), end)
        if close is None and (mark in _SINGLE or not _begins_speech(text, match.start(), match.end(), start)):
            position = match.end()
            continue
        inner_end, outer_end = close or (end, end)
        inner = _trim(text, match.end(), inner_end)
        if inner:
            yield Quote(Span(match.start(), outer_end), inner, close is not None)
        position = outer_end


def _close(text: str, mark: str, begin: int, end: int) -> tuple[int, int] | None:
    """(end of the words, end of the closing mark), None where there is no closing mark."""
    if mark in _SINGLE:
        return _close_single(text, mark, begin, min(end, begin + _LONGEST_SINGLE))
    closers = _CLOSERS[mark]
    if mark in ("``", "''"):
        found = text.find(closers, begin, end)
        return (found, found + 2) if found >= 0 else None
    if mark == "“":
        closers = '”"'  # a second opening mark is a nested or new quotation, unless nothing closes the first
    places = [p for c in closers if (p := text.find(c, begin, end)) >= 0]
    return (min(places), min(places) + 1) if places else None


def _close_single(text: str, mark: str, begin: int, end: int) -> tuple[int, int] | None:
    """A single closing mark: not an apostrophe inside a word, and not a plural's."""
    for match in re.compile(rf"{_CLOSERS[mark]}(?!\w)").finditer(text, begin, end):
        before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
        if before in ",.?!;…" or after in ",.?!;:)" or not after or before != "s":
            return match.start(), match.end()
    return None


def _begins_speech(text: str, start: int, after: int, block_start: int) -> bool:
    """Whether an unclosed mark can open a quotation: a word follows at once, and it stands where speech begins."""
    if not text[after : after + 1].strip():
        return False
    before = text[block_start:start].rstrip()
    return not before or before[-1] in ",:.?!—–-" or text[after].isupper()


def _trim(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return Span(start, end) if start < end else None


_INSERT = re.compile(r"\[[^\[\]\n]{1,200}\]")


def inserts(text: str, start: int, end: int) -> list[Span]:
    """What the outlet put in square brackets."""
    return [Span(*m.span()) for m in _INSERT.finditer(text, start, end)]

"""Evidence in shorthand: the words of the text, or their beginning and end with `…` between, and which occurrence is meant.

Quotation marks count as one kind and a line break as a blank, so that typing them otherwise does no harm.
"""

from __future__ import annotations

import re

from corpus.annotation.model import Span

GAP = "…"
_MARKS = re.compile(r"[“”„«»‘’\"]")


def find(text: str, words: str, occurrence: int = 1) -> Span | None:
    """The stretch of the text from the first words to the nearest last ones; None where there is none."""
    first, gap, last = (plain(w.strip()) for w in words.replace("...", GAP).partition(GAP))
    inside, start = plain(text), -1
    for _ in range(occurrence):
        start = inside.find(first, start + 1)
        if start < 0:
            return None
    if not gap:
        return Span(start, start + len(first))
    found = inside.find(last, start + len(first))
    return Span(start, found + len(last)) if found >= 0 else None


def say(text: str, span: Span) -> str:
    """How a span is typed so that `find` finds it again: `"words"`, or `"words" 2`; as short as it can be told apart."""
    words = plain(span.of(text))
    several = words.split(" ")
    for length in range(4, len(several) // 2 + 1):
        short = f"{' '.join(several[:length])} {GAP} {' '.join(several[-length:])}"
        if GAP not in short.replace(GAP, "", 1) and find(text, short) == span:
            return f'"{short}"'
    number = next((n for n in range(1, 100) if find(text, words, n) == span), None)
    if number is None:
        raise ValueError(f"these words cannot be typed as evidence: {words!r}")
    return f'"{words}"' if number == 1 else f'"{words}" {number}'


def plain(words: str) -> str:
    """Words with one kind of quotation mark and of blank; as long as before."""
    return re.sub(r"\s", " ", _MARKS.sub("'", words))

"""What the encoder is told of each word: its letters' case, the white space before it, whether it is quoted.

The encoder's vocabulary knows small letters only; case and layout come back as features of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

MARK, NUMBER, CODE, LOWER, LETTER, CAPITALS, NAME, LED, OTHER, CONTINUED = range(1, 11)
SHAPES: Final = 11
TOUCHING, BLANK, LINE, PARAGRAPH = range(4)
GAPS: Final = 4
OUTSIDE, INSIDE, QUOTE_MARK = range(3)
QUOTINGS: Final = 3

OPENING: Final = frozenset("“„«")
CLOSING: Final = frozenset("”»")
EITHER: Final = frozenset({'"', "''", "``"})


@lru_cache(maxsize=200_000)
def shape(word: str) -> int:
    """The case of a word: `NAME` begins with its only capital, `LED` has more of them, `CODE` has digits among letters."""
    if not any(c.isalnum() for c in word):
        return MARK
    if word.isdigit():
        return NUMBER
    if any(c.isdigit() for c in word):
        return CODE
    if word.islower():
        return LOWER
    if word.isupper():
        return LETTER if len(word) == 1 else CAPITALS
    if word[0].isupper():
        return NAME if word[1:].islower() else LED
    return OTHER


def gap(between: str, first: bool = False) -> int:
    """The white space between a word and the one before it."""
    if first or between.count("\n") > 1:
        return PARAGRAPH
    return LINE if "\n" in between else BLANK if between else TOUCHING


def quoting(words: Sequence[str], gaps: Sequence[int]) -> Iterator[int]:
    """For each word whether it stands inside double quotation marks; a new line ends a quotation."""
    inside = False
    for word, before in zip(words, gaps, strict=True):
        inside = inside and before < LINE
        if word in OPENING:
            inside = True
        elif word in CLOSING:
            inside = False
        elif word in EITHER:
            inside = not inside
        else:
            yield INSIDE if inside else OUTSIDE
            continue
        yield QUOTE_MARK

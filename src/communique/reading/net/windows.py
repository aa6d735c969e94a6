"""Stretches of a document that the encoder sees at once: whole sentences in a row, up to so many words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

MOST = 160  # words


def windows(ends: Sequence[bool | int], most: int = MOST) -> Iterator[tuple[int, int]]:
    """Word numbers `[start, end)` of each window; `ends` tells of each word whether a sentence ends with it.

    Windows do not overlap and leave nothing out. A sentence longer than a window is cut.
    """
    start = last = 0
    for end in (i + 1 for i, ended in enumerate(ends) if ended or i + 1 == len(ends)):
        if end - start > most and last > start:
            yield start, last
            start = last
        while end - start > most:
            yield start, start + most
            start += most
        last = end
    if start < len(ends):
        yield start, len(ends)

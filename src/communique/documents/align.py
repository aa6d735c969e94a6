"""Finding again, in a page's surface, the paragraphs that an extractor gave as bare strings."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field

_ANCHOR = 30  # compact characters at either end of a paragraph that find it where its middle differs
_SLACK = 1.25  # how much longer than the extractor's string the page's stretch may be then
_PATIENCE = 700_000_000  # characters walked over in vain before the rest is given up, about a second
_RUN = re.compile(r"\S+")


def compact(text: str) -> str:
    """A text without white space and without control and format characters (soft hyphens, bidi marks)."""
    joined = "".join(text.split())
    return joined if joined.isprintable() else "".join(c for c in joined if c.isprintable())


@dataclass(slots=True)
class Aligner:
    """Walks forward over a surface's text, so that a string found twice is taken where it is due."""

    text: str
    stream: str = field(init=False)
    places: array[int] = field(init=False)
    cursor: int = field(init=False, default=0)
    walked: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.places, runs = array("I"), []
        for run in _RUN.finditer(self.text):
            whole = run[0].isprintable()
            self.places.extend(range(*run.span()) if whole else [n for n in range(*run.span()) if self.text[n].isprintable()])
            runs.append(run[0] if whole else compact(run[0]))
        self.stream = "".join(runs)

    def skip_to(self, position: int) -> None:
        """Begins the search at a position of the text."""
        self.cursor = bisect_left(self.places, position)

    def find(self, paragraph: str) -> tuple[int, int] | None:
        """The range of the text that a paragraph is, white space aside; None where it is not there.

        Looked for from the last find onwards, then from the beginning; then, where the extractor left something out of its
        middle or changed it, by its first and last characters. Nothing is found once too many were looked for in vain.
        """
        if self.walked > _PATIENCE:
            return None
        for wanted in dict.fromkeys((compact(paragraph), compact(unicodedata.normalize("NFC", paragraph)))):
            found = self._exact(wanted) or self._by_ends(wanted)
            if found:
                start, end = found
                self.cursor = end
                return self.places[start], self.places[end - 1] + 1
        return None

    def _exact(self, wanted: str) -> tuple[int, int] | None:
        if not wanted:
            return None
        at = self.stream.find(wanted, self.cursor)
        if at < 0:
            self.walked += len(self.stream)
            at = self.stream.find(wanted)
        return (at, at + len(wanted)) if at >= 0 else None

    def _by_ends(self, wanted: str) -> tuple[int, int] | None:
        if len(wanted) < 2 * _ANCHOR:
            return None
        at = self.stream.find(wanted[:_ANCHOR], self.cursor)
        if at < 0:
            return None
        end = self.stream.find(wanted[-_ANCHOR:], at + _ANCHOR, at + int(len(wanted) * _SLACK) + _ANCHOR)
        return (at, end + _ANCHOR) if end >= 0 else None

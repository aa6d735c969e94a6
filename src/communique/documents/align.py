"""Finding again, in a page's surface, the paragraphs that an extractor gave as bare strings."""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass, field

_ANCHOR = 30  # compact characters at either end of a paragraph that find it where its middle differs
_SLACK = 1.25  # how much longer than the extractor's string the page's stretch may be then


def compact(text: str) -> str:
    """A text without white space and without control and format characters (soft hyphens, bidi marks)."""
    return "".join(c for c in "".join(text.split()) if c.isprintable())


@dataclass(slots=True)
class Aligner:
    """Walks forward over a surface's text, so that a string found twice is taken where it is due."""

    text: str
    stream: str = field(init=False)
    places: array[int] = field(init=False)
    cursor: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.places = array("I", (i for i, c in enumerate(self.text) if c.isprintable() and not c.isspace()))
        self.stream = "".join(map(self.text.__getitem__, self.places))

    def skip_to(self, position: int) -> None:
        """Begins the search at a position of the text."""
        self.cursor = next((n for n, place in enumerate(self.places) if place >= position), len(self.places))

    def find(self, paragraph: str) -> tuple[int, int] | None:
        """The range of the text that a paragraph is, white space aside; None where it is not there.

        Looked for from the last find onwards, then from the beginning; then, where the extractor left something out of its
        middle or changed it, by its first and last characters.
        """
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
        at = self.stream.find(wanted) if at < 0 else at
        return (at, at + len(wanted)) if at >= 0 else None

    def _by_ends(self, wanted: str) -> tuple[int, int] | None:
        if len(wanted) < 2 * _ANCHOR:
            return None
        at = self.stream.find(wanted[:_ANCHOR], self.cursor)
        if at < 0:
            return None
        end = self.stream.find(wanted[-_ANCHOR:], at + _ANCHOR, at + int(len(wanted) * _SLACK) + _ANCHOR)
        return (at, end + _ANCHOR) if end >= 0 else None

"""Lines and paragraphs of a plain text, whether a line is a paragraph or a paragraph is wrapped over many lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from communique.documents.surface import Unit, shrunk
from communique.errors import DocumentError

_BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_MOST = 100_000  # lines with words in them; the longest treaties have a tenth
_GAP = 1000  # characters; a longer gap is more than one line break
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_WIDEST_WRAP = 100  # mail and wire services wrap at 65 to 80, some terminals at 100
_WORD = re.compile(r"\S*")
_LISTED = re.compile(r"(?:[-*•▪●–—]|\(?\d{1,2}[.)])\s")


def units(text: str, apart: re.Pattern[str] | None = None) -> list[Unit]:
    """The paragraphs of a text, as ranges of it.

    Where lines are wrapped, those between blank lines are one unit, except that a line which is short although the next word
    would have fitted ends its unit. Otherwise each line is one. `apart` matches lines that always stand alone (`Date: …`).

    Raises:
        DocumentError: if the text has more lines than any article.
    """
    lines = list(islice(_lines(text), _MOST + 1))
    if len(lines) > _MOST:
        raise DocumentError(f"this has more than {_MOST:,} lines, too many for one article; give one article a file")
    width = _wrap_width(text, lines)
    if width is None:
        return lines
    # Where blank lines separate paragraphs, only a line left far too short ends one; otherwise any line with room does.
    slack = width * 0.3 if sum(x.after_blank for x in lines) > 2 else 0
    joined: list[Unit] = []
    for line in lines:
        if joined and not line.after_blank and _continues(text, joined[-1], line, (width, slack), apart):
            joined[-1] = Unit(joined[-1].start, line.end, joined[-1].after_blank)
        else:
            joined.append(line)
    return joined


def _lines(text: str) -> Iterator[Unit]:
    last = None
    for match in _LINE.finditer(text):
        start, end = shrunk(text, *match.span())
        if start < end:
            yield Unit(start, end, last is None or _is_blank_between(text[last:start]))
            last = end


def _is_blank_between(gap: str) -> bool:
    return len(_BREAK.findall(gap[:_GAP])) > 1 or len(gap) > _GAP


def _wrap_width(text: str, lines: list[Unit]) -> int | None:
    """The longest line in characters where the text is wrapped by hand; None where a line is a paragraph."""
    if not lines or max(x.end - x.start for x in lines) > _WIDEST_WRAP:
        return None
    width = max(x.end - x.start for x in lines)
    followed = [a for a, b in pairwise(lines) if not b.after_blank]
    full = [x for x in followed if x.end - x.start >= width * 0.7]
    running = [x for x in full if not _SENTENCE_END.search(text, max(x.start, x.end - 8), x.end)]
    return width if width >= 40 and len(full) >= max(2, len(followed) * 0.5) and len(running) * 2 >= len(full) else None


def _continues(text: str, before: Unit, line: Unit, wrap: tuple[int, float], apart: re.Pattern[str] | None) -> bool:
    """Whether a wrapped line goes on with the paragraph before it; `wrap` is the width and how short a line may be."""
    last = _last_line(text, before)
    if _LISTED.match(text, line.start) or (apart and (apart.match(text, last) or apart.match(text, line.start))):
        return False
    if _indent(text, line.start) >= 2 and _indent(text, last) < 2:
        return False
    width, slack = wrap
    word = _WORD.match(text, line.start)
    room = width - (before.end - last) - (word.end() - word.start() if word else 0) - 1
    ended = bool(_SENTENCE_END.search(text, max(last, before.end - 8), before.end))
    return room < slack or (room < width * 0.3 and not ended)


def _last_line(text: str, unit: Unit) -> int:
    """Where the last line of a unit begins, its indent left out."""
    found = unit.start
    for match in _BREAK.finditer(text, max(unit.start, unit.end - _WIDEST_WRAP * 2), unit.end):
        found = match.end()
    return shrunk(text, found, unit.end)[0]


def _indent(text: str, start: int) -> int:
    before = text[max(0, start - 20) : start]
    return len(before) - len(before.rstrip(" \t\u3000"))

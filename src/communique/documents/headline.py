"""The headline of a page: which of its headings the page's own title means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from communique.documents.page import Page, PageLine
from communique.documents.prose import folded, words
from communique.documents.surface import Unit, shrunk

_HEADINGS = ("h1", "h2", "h3")
_OUTLET_MARK = re.compile(r"\s+[|·•»:–—-]+\s+|\s*[|»]\s*")
_LONGEST = 500  # characters of a headline; comparing takes the product of two lengths
_ALIKE = 85  # percent; outlets shorten or correct a headline in one of the places it stands


def headline(page: Page, stated: str | None) -> tuple[Unit | None, bool]:
    """The range of the surface that is the headline, and whether it is a heading of the page (not its title element).

    `stated` is the title of the page's metadata.
    """
    headings = [x for x in page.lines if x.element in _HEADINGS and x.end - x.start <= _LONGEST and words(_text(page, x)) >= 2]
    named = next((x for x in page.lines if x.element == "title"), None)
    wanted = [folded(x) for x in _wordings([stated, _text(page, named) if named else None])]
    scored = [(max((fuzz.ratio(folded(_text(page, x)), w) for w in wanted), default=0.0), x) for x in headings]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best and best[0] >= _ALIKE:
        return _unit(page, best[1]), True
    tops = [x for x in headings if x.element == "h1" and words(_text(page, x)) >= 3]
    if len(tops) == 1:
        return _unit(page, tops[0]), True
    return (_without_outlet(page, named), False) if named else (None, False)


def without_outlet(title: str) -> str:
    """A title without the outlet's name that pages put before or behind it."""
    low, high = _longest_part(title)
    return title[low:high]


def _wordings(titles: Sequence[str | None]) -> Iterator[str]:
    for title in titles:
        if title and len(title) <= _LONGEST:
            yield title
            yield without_outlet(title)


def _longest_part(title: str) -> tuple[int, int]:
    """The range of the longest part between bars and dashes; of all of it where that has too few words to be a headline."""
    start, best = 0, (0, 0)
    for gap in (*_OUTLET_MARK.finditer(title), None):
        stop = gap.start() if gap else len(title)
        best = max(best, (start, stop), key=lambda part: part[1] - part[0])
        start = gap.end() if gap else start
    return best if words(title[slice(*best)]) >= 3 else (0, len(title))


def _without_outlet(page: Page, line: PageLine) -> Unit | None:
    low, high = _longest_part(_text(page, line))
    return _unit(page, PageLine(line.start + low, line.start + high, line.element))


def _unit(page: Page, line: PageLine) -> Unit | None:
    start, end = shrunk(page.surface.text, line.start, line.end)
    return Unit(start, end, hint="title") if start < end else None


def _text(page: Page, line: PageLine) -> str:
    return page.surface.text[line.start : line.end]

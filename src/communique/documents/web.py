"""The article of an HTML page: trafilatura says which paragraphs belong, the page's source gives their words and places."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from trafilatura import bare_extraction
from trafilatura.settings import Document as Extract

from communique.documents import published
from communique.documents.align import Aligner
from communique.documents.furniture import is_furniture
from communique.documents.headers import Facts, read_line
from communique.documents.headline import headline, without_outlet
from communique.documents.linked_data import stated
from communique.documents.page import Page, read_page
from communique.documents.prose import is_prose, words
from communique.documents.surface import Unit, shrunk
from communique.documents.view import View
from communique.errors import DocumentError
from communique.record import DateValue
from communique.record.documents import BlockKind
from communique.settings import Settings

_NO_ARTICLE = "no article was found in this page; if it has one, save the text as a .txt file"
_LEAVES = ("p", "head", "item", "quote", "ab", "code", "hi", "fw")
_HINTS: dict[str | None, BlockKind] = {
    "li": "list_item",
    "figcaption": "caption",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
}
_WHOLE_PAGE = re.compile(r"<(?:html|head|body|!doctype)\b", re.IGNORECASE)
_MOST_TAGS = 40_000  # beyond either the extractor takes many seconds, and what it is given is no article
_MOST_TEXT = 5_000_000  # characters
_UNTOLD = "this page is too large to tell its article from the rest; every sentence of it was read"
_HEADER_LINES = 20
_FEW = 12  # words of prose under which a whole page is a notice ("not found") rather than an article
# What trafilatura and lxml are known to raise on broken pages; the page is then read without them.
_BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, RecursionError)

# Their complaints about pages without an article would otherwise reach stderr; ours is one DocumentError.
for _name in ("trafilatura", "htmldate", "charset_normalizer"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_web(source: str, settings: Settings) -> View:
    """Finds the article of a page; all ranges are of `View.surface`.

    Raises:
        DocumentError: if the page has too many tags, or no article.
    """
    page = read_page(source, settings.max_html_tags)
    too_long = page.tags > _MOST_TAGS or len(page.surface.text) > _MOST_TEXT
    extract = None if too_long else _extract(source)
    facts = stated(page)
    title, is_heading = headline(page, facts.title)
    ranges, warnings = _ranges(page, extract, title if is_heading else None)
    units = _units(page, ranges)
    few = _FEW if _WHOLE_PAGE.search(source, 0, 5000) else 1
    if not _has_prose(page, units, few):
        units, warnings = _prose_lines(page), [_UNTOLD] if too_long else []
    if not _has_prose(page, units, few):
        raise DocumentError(_NO_ARTICLE)
    if title and is_heading:
        units = _with_header_lines(page, title, units)
    facts.published = facts.published or _date_of(extract)
    facts.published = _finest(facts.published, page.times)
    facts.title = without_outlet(facts.title) if facts.title else None
    units = [u for u in units if not title or u.start >= title.end or u.end <= title.start]
    arranged = sorted([*([title] if title else []), *units], key=lambda u: u.start)
    return View(page.surface, tuple(arranged), facts, page.language, tuple(warnings))


def _extract(source: str) -> Extract | None:
    options = {"original_date": True, "extensive_search": False}  # the extensive search takes dates out of running text
    try:
        found = bare_extraction(
            source, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=options
        )
    except _BROKEN:
        return None
    return found if isinstance(found, Extract) else None


def _ranges(page: Page, extract: Extract | None, title: Unit | None) -> tuple[list[tuple[int, int]], list[str]]:
    """The stretches of the surface that hold the extractor's paragraphs, and a warning for each that is not there."""
    if extract is None or extract.body is None:
        return [], []
    aligner, ranges, warnings = Aligner(page.surface.text), [], []
    if title:
        aligner.skip_to(title.start)
    for paragraph in _paragraphs(extract):
        found = aligner.find(paragraph)
        if found:
            ranges.append(found)
        elif paragraph.strip():
            warnings.append(
                f"a paragraph was left out since its place in the page is unknown: {' '.join(paragraph.split())[:60]!r}"
            )
    return ranges, warnings


def _paragraphs(extract: Extract) -> Iterator[str]:
    """The text of each innermost block of the extractor's tree, line by line."""
    for element in extract.body.iter(*_LEAVES):
        if next(element.iterdescendants(*_LEAVES), None) is None or element.tag == "p":
            for line in element.iter("lb"):
                line.tail = "\n" + (line.tail or "")
            yield from "".join(element.itertext()).split("\n")


def _units(page: Page, ranges: Sequence[tuple[int, int]]) -> list[Unit]:
    """The parts of the page's lines that lie in some ranges, in order."""
    units: dict[tuple[int, int], Unit] = {}
    ordered = sorted(set(ranges))
    index = 0
    for line in page.lines:
        while index < len(ordered) and ordered[index][1] <= line.start:
            index += 1
        inside = [r for r in ordered[index : index + 50] if r[0] < line.end and r[1] > line.start]
        if inside and line.element != "title":
            low, high = max(line.start, min(r[0] for r in inside)), min(line.end, max(r[1] for r in inside))
            start, end = shrunk(page.surface.text, low, high)
            if start < end:
                units[start, end] = Unit(start, end, hint=_HINTS.get(line.element))
    return list(units.values())


def _has_prose(page: Page, units: Sequence[Unit], few: int) -> bool:
    """Whether the sentences of some units have that many words."""
    counts = (words(line) for u in units if is_prose(line := page.surface.text[u.start : u.end]))
    return any(total >= few for total in accumulate(counts))


def _prose_lines(page: Page) -> list[Unit]:
    """The sentences of a page that was too short or too broken for the extractor."""
    text, units = page.surface.text, []
    for line in page.lines:
        start, end = shrunk(text, line.start, line.end)
        if line.element != "title" and is_prose(text[start:end]) and not is_furniture(text[start:end], "any", "edge", "credit"):
            units.append(Unit(start, end))
    return units


def _with_header_lines(page: Page, title: Unit, units: Sequence[Unit]) -> list[Unit]:
    """The units and the lines between headline and first paragraph that say when and by whom, which extractors leave out."""
    text = page.surface.text
    first = next(u.start for u in units if is_prose(text[u.start : u.end]))
    known = {u.start for u in units}
    between = [Unit(*shrunk(text, x.start, x.end)) for x in page.lines if title.end <= x.start and x.end <= first]
    said = [u for u in between[:_HEADER_LINES] if u.start < u.end and u.start not in known]
    return [*units, *(u for u in said if read_line(text[u.start : u.end], Facts()).kind in ("header", "byline"))]


def _date_of(extract: Extract | None) -> DateValue | None:
    return published.parse(extract.date) if extract and extract.date else None


def _finest(found: DateValue | None, times: Sequence[str]) -> DateValue | None:
    """A date with the hour of the page's time tags where only one of them is of that day."""
    values = {v for v in map(published.parse, times[:50]) if v}
    same = [v for v in values if found and v.text.startswith(found.text)]
    return published.finer(found, same[0]) if len(same) == 1 else found

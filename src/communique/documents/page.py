"""A page read once: its surface, its lines with the element each stands in, and what its head says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from communique.documents.markup import Characters, Tag, scan
from communique.documents.surface import Piece, Surface
from communique.errors import DocumentError

_INLINE_LIST = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meta link nobr q s samp "
    "script small span strike strong style sub sup time tt u var wbr noscript o:p"
)
_INLINE = frozenset(_INLINE_LIST.split())
_LINE_ELEMENTS_LIST = "h1 h2 h3 h4 h5 h6 li p title figcaption td dd"
_LINE_ELEMENTS = frozenset(_LINE_ELEMENTS_LIST.split())
_HIDDEN = re.compile(r"(?:^|\s)hidden(?=[\s=/]|$)|display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDEABLE_LIST = "div span section aside ul nav form dialog article"
_HIDEABLE = frozenset(_HIDEABLE_LIST.split())
_WHITE = re.compile(r"\s{2,}|^\s|\s$")  # white space that does not map to one space one for one
_SIGN = re.compile(r"[^\S ]")  # a line break or tab, which shows as a space
_MOST_PIECES = 400_000  # entities and runs of white space in one page; an article of 100 kB in entities alone has 20,000


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line `[start, end)` of a page's surface and the name of the heading, item or paragraph element it stands in."""

    start: int
    end: int
    element: str | None


@dataclass(slots=True)
class Page:
    """What a page shows and says: `metas` its meta tags as (name, content), `scripts` its JSON-LD, `times` its time tags.

    `language` is the primary subtag (`en` of `en-GB`) of its root element.
    """

    surface: Surface
    lines: tuple[PageLine, ...]
    metas: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    canonical: str | None = None
    language: str | None = None
    tags: int = 0


def read_page(source: str, most_tags: int) -> Page:
    """Reads the source of a page, whatever state it is in; takes time in proportion to its length.

    Raises:
        DocumentError: if it has more than `most_tags` tags, or far more entities than any article.
    """
    reader = _Reader()
    for token in scan(source):
        if len(reader.pieces) > _MOST_PIECES:
            raise DocumentError(f"this page has more than {_MOST_PIECES:,} entities and gaps; save its text as a .txt file")
        if isinstance(token, Tag):
            reader.tag(token)
            if reader.found.tags > most_tags:
                raise DocumentError(
                    f"this page has more than {most_tags:,} tags; save its text as a .txt file or raise max_html_tags"
                )
        elif not reader.hidden:
            reader.characters(token)
    return reader.page()


@dataclass(slots=True)
class _Reader:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[Piece] = field(default_factory=list)
    starts: list[tuple[int, str | None]] = field(default_factory=list)
    element: str | None = None
    gap: tuple[str, int, int] | None = None
    hidden: str | None = None
    nested: int = 0
    found: Page = field(default_factory=lambda: Page(Surface("", (), verbatim=False), ()))

    def tag(self, tag: Tag) -> None:
        self.found.tags += 1
        if self.hidden:
            if tag.name == self.hidden:
                self.nested += -1 if tag.closing else 1
                self.hidden = self.hidden if self.nested else None
            return
        if not tag.closing:
            self._learn(tag)
        if tag.name not in _INLINE:
            self.gap = ("\n", tag.start, tag.end)
        if tag.name in _LINE_ELEMENTS:
            self.element = None if tag.closing else tag.name
        if not tag.closing and tag.name in _HIDEABLE and _HIDDEN.search(tag.attributes):
            self.hidden, self.nested = tag.name, 1

    def characters(self, token: Characters) -> None:
        """Adds visible characters; a run of white space becomes one space, or the line break that is due."""
        if len(token.text) != token.end - token.start or token.text.isspace():
            self._put(token.text, token.start, token.end)
            return
        shown, position = _SIGN.sub(" ", token.text), 0
        for match in _WHITE.finditer(shown):
            if match.start() > position:
                self._put(shown[position : match.start()], token.start + position, token.start + match.start())
            self._put(" ", token.start + match.start(), token.start + match.end())
            position = match.end()
        if position < len(shown):
            self._put(shown[position:], token.start + position, token.end)

    def _put(self, text: str, start: int, end: int) -> None:
        if text.isspace():
            self.gap = self.gap or (" ", start, end)
            return
        if self.gap and self.length:
            self._append(*self.gap)
        if not self.length or (self.gap and self.gap[0] == "\n"):
            self.starts.append((self.length, self.element))
        self.gap = None
        self._append(text, start, end)

    def _append(self, text: str, start: int, end: int) -> None:
        self.pieces.append((self.length, self.length + len(text), start, end))
        self.parts.append(text)
        self.length += len(text)

    def _learn(self, tag: Tag) -> None:
        """Notes what a tag says of the page."""
        if tag.name not in ("meta", "link", "time", "html", "script"):
            return
        values = tag.attribute_values()
        if tag.name == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            self.found.metas.append((name.lower(), values.get("content", "").strip()))
        elif tag.name == "link" and "canonical" in values.get("rel", "").lower():
            self.found.canonical = self.found.canonical or values.get("href")
        elif tag.name == "time" and "datetime" in values:
            self.found.times.append(values["datetime"])
        elif tag.name == "html":
            self.found.language = self.found.language or values.get("lang", "").partition("-")[0].lower() or None
        elif tag.raw and "ld+json" in values.get("type", "").lower():
            self.found.scripts.append(tag.raw)

    def page(self) -> Page:
        following = pairwise([*self.starts, (self.length + 1, None)])
        self.found.lines = tuple(PageLine(start, after - 1, name) for (start, name), (after, _) in following)
        self.found.surface = Surface("".join(self.parts), tuple(self.pieces), verbatim=False)
        return self.found

"""HTML as characters with their places: what a page shows, and where in its source each character stands.

Tags are found by one regular expression after the tokenizer of the HTML standard (WHATWG, section 13.2.5), because lxml knows
no offsets and `html.parser` takes quadratic time on broken markup. Every alternative ends at the end of the input at the
latest, so that nothing is scanned twice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)
    | <(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*+)
        (?P<attributes>(?:[^>"'=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+|["'])*+)(?:>|\Z)
    | <[!?/][^>]*+(?:>|\Z)""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag at `[start, end)` of the source; `raw` is the content of a script or the like."""

    name: str
    start: int
    end: int
    closing: bool
    attributes: str
    raw: str | None = None

    def attribute_values(self) -> dict[str, str]:
        """The attributes by lower-case name, entities read; the first of a name counts, as in the standard."""
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(self.attributes[:20_000]):
            found.setdefault(name.lower(), html.unescape(double or single or bare))
        return found


@dataclass(frozen=True, slots=True)
class Characters:
    """What a stretch `[start, end)` of the source shows; an entity stands for itself, other text is the source's own."""

    text: str
    start: int
    end: int


_RAW = frozenset(
    {"script", "style", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript", "template", "svg", "math", "select"}
)


def scan(source: str) -> Iterator[Tag | Characters]:
    """The tags and characters of a page in order; comments, declarations and the content of scripts and the like left out."""
    position = 0
    while match := _TOKEN.search(source, position):
        yield from _characters(source, position, match.start())
        position = match.end()
        if match["name"] is None:
            continue
        name, closing = match["name"].lower(), bool(match["slash"])
        raw = None
        if name in _RAW and not closing:
            close = _closing(name).search(source, position)
            stop = close.start() if close else len(source)
            raw, position = source[position:stop], stop
        yield Tag(name, match.start(), match.end(), closing, match["attributes"], raw)
    yield from _characters(source, position, len(source))


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _shown(entity: str) -> str:
    return html.unescape(entity)


def _characters(source: str, start: int, end: int) -> Iterator[Characters]:
    position = start
    for match in _ENTITY.finditer(source, start, end):
        shown = _shown(match[0])
        if shown == match[0]:
            continue
        if position < match.start():
            yield Characters(source[position : match.start()], position, match.start())
        yield Characters(shown, *match.span())
        position = match.end()
    if position < end:
        yield Characters(source[position:end], position, end)
